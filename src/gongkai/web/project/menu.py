"""What stands in the menus and above every page, and for whom."""

from django.core.cache import cache
from django.http import HttpRequest

from gongkai.web.agencies import permissions
from gongkai.web.agencies.queries import has_sample_data
from gongkai.web.ui import slots
from gongkai.web.ui.slots import MenuEntry

SAMPLE = "本站为演示系统：单位、人员和数据均为示例，不代表任何机关的实际情况。"


def may(allowed):
    """Shown to those who hold the permission somewhere."""
    return lambda request: allowed.test(request.standing)


def sample_banner(request: HttpRequest) -> str:
    del request
    return SAMPLE if cache.get_or_set("sample", has_sample_data, 30) else ""


def fill() -> None:
    slots.portal_menu[:] = [
        MenuEntry("首页", "pages:portal"),
        MenuEntry("公开机构", "agencies:bodies"),
    ]
    slots.desk_menu[:] = [
        MenuEntry("今天", "pages:desk", may(permissions.is_staff)),
        MenuEntry("单位", "agencies:manage", may(permissions.is_staff)),
        MenuEntry("账号", "agencies:people", may(permissions.may_manage_accounts)),
        MenuEntry("审计记录", "pages:trail", may(permissions.may_see_trail)),
    ]
    slots.banners[:] = [sample_banner]

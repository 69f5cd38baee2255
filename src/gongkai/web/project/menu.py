"""What stands in the menus and above every page, and for whom."""

from urllib.parse import urlencode

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

from gongkai.web.agencies import permissions
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import has_sample_data
from gongkai.web.files import permissions as file_permissions
from gongkai.web.ledgers import permissions as ledger_permissions
from gongkai.web.notices import queries as notice_queries
from gongkai.web.project import sought
from gongkai.web.publishing import kinds
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.permissions import may_publish, may_read, may_work_on_items
from gongkai.web.publishing.queries import items as item_queries
from gongkai.web.publishing.queries import upkeep
from gongkai.web.publishing.queries.items import SUBJECT as ITEM
from gongkai.web.remedies import queries as remedy_queries
from gongkai.web.remedies.permissions import may_handle as may_handle_remedy
from gongkai.web.remedies.permissions import may_work_on_remedies
from gongkai.web.reporting.permissions import may_receive, may_take_in
from gongkai.web.reporting.queries import filing as filing_queries
from gongkai.web.reporting.queries import report as report_queries
from gongkai.web.reporting.queries.report import SUBJECT as REPORT
from gongkai.web.reporting.record import Stage
from gongkai.web.requests import incoming
from gongkai.web.requests import queries as request_queries
from gongkai.web.requests.acts.redact import SUBJECT as MATERIAL
from gongkai.web.requests.acts.templates import SUBJECT as TEMPLATE
from gongkai.web.requests.incoming import SUBJECT as MAIL
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter, Material, Template
from gongkai.web.requests.models.mail import IncomingMail
from gongkai.web.requests.permissions import (
    may_handle,
    may_register,
    may_set_letters,
    may_work_on_requests,
)
from gongkai.web.requests.permissions import may_see as may_see_case
from gongkai.web.requests.queries import LETTER
from gongkai.web.review import queries as review_queries
from gongkai.web.review.permissions import may_delegate
from gongkai.web.ui import clock, slots
from gongkai.web.ui.slots import MenuEntry, Waiting

OF_REQUESTS = ("/desk/letters/", "/desk/materials/", "/desk/corrections/", "/desk/templates/")
OF_BOARD = ("/desk/reports/areas/", "/desk/reports/filings/")
SAMPLE = "本站为演示系统：单位、人员和数据均为示例，不代表任何机关的实际情况。"


def may(allowed):
    """Shown to those who hold the permission somewhere."""
    return lambda request: allowed.test(request.standing)


def sample_banner(request: HttpRequest) -> str:
    del request
    return SAMPLE if cache.get_or_set("sample", has_sample_data, 30) else ""


def unread_notices(request: HttpRequest) -> int:
    return notice_queries.unread(request.user)


def reviews_waiting(request: HttpRequest) -> list[Waiting]:
    """Papers that this person can sign now."""
    found = review_queries.waiting(request.user, request.standing, clock.today())
    return [Waiting("待签署", r.title, r.address, r.opened, r.due) for r in found]


def reports_waiting(request: HttpRequest) -> list[Waiting]:
    """Annual reports whose next step is this person's."""
    return [
        Waiting(
            f"年度报告 · {Stage(each.stage).zh}",
            f"{each.body.short_name}{each.year}年度报告",
            reverse("reporting:report", args=[each.pk]),
            each.opened,
            report_queries.due(each.body, each.year),
        )
        for each in report_queries.unfinished(request.standing)
    ]


def requests_waiting(request: HttpRequest) -> list[Waiting]:
    """Applications that wait for an answer of this person's body."""
    found = request_queries.waiting(request.standing.body_ids)
    return [
        Waiting(
            f"依申请公开 · {each.stage_name}",
            each.topic,
            reverse("requests:case", args=[each.pk]),
            each.made,
            each.due,
        )
        for each in (found if may_work_on_requests.test(request.standing) else ())
    ]


def mails_waiting(request: HttpRequest) -> list[Waiting]:
    """Messages of which nobody has said yet what they are."""
    return [
        Waiting("邮箱来件", each.topic, reverse("requests:mail", args=[each.pk]), each.arrived)
        for each in incoming.waiting(incoming.kept_by(request.standing))
    ]


def remedies_waiting(request: HttpRequest) -> list[Waiting]:
    """Reconsiderations, suits and complaints that this person's body owes a reply or a mending."""
    return [
        Waiting(
            f"{each.get_kind_display()} · {'待重新处理' if each.to_mend else '待提交答复'}",
            each.subject,
            reverse("remedies:case", args=[each.pk]),
            each.made,
            None if each.to_mend else each.reply_due,
        )
        for each in remedy_queries.waiting(request.standing.body_ids)
        if may_handle_remedy.test(request.standing, each.body)
    ]


def remedies_beside(_request: HttpRequest, case: Request) -> list[slots.Beside]:
    """What was brought against the answer of a case."""
    return [
        slots.Beside(
            f"{each.get_kind_display()} {each}，{each.forum}",
            reverse("remedies:case", args=[each.pk]),
            each.get_stage_display(),
            done=bool(each.decided) and not each.to_mend,
        )
        for each in case.remedies.all()
    ]


def remedy_registered_at(request: HttpRequest, case: Request) -> str:
    """The form for a new one, filled in from the case."""
    if not may_handle_remedy.test(request.standing, case.body):
        return ""
    address = reverse("remedies:new", args=[case.body.code])
    return f"{address}?{urlencode({'request': case.number})}"


def extensions_waiting(request: HttpRequest) -> list[Waiting]:
    """Extensions that this person, as head of the disclosure office, has to decide."""
    heads = [post.body_id for post in request.standing.posts if post.role == Role.OFFICE_HEAD]
    return [
        Waiting(
            "延期待批",
            f"{each.request.number} 报请延长 {each.days} 个工作日",
            reverse("requests:decide_extension", args=[each.pk]),
            each.asked,
            each.request.due,
        )
        for each in request_queries.extensions_asked(heads)
    ]


def items_waiting(request: HttpRequest) -> list[Waiting]:
    """Drafts and signed items whose next step is this person's."""
    return [
        Waiting(
            f"主动公开 · {each.stage_name}",
            each.title,
            reverse("publishing:desk_item", args=[each.pk]),
            each.opened,
            None if each.public else item_queries.due(each),
        )
        for each in item_queries.unfinished(request.standing)
    ]


def filings_waiting(request: HttpRequest) -> list[Waiting]:
    """Reports to be received, returned ones to be mended, reminders of those not handed in."""
    found = filing_queries.waiting(request.standing)
    handed_in = [
        Waiting(
            f"年度报告报送 · {each.get_state_display()}",
            f"{each.filer.name}{each.year}年度报告",
            reverse("reporting:filing", args=[each.pk]),
            each.decided or each.at,
        )
        for each in found
    ]
    reminded = [
        Waiting(
            "主管部门提醒",
            f"报送{each.year}年度报告：{each.filer.name}",
            reverse("reporting:reports"),
            each.at,
            each.due,
        )
        for each in filing_queries.reminders(request.standing)
    ]
    return [*handed_in, *reminded]


def upkeep_waiting(request: HttpRequest) -> list[Waiting]:
    """Documents that end soon, and what is withheld and due to be looked at again."""
    standing, today = request.standing, clock.today()
    if not may_publish.test(standing):
        return []
    ending = [
        Waiting(
            "规范性文件到期",
            each.title,
            reverse("publishing:desk_item", args=[each.pk]),
            each.opened,
            each.valid_until,
        )
        for each in upkeep.expiring_for(standing.body_ids, today)[:20]
    ]
    return ending + [
        Waiting(
            "不予公开的复查",
            each.title,
            reverse("publishing:withheld_one", args=[each.pk]),
            clock.now(),
            each.next_on,
        )
        for each in upkeep.to_look_at_again(standing.body_ids, today)[:20]
    ]


def may_see_item(request: HttpRequest, number: str) -> bool:
    """Whether this visitor may fetch the files of an item that are not public."""
    item = Item.objects.select_related("body").filter(pk=number).first()
    return item is not None and may_read.test(request.standing, item.body)


def may_see_letter(request: HttpRequest, number: str) -> bool:
    """Whether this visitor may fetch the files of a letter; applicants have a page for theirs."""
    letter = Letter.objects.select_related("request__body").filter(pk=number).first()
    return letter is not None and may_see_case.test(request.standing, letter.request.body)


def may_see_material(request: HttpRequest, number: str) -> bool:
    """Whether this visitor may fetch a paper to be blacked out: those who handle the case only."""
    material = Material.objects.select_related("request__body").filter(pk=number).first()
    return material is not None and may_handle.test(request.standing, material.request.body)


def may_see_template(request: HttpRequest, number: str) -> bool:
    """Whether this visitor may fetch the Word file of a template."""
    template = Template.objects.select_related("body").filter(pk=number).first()
    return template is not None and may_set_letters.test(request.standing, template.body)


def may_see_request(request: HttpRequest, number: str) -> bool:
    """Whether this visitor may fetch the papers of a case: who handles it, and who applied."""
    case = Request.objects.select_related("body").filter(pk=number).first()
    if case is None:
        return False
    followed = request.session.get("requests.followed") == case.pk
    return followed or may_see_case.test(request.standing, case.body)


def may_see_mail(request: HttpRequest, number: str) -> bool:
    """Whether this visitor may fetch the files of a message that came to a body."""
    mail = IncomingMail.objects.select_related("body").filter(pk=number).first()
    return mail is not None and may_register.test(request.standing, mail.body)


def may_see_evidence(request: HttpRequest, number: str) -> bool:
    """Whether this visitor may fetch the papers behind the figures of a body."""
    body = Body.objects.filter(pk=number).first()
    return body is not None and ledger_permissions.may_read.test(request.standing, body)


def fill() -> None:
    slots.papers.update({REPORT: "年度报告", LETTER: "依申请公开答复文书", ITEM: "主动公开信息"})
    slots.paper_kinds[ITEM] = dict(kinds.choices())
    file_permissions.may_see[ITEM] = may_see_item
    file_permissions.may_see["ledgers.body"] = may_see_evidence
    file_permissions.may_see["requests.request"] = may_see_request
    file_permissions.may_see[LETTER] = may_see_letter
    file_permissions.may_see[MATERIAL] = may_see_material
    file_permissions.may_see[TEMPLATE] = may_see_template
    file_permissions.may_see[MAIL] = may_see_mail
    slots.portal_menu[:] = [
        MenuEntry("首页", "pages:portal", alone=True),
        MenuEntry("检索", "pages:search"),
        MenuEntry("公开机构", "agencies:bodies"),
        MenuEntry("申请公开", "requests:start"),
        MenuEntry("查询申请", "requests:follow"),
        MenuEntry("我的申请", "requests:mine", lambda request: request.user.is_authenticated),
        MenuEntry("年度报告", "reporting:public_reports"),
        MenuEntry("检查报告", "pages:check"),
    ]
    slots.desk_menu[:] = [
        MenuEntry("今天", "pages:desk", may(permissions.is_staff), alone=True),
        MenuEntry("查找", "pages:seek", may(permissions.is_staff)),
        MenuEntry("消息", "notices:inbox", may(permissions.is_staff), unread_notices),
        MenuEntry("主动公开", "publishing:items", may(may_work_on_items)),
        MenuEntry("年度报告", "reporting:reports", may(permissions.is_staff)),
        MenuEntry("年报报送汇总", "reporting:board", may(may_receive), also=OF_BOARD),
        MenuEntry("以往年度报告", "reporting:intakes", may(may_take_in)),
        MenuEntry("依申请公开", "requests:listing", may(may_work_on_requests), also=OF_REQUESTS),
        MenuEntry("复议诉讼", "remedies:listing", may(may_work_on_remedies)),
        MenuEntry("工作台账", "ledgers:ledgers", may(ledger_permissions.may_work_on_ledgers)),
        MenuEntry("表格导入", "ledgers:imports", may(ledger_permissions.may_work_on_imports)),
        MenuEntry("外出代签", "review:absence", may(may_delegate)),
        MenuEntry("单位", "agencies:manage", may(permissions.is_staff)),
        MenuEntry("账号", "agencies:people", may(permissions.may_manage_accounts)),
        MenuEntry("消息渠道", "pages:senders", may(permissions.may_manage_bodies)),
        MenuEntry("审计记录", "pages:trail", may(permissions.may_see_trail)),
    ]
    slots.waiting[:] = [
        reviews_waiting,
        extensions_waiting,
        mails_waiting,
        requests_waiting,
        remedies_waiting,
        items_waiting,
        filings_waiting,
        upkeep_waiting,
        reports_waiting,
    ]
    slots.sought[:] = [sought.requests, sought.items, sought.remedies]
    slots.banners[:] = [sample_banner]
    slots.beside_case[:] = [remedies_beside]
    slots.against_case[:] = [remedy_registered_at]

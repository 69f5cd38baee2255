"""Which rows of which table are a body's: found by following the tables' own references."""

from collections import deque
from collections.abc import Iterator

from django.apps import apps
from django.db import models

from gongkai.web.agencies.models import Body

OWNER = ("body", "area", "former")
"""A reference of this name says whose a row is; others, such as where a case went, do not."""
LEFT_OUT = {
    "accounts.person": "账号属于人，不属于单位；岗位记录里有姓名",
    "accounts.signin": "登录记录属于人",
    "accounts.identity": "统一身份的关联属于人，换一套平台要重新关联",
    "audit.chain": "随审计记录导出链尾",
    "audit.entry": "按链导出，见 audit.jsonl",
    "files.upload": "连同文件导出，见 files/",
    "notices.delivery": "消息发给人，不属于单位",
    "notices.group": "消息群的地址和密钥属于平台设置",
    "notices.notice": "消息发给人，不属于单位",
    "notices.preference": "个人的消息设置",
    "requests.savedfilter": "个人的常用筛选",
    "search.page": "由 gongkai reindex 重建",
    "vault.holder": "个人信息写在引用它的行里",
    "vault.sealed": "个人信息写在引用它的行里",
    "vault.trace": "由密钥算出，只用于查找",
}
"""Tables of the platform that are no body's, and why."""


def tables() -> Iterator[tuple[type[models.Model], str]]:
    """The tables that hold rows of a body, each with the way from a row to its body."""
    for model in apps.get_models():
        own = model.__module__.startswith("gongkai.")
        if own and model._meta.label_lower not in LEFT_OUT:
            way = "pk" if model is Body else way_to_body(model)
            if way:
                yield model, way


def way_to_body(model: type[models.Model]) -> str:
    """`request__body`, the shortest that ends in an owner; empty where there is none."""
    waiting, seen = deque([(model, ())]), {model}
    while waiting:
        at, way = waiting.popleft()
        for field in at._meta.concrete_fields:
            target = field.related_model
            if target is Body and field.name in OWNER:
                return "__".join((*way, field.name))
            if target and target not in seen and target is not Body:
                seen.add(target)
                waiting.append((target, (*way, field.name)))
    return ""

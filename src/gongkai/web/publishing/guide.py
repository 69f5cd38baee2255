"""The guide 政府信息公开指南 (article 12), made anew from the body's data each time. Pure."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.identity.index_number import INDEX_FORMS
from gongkai.statute.catalogue import GUIDE_OFFICE
from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Body

UNKNOWN = "尚未公布"


@dataclass(frozen=True)
class Guide:
    """What article 12 demands: classes, arrangement, ways to get it, the office."""

    classes: list[tuple[str, str, int]]
    numbering: str
    office: list[tuple[str, str]]
    reply_days: int
    publish_days: int


def guide(body: Body, classes: list[tuple[str, str, int]], form: str, on: date) -> Guide:
    """The guide as of a day. The six statutory facts of the office stand there even if empty."""
    statutory = (
        body.office,
        body.address,
        body.hours,
        body.telephone,
        body.fax,
        body.email or "在本平台网上提交申请",
    )
    office = [(name, fact or UNKNOWN) for name, fact in zip(GUIDE_OFFICE, statutory, strict=True)]
    further = (("邮政编码", body.postcode), ("监督电话", body.complaints))
    return Guide(
        classes=classes,
        numbering=INDEX_FORMS[form].label,
        office=[*office, *((name, fact) for name, fact in further if fact)],
        reply_days=parameter("request.reply_days").on(on),
        publish_days=parameter("publication.publish_days").on(on),
    )

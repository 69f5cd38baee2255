"""Sample remedies against the sample answers: one waits for a reply, one was heard, one ended."""

from collections.abc import Mapping
from datetime import date, timedelta

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.remedies import queries
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.models import Against, Claimant
from gongkai.web.remedies.record import Act, Kind
from gongkai.web.requests.models.case import Request

BY = system("演示数据")


def load(bodies: Mapping[str, Body], on: date) -> None:
    """Enter the cases, filed in the weeks before a day."""

    def ago(days: int) -> date:
        return on - timedelta(days=days)

    grid, city, street = (bodies[code] for code in ("wangge", "chengguan", "shidong"))
    _filed(grid, Kind.RECONSIDERATION, "值班人员请假审批单", "示例区人民政府", ago(9))
    reviewed = _filed(city, Kind.RECONSIDERATION, "门前三包责任书", "示例区人民政府", ago(60))
    acts.enter(BY, reviewed, Act.REPLY, on=ago(52))
    acts.decide(BY, reviewed, on=ago(30), facts={"decision": "review_upheld"})
    sued = _filed(
        city,
        Kind.LITIGATION_AFTER_RECONSIDERATION,
        "门前三包责任书",
        "示例区人民法院",
        ago(18),
        previous=reviewed.pk,
    )
    acts.enter(BY, sued, Act.REPLY, on=ago(8))
    place = {"place": "第三法庭，信息公开经办人、法律顾问出庭"}
    acts.enter(BY, sued, Act.HEAR, on=ago(2), facts=place)
    acts.enter(BY, sued, Act.HEAR, on=ago(-3), facts=place)
    _filed(
        street,
        Kind.COMPLAINT,
        "反映社区公开栏更新不及时",
        "示例区政务服务和大数据管理局",
        ago(12),
        against=Against.OTHER,
        reply_by=on + timedelta(days=6),
    )


def _filed(body: Body, kind: Kind, subject: str, forum: str, on: date, **facts: object):
    """One against the answer to the application of that topic, if there is one."""
    request = Request.objects.filter(body=body, topic=subject).first()
    answer = queries.answers(request).first() if request else None
    said = {
        "kind": kind,
        "against": Against.ANSWER,
        "subject": subject,
        "forum": forum,
        "filed_on": on,
        "received_on": on + timedelta(days=1),
        "request": request.pk if request else None,
        "letter": answer.pk if answer else None,
        **facts,
    }
    person = acts.Person(Claimant.APPLICANT if request else Claimant.OTHER, "杜鹃")
    return acts.register(BY, body=body, facts=acts.Facts(**said), person=person)

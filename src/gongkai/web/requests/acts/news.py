"""Who is told what about an application: those who handle it, the applicant, who was asked.

Nothing of this holds personal data: messages name the number, never the matter or a person.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse

from gongkai.law.request.lifecycle import Act
from gongkai.web.agencies.models import Role
from gongkai.web.agencies.queries import holders
from gongkai.web.notices.acts.tell import News, tell, tell_outside
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.models.others import Consultation
from gongkai.web.ui import clock
from gongkai.web.ui.templatetags.gongkai import day

RECENT = timedelta(days=31)
"""What happened longer ago and is entered only now is news to nobody."""
STEPS = {
    Act.RECEIVE: "已经确认收到，开始办理",
    Act.ASK_CORRECTION: "需要您补正申请内容，请按告知书的期限提交",
    Act.ASK_REASONS: "需要您说明理由，请按告知书的期限提交",
    Act.EXTEND: "答复期限已经延长",
    Act.SET_DELAY: "已经确定延迟答复的期限",
    Act.CHARGE_FEE: "需要缴纳信息处理费，请按通知书的期限缴纳",
    Act.FORWARD: "已经转交其他机关办理",
    Act.ANSWER: "已经作出答复",
    Act.LAPSE_UNCORRECTED: "逾期没有补正，不再处理",
    Act.LAPSE_UNPAID: "逾期没有缴费，不再处理",
}
"""What applicants are told of an act; of others they learn from the page."""
FROM_OUTSIDE = {
    Act.CORRECT: "request_corrected",
    Act.GIVE_REASONS: "request_corrected",
    Act.PAY: "request_paid",
    Act.WITHDRAW: "request_withdrawn",
    Act.THIRD_PARTY_REPLIES: "consultation_answered",
    Act.BODY_REPLIES: "consultation_answered",
}
"""Acts of others, which those who handle the case are told of."""


def entered(request: Request, entry: Entry) -> None:
    """Tell what one act means to those whom it concerns."""
    act, today = Act[entry.act], clock.today()
    if today - entry.on > RECENT:
        return
    if act in STEPS:
        tell_applicant(request, STEPS[act], f"entry:{entry.pk}")
    if act in FROM_OUTSIDE:
        tell_handlers(request, FROM_OUTSIDE[act], f"entry:{entry.pk}")


def tell_handlers(
    request: Request, kind: str, key: str, roles: Iterable[Role] = (Role.OFFICER,), **facts: object
) -> int:
    """Tell those who hold the roles in the body, who leads the case, and the body's groups."""
    news = News(
        kind=kind,
        key=f"{kind}:{key}",
        subject=f"requests.request:{request.pk}",
        address=reverse("requests:case", args=[request.pk]),
        facts={"number": request.number, "due": day(request.due) or "未起算", **facts},
        due=request.due,
    )
    scopes = [f"agencies.body:{request.body_id}"]
    return tell(news, people=handlers(request, roles), scopes=scopes)


def handlers(request: Request, roles: Iterable[Role]) -> set[int]:
    """The people, by id."""
    today = clock.today()
    found = (holders(request.body, role, today).values_list("pk", flat=True) for role in roles)
    return {pk for each in found for pk in each} | ({request.lead_id} - {None})


def tell_applicant(request: Request, step: str, key: str) -> None:
    """Tell the applicant by the e-mail or telephone of the application, if there is one."""
    facts = {"number": request.number, "body": request.body.name, "step": step}
    _outside("applicant_progress", f"applicant:{key}", request, facts)


def tell_registered(request: Request) -> None:
    """The applicant's application is in, with its number."""
    facts = {"number": request.number, "body": request.body.name}
    _outside("applicant_registered", f"applicant:registered:{request.pk}", request, facts)


def _outside(kind: str, key: str, request: Request, facts: dict[str, object]) -> None:
    about, address = f"requests.request:{request.pk}", reverse("requests:follow")
    tell_outside(News(kind, key, about, address, facts), request.holder)


def tell_asked(consultation: Consultation, due: date | None) -> None:
    """Who is asked for an opinion hears that the letter is on its way."""
    request = consultation.request
    body, number = request.body.name, consultation.number
    facts = {"body": body, "number": number, "due": day(due) or "征询书写明的日期"}
    about = f"requests.request:{request.pk}"
    key, address = f"consulted:{consultation.pk}", reverse("requests:opinion")
    tell_outside(News("consulted", key, about, address, facts), consultation.holder)

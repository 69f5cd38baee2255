"""邮箱来件: what came by e-mail, and what a clerk says that it is."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai.web.agencies.permissions import demand
from gongkai.web.requests import incoming, permissions
from gongkai.web.requests.acts import mail as acts
from gongkai.web.requests.mail_forms import AsideForm, JoinForm, MailForm, prefilled
from gongkai.web.requests.models.mail import IncomingMail
from gongkai.web.requests.views.found import done
from gongkai.web.ui import clock
from gongkai.web.vault import acts as vault_acts
from gongkai.web.vault.masks import masked
from gongkai.web.vault.queries import open_all

SIZE = 30
ALL = "all"
REGISTER = (
    "姓名、地址等只在邮件里写明标签（如“姓名：”）或者附有填好的申请表时才自动填入，"
    "请对照邮件补全、核对。"
    "通过互联网提交的申请，以双方确认之日为收到之日（条例第三十一条第三项）。"
)


@never_cache
def mails(request: HttpRequest) -> HttpResponse:
    """The messages of one's bodies, those that wait first."""
    demand(permissions.may_take_mail, request.standing)
    own = incoming.kept_by(request.standing)
    states = dict(IncomingMail.State.choices)
    state = request.GET.get("show", IncomingMail.State.WAITING)
    found = incoming.listed(own, state if state in states else "")
    page = Paginator(found, SIZE).get_page(request.GET.get("page"))
    counts = incoming.counts(own)
    facts = {
        "page": page,
        "rows": [(each, _sender(each)) for each in page],
        "state": state if state in states else ALL,
        "tabs": [
            *((key, label, counts.get(key)) for key, label in states.items()),
            (ALL, "全部", 0),
        ],
        "rounds": incoming.rounds(own),
        "several": len(own) > 1,
    }
    return render(request, "requests/mails.html", facts)


@never_cache
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One message: what it says, what could not be read, what to do with it."""
    found = _mail(request, pk)
    kept = open_all(found.holder)
    case = incoming.named_case(found, kept.get("mail:subject", ""))
    facts = {
        "mail": found,
        "sender": _sender(found),
        "subject": kept.get("mail:subject", "") or found.topic,
        "text": kept.get("mail:text", ""),
        "faults": kept.get("mail:faults", "").splitlines(),
        "files": incoming.files(found),
        "gone": bool(found.holder.destroyed),
        "named": case,
        "same_sender": case and open_all(case.holder).get("email", "") == kept.get("email"),
        "aside": AsideForm(),
    }
    return render(request, "requests/mail.html", facts)


@never_cache
@sensitive_post_parameters()
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm it as an application; whoever opens the form sees the sender's data."""
    found = _mail(request, pk)
    if found.state != IncomingMail.State.WAITING:
        return redirect("requests:mail", pk=pk)
    kept = vault_acts.reveal(
        request.actor,
        found.holder,
        reason="登记邮箱来件",
        title=f"查看邮箱来件 {pk} 发件人信息",
        chain=found.body.code,
    )
    proposal = prefilled(kept)
    today, first = clock.today(), proposal.fields
    form = MailForm(request.POST or None, mail=found, today=today, initial=first)
    if request.method == "POST" and form.is_valid():
        made = []

        def act() -> None:
            taken = acts.register_mail(request.actor, found, form.application(), form.receipt)
            made.append(taken)

        if done(request, act, "已登记为申请，邮件和附件已存入案件。", form):
            text = f"申请编号 {made[0].request.number}，查询码 {made[0].code}，请告知申请人。"
            messages.success(request, text)
            return redirect("requests:case", pk=made[0].request.pk)
    words = {
        "title": "登记为申请",
        "button": "登记",
        "lead": REGISTER,
        "text": kept.get("mail:text"),
        "proposal": proposal,
    }
    return render(request, "requests/mail_form.html", {"form": form, "mail": found, **words})


def join(request: HttpRequest, pk: int) -> HttpResponse:
    """It belongs to a case of the body; the number in the subject is only a hint."""
    found = _mail(request, pk)
    if found.state != IncomingMail.State.WAITING:
        return redirect("requests:mail", pk=pk)
    kept = open_all(found.holder)
    case = incoming.named_case(found, kept.get("mail:subject", ""))
    first = {"number": case.number if case else ""}
    form = JoinForm(request.POST or None, mail=found, today=clock.today(), initial=first)
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            on = form.cleaned_data["on"]
            acts.join_mail(request.actor, found, form.case, act=form.act, on=on)

        if done(request, act, "邮件和附件已存入案件。", form):
            return redirect("requests:case", pk=form.case.pk)
    words = {"title": "并入已有申请", "button": "并入", "text": kept.get("mail:text")}
    return render(request, "requests/mail_form.html", {"form": form, "mail": found, **words})


@require_POST
def aside(request: HttpRequest, pk: int) -> HttpResponse:
    """It is no application."""
    found, form = _mail(request, pk), AsideForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请选择搁置的原因。")
        return redirect("requests:mail", pk=pk)

    def act() -> None:
        acts.set_aside(request.actor, found, **form.cleaned_data)

    done(request, act, "已搁置，可以在“已搁置”里找到。", None)
    return redirect("requests:mails")


@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """It is looked at once more."""
    found = _mail(request, pk)
    done(request, lambda: acts.bring_back(request.actor, found), "已恢复为待处理。", None)
    return redirect("requests:mail", pk=pk)


def _mail(request: HttpRequest, pk: int) -> IncomingMail:
    found = get_object_or_404(
        IncomingMail.objects.select_related("body", "holder", "request"), pk=pk
    )
    demand(permissions.may_register, request.standing, found.body)
    return found


def _sender(found: IncomingMail) -> str:
    """Who wrote it, masked; empty once their data was destroyed."""
    kept = open_all(found.holder)
    said = [masked(field, kept[field]) for field in ("name", "email") if kept.get(field)]
    return " ".join(said)

"""Applying: what is published already, which body, the form, the receipt; one's own cases."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from gongkai.law.request.receipt import Channel, Receipt
from gongkai.reports.write.registry import CannotRenderError
from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import bodies
from gongkai.web.requests.acts.drafts import draft_fields, drop_draft, save_draft
from gongkai.web.requests.acts.register import register
from gongkai.web.requests.acts.uploads import keep_papers
from gongkai.web.requests.blank import as_docx, as_pdf
from gongkai.web.requests.forms import ApplicationForm
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.views.follow import begin
from gongkai.web.search.queries import Asked, find
from gongkai.web.ui import clock, receipts

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HITS = 5


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """Before applying: is it published, which body, what it costs, how long it takes."""
    today, topic = clock.today(), request.GET.get("topic", "").strip()[:200]
    facts = {
        "topic": topic,
        "hits": _published(topic),
        "bodies": bodies(today),
        "reply_days": parameter("request.reply_days").on(today),
        "extension_days": parameter("request.extension_days").on(today),
        "free_items": parameter("fee.item_bands").records_on(today)[0]["last"],
        "free_pages": parameter("fee.page_bands").records_on(today)[0]["last"],
    }
    return render(request, "requests/start.html", facts)


@login_not_required
@never_cache
@sensitive_post_parameters()
def apply(request: HttpRequest, code: str) -> HttpResponse:
    """The application form of one body; it can be put aside and taken up again."""
    body = _body(code)
    topic = request.GET.get("topic", "").strip()[:200]
    begun = draft_fields(body, request.session.get(_draft(body), ""))
    sent = request.method == "POST"
    first = {"topic": topic, **begun}
    form = ApplicationForm(request.POST or None, request.FILES or None, initial=first)
    if sent and "save" in request.POST:
        return _put_aside(request, body)
    if sent and form.is_valid():
        return _handed_in(request, body, form)
    facts = {"form": form, "body": body, "begun": bool(begun), "hits": _published(topic)}
    return render(request, "requests/apply.html", facts)


def _put_aside(request: HttpRequest, body: Body) -> HttpResponse:
    names = [name for name in ApplicationForm.base_fields if name != "files"]
    fields = {name: request.POST.get(name, "").strip()[:4000] for name in names}
    person = request.user if request.user.is_authenticated else None
    key = save_draft(body, person, request.session.get(_draft(body), ""), fields)
    request.session[_draft(body)] = key
    text = "已保存，三十天内用这台设备打开本页可以接着填写；附件要在提交时再选。"
    messages.success(request, text)
    return redirect("requests:apply", code=body.code)


def _handed_in(request: HttpRequest, body: Body, form: ApplicationForm) -> HttpResponse:
    account = request.user if request.user.is_authenticated else None
    receipt = Receipt(channel=Channel.ONLINE, arrived_on=clock.today())
    made = register(request.actor, body, form.application(), receipt, account=account)
    keep_papers(request.actor, made.request, form.cleaned_data["files"])
    if begun := request.session.pop(_draft(body), ""):
        drop_draft(request.actor, body, begun)
    answer = redirect("requests:registered")
    return receipts.give(answer, "application", made.request.number, made.code)


@login_not_required
@never_cache
def registered(request: HttpRequest) -> HttpResponse:
    """The receipt: number and query code, shown to the one who applied, until they leave."""
    new = receipts.given(request, "application")
    if new is None:
        return redirect("requests:start")
    case = Request.objects.select_related("body").get(number=new["number"])
    return render(request, "requests/registered.html", {**new, "case": case})


@login_not_required
def blank_docx(_request: HttpRequest, code: str) -> HttpResponse:
    """The form on paper, to be filled in with a pen or on a computer."""
    body = _body(code)
    return _file(as_docx(body, clock.today()), DOCX, f"{body.short_name}申请表.docx")


@login_not_required
def blank_pdf(_request: HttpRequest, code: str) -> HttpResponse:
    """The same to print."""
    body = _body(code)
    try:
        made = as_pdf(body, clock.today())
    except CannotRenderError:  # no Chinese font on this machine: the other form does
        return redirect("requests:blank_docx", code=code)
    return _file(made, "application/pdf", f"{body.short_name}申请表.pdf")


def mine(request: HttpRequest) -> HttpResponse:
    """Signed in: all one's own applications."""
    found = Request.objects.filter(person=request.user).select_related("body").order_by("-pk")
    page = Paginator(found, 20).get_page(request.GET.get("page"))
    return render(request, "requests/mine.html", {"page": page, "today": clock.today()})


def mine_one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them, as with number and code."""
    begin(request, get_object_or_404(Request, pk=pk, person=request.user))
    return redirect("requests:progress")


def _published(topic: str):
    """What is public already and speaks of this."""
    return find(Asked(words=topic, by_relevance=True)).hits[:HITS] if topic else ()


def _body(code: str) -> Body:
    return get_object_or_404(bodies(clock.today()), code=code)


def _draft(body: Body) -> str:
    return f"requests.draft:{body.code}"


def _file(data: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=media)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    return answer

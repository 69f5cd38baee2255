"""Applying, and following an application without an account."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry
from gongkai.statute.parameters import parameter
from gongkai.web.accounts.queries import address_of
from gongkai.web.agencies.queries import bodies
from gongkai.web.files.queries import content
from gongkai.web.requests import queries
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.register import register
from gongkai.web.requests.forms import ApplicationForm, FollowForm
from gongkai.web.requests.models import Request
from gongkai.web.requests.shown import story
from gongkai.web.requests.views.papers import as_file, given
from gongkai.web.ui import clock, pace

NEW = "requests.new"
"""In the session: number and code of a new application, until its applicant goes on."""
TRIES, WAIT = 10, 15 * 60
"""So many wrong codes from one address, then so many seconds of rest."""


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """Before applying: which body, what it costs, how long it takes."""
    today = clock.today()
    facts = {
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
    """The application form of one body."""
    body = get_object_or_404(bodies(clock.today()), code=code)
    form = ApplicationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = request.user if request.user.is_authenticated else None
        receipt = Receipt(channel=Channel.ONLINE, arrived_on=clock.today())
        made = register(request.actor, body, form.application(), receipt, account=account)
        request.session[NEW] = {"number": made.request.number, "code": made.code}
        return redirect("requests:registered")
    return render(request, "requests/apply.html", {"form": form, "body": body})


@login_not_required
@never_cache
def registered(request: HttpRequest) -> HttpResponse:
    """The receipt: number and query code, shown to the one who applied, until they leave."""
    new = request.session.get(NEW)
    if new is None:
        return redirect("requests:start")
    return render(request, "requests/registered.html", new)


@login_not_required
@never_cache
@sensitive_post_parameters("code")
def follow(request: HttpRequest) -> HttpResponse:
    """Ask with number and code where an application stands."""
    request.session.pop(NEW, None)
    form = FollowForm(request.POST or None)
    tried = f"requests.follow:{address_of(request)}"
    if pace.spent(tried) >= TRIES:
        return render(request, "requests/rest.html", status=429)
    if request.method == "POST" and form.is_valid():
        found = queries.followed(**form.cleaned_data)
        if found is not None:
            request.session["requests.followed"] = found.pk
            return redirect("requests:progress")
        pace.within(tried, TRIES, WAIT)
        form.add_error(None, "编号或者查询码不对，请对照登记回执重新填写。")
    return render(request, "requests/follow.html", {"form": form})


@login_not_required
@never_cache
def progress(request: HttpRequest) -> HttpResponse:
    """Where it stands, what happened, until when and why, and the letters."""
    followed = _followed(request)
    if followed is None:
        return redirect("requests:follow")
    return render(request, "requests/progress.html", story(followed, clock.today()))


@login_not_required
@never_cache
def given_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """A letter that went out, as a file, to the one who follows the application."""
    followed = _followed(request)
    if followed is None:
        raise Http404
    return given(get_object_or_404(queries.letters_sent(followed), pk=pk))


@login_not_required
@never_cache
def given_material(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper with parts blacked out that goes with the answer."""
    followed = _followed(request)
    found = next((m for m in queries.given(followed) if m.pk == pk), None) if followed else None
    if found is None:
        raise Http404
    return as_file(content(found.burnt), found.burnt.media, found.burnt.name)


@login_not_required
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """The applicant takes the application back."""
    followed = _followed(request)
    if followed is not None:
        try:
            enter(
                request.actor, followed, Entry(Act.WITHDRAW, clock.today()), note="申请人网上撤回"
            )
        except NotProvidedFor as refusal:
            return render(request, "requests/refused.html", {"refusal": refusal}, status=409)
    return redirect("requests:progress")


def _followed(request: HttpRequest) -> Request | None:
    number = request.session.get("requests.followed")
    return Request.objects.select_related("body", "holder").filter(pk=number).first()

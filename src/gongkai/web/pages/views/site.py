"""Home, search, check of one file, the desk, the trail, whether the platform lives."""

from collections import Counter
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from gongkai.web.accounts.queries import address_of
from gongkai.web.agencies import permissions
from gongkai.web.agencies.permissions import demand
from gongkai.web.agencies.queries import bodies
from gongkai.web.audit import queries as trail_queries
from gongkai.web.audit.kept import kept
from gongkai.web.pages import keeping, queries
from gongkai.web.pages.forms import CheckForm, SearchForm, TrailForm
from gongkai.web.publishing.kinds import choices
from gongkai.web.publishing.queries.items import published as items_published
from gongkai.web.reporting.queries.report import published
from gongkai.web.search.entry import Reader
from gongkai.web.search.queries import find
from gongkai.web.ui import clock, slots
from gongkai.web.ui import metrics as ui_metrics
from gongkai.web.ui.pace import within

KIND_LABELS = {
    **{key.replace("_", ""): label for key, label in choices()},
    "clarification": "澄清",
    "report": "年度报告",
}
"""Kinds of what is found, as the index names them."""
PLAIN = "text/plain; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
CHECKS, CHECKS_WITHIN = 30, 600
"""So many files may be checked from one address in so many seconds."""


@login_not_required
@kept
def portal(request: HttpRequest) -> HttpResponse:
    facts = {
        "bodies": bodies(clock.today()),
        "reports": published().order_by("-published_on", "-pk")[:6],
    }
    facts["items"] = items_published().order_by("-published_on", "-pk")[:6]
    return render(request, "pages/portal.html", facts)


@login_not_required
def search(request: HttpRequest) -> HttpResponse:
    """Search what is public; people in office also find what is their bodies' own."""
    form = SearchForm(request.GET)
    asked = form.asked(Reader(tuple(request.standing.body_ids)))
    found = find(asked)
    facts = {
        "asked": asked,
        "found": found,
        "earlier": found.page - 1,
        "later": found.page + 1,
        "kinds": [(key, KIND_LABELS.get(key, key), count) for key, count in found.kinds],
        "hits": [(hit, KIND_LABELS.get(hit.page.kind, "")) for hit in found.hits],
    }
    return render(request, "pages/search.html", facts)


@login_not_required
@csrf_exempt
def check_file(request: HttpRequest) -> HttpResponse:
    """Check one report: no account, no cookie, nothing kept."""
    sending = request.method == "POST"
    form = CheckForm(request.POST, request.FILES) if sending else CheckForm()
    verdict = None
    if sending and form.is_valid():
        if not within(f"check:{address_of(request)}", CHECKS, CHECKS_WITHIN):
            return render(request, "pages/rest.html", status=429)
        sent = form.cleaned_data["file"]
        verdict = queries.verdict_on(sent.name, sent.read())
    return render(request, "pages/check.html", {"form": form, "verdict": verdict})


def desk(request: HttpRequest) -> HttpResponse:
    """What waits for me today, soonest first."""
    demand(permissions.is_staff, request.standing)
    found = [item for source in slots.waiting for item in source(request)]
    found.sort(key=lambda item: (item.due or date.max, item.since))
    kinds = Counter(item.kind.split(" · ")[0] for item in found).most_common()
    facts = {"waiting": found, "kinds": kinds, "today": clock.today()}
    return render(request, "pages/desk.html", facts)


def seek(request: HttpRequest) -> HttpResponse:
    """What the desk holds under a number, a name, a phrase."""
    demand(permissions.is_staff, request.standing)
    words = request.GET.get("words", "").strip()[:100]
    found = [each for source in slots.sought for each in source(request, words)] if words else []
    return render(request, "pages/seek.html", {"words": words, "found": found})


def trail(request: HttpRequest) -> HttpResponse:
    """The audit trail, for the audit administrator."""
    demand(permissions.may_see_trail, request.standing)
    form = TrailForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(trail_queries.entries(**wanted), 50).get_page(request.GET.get("page"))
    return render(request, "pages/trail.html", {"form": form, "page": page})


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """The process lives."""
    del request
    return HttpResponse("ok\n", content_type=PLAIN)


@login_not_required
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the process can work, and if not what hinders."""
    del request
    hindered = keeping.hindrances()
    told = "\n".join(hindered) or "ready"
    return HttpResponse(f"{told}\n", content_type=PLAIN, status=503 if hindered else 200)


@login_not_required
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures for Prometheus: for this machine, or for who has the token."""
    if not keeping.may_measure(request):
        raise Http404
    return HttpResponse(ui_metrics.told(keeping.Figures()), content_type=ui_metrics.FORMAT)

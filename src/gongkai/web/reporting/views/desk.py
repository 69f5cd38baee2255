"""The reports on the desk, and one of them with all that is to be done about it."""

from dataclasses import replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.web.agencies import permissions as agency_permissions
from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import permissions
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.forms.report import OpenForm, ReasonForm
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.record import NotProvidedForError, Stage, State
from gongkai.web.reporting.shown import printed, ranked
from gongkai.web.reporting.views.entrance import readable
from gongkai.web.review import queries as review_queries
from gongkai.web.review.forms import SignForm
from gongkai.web.review.models import Review
from gongkai.web.review.queries import Acting
from gongkai.web.ui import clock


def reports(request: HttpRequest) -> HttpResponse:
    """The reports I may read, and beginning a new one."""
    demand(agency_permissions.is_staff, request.standing)
    today = clock.today()
    bodies = queries.draftable(request.standing)
    form = OpenForm(bodies, today.year, request.POST or None) if bodies else None
    if request.method == "POST" and form and form.is_valid():
        try:
            made = acts.open_year(request.actor, **form.cleaned_data)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经统计数据并生成初稿，请逐部分核对修改。")
            return redirect("reporting:report", made.pk)
    page = Paginator(queries.readable(request.standing), 30).get_page(request.GET.get("page"))
    rows = [(each, Stage(each.stage), queries.due(each.body, each.year)) for each in page]
    facts = {"page": page, "rows": rows, "form": form, "today": today}
    return render(request, "reporting/reports.html", facts)


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as it stands, with its tables, findings, signatures and next steps."""
    shown = readable(request, pk)
    state = queries.state_of(shown)
    statement = queries.statement_of(shown, state, None)
    dated = replace(statement, issued_on=clock.today())
    found = queries.findings(dated, queries.earlier_of(shown))
    review = review_queries.latest(f"{queries.SUBJECT}:{shown.pk}")
    drafting = state.stage is Stage.DRAFTING
    may_draft = permissions.may_draft.test(request.standing, shown.body)
    facts = {
        "report": shown,
        "state": state,
        "stage": state.stage,
        "statement": statement,
        **printed(statement),
        "findings": ranked(found, state),
        "stops": len(queries.open_points(found, state)),
        "review": review,
        "steps": review_queries.signed_steps(review),
        "acting": _acting(request, state, review),
        "sign_form": SignForm(),
        "reason_form": ReasonForm(),
        "may_edit": may_draft and drafting,
        "may_recall": may_draft and state.stage is Stage.IN_REVIEW,
        "may_publish": may_draft and state.stage is Stage.SIGNED,
        "may_correct": permissions.may_correct.test(request.standing, shown.body)
        and state.stage in (Stage.SIGNED, Stage.PUBLISHED),
        "due": queries.due(shown.body, shown.year),
        "today": clock.today(),
        "entries": shown.entries.order_by("-number")[:20],
    }
    return render(request, "reporting/report.html", facts)


def _acting(request: HttpRequest, state: State, review: Review | None) -> Acting | None:
    if state.stage is not Stage.IN_REVIEW:
        return None
    return review_queries.turn(review, request.user, request.standing, clock.today())

"""The reports on the desk, and one of them with all that is to be done about it."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.publication.reminders import ladder, reached
from gongkai.web.agencies import permissions as agency_permissions
from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import permissions
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.binding import Bound
from gongkai.web.reporting.forms.report import CommentForm, OpenForm, ReasonForm
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import freezing
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.checking import points, stops, typed_by_hand
from gongkai.web.reporting.record import NotProvidedForError, Stage, State
from gongkai.web.reporting.sheets import layouts
from gongkai.web.reporting.shown import marks, part_title, printed
from gongkai.web.reporting.views.entrance import readable
from gongkai.web.review import queries as review_queries
from gongkai.web.review.forms import SignForm
from gongkai.web.review.models import Review
from gongkai.web.review.permissions import may_see_reviews
from gongkai.web.review.queries import Acting
from gongkai.web.ui import clock

FROZEN = (Stage.SIGNED, Stage.PUBLISHED)


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
    numbers = queries.numbers_of(shown, state)
    signed = freezing.frozen_statement(state) if state.stage in FROZEN else None
    statement = signed or queries.statement_of(shown, state, None, numbers)
    found = points(shown, state, clock.today(), statement)
    review = review_queries.latest(f"{queries.SUBJECT}:{shown.pk}")
    facts = {
        "report": shown,
        "state": state,
        "stage": state.stage,
        "statement": statement,
        **printed(statement),
        "points": found,
        "stops": len(stops(found)),
        "marks": marks(state, found),
        "loose": _loose(shown, state, numbers.known),
        "changed": freezing.changed_figures(state, numbers.figures) if signed else [],
        "comments": [(c, part_title(shown.year, c.part)) for c in state.comments if not c.settled],
        "review": review,
        "steps": review_queries.signed_steps(review),
        "sees_reviews": may_see_reviews.test(request.standing, shown.body),
        "turn": "、".join(Role(role).label for role in review.waits_for) if review else "",
        "acting": _acting(request, state, review),
        "sign_form": SignForm(review=review, acting=_acting(request, state, review)),
        "reason_form": ReasonForm(),
        "comment_form": CommentForm(),
        **_allowed(request, shown, state),
        **_due(shown),
        "sheets": [(key, layout.title) for key, layout in layouts().items()],
        "entries": shown.entries.defer("facts").order_by("-number")[:20],
    }
    return render(request, "reporting/report.html", facts)


def _allowed(request: HttpRequest, shown: Report, state: State) -> dict[str, bool]:
    """What this person may do now."""
    may_draft = permissions.may_draft.test(request.standing, shown.body)
    may_correct = permissions.may_correct.test(request.standing, shown.body)
    return {
        "may_edit": may_draft and state.stage is Stage.DRAFTING,
        "may_comment": state.stage in (Stage.DRAFTING, Stage.IN_REVIEW),
        "may_hand_in": may_draft,
        "may_recall": may_draft and state.stage is Stage.IN_REVIEW,
        "may_publish": may_draft and state.stage is Stage.SIGNED,
        "may_correct": may_correct and state.stage in FROZEN,
        "frozen": state.stage in FROZEN,
    }


def _due(shown: Report) -> dict[str, object]:
    """Until when, and the reminder that holds today."""
    due = queries.report_due_of(shown.body, shown.year)
    rungs = ladder(due, default_calendar())
    today = clock.today()
    return {"due": due.legal, "today": today, "rungs": rungs, "reminder": reached(rungs, today)}


def _loose(shown: Report, state: State, known: Mapping[str, Bound]) -> list[tuple[str, str, int]]:
    """Parts with numbers typed by hand: key, title, how many."""
    if state.stage is not Stage.DRAFTING:
        return []
    found = typed_by_hand(state, known)
    return [(part, part_title(shown.year, part), len(each)) for part, each in found.items()]


def _acting(request: HttpRequest, state: State, review: Review | None) -> Acting | None:
    if state.stage is not Stage.IN_REVIEW:
        return None
    return review_queries.turn(review, request.user, request.standing, clock.today())

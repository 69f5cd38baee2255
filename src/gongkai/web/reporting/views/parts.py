"""Writing a part: its words beside their numbers, findings, last year's text, other versions."""

from collections.abc import Mapping
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.reporting.acts import writing
from gongkai.web.reporting.binding import Bound, UnknownNameError, demand_known, loose, pieces
from gongkai.web.reporting.draft import PARTS
from gongkai.web.reporting.forms.report import BindForm, CommentForm, TextForm
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.permissions import may_draft
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.checking import points
from gongkai.web.reporting.queries.versions import aside_of, compared, version_of, versions
from gongkai.web.reporting.record import NotProvidedForError, Stage, State
from gongkai.web.reporting.shown import part_title
from gongkai.web.reporting.views.entrance import attempt, closed, draftable, readable
from gongkai.web.ui import clock


def text(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Write one part, or see what is to be said of the words before they are saved."""
    shown = _part_of(draftable(request, pk), part)
    state = queries.state_of(shown)
    if state.stage is not Stage.DRAFTING:
        return closed(request, shown, state)
    now = state.texts[part]
    form = TextForm(request.POST or None, initial={"words": now.words, "base": now.version})
    facts = {"report": shown, "part": part, "form": form, "text": now}
    if request.method == "POST" and form.is_valid():
        if "check" in request.POST:
            state = _with_words(state, part, form.cleaned_data["words"])
            facts["tried"] = True
        elif _written(request, shown, part, form, facts):
            return redirect("reporting:report", pk)
    return render(request, "reporting/text.html", facts | _beside(shown, state, part))


def _written(
    request: HttpRequest, shown: Report, part: str, form: TextForm, facts: dict[str, object]
) -> bool:
    """Save the words; else the form says why not, and `clash` shows both texts."""
    try:
        writing.write(request.actor, report=shown, part=part, **form.cleaned_data)
    except writing.ChangedMeanwhileError as fault:
        facts["clash"] = compared(fault.words, form.cleaned_data["words"])
        form.add_error("words", str(fault))
        form.data = form.data.copy() | {"base": queries.state_of(shown).texts[part].version}
    except UnknownNameError as fault:
        form.add_error("words", str(fault))
    except NotProvidedForError as refusal:
        form.add_error(None, str(refusal))
    else:
        messages.success(request, "已经保存。")
        return True
    return False


def _with_words(state: State, part: str, words: str) -> State:
    """The report as if these words were saved."""
    return replace(state, texts={**state.texts, part: replace(state.texts[part], words=words)})


def _beside(shown: Report, state: State, part: str) -> dict[str, object]:
    """What stands beside the words: numbers, findings, last year's text, comments."""
    numbers = queries.numbers_of(shown, state)
    statement, known = queries.statement_of(shown, state, None, numbers), numbers.known
    words = state.texts[part].words
    earlier = [each for each in queries.earlier_of(shown) if each.year == shown.year - 1]
    last = earlier[0].section(part) if earlier and part != "preamble" else None
    found = points(shown, state, clock.today(), statement)
    return {
        "unknown": _unknown(words, known),
        "title": part_title(shown.year, part),
        "pieces": pieces(words, known),
        "known": [each for each in known.values() if each.value] or list(known.values())[:12],
        "all_known": known.values(),
        "loose": loose(words, known),
        "points": [each for each in found if each.part == part],
        "last": last,
        "last_year": shown.year - 1,
        "comments": [each for each in state.comments if each.part == part and not each.settled],
        "comment_form": CommentForm(),
        "aside": aside_of(shown, part),
    }


def _unknown(words: str, known: Mapping[str, Bound]) -> str:
    """What is to be said of a name that is bound to nothing."""
    try:
        demand_known(words, known)
    except UnknownNameError as fault:
        return str(fault)
    return ""


@require_POST
def bind(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Bind a number that was typed by hand."""
    shown = _part_of(draftable(request, pk), part)
    form = BindForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        attempt(
            request,
            lambda: writing.bind_number(request.actor, report=shown, part=part, **typed),
            "已经绑定，数字随数据变化。",
        )
    else:
        messages.error(request, "请选择要绑定的数据。")
    return redirect("reporting:text", pk, part)


def history(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Every version of a part, the newest first, with what each changed."""
    shown = _part_of(readable(request, pk), part)
    state = queries.state_of(shown)
    editable = state.stage is Stage.DRAFTING and may_draft.test(request.standing, shown.body)
    facts = {
        "report": shown,
        "part": part,
        "title": part_title(shown.year, part),
        "versions": versions(shown, part),
        "current": state.texts[part].version,
        "may_edit": editable,
    }
    return render(request, "reporting/history.html", facts)


@require_POST
def restore(request: HttpRequest, pk: int, part: str, number: int) -> HttpResponse:
    """Make the words of an earlier version the words of now, as a new version."""
    shown = _part_of(draftable(request, pk), part)
    words = version_of(shown, part, number)
    if words is None:
        raise Http404
    base = queries.state_of(shown).texts[part].version
    attempt(
        request,
        lambda: writing.write(request.actor, report=shown, part=part, words=words, base=base),
        "已经恢复为这一版的文字。",
    )
    return redirect("reporting:history", pk, part)


@require_POST
def comment(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Leave a word to colleagues about a part."""
    shown = _part_of(readable(request, pk), part)
    form = CommentForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["comment"]
        attempt(
            request,
            lambda: writing.comment(request.actor, report=shown, part=part, words=words),
            "批注已经记下。",
        )
    else:
        messages.error(request, "请写批注的内容。")
    return _back(request, shown, part)


@require_POST
def settle(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    shown = draftable(request, pk)
    act = lambda: writing.settle(request.actor, report=shown, number=number)  # noqa: E731
    attempt(request, act, "批注已经了结。")
    return redirect("reporting:report", pk)


def _back(request: HttpRequest, shown: Report, part: str) -> HttpResponse:
    """To the editor where this person may write, else to the report."""
    drafting = queries.state_of(shown).stage is Stage.DRAFTING
    if drafting and may_draft.test(request.standing, shown.body):
        return redirect("reporting:text", shown.pk, part)
    return redirect("reporting:report", shown.pk)


def _part_of(shown: Report, part: str) -> Report:
    """The report, if it has such a part."""
    if part not in PARTS:
        raise Http404
    return shown

"""The files of a letter: for Word, to look at, edited, with the seal; how it went out."""

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from gongkai.law.outcome.letters import NOT_TO_THE_APPLICANT
from gongkai.law.outcome.letters import letter as kind_of_letter
from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.reports.office import PDF, OfficeError, converted
from gongkai.web.files.queries import content
from gongkai.web.files.sniff import RefusedError
from gongkai.web.requests import letter_page, permissions, queries
from gongkai.web.requests.acts import answer as acts
from gongkai.web.requests.acts.serve import arrived, serve
from gongkai.web.requests.letter_forms import ScanForm, ServeForm, WordForm
from gongkai.web.requests.letters.file import text_in, to_edit, to_look_at
from gongkai.web.requests.models.letters import Letter, Paper
from gongkai.web.requests.views.found import letter_for
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.ui import clock
from gongkai.web.ui.forms import DayField, PlainForm

WORD, PORTABLE = acts.WORD_FILE, "application/pdf"
SECONDS = 40
"""How long a preview may take."""
KEPT = 120
"""Seconds for which the same preview is not made again."""


class ArrivedForm(PlainForm):
    """The day of the signature that came later."""

    on = DayField(label="签收或者到达日期")


@require_safe
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter for Word, number and date kept as blanks."""
    letter = letter_for(request, pk, permissions.may_see)
    return as_file(to_edit(letter, clock.today()), WORD, f"{_name(letter)}.docx")


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter as it would be printed; the Word file where LibreOffice does not answer."""
    letter = letter_for(request, pk, permissions.may_see)
    today = clock.today()
    key = f"requests.preview:{letter.pk}:{today}:{letter.number}:{acts.digest(letter)}"
    printed = cache.get(key)
    if printed is None:
        data = to_look_at(letter, today)
        try:
            printed = converted(data, "docx", PDF, SECONDS)
        except OfficeError:
            return as_file(data, WORD, f"{_name(letter)}.docx")
        cache.set(key, printed, KEPT)
    return as_file(printed, PORTABLE, f"{_name(letter)}.pdf", inline=True)


@require_POST
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in the letter as it was edited in Word."""
    letter = letter_for(request, pk, permissions.may_handle)
    form = WordForm(request.POST, request.FILES)
    if letter.state not in acts.OPEN:
        messages.error(request, "文书已经编号，不能再改。")
    elif not form.is_valid():
        messages.error(request, _first_fault(form))
    else:
        try:
            acts.take_edited(request.actor, letter, form.data, text_in(form.data))
        except RefusedError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "已换成上传的 Word 文件，请核对下面的正文和检查结果。")
    return redirect("requests:letter", pk=pk)


@require_POST
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper with the seal becomes what is given out."""
    letter = letter_for(request, pk, permissions.may_handle)
    form = ScanForm(request.POST, request.FILES)
    if letter.state not in (Letter.State.SEALED, Letter.State.ISSUED):
        messages.error(request, "编号以后才能上传盖章扫描件。")
    elif not form.is_valid():
        messages.error(request, _first_fault(form))
    else:
        sent = form.cleaned_data["file"]
        _keep(request, letter, Paper.Kind.SCAN, sent)
    return redirect("requests:letter", pk=pk)


@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Note how it went out; by post the day of posting counts."""
    letter = letter_for(request, pk, permissions.may_handle)
    others = letter.code in NOT_TO_THE_APPLICANT
    form = ServeForm(request.POST, request.FILES, today=clock.today(), to_others=others)
    if letter.state != Letter.State.SEALED:
        messages.error(request, "文书编号以后才能送达，已经送达的不再重复登记。")
        return redirect("requests:letter", pk=pk)
    if not form.is_valid():
        facts = letter_page.facts(request, letter)
        return render(request, "requests/letter.html", {**facts, "serve_form": form})
    try:
        serve(request.actor, letter, form.save(commit=False))
    except (NotInOrderError, NotProvidedFor) as refusal:
        messages.error(request, f"{refusal}")
    else:
        if form.cleaned_data["proof"]:
            _keep(request, letter, Paper.Kind.PROOF, form.cleaned_data["proof"])
    return redirect("requests:letter", pk=pk)


@require_POST
def reached(request: HttpRequest, pk: int) -> HttpResponse:
    """The signature for a letter handed over before."""
    letter = letter_for(request, pk, permissions.may_handle)
    form = ArrivedForm(request.POST)
    try:
        if not form.is_valid() or form.cleaned_data["on"] > clock.today():
            raise NotInOrderError("请填写签收日期，不能晚于今天。")
        arrived(request.actor, letter, on=form.cleaned_data["on"])
    except (NotInOrderError, NotProvidedFor, ValueError) as refusal:
        messages.error(request, f"{refusal}")
    return redirect("requests:letter", pk=pk)


def given(letter: Letter) -> HttpResponse:
    """What the one it is for gets: the scan, else the print, else the Word file."""
    paper = queries.best_paper(letter)
    if paper is None:
        raise Http404
    return as_file(content(paper.upload), paper.upload.media, paper.upload.name)


def _keep(request: HttpRequest, letter: Letter, kind: Paper.Kind, sent) -> None:
    try:
        acts.add_paper(request.actor, letter, kind, sent.name, sent.read())
    except RefusedError as refusal:
        messages.error(request, str(refusal))


def _first_fault(form: PlainForm) -> str:
    return next(iter(form.errors.values()))[0]


def _name(letter: Letter) -> str:
    return f"{letter.number or letter.request.number}{kind_of_letter(letter.code).zh}"


def as_file(data: bytes, media: str, name: str, *, inline: bool = False) -> HttpResponse:
    response = HttpResponse(data, content_type=media)
    response["Content-Disposition"] = content_disposition_header(not inline, name)
    response["Cache-Control"] = "private, no-store"
    return response

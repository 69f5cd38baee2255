"""From a drafted letter to one that was signed, numbered and served."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.letters import letter as kind_of_letter
from gongkai.law.outcome.table import outcome
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files import acts as file_acts
from gongkai.web.files.queries import content
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.acts.numbers import next_number
from gongkai.web.requests.acts.serve import serve
from gongkai.web.requests.letters.blanks import TEXT
from gongkai.web.requests.letters.case import case_of, said_in, series
from gongkai.web.requests.letters.file import UNNUMBERED, docx_of
from gongkai.web.requests.letters.own import names_in, rendered
from gongkai.web.requests.letters.words import built_in, values_of, version
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter, Paper, Service, Template
from gongkai.web.requests.queries import letter_text, subject_of_letter
from gongkai.web.review.acts import NotInOrderError, open_review, sign
from gongkai.web.review.chain import Outcome, Point, Verdict, digest_of
from gongkai.web.review.models import Review
from gongkai.web.review.queries import Acting, latest
from gongkai.web.ui import clock, queue
from gongkai.web.ui.templatetags.gongkai import day
from gongkai.web.vault.acts import amend

OPEN = (Letter.State.DRAFT, Letter.State.REVIEW)
PRINT = "gongkai.web.requests.tasks.print_letter"
WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """What an officer has written: the words, and for other letters than answers what they set."""

    code: str
    text: str
    title: str = ""
    kind: AnswerKind | None = None
    withheld: tuple[Ground, ...] = ()
    details: dict[str, object] | None = None
    addressee: str = ""
    template: Template | None = None


def draft(
    by: Actor, request: Request, *, kind: AnswerKind, withheld: tuple[Ground, ...], text: str
) -> Letter:
    """Write the answer, or write it anew; what was signed before is void with that."""
    code = outcome(kind).letter.code
    answers = request.letters.filter(state__in=OPEN, code__startswith="D")
    said = Drafted(code=code, text=text, kind=kind, withheld=withheld)
    return write(by, request, said, answers.last())


@transaction.atomic
def write(by: Actor, request: Request, said: Drafted, letter: Letter | None = None) -> Letter:
    """Write a letter, or write it anew; what was signed before is void with that."""
    letter = letter or Letter(request=request, made=clock.now())
    letter.code, letter.state = said.code, Letter.State.DRAFT
    letter.title = said.title or built_in(said.code).title
    letter.answer = said.kind.name if said.kind else ""
    letter.withheld = [ground.name for ground in said.withheld]
    letter.details = said.details or {}
    letter.template = said.template
    letter.built_in = "" if said.template and said.template.text else version()
    letter.edited = None
    letter.save()
    kept = {_field(letter): said.text, f"{_field(letter)}:to": said.addressee}
    amend(request.holder, kept)
    _made_with_a_whole_template(by, letter)
    _record(by, letter, "draft", f"起草{_name(letter)}")
    return letter


@transaction.atomic
def change_text(by: Actor, letter: Letter, *, title: str, text: str) -> None:
    """Put other words in its place; it goes back to draft."""
    letter.title, letter.state, letter.edited = title, Letter.State.DRAFT, None
    letter.save(update_fields=["title", "state", "edited"])
    amend(letter.request.holder, {_field(letter): text})
    _record(by, letter, "draft", f"修改{_name(letter)}")


@transaction.atomic
def take_edited(by: Actor, letter: Letter, data: bytes, text: str) -> Paper:
    """Take in the letter as it was edited in Word; the page shows its words from now on."""
    count = letter.papers.filter(kind=Paper.Kind.EDITED).count() + 1
    paper = add_paper(by, letter, Paper.Kind.EDITED, f"修改稿{count}.docx", data)
    letter.edited, letter.state = paper.upload, Letter.State.DRAFT
    letter.save(update_fields=["edited", "state"])
    amend(letter.request.holder, {_field(letter): text})
    _record(by, letter, "edit", f"上传{_name(letter)}的 Word 修改稿")
    return paper


def add_paper(by: Actor, letter: Letter, kind: Paper.Kind, name: str, data: bytes) -> Paper:
    """Keep a file of the letter under the applicant's key. RefusedError with a sentence."""
    request = letter.request
    upload = file_acts.keep(
        by,
        name,
        data,
        subject=subject_of_letter(letter),
        body=request.body_id,
        holder=request.holder,
        chain=request.body.code,
    )
    return Paper.objects.create(letter=letter, kind=kind, upload=upload)


def _made_with_a_whole_template(by: Actor, letter: Letter) -> None:
    """A Word template without a place for the text has its own: the file is the letter then."""
    template = letter.template
    if template is None or template.upload is None:
        return
    data = content(template.upload)
    if TEXT in names_in(data):
        return
    said = said_in(letter, clock.today())
    values = dict(values_of(case_of(letter.request), said))
    values.pop("成文日期", None)
    letter.edited = add_paper(
        by, letter, Paper.Kind.EDITED, "按模板生成.docx", rendered(data, values)
    ).upload
    letter.save(update_fields=["edited"])


@transaction.atomic
def send_for_review(by: Actor, letter: Letter, *, address: str) -> None:
    """Give the draft to those who sign."""
    letter.state = Letter.State.REVIEW
    letter.save(update_fields=["state"])
    open_review(
        by,
        body=letter.request.body,
        subject=subject_of_letter(letter),
        title=f"{letter.request.number} {_name(letter)}",
        address=address,
        digest=digest(letter),
        due=letter.request.due,
        things=["答复文书"],
    )


@transaction.atomic
def sign_letter(
    by: Actor,
    letter: Letter,
    *,
    review: Review,
    acting: Acting,
    verdict: Verdict,
    opinion: str,
    points: Sequence[Point] | None = None,
) -> None:
    """Sign or return it; returned, it is a draft again."""
    mark = {"acting": acting, "verdict": verdict, "opinion": opinion, "points": points}
    if sign(by, review=review, digest=digest(letter), **mark) is Outcome.RETURNED:
        letter.state = Letter.State.DRAFT
        letter.save(update_fields=["state"])


@transaction.atomic
def seal(by: Actor, letter: Letter, *, on: date) -> Letter:
    """Number the signed letter and keep its file; NotInOrderError unless all have signed it."""
    locked = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("request__body", "request__holder", "edited", "template__upload")
        .get(pk=letter.pk)
    )
    if locked.state not in OPEN:
        raise NotInOrderError("这件文书已经编号，不能再编一次。")
    body = locked.request.body
    if locked.code not in UNNUMBERED:
        _refuse_unsigned(locked)
        serial = next_number(body, "letter", on.year)
        locked.number = f"{series(body)}〔{on.year}〕{serial}号"
    locked.state, locked.issued = Letter.State.SEALED, on
    locked.save(update_fields=["number", "state", "issued"])
    data = docx_of(locked, number=locked.number, dated=day(on), on=on)
    add_paper(by, locked, Paper.Kind.NUMBERED, f"{locked.number or _name(locked)}.docx", data)
    queue.later(PRINT, letter=locked.pk)
    _record(by, locked, "seal", f"编号 {locked.number or _name(locked)}")
    return locked


def _refuse_unsigned(letter: Letter) -> None:
    review = latest(subject_of_letter(letter))
    if review is None or review.outcome != Outcome.DONE or review.digest != digest(letter):
        raise NotInOrderError("答复还没有签发，或者签发后有改动，不能发出。")


@transaction.atomic
def issue(by: Actor, letter: Letter, *, on: date) -> Letter:
    """Number the signed letter and put it where the applicant reads it, the same day."""
    sealed = seal(by, letter, on=on)
    return serve(by, sealed, Service(means=Service.Means.PORTAL, handed_over=on, reached=on))


def digest(letter: Letter) -> str:
    """The hash of what is signed: the kind of answer, its grounds, its words, its file."""
    own = [letter.answer, letter.withheld, letter.title, letter.details, letter_text(letter)]
    made_with = letter.template_id or letter.built_in
    return digest_of([*own, made_with, letter.edited.sha256 if letter.edited else ""])


def _field(letter: Letter) -> str:
    return f"letter:{letter.pk}"


def _name(letter: Letter) -> str:
    return kind_of_letter(letter.code).zh


def _record(by: Actor, letter: Letter, verb: str, title: str) -> None:
    request = letter.request
    facts = {"letter": letter.pk, "code": letter.code, "answer": letter.answer}
    record(
        by,
        f"requests.{verb}",
        subject=subject(request),
        title=f"{request.number} {title}",
        chain=request.body.code,
        facts=facts,
    )

"""Files made of a letter after it was numbered."""

from gongkai.reports.office import PDF, AbsentError, converted
from gongkai.web.audit.actor import Actor
from gongkai.web.files.queries import content
from gongkai.web.requests.acts.answer import add_paper
from gongkai.web.requests.models.letters import Letter, Paper

SECONDS = 120


def print_letter(by: Actor, pk: int) -> None:
    """The PDF of what was numbered, once; none where LibreOffice is not installed."""
    letter = Letter.objects.select_related("request__body", "request__holder").get(pk=pk)
    numbered = letter.papers.filter(kind=Paper.Kind.NUMBERED).last()
    if numbered is None or letter.papers.filter(kind=Paper.Kind.PRINT).exists():
        return
    try:
        printed = converted(content(numbered.upload), "docx", PDF, SECONDS)
    except AbsentError:
        return
    name = numbered.upload.name.removesuffix(".docx")
    add_paper(by, letter, Paper.Kind.PRINT, f"{name}.pdf", printed)

"""Reports printed by LibreOffice in sizes that break rows, labels and figures at page ends."""

import io
import random
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from docx.text.run import Run

from gongkai.reports.read import read_bytes
from gongkai.reports.write.registry import render
from tests.reports.read.office import converted
from tests.reports.read.test_docx import saved
from tests.reports.write.samples import complete


def printed(statement, size, top, side, landscape):
    """The official layout with other type and margins, its rows and long table free to break."""
    made = docx.Document(io.BytesIO(render(statement, "docx")))
    for section in made.sections:
        section.top_margin, section.left_margin, section.right_margin = Mm(top), Mm(side), Mm(side)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
    for table in made.tables:
        for run in table._tbl.iter("{*}r"):
            Run(run, None).font.size = Pt(size)
        for keep in list(table._tbl.iter("{*}cantSplit", "{*}tblHeader")):
            keep.getparent().remove(keep)
    for keep in list(made.tables[1]._tbl.iter("{*}keepNext")):
        keep.getparent().remove(keep)
    return converted(saved(made), "docx", "pdf")


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("form_id", "size", "top", "side", "landscape"),
    [
        ("2021", 14, 60, 15, False),
        ("2021", 10.5, 10, 15, True),
        ("2019", 12, 40, 35, False),
    ],
)
def test_every_figure_is_read_wherever_pages_and_cells_break_it(
    form_id, size, top, side, landscape
):
    dice = random.Random(6)
    blank = complete(form_id)
    figures = {cell: dice.choice([0, 1, None, dice.randint(3, 12_000)]) for cell in blank.figures}
    wanted = replace(blank, figures=figures)
    (report,) = read_bytes("a.pdf", printed(wanted, size, top, side, landscape))
    got = report.statement
    assert {cell: got.figure(cell) for cell in figures} == figures
    assert (got.body, got.year, got.issued_on) == (wanted.body, wanted.year, wanted.issued_on)
    assert [one.title for one in got.sections] == [one.title for one in wanted.sections]

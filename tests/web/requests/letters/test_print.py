"""A letter printed by LibreOffice lies within a millimetre of GB/T 9704-2012, measured in the PDF.

Ink is measured on the picture of the page, lines of text by the characters' places in the PDF.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pypdfium2
import pytest
from PIL import Image, ImageChops

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.paragraph import Addresses
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import received
from gongkai.reports.office import PDF, converted, office
from gongkai.web.requests.letters.blanks import Case, Said
from gongkai.web.requests.letters.page import Sheet, printed
from gongkai.web.requests.letters.words import wording

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(office() is None, reason="LibreOffice is not installed"),
]
MM = 25.4 / 72
DPI = 300
NEAR = 1.0
"""mm."""
LEFT, RIGHT, TOP = 28, 210 - 26, 37
LINE = 225 / 22
"""mm: 22 lines fill the type area of 225 mm."""
CHARACTER = 156 / 28
"""mm: 28 characters fill its width."""
BODY = "青禾区网格化服务中心"
NUMBER, DAY = "青禾网格公复〔2026〕12号", "2026年2月5日"


@dataclass(frozen=True)
class Row:
    """A line of text: its words without blanks, its edges in mm from the upper left corner."""

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float


@cache
def pdf() -> bytes:
    arrived = Receipt(channel=Channel.IN_PERSON, arrived_on=date(2026, 1, 26))
    case = Case(
        applicant="程远山",
        natural=True,
        topic="小区改造资金安排",
        number="SQ001-2026-0001",
        channel="IN_PERSON",
        body=BODY,
        where=Addresses(authorities=("青禾区人民政府",), court="青禾区人民法院"),
        record=(received(arrived),),
    )
    said = Said(
        code="D3",
        on=date(2026, 2, 5),
        kind=AnswerKind.PARTLY_GRANTED,
        withheld=(Ground.THIRD_PARTY,),
    )
    words = wording(case, said)
    sheet = Sheet(BODY, NUMBER, words.title, words.text, DAY, date(2026, 2, 5))
    return converted(printed(sheet), "docx", PDF, 120)


@cache
def rows() -> tuple[Row, ...]:
    with pdfplumber.open(BytesIO(pdf())) as opened:
        return tuple(
            Row(
                page.page_number,
                "".join(line["text"].split()),
                *(line[edge] * MM for edge in ("x0", "x1", "top", "bottom")),
            )
            for page in opened.pages
            for line in page.extract_text_lines()
        )


def row(text: str) -> Row:
    return next(each for each in rows() if text in each.text)


@cache
def red_ink() -> tuple[tuple[float, float, float, float], ...]:
    """Left, top, right, bottom in mm of the mark and of the rule below it."""
    page = pypdfium2.PdfDocument(pdf())[0].render(scale=DPI / 72).to_pil()
    red, green, _blue = page.split()
    ink = ImageChops.difference(red, green).point(lambda by: 255 * (by > 100))
    upper = ink.crop((0, 0, ink.width, round(110 / 25.4 * DPI)))
    lower = Image.new("L", ink.size)
    lower.paste(ink.crop((0, upper.height, *ink.size)), (0, upper.height))
    scale = 25.4 / DPI
    return tuple(tuple(edge * scale for edge in part.getbbox()) for part in (upper, lower))


def near(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= NEAR


def centre(found: Row) -> float:
    return (found.left + found.right) / 2


def test_the_page_is_a4():
    assert [round(each * MM, 1) for each in pypdfium2.PdfDocument(pdf())[0].get_size()] == [
        210.0,
        297.0,
    ]


def test_the_red_mark_begins_35_mm_below_the_type_area_and_is_centred():
    left, top, right, _bottom = red_ink()[0]
    assert near(top, TOP + 35)
    assert near((left + right) / 2, (LEFT + RIGHT) / 2)
    assert right - left <= RIGHT - LEFT + NEAR


def test_the_number_stands_two_lines_below_the_mark_and_is_centred():
    number, mark = row(NUMBER), red_ink()[0]
    gap = number.top - mark[3]
    assert 2 * LINE - NEAR <= gap <= 3 * LINE
    assert near(centre(number), (LEFT + RIGHT) / 2)


def test_the_red_rule_lies_4_mm_below_the_number_as_wide_as_the_type_area():
    left, top, right, bottom = red_ink()[1]
    page = pypdfium2.PdfDocument(pdf())[0].render(scale=DPI / 72).to_pil().convert("L")
    number = row(NUMBER)
    strip = (0, round((number.top - 2) / 25.4 * DPI), page.width, round((top - 0.5) / 25.4 * DPI))
    ink = page.crop(strip).point(lambda light: 255 * (light < 128)).getbbox()
    ends = number.top - 2 + ink[3] * 25.4 / DPI
    assert near(top - ends, 4)
    assert near(left, LEFT)
    assert near(right, RIGHT)
    assert bottom - top < 1


def test_the_title_stands_two_lines_below_the_rule_and_is_centred():
    title = row("政府信息公开申请答复书")
    assert near(centre(title), (LEFT + RIGHT) / 2)
    gap = title.top - red_ink()[1][3]
    leading = (36 - 22) / 2 * MM
    assert near(gap, 2 * LINE + leading)
    assert near(title.bottom - title.top, 22 * MM)


def test_the_addressee_stands_one_line_below_the_title_at_the_edge():
    title, to = row("政府信息公开申请答复书"), row("程远山：")
    assert near(to.left, LEFT)
    leading = (36 - 22) / 2 * MM + (28.95 - 16) / 2 * MM
    assert near(to.top - title.bottom, LINE + leading)


def test_paragraphs_are_indented_two_characters_and_lines_are_a_22nd_of_the_page():
    first = row("本机关于2026年1月26日收到")
    body = [each for each in rows() if each.page == 1 and each.top >= first.top]
    lines = [each for each in body if "—" not in each.text]
    assert near(first.left, LEFT + 2 * CHARACTER)
    for above, below in pairwise(lines):
        assert near(below.top - above.top, LINE)
        assert near(below.left, LEFT) or near(below.left, LEFT + 2 * CHARACTER)
    full = [each for each in rows() if len(each.text) == 28 and each.text.isalpha()]
    assert all(near(each.right, RIGHT) for each in full)
    assert max(each.bottom for each in lines) <= TOP + 225 + NEAR


def test_the_remedy_paragraph_is_a_paragraph_of_the_body():
    remedy = row("对本答复不服的")
    assert near(remedy.left, LEFT + 2 * CHARACTER)
    assert near(remedy.bottom - remedy.top, 16 * MM)
    following = [each for each in rows() if each.page == remedy.page and each.top > remedy.top]
    assert near(following[0].top - remedy.top, LINE)
    assert near(following[0].left, LEFT)


def test_the_date_keeps_four_characters_and_the_name_is_centred_on_it():
    day = row(DAY)
    name = next(each for each in rows() if each.text == BODY and each.page == day.page == 2)
    wider = (day.right - day.left) - 6 * 16 * MM
    assert near(day.right - wider / 2, RIGHT - 4 * 16 * MM), "but for digits of another font"
    assert near(centre(name), centre(day))
    assert near(day.top - name.top, LINE)


def test_there_is_room_for_a_seal_that_touches_the_text():
    day, remedy = row(DAY), row("对本答复不服的")
    name = next(each for each in rows() if each.text == BODY and each.page == day.page)
    last = max(each.bottom for each in rows() if remedy.top <= each.top < name.top)
    assert 2 * LINE - NEAR <= name.top - last <= 4 * LINE


def test_the_page_number_stands_7_mm_below_the_type_area_one_character_in():
    first = row("—1—")
    assert near(first.right, RIGHT - 14 * MM)
    page = pypdfium2.PdfDocument(pdf())[0].render(scale=DPI / 72).to_pil().convert("L")
    begins = first.left / 25.4 * DPI
    dash = (round(begins), round((TOP + 226) / 25.4 * DPI), round(begins + 40), page.height)
    ink = page.crop(dash).point(lambda light: 255 * (light < 128)).getbbox()
    assert near(ink[1] * 25.4 / DPI + 1, 7)
    second = row("—2—")
    assert near(second.left, LEFT + 14 * MM)


def test_no_sign_of_the_letter_is_lost_in_print():
    said = "".join(each.text for each in rows())
    for sign, count in (("，", 8), ("。", 5), ("；", 1), ("〔", 1)):
        assert said.count(sign) >= count

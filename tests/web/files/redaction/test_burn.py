"""Nothing that was blacked out survives anywhere in the output."""

import zlib

import pypdfium2
import pytest
from PIL import ImageChops

from gongkai.reports.office import office
from gongkai.web.files.redaction.burn import LeakError, as_pdf, burnt, refuse_leaks
from gongkai.web.files.redaction.pages import DPI, MM, Paper
from tests.web.files.redaction.made import Made, made

FEW = (0, 1, 2, 6, 7, 8)
"""Three PDF and one picture of each kind; Word takes LibreOffice and is in the long form."""


def assert_nothing_survives(paper: Made) -> None:
    out = burnt(paper.data, paper.boxes)
    refuse_leaks(out, paper.boxes, paper.secrets)
    assert_not_in_bytes(out, paper.secrets)
    pdf = pypdfium2.PdfDocument(out)
    assert len(pdf) == len(Paper(paper.data))
    assert out.count(b"%%EOF") == 1
    assert pdf.count_attachments() == 0
    assert not any(pdf.get_metadata_dict().values())
    assert "".join(page.get_textpage().get_text_bounded() for page in pdf) == ""
    for number, page in enumerate(pdf, 1):
        assert pypdfium2.raw.FPDFPage_GetAnnotCount(page) == 0
        picture = page.render(scale=DPI / 72).to_pil().convert("L")
        for box in (box for box in paper.boxes if box.page == number):
            left, top, right, bottom = (round(edge) for edge in box.pixels(DPI))
            inner = picture.crop((left + 9, top + 9, right - 9, bottom - 9))
            assert inner.getextrema()[1] <= 40, f"{paper.name}, page {number}"


def assert_not_in_bytes(out: bytes, secrets) -> None:
    """Neither as it is nor in any stream unpacked."""
    for secret in secrets:
        for code in ("utf-8", "utf-16-be", "utf-16-le", "gb18030"):
            assert secret.encode(code) not in out
    for piece in out.split(b"stream\n")[1::2]:
        try:
            unpacked = zlib.decompress(piece)
        except zlib.error:
            continue
        assert not any(secret.encode("utf-8") in unpacked for secret in secrets)


@pytest.mark.parametrize("number", FEW)
def test_nothing_that_was_blacked_out_survives(number):
    paper = made(number)
    assert len(paper.boxes) >= 3
    assert_nothing_survives(paper)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(100))
def test_nothing_survives_in_any_of_a_hundred_papers(number):
    if number % 10 == 9 and office() is None:
        pytest.skip("LibreOffice is not installed")
    assert_nothing_survives(made(number))


def test_a_secret_that_nobody_marked_stays_seen():
    """What is not blacked out is disclosed: the picture of the page is the page."""
    paper = made(0)
    shown = pypdfium2.PdfDocument(burnt(paper.data, []))[0].render(scale=1).to_pil().convert("L")
    original = pypdfium2.PdfDocument(paper.data)[0].render(scale=1).to_pil().convert("L")
    assert shown.size == original.size
    differing = ImageChops.difference(shown, original).point(lambda by: 255 * (by > 90))
    assert differing.histogram()[255] < 0.01 * shown.width * shown.height


def test_an_output_with_more_than_pictures_or_light_under_a_box_is_refused():
    paper = made(0)
    with pytest.raises(LeakError, match=r"旧版本|元数据|附件"):
        refuse_leaks(paper.data, [])
    with pytest.raises(LeakError, match="没有全黑"):
        refuse_leaks(burnt(paper.data, []), paper.boxes)


def test_a_page_keeps_its_measure_and_its_rotation():
    for number in (1, 8):
        paper = made(number)
        before, after = Paper(paper.data), Paper(burnt(paper.data, paper.boxes))
        for page in range(1, len(before) + 1):
            assert abs(before.size(page).width - after.size(page).width) < 0.1
            assert abs(before.size(page).height - after.size(page).height) < 0.1


def test_every_secret_in_the_text_is_found():
    paper = made(3)
    pages = Paper(paper.data)
    for number in range(1, len(pages) + 1):
        for glyph in pages.glyphs(number):
            if glyph.box and glyph.text.isdigit():
                middle = glyph.box.left + glyph.box.width / 2, glyph.box.top + glyph.box.height / 2
                assert any(
                    box.page == number
                    and box.left <= middle[0] <= box.left + box.width
                    and box.top <= middle[1] <= box.top + box.height
                    for box in paper.boxes
                )


def test_as_pdf_writes_an_empty_paper_without_pages():
    assert as_pdf([]).startswith(b"%PDF-1.5")
    assert MM == 25.4

"""Copies for publication keep what the page shows and nothing else."""

import ctypes
import io
import zipfile

import docx
import openpyxl
import pypdfium2 as pdfium
import pytest
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.comments import Comment
from PIL import Image
from pypdfium2 import raw

from gongkai.web.files.clean.run import UncleanedError, cleaned, one

SECRET = "某科王某"
SEEN = "公布的正文"


def bytes_of(save) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    """Everything in a package, unpacked, its names and comments too."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        inside = b"".join(unpacked(package.read(name)) for name in package.namelist())
        return inside + "".join(package.namelist()).encode() + package.comment


def hides(data: bytes) -> bool:
    whole = unpacked(data)
    return any(SECRET.encode(code) in whole for code in ("utf-8", "utf-16-le", "utf-16-be", "gbk"))


def word() -> bytes:
    paper = docx.Document()
    paper.core_properties.author = paper.core_properties.last_modified_by = SECRET
    run = paper.add_paragraph(SEEN).runs
    paper.add_comment(run, text=f"{SECRET}：再改", author=SECRET)
    said = paper.add_paragraph("第二段")
    for tag, words, text in (("w:del", SECRET, "w:delText"), ("w:ins", "新增的话", "w:t")):
        change = OxmlElement(tag)
        change.set(qn("w:author"), SECRET)
        change.set(qn("w:id"), "7")
        piece, inner = OxmlElement("w:r"), OxmlElement(text)
        inner.text = words
        piece.append(inner)
        change.append(piece)
        said._p.append(change)
    data = bytes_of(paper.save)
    return with_part(data, "docProps/thumbnail.jpeg", SECRET.encode())


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, part)
        package.comment = SECRET.encode()
    return out.getvalue()


def sheet() -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = SECRET
    book.active["A1"] = SEEN
    book.active["A1"].comment = Comment(f"{SECRET}核对过", SECRET)
    return bytes_of(book.save)


SLIDES = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/ppt/presentation.xml" ContentType="a"/>'
        '<Override PartName="/ppt/commentAuthors.xml" ContentType="b"/></Types>'
    ),
    "ppt/presentation.xml": f"<p>{SEEN}</p>",
    "ppt/commentAuthors.xml": f"<a>{SECRET}</a>",
    "ppt/comments/comment1.xml": f"<a>{SECRET}</a>",
    "docProps/app.xml": f"<a><Manager>{SECRET}</Manager></a>",
}


def packed(parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def paper() -> bytes:
    source = (
        f'#set document(author: "{SECRET}", title: "{SECRET}")\n{SEEN} #link("https://e.cn")[x]'
    )
    document = pdfium.PdfDocument(typst.compile(source.encode()))
    page = document[0]
    note = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_TEXT)
    words = ctypes.create_string_buffer((SECRET + "\0").encode("utf-16-le"))
    raw.FPDFAnnot_SetStringValue(note, b"Contents", ctypes.cast(words, raw.FPDF_WIDESTRING))
    raw.FPDFPage_CloseAnnot(note)
    document.new_attachment(f"{SECRET}.txt").set_data(SECRET.encode())
    return bytes_of(document.save)


def photo(form: str) -> bytes:
    picture, exif = Image.new("RGB", (40, 20), "red"), Image.Exif()
    exif[0x013B], exif[0x0112] = SECRET.encode(), 6
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 35.0, 1.0)})
    return bytes_of(lambda out: picture.save(out, form, exif=exif))


def test_a_word_paper_loses_authors_comments_revisions_and_thumbnail_and_opens():
    data = one("a.docx", word())
    assert not hides(data)
    words = [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]
    assert words == [SEEN, "第二段新增的话"]


def test_a_spreadsheet_loses_authors_and_comments_and_opens():
    data = one("a.xlsx", sheet())
    assert not hides(data)
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["A1"]
    assert (cell.value, cell.comment) == (SEEN, None)


def test_slides_lose_their_comments_and_who_wrote_them():
    data = one("a.pptx", packed(SLIDES))
    assert not hides(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert set(package.namelist()) == {
            "[Content_Types].xml",
            "ppt/presentation.xml",
            "docProps/app.xml",
        }
        assert "commentAuthors" not in package.read("[Content_Types].xml").decode()


def test_a_pdf_loses_metadata_notes_and_attached_files_but_no_page_and_no_link():
    before = paper()
    data = one("a.pdf", before)
    document = pdfium.PdfDocument(data)
    told = {name: value for name, value in document.get_metadata_dict().items() if value}
    assert {*told} <= {"Creator", "Producer", "CreationDate"}
    assert {told["Creator"], told["Producer"]} == {"PDFium"}
    assert document.count_attachments() == 0
    page = document[0]
    kinds = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        kinds.append(raw.FPDFAnnot_GetSubtype(note))
        raw.FPDFPage_CloseAnnot(note)
    assert kinds == [raw.FPDF_ANNOT_LINK]
    was = pdfium.PdfDocument(before)[0].get_textpage().get_text_bounded()
    assert page.get_textpage().get_text_bounded() == was
    assert not hides(data)


@pytest.mark.parametrize(("name", "form"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.tif", "TIFF")])
def test_a_picture_loses_its_data_and_stands_as_it_was_meant(name, form):
    data = one(name, photo(form))
    with Image.open(io.BytesIO(data)) as picture:
        exif = picture.getexif()
        assert picture.size == (20, 40)
        assert not exif.get_ifd(0x8825)
        assert 0x013B not in exif
    assert not hides(data)


def test_an_archive_is_freed_through_all_its_files_and_of_what_systems_leave_in_it():
    inside = {
        "表/a.docx": word(),
        "b.jpg": photo("JPEG"),
        "__MACOSX/._b.jpg": SECRET,
        "Thumbs.db": SECRET,
        "说明.txt": SEEN,
    }
    data = one("a.zip", with_part(packed(inside), "c.xlsx", sheet()))
    assert not hides(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert set(package.namelist()) == {"表/a.docx", "b.jpg", "说明.txt", "c.xlsx"}
        assert package.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_a_saved_page_loses_comments_scripts_and_authors_and_keeps_its_words():
    page = (
        f'<html><head><meta name="author" content="{SECRET}"><title>页</title>'
        f"<!--[if gte mso 9]><xml><o:Author>{SECRET}</o:Author></xml><![endif]-->"
        f'<script>var who="{SECRET}"</script></head><body data-who="{SECRET}"><p>{SEEN}</p>'
        f"<!-- {SECRET} --></body></html>"
    )
    for code in ("utf-8", "gbk"):
        data = one("a.html", page.encode(code))
        assert not hides(data)
        assert SEEN in data.decode()


def test_a_broken_file_is_refused_in_a_sentence_by_a_process_of_its_own():
    with pytest.raises(UncleanedError, match="另存一次"):
        cleaned("a.pdf", b"%PDF-1.7 broken")
    assert not hides(cleaned("a.docx", word()))

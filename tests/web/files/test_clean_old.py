"""Old Office files and OFD: freed of who made them, what is seen kept."""

import io
import zipfile

import docx
import openpyxl
import pytest
from PIL import Image

from gongkai.reports.office import converted, office
from gongkai.reports.read import Limits, ofd
from gongkai.web.files.clean import picture
from gongkai.web.files.clean.old import new_name
from gongkai.web.files.clean.run import UncleanedError, cleaned, one
from gongkai.web.files.sniff import DOC, PDF, PPT, kind_of
from tests.reports.read.ofd_maker import NS, text
from tests.reports.read.ofd_maker import ofd as packed
from tests.web.files.test_clean import SECRET, SEEN, hides, photo, sheet, unpacked, word
from tests.web.files.test_clean import packed as archive

needs_office = pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")


@needs_office
def test_an_old_word_file_is_published_as_a_new_one_without_its_author():
    old = converted(word(), "docx", "doc:MS Word 97", 90)
    assert hides(old)
    made = cleaned("报告.doc", old)
    assert not hides(made)
    assert SEEN in "".join(each.text for each in docx.Document(io.BytesIO(made)).paragraphs)


@needs_office
@pytest.mark.slow
def test_an_old_spreadsheet_in_an_archive_gets_its_new_name():
    old = converted(sheet(), "xlsx", "xls:MS Excel 97", 90)
    made = one("a.zip", archive({"表/名单.xls": old, "表/名单.xlsx": sheet()}))
    assert not hides(made)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert set(package.namelist()) == {"表/名单.xls.xlsx", "表/名单.xlsx"}
        book = openpyxl.load_workbook(io.BytesIO(package.read("表/名单.xls.xlsx")))
    assert book.active["A1"].value == SEEN


def test_without_libreoffice_the_clerk_is_told_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UncleanedError, match="另存为 docx"):
        cleaned("报告.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))


def test_a_copy_has_the_name_of_its_new_format():
    assert new_name("2026.报告.wps", DOC.media) == "2026.报告.docx"
    assert new_name("讲稿.dps", PPT.media) == "讲稿.pptx"
    assert new_name("a.pdf", PDF.media) == "a.pdf"


INFO = (
    f"<ofd:DocID>1f</ofd:DocID><ofd:Author>{SECRET}</ofd:Author><ofd:Creator>{SECRET}</ofd:Creator>"
    f'<ofd:CustomDatas><ofd:CustomData Name="经办">{SECRET}</ofd:CustomData></ofd:CustomDatas>'
)
ANNOTATED = {
    "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {NS}><ofd:Page PageID="1">'
    "<ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>",
    "Doc_0/Annots/Page_0/Annotation.xml": f"<ofd:PageAnnot {NS}>"
    f'<ofd:Annot ID="7" Type="Highlight" Creator="{SECRET}"><ofd:Remark>{SECRET}：再改</ofd:Remark>'
    f'</ofd:Annot><ofd:Annot ID="8" Type="Stamp" Creator="{SECRET}"><ofd:Appearance/></ofd:Annot>'
    "</ofd:PageAnnot>",
    "Doc_0/Attachs/Attachments.xml": f'<ofd:Attachments {NS}><ofd:Attachment ID="a" Name="底稿">'
    "<ofd:FileLoc>底稿.txt</ofd:FileLoc></ofd:Attachment></ofd:Attachments>",
    "Doc_0/Attachs/底稿.txt": SECRET,
}
LISTS = (
    "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
    "<ofd:Attachments>/Doc_0/Attachs/Attachments.xml</ofd:Attachments>"
)


PHOTO = "Doc_0/Res/照片.jpg"


def paper(*, signed=(), lists=LISTS, info=INFO, pictures=None) -> bytes:
    """An OFD with all that may hide in one, and a signature over the parts named."""
    files = dict(ANNOTATED)
    more = ""
    if signed:
        more = "<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>"
        told = "".join(f'<ofd:Reference FileRef="/{path}"/>' for path in signed)
        files["Doc_0/Signs/Signatures.xml"] = (
            f'<ofd:Signatures {NS}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'
            "</ofd:Signatures>"
        )
        files["Doc_0/Signs/Sign_0/Signature.xml"] = (
            f"<ofd:Signature {NS}><ofd:SignedInfo><ofd:References>{told}</ofd:References>"
            "</ofd:SignedInfo></ofd:Signature>"
        )
        files["Doc_0/Signs/Sign_0/SignedValue.dat"] = "seal"
    made = packed([text(20, 30, SEEN)], info=info, more=more, files=files)
    parts = parts_of(made)
    document = parts["Doc_0/Document.xml"].decode().replace("</ofd:Document>", "")
    whole = {**parts, "Doc_0/Document.xml": f"{document}{lists}</ofd:Document>"}
    return archive({**whole, **(pictures or {})})


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_an_ofd_loses_authors_remarks_and_attached_files_and_keeps_page_and_seal():
    before = paper()
    assert hides(before)
    made = cleaned("公告.ofd", before)
    assert not hides(made)
    assert "Doc_0/Attachs/底稿.txt" not in parts_of(made)
    assert "再改".encode() not in unpacked(made)
    assert b'Type="Stamp"' in unpacked(made)
    assert kind_of("公告.ofd", made).endings == ("ofd",)
    read = ofd.document(made, Limits())
    assert SEEN in "".join(line.text for line in read.lines())
    assert SECRET not in str(read.meta)
    assert read.attachments == ()


def test_pictures_of_an_ofd_lose_their_data_and_lie_as_the_page_expects():
    made = cleaned("公告.ofd", paper(pictures={PHOTO: photo("JPEG")}))
    assert not hides(made)
    with Image.open(io.BytesIO(parts_of(made)[PHOTO])) as shown:
        assert (shown.size, dict(shown.getexif())) == ((40, 20), {})


def test_a_sealed_picture_stays_to_the_byte_unless_it_tells_something():
    bare = picture.cleaned(photo("JPEG"))
    sealed = {"signed": (PHOTO,), "pictures": {PHOTO: bare}}
    assert parts_of(cleaned("公告.ofd", paper(**sealed)))[PHOTO] == bare
    with pytest.raises(UncleanedError, match="签章失效"):
        cleaned("公告.ofd", paper(**{**sealed, "pictures": {PHOTO: photo("JPEG")}}))


def test_what_a_signature_protects_stands_to_the_byte():
    page = "Doc_0/Pages/Page_0/Content.xml"
    before = paper(signed=(page,))
    made = parts_of(cleaned("公告.ofd", before))
    assert made[page] == parts_of(before)[page]
    assert made["Doc_0/Signs/Sign_0/SignedValue.dat"] == b"seal"
    assert "Doc_0/Signs/Sign_0/Signature.xml" in made


def test_an_ofd_whose_seal_would_break_is_refused_in_a_sentence():
    before = paper(signed=("Doc_0/Document.xml",))
    with pytest.raises(UncleanedError, match="签章失效"):
        cleaned("公告.ofd", before)


def test_a_sealed_ofd_that_hides_nothing_is_published_as_it_is_signed():
    before = paper(
        signed=("Doc_0/Document.xml", "OFD.xml"), lists="", info="<ofd:DocID>1</ofd:DocID>"
    )
    made, was = parts_of(cleaned("公告.ofd", before)), parts_of(before)
    assert made["Doc_0/Document.xml"] == was["Doc_0/Document.xml"]
    assert made["OFD.xml"] == was["OFD.xml"]

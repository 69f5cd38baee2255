"""Atheris on reading: `python tests/fuzz/fuzz_read.py [CORPUS] -max_total_time=600`.

The first byte of an input picks the format whose reader gets the rest as it is; readers of
packages get it as the main part of a package, so that the fuzzer need not learn to write zips.
"""

import contextlib
import io
import sys
import tempfile
import zipfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["gongkai.reports.read"]):
    from gongkai.reports.read import docx, html, ofd, pdf, text, xlsx
    from gongkai.reports.read.limits import MEGABYTE, Limits
    from gongkai.reports.read.registry import read_bytes
    from gongkai.reports.read.unreadable import UnreadableError

LIMITS = Limits(bytes=MEGABYTE, unpacked_bytes=20 * MEGABYTE, archive_bytes=20 * MEGABYTE)


def package(name: str, data: bytes, others: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, data)
        for other, content in others.items():
            packed.writestr(other, content)
    return out.getvalue()


OFD_ROOT = "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"
OFD_MAIN = "<Document><Pages><Page BaseLoc='P.xml'/></Pages></Document>"
SHEETS = "<workbook><sheets><sheet name='a' sheetId='1' r:id='a'/></sheets></workbook>"
LINKS = "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>"

TARGETS = (
    lambda data: read_bytes("x", data, LIMITS),
    lambda data: html.document(data, LIMITS),
    lambda data: text.document(data, LIMITS),
    lambda data: pdf.document(data, LIMITS),
    lambda data: docx.document(package("word/document.xml", data, {}), LIMITS),
    lambda data: docx.document(
        package("word/numbering.xml", data, {"word/document.xml": "<d><body><p/></body></d>"}),
        LIMITS,
    ),
    lambda data: ofd.document(
        package("P.xml", data, {"OFD.xml": OFD_ROOT, "D.xml": OFD_MAIN}), LIMITS
    ),
    lambda data: xlsx.document(
        package(
            "xl/worksheets/sheet1.xml",
            data,
            {"xl/workbook.xml": SHEETS, "xl/_rels/workbook.xml.rels": LINKS},
        ),
        LIMITS,
    ),
)


def one_input(data: bytes) -> None:
    if not data:
        return
    with contextlib.suppress(UnreadableError):
        TARGETS[data[0] % len(TARGETS)](data[1:])


def seed(folder: Path) -> None:
    """Begin with a report in every format, where the folder has none yet."""
    from tests.reports.read.specimens import specimens  # noqa: PLC0415  needs typst, not libFuzzer

    folder.mkdir(parents=True, exist_ok=True)
    for name, data in specimens().items():
        if len(data) < MEGABYTE:
            (folder / f"seed-{name}").write_bytes(b"\0" + data)
    with zipfile.ZipFile(io.BytesIO(specimens()["docx"])) as packed:
        (folder / "seed-body").write_bytes(b"\4" + packed.read("word/document.xml"))
    with zipfile.ZipFile(io.BytesIO(specimens()["ofd"])) as packed:
        page = next(name for name in packed.namelist() if "Page_0" in name)
        (folder / "seed-page").write_bytes(b"\6" + packed.read(page))
    (folder / "seed-html").write_bytes(b"\1" + specimens()["html"])
    (folder / "seed-pdf").write_bytes(b"\3" + specimens()["pdf"])


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    if not folders:
        folders = [tempfile.mkdtemp(prefix="gongkai-fuzz-")]
        sys.argv.append(folders[0])
    seed(Path(folders[0]))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()

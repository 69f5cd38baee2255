"""Clean a file in a process of its own: `python -m gongkai.web.files.clean.run`.

The file comes on standard input, its copy goes to standard output. A file made to crash, hang or
eat memory harms this process and nothing else.
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Mapping

from gongkai.reports.office import AbsentError
from gongkai.web.files.clean import archive, ofd, office, old, page, pdf, picture
from gongkai.web.files.sniff import (
    DOC,
    DOCX,
    JPEG,
    OFD,
    PDF,
    PNG,
    PPT,
    PPTX,
    TIFF,
    XLS,
    XLSX,
    ZIP,
    RefusedError,
    kind_of,
)

SECONDS, MEMORY = 120, 2 * 1024**3
ABSENT, SEALED = 4, 5
"""What the process ends with where LibreOffice is missing, where a signature would break."""
SENTENCES = {
    ABSENT: "附件“{name}”是旧格式，清除作者、批注等隐藏信息要用 LibreOffice，本机没有安装："
    "请用 Word 或者 WPS 另存为 docx、xlsx、pptx 或者 PDF 后重新上传。",
    SEALED: "附件“{name}”带有电子签章，签章保护的部分里有作者、批注或者附带的文件，"
    "清除会使签章失效：请用没有这些内容的文件重新签章，或者导出为 PDF 后重新上传。",
}
OTHERWISE = "附件“{name}”中的作者、批注等隐藏信息清除不了，请另存一次（或者另存为 PDF）后重新上传。"
PAGES = (".htm", ".html")


class UncleanedError(Exception):
    """The file could not be freed of what it hides; the message is for the clerk."""


def cleaned(name: str, data: bytes) -> bytes:
    """The copy that may be published. UncleanedError when none could be made."""
    line = [sys.executable, "-m", "gongkai.web.files.clean.run", name]
    try:
        done = subprocess.run(line, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as late:
        raise UncleanedError(OTHERWISE.format(name=name)) from late
    if done.returncode or not done.stdout:
        raise UncleanedError(SENTENCES.get(done.returncode, OTHERWISE).format(name=name))
    return done.stdout


def _office(data: bytes) -> bytes:
    return archive.packed(office.cleaned(archive.parts(data), _picture_or_same))


def _picture_or_same(data: bytes) -> bytes:
    """Drawings of formulas and old charts inside a paper are no pictures with data of their own."""
    return picture.cleaned(data) if picture.is_raster(data) else data


def _ofd(data: bytes) -> bytes:
    return archive.packed(ofd.cleaned(archive.parts(data), _lying_picture))


def _lying_picture(data: bytes) -> bytes:
    """A page of OFD turns its pictures itself; one with nothing to free stays to the byte."""
    told = picture.is_raster(data) and picture.tells(data)
    return picture.cleaned(data, turned=False) if told else data


def _renewed(media: str) -> Callable[[bytes], bytes]:
    return lambda data: _office(old.renewed(media, data))


def _archive(data: bytes) -> bytes:
    parts = archive.parts(data)
    made: dict[str, bytes] = {}
    for name, part in parts.items():
        new = _new_name(name, part)
        made[f"{name}.{new.rpartition('.')[2]}" if new != name and new in parts else new] = one(
            name, part
        )
    return archive.packed(made)


def _new_name(name: str, data: bytes) -> str:
    try:
        return old.new_name(name, kind_of(name, data).media)
    except RefusedError:
        return name


CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    DOCX.media: _office,
    XLSX.media: _office,
    PPTX.media: _office,
    **{kind.media: _renewed(kind.media) for kind in (DOC, XLS, PPT)},
    OFD.media: _ofd,
    PDF.media: pdf.cleaned,
    PNG.media: picture.cleaned,
    JPEG.media: picture.cleaned,
    TIFF.media: picture.cleaned,
    ZIP.media: _archive,
}
"""Media type → what frees such a file. Plain text hides nothing."""


def one(name: str, data: bytes) -> bytes:
    """A file by its kind; as it is where there is nothing to free."""
    if name.lower().endswith(PAGES):
        return page.cleaned(data)
    try:
        kind = kind_of(name, data)
    except RefusedError:
        return data
    cleaner = CLEANERS.get(kind.media)
    return cleaner(data) if cleaner else data


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        found = one(sys.argv[1], sys.stdin.buffer.read())
    except AbsentError:
        sys.exit(ABSENT)
    except ofd.SealedError:
        sys.exit(SEALED)
    sys.stdout.buffer.write(found)

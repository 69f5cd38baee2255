"""Makes OFD files: from a PDF, with the same glyphs and rulings at the same places, or by hand."""

import io
import zipfile
from itertools import pairwise
from xml.sax.saxutils import escape

import pypdfium2

from gongkai.reports.read.page.lines import text_lines
from gongkai.reports.read.page.pdfium import drawn

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MM = 25.4 / 72


def ofd_of(pdf: bytes) -> bytes:
    """The pages of a PDF as OFD."""
    book = pypdfium2.PdfDocument(pdf)
    return ofd([_content(drawn(book[n], n + 1)) for n in range(len(book))])


def ofd(pages, *, info="", more="", common="", files=()):
    """A package of pages given by the XML of their content; written in an order of its own."""
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    parts = {
        "OFD.xml": f'<ofd:OFD {NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>{info}'
        f"</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>{more}</ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NS}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, content in reversed(list(enumerate(pages))):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = page(content)
    parts.update(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def page(content):
    if not content.startswith("<ofd:Template"):
        content = f"<ofd:Content><ofd:Layer ID='1'>{content}</ofd:Layer></ofd:Content>"
    box = "<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
    return f"<ofd:Page {NS}>{box}{content}</ofd:Page>"


def text(x, y, words, size=4.2, **more):
    """A text object whose first character's baseline begins at x, y (mm); `deltas` and `ctm`
    as OFD writes them."""
    deltas = f'DeltaX="{more["deltas"]}"' if "deltas" in more else ""
    ctm = f'CTM="{more["ctm"]}"' if "ctm" in more else ""
    box = f"{x} {y - size} 150 {size * 2}"
    code = f'<ofd:TextCode X="0" Y="{size}" {deltas}>{escape(words)}</ofd:TextCode>'
    return f'<ofd:TextObject Size="{size}" Boundary="{box}" {ctm}>{code}</ofd:TextObject>'


def line(x0, y0, x1, y1):
    """A ruling from one point to another (mm)."""
    box = f"{x0} {y0} {x1 - x0 + 0.1} {y1 - y0 + 0.1}"
    data = f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="{box}" LineWidth="0.3">{data}</ofd:PathObject>'


def _content(page):
    parts = []
    for row in text_lines(page.glyphs):
        glyphs = [glyph for glyph in row.glyphs if glyph.text.strip()]
        size = row.size * MM
        steps = [(b.left - a.left) * MM for a, b in pairwise(glyphs)]
        parts.append(
            text(
                round(glyphs[0].left * MM, 3),
                round((row.bottom * MM) - 0.14 * size, 3),
                "".join(glyph.text for glyph in glyphs),
                round(size, 3),
                deltas=" ".join(f"{step:.3f}" for step in steps),
            )
        )
    parts += [line(r.start * MM, r.at * MM, r.end * MM, r.at * MM) for r in page.across]
    parts += [line(r.at * MM, r.start * MM, r.at * MM, r.end * MM) for r in page.down]
    return "".join(parts)

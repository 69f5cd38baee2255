"""Page, paragraph styles and page numbers of the Word document."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from gongkai.reports.write import page

BODY, TITLE, HEADING, SUBHEADING, TABLE = (
    "Body Text",
    "Title",
    "Heading 1",
    "Heading 2",
    "Table Text",
)
LEAD = "Lead"
"""Character style of a heading that opens a paragraph."""

AFTER_PUNCTUATION = ("w:spacing", "w:ind", "w:jc", "w:outlineLvl")
"""What stands behind `w:overflowPunct` and `w:snapToGrid`: the order in `w:pPr` is fixed."""


def element(tag: str, *children: Any, **attributes: str | int) -> Any:
    """An element of WordprocessingML: `element("w:ind", firstLineChars=200)`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def set_up(document: Document) -> None:
    """Margins, grid and styles; the document is otherwise empty."""
    _page(document.sections[0])
    styles = document.styles
    defaults = styles.element.find(".//" + qn("w:rPrDefault") + "/" + qn("w:rPr"))
    for lang in defaults.findall(qn("w:lang")):
        defaults.remove(lang)
    defaults.append(element("w:lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    _type(styles["Normal"], page.BODY_FONT, page.BODY_SIZE)
    _type(styles[BODY], page.BODY_FONT, page.BODY_SIZE)
    _lines(styles[BODY], page.LINE, indent=True)
    styles[BODY].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _type(styles[TITLE], page.TITLE_FONT, page.TITLE_SIZE)
    _lines(styles[TITLE], 36)
    styles[TITLE].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles[TITLE].paragraph_format.space_after = Pt(page.LINE)
    for name, font in ((HEADING, page.HEADING_FONT), (SUBHEADING, page.SUBHEADING_FONT)):
        _type(styles[name], font, page.BODY_SIZE)
        _lines(styles[name], page.LINE, indent=True)
        styles[name].paragraph_format.keep_with_next = True
    _type(styles.add_style(LEAD, WD_STYLE_TYPE.CHARACTER), page.SUBHEADING_FONT, page.BODY_SIZE)
    table = styles.add_style(TABLE, WD_STYLE_TYPE.PARAGRAPH)
    _type(table, page.TABLE_FONT, 10.5)
    table.font.name = page.TABLE_FONT
    table.paragraph_format.line_spacing = 1.0
    table.paragraph_format.space_after = Pt(0)
    grid = element("w:snapToGrid", val=0)
    table.element.pPr.insert_element_before(grid, *AFTER_PUNCTUATION)


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(page.WIDTH), Mm(page.HEIGHT)
    section.top_margin, section.bottom_margin = Mm(page.TOP), Mm(page.BOTTOM)
    section.left_margin, section.right_margin = Mm(page.LEFT), Mm(page.RIGHT)
    section.footer_distance = Mm(page.BOTTOM - 7) - Pt(page.PAGE_NUMBER_SIZE)
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    pitch = round(page.LINE * 20)
    section._sectPr.append(element("w:docGrid", type="lines", linePitch=pitch))


def _type(style: Any, font: str, size: float) -> None:
    """Font and size, black and upright, whatever the template had."""
    style.font.name, style.font.size = page.LATIN_FONT, Pt(size)
    style.font.bold = style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), font)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _lines(style: Any, points: float, *, indent: bool = False) -> None:
    """Exact distance of lines, nothing between paragraphs, two characters of indent if asked.

    Punctuation may hang over the edge, as Word does unless told otherwise. LibreOffice 7.4 takes
    the mark the other way round, and where it lets a mark hang in a justified line, loses it.
    """
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(points)
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")) + properties.findall(qn("w:contextualSpacing")):
        properties.remove(border)
    properties.insert_element_before(element("w:overflowPunct", val=1), *AFTER_PUNCTUATION)
    if indent:
        form.first_line_indent = Pt(2 * page.BODY_SIZE)
        properties.find(qn("w:ind")).set(qn("w:firstLineChars"), "200")


def number_pages(document: Document) -> None:
    """— 1 — at the outer edge: odd pages right, even pages left, one character in."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    _page_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _page_number(footer: Any, side: WD_ALIGN_PARAGRAPH) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    inset = Pt(page.PAGE_NUMBER_SIZE)
    if side is WD_ALIGN_PARAGRAPH.RIGHT:
        paragraph.paragraph_format.right_indent = inset
    else:
        paragraph.paragraph_format.left_indent = inset
    paragraph.add_run("— ")
    number = paragraph.add_run("1")
    paragraph.add_run(" —")
    for run in paragraph.runs:
        _type_page_number(run)
    dash = paragraph.runs[0]._r
    dash.addnext(element("w:fldSimple", number._r, instr="PAGE"))


def _type_page_number(run: Any) -> None:
    run.font.name, run.font.size = page.LATIN_FONT, Pt(page.PAGE_NUMBER_SIZE)
    run._r.rPr.rFonts.set(qn("w:eastAsia"), page.PAGE_NUMBER_FONT)


def name_substitutes(document: Document) -> None:
    """Tell in the font table what may stand in for a font that the reader does not have."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = element("w:fonts")
    for name, others in page.SUBSTITUTES.items():
        other = element("w:altName", val=",".join(others))
        fonts.append(element("w:font", other, element("w:charset", val="86"), name=name))
    part._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)

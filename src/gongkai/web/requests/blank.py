"""The application form 申请表 of a body on one sheet, to print: as Word and as PDF. Pure."""

import io
import json
from datetime import date
from importlib.resources import files

import docx
import typst
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gongkai.reports.write.pdf import chosen, families
from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Body

TITLE = "政府信息公开申请表"
GROUPS = (
    ("公民", (("姓名", "身份证号码"), ("联系电话", "电子邮箱"), ("通信地址（邮编）",))),
    (
        "法人或者其他组织",
        (
            ("名称", "统一社会信用代码"),
            ("法定代表人", "联系人"),
            ("联系电话", "电子邮箱"),
            ("通信地址（邮编）",),
        ),
    ),
    ("代理人", (("姓名", "身份证号码"), ("联系电话",))),
)
"""Who applies: each group with its rows, a row of one or two things to fill in (article 29)."""
DESCRIPTION = "所需信息的名称、文号或者其他特征描述"
CHOICES = (
    ("信息的形式", "□ 纸质　□ 电子文本　□ 光盘　□ 查阅、抄录"),
    ("获取的方式", "□ 在网上查看下载　□ 电子邮件　□ 邮寄　□ 自行领取　□ 当场查阅"),
    ("需要的帮助", "□ 书写或者阅读有困难　□ 视力障碍　□ 听力障碍"),
)
SIGNATURE = ("申请人（签名或者盖章）：", "申请日期：　　　　年　　月　　日")


def notes(body: Body, on: date) -> list[str]:
    """What stands below the form."""
    days = parameter("request.reply_days").on(on)
    where = "，".join(
        part for part in (body.office, body.address, body.telephone, body.postcode) if part
    )
    return [
        "1. 请附身份证明；委托他人办理的，附委托书和代理人身份证明。不需要说明用途。",
        f"2. 本机关自收到申请之日起 {days} 个工作日内答复；内容不明确的，会一次告知您补正。",
        "3. 一般不收费；数量、频次明显超过合理范围的，可能收取信息处理费，会先通知您。",
        f"4. 递交、邮寄和咨询：{where or body.name}。",
    ]


def as_pdf(body: Body, on: date) -> bytes:
    """To print; CannotRenderError where no Chinese font can be embedded."""
    data = {
        "title": TITLE,
        "addressed": f"受理机关：{body.name}",
        "fonts": chosen(families()),
        "groups": [{"name": name, "rows": rows} for name, rows in GROUPS],
        "description": DESCRIPTION,
        "choices": CHOICES,
        "signature": SIGNATURE,
        "notes": notes(body, on),
    }
    source = files("gongkai.web.requests.papers").joinpath("form.typ").read_bytes()
    return typst.compile(source, sys_inputs={"form": json.dumps(data, ensure_ascii=False)})


def as_docx(body: Body, on: date) -> bytes:
    """To fill in on a computer."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    _font(document.styles["Normal"], "仿宋_GB2312", 11)
    title = document.add_paragraph(TITLE)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.size = Pt(18)
    document.add_paragraph(f"受理机关：{body.name}")
    _fill(document)
    document.add_paragraph("　　　　　　".join(SIGNATURE))
    for line in notes(body, on):
        document.add_paragraph(line).runs[0].font.size = Pt(9)
    document.core_properties.title, document.core_properties.author = TITLE, body.name
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _fill(document) -> None:
    """The grid: a column for the group, then label and blank twice."""
    grid = document.add_table(rows=0, cols=5, style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    for name, rows in GROUPS:
        first = len(grid.rows)
        for row in rows:
            _row(grid, row)
        grid.cell(first, 0).merge(grid.cell(len(grid.rows) - 1, 0)).text = name
    described = grid.add_row()
    described.height = Mm(42)
    _wide(described, DESCRIPTION, "")
    for label, choices in CHOICES:
        _wide(grid.add_row(), label, choices)


def _row(grid, labels: tuple[str, ...]) -> None:
    cells = grid.add_row().cells
    cells[1].text = labels[0]
    if len(labels) == 1:
        cells[2].merge(cells[4])
    else:
        cells[3].text = labels[1]


def _wide(row, label: str, text: str) -> None:
    cells = row.cells
    cells[0].merge(cells[1]).text = label
    cells[2].merge(cells[4]).text = text


def _font(style, name: str, size: int) -> None:
    style.font.name, style.font.size = name, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), name)

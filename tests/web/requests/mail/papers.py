"""Application forms as they come back: our own, and one of the usual official layout."""

import io
import re
from datetime import date

import docx

from gongkai.web.agencies.models import Body
from gongkai.web.requests.blank import as_docx

OURS = {
    (0, 2): "程远山",
    (0, 4): "11010519491231002X",
    (1, 2): "13800001234",
    (1, 4): "cheng@example.org",
    (2, 2): "某路1号",
    (9, 2): "2025年小区改造的资金安排",
    (10, 2): "□ 纸质　☑ 电子文本　□ 光盘　□ 查阅、抄录",
    (11, 2): "□ 在网上查看下载　□ 电子邮件　☑ 邮寄　□ 自行领取　□ 当场查阅",
    (12, 2): "□ 书写或者阅读有困难　☑ 视力障碍　□ 听力障碍",
}
"""What a citizen writes into the squares of our form."""

OFFICIAL = """
申请人信息|公 民|姓 名|{name}|工作单位|无
||证件名称|身份证|证件号码|{number}
||联系电话|{phone}|邮政编码|{postcode}
||通信地址|{address}||
||电子邮箱|||
|法人或其他组织|名 称|{firm}|统一社会信用代码|{code}
||法定代表人||联系人|
||联系人电话|{firm_phone}|联系人邮箱|
申请人签名或盖章||{name}|||
所需信息情况|所需信息的内容描述|{asked}|||
|选填部分|是否申请减免费用|□申请 □不申请|所需信息的用途|
||所需信息的指定提供方式（可多选）|{form}|获取信息的方式（可多选）|{way}
"""
EMPTY = dict.fromkeys(re.findall(r"{(\w+)}", OFFICIAL), "")


def filled(body: Body, squares: dict[tuple[int, int], str]) -> bytes:
    """Our own form with something in its squares."""
    document = docx.Document(io.BytesIO(as_docx(body, date(2026, 1, 26))))
    for (row, column), words in squares.items():
        document.tables[0].cell(row, column).text = words
    return _saved(document)


def official(**words: str) -> bytes:
    """The usual form of other bodies, its group cells merged downwards."""
    rows = OFFICIAL.format(**EMPTY | words).strip().splitlines()
    document = docx.Document()
    document.add_paragraph("政府信息公开申请表")
    grid = document.add_table(rows=len(rows), cols=6)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row.split("|")):
            grid.cell(at, column).text = cell
    grid.cell(0, 0).merge(grid.cell(7, 0))
    grid.cell(0, 1).merge(grid.cell(4, 1))
    grid.cell(5, 1).merge(grid.cell(7, 1))
    return _saved(document)


def _saved(document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()

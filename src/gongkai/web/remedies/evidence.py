"""The evidence package of a remedy: the papers of the application, in order, with their list."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from datetime import date

from docx import Document

from gongkai.law.outcome.letters import letter as letter_kind
from gongkai.web.files.queries import content, of_subject
from gongkai.web.remedies.models import Remedy
from gongkai.web.requests.acts.enter import subject as request_subject
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Paper as LetterPaper
from gongkai.web.requests.queries import letter_text, sent, timeline
from gongkai.web.requests.shown import steps
from gongkai.web.ui.clock import local_day
from gongkai.web.ui.templatetags.gongkai import day
from gongkai.web.vault.queries import open_all

PERSON = {
    "name": "申请人",
    "phone": "联系电话",
    "email": "电子邮箱",
    "address": "通信地址",
    "description": "所需信息描述",
}
LIST = "00-证据目录.docx"


@dataclass(frozen=True)
class Paper:
    """One paper of the package: its file, what it is, when it was made, what it proves."""

    name: str
    title: str
    on: date | None
    proves: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Package:
    papers: tuple[Paper, ...]
    data: bytes


def package(remedy: Remedy) -> Package:
    """The archive of the application as numbered papers, packed with a list of them."""
    papers = tuple(
        Paper(f"{index:02}-{name}", title, on, proves, data)
        for index, (name, title, on, proves, data) in enumerate(_papers(remedy.request), 1)
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LIST, _list(remedy, papers))
        for paper in papers:
            archive.writestr(paper.name, paper.data)
    return Package(papers, packed.getvalue())


def _papers(request: Request):
    """Name, title, day, what it proves, bytes; the application first, then letters and files.

    A letter goes with its sealed prints and proofs of service, without the versions before them.
    """
    yield (
        "申请登记.docx",
        "政府信息公开申请登记",
        request.received,
        "申请的内容、方式和收到日期",
        _words("政府信息公开申请登记", _application(request)),
    )
    told = [f"{day(step.on)}　{step.title}　{step.note}" for step in steps(request, plain=False)]
    last = timeline(request).last()
    yield (
        "办理经过.docx",
        "申请办理经过",
        last.on if last else None,
        "办理程序和期限",
        _words("申请办理经过", told),
    )
    for letter in sent(request):
        name, proves = letter_kind(letter.code).zh, "作出并送达的文书"
        served = [
            f"{each.get_means_display()}，{day(each.handed_over)}交付，{day(each.reached)}签收"
            for each in letter.services.all()
        ]
        lines = [letter.number, *letter_text(letter).splitlines(), day(letter.issued), *served]
        title = f"{name}（{letter.number}）"
        yield f"{name}{letter.pk}.docx", title, letter.issued, proves, _words(name, lines)
        for paper in letter.papers.exclude(kind=LetterPaper.Kind.EDITED):
            printed = f"{title}{paper.get_kind_display()}"
            yield paper.upload.name, printed, letter.issued, proves, content(paper.upload)
    for upload in of_subject(request_subject(request)):
        yield (upload.name, upload.name, local_day(upload.at), "案卷材料", content(upload))


def _application(request: Request) -> list[str]:
    kept = open_all(request.holder)
    facts = [f"编号：{request.number}", f"所需信息名称：{request.topic}"]
    facts += [f"{label}：{kept[key]}" for key, label in PERSON.items() if kept.get(key)]
    return [*facts, f"收到日期：{day(request.received)}", f"答复期限：{day(request.due)}"]


def _words(title: str, lines: list[str]) -> bytes:
    paper = Document()
    paper.add_heading(title, level=1)
    for line in lines:
        paper.add_paragraph(line)
    return _saved(paper)


def _list(remedy: Remedy, papers: tuple[Paper, ...]) -> bytes:
    paper = Document()
    paper.add_heading("证据目录", level=1)
    paper.add_paragraph(f"案号：{remedy}")
    paper.add_paragraph(f"受理机关或者法院：{remedy.forum}")
    paper.add_paragraph(f"提交单位：{remedy.body.name}")
    heads = ("序号", "证据名称", "形成日期", "证明内容", "文件", "校验值（SHA-256）")
    grid = paper.add_table(rows=1, cols=len(heads))
    grid.style = "Table Grid"
    rows = [
        (str(number), each.title, day(each.on), each.proves, each.name, each.sha256)
        for number, each in enumerate(papers, 1)
    ]
    for square, text in zip(grid.rows[0].cells, heads, strict=True):
        square.text = text
    for row in rows:
        for square, text in zip(grid.add_row().cells, row, strict=True):
            square.text = text
    return _saved(paper)


def _saved(paper) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()

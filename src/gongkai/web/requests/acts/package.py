"""The archive of a case 归档: every paper of it in one file, with a list and the hash of each."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.db import transaction

from gongkai.law.outcome.letters import letter as kind_of_letter
from gongkai.law.request.exchange import entry_as_data
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files.queries import content, of_subject
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.queries import letter_text, record_of, sent
from gongkai.web.requests.shown import steps
from gongkai.web.ui import clock
from gongkai.web.ui.templatetags.gongkai import day, moment
from gongkai.web.vault.queries import open_all

LIST, MANIFEST = "00-目录.txt", "manifest.json"
PERSON = {
    "name": "姓名或者名称",
    "identity_number": "身份证号码",
    "credit_code": "统一社会信用代码",
    "phone": "联系电话",
    "email": "电子邮箱",
    "address": "通信地址",
    "agent": "代理人",
    "agent_number": "代理人身份证号码",
    "agent_phone": "代理人电话",
    "help": "需要的帮助",
    "description": "特征描述",
}


@dataclass(frozen=True)
class Page:
    """One paper of the archive: its place in it, what it is, its bytes."""

    name: str
    title: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@transaction.atomic
def package(by: Actor, request: Request, out: BinaryIO) -> None:
    """Write the archive; that somebody took it away stands in the trail."""
    pages = [
        Page(f"{index:02}-{name}", title, data)
        for index, (name, title, data) in enumerate(_papers(request), 1)
    ]
    manifest = {
        "number": request.number,
        "body": request.body.name,
        "made": clock.now().isoformat(),
        "record": [entry_as_data(entry) for entry in record_of(request)],
        "files": [
            {"name": p.name, "title": p.title, "size": len(p.data), "sha256": p.sha256}
            for p in pages
        ],
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LIST, _list(request, pages))
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        for page in pages:
            archive.writestr(page.name, page.data)
    record(
        by,
        "requests.package",
        subject=subject(request),
        title=f"{request.number} 下载案卷",
        chain=request.body.code,
        facts={"files": len(pages)},
    )


def _papers(request: Request) -> Iterator[tuple[str, str, bytes]]:
    """Name, title and bytes: the application, what happened, letters, what was sent in."""
    kept = open_all(request.holder)
    yield "申请登记.txt", "政府信息公开申请登记", _text(_application(request, kept))
    yield "办理经过.txt", "办理经过", _text(_course(request))
    if beside := [*_searches(request, kept), *_opinions(request), *_money(request)]:
        yield "检索、征求意见、延期和收费.txt", "办理中的其他记录", _text(beside)
    if notes := [f"{n.by_name}：{kept.get(f'note:{n.pk}', '')}" for n in request.notes.all()]:
        yield "内部备注.txt", "内部备注", _text(notes)
    for letter in sent(request):
        name = kind_of_letter(letter.code).zh
        served = [
            f"{s.get_means_display()}，{day(s.handed_over)}交付，{day(s.reached)}签收 {s.tracking}"
            for s in letter.services.all()
        ]
        lines = [letter.number, letter_text(letter), day(letter.issued), *served]
        yield f"{name}.txt", f"{name} {letter.number}", _text(lines)
        for paper in letter.papers.all():
            title = f"{name} {paper.get_kind_display()}"
            yield paper.upload.name, title, content(paper.upload)
    for upload in of_subject(subject(request)):
        yield upload.name, f"材料，{moment(upload.at)}", content(upload)


def _application(request: Request, kept: dict[str, str]) -> list[str]:
    facts = [
        f"申请编号：{request.number}",
        f"受理机关：{request.body.name}",
        f"申请人类别：{request.get_applicant_display()}",
        f"所需信息名称：{request.topic}",
        f"获取方式：{request.get_delivery_display()}",
        f"收到日期：{day(request.received)}",
    ]
    facts += [f"{label}：{kept[key]}" for key, label in PERSON.items() if kept.get(key)]
    said = (text for key, text in kept.items() if key.startswith("supplement:"))
    return [*facts, *(f"补充内容：{text}" for text in said)]


def _course(request: Request) -> list[str]:
    told = steps(request, plain=False)
    return [f"{day(step.on)}　{step.title}　{step.note}　{step.by}" for step in told]


def _searches(request: Request, kept: dict[str, str]) -> Iterator[str]:
    for each in request.searches.all():
        result = "找到" if each.found else "没有找到"
        words = kept.get(f"search:{each.pk}", "")
        yield f"{day(each.on)}检索：{each.place}；{words}；{result}（{each.by_name}）"


def _opinions(request: Request) -> Iterator[str]:
    results = {True: "同意公开", False: "不同意公开", None: "没有意见"}
    for each in request.consultations.select_related("holder"):
        kept = open_all(each.holder)
        yield (
            f"{day(each.sent) or '（没有发出）'}征求{kept.get('name', '')}意见（{each.number}）："
            f"{day(each.closed)}{results[each.agrees]} {kept.get('reply', '')}"
        )


def _money(request: Request) -> Iterator[str]:
    for each in request.extensions.all():
        verdict = {True: "同意", False: "不同意", None: "未批复"}[each.approved]
        yield f"报请延期 {each.days} 个工作日：{each.reason}；{each.decided_by}{verdict}"
    for fee in request.fees.all():
        paid = f"{day(fee.paid)}缴纳，凭证 {fee.slip}" if fee.paid else "未缴纳"
        yield f"信息处理费 {fee.yuan} 元，{day(fee.noticed)}通知；{paid}"


def _list(request: Request, pages: list[Page]) -> bytes:
    lines = [f"{request.number} 案卷目录", request.body.name, ""]
    lines += [f"{page.name}　{page.title}　{page.sha256}" for page in pages]
    return _text(lines)


def _text(lines: list[str]) -> bytes:
    """With a byte-order mark, as office software wants it."""
    return "\r\n".join(line.replace("\n", "\r\n") for line in lines).encode("utf-8-sig")

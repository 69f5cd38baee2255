"""All data of a body as open formats in one ZIP: tables as JSON Lines and CSV, reports, files.

Personal data is masked unless it is asked for; either way the export is an entry in the trail.
"""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from gongkai.reports.model.exchange import to_json
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.audit.models import Entry
from gongkai.web.audit.queries import link_of
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import content
from gongkai.web.project.keeping.owned import tables
from gongkai.web.reporting.queries import report as reports
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import open_all, shown

Row = dict[str, Any]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula at the beginning of a cell."""
ABOUT = """{body}的全部数据

tables/*.jsonl   每行一条记录，JSON，UTF-8
tables/*.csv     同样的内容，可用电子表格打开
reports/         已公布的年度报告，结构化数据
files/           附件，文件名前是编号；个人提交的材料{papers}
audit.jsonl      审计记录，每行一条，可以独立校验哈希
manifest.json    清单：每个文件的 SHA-256

个人信息{personal}。
"""


@dataclass(frozen=True)
class Made:
    """What an export came to: rows by table, files, papers of persons left out."""

    rows: dict[str, int]
    files: int
    left_out: int


@dataclass
class Package:
    """A ZIP being written; remembers the hash of every part."""

    archive: zipfile.ZipFile
    parts: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        running = hashlib.sha256()
        with self.archive.open(name, "w", force_zip64=True) as part:
            for piece in pieces:
                running.update(piece)
                part.write(piece)
        self.parts[name] = running.hexdigest()


def write(by: Actor, body: Body, target: BinaryIO, *, personal: bool, reason: str) -> Made:
    """Write the package and enter it in the body's trail."""
    person = open_all if personal else shown
    rows = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        package = Package(archive)
        for model, way in tables():
            name = model._meta.label_lower
            found = model._default_manager.filter(**{way: body.pk}).order_by("pk")
            rows[name] = found.count()
            package.put(f"tables/{name}.jsonl", map(_line, _rows(found, person)))
            package.put(f"tables/{name}.csv", _csv(_rows(found, person)))
        for each in reports.published(body):
            stated = to_json(reports.public_statement(each))
            package.put(f"reports/{each.year}.json", [_line(stated)])
        files, left_out = _files(package, body, personal)
        package.put("audit.jsonl", map(_line, _trail(body)))
        package.put("README.txt", [_about(body, personal).encode()])
        manifest = json.dumps(package.parts, ensure_ascii=False, indent=1).encode()
        package.put("manifest.json", [manifest])
    facts = {
        "personal": personal,
        "reason": reason,
        "rows": sum(rows.values()),
        "files": files,
        "manifest": hashlib.sha256(manifest).hexdigest(),
    }
    record(
        by,
        "project.export",
        subject=f"agencies.body:{body.pk}",
        title=f"导出{body.name}的全部数据",
        chain=body.code,
        facts=facts,
    )
    return Made(rows, files, left_out)


def _rows(found: models.QuerySet, person: Callable[[Holder], dict[str, str]]) -> Iterator[Row]:
    """The rows of a table as plain values; references to people as their names."""
    names: dict[object, str] = {}
    for row in found.iterator(chunk_size=500):
        plain: Row = {}
        for column in row._meta.concrete_fields:
            value = getattr(row, column.attname)
            if column.related_model is Holder:
                plain[column.name] = person(getattr(row, column.name)) if value else None
            elif column.related_model is Person:
                plain[column.name] = _name(names, value)
            elif not isinstance(column, models.BinaryField):
                plain[column.attname] = value
        yield plain


def _name(names: dict[object, str], pk: object) -> str:
    if pk is not None and pk not in names:
        names[pk] = Person.objects.get(pk=pk).name
    return names.get(pk, "")


def _line(row: object) -> bytes:
    return (json.dumps(row, ensure_ascii=False, cls=DjangoJSONEncoder) + "\n").encode()


def _csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """With a mark that makes spreadsheets read it as UTF-8."""
    yield b"\xef\xbb\xbf"
    head: list[str] = []
    for row in rows:
        if not head:
            head = list(row)
            yield _cells(head)
        yield _cells(_cell(row[name]) for name in head)


def _cells(values: Iterable[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerow(values)
    return written.getvalue().encode()


def _cell(value: object) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _files(package: Package, body: Body, personal: bool) -> tuple[int, int]:
    """How many files were written, how many papers of persons were left out."""
    written = left_out = 0
    for upload in Upload.objects.filter(body=body.pk).order_by("at", "pk").iterator():
        if upload.holder is not None and not personal:
            left_out += 1
            continue
        package.put(f"files/{upload.pk}-{upload.name}", [content(upload)])
        written += 1
    return written, left_out


def _trail(body: Body) -> Iterator[Row]:
    entries = Entry.objects.filter(chain__name=body.code).order_by("number")
    for entry in entries.iterator(chunk_size=2000):
        yield asdict(link_of(entry, body.code)) | {"hash": entry.hash}


def _about(body: Body, personal: bool) -> str:
    told = ("没有导出", "已遮盖") if not personal else ("已解密", "已解密，请妥善保管，用后删除")
    return ABOUT.format(body=body.name, papers=told[0], personal=told[1])


def save(by: Actor, body: Body, target: Path, *, personal: bool, reason: str) -> Made:
    """Into a file that only its owner can read; nothing is left of one that was not finished."""
    unfinished = target.with_name(f"{target.name}.part")
    try:
        with unfinished.open("wb") as written:
            made = write(by, body, written, personal=personal, reason=reason)
        unfinished.chmod(0o600)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return made

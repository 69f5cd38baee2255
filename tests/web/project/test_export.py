"""Everything of one body, in open formats."""

import csv
import hashlib
import io
import json
import zipfile

import pytest
from click.testing import CliRunner
from django.apps import apps

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.audit.chain import Link, digest
from gongkai.web.audit.models import Entry
from gongkai.web.files.acts import keep
from gongkai.web.project.commands.export import command
from gongkai.web.project.keeping.export import _cell
from gongkai.web.project.keeping.owned import LEFT_OUT, tables
from gongkai.web.requests.models.case import Request

pytestmark = pytest.mark.django_db


@pytest.fixture
def exported(tmp_path):
    """The package of a body as name → bytes."""

    def run(*options: str, code: str = "wangge") -> dict[str, bytes]:
        target = tmp_path / f"{len(list(tmp_path.iterdir()))}.zip"
        done = CliRunner().invoke(command, [code, str(target), *options], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        assert target.stat().st_mode & 0o077 == 0
        with zipfile.ZipFile(target) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return run


def lines(data: bytes) -> list[dict]:
    return [json.loads(line) for line in data.decode().splitlines()]


def test_every_table_of_the_platform_is_exported_or_left_out_for_a_reason():
    known = {model._meta.label_lower for model, _way in tables()} | set(LEFT_OUT)
    own = {m._meta.label_lower for m in apps.get_models() if m.__module__.startswith("gongkai.")}
    assert own - known == set()


def test_the_package_holds_the_rows_of_this_body_and_no_other(exported):
    body = Body.objects.get(code="wangge")
    parts = exported()
    rows = lines(parts["tables/requests.request.jsonl"])
    assert [row["id"] for row in rows] == list(
        Request.objects.filter(body=body).order_by("pk").values_list("pk", flat=True)
    )
    entries = lines(parts["tables/requests.entry.jsonl"])
    assert entries
    assert {row["request_id"] for row in entries} <= {row["id"] for row in rows}
    assert json.loads(parts["reports/2021.json"])["year"] == 2021


def test_personal_data_is_masked_unless_it_is_asked_for_with_a_reason(exported, tmp_path):
    masked = [row["holder"]["name"] for row in lines(exported()["tables/requests.request.jsonl"])]
    assert "杜*" in masked
    assert "杜鹃" not in masked
    refused = CliRunner().invoke(command, ["wangge", str(tmp_path / "x.zip"), "--personal"])
    assert "--reason" in refused.output
    clear = exported("--personal", "--reason", "机构撤并，移交档案")
    assert "杜鹃" in clear["tables/requests.request.jsonl"].decode()
    entry = Entry.objects.filter(action="project.export").order_by("pk").last()
    assert (entry.facts["personal"], entry.facts["reason"]) == (True, "机构撤并，移交档案")
    assert entry.chain.name == "wangge"


def test_the_manifest_tells_every_part_and_stands_in_the_trail(exported):
    parts = exported()
    manifest = json.loads(parts["manifest.json"])
    for name, sha256 in manifest.items():
        assert hashlib.sha256(parts[name]).hexdigest() == sha256
    assert set(manifest) == set(parts) - {"manifest.json"}
    entry = Entry.objects.filter(action="project.export").order_by("pk").last()
    assert entry.facts["manifest"] == hashlib.sha256(parts["manifest.json"]).hexdigest()


def test_the_exported_trail_can_be_verified_by_itself(exported):
    before = ""
    for row in lines(exported()["audit.jsonl"]):
        stored = row.pop("hash")
        assert row["before"] == before
        assert digest(Link(**row), "sha256") == stored
        before = stored
    assert before


def test_files_come_along_and_the_papers_of_persons_only_when_asked_for(exported):
    body = Body.objects.get(code="wangge")
    holder = Request.objects.filter(body=body).first().holder
    keep(system(), "通知.txt", "公开的通知".encode(), body=body.pk)
    keep(system(), "身份证明.txt", "个人材料".encode(), body=body.pk, holder=holder)
    masked = [data for name, data in exported().items() if name.startswith("files/")]
    assert masked == ["公开的通知".encode()]
    clear = exported("--personal", "--reason", "移交")
    assert "个人材料".encode() in [d for n, d in clear.items() if n.startswith("files/")]


def test_the_tables_open_in_a_spreadsheet_and_nothing_in_them_is_a_formula(exported):
    text = exported()["tables/requests.request.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["number"] for row in rows]
    assert _cell("=1+1") == "'=1+1"
    assert _cell(-3) == "-3"


def test_an_unknown_body_and_a_file_that_is_there_are_refused_with_a_sentence(tmp_path):
    there = tmp_path / "there.zip"
    there.write_bytes(b"x")
    run = CliRunner().invoke
    assert "没有代码为 nowhere 的单位" in run(command, ["nowhere", str(tmp_path / "a.zip")]).output
    assert "已经存在" in run(command, ["wangge", str(there)]).output
    assert there.read_bytes() == b"x"

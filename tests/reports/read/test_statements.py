"""JSON that is a statement already."""

import json

import pytest

from gongkai.reports.model.document import SourceKind
from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.statement import Annex
from gongkai.reports.read.registry import read_bytes
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.write.samples import complete


def data(*statements):
    return json.dumps([to_json(one) for one in statements], ensure_ascii=False).encode()


def test_a_statement_becomes_a_report_with_the_places_of_its_prose():
    given = complete(annexes=(Annex("登记表", "甲\n乙"),))
    (report,) = read_bytes("a.json", json.dumps(to_json(given)).encode())
    assert report.statement.figures == given.figures
    assert report.statement.source.file == "a.json"
    assert report.document.kind is SourceKind.JSON
    lines = [block.text for block in report.document.blocks]
    assert lines[0] == given.title
    assert [p.text for p in report.prose["annexes.0"]] == ["甲", "乙"]
    for path, passages in report.prose.items():
        for passage in passages:
            assert lines[passage.place.line - 1] == passage.text, path
    first = report.places["sections.0"]
    assert lines[first.line - 1] == "一、总体情况"
    assert "\n".join(p.text for p in report.prose["sections.0"]) == given.sections[0].text


def test_an_array_gives_several_and_keeps_the_files_they_were_read_from():
    (one,) = read_bytes("甲.json", data(complete()))
    first, second = read_bytes("全区.json", data(one.statement, complete("2019")))
    assert first.statement.source.file == "甲.json"
    assert second.statement.source.file == "全区.json"
    assert second.statement.form_id == "2019"
    assert read_bytes("x", b"[]") == []


@pytest.mark.parametrize("cut", [10, 500])
def test_half_a_statement_is_refused(cut):
    with pytest.raises(UnreadableError, match="JSON"):
        read_bytes("x", data(complete())[:cut])

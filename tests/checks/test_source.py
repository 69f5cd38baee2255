"""The whole source in parts: everything once, each at its place."""

from gongkai.checks.examples import ReportExample, section
from gongkai.checks.source import parts, prose_parts
from gongkai.reports.model.document import Document, Line, Place, SourceKind
from gongkai.reports.model.report import Passage, Report
from gongkai.reports.model.statement import Annex, Statement


def texts(report):
    return {part.at: part.text for part in parts(report)}


def test_prose_comes_by_its_path_and_the_rest_after_it():
    found = texts(
        ReportExample(prose={"annex": "登记表"}, hidden="页眉", attachment="名单").build()
    )
    assert list(found)[:2] == ["title", "sections.overview"]
    assert found["sections.overview"].startswith("总体情况\n（一）主动公开")
    assert found["annexes.0"] == "登记表"
    assert "行政规范性文件" in found["document"]
    assert found["hidden"] == "页眉"
    assert found["attachments.0"] == "名单"


def test_nothing_stands_in_two_parts():
    found = texts(ReportExample().build())
    assert "总体情况" not in found["document"]
    assert "青禾区财政局2024年" not in found["document"]


def test_the_title_of_an_annex_belongs_to_its_part():
    statement = Statement(None, None, None, annexes=(Annex("（内部资料）", "手机"),))
    lines = (Line("（内部资料）", Place(line=8)), Line("手机", Place(line=9)))
    prose = {"annexes.0": (Passage("手机", Place(line=9)),)}
    report = Report(
        statement,
        Document(SourceKind.TEXT, lines),
        {"annexes.0": Place(line=8)},
        prose,
    )
    (part,) = parts(report)
    assert part.text == "（内部资料）\n手机"
    assert [part.place(0).line, part.place(len("（内部资料）") + 1).line] == [8, 9]


def test_a_character_of_a_part_is_found_in_its_line():
    report = ReportExample(prose={"overview": "第一段。\n第二段。\n第三段。"}).build()
    part = next(p for p in prose_parts(report) if p.at == "sections.overview")
    first = report.prose["sections.0"][0].place.line
    assert part.place(part.text.index("第二段")).line == first + 1
    assert part.place(len(part.text) - 1).line == first + 2
    assert part.around(part.text.index("第二段"), part.text.index("第二段") + 3, 2) == "。 第二段。"


def test_titles_of_sections_are_no_prose():
    sections = (section("overview", "一", "总体情况", "正文。"),)
    report = ReportExample(sections=sections).build()
    assert [p.text for p in prose_parts(report) if p.at == "sections.overview"] == ["正文。"]


def test_full_width_digits_are_read_as_plain_ones_at_their_place():
    report = ReportExample(prose={"annex": "手机：１３８"}).build()
    part = next(p for p in parts(report) if p.at == "annexes.0")
    assert part.plain == "手机：138"
    assert len(part.plain) == len(part.text)


def test_each_report_has_its_own_parts():
    first, second = (ReportExample(prose={"annex": text}).build() for text in ("甲", "乙"))
    assert [texts(first)["annexes.0"], texts(second)["annexes.0"]] == ["甲", "乙"]
    assert parts(first) == parts(first)

"""Enters the sample reports of past years: taken in from files, confirmed, put on the shelf."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.statement import SECTION_KEYS, Section, Statement
from gongkai.reports.read.given import Given
from gongkai.statute.forms import form_in_force
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting import assemble
from gongkai.web.reporting.acts import archive, intake
from gongkai.web.reporting.figures import figures
from gongkai.web.reporting.models.archive import Intake, Reading
from gongkai.web.ui import clock

PAST = Path(__file__).with_name("past.toml")
NOT_FIGURES = ("name", "kind", "years", "late", "problems", "other")
APPLICANTS = ("natural_person", "business")
WORDS = {
    "overview": "（一）主动公开。及时公开机构职能、规划计划和财政预决算。\n"
    "（二）依申请公开。规范受理、办理和答复。\n"
    "（三）政府信息管理。公开前逐条审查，定期清理。\n"
    "（四）政府信息公开平台建设。做好网站专栏的更新和检索。\n"
    "（五）监督保障。组织培训，接受社会监督。",
    "proactive": "",
    "requests": "",
    "remedies": "",
    "problems": "上一年度的问题已经改进。本年度存在的问题：一是解读形式比较单一；"
    "二是部分栏目更新不够及时。下一步增加图解，按月检查栏目。",
    "other": "本年度没有收取信息处理费。",
}
REMEDIES = ("upheld", "corrected", "pending")


def load(bodies: dict[str, Body]) -> None:
    facts = tomllib.loads(PAST.read_text("utf-8"))
    person = holders(bodies["zhengshu"], Role.SUPERVISOR, clock.today())[0]
    by = Actor(str(person.pk), person.name)
    statements = [each for entry in facts["body"] for each in _statements(entry)]
    files = [
        Given(f"{each.body}{each.year}.json", None, json.dumps(to_json(each)).encode())
        for each in statements
    ]
    made = _taken(by, "往年报告（示例）", files, bodies["qiaokou"])
    for reading in Reading.objects.filter(file__intake=made):
        archive.confirm(
            by,
            reading=reading,
            name=reading.name,
            kind=reading.statement["body_kind"],
            year=reading.year,
            settled={},
        )
    text = PAST.with_name(facts["doubtful"]).read_bytes()
    _taken(by, "待确认的报告（示例）", [Given(facts["doubtful"], None, text)], bodies["qiaokou"])


def _taken(by: Actor, label: str, files: list[Given], area: Body) -> Intake:
    made = intake.begin(by, label=label, expected=len(files), area=area)
    intake.go_on(by, intake=made, files=files)
    return made


def _statements(entry: dict) -> Iterator[Statement]:
    """A body's reports, one a year."""
    for index, year in enumerate(entry["years"]):
        own, told = form_in_force(year), {k: v[index] for k, v in _figures(entry)}
        late = year in entry.get("late", ())
        published = date(year + 1, 2, 20) if late else date(year + 1, 1, 18)
        yield Statement(
            form_id=own.id,
            body=entry["name"],
            body_kind=entry["kind"],
            scope="own",
            year=year,
            title=f"{entry['name']}{year}年政府信息公开工作年度报告",
            signature=entry["name"],
            issued_on=date(year + 1, 1, 15),
            published_on=published,
            figures=figures(own, {}, list(_cells(told, own.cells))),
            fees_unit="万元" if own.id == "2021" else None,
            preamble="本报告的数字为示例。",
            sections=tuple(
                Section(key, number, assemble.section_title(own, key), entry.get(key, WORDS[key]))
                for key, number in zip(SECTION_KEYS, assemble.NUMERALS, strict=True)
            ),
        )


def _figures(entry: dict) -> Iterator[tuple[str, list[int]]]:
    return ((key, value) for key, value in entry.items() if key not in NOT_FIGURES)


def _cells(told: dict[str, int], cells: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """The figures of a year by cell; what the other outcomes leave was granted."""
    received = sum(told[key] for key in APPLICANTS)
    outcomes = {
        key: value
        for key, value in told.items()
        if key not in (*APPLICANTS, *REMEDIES, "carried_in", "carried_out")
    }
    left = received + told["carried_in"] - told["carried_out"] - sum(outcomes.values())
    business = told["business"]
    yield "requests.received.natural_person", told["natural_person"]
    yield "requests.received.business", business
    for key in ("carried_in", "carried_out"):
        yield f"requests.{key}.natural_person", told[key]
    yield "requests.granted.business", business
    yield "requests.granted.natural_person", left - business
    for key, value in outcomes.items():
        yield f"requests.{key}.natural_person", value
    for key in REMEDIES:
        if key in told:
            yield f"remedies.reconsideration.{key}", told[key]
    if "proactive.permits" in cells:
        yield "proactive.permits", 10 + received

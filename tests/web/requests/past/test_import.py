"""A year's ledger becomes proper applications, counted in table two."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from gongkai.law.request.details import Extended
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.models import Entry as AuditEntry
from gongkai.web.ledgers.acts import run, take_back, take_in
from gongkai.web.ledgers.models import Batch
from gongkai.web.ledgers.target import targets
from gongkai.web.requests import queries
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.rebuild import differing
from gongkai.web.requests.importing import LEDGER
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.vault.queries import find, open_all
from tests.web.ledgers.conftest import xlsx

pytestmark = pytest.mark.django_db
BY = Actor("7", "马晓")
HEAD = ["登记编号", "收到日期", "申请方式", "申请人类别", "申请人姓名", "申请内容", "是否延期",
        "答复日期", "答复类型", "不予公开理由", "答复文号"]  # fmt: skip


@pytest.fixture
def body(db):
    return Body.objects.get(code="shidong")


def ledger(*rows) -> bytes:
    return xlsx([["2025年依申请公开台账"], HEAD, *rows])


def row(number="1", **said):
    """A row of the ledger; what is not said is usual."""
    usual = {
        "received": "2025-03-05", "way": "网上", "kind": "自然人", "name": "程远山",
        "topic": "低保名单", "extended": "", "answered": "2025-03-20", "answer": "予以公开",
        "why": "", "letter": "",
    }  # fmt: skip
    return [number, *(usual | said).values()]


@pytest.fixture
def imported(body):
    def done(data: bytes, name="台账.xlsx") -> Batch:
        batch = take_in.take_in(
            BY, body=body, target=targets["requests"], year=None, name=name, data=data
        )
        run.start(BY, batch)
        run.proceed(Batch.objects.get(pk=batch.pk))
        batch.refresh_from_db()
        return batch

    return done


def only(batch: Batch) -> Request:
    return Request.objects.get(pk=batch.rows.get(state="made").made[0])


def fault(batch: Batch) -> dict[str, str]:
    return batch.rows.get(state="bad").faults


def test_the_year_is_told_by_the_title(imported):
    assert imported(ledger(row())).year == 2025


def test_a_row_is_an_application_with_what_happened(imported):
    batch = imported(
        ledger(row(extended="是", answered="2025-04-25", letter="石政公复〔2025〕3号"))
    )
    case = only(batch)
    assert [(e.act, e.on, e.note) for e in case.entries.all()] == [
        ("RECEIVE", date(2025, 3, 5), ""),
        ("EXTEND", date(2025, 4, 2), "台账写明已延期，未写日期，按期限届满之日登记"),
        ("ANSWER", date(2025, 4, 25), "石政公复〔2025〕3号"),
    ]
    assert (case.number[:3], case.own_number, case.channel) == ("TZ0", "1", "ONLINE")
    assert (case.stage, case.row, case.counted) == ("ANSWERED", "granted", True)
    assert (case.received, case.due) == (date(2025, 3, 5), date(2025, 4, 30))


def test_its_personal_data_lies_in_the_vault_and_nowhere_else(imported):
    case = only(imported(ledger(row(name="某奇人", topic="给13800001234的答复"))))
    assert open_all(case.holder)["name"] == "某奇人"
    assert open_all(case.holder)["description"] == "给13800001234的答复"
    assert case.topic == "给＊＊的答复"
    assert list(find("name", "某奇人")) == [case.holder]
    written = [str(e.facts) + e.title for e in AuditEntry.objects.all()]
    assert not [words for words in written if "某奇人" in words or "13800001234" in words]


def test_what_was_late_is_entered_as_it_happened(imported):
    case = only(imported(ledger(row(answered="2025-09-01"))))
    assert case.closed == date(2025, 9, 1) > case.due


def test_one_that_is_open_goes_on_here(imported):
    case = only(imported(ledger(row(answered="", answer=""))))
    assert case.stage == "IN_HAND"
    extended = Extended(days=20, approved_by_head=True, applicant_told=True)
    enter(BY, case, LawEntry(Act.EXTEND, date(2025, 3, 10), extended))
    assert case.entries.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"answer": "不予公开"}, "answer", "要写明理由"),
        ({"answered": ""}, "answered", "没有写答复日期"),
        ({"answer": ""}, "answer", "没有写办理结果"),
        ({"answered": "2025-03-01"}, "answered", "早于收到日期"),
        ({"received": "2055-03-05", "answered": "2055-03-20"}, "received", "晚于今天"),
        ({"received": "三月"}, "received", "例如 2025-03-05"),
        ({"kind": "", "name": ""}, "applicant", "看不出是哪一类"),
        ({"topic": ""}, "topic", "不能为空"),
        ({"extended": "也许"}, "extended", "“是”或者“否”"),
    ],
)
def test_what_cannot_be_placed_is_named_with_advice(imported, wrong, field, words):
    batch = imported(ledger(row(**wrong)))
    assert (batch.made, batch.bad) == (0, 1)
    assert words in fault(batch)[field]


def test_a_number_stands_for_one_application(imported):
    imported(ledger(row()))
    batch = imported(ledger(row(topic="别的")), name="又一份.xlsx")
    assert "已经登记过" in fault(batch)["number"]


def test_an_undone_ledger_counts_and_shows_no_more_and_forgets_the_people(imported, body):
    year = Body.objects.filter(pk=body.pk)
    before = queries.request_table(year, 2025)
    batch = imported(ledger(row(name="某奇人"), row("2", topic="另一件")))
    cases = list(Request.objects.filter(own_number__in="12", body=body))
    assert queries.request_table(year, 2025) != before
    take_back.begin(BY, batch)
    take_back.proceed(Batch.objects.get(pk=batch.pk))
    assert queries.request_table(year, 2025) == before
    assert not Request.objects.filter(pk__in=[each.pk for each in cases]).exists()
    assert Entry.objects.filter(request__in=[each.pk for each in cases]).count() == 4
    assert not find("name", "某奇人").exists()
    assert imported(ledger(row(name="某奇人"), row("2", topic="另一件"))).made == 2


def test_a_ledger_is_not_undone_once_a_case_went_on(imported):
    batch = imported(ledger(row(answered="", answer="")))
    extended = Extended(days=20, approved_by_head=True, applicant_told=True)
    enter(BY, only(batch), LawEntry(Act.EXTEND, date(2025, 3, 10), extended))
    with pytest.raises(take_in.NotPossibleError, match="TZ"):
        take_back.begin(BY, batch)


def test_the_example_goes_in_with_its_two_faults(imported, body):
    words = LEDGER.sample(body, 2025)
    batch = imported(xlsx([[words.title], *words.rows]))
    assert (batch.made, batch.bad, batch.skipped) == (7, 2, 1)
    assert [sorted(each.faults) for each in batch.rows.filter(state="bad")] == [
        ["answer"],
        ["received"],
    ]


def test_table_two_counts_an_imported_year_as_it_is_counted_by_hand(imported, body):
    chance, rows, expected = random.Random(3), [], Counter()
    kinds = (("自然人", "natural_person"), ("企业", "business"), ("律师事务所", "legal_service"))
    ends = (
        ("予以公开", "granted"),
        ("部分公开（隐私）", "partly_granted"),
        ("信息不存在", "unavailable_not_held"),
        ("不予公开（过程性信息）", "refused_process_information"),
        ("申请人撤回", "other_other"),
        ("转办", ""),
        ("", "open"),
    )
    for number in range(90):
        kind, column = chance.choice(kinds)
        answer, end = chance.choice(ends)
        on = date(2024, 11, 1) + timedelta(days=chance.randrange(400))
        closed = on + timedelta(days=chance.randrange(1, 40)) if answer else None
        said = {"received": on.isoformat(), "answered": closed.isoformat() if closed else ""}
        rows.append(row(str(number), kind=kind, topic=f"第{number}件", answer=answer, **said))
        for each in _cells(on, closed, end):
            expected[f"requests.{each}.{column}"] += 1
            expected[f"requests.{each}.total"] += 1
    year = Body.objects.filter(pk=body.pk)
    before = queries.request_table(year, 2025)[body.pk]
    assert imported(ledger(*rows)).made == 90
    after = queries.request_table(year, 2025)[body.pk]
    assert {cell: after[cell] - before[cell] for cell in after if after[cell] != before[cell]} == {
        **expected
    }
    assert list(differing(Request.objects.filter(body=body, channel="ONLINE"))) == []


def _cells(on: date, closed: date | None, end: str) -> list[str]:
    """By hand: in which rows of 2025 it counts."""
    if not end:
        return []
    found = ["received"] if on.year == 2025 else []
    if on.year < 2025 and (closed is None or closed.year >= 2025):
        found.append("carried_in")
    if on.year <= 2025 and (closed is None or closed.year > 2025):
        found.append("carried_out")
    if closed is not None and closed.year == 2025:
        found += [end, "handled_total"]
    return found

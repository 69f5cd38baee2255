"""A year's ledger of remedies becomes cases, counted in table three."""

from datetime import date

import pytest

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.acts import run, take_back, take_in
from gongkai.web.ledgers.models import Batch
from gongkai.web.ledgers.target import targets
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.importing import REMEDIES
from gongkai.web.remedies.models import Remedy
from gongkai.web.remedies.past import RowError, past
from gongkai.web.remedies.queries import remedy_table
from gongkai.web.remedies.record import Act
from gongkai.web.vault.queries import open_all
from tests.web.ledgers.conftest import xlsx

BY = Actor("7", "马晓")
HEAD = ["类型", "案号", "原告", "案由", "受理机关", "受理日期", "审结日期", "结果", "申请编号"]
USUAL = {
    "kind": "行政复议", "subject": "不服答复", "forum": "区人民政府",
    "filed_on": date(2025, 3, 4), "decided_on": date(2025, 5, 6),
}  # fmt: skip


@pytest.fixture
def body(db):
    return Body.objects.get(code="shidong")


@pytest.fixture
def imported(body):
    def done(data: bytes, name="复议诉讼.xlsx") -> Batch:
        batch = take_in.take_in(
            BY, body=body, target=targets["remedies"], year=2025, name=name, data=data
        )
        run.start(BY, batch)
        run.proceed(Batch.objects.get(pk=batch.pk))
        batch.refresh_from_db()
        return batch

    return done


@pytest.mark.parametrize(
    ("kind", "said", "decision"),
    [
        ("行政复议", "维持", "review_upheld"),
        ("行政复议", "驳回复议请求", "review_rejected"),
        ("行政复议", "驳回复议申请", "review_refused"),
        ("行政复议", "确认违法", "review_unlawful"),
        ("行政复议", "申请人撤回", "review_ended"),
        ("行政复议", "审理中", ""),
        ("行政诉讼", "驳回原告诉讼请求", "suit_rejected"),
        ("行政诉讼", "裁定驳回起诉", "suit_dismissed"),
        ("复议后起诉", "责令限期答复", "suit_ordered"),
        ("行政诉讼", "准许撤诉", "suit_ended"),
        ("投诉举报", "责令改正", "complaint_ordered"),
    ],
)
def test_ends_are_told_by_the_words_of_courts_and_authorities(kind, said, decision):
    facts = USUAL | {"kind": kind, "result": said}
    if not decision:
        del facts["decided_on"]
    assert past(facts, date(2026, 1, 5)).decision == decision


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"result": "结果纠正"}, "result", "看不出是哪一种结果"),
        ({"result": "驳回上诉，维持原判"}, "result", "最终结果"),
        ({"result": ""}, "result", "写了审结日期"),
        ({"kind": "信访", "result": "维持"}, "kind", "请写：行政复议"),
        ({"decided_on": date(2025, 1, 1), "result": "维持"}, "decided_on", "早于"),
    ],
)
def test_what_cannot_be_placed_is_said(wrong, field, words):
    with pytest.raises(RowError) as told:
        past(USUAL | wrong, date(2026, 1, 5))
    assert words in told.value.faults[field]


@pytest.mark.django_db
def test_the_example_is_counted_in_table_three_but_for_its_fault(imported, body):
    year = Body.objects.filter(pk=body.pk)
    before = remedy_table(year, 2025)[body.pk]
    found = REMEDIES.sample(body, 2025)
    batch = imported(xlsx([[found.title], *found.rows]))
    assert (batch.made, batch.bad, batch.skipped) == (4, 1, 1)
    after = remedy_table(year, 2025)[body.pk]
    assert {
        cell.partition(".")[2]: after[cell] - before[cell]
        for cell in after
        if after[cell] != before[cell] and not cell.endswith("total")
    } == {
        "reconsideration.upheld": 1,
        "reconsideration.pending": 1,
        "litigation_direct.upheld": 1,
        "litigation_after_reconsideration.corrected": 1,
    }
    take_back.begin(BY, batch)
    take_back.proceed(Batch.objects.get(pk=batch.pk))
    assert remedy_table(year, 2025)[body.pk] == before


@pytest.mark.django_db
def test_who_brought_it_lies_in_the_vault(imported):
    row = ["行政复议", "复1号", "某奇人", "不服答复", "区政府", "2025-03-04", "", "", ""]
    batch = imported(xlsx([HEAD, row]))
    remedy = Remedy.objects.get(pk=batch.rows.get(state="made").made[0])
    assert open_all(remedy.holder) == {"name": "某奇人"}


@pytest.mark.django_db
def test_a_case_that_went_on_keeps_its_batch(imported):
    row = ["行政复议", "复1号", "某", "不服答复", "区政府", "2025-03-04", "", "", ""]
    batch = imported(xlsx([HEAD, row]))
    remedy = Remedy.objects.get(pk=batch.rows.get(state="made").made[0])
    acts.enter(BY, remedy, Act.REPLY, on=date(2025, 3, 12))
    with pytest.raises(take_in.NotPossibleError, match="复1号"):
        take_back.begin(BY, batch)


@pytest.mark.django_db
def test_an_application_that_is_not_here_is_a_question(imported):
    row = ["行政复议", "复1号", "某", "不服答复", "区政府", "2025-03-04", "", "", "没有的编号"]
    batch = imported(xlsx([HEAD, row]))
    assert "没有这个编号的申请" in batch.rows.get(state="bad").faults["request"]

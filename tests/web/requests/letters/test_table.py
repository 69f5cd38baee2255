"""Every kind of answer, read back from its Word file, says what the pure law computes.

And the same record falls in the right cell of both editions of the form.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from gongkai.checks.paper import paper_of
from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.exemption.grounds import EXEMPTIONS, Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import OUTCOMES, outcome
from gongkai.law.remedy.paragraph import Addresses, paragraph
from gongkai.law.remedy.variant import Variant, variant
from gongkai.law.request.details import Answered, CorrectionAsked, FeeCharged
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, Record, received
from gongkai.reports.read.registry import document_of
from gongkai.statute.forms import form
from gongkai.statute.provisions import COUNTING_PRACTICE
from gongkai.web.requests.letters.blanks import Case, Said
from gongkai.web.requests.letters.checked import faults
from gongkai.web.requests.letters.page import Sheet, printed
from gongkai.web.requests.letters.words import wording
from gongkai.web.requests.models.case import Applicant
from gongkai.web.requests.queries import copies
from gongkai.web.ui.templatetags.gongkai import day

KINDS = [row.kind for row in OUTCOMES]
TURNS = (date(2019, 5, 15), date(2021, 1, 1), date(2024, 1, 1))
"""Days on which the law of answers, fees and remedies changed."""
BODIES = ("青禾区网格化服务中心", "青禾区人民政府", "青禾区石桥街道办事处")
AUTHORITIES = (("青禾区人民政府",), ("清河市人民政府", "清河市司法局"))
COURTS = ("青禾区人民法院", "清河市中级人民法院")
NAMES = ("程远山", "欧阳清和", "示例商贸有限公司", "青禾公益服务中心")
TOPICS = ("小区改造资金安排", "2025年度部门决算", "“三供一业”移交协议（副本）", "A<B&C 号文")
ENDS = {
    AnswerKind.NOT_CORRECTED: Act.LAPSE_UNCORRECTED,
    AnswerKind.FEE_UNPAID: Act.LAPSE_UNPAID,
    AnswerKind.WITHDRAWN: Act.WITHDRAW,
}
ROWS = {
    "已主动公开": "予以公开",
    "予以公开": "予以公开",
    "部分公开": "部分公开",
    "不予公开：国家秘密": "属于国家秘密",
    "不予公开：法律行政法规禁止公开": "其他法律行政法规禁止公开",
    "不予公开：危及三安全一稳定": "三安全一稳定",
    "不予公开：保护第三方合法权益": "保护第三方合法权益",
    "不予公开：内部事务信息": "三类内部事务信息",
    "不予公开：过程性信息": "四类过程性信息",
    "不予公开：行政执法案卷": "行政执法案卷",
    "属于行政查询事项": "行政查询事项",
    "信息不存在": "本机关不掌握",
    "不属于本机关负责公开": "本机关不掌握",
    "已移交档案馆": "本机关不掌握",
    "没有现成信息": "没有现成信息",
    "补正后仍不明确": "补正后申请内容仍不明确",
    "信访举报投诉类申请": "信访举报投诉",
    "重复申请": "重复申请",
    "要求提供公开出版物": "公开出版物",
    "无正当理由大量反复申请": "大量反复申请",
    "要求确认或者重新出具": "确认或重新出具",
    "逾期不补正": "逾期不补正",
    "逾期不缴费": "缴纳费用",
    "申请人撤回": "其他",
}
"""Kind of answer → words of its row in the form of 2021; the others stand in none."""
ROWS_2019 = {**ROWS, "逾期不补正": "其他处理", "逾期不缴费": "其他处理", "申请人撤回": "其他处理"}


@dataclass(frozen=True)
class Facts:
    """One application with its answer, drawn at random."""

    kind: AnswerKind
    applicant: Applicant
    on: date
    withheld: tuple[Ground, ...]
    case: Case
    record: Record


def drawn(chance: random.Random, kind: AnswerKind, applicant: Applicant, on: date) -> Facts:
    start = on - timedelta(days=chance.randrange(40, 90))
    opened = received(Receipt(channel=Channel.IN_PERSON, arrived_on=start))
    asked = start + timedelta(days=chance.randrange(1, 9))
    before: tuple[Entry, ...] = ()
    if kind in (AnswerKind.NOT_CORRECTED, AnswerKind.STILL_UNCLEAR):
        until = asked + timedelta(days=15)
        before = (Entry(Act.ASK_CORRECTION, asked, CorrectionAsked(until=until)),)
    if kind is AnswerKind.STILL_UNCLEAR:
        before = (*before, Entry(Act.CORRECT, asked + timedelta(days=5)))
    if kind is AnswerKind.FEE_UNPAID:
        before = (Entry(Act.CHARGE_FEE, asked, FeeCharged(amount=chance.randrange(1, 99) * 100)),)
    withheld = ()
    if kind is AnswerKind.PARTLY_GRANTED:
        grounds = [row.ground for row in EXEMPTIONS]
        withheld = tuple(chance.sample(grounds, chance.randrange(1, 4)))
    act = ENDS.get(kind, Act.ANSWER)
    answered = Answered(kind=kind, withheld=withheld) if act is Act.ANSWER else None
    record = (opened, *before, Entry(act, on, answered))
    case = Case(
        applicant=chance.choice(NAMES),
        natural=applicant is Applicant.NATURAL_PERSON,
        topic=chance.choice(TOPICS),
        number=f"SQ001-{start.year}-{chance.randrange(1, 9999):04d}",
        channel="IN_PERSON",
        body=chance.choice(BODIES),
        office="综合科",
        telephone="027-88100001",
        address="青禾路1号",
        where=Addresses(authorities=chance.choice(AUTHORITIES), court=chance.choice(COURTS)),
        record=record,
    )
    return Facts(kind, applicant, on, withheld, case, record)


def said(facts: Facts) -> Said:
    code = outcome(facts.kind).letter.code
    return Said(code=code, on=facts.on, kind=facts.kind, withheld=facts.withheld)


def written(facts: Facts) -> tuple[bytes, str]:
    """The letter's file, what the officer had to write written, and its number."""
    words = wording(facts.case, said(facts))
    number = f"青禾公复〔{facts.on.year}〕{facts.on.day}号"
    text = words.text.replace("【", "").replace("】", "")
    sheet = Sheet(facts.case.body, number, words.title, text, day(facts.on), facts.on)
    return printed(sheet), number


def assert_told(text: str, facts: Facts) -> None:
    """Article, remedy, authority, date: each from the tables of the law, not from our wording."""
    if facts.on >= TURNS[0]:
        sources = outcome(facts.kind).sources
        own = [row.source for row in EXEMPTIONS if row.ground in facts.withheld]
        for source in (*sources, *own):
            if source.law is not COUNTING_PRACTICE and source.law.holds_on(facts.on):
                assert f"《{source.law.title}》" in text
                assert source.place in text
    found = variant(facts.kind, facts.withheld, decided_on=facts.on)
    if found is None:
        assert "行政复议" not in text
    else:
        assert paragraph(found, facts.case.where, decided_on=facts.on) in text
        assert ("应当先" in text) == (found is Variant.R1)
        assert (found is Variant.R0) == (facts.on < TURNS[2])
        assert all(name in text for name in facts.case.where.authorities)
        assert facts.case.where.court in text
    assert day(facts.on) in text
    assert day(facts.record[0].on) in text


def assert_in_its_cell(facts: Facts) -> None:
    found = copies(facts.record, default_calendar())
    label, label_2019 = ROWS.get(facts.kind.value), ROWS_2019.get(facts.kind.value)
    assert found.closed == facts.on
    if not label and found.came and found.came.year < facts.on.year:
        assert found.row == outcome(AnswerKind.WITHDRAWN).row_2021  # it had been carried over
        return
    assert bool(label) == bool(found.row) == found.counted
    if label:
        for edition, row, words in (
            ("2021", found.row, label),
            ("2019", outcome(facts.kind).row_2019, label_2019),
        ):
            paper = form(edition)
            assert words in paper.row(f"requests.{row}").printed
            assert f"requests.{row}.{facts.applicant.value}" in paper.cells


def assert_letter_holds(facts: Facts) -> None:
    data, number = written(facts)
    document = document_of(data)
    paper = paper_of((line.text, line.place) for line in document.lines())
    assert_told("\n".join(line.text for line in document.lines()), facts)
    assert paper.number
    assert paper.number[0] == number
    assert paper.day == facts.on
    assert paper.addressee == facts.case.applicant
    assert paper.signature == facts.case.body
    assert faults(data, facts.case, said(facts), number) == []


def days(chance: random.Random) -> date:
    return chance.choice(TURNS) + timedelta(days=chance.randrange(-40, 40))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_letter_of_an_answer_says_what_the_law_computes(kind):
    chance = random.Random(f"letter:{kind.name}")
    assert_letter_holds(drawn(chance, kind, chance.choice(list(Applicant)), days(chance)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_words_hold_for_every_applicant_on_both_sides_of_every_turn_of_the_law(kind):
    chance = random.Random(f"words:{kind.name}")
    for applicant in Applicant:
        for turn in TURNS:
            for on in (turn - timedelta(days=1), turn, days(chance)):
                facts = drawn(chance, kind, applicant, on)
                assert_told(f"{wording(facts.case, said(facts)).text}\n{day(on)}", facts)
                assert_in_its_cell(facts)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_letter_of_every_applicant_and_time_holds(kind):
    chance = random.Random(f"wide:{kind.name}")
    for applicant in Applicant:
        for turn in TURNS:
            for on in (turn - timedelta(days=1), turn, days(chance), days(chance)):
                assert_letter_holds(drawn(chance, kind, applicant, on))

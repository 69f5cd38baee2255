"""Whatever a statement holds, the rules come to an end and say so in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.checks.examples import ReportExample
from gongkai.checks.run import check
from gongkai.reports.model.document import SourceKind
from gongkai.reports.model.statement import CellState, Section, State
from gongkai.statute.forms import form

CELLS = form("2021").cells
TEXT = st.text(
    alphabet="一二三是（）()1234567890.、，。；年件条收到申请公开政府信息手机李@qq.com★ \n",
    max_size=60,
)
STATES = st.builds(CellState, st.sampled_from(State), st.one_of(st.none(), TEXT))
SECTIONS = st.builds(
    Section,
    st.sampled_from(["overview", "requests", "problems", "other", None]),
    st.one_of(st.none(), st.sampled_from("一二三七"), TEXT),
    TEXT,
    TEXT,
)


EXAMPLES = st.builds(
    ReportExample,
    figures=st.dictionaries(st.sampled_from(CELLS), st.one_of(st.none(), st.integers(-9, 999))),
    states=st.dictionaries(st.sampled_from([*CELLS, "requests.granted", "remedies"]), STATES),
    sections=st.lists(SECTIONS, max_size=8).map(tuple),
    prose=st.fixed_dictionaries({"preamble": TEXT, "annex": TEXT}),
    title=st.one_of(st.none(), TEXT),
    source=st.sampled_from(SourceKind),
)


@settings(max_examples=60, deadline=None)
@given(example=EXAMPLES)
def test_no_statement_breaks_a_rule(example):
    report, before = example.build(), ReportExample(year=2023).build()
    findings = check(report, earlier=[before])
    for index, finding in enumerate(findings):
        assert finding.message
        assert finding.at
        assert finding.caused_by is None or finding.caused_by != index
    assert findings == check(report, earlier=[before])

"""What the decorator makes of a function."""

import pytest

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.statute.provisions import REGULATION

SOURCE = REGULATION.article("50")


def made(**changed):
    given = {
        "id": "X01",
        "severity": Severity.NOTE,
        "source": SOURCE,
        "english": "Titles are short",
        "mend": Wording("缩短。", "Shorten it."),
        "passes": ReportExample(),
        "fails": (ReportExample(title="长" * 90), ReportExample(title="长" * 80)),
    }

    @rule(**{**given, **changed})
    def titles_are_short(report):
        """标题不长

        第一行为什么，
        第二行接着说。
        """
        if len(report.statement.title) > 60:
            yield Found("title", "太长", "too long")

    return titles_are_short


def test_a_rule_holds_all_that_it_was_given():
    one = made(since="2021", until="2021")
    assert (one.id, one.severity, one.source) == ("X01", Severity.NOTE, SOURCE)
    assert one.title == Wording("标题不长", "Titles are short")
    assert one.why == "第一行为什么，第二行接着说。"
    assert one.mend.said_in("zh") == "缩短。"
    assert one.mend.said_in("en") == "Shorten it."
    assert (one.since, one.until) == ("2021", "2021")
    assert one.name == "titles_are_short"
    assert one.file == __name__


def test_one_example_or_several_may_be_given():
    assert [len(made().passes), len(made().fails)] == [1, 2]
    assert made(passes=(ReportExample(),)).passes == (ReportExample(),)
    assert [list(made().judge(e.build())) != [] for e in made().fails] == [True, True]


@pytest.mark.parametrize(
    ("since", "until", "speaks"),
    [
        (None, None, {"2019", "2021"}),
        ("2021", None, {"2021"}),
        (None, "2019", {"2019"}),
        ("2019", "2019", {"2019"}),
    ],
)
def test_a_rule_speaks_of_its_editions_of_the_form(since, until, speaks):
    one = made(since=since, until=until)
    assert {form for form in ("2019", "2021") if one.speaks_of(form)} == speaks
    assert one.speaks_of(None)

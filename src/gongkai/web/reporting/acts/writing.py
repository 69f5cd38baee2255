"""Writing a report: its words, figures from elsewhere, words on what was found, comments."""

from collections.abc import Sequence

from gongkai.statute.forms import form_in_force
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts.entering import enter
from gongkai.web.reporting.binding import bind, demand_known
from gongkai.web.reporting.figures import entered
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.carrying import carried
from gongkai.web.reporting.record import Act, NotProvidedForError, State


class ChangedMeanwhileError(Exception):
    """Somebody else has written the same part since it was opened; `words` are theirs.

    What was to be saved is not lost: it is kept aside as a version of the part.
    """

    def __init__(self, words: str, by: str):
        super().__init__(f"{by} 刚刚修改了这一部分。您的文字已经另存，请合并后再保存。")
        self.words = words
        self.by = by


def write(by: Actor, *, report: Report, part: str, words: str, base: int) -> None:
    """Save the words of a part; `base` is the version that was opened for editing."""
    state = queries.state_of(report)
    demand_known(words, queries.numbers_of(report, state).known)

    def free(state: State) -> None:
        now = state.texts[part]
        if now.version != base and now.words != words:
            raise ChangedMeanwhileError(now.words, now.by)

    try:
        enter(by, report, Act.WRITE, {"part": part, "words": words}, allowed=free)
    except ChangedMeanwhileError:
        enter(by, report, Act.ASIDE, {"part": part, "words": words, "base": base})
        raise


def bind_number(
    by: Actor, *, report: Report, part: str, start: int, text: str, name: str, base: int
) -> None:
    """Bind a number typed by hand to its source."""
    now = queries.state_of(report).texts[part]
    if now.version != base:
        raise NotProvidedForError("文字已经改动，请刷新后再绑定。")
    write(by, report=report, part=part, words=bind(now.words, start, text, name), base=base)


def supplement(
    by: Actor, *, report: Report, cell: str, value: float, source: str, paper: str
) -> None:
    """Add a figure from a system not on the platform."""
    if cell not in entered(form_in_force(report.year)):
        raise NotProvidedForError("合计由系统计算，不能补录；请补录到具体的格。")
    facts = {"cell": cell, "value": value, "source": source, "paper": paper}
    enter(by, report, Act.SUPPLEMENT, facts)


def strike(by: Actor, *, report: Report, number: int) -> None:
    """Take a supplement back; it stays in the record."""
    enter(by, report, Act.STRIKE, {"number": number})


def explain(
    by: Actor,
    *,
    report: Report,
    rule: str,
    place: str,
    message: str,
    reason: str,
    wrong: bool = False,
) -> None:
    """Give a word on a finding; `wrong`: the rule is mistaken here. It holds for this message."""
    facts = {"rule": rule, "place": place, "message": message, "reason": reason, "wrong": wrong}
    enter(by, report, Act.EXPLAIN, facts)


def reconcile(by: Actor, *, report: Report, column: str, names: Sequence[str], reason: str) -> None:
    """Explain by named applications why a column is carried in otherwise than it was carried out.

    Those named must make up the difference; NotProvidedForError says what is lacking.
    """
    statement = queries.statement_of(report, queries.state_of(report), None)
    columns = carried(report, statement, queries.earlier_of(report))
    found = next((each for each in columns if each.key == column), None)
    if found is None:
        raise NotProvidedForError("这一列与上一年度一致，不用说明。")
    came = [number for number in found.came if number in names]
    went = [number for number in found.went if number in names]
    if len(came) - len(went) != found.difference:
        raise NotProvidedForError(
            f"差额是 {found.difference} 件，指明的申请合计 {len(came) - len(went)} 件，请核对。"
        )
    facts = {
        "column": column,
        "difference": found.difference,
        "came": came,
        "went": went,
        "reason": reason,
    }
    enter(by, report, Act.RECONCILE, facts)


def comment(by: Actor, *, report: Report, part: str, words: str) -> None:
    enter(by, report, Act.COMMENT, {"part": part, "words": words})


def settle(by: Actor, *, report: Report, number: int) -> None:
    """A comment has been dealt with."""
    if not any(each.number == number for each in queries.state_of(report).comments):
        raise NotProvidedForError("没有这条批注，请刷新页面。")
    enter(by, report, Act.SETTLE, {"number": number})

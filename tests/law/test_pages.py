"""The generated pages of the procedure: they say what the tables say."""

from pathlib import Path

import pytest

from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.letters import LETTERS
from gongkai.law.remedy.authority import Respondent
from gongkai.law.request.guide import QUESTIONS
from gongkai.law.request.lifecycle import Act, Stage
from gongkai.law.request.own_data import CorrectionAct
from gongkai.law.request.receipt import Channel

ROOT = Path(__file__).parents[2]
SAID = {
    "request.md": [each.value for names in (Stage, Act, CorrectionAct, Channel) for each in names],
    "outcome.md": [
        *(each.value for each in AnswerKind),
        *(each.zh for each in (*EXEMPTIONS, *LETTERS)),
        *(question.text for question in QUESTIONS),
    ],
    "remedy.md": [each.value for each in Respondent],
}


@pytest.mark.parametrize("name", SAID)
def test_a_page_names_every_row_of_its_tables(name):
    text = (ROOT / "docs/law" / name).read_text("utf-8")
    assert [said for said in SAID[name] if said not in text] == []


def test_the_diagram_has_every_stage_and_no_edge_to_itself():
    text = (ROOT / "docs/law/request.md").read_text("utf-8")
    diagram = text.partition("```mermaid\n")[2].partition("\n```")[0]
    edges = [line.split(":")[0].split(" --> ") for line in diagram.splitlines() if "-->" in line]
    assert all(a.strip() != b.strip() for a, b in edges)
    names = {name.strip() for edge in edges for name in edge}
    assert names >= {stage.name for stage in Stage}

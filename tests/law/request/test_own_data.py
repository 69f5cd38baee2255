"""Correcting one's own data, against what was read out of article 41 by hand."""

from itertools import product

import pytest

from gongkai.law.request.lifecycle import NotProvidedFor, Party
from gongkai.law.request.own_data import MOVES, CorrectionAct, CorrectionStage, correction_move

EXPECTED = """
ASKED              REGISTER>VERIFYING WITHDRAW>WITHDRAWN
VERIFYING          ASK_EVIDENCE>AWAITING_EVIDENCE CORRECT_RECORD>CORRECTED
                   LEAVE_AS_IT_IS>NOT_CORRECTED TRANSFER>TRANSFERRED REFER>REFERRED
                   WITHDRAW>WITHDRAWN
AWAITING_EVIDENCE  GIVE_EVIDENCE>VERIFYING LEAVE_AS_IT_IS>NOT_CORRECTED TRANSFER>TRANSFERRED
                   REFER>REFERRED WITHDRAW>WITHDRAWN
CORRECTED          ARCHIVE>ARCHIVED
NOT_CORRECTED      ARCHIVE>ARCHIVED
TRANSFERRED        ARCHIVE>ARCHIVED
REFERRED           ARCHIVE>ARCHIVED
WITHDRAWN          ARCHIVE>ARCHIVED
ARCHIVED
"""

APPLICANTS = {CorrectionAct.GIVE_EVIDENCE, CorrectionAct.WITHDRAW}


def expected() -> dict[tuple[CorrectionStage, CorrectionAct], CorrectionStage]:
    moves, stage = {}, CorrectionStage.ASKED
    for word in EXPECTED.split():
        act, arrow, then = word.partition(">")
        if arrow:
            moves[stage, CorrectionAct[act]] = CorrectionStage[then]
        else:
            stage = CorrectionStage[word]
    return moves


@pytest.mark.parametrize(
    ("stage", "act"), list(product(CorrectionStage, CorrectionAct)), ids=lambda value: value.name
)
def test_a_pair_of_stage_and_act_is_as_the_article_has_it(stage, act):
    then = expected().get((stage, act))
    if then is None:
        with pytest.raises(NotProvidedFor, match=f"更正申请{stage.value}，不能“{act.value}”"):
            correction_move(stage, act)
    else:
        assert correction_move(stage, act).then is then


@pytest.mark.parametrize("row", MOVES, ids=lambda row: row.act.name)
def test_every_act_names_who_acts_and_its_source(row):
    assert row.by is (Party.APPLICANT if row.act in APPLICANTS else Party.AGENCY)
    sources = {
        CorrectionAct.WITHDRAW: "counting_practice:13",
        CorrectionAct.ARCHIVE: "regulation:45",
    }
    assert row.source.key == sources.get(row.act, "regulation:41")


def test_every_act_has_one_row():
    assert [row.act for row in MOVES] == list(CorrectionAct)

"""What is done in a case, and what follows elsewhere."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document

from gongkai.law.request.lifecycle import Stage as RequestStage
from gongkai.web.audit.models import Entry
from gongkai.web.audit.queries import broken
from gongkai.web.files.acts import keep
from gongkai.web.remedies import queries
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.record import Act, Kind, NotProvidedForError, Stage
from gongkai.web.requests.models.letters import Paper
from tests.web.remedies.conftest import BY, NAME

pytestmark = pytest.mark.django_db
DECIDED = date(2026, 4, 20)
REVOKED = {
    "decision": "review_revoked",
    "anew": True,
    "served_on": "2026-04-22",
    "days": 15,
    "until": None,
}


def test_an_order_to_answer_anew_opens_the_application_with_its_own_period(attack, answered):
    remedy = attack(request=answered.pk)
    acts.decide(BY, remedy, on=DECIDED, facts=REVOKED)
    answered.refresh_from_db()
    assert answered.stage == RequestStage.IN_HAND.name
    assert answered.due == date(2026, 5, 15)
    assert (remedy.result, remedy.to_mend) == ("corrected", True)
    assert remedy in queries.waiting([remedy.body_id])


def test_what_was_done_about_a_correction_ends_the_waiting(attack, answered):
    remedy = attack(request=answered.pk)
    acts.decide(BY, remedy, on=DECIDED, facts=REVOKED)
    acts.enter(
        BY, remedy, Act.MEND, on=date(2026, 5, 8), facts={"done": "重新答复", "letter": None}
    )
    assert remedy.to_mend is False
    assert remedy not in queries.waiting([remedy.body_id])


def test_nothing_is_to_be_mended_where_the_answer_was_upheld(attack):
    remedy = attack()
    acts.decide(BY, remedy, on=DECIDED, facts={"decision": "review_upheld"})
    with pytest.raises(NotProvidedForError, match="不是纠正"):
        acts.enter(BY, remedy, Act.MEND, on=DECIDED)


def test_a_decision_before_the_filing_is_refused(attack):
    with pytest.raises(NotProvidedForError, match="早于"):
        acts.decide(BY, attack(), on=date(2026, 3, 1), facts={"decision": "review_upheld"})


def test_an_entry_made_by_mistake_is_taken_back(attack):
    remedy = attack()
    acts.decide(BY, remedy, on=DECIDED, facts={"decision": "review_upheld"})
    acts.retract(BY, remedy, number=2, on=DECIDED, reason="录错案件")
    assert (remedy.stage, remedy.decided, remedy.result) == (Stage.AWAITING_REPLY, None, "")


def test_a_decision_that_opened_the_application_cannot_be_taken_back(attack, answered):
    remedy = attack(request=answered.pk)
    acts.decide(BY, remedy, on=DECIDED, facts=REVOKED)
    with pytest.raises(NotProvidedForError, match="申请案卷"):
        acts.retract(BY, remedy, number=2, on=DECIDED, reason="录错")


def test_a_number_that_was_wrong_is_put_right_and_the_old_one_stays_in_the_record(attack):
    remedy = attack()
    facts = acts.Facts(
        **{**queries.state_of(remedy).facts, **_days(remedy), "case_number": "复〔1〕"}
    )
    acts.amend(BY, remedy, on=DECIDED, facts=facts)
    assert remedy.case_number == "复〔1〕"
    assert remedy.entries.first().facts["case_number"] == ""


def _days(remedy):
    return {"kind": Kind(remedy.kind), "filed_on": remedy.filed, "received_on": remedy.received}


def test_the_copies_are_those_of_the_entries_whatever_was_done(attack, answered):
    remedy = attack(request=answered.pk)
    acts.enter(BY, remedy, Act.REPLY, on=date(2026, 3, 10))
    acts.enter(BY, remedy, Act.HEAR, on=date(2026, 3, 20), facts={"place": "区司法局"})
    acts.decide(BY, remedy, on=DECIDED, facts=REVOKED)
    remedy.refresh_from_db()
    found = queries.copies(queries.state_of(remedy))
    assert {name: getattr(remedy, name) for name in found} == found
    assert list(broken()) == []


def test_the_evidence_holds_the_papers_of_the_application_and_their_list(attack, answered):
    remedy = attack(request=answered.pk)
    with zipfile.ZipFile(io.BytesIO(acts.pack_evidence(BY, remedy))) as packed:
        names = packed.namelist()
        listed = Document(io.BytesIO(packed.read("00-证据目录.docx")))
        applied = Document(io.BytesIO(packed.read("01-申请登记.docx")))
    assert [name[:2] for name in names] == ["00", "01", "02", "03"]
    rows = [[cell.text for cell in row.cells] for row in listed.tables[0].rows]
    assert [row[4] for row in rows[1:]] == names[1:]
    assert NAME in "\n".join(each.text for each in applied.paragraphs)
    trail = Entry.objects.get(action="remedies.pack_evidence")
    assert [row[5] for row in rows[1:]] == [each[1] for each in trail.facts["papers"]]


def test_the_evidence_holds_a_letters_sealed_prints_and_not_its_drafts(attack, answered):
    letter = answered.letters.get()
    for kind, name in ((Paper.Kind.EDITED, "修改稿.txt"), (Paper.Kind.SCAN, "盖章件.txt")):
        upload = keep(BY, name, name.encode("utf-8"))
        letter.papers.create(kind=kind, upload=upload)
    remedy = attack(request=answered.pk)
    with zipfile.ZipFile(io.BytesIO(acts.pack_evidence(BY, remedy))) as packed:
        names = packed.namelist()
    assert names[-1] == "04-盖章件.txt"
    assert not [name for name in names if "修改稿" in name]


def test_a_case_about_nothing_on_the_platform_has_no_evidence_to_pack(attack):
    with pytest.raises(NotProvidedForError, match="没有关联申请"):
        acts.pack_evidence(BY, attack())


def test_who_brought_it_stands_only_in_the_vault(attack):
    remedy = attack()
    assert NAME not in str(vars(remedy)) + str([vars(each) for each in remedy.entries.all()])

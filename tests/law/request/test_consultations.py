"""What those who were consulted said."""

from datetime import date

import pytest

from gongkai.law.exemption.ruling import ThirdPartyView
from gongkai.law.request.consultations import Consultation, consultations, view_of
from gongkai.law.request.details import Opinion
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry
from tests.law.request.ledger import day, record

SENT = "01-26 RECEIVE; 01-27 CONSULT_THIRD_PARTY a@01-29; 01-28 CONSULT_BODY b"


def test_an_open_consultation_has_no_view_yet():
    assert consultations(record(SENT)) == (
        Consultation("a", Act.CONSULT_THIRD_PARTY, day("01-27"), day("01-29")),
        Consultation("b", Act.CONSULT_BODY, day("01-28")),
    )
    assert [each.consents for each in consultations(record(SENT))] == [None, None]


def test_a_bodys_silence_is_consent_and_a_third_partys_is_not():
    silent = record(f"{SENT}; 02-14 THIRD_PARTY_SILENT a; 02-14 BODY_SILENT b")
    third, body = consultations(silent)
    assert third.view is body.view is ThirdPartyView.SILENT
    assert third.closed_on == body.closed_on == day("02-14")
    assert (third.consents, body.consents) == (None, True)


@pytest.mark.parametrize(
    ("agrees", "reasons", "view", "consents"),
    [
        (True, "", ThirdPartyView.AGREES, True),
        (True, "无异议", ThirdPartyView.AGREES, True),
        (False, "涉及商业秘密", ThirdPartyView.OBJECTS, False),
        (False, " ", ThirdPartyView.OBJECTS_WITHOUT_REASON, None),
    ],
)
def test_an_opinion_counts_by_what_it_says(agrees, reasons, view, consents):
    opinion = Opinion(consultation="a", agrees=agrees, reasons=reasons)
    assert view_of(opinion) is view
    whole = (*record(SENT), Entry(Act.THIRD_PARTY_REPLIES, day("02-02"), opinion))
    third, body = consultations(whole)
    assert (third.view, third.closed_on, third.consents) == (view, day("02-02"), consents)
    assert body.closed_on is None


def test_a_consultation_that_an_answer_ended_has_no_view():
    third, body = consultations(record(f"{SENT}; 02-02 BODY_REPLIES b; 02-03 ANSWER"))
    assert third.view is None
    assert body.consents is True


def test_an_impossible_record_has_no_consultations():
    with pytest.raises(NotProvidedFor):
        consultations((Entry(Act.PAY, date(2026, 1, 26)),))

"""Letters begun on an extension, a consultation, a fee, a forwarding: with them out, it holds."""

from datetime import timedelta

import pytest

from gongkai.law.fee.tariff import Basis
from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.agencies.models import Body
from gongkai.web.requests import queries
from gongkai.web.requests.acts import answer as acts
from gongkai.web.requests.acts import charge, consult
from gongkai.web.requests.acts.extend import ask_extension, decide_extension
from gongkai.web.requests.acts.forward import forward
from gongkai.web.requests.acts.serve import arrived, serve
from gongkai.web.requests.letters.file import faults_of
from gongkai.web.requests.models.letters import Letter
from gongkai.web.ui import clock
from tests.web.requests.conftest import BY
from tests.web.requests.test_letters import service, signed

pytestmark = pytest.mark.django_db
FIRM = {"name": "示例建材有限公司", "about": "该公司2025年的检查记录"}


@pytest.fixture
def today():
    return clock.today()


@pytest.fixture
def case(apply, today):
    return apply(today - timedelta(days=5)).request


@pytest.fixture
def begin(signed_in):
    """Press the button beside a row; the letter that comes of it."""

    def pressed(case, code: str, row) -> Letter:
        address = f"/desk/requests/{case.pk}/letters/{code}"
        signed_in("wuchang.jingban").post(address, {"row": row.pk})
        return case.letters.get(code=code)

    return pressed


def out(letter: Letter, on) -> Letter:
    return serve(BY, acts.seal(BY, signed(letter), on=on), service("post", on))


def test_a_consultation_stops_the_clock_when_its_letter_is_out(case, begin, today):
    asked = consult.consult(BY, case, consult.Asked(True, None, None, FIRM)).consultation
    case.refresh_from_db()
    assert (case.stage, asked.sent) == ("IN_HAND", None)
    letter = begin(case, "L5", asked)
    said = queries.letter_text(letter)
    assert asked.number in said
    assert "该公司2025年的检查记录" in said
    assert "程远山" not in said
    out(letter, today)
    asked.refresh_from_db()
    case.refresh_from_db()
    assert (case.stage, asked.sent, case.entries.count()) == ("CONSULTING", today, 2)


def test_who_signed_for_a_posted_letter_later_has_time_from_that_day(case, begin, signed_in, today):
    asked = consult.consult(BY, case, consult.Asked(True, None, None, FIRM)).consultation
    letter = out(begin(case, "L5", asked), today - timedelta(days=4))
    asked.refresh_from_db()
    before = asked.due
    officer, address = signed_in("wuchang.jingban"), f"/desk/letters/{letter.pk}/reached"
    assert "补记签收" in officer.get(f"/desk/letters/{letter.pk}/").content.decode()
    officer.post(address, {"on": f"{today}"})
    asked.refresh_from_db()
    assert asked.due > before
    assert letter.services.last().reached == today
    assert "补记签收" not in officer.get(f"/desk/letters/{letter.pk}/").content.decode()
    officer.post(address, {"on": f"{today}"})
    assert letter.services.count() == 2


def test_the_code_in_the_letter_opens_the_page_of_the_opinion(case, begin, client):
    opened = consult.consult(BY, case, consult.Asked(True, None, None, FIRM))
    said = queries.letter_text(begin(case, "L5", opened.consultation))
    assert opened.code in said
    sent = {"number": opened.consultation.number, "code": opened.code}
    page = client.post("/opinion/", sent, follow=True).content.decode()
    assert "该公司2025年的检查记录" in page


def test_nobody_answers_a_letter_that_is_not_out(case):
    asked = consult.consult(BY, case, consult.Asked(True, None, None, FIRM)).consultation
    with pytest.raises(NotProvidedFor, match="还没有登记发出"):
        consult.reply(BY, asked, agrees=True, reasons="", on=clock.today())
    consult.drop(BY, asked)
    with pytest.raises(NotProvidedFor, match="已经结束"):
        consult.sent_out(BY, asked, on=clock.today())


def test_the_applicant_never_sees_a_letter_to_a_third_party(case, begin, today):
    asked = consult.consult(BY, case, consult.Asked(True, None, None, FIRM)).consultation
    letter = out(begin(case, "L5", asked), today)
    assert letter.state == Letter.State.ISSUED
    assert list(queries.letters_sent(case)) == []


def test_an_extension_holds_when_its_letter_is_served(case, begin, today):
    before = case.due
    asked = ask_extension(BY, case, days=10, reason="材料较多，需要逐份核对")
    decide_extension(BY, asked, approved=True, opinion="")
    letter = begin(case, "L4", asked)
    assert "因材料较多，需要逐份核对，" in queries.letter_text(letter)
    assert "延长10个工作日" in queries.letter_text(letter)
    out(letter, today)
    asked.refresh_from_db()
    case.refresh_from_db()
    assert asked.told == today
    assert case.due > before


def test_an_extension_that_was_not_approved_has_no_letter(case, signed_in):
    ask_extension(BY, case, days=10, reason="材料较多")
    page = signed_in("wuchang.jingban").get(f"/desk/requests/{case.pk}/").content.decode()
    assert "起草延期答复告知书" not in page


def test_a_fee_is_due_from_its_notice_and_the_notice_tells_how_it_was_computed(case, begin, today):
    fee = charge.charge(BY, case, basis=Basis.PAGES, units=101, earlier=0, on=None)
    case.refresh_from_db()
    assert (case.stage, fee.due) == ("IN_HAND", None)
    with pytest.raises(NotProvidedFor, match="还没有发出"):
        charge.charge(BY, case, basis=Basis.PAGES, units=101, earlier=0, on=None)
    letter = begin(case, "L10", fee)
    assert "共101页，超过免费的部分：70页每页10元，1页每页20元，合计720元" in queries.letter_text(
        letter
    )
    out(letter, today)
    fee.refresh_from_db()
    case.refresh_from_db()
    assert (case.stage, fee.noticed) == ("AWAITING_PAYMENT", today)
    assert fee.due is not None


def test_who_signed_for_a_fee_notice_later_has_time_to_pay_from_that_day(case, begin, today):
    fee = charge.charge(BY, case, basis=Basis.PAGES, units=101, earlier=0, on=None)
    letter = out(begin(case, "L10", fee), today - timedelta(days=4))
    fee.refresh_from_db()
    before = fee.due
    arrived(BY, letter, on=today)
    fee.refresh_from_db()
    assert fee.due > before
    with pytest.raises(NotProvidedFor, match="才届满"):
        charge.lapse(BY, fee, on=before + timedelta(days=1))


def test_the_letter_about_a_forwarding_names_the_body_and_enters_nothing_twice(case, begin, today):
    sent = forward(BY, case, Body.objects.get(code="chengguan"), reason="职责", on=today)
    letter = begin(case, "L11", sent)
    assert "硚口区城市管理执法局" in queries.letter_text(letter)
    assert sent.successor.number in queries.letter_text(letter)
    out(letter, today)
    assert [entry.act for entry in case.entries.all()] == ["RECEIVE", "FORWARD"]


@pytest.mark.parametrize("code", ["L4", "L5", "L8", "L9", "L10", "L11"])
def test_without_a_row_there_is_no_such_letter(case, signed_in, code):
    address = f"/desk/requests/{case.pk}/letters/{code}"
    page = signed_in("wuchang.jingban").post(address, {"row": "1"}, follow=True)
    assert "条目起草" in page.content.decode()
    assert not case.letters.exists()


def test_what_the_rows_fill_in_leaves_the_rules_about_letters_silent(case, begin, today):
    asked = ask_extension(BY, case, days=10, reason="材料较多")
    decide_extension(BY, asked, approved=True, opinion="")
    assert faults_of(begin(case, "L4", asked), today) == []
    third = consult.consult(BY, case, consult.Asked(True, None, None, FIRM)).consultation
    assert faults_of(begin(case, "L5", third), today) == []

"""Correcting what a body's records say of somebody follows the law's own table."""

import re
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.law.request.own_data import CorrectionAct
from gongkai.web.requests.acts.own_data import ask_for_correction, enter_correction
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.own_data import CorrectionEntry, RecordCorrection
from gongkai.web.vault.models import Sealed
from tests.web.requests.conftest import BY, PERSON

pytestmark = pytest.mark.django_db
ON = date(2026, 2, 2)
FORM = {
    "name": "程远山",
    "identity_number": "11010519491231002X",
    "phone": "13800001234",
    "topic": "社保登记中的出生日期",
    "wrong": "写作1948年",
    "right": "1949年",
    "evidence": "身份证",
}


@pytest.fixture
def asked(body):
    return ask_for_correction(BY, body, person=PERSON, topic="登记中的住址")[0]


def test_it_goes_through_the_stages_of_the_table(asked):
    for act, stage in (
        (CorrectionAct.REGISTER, "VERIFYING"),
        (CorrectionAct.ASK_EVIDENCE, "AWAITING_EVIDENCE"),
        (CorrectionAct.GIVE_EVIDENCE, "VERIFYING"),
        (CorrectionAct.CORRECT_RECORD, "CORRECTED"),
        (CorrectionAct.ARCHIVE, "ARCHIVED"),
    ):
        enter_correction(BY, asked, act, on=ON)
        assert RecordCorrection.objects.get(pk=asked.pk).stage == stage


def test_what_the_table_does_not_have_is_refused(asked):
    with pytest.raises(NotProvidedFor, match="不能“更正并告知”"):
        enter_correction(BY, asked, CorrectionAct.CORRECT_RECORD, on=ON)
    enter_correction(BY, asked, CorrectionAct.REGISTER, on=ON)
    with pytest.raises(NotProvidedFor, match="不能早于"):
        enter_correction(BY, asked, CorrectionAct.REFER, on=date(2026, 2, 1))


def test_entries_can_be_neither_changed_nor_removed(asked):
    entry = enter_correction(BY, asked, CorrectionAct.REGISTER, on=ON)
    for change in (
        lambda: CorrectionEntry.objects.filter(pk=entry.pk).update(act="ARCHIVE"),
        lambda: CorrectionEntry.objects.filter(pk=entry.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_it_is_no_application_and_counts_in_no_table(asked):
    assert not Request.objects.filter(number=asked.number).exists()
    assert asked.number.startswith("GZ")


def test_it_is_asked_for_handled_and_followed_on_pages(signed_in):
    visitor = Client()
    page = visitor.post("/correct/wangge/", FORM, follow=True).content.decode()
    number, code = re.search(r"编号 (GZ[\d-]+)，查询码 ([2-9A-Z]{8})", page).groups()
    assert "写作1948年" not in str([bytes(row.text) for row in Sealed.objects.all()])
    made = RecordCorrection.objects.get(number=number)
    officer = signed_in("wangge.jingban")
    assert number in officer.get("/desk/corrections/").content.decode()
    assert "写作1948年" in officer.get(f"/desk/corrections/{made.pk}/").content.decode()
    address = f"/desk/corrections/{made.pk}"
    officer.post(f"{address}/REGISTER", {"on": str(ON)})
    officer.post(f"{address}/CORRECT_RECORD", {"on": str(ON), "told": "已改为1949年"})
    other = Client()
    page = other.post("/correct/", {"number": number, "code": code}, follow=True).content.decode()
    assert "已更正" in page
    assert "已改为1949年" in page
    assert signed_in("jiguan.jingban").get(f"{address}/").status_code == 403


def test_a_wrong_code_tells_nothing(asked):
    page = Client().post("/correct/", {"number": asked.number, "code": "AAAAAAAA"})
    assert "不对" in page.content.decode()

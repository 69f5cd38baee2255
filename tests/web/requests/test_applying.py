"""Before and while applying: what is published, drafts, agents, help, paper forms, one's own."""

import io

import docx
import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gongkai.web.files.models import Upload
from gongkai.web.requests.models.case import Draft, Request
from gongkai.web.vault.models import Sealed
from gongkai.web.vault.queries import open_all
from tests.web.requests.test_pages import FORM

pytestmark = pytest.mark.django_db


def test_what_is_published_already_is_shown_before_applying(client):
    page = client.get("/apply/?topic=部门决算公开制度不存在的词").content.decode()
    assert "没有找到已经公开的相关信息" in page
    assert 'href="/apply/wangge/?topic=' in page


def test_a_draft_is_put_aside_and_taken_up_by_the_same_browser_only(client):
    page = client.post("/apply/wangge/", {**FORM, "topic": "采购合同", "save": "1"}, follow=True)
    assert "已保存" in page.content.decode()
    again = client.get("/apply/wangge/").content.decode()
    assert "采购合同" in again
    assert "程远山" in again
    assert "采购合同" not in Client().get("/apply/wangge/").content.decode()
    stored = str(Draft.objects.values()) + str([bytes(row.text) for row in Sealed.objects.all()])
    assert "程远山" not in stored


def test_the_draft_is_gone_once_it_was_handed_in(client):
    client.post("/apply/wangge/", {**FORM, "save": "1"})
    holder = Draft.objects.get().holder
    client.post("/apply/wangge/", FORM)
    assert not Draft.objects.exists()
    holder.refresh_from_db()
    assert holder.destroyed is not None


def test_an_agent_proves_who_they_are(client):
    page = client.post("/apply/wangge/", {**FORM, "agent": "顾南乔"}).content.decode()
    assert "请填写代理人的身份证号码" in page
    page = client.post("/apply/wangge/", {**FORM, "agent": "顾南乔", "agent_number": "123"})
    assert "代理人身份证号码有误" in page.content.decode()


def test_papers_and_the_help_that_is_needed_come_with_the_application(client, signed_in):
    paper = SimpleUploadedFile("委托书.txt", "兹委托".encode())
    sent = {**FORM, "files": [paper], "help": "视力障碍"}
    client.post("/apply/wangge/", sent)
    case = Request.objects.latest("pk")
    assert open_all(case.holder)["help"] == "视力障碍"
    assert Upload.objects.get(subject=f"requests.request:{case.pk}").holder == case.holder_id
    page = signed_in("wangge.jingban").get(f"/desk/requests/{case.pk}/").content.decode()
    assert "视力障碍" in page
    assert "委托书.txt" in page


def test_a_file_that_is_refused_stops_the_application_before_it_is_registered(client):
    before = Request.objects.count()
    program = SimpleUploadedFile("附件.docx", b"#!/bin/sh\n")
    page = client.post("/apply/wangge/", {**FORM, "files": [program]}).content.decode()
    assert "不是可以上传的文件" in page
    assert Request.objects.count() == before


def test_the_blank_form_is_to_be_had_as_word_and_pdf(client):
    word = client.get("/apply/wangge/form.docx")
    paper = docx.Document(io.BytesIO(word.content))
    cells = {cell.text for row in paper.tables[0].rows for cell in row.cells}
    assert {"公民", "法人或者其他组织", "统一社会信用代码", "代理人"} <= cells
    printed = pypdfium2.PdfDocument(client.get("/apply/wangge/form.pdf").content)
    assert len(printed) == 1
    text = printed[0].get_textpage().get_text_bounded()
    assert "政府信息公开申请表" in text
    assert "027-00000200" in text


def test_the_receipt_says_what_was_applied_for_and_where(client):
    page = client.post("/apply/wangge/", FORM, follow=True).content.decode()
    for said in ("登记回执", "硚口区社会管理网格化服务中心", "2025年度部门决算"):
        assert said in page


def test_signed_in_one_sees_all_ones_own_applications(signed_in):
    resident = signed_in("jumin")
    resident.post("/apply/wangge/", FORM)
    case = Request.objects.latest("pk")
    assert case.number in resident.get("/my/requests/").content.decode()
    page = resident.get(f"/my/requests/{case.pk}", follow=True).content.decode()
    assert "待确认收到" in page
    assert signed_in("wangge.jingban").get(f"/my/requests/{case.pk}").status_code == 404

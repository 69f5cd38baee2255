"""A paper of a case is marked, burnt and given out; its original stays with those who handle it."""

import pypdfium2
import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.audit.actor import system
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import content
from gongkai.web.files.redaction.aside import RedactionError
from gongkai.web.requests import queries
from gongkai.web.requests.acts import redact
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter, Material
from tests.web.requests.test_pages import text

pytestmark = pytest.mark.django_db
BY = system("测试")
PAPER = "程远山，电话：13800001234。\n\n办公电话：027-88100001。"


@pytest.fixture
def officer(signed_in):
    return signed_in("wangge.jingban")


@pytest.fixture
def material(officer):
    """A paper that the officer has sent in."""
    request = Request.objects.filter(stage="IN_HAND", body__code="wangge").first()
    file = SimpleUploadedFile("登记表.pdf", typst.compile(PAPER.encode()))
    officer.post(f"/desk/requests/{request.pk}/materials", {"file": file})
    return Material.objects.latest("pk")


def test_what_was_found_is_ticked_marked_burnt_and_given_out(officer, material):
    page = officer.get(f"/desk/materials/{material.pk}/?words=程远山")
    assert "个人电话　13800001234" in text(page)
    assert "指定的文字　程远山" in text(page)
    assert "027-88100001" not in text(page)
    accepted = {"words": "程远山", "chosen": ["0", "1"]}
    officer.post(f"/desk/materials/{material.pk}/accept", accepted)
    officer.post(f"/desk/materials/{material.pk}/burn")
    redact.burn_now(BY, material.pk)
    material.refresh_from_db()
    assert (len(material.boxes), material.state) == (2, "burnt")
    made = pypdfium2.PdfDocument(content(material.burnt))
    assert made[0].get_textpage().get_text_bounded() == ""
    officer.post(f"/desk/materials/{material.pk}/give", {"given": "on"})
    material.refresh_from_db()
    assert material.given
    assert queries.given(material.request) == []
    Letter.objects.create(request=material.request, code="D3", state="issued", made=material.made)
    assert queries.given(material.request) == [material]


def test_boxes_are_typed_in_mm_and_those_of_other_pages_stay(officer, material):
    row = {"page": "1", "b0-left": "10", "b0-top": "20.5", "b0-width": "30", "b0-height": "5"}
    officer.post(f"/desk/materials/{material.pk}/mark", row)
    material.refresh_from_db()
    assert material.boxes == [[1, 10.0, 20.5, 30.0, 5.0]]
    officer.post(f"/desk/materials/{material.pk}/mark", {**row, "b0-drop": "on"})
    material.refresh_from_db()
    assert material.boxes == []


def test_a_row_half_filled_changes_nothing_and_is_said(officer, material):
    row = {"page": "1", "b0-left": "10", "b0-top": "", "b0-width": "30", "b0-height": "5"}
    page = officer.post(f"/desk/materials/{material.pk}/mark", row, follow=True)
    assert "请用毫米填写" in text(page)


def test_marking_anew_takes_back_what_was_burnt(officer, material):
    row = {"page": "1", "b0-left": "10", "b0-top": "20", "b0-width": "30", "b0-height": "5"}
    officer.post(f"/desk/materials/{material.pk}/mark", {**row, "then": "burn"})
    redact.burn_now(BY, material.pk)
    officer.post(f"/desk/materials/{material.pk}/give", {"given": "on"})
    officer.post(f"/desk/materials/{material.pk}/mark", {**row, "b0-left": "11"})
    material.refresh_from_db()
    assert (material.state, material.given) == ("open", False)


def test_nothing_is_burnt_without_a_mark_nor_given_unburnt(material):
    with pytest.raises(RedactionError, match="还没有标出"):
        redact.ask_to_burn(BY, material)
    with pytest.raises(RedactionError, match="以后"):
        redact.give(BY, material, given=True)


def test_the_original_is_fetched_by_those_who_handle_the_case_only(officer, material, signed_in):
    Upload.objects.filter(pk=material.original_id).update(state="ready")
    address = f"/files/{material.original_id}"
    assert officer.get(address).status_code == 200
    assert signed_in("wangge.baomi").get(address).status_code == 404
    follower = signed_in("jumin")
    session = follower.session
    session["requests.followed"] = material.request_id
    session.save()
    assert follower.get(address).status_code == 404
    assert follower.get(f"/follow/materials/{material.pk}").status_code == 404


def test_a_page_is_shown_as_a_picture(officer, material):
    shown = officer.get(f"/desk/materials/{material.pk}/1.png")
    assert shown.content.startswith(b"\x89PNG")
    assert officer.get(f"/desk/materials/{material.pk}/2.png").status_code == 404


def test_a_file_that_cannot_be_opened_is_refused_with_a_sentence(officer):
    request = Request.objects.filter(stage="IN_HAND", body__code="wangge").first()
    for name, data, said in (
        ("坏.pdf", b"%PDF-1.4 nothing", "打不开"),
        ("表.txt", "文本".encode(), "打不开"),
    ):
        sent = SimpleUploadedFile(name, data)
        page = officer.post(f"/desk/requests/{request.pk}/materials", {"file": sent})
        assert said in text(page)

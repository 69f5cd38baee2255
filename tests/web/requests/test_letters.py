"""A letter from its first words to the day it is served: files, versions, numbers, templates."""

from datetime import date, timedelta
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import CorrectionAsked
from gongkai.law.request.lifecycle import Act
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import content
from gongkai.web.requests import queries
from gongkai.web.requests.acts import answer as acts
from gongkai.web.requests.acts import templates
from gongkai.web.requests.acts.answer import Drafted
from gongkai.web.requests.acts.serve import arrived, serve
from gongkai.web.requests.letter_forms import ServeForm
from gongkai.web.requests.letters.file import faults_of, to_edit
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter, Paper, Service
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.review.models import Review
from gongkai.web.ui import clock
from tests.web.requests.conftest import BY
from tests.web.requests.test_pages import text

pytestmark = pytest.mark.django_db
ANSWER = "程远山：\n现将所申请的信息予以公开，提供给您。"


def lines(data: bytes) -> list[str]:
    return [each.text for each in docx.Document(BytesIO(data)).paragraphs if each.text]


@pytest.fixture
def today():
    return clock.today()


@pytest.fixture
def answered(apply, today):
    """A drafted answer that everybody has signed."""
    request = apply(today - timedelta(days=5)).request
    letter = acts.draft(BY, request, kind=AnswerKind.GRANTED, withheld=(), text=ANSWER)
    return signed(letter)


def signed(letter: Letter) -> Letter:
    acts.send_for_review(BY, letter, address="/")
    Review.objects.filter(subject=queries.subject_of_letter(letter)).update(outcome="done")
    return letter


def service(means: str, on: date, reached: date | None = None) -> Service:
    return Service(means=means, handed_over=on, reached=reached, tracking="XA00000000001")


def test_a_numbered_letter_keeps_its_file_with_number_and_date(answered, today):
    sealed = acts.seal(BY, answered, on=today)
    paper = sealed.papers.get(kind=Paper.Kind.NUMBERED)
    said = lines(content(paper.upload))
    assert sealed.number in said
    assert said[-1] == f"{today.year}年{today.month}月{today.day}日"
    assert sealed.number.endswith(f"〔{today.year}〕{sealed.number.split('〕')[1]}")


def test_numbering_alone_does_not_answer(answered, today):
    sealed = acts.seal(BY, answered, on=today)
    sealed.request.refresh_from_db()
    assert (sealed.state, sealed.request.stage) == ("sealed", "IN_HAND")
    with pytest.raises(NotInOrderError, match="已经编号"):
        acts.seal(BY, sealed, on=today)


def test_numbers_of_letters_run_without_gaps(apply, today):
    numbers = []
    for _each in range(3):
        request = apply(today).request
        letter = acts.draft(BY, request, kind=AnswerKind.GRANTED, withheld=(), text=ANSWER)
        numbers.append(acts.seal(BY, signed(letter), on=today).number)
    serials = [int(number.split("〕")[1].removesuffix("号")) for number in numbers]
    assert serials == list(range(serials[0], serials[0] + 3))


def test_by_post_the_day_of_posting_counts(answered, today):
    sealed = acts.seal(BY, answered, on=today - timedelta(days=3))
    posted = today - timedelta(days=2)
    served = serve(BY, sealed, service("post", posted))
    served.request.refresh_from_db()
    assert (served.state, served.request.closed) == ("issued", posted)


def test_in_person_it_waits_for_the_signature(answered, today):
    sealed = acts.seal(BY, answered, on=today - timedelta(days=3))
    waiting = serve(BY, sealed, service("in_person", today - timedelta(days=3)))
    assert waiting.state == "sealed"
    served = arrived(BY, waiting, on=today - timedelta(days=1))
    served.request.refresh_from_db()
    assert served.request.closed == today - timedelta(days=1)


def test_a_letter_is_not_served_before_its_date_nor_twice(answered, today):
    sealed = acts.seal(BY, answered, on=today)
    with pytest.raises(NotInOrderError, match="不能早于"):
        serve(BY, sealed, service("post", today - timedelta(days=1)))
    served = serve(BY, sealed, service("post", today))
    with pytest.raises(NotInOrderError, match="已经送达"):
        serve(BY, served, service("post", today))


def test_a_correction_notice_enters_its_act_on_the_day_it_is_served(apply, today):
    request = apply(today - timedelta(days=4)).request
    until = today + timedelta(days=15)
    said = Drafted(
        code="L2",
        text="程远山：\n请补正。",
        details={"until": until.isoformat()},
        title="补正告知书",
    )
    letter = signed(acts.write(BY, request, said))
    acts.issue(BY, letter, on=today)
    request.refresh_from_db()
    last = queries.record_of(request)[-1]
    assert (last.act, last.on) == (Act.ASK_CORRECTION, today)
    assert last.details == CorrectionAsked(until=until)


def test_an_act_that_was_entered_before_is_not_entered_again(apply, today):
    request = apply(today - timedelta(days=4)).request
    said = Drafted(code="L2", text="程远山：\n请补正。", details={"until": today.isoformat()})
    for _each in range(2):
        acts.issue(BY, signed(acts.write(BY, request, said)), on=today)
    assert [entry.act for entry in request.entries.all()] == ["RECEIVE", "ASK_CORRECTION"]


def test_a_receipt_has_neither_number_nor_signatures(apply, today):
    request = apply(today).request
    letter = acts.write(BY, request, Drafted(code="L1", text="程远山：\n已经收到。"))
    sealed = acts.issue(BY, letter, on=today)
    assert (sealed.number, sealed.state) == ("", "issued")


def test_the_letter_edited_in_word_is_the_letter(answered, today):
    document = docx.Document(BytesIO(to_edit(answered, today)))
    document.paragraphs[8].add_run("另附说明。")
    made = BytesIO()
    document.save(made)
    acts.take_edited(BY, answered, made.getvalue(), "改后的正文")
    answered.refresh_from_db()
    assert answered.state == "draft"
    with pytest.raises(NotInOrderError):
        acts.seal(BY, answered, on=today)
    Review.objects.all().update(outcome="recalled")
    sealed = acts.seal(BY, signed(answered), on=today)
    said = lines(content(sealed.papers.get(kind=Paper.Kind.NUMBERED).upload))
    assert any(line.endswith("另附说明。") for line in said)
    assert sealed.number in said


def test_files_of_letters_lie_encrypted_under_the_applicants_key(answered, today):
    sealed = acts.seal(BY, answered, on=today)
    upload = sealed.papers.get(kind=Paper.Kind.NUMBERED).upload
    assert upload.holder == sealed.request.holder_id
    assert upload.text is None


def test_a_bodys_own_wording_is_used_and_named_in_the_letter(body, signed_in, apply):
    template = templates.set_template(
        BY, body, "D2", title="告知书", text="{{收件人}}：\n本机关这样答复{{称谓}}。{{答复内容}}"
    )
    again = templates.set_template(BY, body, "D2", title="告知书", text="{{收件人}}：\n第二版。")
    assert (template.version, again.version) == (1, 2)
    assert [each.version for each in type(template).objects.filter(retired=None)] == [2]


def test_a_whole_word_template_makes_the_letter(signed_in):
    officer = signed_in("wangge.jingban")
    document = docx.Document()
    for line in ("{{机关}}", "{{文号}}", "{{收件人}}：", "固定的话。{{依据}}", "{{成文日期}}"):
        document.add_paragraph(line)
    made = BytesIO()
    document.save(made)
    sent = SimpleUploadedFile("模板.docx", made.getvalue())
    page = officer.post(
        "/desk/templates/wangge/D6", {"title": "告知书", "text": "{{收件人}}：", "file": sent}
    )
    assert page.status_code == 302
    request = Request.objects.filter(stage="IN_HAND", body__code="wangge").first()
    page = officer.post(f"/desk/requests/{request.pk}/answer", {"kind": "NOT_HELD"}, follow=True)
    letter = Letter.objects.filter(request=request).last()
    assert "固定的话。根据《中华人民共和国政府信息公开条例》第三十六条第四项的规定" in text(page)
    assert letter.template.version == 1
    assert "{{文号}}" in lines(content(letter.edited))


def test_a_template_with_an_unknown_name_is_refused_beside_its_field(signed_in):
    officer = signed_in("wangge.jingban")
    page = officer.post(
        "/desk/templates/wangge/L2", {"title": "补正告知书", "text": "{{某某}}：\n请补正。"}
    )
    assert "“{{某某}}”不是可以填写的名称" in page.content.decode()
    page = officer.post("/desk/templates/wangge/L2/back", follow=True)
    assert page.status_code == 200


def test_what_the_rules_find_stands_on_the_draft(answered, today):
    found = {each.rule for each in faults_of(answered, today)}
    assert {"W01", "W02", "W04"} <= found


def test_a_correction_notice_is_drafted_from_the_case(signed_in):
    officer = signed_in("wangge.jingban")
    request = Request.objects.filter(stage="IN_HAND", body__code="wangge").first()
    until = clock.today() + timedelta(days=10)
    page = officer.post(
        f"/desk/requests/{request.pk}/letters/L2", {"until": until.isoformat()}, follow=True
    )
    said = text(page)
    assert f"{until.year}年{until.month}月{until.day}日" in said
    assert "W09" in said
    assert "【需要补正的内容】" in said


def test_word_file_and_blank_template_open(signed_in):
    officer = signed_in("wangge.jingban")
    letter = Letter.objects.filter(request__body__code="wangge", state="draft").first()
    file = officer.get(f"/desk/letters/{letter.pk}/letter.docx")
    assert "{{文号}}" in lines(file.content)
    assert lines(officer.get("/desk/templates/wangge/blank.docx").content)[0] == "{{机关}}"


def test_the_applicant_gets_the_scan_once_there_is_one(answered, today):
    sealed = acts.issue(BY, answered, on=today)
    assert queries.best_paper(sealed).kind == "numbered"
    acts.add_paper(BY, sealed, Paper.Kind.SCAN, "盖章.pdf", b"%PDF-1.4 scan")
    assert queries.best_paper(sealed).kind == "scan"


def test_only_people_of_the_body_fetch_the_files_of_a_letter(answered, today, signed_in):
    acts.seal(BY, answered, on=today)
    upload = Upload.objects.get(pk=answered.papers.first().upload_id)
    Upload.objects.filter(pk=upload.pk).update(state="ready")
    assert signed_in("chengguan.jingban").get(f"/files/{upload.pk}").status_code == 404


def test_by_post_the_form_asks_for_the_number_of_the_item(today):
    given = {"means": "post", "handed_over": today.isoformat()}
    form = ServeForm(given, today=today)
    assert not form.is_valid()
    assert "邮件号码" in str(form.errors["tracking"])
    assert ServeForm({**given, "tracking": "XA00000000001"}, today=today).is_valid()


def test_on_line_the_day_it_was_sent_is_the_day_it_arrived(today):
    form = ServeForm({"means": "email", "handed_over": today.isoformat()}, today=today)
    assert form.is_valid()
    assert form.save(commit=False).reached == today

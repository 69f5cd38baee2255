"""The life of an item, from its draft to its repeal, and what stops it."""

import io
from datetime import date

import openpyxl
import pytest
from django.db import DatabaseError, transaction

from gongkai.web.audit.queries import broken
from gongkai.web.files import acts as file_acts
from gongkai.web.files.models import Upload
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.models.items import Entry, Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import Ground, NotProvidedForError, Stage, Validity
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.review.chain import Verdict
from gongkai.web.search.queries import Asked, find
from tests.web.publishing.conftest import DAY, FACTS, actor, published, sign, signed

pytestmark = pytest.mark.django_db
ID_NUMBER = "11010519491231002X"


def found(words: str) -> list[str]:
    return [hit.page.subject for hit in find(Asked(words)).hits]


def officer():
    return actor("wangge.jingban")


def test_signed_by_all_it_is_published_numbered_and_found(draft):
    item = published(draft())
    assert (item.stage, item.public, item.published_on) == (Stage.PUBLISHED, True, DAY)
    assert item.index_number.startswith("MB0000019/2026-")
    assert found("楼道清理") == [queries.subject_of(item)]
    assert list(broken()) == []


def test_index_numbers_have_no_gaps_though_drafts_are_given_up(draft, body):
    for number in range(4):
        item = draft()
        if number % 2:
            acts.discard(officer(), item=item)
        else:
            published(item)
    serials = Item.objects.filter(body=body, year=2026).order_by("serial")
    given = list(serials.values_list("serial", flat=True))
    assert given == list(range(1, len(given) + 1))


def test_nothing_is_published_before_everyone_has_signed(draft):
    item = draft()
    with pytest.raises(NotProvidedForError, match="不能公布"):
        acts.publish(officer(), item=item, on=DAY)
    acts.submit(officer(), item=item)
    with pytest.raises(NotProvidedForError, match="审签中"):
        acts.write(officer(), item=item, facts=FACTS, base=1)
    sign(item, "wangge.baomi", Verdict.RETURN, "请核对日期")
    assert item.stage == Stage.DRAFTING


def test_a_draft_taken_back_after_signing_is_signed_anew(draft):
    item = signed(draft())
    acts.recall(officer(), item=item)
    acts.write(officer(), item=item, facts={**FACTS, "title": "另一个名称"}, base=1)
    acts.submit(officer(), item=item)
    with pytest.raises(NotProvidedForError):
        acts.publish(officer(), item=item, on=DAY)
    with pytest.raises(NotInOrderError):
        sign(item, "wangge.yibashou")


@pytest.mark.parametrize(
    "words",
    [
        f"张某，{ID_NUMBER}",
        "<table><tr><td>李某</td><td>13800001234</td></tr></table>",
        "<p>卡号 6222 0200<b> 0000</b> 0000 000</p>",
        "秘密★一年\n某事项",
    ],
)
def test_private_numbers_and_marks_stop_publication(draft, words):
    item = signed(draft(content=words))
    with pytest.raises(NotProvidedForError, match="扫描发现 1 处"):
        acts.publish(officer(), item=item, on=DAY)
    assert (item.public, item.index_number) == (False, "")


def test_a_hidden_column_of_an_attached_sheet_stops_publication(draft):
    item, book, written = draft(), openpyxl.Workbook(), io.BytesIO()
    book.active.append(["姓名", "证件", "金额"])
    book.active.append(["张某", ID_NUMBER, 500])
    book.active.column_dimensions["B"].hidden = True
    book.save(written)
    upload = acts.attach(officer(), item=item, name="发放表.xlsx", data=written.getvalue())
    file_acts.inspect(upload)
    found = queries.scan(queries.state_of(item), queries.uploads(queries.state_of(item)))
    assert [(each.stop.rule, each.stop.where.partition("（")[0]) for each in found] == [
        ("X01", "发放表.xlsx"),
        ("X13", "发放表.xlsx"),
    ]
    signed(item)
    with pytest.raises(NotProvidedForError, match="扫描发现"):
        acts.publish(officer(), item=item, on=DAY)


def test_office_telephones_and_duty_lines_pass(draft):
    words = "咨询电话：027-00000200，邮箱 wangge@example.org。值班电话：13800001234。"
    assert published(draft(content=words)).public


def test_a_second_person_releases_on_a_named_ground_and_a_change_voids_it(draft):
    item = draft(content="责任人手机 13800001234")
    state = queries.state_of(item)
    (finding,) = queries.scan(state, [])
    facts = {"item": item, "key": finding.key, "ground": Ground.CONSENT, "word": "本人书面同意"}
    with pytest.raises(NotProvidedForError, match="不能放行自己起草"):
        acts.release(officer(), **facts)
    acts.release(actor("wangge.baomi"), **facts)
    acts.write(officer(), item=item, facts={**FACTS, "content": "手机 13800001234"}, base=1)
    (again,) = queries.scan(queries.state_of(item), [])
    assert again.released is None
    acts.release(actor("wangge.baomi"), **{**facts, "key": again.key})
    assert published(item).public


def test_a_correction_keeps_both_versions_and_the_public_keeps_the_old_one_until_then(draft):
    item = published(draft())
    acts.correct(officer(), item=item, reason="日期有误")
    base = queries.state_of(item).written
    acts.write(officer(), item=item, facts={**FACTS, "title": "更正后的名称"}, base=base)
    assert (item.title, item.public) == (FACTS["title"], True)
    published(item)
    assert (item.title, item.version, item.published_on) == ("更正后的名称", 2, DAY)
    versions = queries.state_of(item).versions
    assert [each.facts["title"] for each in versions] == [FACTS["title"], "更正后的名称"]
    assert versions[1].reason == "日期有误"
    assert found("更正后") == [queries.subject_of(item)]


def test_a_correction_given_up_leaves_what_stood_there(draft):
    item = published(draft())
    acts.correct(officer(), item=item, reason="再看看")
    base = queries.state_of(item).written
    acts.write(officer(), item=item, facts={**FACTS, "title": "改了一半"}, base=base)
    acts.abandon(officer(), item=item)
    assert (item.stage, item.title) == (Stage.PUBLISHED, FACTS["title"])
    assert queries.state_of(item).facts["title"] == FACTS["title"]


def test_withdrawn_it_is_gone_from_page_files_and_search_in_the_act_itself(draft, client):
    item = draft()
    upload = acts.attach(officer(), item=item, name="附表.txt", data="清理安排".encode())
    file_acts.inspect(upload)
    published(item)
    address, file = queries.address(item), f"/files/{upload.pk}"
    assert (client.get(address).status_code, client.get(file).status_code) == (200, 200)
    lists = ("/bodies/wangge/items.atom", "/sitemap-items.xml", "/bodies/wangge/catalogue.json")
    assert all(address in client.get(each).content.decode() for each in lists)
    acts.withdraw(officer(), item=item, reason="内容需要核实")
    assert (client.get(address).status_code, client.get(file).status_code) == (410, 404)
    assert not any(address in client.get(each).content.decode() for each in lists)
    assert found("楼道清理") == []


def test_only_normative_documents_are_repealed_and_then_stay_on_their_page(draft, client):
    notice = published(draft())
    end = {"validity": Validity.REPEALED, "on": date(2026, 11, 1), "reason": "由新办法代替"}
    with pytest.raises(NotProvidedForError, match="规范性文件"):
        acts.end(officer(), item=notice, **end)
    item = published(draft(kind="normative_document", document_number="硚网格规〔2026〕1号"))
    acts.end(officer(), item=item, **end)
    page = client.get(queries.address(item)).content.decode()
    assert "自2026年11月1日起废止：由新办法代替" in page


def test_what_is_for_the_intranet_is_seen_by_its_people_only(draft, client, signed_in):
    item = published(draft(audience="intranet"))
    address = queries.address(item)
    assert client.get(address).status_code == 404
    assert signed_in("jiguan.jingban").get(address).status_code == 404
    assert signed_in("wangge.keshi").get(address).status_code == 200
    assert found("楼道清理") == []


def test_entries_are_never_changed(draft):
    entry = Entry.objects.get(item=draft())
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(by="别人")
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.delete()


def test_the_copies_agree_with_the_records(draft):
    published(draft())
    for item in Item.objects.all():
        for name, value in queries.copies(queries.state_of(item)).items():
            assert getattr(item, name) == value, (item, name)


def test_publishing_again_takes_no_new_number(draft):
    item = published(draft())
    number = item.index_number
    acts.correct(officer(), item=item, reason="更正日期")
    published(item, date(2026, 11, 2))
    assert item.index_number == number


def test_a_body_without_a_form_of_numbers_is_told_to_set_one(draft, body):
    body.numbering.delete()
    item = signed(draft())
    with pytest.raises(NotProvidedForError, match="索引号规则"):
        acts.publish(officer(), item=item, on=DAY)


def test_a_file_that_is_not_yet_inspected_keeps_the_item_back(draft):
    item = draft()
    acts.attach(officer(), item=item, name="附表.txt", data="清理安排".encode())
    signed(item)
    with pytest.raises(NotProvidedForError, match="病毒检查"):
        acts.publish(officer(), item=item, on=DAY)


def test_readers_get_a_copy_without_the_author_and_the_original_stays_inside(draft, client):
    item, book, written = draft(), openpyxl.Workbook(), io.BytesIO()
    book.properties.creator = "某科王某"
    book.active.append(["项目", "数量"])
    book.save(written)
    upload = acts.attach(officer(), item=item, name="清单.xlsx", data=written.getvalue())
    file_acts.inspect(upload)
    published(item)
    (shown,) = queries.files_shown(item)
    data = b"".join(client.get(f"/files/{shown.pk}").streaming_content)
    assert shown.original_id == upload.pk
    assert openpyxl.load_workbook(io.BytesIO(data)).properties.creator != "某科王某"
    assert client.get(f"/files/{upload.pk}").status_code == 404
    acts.withdraw(officer(), item=item, reason="核实")
    assert client.get(f"/files/{shown.pk}").status_code == 404


def test_an_old_word_file_is_stopped_until_there_is_a_copy_that_hides_nothing(
    draft, signed_in, monkeypatch
):
    by, item = actor("wangge.jingban"), draft()
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    acts.attach(by, item=item, name="附表.doc", data=old)
    [upload] = Upload.objects.filter(name="附表.doc")
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.READY, text="附表")
    page = f"/desk/items/{item.pk}/"
    assert "还没有清除了作者、批注等隐藏信息的副本" in signed_in("wangge.jingban").get(page).text
    monkeypatch.setattr(file_acts, "cleaned", lambda *_given: b"PK new")
    copy = file_acts.free_copy(by, Upload.objects.get(pk=upload.pk))
    shown = signed_in("wangge.jingban").get(page).text
    assert "还没有清除" not in shown
    assert f'<a href="/files/{copy.pk}">附表.docx</a>' in shown

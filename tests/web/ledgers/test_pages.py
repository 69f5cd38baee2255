"""As a clerk sees it: upload, look, import, put right, undo; a month filled in."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.ledgers import queries
from gongkai.web.ledgers.acts import run, take_back
from gongkai.web.ledgers.models import Batch, Figure, Indicator
from gongkai.web.ledgers.queries import figure
from gongkai.web.ui import clock
from tests.web.ledgers.conftest import xlsx

pytestmark = pytest.mark.django_db
YEAR = clock.today().year
NEW = "/desk/imports/new/wangge/figures"
HEAD = ["指标名称", "月份", "数量"]


def sent(data: bytes, name="台账.xlsx", **more):
    return {"year": YEAR, "file": SimpleUploadedFile(name, data), **more}


def work(batch: Batch) -> None:
    """What the worker does."""
    run.proceed(Batch.objects.get(pk=batch.pk))


def bomb() -> bytes:
    """A small file that unpacks to far more than a spreadsheet would."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 20_000_000)
    return out.getvalue()


@pytest.fixture
def officer(signed_in):
    return signed_in("wangge.jingban")


@pytest.mark.usefixtures("counted")
def test_from_upload_to_undo(officer):
    table = [HEAD, ["窗口接待", "1月", 3], ["窗口接待", "某月", 4]]
    answer = officer.post(NEW, sent(xlsx(table)), follow=True)
    batch = Batch.objects.latest("pk")
    words = answer.content.decode()
    assert "核对后导入" in words
    assert "请写月份" in words
    words = officer.post(f"/desk/imports/{batch.pk}/start", follow=True).content.decode()
    assert "可以离开本页" in words
    work(batch)
    words = officer.get(f"/desk/imports/{batch.pk}/").content.decode()
    assert "1 行，<a" in words
    assert "请写月份" in words
    file = officer.get(f"/desk/imports/{batch.pk}/faults.xlsx")
    assert file.content.startswith(b"PK")
    officer.post(f"/desk/imports/{batch.pk}/undo")
    take_back.proceed(Batch.objects.get(pk=batch.pk))
    assert "已撤销" in officer.get(f"/desk/imports/{batch.pk}/").content.decode()
    assert not Figure.objects.filter(indicator__name="窗口接待", current=True, value=3).exists()


@pytest.mark.usefixtures("counted")
def test_columns_are_chosen_by_hand_and_an_unfit_choice_is_explained(officer):
    table = [["表"], ["甲", "乙", "丙"], ["窗口接待", "1月", 3]]
    officer.post(NEW, sent(xlsx(table)))
    batch = Batch.objects.latest("pk")
    address = f"/desk/imports/{batch.pk}/"
    assert "请至少指定一栏" in officer.get(address).content.decode()
    typed = {"sheet-0": "on", "head-0": 2, "column-0": "indicator", "column-1": "indicator"}
    assert "有两栏都选了" in officer.post(address, typed).content.decode()
    typed |= {"column-1": "month", "column-2": "value"}
    words = officer.post(address, typed, follow=True).content.decode()
    assert "预览的行都读懂了" in words


@pytest.mark.usefixtures("counted")
def test_the_head_can_be_pointed_at(officer):
    table = [["甲", "乙"], ["窗口", "来访"], ["指标", "月份", "数量"], ["窗口接待", "1月", 3]]
    officer.post(NEW, sent(xlsx(table)))
    batch = Batch.objects.latest("pk")
    typed = {"sheet-0": "on", "head-0": 1}
    words = officer.post(f"/desk/imports/{batch.pk}/", typed, follow=True).content.decode()
    assert "已按您指定的表头重新读取栏目" in words
    batch.refresh_from_db()
    assert [each.label for each in queries.columns(batch)] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("表.docx", b"x", "请上传"),
        ("表.xlsx", b"PK\x03\x04", "打不开"),
        ("表.xlsx", bomb(), "压缩比例异常"),
        ("表.csv", b"1,2\n3,4\n", "没有找到表头"),
        ("表.csv", b"", "空文件"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_beside_the_field(officer, name, data, words):
    answer = officer.post(NEW, sent(data, name=name))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert words in page


def test_the_example_can_be_sent_in_as_it_is(officer):
    data = officer.get("/desk/imports/sample/wangge/figures.xlsx").content
    officer.post(NEW, sent(data))
    words = officer.get(f"/desk/imports/{Batch.objects.latest('pk').pk}/").content.decode()
    assert "栏目" in words
    assert "没有这项指标" not in words


def test_a_month_is_filled_in_with_evidence_and_shows_in_the_year(officer, counted):
    address = f"/desk/ledgers/wangge/{YEAR - 1}/5"
    typed = {f"value-{counted[1].pk}": "约12", "note": "登记簿", "link": "https://example.cn/5"}
    file = SimpleUploadedFile("登记簿.csv", "日期,人数\n".encode())
    assert officer.post(address, {**typed, "file": file}).status_code == 302
    words = officer.get(f"/desk/ledgers/wangge/{YEAR - 1}/").content.decode()
    assert "约 12" in words
    made = Figure.objects.get(indicator=counted[1], current=True)
    words = officer.get(f"/desk/ledgers/figures/{made.pk}").content.decode()
    assert "登记簿.csv" in words
    assert officer.get(f"/files/{made.file_id}").status_code == 200


def test_what_does_not_add_up_is_said_in_a_sentence(officer, counted):
    typed = {f"value-{each.pk}": value for each, value in zip(counted, (20, 12, 5), strict=True)}
    officer.post(f"/desk/ledgers/wangge/{YEAR - 1}/5", typed)
    words = officer.get(f"/desk/ledgers/wangge/{YEAR - 1}/").content.decode()
    assert "5月“接待来访”登记为 20件，2 个分项相加是 17件，少 3。" in words


def test_a_year_is_known_with_its_source(officer, counted, body):
    for month, value in ((1, 12), (2, "约8")):
        typed = {f"value-{counted[1].pk}": value}
        officer.post(f"/desk/ledgers/wangge/{YEAR - 1}/{month}", typed)
    found = figure(body, "接待来访", YEAR - 1)
    assert (found.value, found.about, len(found.records)) == (20, True, 2)
    assert figure(body, "接待来访", YEAR - 2) is None
    assert figure(body, "没有的指标", YEAR - 1) is None


def test_a_stock_is_what_its_last_month_says(officer, body):
    found = Indicator.objects.get(body=body, name="社区群组")
    assert figure(body, "社区群组", YEAR).value == found.figures.filter(current=True).last().value


def test_an_indicator_cannot_be_part_of_itself(officer, counted):
    typed = {"name": "接待来访", "unit": "件", "over": "sum", "total": counted[1].pk}
    words = officer.post(f"/desk/ledgers/indicators/{counted[0].pk}", typed).content.decode()
    assert "不能属于它自己的分项" in words


def test_suggested_indicators_come_with_their_parts(officer, body):
    officer.post("/desk/ledgers/wangge/indicators", {"common": ["咨询答复", "上门办理"]})
    made = body.indicators.get(name="上门办理")
    assert made.total.name == "办理服务事项"
    officer.post(f"/desk/ledgers/indicators/{made.pk}", {"retire": "1"})
    made.refresh_from_db()
    assert made.retired

"""What the archive's pages say, and to whom."""

import csv
import io
import json

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gongkai.reports.model.schema import schema
from gongkai.reports.read.given import Given
from gongkai.reports.write.registry import render
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.reporting.acts import archive
from gongkai.web.reporting.acts import intake as intake_acts
from gongkai.web.reporting.models.archive import Reading, Shelved
from tests.reports.write.samples import complete

pytestmark = pytest.mark.django_db
BY = system()
OPEN_READING = "/desk/reports/past/readings/{}/"


@pytest.fixture
def waiting() -> Reading:
    """The sample report with a row that lacks a cell."""
    return Reading.objects.get(state="open")


def test_the_clerk_is_asked_for_the_doubtful_cells_beside_their_source(signed_in, waiting):
    page = signed_in("zhengshu.zhuguan").get(OPEN_READING.format(waiting.pk)).content.decode()
    assert page.count('name="cell:') == 7
    assert 'name="cell:requests.granted.natural_person"' in page
    assert "（一）予以公开 1 1 0 0 0 2" in page, "the line of the source"


def test_what_the_clerk_settles_is_published_and_the_rest_as_read(signed_in, waiting):
    client = signed_in("zhengshu.zhuguan")
    columns = form("2021").row("requests.granted").columns
    typed = {f"cell:requests.granted.{c}": n for c, n in zip(columns, "1100002", strict=True)}
    facts = {"name": waiting.name, "kind": "institution", "year": 2023, "compared": "on"}
    answer = client.post(OPEN_READING.format(waiting.pk), {**typed, **facts})
    shelved = Shelved.objects.get(origin=f"reporting.reading:{waiting.pk}")
    assert answer["Location"] == f"/reports/of/{shelved.filer.code}/2023/"
    assert shelved.statement["requests"]["granted"]["total"] == 2
    assert "A01" not in shelved.faults
    assert client.get(answer["Location"]).status_code == 200


def test_what_is_no_number_is_marked_and_kept_as_typed(signed_in, waiting):
    facts = {"name": waiting.name, "kind": "institution", "year": 2023, "compared": "on"}
    typed = {"cell:requests.granted.total": "两件"}
    page = signed_in("zhengshu.zhuguan").post(OPEN_READING.format(waiting.pk), {**facts, **typed})
    text = page.content.decode()
    assert "有 1 格填的不是数字" in text
    assert "两件" in text
    waiting.refresh_from_db()
    assert waiting.state == "open"


def test_an_officer_hands_in_only_the_own_bodys_reports(signed_in):
    page = signed_in("wangge.jingban").get("/desk/reports/past/").content.decode()
    assert "硚口区社会管理网格化服务中心" in page
    assert "区政府各单位" not in page


def test_a_published_statement_is_data_in_the_schema_at_a_stable_address(client: Client):
    shelved = Shelved.objects.filter(filer__code="chengguan").first()
    answer = client.get(f"/reports/of/chengguan/{shelved.year}/statement.json")
    data = json.loads(answer.content)
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert 'rel="describedby"' in answer["Link"]
    rows = list(
        csv.DictReader(
            io.StringIO(
                b"".join(client.get(f"/reports/of/chengguan/{shelved.year}/statement.csv")).decode(
                    "utf-8-sig"
                )
            )
        )
    )
    told = {row["path"]: row["value"] for row in rows}
    assert told["requests.received.total"] == str(data["requests"]["received"]["total"])


def test_all_figures_are_one_file_with_a_description(client: Client):
    package = json.loads(client.get("/data/datapackage.json").content)
    for resource in package["resources"]:
        answer = client.get(resource["path"])
        assert answer.status_code == 200, resource["name"]
    rows = b"".join(client.get("/data/figures.csv")).decode("utf-8-sig").splitlines()
    own = b"".join(client.get("/data/figures.csv?area=qiaokou")).decode("utf-8-sig").splitlines()
    assert len(rows) > len(own) > 1000
    assert rows[0].split(",") == [f["name"] for f in package["resources"][0]["schema"]["fields"]]


@pytest.mark.parametrize(
    "address", ["/reports/", "/reports/of/chengguan/", "/reports/areas/qiaokou/", "/data/"]
)
def test_a_page_is_sent_again_only_after_something_was_published(client: Client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    filer = archive.enter_filer(name="江南区新设局", kind="department", area=None)
    archive.shelve(filer=filer, statement=complete(), faults={}, on=None, origin="test:1")
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_an_area_adds_up_its_bodies_and_each_chart_has_its_table(client: Client):
    page = client.get("/reports/areas/qiaokou/?year=2024").content.decode()
    assert page.count("<svg") == page.count("<figure") == page.count(".csv?year=2024")
    shelf = Shelved.objects.filter(filer__area__code="qiaokou", year=2024)
    received = sum(each.statement["requests"]["received"]["total"] for each in shelf)
    table = client.get("/reports/areas/qiaokou/charts/applications.csv").content.decode("utf-8-sig")
    (row,) = [row for row in csv.DictReader(io.StringIO(table)) if row["年度"] == "2024"]
    assert int(row["新收"]) == received
    assert "style=" not in page


def test_a_report_published_here_stands_on_the_shelf_as_signed():
    for shelved in Shelved.objects.filter(origin__startswith="reporting.report:"):
        before = shelved.digest
        archive.rebuild()
        shelved.refresh_from_db()
        assert (shelved.digest, shelved.version) == (before, 1)


def test_a_page_of_a_pdf_is_shown_as_it_looks(signed_in):
    data = render(complete(), "pdf")
    intake = intake_acts.begin(BY, label="pdf", expected=1, area=Body.objects.get(code="qiaokou"))
    intake_acts.go_on(BY, intake=intake, files=[Given("报告.pdf", None, data)])
    (reading,) = Reading.objects.filter(file__intake=intake)
    client = signed_in("zhengshu.zhuguan")
    assert "看原样" in client.get(OPEN_READING.format(reading.pk)).content.decode()
    picture = client.get(f"{OPEN_READING.format(reading.pk)}pages/1.png")
    assert picture.content.startswith(b"\x89PNG")
    assert client.get(f"{OPEN_READING.format(reading.pk)}pages/99.png").status_code == 404
    assert signed_in("jiguan.jingban").get(picture.request["PATH_INFO"]).status_code == 404


def test_what_is_published_is_found_and_what_is_withdrawn_is_gone_at_once(signed_in, client):
    shelved = Shelved.objects.get(filer__code="qkqswgljsl", year=2024)
    reading = Reading.objects.get(pk=shelved.origin.partition(":")[2])
    address = f"/reports/of/qkqswgljsl/{shelved.year}/"
    assert address in client.get("/search/?words=水务管理局").content.decode()
    before = client.get("/data/figures.csv")["ETag"]
    desk = signed_in("zhengshu.zhuguan")
    desk.post(f"{OPEN_READING.format(reading.pk)}withdraw", {"reason": "单位认错了"})
    assert client.get(address).status_code == 404
    assert address not in client.get("/search/?words=水务管理局").content.decode()
    after = client.get("/data/figures.csv", headers={"If-None-Match": before})
    assert "2024,requests" in b"".join(after).decode()
    assert f"水务管理局（示例）,{shelved.year}" not in b"".join(
        client.get("/data/figures.csv")
    ).decode("utf-8-sig")


def test_a_folder_of_many_files_is_taken_in_at_once(signed_in):
    page = render(complete(year=2023), "html")
    files = [SimpleUploadedFile(f"{n}.html", page) for n in range(120)]
    client = signed_in("zhengshu.zhuguan")
    area = Body.objects.get(code="qiaokou")
    answer = client.post(
        "/desk/reports/past/", {"folder": files, "whose": f"area:{area.pk}"}, follow=True
    )
    assert "0 / 120 个文件" in answer.content.decode()


def test_a_body_has_one_list_of_its_reports_old_and_new(client):
    assert client.get("/bodies/chengguan/reports/")["Location"] == "/reports/of/chengguan/"
    assert client.get("/bodies/chengguan/reports/2023/")["Location"].endswith("/of/chengguan/2023/")
    assert client.get("/bodies/chengguan/reports/2021/").status_code == 200, "made here"

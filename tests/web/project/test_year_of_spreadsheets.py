"""As a new office does it: its year's spreadsheets, with faults in them, go into an empty body.

Every cell of the report then opens exactly the records that SQL of our own finds.
"""

import io
import random
import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from openpyxl import load_workbook

from gongkai.statute.forms import form_in_force
from gongkai.web.accounts.acts import admit
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.acts import appoint, found
from gongkai.web.agencies.models import Body, Role
from gongkai.web.audit.actor import system
from gongkai.web.ledgers.acts import run
from gongkai.web.ledgers.models import Batch
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import counting
from tests.web.ledgers.conftest import xlsx

pytestmark = pytest.mark.django_db
BY = system("测试")
YEAR = 2025
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
KINDS = {
    "自然人": "natural_person",
    "企业": "business",
    "科研机构": "research",
    "社会公益组织": "social_organisation",
    "律师事务所": "legal_service",
    "其他": "other_organisation",
}
ANSWERS = (
    "予以公开", "已主动公开", "部分公开（个人隐私）", "不予公开（内部事务信息）",
    "不予公开（过程性信息）", "信息不存在", "没有现成信息", "信访事项，不予处理",
    "重复申请，不予处理", "逾期不补正", "申请人撤回", "转办", "",
)  # fmt: skip
RECORD = re.compile(r'href="/desk/(?:requests|items|remedies)/(\d+)/"')
ROWS = {
    "granted": ("GRANTED", "ALREADY_PUBLIC"),
    "partly_granted": ("PARTLY_GRANTED",),
    "refused_internal_affairs": ("REFUSED_INTERNAL_AFFAIRS",),
    "refused_process_information": ("REFUSED_PROCESS_INFORMATION",),
    "unavailable_not_held": ("NOT_HELD", "NOT_RESPONSIBLE", "IN_ARCHIVES"),
    "unavailable_must_be_created": ("MUST_BE_CREATED",),
    "not_processed_petition": ("PETITION",),
    "not_processed_repeated": ("REPEATED",),
    "other_not_corrected": ("NOT_CORRECTED",),
}


@pytest.fixture
def officer(db):
    """The only clerk of a body that has just been entered."""
    code = "91110000600037341L"
    parent = Body.objects.get(code="wuchang")
    body = found(BY, code="newcomer", parent=parent, name="示例新局", short_name="新局",
                 kind="department", credit_code=code)  # fmt: skip
    admit(BY, login="newcomer", name="马晓", password="a-long-password-1", must_change=False,
          kind=Person.Kind.STAFF)  # fmt: skip
    person = Person.objects.get(login="newcomer")
    appoint(BY, person=person, body=body, role=Role.OFFICER, on=date(2020, 1, 1))
    client = Client()
    client.force_login(person)
    return client


def send(officer: Client, target: str, data: bytes, name: str) -> Batch:
    """Upload, look at the columns, import, and let the worker work."""
    file = SimpleUploadedFile(name, data)
    officer.post(f"/desk/imports/new/newcomer/{target}", {"file": file, "year": YEAR})
    batch = Batch.objects.latest("pk")
    assert officer.get(f"/desk/imports/{batch.pk}/").status_code == 200
    officer.post(f"/desk/imports/{batch.pk}/start")
    run.proceed(Batch.objects.get(pk=batch.pk))
    batch.refresh_from_db()
    return batch


def corrected(officer: Client, batch: Batch, column: str, value: object) -> bytes:
    """The file of faults with one column put right in every row."""
    book = load_workbook(io.BytesIO(officer.get(f"/desk/imports/{batch.pk}/faults.xlsx").content))
    page = book.active
    place = [cell.value for cell in page[1]].index(column) + 1
    for line in range(2, page.max_row + 1):
        page.cell(line, place, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ledger() -> bytes:
    """Applications of a year and its neighbours; every tenth has a fault."""
    chance = random.Random(11)
    rows: list[list[object]] = []
    for number in range(1, 81):
        on = date(YEAR - 1, 11, 10) + timedelta(days=chance.randrange(415))
        answer = chance.choice(ANSWERS)
        closed = on + timedelta(days=chance.randrange(1, 50)) if answer else None
        written = chance.choice([on, f"{on.year}年{on.month}月{on.day}日", f"{on:%Y.%m.%d}"])
        fault = "不予公开" if number % 10 == 0 else answer
        end = closed or (on + timedelta(days=9) if fault else None)
        kind = chance.choice(list(KINDS))
        rows.append([number, f"新{number}", written, kind, f"申请{number}", end, fault])
    return xlsx(
        [
            ["示例新局政府信息公开申请台账"],
            ["序号", "登记编号", "收到", None, "申请内容", "答复", None],
            [None, None, "日期", "申请人类别", None, "日期", "结果"],
            *rows[:40],
            [],
            ["小计", None, None, None, 40],
            *rows[40:],
            ["合计", None, None, None, 80],
        ],
        merges=["A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2"],
    )


def items() -> bytes:
    head = [
        "信息名称", "生成日期", "发布日期", "类别", "文号", "有效性", "废止日期",
        "当事人", "处罚内容",
    ]  # fmt: skip
    rows = []
    for number in range(1, 13):
        made = date(YEAR - number % 3, 1 + number % 12, 5)
        kind = ("规范性文件", "通知公告", "行政处罚", "行政许可")[number % 4]
        ended = kind == "规范性文件" and number % 8 == 0
        end = ["废止", date(YEAR, 6, 1)] if ended else ["", ""]
        rows.append([f"信息{number}", made, made + timedelta(days=3), kind, "", *end, "某", "警告"])
    rows.append(["信息13", "五月", date(YEAR, 5, 9), "通知公告", "", "", "", "", ""])
    return xlsx([["目录"], head, *rows, ["合计", None, None, 13]])


def remedies() -> bytes:
    head = ["类型", "案号", "案由", "受理机关", "受理日期", "审结日期", "结果"]
    rows = [
        ["行政复议", "1", "不服答复", "区政府", date(YEAR, 2, 1), date(YEAR, 4, 1), "维持"],
        ["行政复议", "2", "不服答复", "区政府", date(YEAR, 3, 1), date(YEAR, 5, 1), "撤销"],
        ["行政复议", "3", "不服答复", "区政府", date(YEAR, 12, 1), date(YEAR + 1, 1, 20), "维持"],
        ["行政诉讼", "4", "不服答复", "区法院", date(YEAR, 5, 1), date(YEAR, 9, 1), "驳回诉讼请求"],
        ["复议后起诉", "5", "不服答复", "区法院", date(YEAR, 6, 1), "", "审理中"],
        ["行政复议", "6", "不服答复", "区政府", date(YEAR, 6, 1), date(YEAR, 7, 1), "结果纠正"],
    ]
    return xlsx([head, *rows])


def test_a_year_of_spreadsheets_fills_every_cell_with_its_records(officer):
    body = Body.objects.get(code="newcomer")
    first = send(officer, "requests", ledger(), "申请台账.xlsx")
    assert (first.made, first.bad, first.skipped) == (72, 8, 2)
    mended = corrected(officer, first, "答复·结果", "不予公开（内部事务信息）")
    assert send(officer, "requests", mended, "改好.xlsx").made == 8
    listed = send(officer, "items", items(), "目录.xlsx")
    assert (listed.made, listed.bad) == (12, 1)
    mended = corrected(officer, listed, "生成日期", date(YEAR, 5, 6))
    assert send(officer, "items", mended, "目录改好.xlsx").made == 1
    cases = send(officer, "remedies", remedies(), "复议.xlsx")
    assert (cases.made, cases.bad) == (5, 1)

    officer.post("/desk/reports/", {"body": body.pk, "year": YEAR})
    report = Report.objects.get(body=body, year=YEAR)
    expected = by_sql(body.pk)
    form = form_in_force(YEAR)
    figures = counting.counted(body, YEAR, form)
    for cell in form.cells:
        assert figures[cell] == len(expected.get(cell, set())), cell
        records = counting.records(body, YEAR, form, cell)
        assert {each.pk for each in records} == expected.get(cell, set()), cell
    for cell in list(expected)[::4]:
        assert opened(officer, f"/desk/reports/{report.pk}/cells/{cell}/") == expected[cell], cell
    assert sum(cell.startswith("requests") for cell in expected) > 60


def opened(officer: Client, address: str) -> set[int]:
    """The records that the page of a cell leads to, over all its pages."""
    page = officer.get(address).content.decode()
    if "下一页" in page:
        page += officer.get(address, {"page": 2}).content.decode()
    return {int(pk) for pk in RECORD.findall(page)}


def by_sql(body: int) -> dict[str, set[int]]:
    """The records of every cell that has any, from the entries alone."""
    found = {**_of_requests(body), **_of_items(body), **_of_remedies(body)}
    return {cell: ids for cell, ids in found.items() if ids}


def ids(sql: str, *values: object) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {row[0] for row in cursor.fetchall()}


ENDED = """(SELECT min(e."on") FROM requests_entry e WHERE e.request_id = r.id
            AND e.act IN ('ANSWER', 'WITHDRAW'))"""
BEGUN = """(SELECT min(e."on") FROM requests_entry e WHERE e.request_id = r.id
            AND e.act = 'RECEIVE')"""
OURS = """SELECT r.id FROM requests_request r WHERE r.body_id = %s AND r.struck IS NULL
          AND NOT EXISTS (SELECT 1 FROM requests_entry e WHERE e.request_id = r.id
                          AND e.act = 'FORWARD') AND """
ANSWERED = """EXISTS (SELECT 1 FROM requests_entry e WHERE e.request_id = r.id
              AND e.act = 'ANSWER' AND CAST(e.details AS TEXT) LIKE %s)"""


def _of_requests(body: int) -> dict[str, set[int]]:
    in_year = f"{ENDED} BETWEEN %s AND %s"
    rows = {
        "received": ids(f"{OURS} {BEGUN} BETWEEN %s AND %s", body, FIRST, LAST),
        "carried_in": ids(
            f"{OURS} {BEGUN} < %s AND ({ENDED} IS NULL OR {ENDED} >= %s)", body, FIRST, FIRST
        ),
        "carried_out": ids(
            f"{OURS} {BEGUN} <= %s AND ({ENDED} IS NULL OR {ENDED} > %s)", body, LAST, LAST
        ),
        "handled_total": ids(f"{OURS} {in_year}", body, FIRST, LAST),
        "other_other": ids(
            f"{OURS} {in_year} AND EXISTS (SELECT 1 FROM requests_entry e"
            " WHERE e.request_id = r.id AND e.act = 'WITHDRAW')",
            body, FIRST, LAST,
        ),
    }  # fmt: skip
    for row, kinds in ROWS.items():
        rows[row] = set().union(
            *(
                ids(f"{OURS} {in_year} AND {ANSWERED}", body, FIRST, LAST, f'%"kind": "{kind}"%')
                for kind in kinds
            )
        )
    columns = {
        column: ids("SELECT id FROM requests_request WHERE applicant = %s", column)
        for column in KINDS.values()
    }
    columns["total"] = set().union(*columns.values())
    return {
        f"requests.{row}.{column}": found & of
        for row, found in rows.items()
        for column, of in columns.items()
    }


ITEM = """SELECT i.id FROM publishing_item i JOIN publishing_entry e ON e.item_id = i.id
          AND e.act = 'take_over' WHERE i.body_id = %s AND CAST(e.facts AS TEXT) LIKE %s
          AND CAST(e.facts AS TEXT) LIKE %s"""
REPEALED = """SELECT i.id FROM publishing_item i JOIN publishing_entry e ON e.item_id = i.id
              AND e.act = 'end' WHERE i.body_id = %s AND CAST(e.facts AS TEXT) LIKE %s"""


def _of_items(body: int) -> dict[str, set[int]]:
    def of(kind: str, made: str = "") -> set[int]:
        return ids(ITEM, body, f'%"kind": "{kind}"%', f'%"made_on": "{made}%')

    gone = ids(REPEALED, body, f'%"on": "{YEAR}-%')
    normative = "proactive.normative_documents"
    return {
        f"{normative}.issued": of("normative_document", str(YEAR)),
        f"{normative}.repealed": gone,
        f"{normative}.in_force": of("normative_document") - gone,
        "proactive.permits": of("permit", str(YEAR)),
        "proactive.penalties": of("penalty", str(YEAR)),
    }


def _of_remedies(body: int) -> dict[str, set[int]]:
    numbers = dict.fromkeys(("upheld", "corrected", "other", "pending"), ())
    found = {
        "reconsideration": numbers | {"upheld": "1", "corrected": "2", "pending": "3"},
        "litigation_direct": numbers | {"upheld": "4"},
        "litigation_after_reconsideration": numbers | {"pending": "5"},
    }
    cells: dict[str, set[int]] = {}
    for kind, results in found.items():
        for result, cases in results.items():
            cells[f"remedies.{kind}.{result}"] = {
                pk
                for case in cases
                for pk in ids(
                    "SELECT id FROM remedies_remedy WHERE body_id = %s AND case_number = %s",
                    body, case,
                )
            }  # fmt: skip
        cells[f"remedies.{kind}.total"] = set().union(*cells.values()) & set().union(
            *(cells[f"remedies.{kind}.{result}"] for result in results)
        )
    return cells

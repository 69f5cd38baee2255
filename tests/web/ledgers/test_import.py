"""From a spreadsheet to records: what is entered, left out, named, undone."""

import io
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult
from openpyxl import load_workbook

from gongkai.web.audit.models import Entry as AuditEntry
from gongkai.web.ledgers import tasks
from gongkai.web.ledgers.acts import run, take_back, take_in
from gongkai.web.ledgers.acts.figures import Said, enter
from gongkai.web.ledgers.faults import fault_file
from gongkai.web.ledgers.models import Batch, Figure, Layout, Row
from gongkai.web.ledgers.queries import anything_stalled, preview
from gongkai.web.ledgers.rows import places
from gongkai.web.ui import clock
from tests.web.ledgers.conftest import BY, finish, xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("counted")]
HEAD = ["序号", "指标名称", "月份", "数量", "备注"]
GOOD = [
    [1, "窗口接待", "1月", 12, ""],
    [2, "电话接待", "１月", "约30", ""],
    [3, "窗口接待", "二月", "9件", ""],
]
TABLE = [["2025年接待台账"], HEAD, *GOOD, ["合计", None, None, 51, None], ["填表人：马晓"]]


def standing() -> dict[tuple[str, int], tuple[int, bool]]:
    found = Figure.objects.filter(current=True).exclude(value=None).select_related("indicator")
    return {(f.indicator.name, f.month): (int(f.value), f.about) for f in found
            if f.indicator.name.endswith("接待")}  # fmt: skip


def test_good_rows_are_entered_and_sums_left_out(imported):
    batch = imported(xlsx(TABLE))
    assert (batch.state, batch.made, batch.bad, batch.skipped) == ("done", 3, 0, 2)
    assert standing() == {
        ("窗口接待", 1): (12, False),
        ("电话接待", 1): (30, True),
        ("窗口接待", 2): (9, False),
    }


def test_a_year_in_one_line_is_twelve_figures(imported):
    head = ["项目", *(f"{month}月" for month in range(1, 13)), "合计"]
    imported(xlsx([head, ["窗口接待", *range(1, 13), 78]]))
    assert standing() == {("窗口接待", m): (m, False) for m in range(1, 13)} | {
        ("窗口接待", 0): (78, False)
    }


def test_a_month_in_one_line_is_a_figure_of_each_indicator(imported):
    imported(xlsx([["月份", "窗口接待", "电话接待"], ["3月", 4, 5], ["4月", 6, 7]]))
    assert standing() == {
        ("窗口接待", 3): (4, False), ("电话接待", 3): (5, False),
        ("窗口接待", 4): (6, False), ("电话接待", 4): (7, False),
    }  # fmt: skip


def test_the_preview_says_what_was_understood_and_what_was_not(send):
    batch = send(xlsx([HEAD, *GOOD, [4, "窗口接待", "13月", 5, ""], [5, "没有的", "3月", 5, ""]]))
    rows = preview(batch, clock.today())
    assert [words for words, _bad in rows[1].cells] == ["电话接待", "1月", "约 30", ""]
    assert [row.faults for row in rows[:3]] == [[], [], []]
    assert [rows[3].faults[0][0], rows[4].faults[0][0]] == ["月份", "指标"]
    assert "1 到 12" in rows[3].faults[0][1]
    assert "没有这项指标" in rows[4].faults[0][1]


def test_bad_rows_are_named_and_come_back_with_the_reason_beside_them(imported):
    table = [HEAD, *GOOD, [4, "窗口接侍", "3月", 5, "x"], [5, "窗口接待", "3月", "若干", ""]]
    batch = imported(xlsx(table))
    assert (batch.made, batch.bad) == (3, 2)
    page = load_workbook(io.BytesIO(fault_file(batch))).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0] == ["哪里不对", "原工作表", "原行号", *HEAD]
    assert "是不是“窗口接待”" in rows[1][0]
    assert rows[1][1:] == ["Sheet1", 5, 4, "窗口接侍", "3月", 5, "x"]
    assert rows[2][0].startswith("数量：应当是数字")


def test_the_corrected_file_of_faults_goes_in_and_nothing_else_twice(imported):
    batch = imported(xlsx([HEAD, *GOOD, [4, "窗口接侍", "3月", 5, "x"]]))
    book = load_workbook(io.BytesIO(fault_file(batch)))
    book.active["E2"] = "窗口接待"
    out = io.BytesIO()
    book.save(out)
    again = imported(out.getvalue(), name="改好.xlsx")
    assert (again.made, again.bad, again.known) == (1, 0, 0)
    assert standing()["窗口接待", 3] == (5, False)


def test_the_same_file_again_makes_nothing(imported):
    imported(xlsx(TABLE))
    again = imported(xlsx(TABLE))
    assert (again.made, again.known) == (0, 3)
    assert Figure.objects.filter(indicator__name__endswith="接待").count() == 3


def test_two_equal_rows_of_one_file_are_one_record_and_one_question(imported):
    batch = imported(xlsx([HEAD, GOOD[0], GOOD[0]]))
    assert (batch.made, batch.bad) == (1, 1)
    assert "与第 2 行完全相同" in batch.rows.get(state="bad").faults[""]


def test_a_figure_that_stands_is_never_overwritten_in_silence(imported, counted):
    enter(BY, year=2025, figures=[Said(counted[1], 1, 11)])
    batch = imported(xlsx(TABLE))
    assert batch.bad == 1
    assert "已经登记为 11" in batch.rows.get(state="bad").faults[""]
    assert standing()["窗口接待", 1] == (11, False)


def test_columns_named_once_are_remembered(send, body):
    odd = [["啥", "啥时候", "多少"], ["窗口接待", "1月", 3]]
    first = send(xlsx(odd))
    assert set(first.columns.values()) == {""}
    columns = {"啥": "indicator", "啥时候": "month", "多少": "value"}
    take_in.settle(BY, first, found=places(first), columns=columns, expected=1)
    assert Layout.objects.get(body=body, target="figures").columns["啥时候"] == "month"
    second = send(xlsx([["啥", "啥时候", "多少", "新的"], ["窗口接待", "2月", 3, ""]]))
    assert second.columns == {**columns, "新的": ""}


def test_a_killed_worker_leaves_nothing_half_done_and_nothing_twice(send, monkeypatch):
    monkeypatch.setattr(run, "AT_ONCE", 2)
    rows = [
        [i, "窗口接待" if i % 2 else "电话接待", f"{(i + 1) // 2}月", i, ""] for i in range(1, 13)
    ]
    batch = send(xlsx([HEAD, *rows]))
    run.start(BY, batch)
    calls = []
    real = run.target_of

    def dies(of):
        calls.append(of)
        if len(calls) == 6:
            raise KeyboardInterrupt
        return real(of)

    monkeypatch.setattr(run, "target_of", dies)
    with pytest.raises(KeyboardInterrupt):
        run.proceed(Batch.objects.get(pk=batch.pk))
    monkeypatch.setattr(run, "target_of", real)
    batch.refresh_from_db()
    assert batch.state == "running"
    assert 0 < batch.made < 12
    assert Row.objects.filter(batch=batch).count() == batch.rows_seen
    run.proceed(Batch.objects.get(pk=batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.made, batch.bad) == ("done", 12, 0)
    assert Figure.objects.filter(indicator__name__endswith="接待").count() == 12


def test_what_a_killed_worker_left_is_taken_up_by_the_clock(send):
    batch = send(xlsx(TABLE))
    run.start(BY, batch)
    DBTaskResult.objects.all().delete()
    assert not anything_stalled()
    Batch.objects.filter(pk=batch.pk).update(moved=clock.now() - timedelta(minutes=5))
    assert anything_stalled()
    tasks.resume.call()
    assert [each.task_path for each in DBTaskResult.objects.all()] == [run.RUN]


def test_two_workers_on_one_batch_do_its_lines_once(send, monkeypatch):
    monkeypatch.setattr(run, "AT_ONCE", 1)
    batch = send(xlsx(TABLE))
    run.start(BY, batch)
    stale = Batch.objects.get(pk=batch.pk)
    run.proceed(Batch.objects.get(pk=batch.pk))
    run.proceed(stale)
    batch.refresh_from_db()
    assert batch.made == 3
    assert Figure.objects.filter(indicator__name__endswith="接待").count() == 3


def test_a_stopped_import_goes_on_where_it_was(send, monkeypatch):
    monkeypatch.setattr(run, "AT_ONCE", 1)
    monkeypatch.setattr(run, "SLICE", 0)
    batch = send(xlsx(TABLE))
    run.start(BY, batch)
    run.proceed(Batch.objects.get(pk=batch.pk))
    run.stop(batch)
    run.proceed(Batch.objects.get(pk=batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.made) == ("stopped", 1)
    monkeypatch.setattr(run, "SLICE", 60)
    assert finish(batch).made == 3


def test_a_batch_is_undone_whole_and_can_go_in_again(imported):
    batch = imported(xlsx(TABLE))
    take_back.begin(BY, batch)
    take_back.proceed(Batch.objects.get(pk=batch.pk))
    batch.refresh_from_db()
    assert batch.state == "undone"
    assert standing() == {}
    assert imported(xlsx(TABLE)).made == 3


def test_what_something_was_built_on_is_not_undone(imported, counted):
    batch = imported(xlsx(TABLE))
    enter(BY, year=2025, figures=[Said(counted[1], 1, 13)])
    with pytest.raises(take_in.NotPossibleError, match="1 条记录后来又办理过"):
        take_back.begin(BY, batch)
    assert standing()["电话接待", 1] == (30, True)


def test_an_import_is_one_entry_in_the_trail_with_the_hash_of_its_rows(imported):
    before = AuditEntry.objects.count()
    batch = imported(xlsx(TABLE))
    subject = f"ledgers.batch:{batch.pk}"
    made = AuditEntry.objects.filter(action="ledgers.import", subject=subject)
    assert made.count() == 1
    assert AuditEntry.objects.count() - before == 3  # the file, its place, the import
    entry = made.get()
    assert entry.facts["manifest"] == batch.manifest == run.manifest(batch)
    Row.objects.filter(batch=batch, number=3).update(digest="0" * 64)
    assert run.manifest(batch) != batch.manifest


def test_file_and_first_lines_lie_encrypted_and_end_with_their_key(imported):
    batch = imported(xlsx([HEAD, [4, "窗口接侍", "3月", 5, "程远山"]]))
    assert batch.holder.purge_on == batch.keep_until
    sealed = bytes(batch.holder.sealed.get(field="look").text)
    assert "程远山".encode() not in sealed


def test_a_csv_in_gbk_goes_the_same_way(imported):
    words = "\n".join(",".join(str(cell or "") for cell in row) for row in TABLE)
    batch = imported(words.encode("gb18030"), name="台账.csv")
    assert (batch.made, batch.skipped) == (3, 2)

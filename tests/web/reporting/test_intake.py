"""Past reports: taken in from files, stopped and gone on with, confirmed, on the shelf."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gongkai
from gongkai.reports.model.exchange import from_json
from gongkai.reports.read.given import Given
from gongkai.reports.read.limits import DEFAULT
from gongkai.reports.write.registry import render
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts import archive
from gongkai.web.reporting.acts import intake as intake_acts
from gongkai.web.reporting.models.archive import Intake, IntakeFile, Reading, Shelved
from gongkai.web.reporting.queries import archive as queries
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.reporting.taking import doubtful, taken
from tests.reports.write.samples import complete, statements
from tests.shared import shared

BY = Actor("7", "叶知微")
COMMAND = "from gongkai.web.project.commands.import_reports import command; command()"


def take_in(*files: Given, area: Body | None = None) -> Intake:
    intake = intake_acts.begin(BY, label="测试", expected=len(files), area=area)
    intake_acts.go_on(BY, intake=intake, files=files)
    intake.refresh_from_db()
    return intake


def file(name: str, to="docx", *, body="江南区某局", year=2023, **changes) -> Given:
    title = f"{body}{year}年政府信息公开工作年度报告"
    facts = {"body": body, "year": year, "title": title, "signature": body, **changes}
    return Given(name, None, render(complete(**facts), to))


def confirm(reading: Reading, **settled) -> Shelved:
    return archive.confirm(
        BY,
        reading=reading,
        name=reading.name,
        kind="department",
        year=reading.year,
        settled=settled,
    )


@pytest.mark.django_db
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(statement=statements(), to=st.sampled_from(["docx", "html"]))
def test_importing_what_we_render_gives_the_same_statement(statement, to):
    (report,) = taken(f"报告.{to}", render(statement, to), DEFAULT, known=()).reports
    read = from_json(report.statement)
    assert read.figures == statement.figures
    assert (read.body, read.year, read.form_id) == (
        statement.body,
        statement.year,
        statement.form_id,
    )
    assert [s.text for s in read.sections] == [s.text for s in statement.sections]
    assert doubtful(read) == ()


@pytest.mark.django_db
def test_what_is_confirmed_stands_on_the_shelf_as_it_was_read():
    intake = take_in(file("报告.docx"))
    (reading,) = Reading.objects.filter(file__intake=intake)
    shelved = confirm(reading)
    assert queries.statement_of(shelved).figures == complete().figures
    assert queries.figures_of(shelved).figures == complete().figures
    assert shelved.filer.body is None, "a body that is not on the platform"
    assert Reading.objects.get(pk=reading.pk).state == Reading.State.CONFIRMED


@pytest.mark.django_db
def test_a_report_of_a_body_on_the_platform_is_that_bodys():
    body = Body.objects.get(code="shidong")
    intake = take_in(file("报告.docx", body=body.name))
    (reading,) = Reading.objects.filter(file__intake=intake)
    shelved = confirm(reading)
    assert shelved.filer.body == body
    assert shelved.filer.code == "shidong"


@pytest.mark.django_db
def test_a_report_made_here_is_not_replaced_by_a_file():
    made_here = Shelved.objects.get(filer__code="wangge", year=2021)
    intake = take_in(file("报告.docx", body=made_here.filer.name, year=2021))
    (reading,) = Reading.objects.filter(file__intake=intake)
    with pytest.raises(NotProvidedForError, match="在平台上编制"):
        confirm(reading)


@pytest.mark.django_db
def test_the_same_content_is_read_once_whatever_it_is_called():
    one = file("甲.docx")
    intake = take_in(one, replace(one, name="乙.docx"))
    states = [each.state for each in intake.files.all()]
    assert states == [IntakeFile.State.READ, IntakeFile.State.KNOWN]
    again = take_in(replace(one, name="丙.docx"))
    assert [each.state for each in again.files.all()] == [IntakeFile.State.KNOWN]


@pytest.mark.django_db
def test_a_file_that_is_no_report_is_named_with_the_reason():
    intake = take_in(Given("说明.txt", None, "这是一份通知。".encode()))
    (row,) = intake.files.all()
    assert row.state == IntakeFile.State.REFUSED
    assert "报告" in row.reason


@pytest.mark.django_db
def test_a_doubtful_cell_must_be_settled_and_then_shows_what_the_person_found():
    Shelved.objects.filter(filer__code="wuchang-wangge").delete()
    text = shared("seeds", "002-wuchang-grid-centre-2023.txt").read_bytes()
    intake = take_in(Given("002.txt", None, text))
    (reading,) = Reading.objects.filter(file__intake=intake)
    cells = doubtful(from_json(reading.statement))
    assert cells
    assert not reading.clear
    with pytest.raises(NotProvidedForError, match="没有对照原文确认"):
        confirm(reading)
    shelved = confirm(reading, **dict.fromkeys(cells[:-1], 0), **{cells[-1]: None})
    published = queries.statement_of(shelved)
    assert [published.figure(cell) for cell in cells] == [0] * (len(cells) - 1) + [None]
    assert doubtful(published) in [(), cells[-1:]]


@pytest.mark.django_db
def test_words_with_personal_data_are_not_put_before_the_public():
    text = shared("seeds", "004-shidong-street-2021.txt").read_bytes()
    intake = take_in(Given("004.txt", None, text))
    (reading,) = Reading.objects.filter(file__intake=intake)
    cells = doubtful(from_json(reading.statement))
    shelved = confirm(reading, **dict.fromkeys(cells))
    private = {each["at"] for each in reading.findings if each["rule"] in archive.PRIVATE}
    assert private
    assert archive.WITHHELD in str(shelved.statement["sections"] + shelved.statement["annexes"])


@pytest.mark.django_db
def test_reports_without_doubt_are_confirmed_together_and_no_year_is_overwritten():
    intake = take_in(*(file(f"{year}.docx", year=year) for year in (2022, 2023)))
    waiting = Reading.objects.filter(file__intake=intake)
    waiting.update(clear=True)
    assert archive.confirm_clear(BY, waiting) == (2, 0)
    more = take_in(file("又一份.docx", year=2023, preamble="另一份。"))
    assert archive.confirm_clear(BY, Reading.objects.filter(file__intake=more)) == (0, 1)


@pytest.mark.django_db
def test_the_desk_takes_in_archives_and_the_worker_reads_their_files(tmp_path: Path):
    packed = tmp_path / "往年报告.zip"
    with zipfile.ZipFile(packed, "w") as archived:
        for year in (2021, 2022, 2023):
            archived.writestr(f"{year}/报告.html", file("", "html", year=year).data)
    with packed.open("rb") as sent:
        intake = intake_acts.receive(
            BY, [(packed.name, sent)], area=Body.objects.get(code="qiaokou"), body=None
        )
    assert intake.expected == 3
    intake_acts.go_on(BY, intake=intake, files=intake_acts.sent_files(intake))
    assert queries.tally(intake)["read"] == 3
    assert {reading.year for reading in Reading.objects.filter(file__intake=intake)} == {
        2021,
        2022,
        2023,
    }


@pytest.mark.django_db
def test_every_real_report_at_hand_goes_in():
    folder = shared("reports")
    paths = [*folder.glob("*.*"), *shared("seeds").glob("*.txt")]
    files = [Given(path.name, path) for path in sorted(paths) if path.name != "README.md"]
    intake = take_in(*files)
    counts = queries.tally(intake)
    assert counts["read"] == len(files)
    for reading in Reading.objects.filter(file__intake=intake):
        assert queries.facsimile_of(reading)["blocks"]


def test_an_import_that_is_killed_goes_on_without_doubles(tmp_path: Path):
    """A real process, killed with SIGKILL while it writes; then the same command once more."""
    folder, data, many = tmp_path / "in", tmp_path / "data", 40
    folder.mkdir()
    for number in range(many):
        report = file("", "html", body=f"江南区第{number}局")
        (folder / f"{number:03}.html").write_bytes(report.data)
    environ = {**os.environ, "GONGKAI_PRODUCTION": "off", "GONGKAI_DATA": str(data)}
    environ["PYTHONPATH"] = str(Path(gongkai.__file__).parents[1])
    environ.pop("GONGKAI_DATABASE_URL", None)
    line = [sys.executable, "-c", COMMAND, "--jobs", "1", str(folder)]
    first = subprocess.Popen(line, env=environ, stdout=subprocess.DEVNULL)
    while first.poll() is None and _rows(data, "intakefile") < 5:
        time.sleep(0.02)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    killed_at = _rows(data, "intakefile")
    done = subprocess.run(line, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 5 <= killed_at < many, "it was killed in the middle"
    assert _rows(data, "intake") == 1
    assert _rows(data, "intakefile") == _rows(data, "reading") == many


def _rows(data: Path, table: str) -> int:
    try:
        with sqlite3.connect(data / "gongkai.sqlite3") as database:
            return database.execute(f"SELECT count(*) FROM reporting_{table}").fetchone()[0]
    except sqlite3.OperationalError:
        return 0

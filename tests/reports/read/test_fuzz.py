"""Damaged files of every format: a report or a sentence, never a crash."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.reports.read.limits import MEGABYTE, Limits
from gongkai.reports.read.registry import read_bytes
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.read.specimens import specimens

FORMATS = ("docx", "html", "xlsx", "md", "pdf", "ofd", "json", "txt")
PACKED = ("docx", "xlsx", "ofd")
LIMITS = Limits(unpacked_bytes=50 * MEGABYTE, archive_bytes=50 * MEGABYTE)
FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HARD = b"< > </w:p> &x; 999999999 -1 1e99 nan ]]> <w:tbl> <w:tr> <table> [ { \xff \0\0\0".split(
    b" "
)
PIECES = st.one_of(st.binary(max_size=8), st.sampled_from(HARD))

CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 60), PIECES, st.integers(1, 40)),
    min_size=1,
    max_size=6,
)
"""Where (as a share of the length), how much is cut there, what is put there how many times."""


def changed(data, changes):
    for where, cut, piece, times in changes:
        at = int(where * len(data))
        data = data[:at] + piece * times + data[at + cut :]
    return data


def repacked(data, changes, number):
    """A package one of whose parts is changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        for name in old.namelist():
            part = old.read(name)
            hit = name == names[number % len(names)]
            new.writestr(name, changed(part, changes) if hit else part)
    return out.getvalue()


def survives(data):
    """Whether a file gives reports, or is refused in a sentence."""
    try:
        return all(report.document.blocks is not None for report in read_bytes("x", data, LIMITS))
    except UnreadableError as error:
        return str(error)


@pytest.mark.parametrize("name", FORMATS)
def test_the_specimens_are_read(name):
    assert read_bytes("x", specimens()[name], LIMITS)[0].document.blocks


@pytest.mark.parametrize("name", FORMATS)
@FEW
@given(changes=CHANGES)
def test_changed_bytes_end_in_a_report_or_a_sentence(name, changes):
    assert survives(changed(specimens()[name], changes))


@pytest.mark.parametrize("name", PACKED)
@FEW
@given(changes=CHANGES, number=st.integers(0, 30))
def test_changed_parts_of_packages_end_in_a_report_or_a_sentence(name, changes, number):
    assert survives(repacked(specimens()[name], changes, number))


@pytest.mark.parametrize("name", FORMATS)
@FEW
@given(length=st.floats(0, 1))
def test_truncated_files_end_in_a_report_or_a_sentence(name, length):
    data = specimens()[name]
    assert survives(data[: int(length * len(data))])


@FEW
@given(st.binary(max_size=3000))
def test_junk_ends_in_a_sentence(data):
    assert survives(data)

"""Spreadsheets as offices make them, and a body that counts something."""

import io

import pytest
from openpyxl import Workbook

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.acts import run, take_in
from gongkai.web.ledgers.acts.figures import define
from gongkai.web.ledgers.models import Batch, Indicator
from gongkai.web.ledgers.target import targets

BY = Actor("7", "马晓")


def xlsx(*sheets, merges=(), names=()) -> bytes:
    """A workbook: each sheet a list of rows; `merges` are ranges of the first sheet."""
    book = Workbook()
    book.remove(book.active)
    for index, rows in enumerate(sheets):
        page = book.create_sheet(names[index] if names else f"Sheet{index + 1}")
        for row in rows:
            page.append(row)
        for merge in merges if index == 0 else ():
            page.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def body(db):
    return Body.objects.get(code="wangge")


@pytest.fixture
def counted(body):
    """Two parts and their total."""
    total = Indicator(name="接待来访", unit="件")
    define(BY, body, indicators=[total])
    parts = [Indicator(name=name, unit="件", total=total) for name in ("窗口接待", "电话接待")]
    define(BY, body, indicators=parts)
    return [total, *parts]


@pytest.fixture
def send(body):
    """Send a spreadsheet in; it waits for somebody to look at its columns."""

    def sent(data: bytes, *, target="figures", year=2025, name="台账.xlsx") -> Batch:
        return take_in.take_in(
            BY, body=body, target=targets[target], year=year, name=name, data=data
        )

    return sent


@pytest.fixture
def imported(send):
    """Send a spreadsheet in and enter it."""

    def done(data: bytes, **how) -> Batch:
        return finish(send(data, **how))

    return done


def finish(batch: Batch) -> Batch:
    """Do what the worker does until nothing is left."""
    run.start(BY, batch)
    run.proceed(Batch.objects.get(pk=batch.pk))
    batch.refresh_from_db()
    return batch

"""How many items a second are taken over from a list, and put out through their acts.

Counted in seconds of the processor, so that other work on the machine does not matter much:
`pytest -m slow -s tests/web/publishing/test_pace.py` prints the figures.
"""

import time
from datetime import date

import pytest

from gongkai.web.ledgers.target import Setting
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.importing import judge, write
from gongkai.web.publishing.models.items import Item
from gongkai.web.search.queries import Asked, find
from tests.web.publishing.conftest import DAY, FACTS, actor, signed

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_five_hundred_rows_a_second_are_taken_over_and_found(body):
    setting = Setting(body=body, year=2025, today=date(2026, 11, 20))
    rows = [
        {
            "title": f"占道经营行政处罚决定第{number}号",
            "kind": "行政处罚决定",
            "made_on": date(2025, 1 + number % 12, 1 + number % 28),
            "on": date(2025, 12, 30),
            "document_number": f"硚城管罚决〔2025〕{number + 1}号",
            "summary": "擅自占道经营，责令改正并处罚款。",
            "content": "当事人擅自占用人行道摆放桌椅经营，经责令改正后仍未改正，处以罚款。" * 4,
        }
        for number in range(4000)
    ]
    began, done = time.process_time(), 0
    for at in range(0, len(rows), 200):
        slice_ = rows[at : at + 200]
        assert not any(judge(setting, slice_))
        done += len(write(actor("wangge.jingban"), setting, slice_))
    pace = done / (time.process_time() - began)
    print(f"\ntaken over, judged and indexed: {pace:.0f} items a second")
    assert find(Asked("占道经营行政处罚决定第3999号")).count == 1
    assert pace >= 500


def test_sixty_items_a_second_go_out_through_their_acts(body):
    by = actor("wangge.jingban")
    drafts = [
        acts.open_item(by, body=body, facts={**FACTS, "title": f"关于巡查的通知第{number}号"})
        for number in range(150)
    ]
    ready = [signed(item) for item in drafts]
    began = time.process_time()
    for item in ready:
        acts.publish(by, item=item, on=DAY)
    pace = len(ready) / (time.process_time() - began)
    print(f"\npublished, numbered, scanned and indexed: {pace:.0f} items a second")
    assert Item.objects.filter(pk__in=[each.pk for each in ready], public=True).count() == 150
    assert pace >= 60

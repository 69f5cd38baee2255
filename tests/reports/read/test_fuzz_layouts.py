"""Whatever a file holds, reading ends soon, in reports or in one sentence."""

import json
import random
import time

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.reports.model.exchange import to_json
from gongkai.reports.read import UnreadableError, read_bytes
from tests.reports import layouts
from tests.shared import shared

PIECES = [
    "一、总体情况",
    "（一）予以公开",
    "第二十条第（一）项",
    "信息内容",
    "行政复议 行政诉讼",
    "结果维持",
    "四、结转下年度继续办理",
    "| 规章 | 0 |",
    "\t0\t",
    "0 0 0 0 0 0 0",
    "12345678901234567890",
    "2.其他",
    "申请人情况",
    "2023年政府信息公开工作年度报告",
    "\f",
    "\n\n",
    "\t",
    "|",
    "-3.5e9",
    "２０２３年１月５日",
    "附件1",
    "9" * 5000,
]
soup = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=60)


def read_or_refused(data):
    start = time.process_time()
    try:
        for report in read_bytes("x", data):
            to_json(report.statement)
            list(report.passages())
    except UnreadableError as error:
        if not str(error):
            raise
    assert time.process_time() - start < 5


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_report_or_a_sentence(data):
    read_or_refused(data)


@settings(max_examples=100, deadline=None)
@given(soup, st.sampled_from(["", "\n", " ", "\t"]))
def test_any_mixture_of_labels_and_figures_ends_in_a_report_or_a_sentence(pieces, between):
    read_or_refused(between.join(pieces).encode("utf-8", "ignore"))


@pytest.mark.parametrize("layout", [*layouts.SEPARATED, layouts.glued], ids=lambda f: f.__name__)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_report_with_lines_lost_doubled_and_changed_still_ends(layout, seed):
    rng = random.Random(seed)
    lines = layout(layouts.tables(layouts.consistent(seed))).split("\n")
    for _ in range(rng.randrange(1, 30)):
        place = rng.randrange(len(lines))
        change = rng.choice(("lose", "double", "cut", "swap", "mix"))
        if change == "lose" and len(lines) > 1:
            del lines[place]
        elif change == "double":
            lines.insert(place, lines[place])
        elif change == "cut":
            lines[place] = lines[place][: rng.randrange(len(lines[place]) + 1)]
        elif change == "swap":
            lines[place], lines[0] = lines[0], lines[place]
        else:
            letters = list(lines[place])
            rng.shuffle(letters)
            lines[place] = "".join(letters)
    read_or_refused("\n".join(lines).encode())


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), form_id=st.sampled_from(["2021", "2019"]))
def test_what_is_read_follows_the_schema(seed, form_id):
    schema = shared("schema", "statement.schema.json")
    rng = random.Random(seed)
    layout = rng.choice([*layouts.SEPARATED, layouts.glued])
    made = layouts.tables(layouts.consistent(seed, form_id), form_id)
    row = rng.choice(made.two)
    row.cells[rng.randrange(len(row.cells))] = rng.choice(["", "-", "-3", "无", "5件", "3.5"])
    (report,) = read_bytes("x", layout(made).encode())
    jsonschema.validate(to_json(report.statement), json.loads(schema.read_text("utf-8")))

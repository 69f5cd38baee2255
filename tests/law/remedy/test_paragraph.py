"""The remedy paragraph as it is printed."""

from datetime import date

import pytest

from gongkai.law.remedy.paragraph import PIECES, SOURCES, TEXTS, Addresses, paragraph
from gongkai.law.remedy.variant import Variant

WHERE = Addresses(authorities=["甲区人民政府"], court="乙人民法院", channel="https://example.cn/fy")
EITHER = (
    "对本答复不服的，可以自收到本答复之日起六十日内向甲区人民政府申请行政复议，"
    "也可以自收到本答复之日起六个月内直接向乙人民法院提起行政诉讼。"
)
FIRST = (
    "对本答复不服的，应当先自收到本答复之日起六十日内向甲区人民政府申请行政复议；"
    "对复议决定不服的，再自收到复议决定书之日起十五日内向乙人民法院提起行政诉讼。"
)


@pytest.mark.parametrize(
    ("variant", "on", "text"),
    [
        (Variant.R0, date(2023, 6, 1), EITHER),
        (Variant.R1, date(2024, 6, 3), FIRST),
        (Variant.R2, date(2024, 6, 3), EITHER),
    ],
)
def test_the_paragraph_reads_as_its_variant_has_it(variant, on, text):
    assert paragraph(variant, WHERE, decided_on=on) == text


def test_an_answer_served_on_line_names_the_on_line_way():
    said = paragraph(Variant.R1, WHERE, decided_on=date(2026, 3, 2), online=True)
    assert said == FIRST + "行政复议申请可以通过互联网提交：https://example.cn/fy。"


def test_an_answer_served_on_line_needs_an_on_line_way():
    nowhere = Addresses(authorities=["甲区人民政府"], court="乙人民法院")
    with pytest.raises(ValueError, match=r"^通过互联网送达的答复，要写明网上申请行政复议的渠道$"):
        paragraph(Variant.R2, nowhere, decided_on=date(2026, 3, 2), online=True)
    assert paragraph(Variant.R2, nowhere, decided_on=date(2026, 3, 2)) == EITHER


def test_two_authorities_leave_a_choice():
    where = Addresses(authorities=["甲区人民政府", "甲市司法局"], court="乙人民法院")
    said = paragraph(Variant.R2, where, decided_on=date(2026, 3, 2))
    assert "向甲区人民政府或者甲市司法局申请行政复议" in said


def test_an_old_decision_has_the_period_of_its_time():
    assert "三个月内直接向" in paragraph(Variant.R0, WHERE, decided_on=date(2015, 4, 30))


def test_every_variant_has_pieces_and_sources():
    assert set(PIECES) == set(SOURCES) == set(Variant)
    assert {name for names in PIECES.values() for name in names} | {"online"} == set(TEXTS)
    assert {variant.name: [s.key for s in found] for variant, found in SOURCES.items()} == {
        "R0": ["reconsideration_1999:9", "litigation:46"],
        "R1": ["reconsideration:23(1)(4)", "reconsideration:23(2)"],
        "R2": ["reconsideration:20(1)", "litigation:46"],
    }

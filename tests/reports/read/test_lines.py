"""Glyphs to lines of text."""

import pytest

from gongkai.reports.read.page.lines import cell_text, plain, text_lines
from gongkai.reports.read.page.shapes import Glyph


def glyphs(text, left=0.0, top=0.0, size=10.0, turned=False):
    """A line of characters, Chinese ones as wide as high, others half as wide."""
    made = []
    for character in text:
        width = size / 2 if character.isascii() else size
        made.append(Glyph(character, left, top, left + width, top + size, turned))
        left += width
    return made


MEANT = {"⺠": "民", "⼀": "一", "⽤": "用", "⻓": "长", "甲": "甲", "A": "A"}


@pytest.mark.parametrize(("radical", "character"), MEANT.items())
def test_a_radical_is_read_as_the_character_meant(radical, character):
    assert plain(radical) == character


def test_a_gap_between_latin_words_is_a_blank_between_chinese_characters_none():
    line = [*glyphs("政府"), *glyphs("信息", 24), *glyphs("ab", 48), *glyphs("cd", 62)]
    assert [one.text for one in text_lines(line)] == ["政府信息ab cd"]


def test_blanks_at_the_ends_of_a_line_are_dropped():
    assert [line.text for line in text_lines(glyphs("  甲 乙 "))] == ["甲 乙"]
    assert text_lines(glyphs("   ")) == []


def test_columns_side_by_side_are_told_by_their_gap():
    (line,) = text_lines([*glyphs("规章"), *glyphs("12", 80)])
    assert line.gaps
    assert line.text.split() == ["规章", "12"]


def test_small_and_raised_characters_stay_in_their_line():
    raised = [Glyph("2", 20, -1, 23, 5), *glyphs("条", 23)]
    assert [line.text for line in text_lines([*glyphs("甲乙"), *raised])] == ["甲乙2条"]


def test_the_lines_of_a_cell_are_parted_sideways_writing_is_not():
    assert cell_text([*glyphs("科研"), *glyphs("机构", top=14)]) == "科研\n机构"
    upward = [Glyph(c, 0, 50 - 10 * n, 10, 60 - 10 * n, True) for n, c in enumerate("办理结果")]
    assert cell_text(upward) == "办理结果"


def test_a_figure_broken_in_a_narrow_cell_is_one_figure():
    broken = [*glyphs("1152"), *glyphs("1", top=14)]
    assert cell_text(broken, edge=24) == "11521"
    assert cell_text(broken, edge=40) == "1152\n1"
    assert cell_text([*glyphs("2.重"), *glyphs("复", top=14)], edge=10) == "2.重\n复"

"""The reviewed list of wrong words: every entry is found where it is wrong, and only there."""

import pytest

from gongkai.checks.examples import ReportExample
from gongkai.checks.report.wrong_words import wrong_words, wrong_words_listed

SEEN = [(word, text) for word in wrong_words_listed() for text in word.seen]
FINE = [(word, text) for word in wrong_words_listed() for text in word.fine]


@pytest.mark.parametrize(
    ("word", "text"), SEEN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_wrong_word_is_found_in_a_report(word, text):
    report = ReportExample(prose={"overview": f"我局{text}"}).build()
    assert any(word.right in found.zh for found in wrong_words.judge(report))


@pytest.mark.parametrize(
    ("word", "text"), FINE, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_right_word_is_left_alone_by_every_entry(word, text):
    report = ReportExample(prose={"overview": f"我局{text}"}).build()
    assert [found.zh for found in wrong_words.judge(report)] == []

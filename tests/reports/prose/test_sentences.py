"""Sentences, their topics and what is masked in them."""

from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.model.report import Passage, Report
from gongkai.reports.model.statement import Annex, Section, Statement
from gongkai.reports.prose.reading import Prose
from gongkai.reports.prose.sentences import LONGEST, sentences
from gongkai.reports.prose.text import prepare


def report(annex="", **said):
    parts = tuple(Section(key, None, key, text) for key, text in said.items())
    prose = {
        f"sections.{index}": tuple(Passage(line) for line in text.split("\n"))
        for index, text in enumerate(said.values())
    }
    annexes = (Annex(None, annex),) if annex else ()
    prose |= {"annexes.0": (Passage(annex),)} if annex else {}
    statement = Statement("2021", "青禾区财政局", 2024, sections=parts, annexes=annexes)
    return Report(statement, Document(SourceKind.TEXT, ()), {}, prose)


def topics(**said):
    return [sentence.topic for sentence in sentences(report(**said))]


def test_titles_quotes_and_list_numbers_are_masked_and_keep_the_length():
    text = prepare("一是公开《2023年（部门）决算》2件；（二）开设“3个一”专栏(4个)。")
    assert len(text.words) == len(text.plain) == len(text.outer)
    assert "2023" not in text.plain
    assert "3" not in text.plain
    assert "4个" in text.plain
    assert "4个" not in text.outer


def test_a_full_stop_within_brackets_or_titles_ends_no_sentence():
    assert len(sentences(report(overview="公开《条例。解读》（详见附件。）3件。完毕。"))) == 2


def test_a_numbered_lead_sets_the_topic_until_the_next():
    said = "（一）主动公开情况。公开9条。（二）依申请公开情况。收到3件。（三）监督保障。培训2次。"
    assert topics(overview=said) == [
        "proactive",
        "proactive",
        "requests",
        "requests",
        "supervision",
        "supervision",
    ]


def test_an_item_of_a_list_leaves_the_topic_as_it_is():
    assert (
        topics(overview="（二）依申请公开情况。一是畅通渠道。二是规范答复。")[1:]
        == ["requests"] * 2
    )


def test_an_unnumbered_lead_sets_the_topic():
    assert topics(overview="依申请公开方面，收到3件。主动公开：9条。") == ["requests", "proactive"]


def test_a_section_brings_its_own_topic():
    assert topics(overview="好。", requests="共收到3件。", remedies="无。") == [
        "",
        "requests",
        "remedies",
    ]


def test_annexes_are_not_read():
    assert len(sentences(report(annex="收到3件。", overview="好。"))) == 1


def test_a_ruin_without_full_stops_is_left_out():
    assert sentences(report(overview="收到申请1件，" * LONGEST)) == ()


def test_a_table_in_words_has_no_figures():
    (sentence,) = sentences(report(overview="1件、" * 200 + "。"))
    assert sentence.quantities == ()


def test_the_prose_of_a_report_without_prose_is_empty():
    prose = Prose(report())
    assert (prose.facts, prose.claims, prose.breakdowns, prose.shares, prose.repeats) == ((),) * 5

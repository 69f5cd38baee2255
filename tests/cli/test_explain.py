"""`gongkai explain` as a user calls it."""

import json

import pytest
from click.testing import CliRunner

from gongkai.cli.explanations import explanation
from gongkai.cli.main import main
from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import OUTCOMES
from gongkai.statute.glossary import TERMS
from gongkai.statute.parameters import PARAMETERS
from gongkai.statute.provisions import LAWS


def explain(*words: str) -> str:
    result = CliRunner().invoke(main, ["explain", *words])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    "topic", ["art33", "art.33", "33", "第33条", "Art33", "regulation:33", " 33 "]
)
def test_an_article_is_explained_with_its_paragraphs_and_numbers(topic):
    lines = explain(topic).splitlines()
    assert lines[0] == "《中华人民共和国政府信息公开条例》第三十三条"
    assert "  要旨：答复期限" in lines
    assert "  English：The period for the answer" in lines
    assert "  第一款：能当场答复的当场答复" in lines
    assert "  答复期限：20 工作日（request.reply_days，2019-05-15起）" in lines
    assert lines[-1].startswith("  原文：https://www.gov.cn/")
    assert not any("15 工作日" in line for line in lines)


def test_an_item_is_explained_in_wide_brackets_too():
    assert explain("art36（1）").splitlines()[0].endswith("第三十六条第一项")
    assert explain("penalties:48(2)").splitlines()[0] == (
        "《中华人民共和国行政处罚法》第四十八条第二款"
    )


def test_a_law_is_explained_as_a_whole():
    lines = explain("fee_measures").splitlines()
    assert lines[:2] == ["《政府信息公开信息处理费管理办法》", "  文号：国办函〔2020〕109号"]
    assert "  施行：2021-01-01" in lines
    assert "  废止：2019-05-15" in explain("regulation_2007").splitlines()


def test_a_parameter_is_explained_with_each_dated_value():
    assert explain("request.reply_days").splitlines()[2] == (
        "  2019-05-15起：20 工作日；《中华人民共和国政府信息公开条例》第三十三条第二款"
        "（核对于2026-11-20）"
    )
    assert "；《未见明文时的平台默认口径》第一条（暂定：条例未写" in explain(
        "request.first_day_offset"
    )
    assert "1月31日；" in explain("report.departments_by")
    assert "width 210、height 297 毫米；" in explain("document.page")
    assert "number 110 号码；number 119 号码" in explain("hotline.emergency_numbers")


def test_an_outcome_is_explained_with_row_letter_and_remedy():
    lines = explain("outcome:partly_granted").splitlines()
    assert lines[0] == "部分公开"
    assert "  依据：《中华人民共和国政府信息公开条例》第三十七条" in lines
    assert "  年报表二：部分公开（区分处理的，只计这一情形，不计其他情形）" in lines
    assert "  文书：D3 部分公开告知书" in lines
    assert "  救济：按不予公开部分的理由" in lines


def test_an_outcome_that_is_a_kind_and_a_row_is_the_kind():
    assert explain("outcome:granted").splitlines()[0] == "予以公开"


def test_a_row_of_the_form_is_explained_by_the_kinds_it_counts():
    lines = explain("outcome:unavailable_not_held").splitlines()
    assert lines[0] == "本机关不掌握相关政府信息"
    assert "  包括：信息不存在（outcome:not_held）" in lines
    assert explain("outcome:refused_state_secret").splitlines()[0] == "不予公开：国家秘密"


def test_a_ground_and_a_rule_are_explained():
    assert explain("E16b").splitlines()[0] == "E16b 过程性信息"
    lines = explain("a01").splitlines()
    assert lines[0].startswith("A01 ")
    assert "  程度：错误" in lines
    assert explain("requests_accounted_for").splitlines() == lines


@pytest.mark.parametrize("topic", ["部分公开", "Partly disclosed", "answerkind.partly_granted"])
def test_a_term_is_explained_in_either_language_or_by_its_name_in_code(topic):
    assert explain(topic).splitlines() == [
        "部分公开",
        "  English：partly disclosed",
        "  代码：AnswerKind.PARTLY_GRANTED",
        "  依据：《中华人民共和国政府信息公开条例》第三十七条",
        "  不同于：予以公开",
    ]


def test_json_has_topic_kind_title_and_details():
    found = json.loads(explain("art26", "--format", "json"))
    assert (found["topic"], found["kind"]) == ("regulation:26", "article")
    assert found["details"][0] == {
        "label": "要旨",
        "text": "形成或者变更之日起二十个工作日内主动公开，另有规定的从其规定",
    }


@pytest.mark.parametrize("topic", ["art57", "outcome:nothing", "nothing:1", "A99", "没有的词", ""])
def test_an_unknown_topic_is_refused_with_a_sentence(topic):
    result = CliRunner().invoke(main, ["explain", topic])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"没有“{topic}”的说明；可以写条款 art33")
    assert result.stderr.count("\n") == 1


def test_everything_on_the_lists_can_be_explained():
    topics = [each.key for law in LAWS.values() for each in law.provisions.values()]
    topics += [*LAWS, *PARAMETERS, *(each.zh for each in TERMS), *(each.code for each in TERMS)]
    topics += [f"outcome:{each.name.lower()}" for each in AnswerKind]
    topics += [f"outcome:{each.row_2021}" for each in OUTCOMES if each.row_2021]
    topics += [each.ground.value for each in EXEMPTIONS]
    assert [each for each in topics if explanation(each) is None] == []

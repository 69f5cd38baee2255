"""What is left of typed and pasted text."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.publishing.text import as_typed, cleaned, plain


def test_plain_lines_become_paragraphs_and_their_signs_stay_signs():
    assert cleaned("第一段\n\n 第二段 <3 & 4") == "<p>第一段</p>\n<p>第二段 &lt;3 &amp; 4</p>"


def test_what_word_brings_along_is_cleaned_away():
    pasted = (
        '<p class="MsoNormal" style="mso-x:1"><span lang="EN-US" style="font:12pt">通知</span></p>'
        "<p>&nbsp;</p><h1>一、时间</h1><script>alert(1)</script><o:p></o:p>"
        '<img src="file:///C:/a.png"><a href="javascript:alert(1)" onclick="x()">链接</a>'
    )
    kept = cleaned(pasted)
    assert kept == '<p>通知</p><h2>一、时间</h2><a rel="noopener">链接</a>'


def test_a_table_keeps_its_cells():
    table = '<table><tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>'
    assert plain(cleaned(table)).split("\n") == ["甲\t", "乙\t丙\t"]


def test_marks_inside_a_number_do_not_hide_it():
    assert plain("<p>1101<strong>0519</strong>491231002X</p>") == "11010519491231002X"


@given(st.text("甲乙 <>&;\n", max_size=60))
def test_what_is_opened_again_and_saved_unchanged_stays_what_it_was(typed):
    content = cleaned(typed)
    assert cleaned(as_typed(content)) == content

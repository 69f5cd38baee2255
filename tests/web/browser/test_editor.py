"""Writing the text of an item in the browser."""

import pytest

pytestmark = pytest.mark.browser
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const target = document.querySelector("[role=textbox][aria-multiline]");
  target.focus();
  target.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
}"""
WORD = (
    "<html><head><style>p{color:red}</style></head><body>"
    '<p class=MsoNormal style="mso-pagination:none"><span lang=EN-US>粘贴的<b>通知</b></span></p>'
    "<table class=MsoTable><tr><td width=100><p>甲</p></td><td>乙</td></tr></table></body></html>"
)


def test_text_pasted_from_word_is_clean_on_the_page_and_in_the_record(person):
    page = person("wangge.jingban")
    page.goto("/desk/items/new/wangge?kind=notice")
    page.get_by_label("名称").fill("粘贴试验")
    page.get_by_label("主题分类").select_option(index=1)
    page.get_by_label("内容概述").fill("看看粘贴的格式")
    page.evaluate(PASTE, WORD)
    assert "mso" not in page.get_by_role("textbox", name="正文").inner_html()
    page.get_by_role("button", name="保存草稿").click()
    written = page.locator(".written").first.inner_html()
    assert "<strong>通知</strong>" in written
    assert "<td>乙</td>" in written
    assert "style" not in written

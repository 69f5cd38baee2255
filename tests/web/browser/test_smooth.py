"""Lists that follow their filters without a page load, and the same by plain forms."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def marked(page: Page, address: str) -> Page:
    """The page, with a mark that a page load wipes out; the browser's complaints kept."""
    page.complaints = []
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.goto(address)
    page.evaluate("window.stayed = true")
    return page


def stayed(page: Page) -> bool:
    assert page.complaints == [], "nothing that the policy forbids"
    return page.evaluate("window.stayed === true")


def rows(page: Page):
    return page.locator("#found tbody tr, #found > ul > li")


def test_the_desks_list_follows_what_is_typed(person):
    page = marked(person("wangge.jingban"), "/desk/requests/")
    before, count = rows(page).count(), page.locator("#count")
    number = rows(page).first.get_by_role("link").first.inner_text()
    page.get_by_label("编号或者信息名称").press_sequentially(number)
    expect(count).to_have_text("共 1 件")
    assert stayed(page)
    assert before > rows(page).count() == 1
    assert "words=" in page.url
    assert "words=" in page.get_by_role("link", name="导出表格").get_attribute("href")
    expect(page.get_by_label("编号或者信息名称")).to_be_focused()

    page.go_back()
    expect(rows(page)).to_have_count(before)
    assert page.evaluate("Object.keys(sessionStorage)") in ([], ["htmx-current-path-for-history"])


def test_pinyin_half_typed_asks_for_nothing(person):
    page = marked(person("wangge.jingban"), "/desk/items/")
    asked = []
    page.on("request", lambda sent: "words=" in sent.url and asked.append(sent.url))
    box = page.get_by_label("名称、概述或者文号")
    box.focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "gong'kai", "selectionStart": 8, "selectionEnd": 8}
    )
    page.wait_for_timeout(700)
    assert asked == []
    keyboard.send("Input.insertText", {"text": "公开"})
    expect(page).to_have_url(re.compile("words="))
    assert stayed(page)
    assert len(asked) == 1


def test_the_public_catalogue_follows_its_filters(person):
    page = marked(person("", width=360), "/bodies/wangge/catalogue/")
    before = rows(page).count()
    title = rows(page).first.get_by_role("link").first.inner_text()
    words = page.locator("main form").get_by_role("textbox").first
    words.fill(title)
    words.press("Enter")
    expect(rows(page)).not_to_have_count(before)
    assert stayed(page)
    expect(rows(page).first).to_contain_text(title)


def test_without_scripts_the_same_lists_are_plain_forms(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/bodies/wangge/catalogue/")
    title = rows(page).first.get_by_role("link").first.inner_text()
    page.locator("main form").get_by_role("textbox").first.fill(title)
    page.get_by_role("button", name="查找").click()
    expect(rows(page).first).to_contain_text(title)
    context.close()


def test_a_session_that_has_ended_leads_to_the_sign_in_page(person):
    page = marked(person("wangge.jingban"), "/desk/requests/")
    page.context.clear_cookies()
    page.get_by_label("编号或者信息名称").fill("x")
    page.wait_for_url(re.compile("/sign-in/"))


def test_a_part_of_the_report_is_checked_before_it_is_saved(browser, person):
    officer = person("wangge.jingban")
    officer.goto("/desk/reports/")
    officer.get_by_label("报告年度").select_option("2023")
    officer.get_by_role("button", name="统计并生成初稿").click()
    officer.get_by_role("link", name=re.compile("^修改 .*其他需要报告的事项")).click()
    typed = "共培训 37 人次，新收{没有这个名称}件。"
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(officer.context.cookies())
    without = plain.new_page()
    for page in (marked(officer, officer.url), without):
        page.goto(officer.url) if page is without else None
        words, found = page.get_by_label("内容"), page.locator("#found")
        words.fill(typed)
        if page is without:
            page.get_by_role("button", name="检查，先不保存").click()
        for said in ("还没有保存", "37", "没有这个名称"):
            expect(found).to_contain_text(said)
        expect(words).to_have_value(typed)
    assert stayed(officer)
    plain.close()
    officer.reload()
    expect(officer.get_by_label("内容")).not_to_have_value(typed)

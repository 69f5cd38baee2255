"""From signing in to the published report, with mouse and keyboard."""

import json
import re
from base64 import b32decode
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from django_otp.oath import totp
from playwright.sync_api import expect

from gongkai.cli.main import main
from gongkai.web.ui import clock

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parents[3] / "samples"
YEAR = clock.today().year - 1
SIGNERS = ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou")


def test_a_body_without_applications_finishes_its_report_in_one_sitting(person):
    officer = person("wangge.jingban")
    officer.get_by_role("link", name="年度报告").first.click()
    officer.get_by_label("报告年度").select_option(str(YEAR))
    officer.get_by_role("button", name="统计并生成初稿").click()
    expect(officer.get_by_role("status")).to_contain_text("初稿")

    officer.get_by_role("link", name=re.compile("^修改.*其他需要报告的事项")).click()
    words = officer.get_by_label("内容").input_value()
    officer.get_by_label("内容").fill(words + "\n全年举办信息公开培训2次。")
    officer.get_by_role("button", name="保存", exact=True).click()
    expect(officer.get_by_role("article")).to_contain_text("全年举办信息公开培训2次。")
    officer.get_by_role("button", name="送审", exact=True).click()
    expect(officer.get_by_role("status")).to_contain_text("已经送审")

    for login in SIGNERS:
        signer = person(login)
        signer.get_by_role("main").get_by_role(
            "link", name=re.compile(f"{YEAR}年政府信息公开工作年度报告")
        ).click()
        signer.get_by_role("button", name="同意").click()
        expect(signer.get_by_role("status")).to_contain_text("已经签署")

    officer.reload()
    officer.get_by_role("button", name="向社会公布").click()
    officer.get_by_role("link", name="查看公众看到的版本").click()
    expect(officer.get_by_role("heading", level=1)).to_contain_text(f"{YEAR}年")
    with officer.expect_download() as word:
        officer.get_by_role("link", name="Word").click()
    assert word.value.suggested_filename.endswith(".docx")


def test_the_grid_centre_goes_from_its_records_to_a_report_that_reads_and_checks_clean(
    person, tmp_path
):
    officer = person("wangge.jingban")
    officer.goto("/desk/reports/")
    officer.get_by_label("报告年度").select_option(str(YEAR + 1))
    officer.get_by_role("button", name="统计并生成初稿").click()

    received = officer.locator('[data-cell="requests.received.total"]')
    count = received.inner_text()
    assert int(count) > 0, "the sample district's grid centre was asked this year"
    received.get_by_role("link").click()
    expect(officer.get_by_role("main")).to_contain_text(f"平台记录 {count} 件")
    expect(officer.get_by_role("main").locator("tbody tr")).to_have_count(int(count))
    officer.go_back()
    expect(officer.get_by_role("heading", name="检查", exact=True)).to_be_visible()

    if officer.get_by_role("link", name=re.compile("去修改.*没有填写")).count():
        officer.get_by_role("link", name=re.compile("去修改.*没有填写")).first.click()
        words = officer.get_by_label("内容").input_value()
        told = words.replace("【逐项写明改进情况】", "诉求办理结果每季度汇总公开，并制作图解。")
        officer.get_by_label("内容").fill(told)
        officer.get_by_role("button", name="保存", exact=True).click()
        expect(officer.get_by_role("status")).to_contain_text("已经保存")
    while officer.get_by_text("确认无误，说明理由").count():
        officer.get_by_text("确认无误，说明理由").first.click()
        officer.get_by_label("理由").first.fill("已经核实")
        officer.get_by_role("button", name="记下", exact=True).first.click()
        expect(officer.get_by_role("status")).to_contain_text("说明已经记下")
    officer.get_by_role("button", name="送审", exact=True).click()
    for login in SIGNERS:
        signer = person(login)
        signer.get_by_role("main").get_by_role(
            "link", name=re.compile(f"{YEAR + 1}年政府信息公开工作年度报告")
        ).click()
        signer.get_by_role("button", name="同意").click()
        expect(signer.get_by_role("status")).to_contain_text("已经签署")
    officer.reload()
    officer.get_by_role("button", name="向社会公布").click()
    officer.get_by_role("link", name="查看公众看到的版本").click()

    with officer.expect_download() as paper:
        officer.get_by_role("link", name="PDF").click()
    file = tmp_path / "report.pdf"
    paper.value.save_as(file)
    frozen = officer.request.get(f"/bodies/wangge/reports/{YEAR + 1}/statement.json").json()
    (read,) = gongkai("read", str(file))
    for part in ("form", "body", "year", "proactive", "requests", "remedies", "issued_on"):
        assert read[part] == frozen[part], part
    checked = gongkai("check", str(file), "--format", "json")
    found = checked["files"][0]["findings"]
    assert [each for each in found if each["severity"] == "error"] == []


def gongkai(command: str, *words: str) -> Any:
    """What the command line prints, as data."""
    return json.loads(CliRunner().invoke(main, [command, "--jobs", "1", *words]).stdout)


def test_the_second_factor_is_set_up_and_asked_for(person, site):
    page = person("chengguan.jingban")
    page.goto("/desk/me/second-factor")
    secret = page.locator("code").inner_text()
    page.get_by_label("动态口令").fill(code(secret))
    page.get_by_role("button", name="启用").click()
    expect(page.get_by_role("status")).to_contain_text("已经启用")
    page.get_by_role("button", name="退出", exact=True).click()
    page.goto("/sign-in/")
    page.get_by_label("账号").fill("chengguan.jingban")
    page.get_by_label("密码").fill("gongkai-2026")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("输入动态口令")


def code(secret: str) -> str:
    return f"{totp(b32decode(secret)):06}"


def test_the_keyboard_reaches_the_content_first(person):
    page = person("")
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_report_is_checked_without_an_account_and_the_answer_is_accessible(person):
    page = person("", width=360)
    page.goto("/")
    page.get_by_role("link", name="检查报告").click()
    page.get_by_label("报告文件").set_input_files(SAMPLES / "service-centre-2025.txt")
    page.get_by_role("button", name="检查").click()
    expect(page.locator(".finding").first).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

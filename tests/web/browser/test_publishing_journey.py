"""From a section's draft to the register and table one, with mouse and keyboard."""

import io
import re
from datetime import timedelta

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from gongkai.web.ui import clock

pytestmark = pytest.mark.browser
SIGNERS = ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou")
ID_NUMBER = "11010519491231002X"
TODAY = clock.today()


def sheet(*rows: list, hidden: str = "") -> dict:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    if hidden:
        book.active.column_dimensions[hidden].hidden = True
    book.save(out)
    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "清单.xlsx", "mimeType": media, "buffer": out.getvalue()}


def draft(page: Page, kind: str, facts: dict[str, str]) -> None:
    page.goto("/desk/items/")
    page.get_by_role("link", name="起草", exact=True).click()
    page.get_by_role("link", name=kind, exact=True).click()
    page.get_by_label("主题分类").select_option(index=1)
    for label, said in facts.items():
        field = (
            page.get_by_role("textbox", name="正文") if label == "正文" else labelled(page, label)
        )
        if label == "解读的文件":
            field.select_option(label=said)
        else:
            field.fill(said)
    page.get_by_role("button", name="保存草稿").click()
    expect(page.get_by_role("status")).to_contain_text("草稿已经保存")


def labelled(page: Page, label: str):
    """The field whose label begins so; what may be left out says so after it."""
    return page.get_by_label(re.compile(f"^\\s*{re.escape(label)}"))


def attach(page: Page, file: dict) -> None:
    page.get_by_label("附件", exact=True).set_input_files(file)
    page.get_by_role("button", name="添加附件").click()
    expect(page.get_by_role("status")).to_contain_text("已经添加附件")
    ready = page.get_by_text(re.compile("可用"))
    for _look in range(40):
        if ready.count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError("the worker did not look at the file")


def through_the_chain(person, page: Page, title: str) -> None:
    page.get_by_role("button", name="送审", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("已经送审")
    for login in SIGNERS:
        signer = person(login)
        signer.get_by_role("main").get_by_role("link", name=title).click()
        signer.get_by_role("button", name="同意").click()
        expect(signer.get_by_role("status")).to_contain_text("已经签署")
        signer.context.close()


def out(person, title: str) -> str:
    """The officer puts it before the public; the address of its page."""
    officer = person("wangge.jingban")
    officer.goto(f"/desk/items/?words={title}")
    officer.get_by_role("link", name=title).first.click()
    officer.get_by_role("button", name="公布", exact=True).click()
    expect(officer.get_by_role("status")).to_contain_text("已经公布")
    address = officer.get_by_role("link", name="查看公布的版本").get_attribute("href")
    officer.context.close()
    return address


def policy(title: str, number: int, **more: str) -> dict[str, str]:
    usual = {
        "名称": title,
        "文号": f"硚网格规〔{TODAY.year}〕{number}号",
        "施行日期": TODAY.isoformat(),
        "内容概述": f"{title}的主要内容。",
        "正文": "第一条 为规范网格服务，制定本办法。",
    }
    return {**usual, **more}


def test_a_policy_is_published_explained_replaced_and_the_register_and_table_one_follow(person):
    clerk, public = person("wangge.keshi"), person("")
    old, new = "旅程网格服务办法", "旅程网格服务新办法"
    draft(clerk, "行政规范性文件", policy(old, 901))
    attach(clerk, sheet(["项目", "数量"], ["清理", 3]))
    through_the_chain(person, clerk, old)
    address = out(person, old)
    public.goto(address)
    expect(public.get_by_role("link", name="清单.xlsx")).to_be_visible()

    explained = "旅程网格服务办法怎么看"
    text = {
        "名称": explained,
        "内容概述": "用问答说明。",
        "解读的文件": old,
        "正文": "问：为什么？",
    }
    draft(clerk, "政策解读", text)
    through_the_chain(person, clerk, explained)
    out(person, explained)
    public.reload()
    expect(public.get_by_role("link", name=explained)).to_be_visible()

    register = "/bodies/wangge/register/"
    public.goto(register)
    expect(public.get_by_role("link", name=old)).to_be_visible()
    draft(clerk, "行政规范性文件", policy(new, 902, 代替的文件=f"硚网格规〔{TODAY.year}〕901号"))
    through_the_chain(person, clerk, new)
    out(person, new)
    public.goto(address)
    expect(public.get_by_role("main")).to_contain_text("起废止")
    expect(public.get_by_role("link", name=new)).to_be_visible()
    public.goto(register)
    expect(public.get_by_role("link", name=new)).to_be_visible()
    expect(public.get_by_role("link", name=old, exact=True)).to_have_count(0)

    clerk.goto(f"/desk/items/counted/wangge/{TODAY.year}/repealed")
    expect(clerk.get_by_role("link", name=old, exact=True)).to_be_visible()
    clerk.goto(f"/desk/items/counted/wangge/{TODAY.year}/issued")
    expect(clerk.get_by_role("link", name=new)).to_be_visible()


def test_a_hidden_column_of_identity_numbers_keeps_a_notice_in(person):
    clerk, title = person("wangge.keshi"), "旅程救助发放情况"
    draft(clerk, "通知公告", {"名称": title, "内容概述": "本月发放。", "正文": "见附件。"})
    attach(clerk, sheet(["姓名", "证件", "金额"], ["张某", ID_NUMBER, 500], hidden="B"))
    expect(clerk.get_by_text("出现居民身份证号码 110****002X")).to_be_visible()
    expect(clerk.get_by_text("附件有隐藏的列")).to_be_visible()
    through_the_chain(person, clerk, title)
    officer = person("wangge.jingban")
    officer.goto(f"/desk/items/?words={title}")
    officer.get_by_role("link", name=title).first.click()
    officer.get_by_role("button", name="公布", exact=True).click()
    expect(officer.get_by_role("alert").or_(officer.get_by_role("status")).first).to_contain_text(
        "扫描发现"
    )


def test_a_notice_for_objection_tells_its_end_and_what_is_taken_down_says_so(person):
    clerk, title = person("wangge.keshi"), "旅程安置对象公示"
    facts = {
        "名称": title,
        "内容概述": "拟安置对象。",
        "公示开始": TODAY.isoformat(),
        "公示截止（当天仍公示）": (TODAY + timedelta(days=7)).isoformat(),
        "异议受理渠道": "党政办公室，027-00000200",
        "公示依据": "安置办法",
        "正文": "陈某某。",
    }
    draft(clerk, "公示", facts)
    through_the_chain(person, clerk, title)
    address = out(person, title)
    public = person("")
    public.goto(address)
    expect(public.get_by_role("main")).to_contain_text("公示到期后自动撤下")
    officer = person("wangge.jingban")
    officer.goto(f"/desk/items/?words={title}")
    officer.get_by_role("link", name=title).first.click()
    officer.get_by_text("撤下", exact=True).first.click()
    officer.get_by_label("撤下的理由").fill("名单有误")
    officer.get_by_role("button", name="撤下").click()
    assert public.goto(address).status == 410
    expect(public.get_by_role("main")).not_to_contain_text("陈某某")
    public.goto(f"/bodies/wangge/catalogue/?words={title}")
    expect(public.get_by_role("main")).to_contain_text("没有符合条件")

"""An application's whole life and three short ones, with mouse and keyboard."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta

import pdfplumber
import pytest
import typst
from playwright.sync_api import Browser, Page, expect

from gongkai.web.ui import clock
from tests.web.browser.site import sign_in

pytestmark = pytest.mark.browser
SIGNERS = ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou")
TODAY = clock.today()
ID_NUMBER = "11010519491231002X"
PAPER = """
#set page(paper: "a4", margin: 30mm)
#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh")
网格员张示例，手机 13800007799，负责三个小区的巡查，全年巡查 216 次。
"""


class Office:
    """The people of the grid centre, each at a desk of their own for all journeys."""

    def __init__(self, site: str, browser: Browser):
        self.desks = [browser.new_context(locale="zh-CN", base_url=site) for _ in range(5)]
        self.officer, *others = (desk.new_page() for desk in self.desks)
        self.signers = dict(zip(SIGNERS, others, strict=True))
        for login, page in {"wangge.jingban": self.officer, **self.signers}.items():
            sign_in(page, site, login)

    def case(self, topic: str) -> Page:
        self.officer.goto("/desk/requests/?show=all")
        row = self.officer.get_by_role("row").filter(has_text=topic).first
        row.get_by_role("link").first.click()
        return self.officer

    def sign(self, number: str, letters: int = 1) -> None:
        """Everybody whose turn it is signs the letters that wait about an application."""
        for page in self.signers.values():
            for _letter in range(letters):
                page.goto("/desk/")
                page.get_by_role("main").get_by_role("link", name=number).first.click()
                page.get_by_role("button", name="同意", exact=True).click()


@pytest.fixture(scope="module")
def office(site, browser) -> Iterator[Office]:
    found = Office(site, browser)
    yield found
    for desk in found.desks:
        desk.close()


def fill_in(page: Page, **blanks: str) -> None:
    """Write what stands in 【】 and give the letter to those who sign."""
    field = page.get_by_label("正文")
    text = field.input_value()
    for name, said in blanks.items():
        assert f"【{name}】" in text, text
        text = text.replace(f"【{name}】", said)
    field.fill(text)
    page.get_by_role("button", name="保存并送审").click()
    expect(page.get_by_role("status")).to_contain_text("已送审")


def number_and_send(page: Page) -> None:
    """Of a signed letter to one who reads on line."""
    page.get_by_role("button", name="编号并发出").click()
    expect(page.get_by_role("main")).to_contain_text("已发出")


def number_and_post(page: Page) -> None:
    """Of a signed letter to somebody else."""
    page.get_by_role("button", name="编号", exact=True).click()
    page.get_by_label("邮件号码").fill("XA00000000001")
    page.get_by_role("button", name="登记送达").click()
    expect(page.get_by_role("main")).to_contain_text("已发出")


def open_link(page: Page, summary: str, name: str) -> None:
    page.get_by_text(summary, exact=True).click()
    page.get_by_role("link", name=name, exact=True).click()


def apply_online(page: Page, topic: str) -> tuple[str, str]:
    """From the portal's first page to the receipt: number and query code."""
    page.goto("/")
    page.get_by_role("link", name="申请公开").first.click()
    page.get_by_label("您需要什么信息").fill(topic)
    page.get_by_role("button", name="查一查").click()
    page.get_by_role("link", name="硚口区社会管理网格化服务中心").click()
    page.get_by_label("姓名或者名称").fill("杜示例")
    page.get_by_label("身份证号码", exact=True).fill(ID_NUMBER)
    page.get_by_label("联系电话").first.fill("13800007798")
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_role("status")).to_contain_text("申请已经提交")
    number, code = (page.locator("dd strong").nth(at).inner_text() for at in (0, 1))
    page.get_by_role("link", name="查询进度").click()
    page.get_by_label("申请编号").fill(number)
    page.get_by_label("查询码").fill(code)
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("待确认收到")
    return number, code


def ask(page: Page, whom: str) -> None:
    open_link(page, "记入其他事项", "征求意见")
    page.get_by_label("对方姓名或者名称").fill(whom)
    page.get_by_label("涉及的信息").fill(f"{whom}的巡查服务报价")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("请接着起草")


def consultation(page: Page, whom: str):
    """The line of one who was asked on the page of the case."""
    return page.get_by_role("listitem").filter(has_text=whom).filter(has_text="YJ").first


def test_from_the_application_to_the_reconsideration(person, office):
    topic = "网格员巡查记录和服务采购报价"
    applicant, officer = person(""), office.officer
    number, _code = apply_online(applicant, topic)

    # received, corrected
    office.case(topic)
    officer.get_by_role("button", name="今天已与申请人确认收到").click()
    expect(officer.get_by_role("main")).to_contain_text("办理中")
    open_link(officer, "起草其他文书", "补正告知书")
    officer.get_by_label("补正截止日期").fill((TODAY + timedelta(days=14)).isoformat())
    officer.get_by_role("button", name="生成文书草稿").click()
    fill_in(officer, 需要补正的内容="写明需要哪一年、哪几个小区的记录")
    office.sign(number)
    officer.reload()
    number_and_send(officer)
    applicant.reload()
    expect(applicant.get_by_role("heading", name="提交补正")).to_be_visible()
    applicant.get_by_label("补充的内容").fill("2025年，古田一路三个小区。")
    applicant.get_by_role("button", name="提交", exact=True).click()
    expect(applicant.get_by_role("status")).to_contain_text("已经收到")

    # two third parties
    office.case(topic)
    for whom in ("示例物业甲公司", "示例物业乙公司"):
        ask(officer, whom)
    codes = {}
    for whom in ("示例物业甲公司", "示例物业乙公司"):
        office.case(topic)
        consultation(officer, whom).get_by_role("button", name="起草第三方意见征询书").click()
        text = officer.get_by_label("正文").input_value()
        assert "杜示例" not in text
        codes[whom] = re.search(r"编号(YJ\S+?)和查询码(\w{8})", text).groups()
        fill_in(officer)
    office.sign(number, letters=2)
    for whom in codes:
        office.case(topic)
        consultation(officer, whom).get_by_role("link", name="第三方意见征询书").click()
        number_and_post(officer)
    applicant.reload()
    expect(applicant.get_by_role("main")).to_contain_text("征求意见中")
    expect(applicant.get_by_role("main")).not_to_contain_text("示例物业")

    third = person("", width=360)
    third.goto("/follow/")
    third.get_by_role("link", name="回复征求意见").click()
    for label, said in zip(("征求意见编号", "查询码"), codes["示例物业甲公司"], strict=True):
        third.get_by_label(label).fill(said)
    third.get_by_role("button", name="下一步").click()
    third.get_by_label("同意公开", exact=True).check()
    third.get_by_role("button", name="提交意见").click()
    expect(third.get_by_role("status")).to_contain_text("同意公开")

    office.case(topic)
    consultation(officer, "示例物业乙公司").get_by_role("link", name="登记纸质意见").click()
    officer.get_by_label("不同意公开", exact=True).check()
    officer.get_by_label("理由").fill("报价构成属于商业秘密。")
    officer.get_by_role("button", name="记入").click()
    expect(officer.get_by_role("status")).to_contain_text("意见已记入")

    # longer, with the head's approval
    open_link(officer, "记入其他事项", "延长答复期限")
    officer.get_by_label("延长工作日数").fill("10")
    officer.get_by_label("延长的理由").fill("需要逐份核对记录")
    officer.get_by_role("button", name="报请批准").click()
    head = office.signers["wangge.zhuren"]
    head.goto("/desk/")
    head.get_by_role("main").get_by_role("link", name=topic).first.click()
    head.get_by_role("link", name="批复", exact=True).click()
    head.get_by_label("同意延期", exact=True).check()
    head.get_by_role("button", name="批复").click()
    officer.reload()
    expect(officer.get_by_role("button", name="起草延期答复告知书")).to_be_visible()
    officer.get_by_role("link", name="线下已告知，登记日期").click()
    officer.get_by_role("button", name="记入").click()
    expect(officer.get_by_role("main")).to_contain_text("已告知")

    # in part, blacked out
    office.case(topic)
    officer.get_by_role("link", name=re.compile("区分处理")).click()
    paper = {
        "name": "巡查记录.pdf",
        "mimeType": "application/pdf",
        "buffer": typst.compile(PAPER.encode()),
    }
    officer.get_by_label("材料", exact=True).set_input_files(paper)
    officer.get_by_role("button", name="上传材料").click()
    expect(officer.get_by_role("main")).to_contain_text("13800007799")
    officer.get_by_role("button", name="标出勾选的内容").click()
    officer.get_by_role("button", name="保存并生成").click()
    officer.get_by_role("link", name="区分处理").click()
    for _look in wait_for(officer.get_by_role("button", name="随答复提供")):
        officer.reload()
    officer.get_by_role("button", name="随答复提供").click()

    office.case(topic)
    officer.get_by_role("link", name="起草答复").click()
    officer.get_by_label("答复类型").select_option(label="部分公开")
    officer.get_by_label(re.compile("第三方")).check()
    officer.get_by_role("button", name="生成文书草稿").click()
    address = officer.get_by_role("link", name="打印预览（PDF）").get_attribute("href")
    assert words_of(officer.request.get(address).body()).startswith("硚口区社会管理网格化")
    fill_in(
        officer,
        可以公开的部分="巡查记录（已遮盖个人信息），随答复提供",
        不予公开部分的理由="乙公司的报价构成属于商业秘密，第三方不同意公开",
    )
    office.sign(number)
    officer.reload()
    number_and_send(officer)

    # the applicant reads, downloads, goes on
    applicant.reload()
    expect(applicant.get_by_role("main")).to_contain_text("已答复")
    expect(applicant.get_by_role("main")).to_contain_text("行政复议")
    answer = applicant.get_by_role("region", name="部分公开告知书")
    expect(answer).to_contain_text("第三十七条")
    with applicant.expect_download() as letter:
        answer.get_by_role("link", name="下载文书").click()
    assert letter.value.suggested_filename
    with applicant.expect_download() as given:
        applicant.get_by_role("link", name=re.compile("已遮盖")).click()
    burnt = given.value.path().read_bytes()
    assert "13800007799" not in words_of(burnt)
    assert b"13800007799" not in burnt

    office.case(topic)
    officer.get_by_role("link", name="登记复议、诉讼").click()
    expect(officer.get_by_label("关联申请的编号")).to_have_value(number)
    officer.get_by_label("类型").select_option(label="行政复议")
    officer.get_by_label("受理机关或者法院").fill("硚口区人民政府")
    for label in ("受理（立案）日期", "本单位收到副本或者通知的日期"):
        officer.get_by_label(label).fill(TODAY.isoformat())
    officer.get_by_role("button", name="登记", exact=True).click()
    expect(officer.get_by_role("main")).to_contain_text("硚网格公复")
    officer.get_by_role("link", name=number).click()
    expect(officer.get_by_role("main")).to_contain_text("待提交答复")


def words_of(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        return re.sub(r"\s", "", "".join(page.extract_text() for page in read.pages))


def wait_for(wanted, tries: int = 40) -> Iterator[None]:
    """Once for each look that did not find it."""
    for _look in range(tries):
        if wanted.count():
            return
        wanted.page.wait_for_timeout(400)
        yield
    raise AssertionError("it did not come")


def intake(page: Page, channel: str, topic: str, **facts: str) -> None:
    """An application that staff enter."""
    page.goto("/desk/requests/")
    page.get_by_role("link", name="登记纸质申请").first.click()
    page.get_by_label("来件渠道").select_option(label=channel)
    for label, said in {"工作机构收到日期": TODAY.isoformat(), **facts}.items():
        page.get_by_label(label).first.fill(said)
    page.get_by_label("姓名或者名称").fill("杜示例")
    page.get_by_label("所需信息的名称或者文号").fill(topic)


def answer(page: Page, kind: str, **blanks: str) -> None:
    page.get_by_role("link", name="起草答复").click()
    page.get_by_label("答复类型").select_option(label=kind)
    page.get_by_role("button", name="生成文书草稿").click()
    fill_in(page, **blanks)


def test_who_asks_by_word_of_mouth_has_the_way_to_what_is_public_the_same_day(office):
    officer, topic = office.officer, "口头询问的年度报告"
    intake(officer, "口头提出、代为填写", topic)
    officer.get_by_label("获取信息的方式").select_option(label="自行领取")
    officer.get_by_role("button", name="登记", exact=True).click()
    said = officer.get_by_role("status").inner_text()
    number = re.search(r"SQ\S+?(?=，)", said)[0]
    way = {"获取的方式、途径，如网址、公报期号": "本网站“年度报告”栏目"}
    answer(officer, "已主动公开", **way)
    office.sign(number)
    officer.reload()
    officer.get_by_role("button", name="编号", exact=True).click()
    handed_over = officer.get_by_label("交付日期").input_value()
    officer.get_by_label("签收或者到达日期").fill(handed_over)
    officer.get_by_role("button", name="登记送达").click()
    expect(officer.get_by_role("main")).to_contain_text("已发出")
    office.case(topic)
    expect(officer.get_by_role("main")).to_contain_text("已答复")
    expect(officer.get_by_role("main")).to_contain_text("当面交付")


def test_a_letter_by_post_about_another_body_is_answered_with_who_is_responsible(office):
    officer, topic = office.officer, "占道经营处罚决定书"
    signed_for = TODAY - timedelta(days=1)
    days = {"工作机构收到日期": signed_for.isoformat(), "邮件签收日期": signed_for.isoformat()}
    intake(officer, "邮寄签收", topic, **days)
    scan = {"name": "来信.pdf", "mimeType": "application/pdf", "buffer": typst.compile(b"scan")}
    officer.get_by_label("附件").set_input_files(scan)
    officer.get_by_label("获取信息的方式").select_option(label="邮寄")
    officer.get_by_label("通信地址").fill("示例区示例路 1 号，430000")
    officer.get_by_role("button", name="登记", exact=True).click()
    expect(officer.get_by_role("main").get_by_role("link", name="来信.pdf")).to_be_visible()
    number = officer.get_by_role("navigation", name="所在位置").inner_text().split()[-1]
    officer.get_by_role("link", name="逐步确定答复").click()
    for said in ("否", "是", "否", "否", "否", "否", "否", "否"):
        officer.get_by_role("link", name=said, exact=True).click()
    expect(officer.get_by_role("main")).to_contain_text("硚口区城市管理执法局")
    officer.get_by_role("button", name="按此起草答复").click()
    fill_in(
        officer,
        不由本机关负责公开的理由="占道经营的处罚由城管部门作出",
        **{"负责公开的机关名称、联系方式": "硚口区城市管理执法局（027-00000400）"},
    )
    office.sign(number)
    officer.reload()
    number_and_post(officer)
    officer.get_by_role("link", name=number).click()
    expect(officer.get_by_role("main")).to_contain_text("已答复")


def test_a_fee_that_is_not_paid_ends_the_application_with_a_letter(office):
    officer, topic = office.officer, "历年巡查日志全部复印件"
    intake(officer, "当面提交", topic, 工作机构收到日期=(TODAY - timedelta(days=70)).isoformat())
    officer.get_by_label("获取信息的方式").select_option(label="邮寄")
    officer.get_by_label("通信地址").fill("示例区示例路 1 号，430000")
    officer.get_by_role("button", name="登记", exact=True).click()
    number = officer.get_by_role("navigation", name="所在位置").inner_text().split()[-1]
    open_link(officer, "记入其他事项", "发出收费通知")
    officer.get_by_label("按量计收").check()
    officer.get_by_label("件数或者页数").fill("101")
    noticed = TODAY - timedelta(days=65)
    officer.get_by_label("收费通知发出日期").fill(noticed.isoformat())
    officer.get_by_role("button", name="计算并记入").click()
    expect(officer.get_by_role("main")).to_contain_text("720 元")
    officer.get_by_role("button", name="起草不再处理告知书").click()
    fill_in(officer)
    office.sign(number)
    officer.reload()
    number_and_post(officer)
    officer.get_by_role("link", name=number).click()
    expect(officer.get_by_role("main")).to_contain_text("视为放弃")

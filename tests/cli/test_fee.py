"""`gongkai fee` as a user calls it."""

import json

import pytest
from click.testing import CliRunner

from gongkai.cli.main import main


def fee(*words: str) -> str:
    result = CliRunner().invoke(main, ["fee", *words])
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str) -> str:
    result = CliRunner().invoke(main, ["fee", *words])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return result.stderr.strip()


@pytest.fixture
def listed(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "申请.csv"
        path.write_bytes(text.encode(encoding))
        return str(path)

    return write


def test_the_fee_by_items_shows_its_bands():
    assert json.loads(fee("--items", "31", "--format", "json")) == {
        "fee": 2200,
        "basis": "items",
        "bands": [
            {"first": 1, "last": 10, "rate": 0, "units": 10, "fee": 0},
            {"first": 11, "last": 30, "rate": 100, "units": 20, "fee": 2000},
            {"first": 31, "last": 40, "rate": 200, "units": 1, "fee": 200},
        ],
    }
    assert fee("--items", "31").splitlines() == [
        "信息处理费：2200 元（按件计收，《政府信息公开信息处理费管理办法》第四条）",
        "  第1–10件：10 件 × 0 元 = 0 元",
        "  第11–30件：20 件 × 100 元 = 2000 元",
        "  第31–40件：1 件 × 200 元 = 200 元",
    ]


def test_the_fee_by_pages_has_an_open_top_band():
    found = json.loads(fee("--pages", "201", "--format", "json"))
    assert (found["fee"], found["basis"]) == (2740, "pages")
    assert found["bands"][-1] == {"first": 201, "last": None, "rate": 40, "units": 1, "fee": 40}
    assert fee("--pages", "201").splitlines()[-1] == "  第201页以上：1 页 × 40 元 = 40 元"


def test_nothing_asked_for_is_free():
    assert json.loads(fee("--items", "0", "--format", "json"))["fee"] == 0


def test_a_list_is_charged_by_applicant_and_month(listed):
    path = listed(
        "申请人,收到日期,件数,页数,计收方式\n"
        "甲,2026-11-02,10,,\n"
        "甲,2026/11/03,,,按件\n"
        "\n"
        "乙,2026-11-03,,31,按量计收\n"
    )
    found = json.loads(fee(path, "--format", "json"))
    assert found["fee"] == 110
    assert [
        (each["applicant"], each["received"], each["earlier_items"], each["basis"], each["fee"])
        for each in found["applications"]
    ] == [
        ("甲", "2026-11-02", 0, "items", 0),
        ("甲", "2026-11-03", 10, "items", 100),
        ("乙", "2026-11-03", 0, "pages", 10),
    ]
    assert [(each["items"], each["pages"]) for each in found["applications"]] == [
        (10, 0),
        (1, 0),
        (1, 31),
    ]
    assert fee(path).splitlines() == [
        "2026-11-02  甲  按件计收  当月此前 0 件  0 元",
        "2026-11-03  甲  按件计收  当月此前 10 件  100 元",
        "2026-11-03  乙  按量计收  当月此前 0 件  10 元",
        "合计：110 元",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_list_is_read_as_spreadsheets_write_it(listed, encoding):
    path = listed("申请人,收到申请日期\n甲,2026-11-02\n", encoding)
    assert json.loads(fee(path, "--format", "json"))["applications"][0]["applicant"] == "甲"


def test_a_cell_may_hold_a_line_break(listed):
    path = listed('申请人,收到日期,备注\n甲,2026-11-02,"一\n二"\n乙,昨天,\n')
    assert refused(path).startswith("申请清单第 4 行的收到日期")


def test_a_list_may_have_english_columns(listed):
    path = listed("applicant,received,items,basis\nA,2026-11-02,11,items\nB,2026-11-02,1,pages\n")
    assert json.loads(fee(path, "--format", "json"))["fee"] == 100


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "申请清单的第一行缺少“申请人”列"),
        ("申请人\n", "申请清单的第一行缺少“收到日期”列"),
        ("申请人,收到日期\n,2026-11-02\n", "申请清单第 2 行没有申请人"),
        ("申请人,收到日期\n\n甲,昨天\n", "申请清单第 3 行的收到日期应写成 2026-01-26 的样子"),
        ("收到日期,申请人\n2026-11-02\n", "申请清单第 2 行没有申请人"),
        ("申请人,收到日期\n甲\n", "申请清单第 2 行的收到日期应写成 2026-01-26 的样子"),
        (
            "申请人,收到日期,件数\n甲,2026-11-02,二\n",
            "申请清单第 2 行的件数应为不超过 1000000 的整数",
        ),
        (
            "申请人,收到日期,页数\n甲,2026-11-02,1000001\n",
            "申请清单第 2 行的页数应为不超过 1000000 的整数",
        ),
        (
            "申请人,收到日期,计收方式\n甲,2026-11-02,按次\n",
            "申请清单第 2 行的计收方式应为“按件”或者“按量”",
        ),
        ("申请人,收到日期\n甲,2020-12-31\n", "2020-12-31 尚无“按件计收"),
    ],
)
def test_a_wrong_line_is_named_in_one_sentence(listed, text, sentence):
    assert sentence in refused(listed(text))


def test_a_cell_too_long_for_csv_is_refused(listed):
    assert "第 2 行不是有效的 CSV" in refused(listed("申请人,收到日期\n" + "甲" * 140_000 + "\n"))


def test_a_file_that_cannot_be_read_is_refused(tmp_path, listed):
    assert refused(str(tmp_path / "absent.csv")).startswith("读不到申请清单文件")
    (tmp_path / "x.csv").write_bytes(b"\xff\xff\xff\x80")
    assert refused(str(tmp_path / "x.csv")).startswith("x.csv 不是文本文件")


def test_the_largest_count_is_accepted_and_one_more_is_not(listed):
    path = listed("申请人,收到日期,页数,计收方式\n甲,2026-11-02,1000000,pages\n")
    assert json.loads(fee(path, "--format", "json"))["fee"] == 39994700
    assert "件数" in refused(listed("申请人,收到日期,件数\n甲,2026-11-02,1000001\n"))
    assert refused("--items", "1000001")


def test_exactly_one_basis_is_asked_for():
    sentence = "请在 --items、--pages 和申请清单文件中给出一种，而且只给一种"
    assert refused() == refused("--items", "1", "--pages", "1") == sentence


def test_the_tariff_is_that_of_the_day():
    assert "0 元" in fee("--items", "1", "--on", "2021-01-01")
    assert refused("--items", "1", "--on", "2020-12-31").startswith("2020-12-31 尚无")

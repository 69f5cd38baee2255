"""`gongkai deadline` as a user calls it."""

import json

import pytest
from click.testing import CliRunner

from gongkai.cli.main import main


def deadline(*words: str) -> str:
    result = CliRunner().invoke(main, ["deadline", *words])
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str) -> str:
    result = CliRunner().invoke(main, ["deadline", *words])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return result.stderr.strip()


def due(*words: str) -> str:
    return json.loads(deadline(*words, "--format", "json"))["due"]


@pytest.mark.parametrize(
    ("days", "last"), [("7", "02-04"), ("15", "02-14"), ("20", "02-28"), ("40", "03-27")]
)
def test_days_are_working_days_from_the_day_after_receipt(days, last):
    assert due("2026-01-26", "--days", days) == f"2026-{last}"


def test_without_days_it_is_the_period_of_the_law():
    assert due("2026-01-26") == "2026-02-28"
    assert due("2019-05-14") == "2019-06-04"


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (["--extend", "20"], "2026-03-27"),
        (["--consult", "2026-02-10:2026-02-14"], "2026-03-05"),
        (
            ["--consult", "2026-02-12:2026-02-14", "--consult", "2026-02-10:2026-02-13"],
            "2026-03-05",
        ),
        (["--corrected", "2026-02-10"], "2026-03-16"),
        (["--corrected", "2026-02-10", "--days", "7"], "2026-02-26"),
        (["--corrected", "2026-02-10", "--extend", "20"], "2026-04-14"),
        (
            ["--consult", "2026-02-02:2026-02-11", "--corrected", "2026-02-10"],
            "2026-03-17",
        ),
    ],
)
def test_correction_consultations_and_extension_move_the_day(words, last):
    assert due("2026-01-26", *words) == last


def test_json_names_the_day_and_explains_every_day():
    said = json.loads(deadline("2026-02-13", "--days", "2", "--format", "json"))
    assert said["due"] == "2026-02-24"
    assert said["provisional"] is False
    assert said["days"][:3] == [
        {
            "date": "2026-02-13",
            "counted": False,
            "number": None,
            "why": "起算之日，不计入",
            "provisional": False,
        },
        {
            "date": "2026-02-14",
            "counted": True,
            "number": 1,
            "why": "调休上班",
            "provisional": False,
        },
        {
            "date": "2026-02-15",
            "counted": False,
            "number": None,
            "why": "春节放假",
            "provisional": False,
        },
    ]
    assert len(said["days"]) == 12


def test_text_is_one_line_unless_an_explanation_is_asked_for():
    assert deadline("2026-01-26") == "答复期限：2026-02-28\n"
    lines = deadline("2026-02-13", "--days", "2", "--explain").splitlines()
    assert lines[0] == "答复期限：2026-02-24"
    assert lines[2] == "2026-02-14  第  1 日  调休上班"
    assert lines[3] == "2026-02-15  不计入  春节放假"


def test_a_year_without_a_notice_gives_a_provisional_day_and_says_so():
    assert "暂定" in deadline("2030-12-20")
    assert json.loads(deadline("2030-12-20", "--format", "json"))["provisional"] is True


def test_the_users_own_table_makes_the_day_certain(tmp_path):
    table = tmp_path / "2027.toml"
    table.write_text(
        """year = 2027
notice = "试用的放假通知"
worked_weekends = [2027-01-09]
holidays = [{ name = "元旦", first = 2027-01-01, last = 2027-01-05 }]
""",
        "utf-8",
    )
    words = ("2026-12-31", "--days", "4", "--calendar", str(table), "--format", "json")
    said = json.loads(deadline(*words))
    assert (said["due"], said["provisional"]) == ("2027-01-09", False)


def test_a_table_with_a_mistake_is_named_in_the_sentence(tmp_path):
    table = tmp_path / "2027.toml"
    table.write_text("year = 2027", "utf-8")
    assert "2027.toml" in refused("2026-12-31", "--calendar", str(table))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "缺少“收到日期”"),
        (("2026-02-30",), "“2026-02-30”不是日期，请写成 2026-01-26 的样子"),
        (
            ("2026-01-26", "--consult", "2026-02-10"),
            "“2026-02-10”不是一段日期，请写成 2026-02-10:2026-02-14 的样子",
        ),
        (
            ("2026-01-26", "--consult", "2026-02-14:2026-02-10"),
            "“2026-02-14:2026-02-10”的开始日期晚于结束日期",
        ),
        (
            ("2026-01-26", "--consult", "2026-02-14:x"),
            "“x”不是日期，请写成 2026-01-26 的样子",
        ),
        (("2026-01-26", "--extend", "21"), "延长答复期限为 1 至 20 个工作日，不能是 21"),
        (("2026-01-26", "--extend", "0"), "延长答复期限为 1 至 20 个工作日，不能是 0"),
        (("2019-05-14", "--extend", "16"), "延长答复期限为 1 至 15 个工作日，不能是 16"),
        (
            ("2026-01-26", "--corrected", "2026-01-20"),
            "2026-01-20 早于收到申请的日期 2026-01-26",
        ),
        (
            ("2026-01-26", "--consult", "2026-01-25:2026-02-03"),
            "2026-01-25 早于收到申请的日期 2026-01-26",
        ),
        (("2026-01-26", "--later"), "没有选项 --later"),
        (("2026-01-26", "--days", "0"), "“--days”的值不对：要写 1 至 1000 的整数"),
        (("2026-01-26", "--days", "x"), "“--days”的值不对：要写 1 至 1000 的整数"),
        (("2026-01-26", "--extend", "x"), "“--extend”的值不对：要写整数"),
        (("2026-01-26", "--format", "xml"), "“--format”的值不对：只能是 text、json"),
    ],
)
def test_bad_input_gets_one_sentence(words, sentence):
    assert refused(*words) == sentence


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("2026-01-26", "--calendar", "/no/such/file.toml"), "读不到放假表文件"),
        (("1999-01-01",), "1999-01-01 尚无"),
        (("9990-01-01",), "9990-01-01 起 20 个工作日超出了日历能推算的范围"),
    ],
)
def test_other_bad_input_gets_a_sentence_too(words, begins):
    assert refused(*words).startswith(begins)

"""Days off and worked weekends, as the State Council's notices set them."""

from datetime import date

import pytest

from gongkai.statute.holidays import (
    FESTIVALS,
    HolidayTableError,
    computed_table,
    days_from,
    is_weekend,
    packaged_tables,
    read_year_file,
    read_year_table,
)

PUBLISHED = {
    2023: (
        "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
        "01-01..02 01-21..27 04-05 04-29..05-03 06-22..24 09-29..10-06 12-30..31",
    ),
    2024: (
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
        "01-01 02-10..17 04-04..06 05-01..05 06-10 09-15..17 10-01..07",
    ),
    2025: (
        "01-26 02-08 04-27 09-28 10-11",
        "01-01 01-28..02-04 04-04..06 05-01..05 05-31..06-02 10-01..08",
    ),
    2026: (
        "01-04 02-14 02-28 05-09 09-20 10-10",
        "01-01..03 02-15..23 04-04..06 05-01..05 06-19..21 09-25..27 10-01..07",
    ),
}

TABLE = """
year = 2027
notice = "国务院办公厅关于2027年部分节假日安排的通知"
link = "https://www.gov.cn/"
worked_weekends = [2027-02-20]
[[holidays]]
name = "元旦"
first = 2026-12-31
last = 2027-01-02
[[holidays]]
name = "春节"
first = 2027-02-05
last = 2027-02-12
"""


def day(year, said):
    return date.fromisoformat(f"{year}-{said}")


@pytest.mark.parametrize("year", PUBLISHED)
def test_published_years_are_as_the_notices_say(year):
    worked, ranges = PUBLISHED[year]
    off = set()
    for said in ranges.split():
        first, _, last = said.partition("..")
        last = first[:3] + last if len(last) == 2 else last or first
        off.update(days_from(day(year, first), day(year, last)))
    table = packaged_tables()[year]
    assert table.worked == {day(year, each) for each in worked.split()}
    assert set(table.off) == off
    assert not table.provisional


def test_the_new_years_break_of_2023_began_in_december():
    assert packaged_tables()[2022].off[date(2022, 12, 31)] == "元旦"


def test_the_years_2004_to_2026_are_published():
    assert list(packaged_tables()) == list(range(2004, 2027))
    assert packaged_tables()[2026].off[date(2026, 10, 7)] == "国庆节"


def test_a_file_beside_the_festivals_adds_a_year_or_takes_the_place_of_one(tmp_path):
    (tmp_path / "2027.toml").write_text(TABLE, "utf-8")
    other = TABLE.replace("2027", "2026").replace("2026-12-31", "2026-01-01")
    (tmp_path / "2026.toml").write_text(other.replace("2026-02-20", "2026-02-21"), "utf-8")
    (tmp_path / "festivals.toml").write_text("nothing")
    tables = packaged_tables(tmp_path)
    assert list(tables) == list(range(2004, 2028))
    assert tables[2027] == read_year_table(TABLE)
    assert tables[2026].worked == {date(2026, 2, 21)}


def test_a_table_of_a_user_is_read_with_its_notice():
    table = read_year_table(TABLE)
    assert table.year == 2027
    assert table.notice == "国务院办公厅关于2027年部分节假日安排的通知"
    assert table.link == "https://www.gov.cn/"
    assert table.worked == {date(2027, 2, 20)}
    assert table.off[date(2026, 12, 31)] == "元旦"
    assert len(table.off) == 3 + 8
    assert not table.provisional


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ("year = [", "year = 2027", "我的表：放假表不是有效的 TOML 文件"),
        ("", "year = 2027", "我的表：放假表缺少 year"),
        ("year = '2027'", "year = 2027", "要写明年份（year）和依据的通知（notice）"),
        ("notice = ''", 'notice = "国务院办公厅关于2027年部分节假日安排的通知"', "依据的通知"),
        (
            "notice = '国办发明电〔〕号'",
            'notice = "国务院办公厅关于2027年部分节假日安排的通知"',
            "还没有填写放假通知的文号",
        ),
        ("last = 2027-01", "last = 2027-01-02", "不是有效的 TOML 文件"),
        ("['2027-02-20']", "[2027-02-20]", "日期应写成 2027-01-01 的形式"),
        ("20270220", "[2027-02-20]", "日期应写成 2027-01-01 的形式"),
        ("last = 9999-12-31", "last = 2027-01-02", "日期应写成 2027-01-01 的形式"),
        ("last = 2027-01-02T08:00:00", "last = 2027-01-02", "日期应写成 2027-01-01 的形式"),
        ("last = '2027-01-02'", "last = 2027-01-02", "日期应写成 2027-01-01 的形式"),
        ("last = 2026-12-30", "last = 2027-01-02", "元旦的开始日 2026-12-31 晚于结束日 2026-12-30"),
        ("first = 2026-12-24", "first = 2026-12-31", "2026-12-24 不属于 2027 年的放假安排"),
        ("[2028-01-01]", "[2027-02-20]", "2028-01-01 不属于 2027 年的放假安排"),
        ("[2027-02-22]", "[2027-02-20]", "2027-02-22 不是周末，不能作为调休上班日"),
        ("[2027-02-06]", "[2027-02-20]", "2027-02-06 既是放假日又是上班日"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused_with_a_sentence(wrong, right, sentence):
    with pytest.raises(HolidayTableError, match=sentence.replace("[", r"\[")):
        read_year_table(TABLE.replace(right, wrong), "我的表")


def test_a_table_may_begin_with_the_days_after_christmas_and_name_no_worked_weekend():
    text = TABLE.replace("2026-12-31", "2026-12-25").replace("worked_weekends = [2027-02-20]", "")
    assert read_year_table(text).off[date(2026, 12, 25)] == "元旦"
    assert read_year_table(text).worked == frozenset()


def test_a_table_is_read_from_a_file(tmp_path):
    (tmp_path / "2027.toml").write_text(TABLE, "utf-8")
    assert read_year_file(tmp_path / "2027.toml") == read_year_table(TABLE)


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(HolidayTableError, match="读不到放假表文件"):
        read_year_file(tmp_path / "absent.toml")
    (tmp_path / "gbk.toml").write_bytes(TABLE.encode("gbk"))
    with pytest.raises(HolidayTableError, match=r"gbk\.toml：放假表应为 UTF-8"):
        read_year_file(tmp_path / "gbk.toml")


def test_an_unpublished_year_is_computed_from_the_festivals_of_the_law():
    table = computed_table(2027)
    assert table.provisional
    assert table.worked == frozenset()
    assert table.notice == "放假通知尚未发布，按法定节日推算"
    assert " ".join(f"{each:%m-%d}{name}" for each, name in table.off.items()) == (
        "01-01元旦 02-05春节 02-06春节 02-07春节 02-08春节 02-09春节 02-10春节 04-05清明"
        " 05-01劳动节 05-02劳动节 05-03劳动节 05-04劳动节 06-09端午 09-15中秋"
        " 10-01国庆节 10-02国庆节 10-03国庆节 10-04国庆节 10-05国庆节"
    )


def test_a_computed_year_gives_each_day_of_the_law_off_on_a_working_day():
    for year in range(2027, 2047):
        off = computed_table(year).off
        assert sum(not is_weekend(each) for each in off) == 13, year


def test_mid_autumn_within_national_day_is_made_up():
    off = computed_table(2031).off
    assert [each.day for each in off if each.month == 10] == [1, 2, 3, 6]


def test_a_year_without_lunar_dates_has_the_fixed_festivals():
    assert set(computed_table(2050).off.values()) == {"元旦", "劳动节", "国庆节"}
    assert len(computed_table(1999).off) == 1 + 3 + 1 + 1 + 2


def test_the_festivals_fall_where_the_lunar_calendar_puts_them():
    assert FESTIVALS["2028"] == {
        "spring": date(2028, 1, 26),
        "tomb": date(2028, 4, 4),
        "boat": date(2028, 5, 28),
        "moon": date(2028, 10, 3),
    }
    for year, days in FESTIVALS.items():
        spring, tomb, boat, moon = days["spring"], days["tomb"], days["boat"], days["moon"]
        assert {each.year for each in days.values()} == {int(year)}
        assert (1, 21) <= (spring.month, spring.day) <= (2, 20)
        assert (tomb.month, tomb.day) in {(4, 4), (4, 5)}
        assert (boat - spring).days in range(120, 153)
        assert (moon - boat).days in range(97, 129)

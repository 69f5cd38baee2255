"""Scaffolding next year's holiday table."""

import new_year
import pytest

from gongkai.statute.holidays import HolidayTableError, computed_table, read_year_table


def test_a_draft_holds_the_festivals_as_they_fall_and_waits_for_the_notice():
    text = new_year.draft(2027)
    with pytest.raises(HolidayTableError, match="还没有填写放假通知的文号"):
        read_year_table(text)
    assert read_year_table(text.replace("〔〕", "〔2026〕1")).off == computed_table(2027).off


def test_runs_of_days_off_are_one_holiday_each():
    assert new_year.spans(2027)[:2] == [
        ("元旦", "2027-01-01", "2027-01-01"),
        ("春节", "2027-02-05", "2027-02-10"),
    ]


def test_a_table_is_written_once(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(new_year, "FOLDER", tmp_path)
    monkeypatch.setattr(new_year, "ROOT", tmp_path)
    assert new_year.main(["2027"]) == 0
    assert capsys.readouterr().out.startswith("2027.toml is a draft")
    assert new_year.main(["2027"]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["27"], ["next"], ["2027", "2028"]])
def test_it_wants_one_year(arguments, capsys):
    assert new_year.main(arguments) == 2
    assert "make year YEAR=2027" in capsys.readouterr().err

"""Warnings about numbers nobody has looked at and years without a table."""

from datetime import date

import check_dates


def test_a_number_unchecked_for_more_than_400_days_is_named():
    assert check_dates.stale(date(2027, 12, 25)) == []
    assert "request.reply_days" in check_dates.stale(date(2027, 12, 26))
    assert "request.correction_days" not in check_dates.stale(date(2030, 1, 1))


def test_next_years_table_is_missed_from_december_on():
    assert check_dates.missing_year(date(2026, 12, 9)) is None
    assert check_dates.missing_year(date(2026, 12, 10)) == 2027
    assert check_dates.missing_year(date(2025, 12, 31)) is None


def test_it_warns_and_does_not_fail(capsys):
    assert check_dates.main(["2026-11-20"]) == 0
    assert capsys.readouterr().out == ""
    assert check_dates.main(["2028-12-31"]) == 0
    out = capsys.readouterr().out
    assert "request.reply_days" in out
    assert "make year YEAR=2029" in out
    assert check_dates.main([]) == 0

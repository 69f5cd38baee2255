"""How long what an application tells of persons is kept."""

from datetime import date

from gongkai.law.request.retention import first_day_kept


def test_ten_whole_years_are_kept_after_the_year_of_the_last_act():
    assert first_day_kept(date(2036, 12, 31)) == date(2026, 1, 1)
    assert first_day_kept(date(2037, 1, 1)) == date(2027, 1, 1)


def test_an_office_may_keep_for_another_number_of_years():
    assert first_day_kept(date(2036, 12, 31), 30) == date(2006, 1, 1)

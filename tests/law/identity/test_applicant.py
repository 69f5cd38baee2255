"""Which column of table two a number points to."""

import pytest

from gongkai.law.identity.applicant import Applicant, Hint, column_hint
from gongkai.law.identity.credit_code import credit_check_character
from gongkai.statute.forms import form


def code(kind):
    first = f"{kind}420104000014349"
    return first + credit_check_character(first)


@pytest.mark.parametrize(
    ("kinds", "column"),
    [
        ("91 92 93", Applicant.BUSINESS),
        ("51 52 53", Applicant.SOCIAL_ORGANISATION),
        ("31 32 33 34", Applicant.LEGAL_SERVICE),
    ],
)
def test_a_credit_code_points_to_a_column(kinds, column):
    for kind in kinds.split():
        assert column_hint(code(kind)) == Hint(column, True, f"信用代码以{kind}开头")


def test_an_identity_number_is_a_natural_person():
    hint = column_hint("11010519491231002X")
    assert hint == Hint(Applicant.NATURAL_PERSON, True, "居民身份证号码")


def test_a_public_institution_may_be_a_research_body_so_a_person_decides():
    hint = column_hint(code("12").lower())
    assert hint == Hint(
        Applicant.OTHER_ORGANISATION, False, "事业单位：科研机构请选“科研机构”，其余选“其他”"
    )


@pytest.mark.parametrize("kind", ["11", "35", "54", "94"])
def test_other_bodies_are_other_organisations_without_certainty(kind):
    hint = column_hint(code(kind))
    assert hint == Hint(Applicant.OTHER_ORGANISATION, False, f"信用代码以{kind}开头，未列入前四类")


def test_a_number_that_is_neither_gives_no_hint():
    assert column_hint("12345") is None


def test_the_columns_are_those_of_the_form():
    assert [each.value for each in Applicant] == [
        column.key for column in form("2021").columns_of("requests") if column.key != "total"
    ]

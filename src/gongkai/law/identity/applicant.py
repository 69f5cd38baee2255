"""Which column of table two an applicant belongs to, as far as a number can tell.

The applicant's own declaration prevails; a code only hints.
"""

from dataclasses import dataclass
from enum import Enum

from gongkai.law.identity.credit_code import is_credit_code
from gongkai.law.identity.digits import plain
from gongkai.law.identity.id_card import is_id_card


class Applicant(Enum):
    """The six applicant columns of table two, by the keys of the form."""

    NATURAL_PERSON = "natural_person"
    BUSINESS = "business"
    RESEARCH = "research"
    SOCIAL_ORGANISATION = "social_organisation"
    LEGAL_SERVICE = "legal_service"
    OTHER_ORGANISATION = "other_organisation"


KINDS = {
    **dict.fromkeys(("91", "92", "93"), Applicant.BUSINESS),
    **dict.fromkeys(("51", "52", "53"), Applicant.SOCIAL_ORGANISATION),
    **dict.fromkeys(("31", "32", "33", "34"), Applicant.LEGAL_SERVICE),
}
PUBLIC_INSTITUTION = "12"


@dataclass(frozen=True)
class Hint:
    """A column and whether the number leaves no doubt; if not, a person decides."""

    column: Applicant
    certain: bool
    why: str


def column_hint(number: str) -> Hint | None:
    """What an identity number or credit code says; None when it is neither."""
    if is_id_card(number):
        return Hint(Applicant.NATURAL_PERSON, True, "居民身份证号码")
    if not is_credit_code(number):
        return None
    kind = plain(number)[:2]
    if kind == PUBLIC_INSTITUTION:
        why = "事业单位：科研机构请选“科研机构”，其余选“其他”"
        return Hint(Applicant.OTHER_ORGANISATION, False, why)
    column = KINDS.get(kind)
    if column is None:
        return Hint(Applicant.OTHER_ORGANISATION, False, f"信用代码以{kind}开头，未列入前四类")
    return Hint(column, True, f"信用代码以{kind}开头")

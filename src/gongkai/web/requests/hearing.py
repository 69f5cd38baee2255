"""Who hears a case against a body's answer, by name where the tree of bodies tells it."""

from gongkai.law.remedy.authority import Hearing, Respondent, hearing
from gongkai.law.remedy.paragraph import Addresses
from gongkai.web.agencies.models import Body

RESPONDENTS = {
    Body.Kind.GOVERNMENT: Respondent.GOVERNMENT,
    Body.Kind.DEPARTMENT: Respondent.DEPARTMENT,
    Body.Kind.STREET: Respondent.STREET,
    Body.Kind.TOWNSHIP: Respondent.TOWNSHIP,
    Body.Kind.INSTITUTION: Respondent.AUTHORISED,
    Body.Kind.ENTERPRISE: Respondent.ENTERPRISE,
}


def hearing_of(body: Body) -> Hearing:
    """Who hears cases against a body of its kind, in words."""
    return hearing(RESPONDENTS[Body.Kind(body.kind)])


def government_above(body: Body) -> Body | None:
    """The nearest government above a body in the tree."""
    codes = body.path.rstrip("/").split("/")[:-1]
    found = Body.objects.filter(code__in=codes, kind=Body.Kind.GOVERNMENT)
    return max(found, key=lambda each: len(each.path), default=None)


def addresses(body: Body) -> Addresses:
    """The authorities by name, or in words where no government stands above; the court in words."""
    rule, government = hearing_of(body), government_above(body)
    names = (government.name,) if government else rule.heard_by
    return Addresses(authorities=names, court=f"有管辖权的{rule.court or '人民法院'}")

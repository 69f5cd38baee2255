"""Who hears a case against a body's answer, by name where the tree of bodies tells it."""

from gongkai.law.remedy.authority import Hearing, Respondent, hearing
from gongkai.law.remedy.paragraph import Addresses
from gongkai.web.agencies.models import Body
from gongkai.web.requests.models.letters import LetterHead

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


def head_of(body: Body) -> LetterHead:
    """What the body has set for its letters; an empty one where it has set nothing."""
    return LetterHead.objects.filter(body=body).first() or LetterHead(body=body)


def addresses(body: Body) -> Addresses:
    """As the body has set it; else the government above by name, what is not known in words."""
    head, rule = head_of(body), hearing_of(body)
    set_names = tuple(name for name in head.authorities.split("、") if name)
    government = None if set_names else government_above(body)
    names = (government.name,) if government else rule.heard_by
    return Addresses(
        authorities=set_names or names,
        court=head.court or f"有管辖权的{rule.court or '人民法院'}",
        channel=head.channel,
    )

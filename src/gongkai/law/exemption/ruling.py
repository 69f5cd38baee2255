"""What follows when a ground applies: withhold, disclose, or a choice for the body."""

from dataclasses import dataclass
from enum import Enum

from gongkai.law.exemption.grounds import Duty, Exemption, Ground, exemption
from gongkai.statute.provisions import REGULATION, Provision


class ThirdPartyView(Enum):
    """What the third party said within its 15 working days (article 32)."""

    NOT_ASKED = "未征求意见"
    AGREES = "同意公开"
    OBJECTS = "不同意公开且理由合理"
    OBJECTS_WITHOUT_REASON = "不同意公开但无合理理由"
    SILENT = "逾期未提出意见"


class Verdict(Enum):
    """What the law says about one piece of information."""

    WITHHOLD = "不予公开"
    MAY_WITHHOLD = "可以不予公开"
    DISCLOSE = "应当公开"
    BODY_DECIDES = "由机关依照条例决定"
    ASK_FIRST = "先书面征求第三方意见"


@dataclass(frozen=True)
class Ruling:
    """The verdict, why, and the provision; `tell_third_party`: it must be told what and why."""

    verdict: Verdict
    why: str
    source: Provision
    tell_third_party: bool = False


def _third_party(rule: Exemption, view: ThirdPartyView, in_public_interest: bool) -> Ruling:
    """Articles 15 and 32. The public interest may prevail once the third party was asked."""
    asked = REGULATION.article(32)
    if view is ThirdPartyView.NOT_ASKED:
        return Ruling(Verdict.ASK_FIRST, "公开会损害第三方合法权益的，应当书面征求意见", asked)
    if view is ThirdPartyView.AGREES:
        return Ruling(Verdict.DISCLOSE, "第三方同意公开", rule.source)
    if in_public_interest:
        return Ruling(Verdict.DISCLOSE, "不公开会对公共利益造成重大影响", asked, True)
    if view is ThirdPartyView.OBJECTS:
        return Ruling(Verdict.WITHHOLD, "第三方不同意公开且有合理理由", asked)
    return Ruling(Verdict.BODY_DECIDES, f"第三方{view.value}", asked)


def ruling(
    ground: Ground,
    *,
    third_party: ThirdPartyView = ThirdPartyView.NOT_ASKED,
    in_public_interest: bool = False,
    must_be_public_under: str = "",
) -> Ruling:
    """What the body has to do with information to which this ground applies.

    `must_be_public_under` cites the law, regulation or rule that requires it to be public; it
    prevails over process information and enforcement files only (article 16, paragraph 2).
    """
    rule = exemption(ground)
    if must_be_public_under and rule.yields_to_law:
        return Ruling(Verdict.DISCLOSE, f"{must_be_public_under}规定应当公开", rule.source)
    if rule.duty is Duty.MUST_UNLESS:
        return _third_party(rule, third_party, in_public_interest)
    verdict = Verdict.WITHHOLD if rule.duty is Duty.MUST else Verdict.MAY_WITHHOLD
    return Ruling(verdict, f"属于{rule.zh}", rule.source)

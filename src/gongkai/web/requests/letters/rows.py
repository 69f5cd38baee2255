"""Letters that are begun on a row of the case: an extension, a consultation, a fee, a forwarding.

The row tells what the act is, whom the letter is to, and what its blanks say.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from gongkai.law.fee.applications import Application, fee_of
from gongkai.law.fee.tariff import Basis
from gongkai.law.request.details import (
    Consulted,
    Details,
    Extended,
    FeeCharged,
    Forwarded,
    ThirdPartyTold,
)
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.fees import Fee
from gongkai.web.requests.models.letters import Letter
from gongkai.web.requests.models.others import Consultation, Extension, Forwarding
from gongkai.web.ui.config import config
from gongkai.web.vault.queries import open_all


@dataclass(frozen=True)
class Begun:
    """What a row makes of its letter. `blanks`: by their names in the wording."""

    details: Details
    blanks: Mapping[str, str]
    addressee: str = field(default="", repr=False)


def begun(request: Request, code: str, pk: int) -> Begun | None:
    """What the row says; None where no such row waits for a letter of that kind."""
    if code not in _ROWS:
        return None
    model, says = _ROWS[code]
    row = model.objects.filter(request=request, pk=pk).first()
    return says(row) if row else None


def row_behind(letter: Letter) -> Begun | None:
    """The row a letter was begun on: the consultation that it names, else the last of its kind."""
    if letter.code not in _ROWS:
        return None
    model, says = _ROWS[letter.code]
    found = model.objects.filter(request=letter.request_id)
    name = letter.details.get("consultation")
    row = found.filter(number=name).first() if name else found.order_by("-pk").first()
    return says(row) if row else None


def _extension(row: Extension) -> Begun:
    details = Extended(days=row.days, approved_by_head=True, applicant_told=True)
    return Begun(details, {"延长的理由": row.reason.rstrip("。")})


def _asking(row: Consultation) -> Begun:
    kept = open_all(row.holder)
    blanks = {
        "涉及的政府信息": kept.get("about", "").rstrip("。"),
        "意见查询码": kept.get("code", ""),
        "网上回复地址": config().address + reverse("requests:opinion"),
    }
    return Begun(Consulted(consultation=row.number), blanks, kept.get("name", ""))


def _telling(row: Consultation) -> Begun:
    kept = open_all(row.holder)
    blanks = {"决定公开的信息内容": kept.get("about", "").rstrip("。")}
    return Begun(ThirdPartyTold(consultation=row.number), blanks, kept.get("name", ""))


def _fee(row: Fee) -> Begun:
    return Begun(FeeCharged(amount=row.yuan), {"收费标准和计算": _computed(row)})


def _computed(row: Fee) -> str:
    """The bands that the fee is made of, in words."""
    request, basis = row.request, Basis(row.basis)
    on = request.received or row.noticed or request.made.date()
    tariff = Application("", on, items=row.units, pages=row.units, basis=basis)
    unit = "件" if basis is Basis.ITEMS else "页"
    bands = fee_of(tariff, row.earlier).bands
    sums = "，".join(f"{b.units}{unit}每{unit}{b.band.rate}元" for b in bands if b.band.rate)
    if basis is Basis.PAGES:
        return f"按量计收，共{row.units}页，超过免费的部分：{sums}，合计{row.yuan}元"
    return f"按件计收，当月在先申请{row.earlier}件，本次{row.units}件：{sums}，合计{row.yuan}元"


def _forwarding(row: Forwarding) -> Begun:
    to = row.to
    said = "，".join(word for word in (to.office, to.telephone and f"电话{to.telephone}") if word)
    more = f"，在该机关的申请编号为{row.successor.number}"
    return Begun(Forwarded(to=to.name), {"接转机关的联系方式": said + more} if said else {})


_ROWS: Mapping[str, tuple[type, Callable[..., Begun]]] = {
    "L4": (Extension, _extension),
    "L5": (Consultation, _asking),
    "L8": (Consultation, _telling),
    "L9": (Consultation, _asking),
    "L10": (Fee, _fee),
    "L11": (Forwarding, _forwarding),
}
ON_ROWS = tuple(_ROWS)

"""The sample resident's own applications, one at each stage that can be followed."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware

from gongkai.law.fee.tariff import Basis
from gongkai.law.request.details import CorrectionAsked, Details, Extended
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.project.sample import letters
from gongkai.web.requests.acts.charge import charge
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.forward import forward
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.acts.split import split
from gongkai.web.requests.models.case import Applicant, Delivery, Request

BY = system("演示数据")
LOGIN = "jumin"
HANDED_IN = time(9, 20)
PERSON = {"name": "孟居民", "phone": "13800007733"}


def load(bodies: Mapping[str, Body], on: date) -> None:
    """Enter them as of a day, newest last."""

    def ago(days: int) -> date:
        return on - timedelta(days=days)

    grid, street, office = (bodies[code] for code in ("wangge", "shidong", "jiguan"))
    _asked(street, "楼栋加装电梯补贴发放名单", ago(40))  # nobody answered it
    withdrawn = _asked(office, "机关会议室对外开放时间", ago(32))
    _enter(withdrawn, Act.WITHDRAW, ago(30))
    letters.answer_in_part(_asked(grid, "路灯损坏留言的办理登记表", ago(25)), ago(9))
    extended = _asked(street, "社区养老服务站选址论证材料", ago(24))
    agreed = Extended(days=15, approved_by_head=True, applicant_told=True)
    _enter(extended, Act.EXTEND, ago(6), agreed)
    unclear = _asked(grid, "网格化治理的全部文件", ago(8))
    _enter(unclear, Act.ASK_CORRECTION, ago(4), CorrectionAsked(until=on + timedelta(days=10)))
    owed = _asked(street, "公务用车维修记录", ago(7))
    charge(BY, owed, basis=Basis.ITEMS, units=1, earlier=11, on=ago(2))
    _asked(street, "社区助餐点选址方案", on, confirmed=False)
    both = _asked(street, "2025年、2026年社区消防演练安排", ago(6))
    split(BY, both, ["2025年社区消防演练安排", "2026年社区消防演练安排"], on=ago(5))
    moved = _asked(grid, "流动摊贩临时经营点名单", ago(5))
    forward(BY, moved, bodies["chengguan"], reason="经营点由城管部门设置", on=ago(4))


def _asked(body: Body, topic: str, on: date, *, confirmed: bool = True) -> Request:
    """One made on the portal; its receipt is confirmed the same day, or not yet."""
    receipt = Receipt(
        channel=Channel.ONLINE,
        arrived_on=on,
        contacted_on=on if confirmed else None,
        confirmed_on=on if confirmed else None,
    )
    wanted = Application(Applicant.NATURAL_PERSON, topic, Delivery.ONLINE, PERSON)
    account = Person.objects.get(login=LOGIN)
    made = register(BY, body, wanted, receipt, account=account).request
    at = make_aware(datetime.combine(on, HANDED_IN))
    # The act knows today only; the story begins that day.
    Request.objects.filter(pk=made.pk).update(made=at)
    made.made = at
    return made


def _enter(request: Request, act: Act, on: date, details: Details | None = None) -> None:
    enter(BY, request, Entry(act, on, details))

"""Sample applications, at every stage; the people in them are invented."""

from collections.abc import Mapping
from datetime import date, timedelta

from gongkai.law.exemption.grounds import Ground
from gongkai.law.fee.tariff import Basis
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, CorrectionAsked, Extended
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.own_data import CorrectionAct
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.project.sample import letters
from gongkai.web.requests.acts.casework import Searched, log_search, note
from gongkai.web.requests.acts.charge import charge
from gongkai.web.requests.acts.consult import Asked, consult
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.extend import ask_extension
from gongkai.web.requests.acts.forward import forward
from gongkai.web.requests.acts.own_data import ask_for_correction, enter_correction
from gongkai.web.requests.acts.pay_online import open_order, taken
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.acts.split import split
from gongkai.web.requests.models.case import Applicant, Delivery, Request
from gongkai.web.requests.payment.provider import Order

BY = system("演示数据")
PERSON = {"name": "杜鹃", "phone": "13800007700"}
FIRM = {"name": "示例商贸有限公司", "phone": "13900007711"}


def load(bodies: Mapping[str, Body], on: date) -> None:
    """Enter the applications, received in the weeks before a day."""

    def ago(days: int) -> date:
        return on - timedelta(days=days)

    grid, city, street, office = (
        bodies[code] for code in ("wangge", "chengguan", "shidong", "jiguan")
    )
    drafted = _received(grid, "2025年城市留言板办理情况统计", ago(6))
    letters.head(bodies)
    letters.draft(drafted, AnswerKind.GRANTED, on)
    letters.material(drafted)
    register(
        BY, grid, _asked("热线并入方案", PERSON), Receipt(channel=Channel.ONLINE, arrived_on=on)
    )
    unclear = _received(grid, "网格化服务的所有材料", ago(9))
    _enter(unclear, Act.ASK_CORRECTION, ago(5), CorrectionAsked(until=on + timedelta(days=9)))
    consulted = _received(city, "某工地渣土运输企业检查记录", ago(12), FIRM, Applicant.BUSINESS)
    third = {"name": "示例建材有限公司", "phone": "13900007722", "about": "该公司2025年检查记录"}
    consult(BY, consulted, Asked(True, ago(7), ago(6), third))
    other = {"name": "示例运输有限公司", "about": "该公司2025年车辆登记和检查记录"}
    consult(BY, consulted, Asked(True, None, None, other))
    _received(office, "机关办公用房维修合同", ago(45))
    longer = _received(street, "老旧小区改造资金安排", ago(30))
    agreed = Extended(days=15, approved_by_head=True, applicant_told=True)
    _enter(longer, Act.EXTEND, ago(10), agreed)
    ask_extension(BY, drafted, days=10, reason="需要汇总各街道的统计")
    log_search(BY, drafted, Searched(ago(3), "留言板办理系统", "办理统计、月报", found=True))
    note(BY, drafted, "各街道的月报已经收齐，办公室在汇总。")
    _gone_further(grid, city, street, office, on)
    for days, body, topic, kind, withheld in (
        (90, city, "门前三包责任书", AnswerKind.NOT_HELD, ()),
        (75, city, "户外广告设置许可名单", AnswerKind.ALREADY_PUBLIC, ()),
        (
            60,
            street,
            "社区居委会换届选举工作方案",
            AnswerKind.PARTLY_GRANTED,
            (Ground.THIRD_PARTY,),
        ),
        (50, grid, "值班人员请假审批单", AnswerKind.REFUSED_INTERNAL_AFFAIRS, ()),
    ):
        answered = _received(body, topic, ago(days))
        _enter(answered, Act.ANSWER, ago(days - 11), Answered(kind=kind, withheld=withheld))


def _gone_further(grid: Body, city: Body, street: Body, office: Body, on: date) -> None:
    """Forwarded, split, charged for; a record to be corrected."""

    def ago(days: int) -> date:
        return on - timedelta(days=days)

    moved = _received(grid, "渣土车辆夜间通行证发放名单", ago(8))
    forward(BY, moved, city, reason="通行证由城管部门核发", on=ago(7))
    both = _received(street, "2024年、2025年社区活动经费明细", ago(5))
    split(BY, both, ["2024年社区活动经费明细", "2025年社区活动经费明细"], on=ago(4))
    for number in range(1, 13):
        _received(office, f"机关食堂第{number}次采购的验收单", ago(3))
    many = Request.objects.filter(body=office, topic__contains="食堂").latest("pk")
    fee = charge(BY, many, basis=Basis.ITEMS, units=1, earlier=11, on=ago(1))
    taken(open_order(BY, fee), Order("42010026110000000012", "https://pay.example.org/o/12"))
    record = {"name": "杜鹃", "phone": "13800007700", "wrong": "楼栋写作 3 栋", "right": "8 栋"}
    asked, _code = ask_for_correction(
        BY, street, person={**record, "evidence": "不动产权证"}, topic="网格住户登记中的住址"
    )
    enter_correction(BY, asked, CorrectionAct.REGISTER, on=on)


def _asked(topic: str, person: dict[str, str], applicant=Applicant.NATURAL_PERSON) -> Application:
    return Application(applicant, topic, Delivery.ONLINE, person)


def _received(
    body: Body, topic: str, on: date, person: dict[str, str] = PERSON, applicant=None
) -> Request:
    """One that was handed in over the counter."""
    asked = _asked(topic, person, applicant or Applicant.NATURAL_PERSON)
    return register(BY, body, asked, Receipt(channel=Channel.IN_PERSON, arrived_on=on)).request


def _enter(request: Request, act: Act, on: date, details) -> None:
    enter(BY, request, Entry(act, on, details))

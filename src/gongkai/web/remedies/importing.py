# ruff: noqa: E501 (the table is wide)
"""The year's ledger of remedies as something that can be imported."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.urls import reverse

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.pointed import pointed_at
from gongkai.web.ledgers.target import Facts, Faults, Field, Kind, Sample, Setting, Target
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.models import Against, Claimant, Entry, Remedy
from gongkai.web.remedies.past import Past, RowError, past
from gongkai.web.remedies.permissions import may_handle
from gongkai.web.remedies.record import Act, Stage
from gongkai.web.requests.models.case import Request
from gongkai.web.ui import clock

IMPORTED = "台账导入"
"""Begins the note of what the import entered."""
# fmt: off
FIELDS = (
    Field("kind", "类型", ("案件类型", "救济类型", "类别", "案件类别"), required=True, hint="行政复议、行政诉讼、复议后起诉、投诉举报"),
    Field("subject", "争议事项", ("案由", "事由", "案件名称", "事项", "投诉事项", "被诉行为"), required=True, longest=200),
    Field("name", "提起人", ("申请人", "原告", "投诉人", "申请人姓名", "当事人", "申请人（原告）")),
    Field("forum", "受理机关", ("复议机关", "法院", "受理法院", "审理机关", "受理机关或者法院", "受理单位"), required=True, longest=120),
    Field("case_number", "案号", ("编号", "受理编号"), Kind.CODE, longest=80),
    Field("filed_on", "受理日期", ("立案日期", "受理（立案）日期", "受理时间", "立案时间"), Kind.DAY, required=True),
    Field("received_on", "收到日期", ("收到通知日期", "收到副本日期", "收到时间"), Kind.DAY),
    Field("instance", "审级", ("程序",)),
    Field("decided_on", "审结日期", ("结案日期", "决定日期", "判决日期", "结案时间", "审结时间"), Kind.DAY),
    Field("result", "结果", ("审理结果", "复议结果", "案件结果", "裁判结果", "处理结果", "结案方式")),
    Field("document_number", "决定书文号", ("文书号", "判决书文号", "文号", "判决书号"), longest=80),
    Field("request", "申请编号", ("关联申请", "对应申请编号", "政府信息公开申请编号"), Kind.CODE, longest=40, hint="平台编号或者原台账编号"),
    Field("note", "备注", ("说明",), longest=500),
)
# fmt: on


def judge(setting: Setting, rows: Sequence[Facts]) -> list[Faults]:
    """What is wrong with each row; a case number stands for one case in each instance."""
    taken = {
        (each.case_number, each.instance)
        for each in Remedy.objects.filter(body=setting.body).exclude(stage=Stage.VOID)
        if each.case_number
    }
    return [_judged(setting, facts, taken) for facts in rows]


def _judged(setting: Setting, facts: Facts, taken: set[tuple[str, int]]) -> Faults:
    try:
        each = past(facts, setting.today)
    except RowError as error:
        return error.faults
    if each.case_number and (each.case_number, each.instance) in taken:
        return {"case_number": "这个案号已经登记过，请核对。"}
    if each.request and _request(setting.body, each.request) is None:
        return {"request": "本单位没有这个编号的申请，请核对；平台以外的请留空。"}
    taken.add((each.case_number, each.instance))
    return {}


def _request(body: Body, number: str) -> Request | None:
    """The application by our number, or by that of the ledger it was imported from."""
    named = Q(number=number.upper()) | Q(own_number=number)
    return Request.objects.filter(named, body=body).order_by("-received").first()


def write(by: Actor, setting: Setting, rows: Sequence[Facts]) -> list[list[int]]:
    """Enter each through the acts: a body has few of them in a year."""
    return [[_entered(by, setting.body, past(facts, setting.today)).pk] for facts in rows]


def _entered(by: Actor, body: Body, each: Past) -> Remedy:
    request = _request(body, each.request) if each.request else None
    facts = acts.Facts(
        kind=each.kind,
        against=_against(request),
        subject=each.subject,
        forum=each.forum,
        filed_on=each.filed_on,
        received_on=each.received_on,
        case_number=each.case_number,
        instance=each.instance,
        request=request.pk if request else None,
    )
    claimant = Claimant.APPLICANT if request else Claimant.OTHER
    person = acts.Person(claimant, each.name)
    remedy = acts.register(by, body=body, facts=facts, person=person)
    if each.decision and each.decided_on:
        said = {
            "decision": each.decision,
            "served_on": each.decided_on.isoformat(),
            "document_number": each.document_number,
            "anew": False,
        }
        note = f"{IMPORTED} {each.note}".strip()
        acts.decide(by, remedy, on=each.decided_on, facts=said, note=note)
    return remedy


def _against(request: Request | None) -> str:
    if request is None:
        return Against.OTHER
    return Against.ANSWER if request.answer else Against.SILENCE


def built_on(ids: Sequence[int]) -> dict[int, str]:
    """Cases in which something was entered since, or that others speak of."""
    later = Entry.objects.filter(remedy__in=ids).exclude(act=Act.RECEIVE)
    found = set(later.exclude(note__startswith=IMPORTED).values_list("remedy", flat=True))
    found |= pointed_at(Remedy, ids, but={"entries"})
    return {each.pk: str(each) for each in Remedy.objects.filter(pk__in=found)}


def take_back(by: Actor, setting: Setting, ids: Sequence[int]) -> None:
    del setting
    for remedy in Remedy.objects.filter(pk__in=ids).exclude(stage=Stage.VOID):
        acts.enter(by, remedy, Act.VOID, on=clock.today(), note="撤销导入")


def sample(body: Body, year: int) -> Sample:
    """A year as offices keep it, with one row that cannot be placed, for trying."""
    head = (
        "序号",
        "类型",
        "案号",
        "申请人（原告）",
        "案由",
        "受理机关",
        "受理日期",
        "审结日期",
        "结果",
    )
    rows = (
        (1, "行政复议", f"示复〔{year}〕3号", "程示例", "不服政府信息公开答复", "示例区人民政府",
         date(year, 3, 4), date(year, 5, 6), "维持"),
        (2, "行政诉讼", f"（{year}）示01行初7号", "陆示例", "不服政府信息公开答复", "示例区人民法院",
         f"{year}年4月1日", f"{year}年8月20日", "驳回诉讼请求"),
        (3, "复议后起诉", f"（{year}）示01行初9号", "方示例", "逾期不答复", "示例区人民法院",
         f"{year}-06-02", f"{year}-09-30", "责令履行"),
        (4, "行政复议", f"示复〔{year}〕8号", "何示例", "不服不予公开决定", "示例区人民政府",
         f"{year}/11/20", "", "尚未审结"),
        (5, "行政复议", f"示复〔{year}〕9号", "白示例", "不服不予公开决定", "示例区人民政府",
         f"{year}/7/2", f"{year}/8/15", "结果纠正"),
        ("合计", "", "", "", "5件", "", "", "", ""),
    )  # fmt: skip
    return Sample(f"{body.short_name}{year}年政府信息公开复议诉讼台账", (head, *rows))


REMEDIES = Target(
    key="remedies",
    name="复议、诉讼、投诉台账",
    lead="一行一件：类型、受理机关、案号、受理和审结日期、结果。导入后计入年度报告表三。",
    allowed=may_handle,
    fields=lambda _body: FIELDS,
    judge=judge,
    write=write,
    built_on=built_on,
    take_back=take_back,
    listed=lambda _body, _year: f"{reverse('remedies:listing')}?show=all",
    sample=sample,
    private=True,
)

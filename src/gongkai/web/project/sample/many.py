"""Load data: applications and items of five years, the same for the same number."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from gongkai.law.identity.id_card import check_character
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, CorrectionAsked, Extended
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.audit.acts import record
from gongkai.web.publishing.acts.take_over import take_over
from gongkai.web.publishing.past import read
from gongkai.web.requests.acts.many import Planned, Step, register_many
from gongkai.web.requests.acts.register import LETTERS, Application
from gongkai.web.requests.models.case import Applicant, Delivery

BY = system("演示数据")
SEED = 20260101
BATCH = 500
YEARS = 5
FAMILY, GIVEN = (
    "程杜江罗沈方许陆贺郑夏顾魏宋高白秦叶周赵钱",
    "远山鹃秋澜清雨舟怀谨明度砚采薇长亭望舒",
)
SUBJECTS = ("老旧小区改造", "渣土运输", "学区划分", "道路维修", "物业补贴", "养老设施", "垃圾转运")
PAPERS = ("资金安排", "检查记录", "招标结果", "会议纪要", "实施方案", "名单", "批复", "合同")
ANSWERS = (
    AnswerKind.GRANTED,
    AnswerKind.GRANTED,
    AnswerKind.GRANTED,
    AnswerKind.PARTLY_GRANTED,
    AnswerKind.ALREADY_PUBLIC,
    AnswerKind.NOT_HELD,
    AnswerKind.NOT_RESPONSIBLE,
    AnswerKind.REFUSED_INTERNAL_AFFAIRS,
    AnswerKind.MUST_BE_CREATED,
)
CHANNELS = (Channel.IN_PERSON, Channel.IN_PERSON, Channel.ORAL, Channel.ONLINE)
WORDS = [a + b for a in "预决政信公通行许处强规审教医养住保环水监" for b in "算务府息开告可罚划"]
NINE = time(1, 0, tzinfo=UTC)
"""Nine in the morning in Beijing."""


def applications(bodies: Sequence[Body], count: int, today: date) -> Iterator[int]:
    """Enter so many, spread over the bodies; yields how many are done."""
    for number, body in enumerate(bodies):
        own = count // len(bodies) + (number < count % len(bodies))
        plans = planned(random.Random(SEED + number), own, today)  # noqa: S311
        while batch := list(islice(plans, BATCH)):
            register_many(BY, body, batch)
            yield len(batch)


def items(bodies: Sequence[Body], count: int, today: date) -> Iterator[int]:
    """Publish so many, as if taken over from an old site; yields how many are done."""
    for number, body in enumerate(bodies):
        own = count // len(bodies) + (number < count % len(bodies))
        chance = random.Random(SEED - number)  # noqa: S311
        for start in range(0, own, BATCH):
            some = range(start, min(start + BATCH, own))
            found = [read(item_row(chance, body, index, own, today), today) for index in some]
            take_over(BY, body, found)
            record(
                BY,
                "publishing.take_over",
                subject=f"agencies.body:{body.pk}",
                title="装入信息",
                chain=body.code,
                facts={"count": len(found)},
            )
            yield len(found)


def item_row(
    chance: random.Random, body: Body, index: int, count: int, today: date
) -> dict[str, object]:
    """A row of an old site's list, with some 1,500 characters of text."""
    on = today - timedelta(days=365 * YEARS * (count - index) // count)
    topic = f"{on.year}年{chance.choice(SUBJECTS)}{chance.choice(PAPERS)}"
    text = "。".join("".join(chance.choices(WORDS, k=12)) for _each in range(60))
    return {
        "title": f"关于{topic}的通知",
        "kind": chance.choice(("通知公告", "工作动态", "其他文件")),
        "made_on": on,
        "on": on,
        "content": text,
        "index_number": f"LOAD{body.pk:03d}-{index:07d}",
    }


def planned(chance: random.Random, count: int, today: date) -> Iterator[Planned]:
    """Applications with what happened to them, the oldest first."""
    for number in range(count):
        week = 52 * YEARS * number // count
        yield _one(chance, today - timedelta(weeks=52 * YEARS - week), today)


def _one(chance: random.Random, on: date, today: date) -> Planned:
    channel = chance.choice(CHANNELS)
    receipt = Receipt(channel=channel, arrived_on=on)
    if channel is Channel.ONLINE:
        receipt = Receipt(channel=channel, arrived_on=on, contacted_on=on, confirmed_on=on)
    steps = tuple(step for step in _steps(chance, on) if step.entry.on <= today)
    code = "".join(chance.choices(LETTERS, k=8))
    return Planned(_asked(chance), receipt, code, datetime.combine(on, NINE), steps)


def _steps(chance: random.Random, on: date) -> Iterator[Step]:
    kind, answered = chance.random(), on + timedelta(days=chance.choice((12, 24)))
    if kind < 0.1:
        asked = CorrectionAsked(until=on + timedelta(days=14))
        yield _step(Act.ASK_CORRECTION, on + timedelta(days=3), asked)
        yield _step(Act.CORRECT, on + timedelta(days=6))
    elif kind < 0.2:
        longer = Extended(days=20, approved_by_head=True, applicant_told=True)
        yield _step(Act.EXTEND, on + timedelta(days=6), longer)
    elif kind < 0.23:
        yield _step(Act.WITHDRAW, on + timedelta(days=5))
        return
    yield _step(Act.ANSWER, answered, Answered(kind=chance.choice(ANSWERS)))


def _step(act: Act, on: date, details=None) -> Step:
    entry = Entry(act, on, details) if details else Entry(act, on)
    return Step(entry, datetime.combine(on, NINE))


def _asked(chance: random.Random) -> Application:
    applicant = chance.choices(list(Applicant), (80, 10, 2, 3, 3, 2))[0]
    number = chance.randrange(10_000)
    born = f"19{chance.randrange(50, 99)}{chance.randrange(1, 13):02d}{chance.randrange(1, 28):02d}"
    first = f"420104{born}{number % 1000:03d}"
    topic = f"20{chance.randrange(18, 27)}年{chance.choice(SUBJECTS)}{chance.choice(PAPERS)}"
    person = {
        "name": chance.choice(FAMILY) + "".join(chance.choices(GIVEN, k=2)),
        "identity_number": first + check_character(first),
        "phone": f"{chance.choice(('1380000', '1390000'))}{number:04d}",
        "address": f"示例路 {number} 号",
        "description": f"{topic}，请提供盖章的复印件",
    }
    return Application(applicant, topic, Delivery.ONLINE, person)

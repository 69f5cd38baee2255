"""What keeps a text from being published, on lists and notices that are made up here."""

import random

import pytest

from gongkai.checks.before_publication import stops as stops_of
from gongkai.checks.published import Publication
from gongkai.law.identity.id_card import check_character

SIZE = 300


def stops(text, attachments=()):
    return stops_of(Publication(text, tuple(attachments)))


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
FRAMES = (
    "姓名\t号码\t金额\n{name}\t{number}\t500\n",
    "{name}，{number}，已于本月领取。",
    "名单如下：\n1. {name} {number}\n2. 其余略",
    "{number}",
)
CLEAN = (
    "联系电话：027-8810{0:04}，地址：解放大道{0}号。",
    "索引号 MB0000019/2026-{0:05}，文号 硚城管〔2026〕{0}号。",
    "统一社会信用代码 11420104MB0000035M，项目编号 13800{0:06}。",
    "本年安排资金 13{0:09} 元，受益 15{0:05} 人次。",
    "值班电话：1380000{0:04}；咨询时间 2026年{1}月。",
    "保密审查{0}件，未发现国家秘密、内部资料上网。",
    "合同编号 6222020000000{0:06}，订单号：2026110812345{0:05}。",
)


def identity(chance: random.Random) -> str:
    born = f"{chance.randrange(1940, 2020)}{chance.randrange(1, 13):02}{chance.randrange(1, 28):02}"
    first = f"{chance.choice(['110105', '420104', '440524'])}{born}{chance.randrange(1000):03}"
    return first + check_character(first)


def mobile(chance: random.Random) -> str:
    return f"{chance.choice(['1380000', '1390000'])}{chance.randrange(10**4):04}"


def card(chance: random.Random) -> str:
    body = f"622202{chance.randrange(10**12):012}"
    doubled = [int(d) * (2 if place % 2 == 0 else 1) for place, d in enumerate(reversed(body))]
    return body + str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)


def spaced(chance: random.Random, number: str) -> str:
    """As people write them: plain, full-width, in groups."""
    groups = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return chance.choice([number, number.translate(FULL_WIDTH), groups])


@pytest.mark.parametrize(("made", "rule"), [(identity, "X01"), (mobile, "X03"), (card, "X04")])
def test_at_least_99_of_100_private_numbers_are_found(made, rule):
    chance, missed = random.Random(11), []
    for _number in range(SIZE):
        number = made(chance)
        written = number if made is mobile else spaced(chance, number)
        text = chance.choice(FRAMES).format(name="张某", number=written)
        if rule not in {each.rule for each in stops(text)}:
            missed.append(text)
    assert len(missed) <= SIZE // 100, missed[:5]


def test_at_most_2_of_100_ordinary_texts_are_stopped():
    chance, stopped = random.Random(12), []
    for number in range(SIZE):
        text = "\n".join(frame.format(number, chance.randrange(1, 13)) for frame in CLEAN)
        stopped += [(text, each) for each in stops(text)]
    assert len(stopped) <= SIZE // 50, stopped[:3]


def test_a_finding_names_the_attachment_and_the_line_and_hides_the_number():
    (found,) = stops("正文", [("名单.xlsx", "表头\n张某\t11010519491231002X")])
    assert (found.rule, found.where) == ("X01", "名单.xlsx")
    assert "11010519491231002X" not in found.message
    (inside,) = stops("第一行\n手机 13800000001")
    assert (inside.where, inside.line) == ("", 2)

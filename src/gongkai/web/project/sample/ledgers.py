"""Enters the sample figures, and two imported spreadsheets: one entered, one that waits."""

import tomllib
from datetime import date
from pathlib import Path

from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.acts import figures as acts
from gongkai.web.ledgers.acts import run, take_in
from gongkai.web.ledgers.models import Batch, Indicator
from gongkai.web.ledgers.sheets.values import amount
from gongkai.web.ledgers.target import targets

LEDGERS = Path(__file__).with_name("ledgers.toml")
TRAINING = (
    "2025年公开工作培训,,\n月份,公开工作培训,备注\n3月,1,全员\n9月,2,新任人员\n13月,1,\n合计,3,\n"
)
WAITING = "指标,10月,11月\n社区群组,66,\n微信发布,16,12\n"


def load(bodies: dict[str, Body], today: date) -> None:
    for entry in tomllib.loads(LEDGERS.read_text("utf-8"))["ledger"]:
        _entered(bodies[entry["body"]], entry, today.year - entry["years_ago"])
    body = bodies["wangge"]
    done = _sent(body, today.year - 1, "培训台账.csv", TRAINING)
    run.start(_officer(body), done)
    run.proceed(Batch.objects.get(pk=done.pk))
    _sent(body, today.year, "秋季台账.csv", WAITING)


def _entered(body: Body, entry: dict, year: int) -> None:
    officer, made = _officer(body), {}
    for order, each in enumerate(entry["indicators"]):
        total = made.get(each.pop("total", ""))
        indicator = Indicator(order=order, total=total, **each)
        acts.define(officer, body, indicators=[indicator])
        made[indicator.name] = indicator
    for name, typed in entry["months"].items():
        found = [(month, amount(words)) for month, words in enumerate(typed, 1)]
        figures = [acts.Said(made[name], month, each.value, each.about) for month, each in found]
        acts.enter(officer, year=year, figures=figures)


def _sent(body: Body, year: int, name: str, words: str) -> Batch:
    return take_in.take_in(
        _officer(body),
        body=body,
        target=targets["figures"],
        year=year,
        name=name,
        data=words.encode("gb18030"),
    )


def _officer(body: Body) -> Actor:
    person = holders(body, Role.OFFICER, date.max)[0]
    return Actor(str(person.pk), person.name)

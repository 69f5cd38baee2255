"""Enters the sample reports: opened, supplemented, signed and published through their acts."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.acts import writing
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.checking import points, stops
from gongkai.web.reporting.queries.report import SUBJECT
from gongkai.web.review.chain import Verdict
from gongkai.web.review.queries import Acting, latest
from gongkai.web.ui import clock

EMPTY: Mapping[str, str] = {}
REPORTS = Path(__file__).with_name("reports.toml")


def load(bodies: dict[str, Body]) -> None:
    facts = tomllib.loads(REPORTS.read_text("utf-8"))
    for entry in facts["published"]:
        _published(bodies[entry["body"]], entry)
    for entry in facts["draft"]:
        body = bodies[entry["body"]]
        acts.open_year(officer_of(body), body=body, year=entry["year"])


def _published(body: Body, entry: dict) -> None:
    officer = officer_of(body)
    report = acts.open_year(officer, body=body, year=entry["year"])
    for cell, value in entry.get("cells", {}).items():
        writing.supplement(
            officer, report=report, cell=cell, value=value, source=entry["source"], paper="原文表格"
        )
    redraft(officer, report, clock.today())
    acts.submit(officer, report=report)
    sign(report, entry["on"])
    acts.publish(officer, report=report, on=entry["on"])


def redraft(officer: Actor, report: Report, on: date, own: Mapping[str, str] = EMPTY) -> None:
    """Write the parts anew now that there are figures, and give the word on what is doubted.

    `own`: the words of parts that are not left to the template.
    """
    state = queries.state_of(report)
    for part, words in (queries.drafted_again(report, state) | dict(own)).items():
        if words != state.texts[part].words:
            base = state.texts[part].version
            writing.write(officer, report=report, part=part, words=words, base=base)
    for point in stops(points(report, queries.state_of(report), on)):
        writing.explain(
            officer,
            report=report,
            rule=point.finding.rule,
            place=point.finding.at,
            message=point.finding.message,
            reason="与已公布的报告一致",
        )


def sign(report: Report, on: date) -> None:
    """Everyone in the chain agrees."""
    while (review := latest(f"{SUBJECT}:{report.pk}")).outcome == "open":
        role = review.waits_for[0]
        signer = holders(report.body, Role(role), clock.today())[0]
        acts.sign(
            Actor(str(signer.pk), signer.name),
            report=report,
            acting=Acting(role),
            verdict=Verdict.APPROVE,
            opinion="",
            on=on,
        )


def officer_of(body: Body) -> Actor:
    person = holders(body, Role.OFFICER, clock.today())[0]
    return Actor(str(person.pk), person.name)

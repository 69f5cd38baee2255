"""Findings as SARIF 2.1.0, for code-review tools and editors."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding, Language
from gongkai.checks.judged import Judged
from gongkai.checks.rule import Rule
from gongkai.checks.verdicts import Verdict

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
INDEX = {rule_id: index for index, rule_id in enumerate(RULES)}


def log(files: Iterable[Judged], area: Iterable[Finding], lang: Language) -> dict[str, Any]:
    """The whole log: one run, every rule, a result for each finding."""
    results: list[dict[str, Any]] = []
    notices: list[dict[str, Any]] = []
    for judged in files:
        if judged.reason is not None:
            notices.append(_notice(judged, judged.reason))
        results += [
            _result(finding, judged.path, verdict)
            for finding, verdict in zip(judged.findings, judged.verdicts, strict=True)
        ]
    results += [_result(finding, None, None) for finding in area]
    run = {
        "tool": {
            "driver": {
                "name": "gongkai",
                "version": version("gongkai"),
                "language": "zh-CN" if lang == "zh" else "en-US",
                "rules": [_rule(rule, lang) for rule in RULES.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not notices, "toolExecutionNotifications": notices}
        ],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule[Any], lang: Language) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("_")),
        "shortDescription": {"text": rule.title.said_in(lang)},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.mend.said_in(lang)}（{rule.source}）"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, path: str | None, verdict: Verdict | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": INDEX[finding.rule],
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [_location(finding, path)],
        "partialFingerprints": {"gongkai/v1": f"{finding.rule}:{finding.at}"},
    }
    if verdict:
        said = f"{verdict.why}（{verdict.who}，{verdict.when}）"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said}]
    return result


def _location(finding: Finding, path: str | None) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": finding.at}]}
    if path is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
        if finding.place.line is not None:
            physical["region"] = {"startLine": finding.place.line}
        location["physicalLocation"] = physical
    if finding.place.page is not None:
        location["properties"] = {"page": finding.place.page}
    return location


def _notice(judged: Judged, reason: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": reason},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(judged.path)}}}],
    }


def _uri(path: str) -> str:
    return quote(Path(path).as_posix(), safe="/:")

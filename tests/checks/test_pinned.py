"""What each rule says about its failing examples, word for word: a change of words is meant.

To pin them anew: `PYTHONPATH=src python tests/checks/test_pinned.py`, then read the difference.
"""

import json
from pathlib import Path

import pytest

from gongkai.checks.catalogue import EVERY
from gongkai.checks.finding import place_to_json
from gongkai.reports.model.document import NOWHERE

PINNED = Path(__file__).with_name("pinned.json")


def said(rule):
    """For each failing example: severity, path, own place, both sentences of each finding."""
    return [
        [
            [
                (found.severity or rule.severity).value,
                found.at,
                place_to_json(found.place or NOWHERE),
                found.zh,
                found.en,
            ]
            for found in rule.judge(example.build())
        ]
        for example in rule.fails
    ]


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_a_rule_says_what_was_agreed(rule):
    assert said(rule) == json.loads(PINNED.read_text("utf-8"))[rule.id]


if __name__ == "__main__":
    pinned = {rule.id: said(rule) for rule in EVERY}
    PINNED.write_text(json.dumps(pinned, ensure_ascii=False, indent=1) + "\n", "utf-8")

"""How the scan does on made files: `PYTHONPATH=src:. python -m tests.checks.scan.measure 500`.

At first sight, before the rule was mended by them, with 500 files each: of the homes in `unseen`
81 % were found, in `latest` 71 %, in `last` 81 %, in `blind` 87 %; false alarms on 0, 4.8, 0 and
0 % of the clean files. Other numbers were all found, but for those glued to other figures.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from gongkai.checks.before_publication import stops
from gongkai.checks.published import Publication
from gongkai.web.files.words import read
from tests.checks.scan.blind import blind
from tests.checks.scan.last import last
from tests.checks.scan.latest import latest
from tests.checks.scan.made import Made, files
from tests.checks.scan.other import fresh, others, thirds
from tests.checks.scan.unseen import unseen

RULES = {"id": "X01", "mobile": "X03", "card": "X04", "home": "X06"}


@dataclass
class Measured:
    """By kind how many files hold such a thing and in how many it was found; false alarms."""

    held: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    clean: int = 0
    alarms: list = field(default_factory=list)
    missed: list = field(default_factory=list)

    def recall(self, what: str) -> float:
        return self.found[what] / self.held[what]

    @property
    def false(self) -> float:
        return len(self.alarms) / self.clean


def measured(made: Iterable[Made]) -> Measured:
    result = Measured()
    for each in made:
        text = read(each.data)
        rules = {stop.rule for stop in stops(Publication("", ((each.name, text),)))} - {"X13"}
        for what in each.holds:
            result.held[what] += 1
            result.found[what] += RULES[what] in rules
            if RULES[what] not in rules:
                result.missed.append((each.name, what, text))
        if not each.holds:
            result.clean += 1
            if rules:
                result.alarms.append((each.name, rules, text))
    return result


if __name__ == "__main__":
    size = int(sys.argv[1])
    for name, made in (
        ("tuned", files(26, size)),
        ("other", others(27, size)),
        ("third", thirds(28, size)),
        ("fresh", fresh(29, size)),
        ("unseen", unseen(41, size)),
        ("latest", latest(51, size)),
        ("last", last(61, size)),
        ("blind", blind(71, size)),
    ):
        told = measured(made)
        print(name, {what: f"{told.recall(what):.1%} of {told.held[what]}" for what in RULES})
        print(name, f"false alarms {told.false:.1%} of {told.clean}")
        for each in [*told.missed[:6], *told.alarms[:6]]:
            print("  ", each[0], each[1], each[2][:400].replace("\n", " / "))

"""How much of what is private the scan finds in made files, and how often it is wrong."""

import pytest

from tests.checks.scan.made import files
from tests.checks.scan.measure import RULES, measured
from tests.checks.scan.varied import varied

LEAST = {"id": 0.99, "mobile": 0.99, "card": 0.99, "home": 0.9}
SETS = {"made": files, "varied": varied}


def enough(made) -> None:
    told = measured(made)
    for what in RULES:
        assert not told.held[what] or told.recall(what) >= LEAST[what], [
            each[:2] for each in told.missed
        ]
    assert told.false <= 0.02, [each[:2] for each in told.alarms]


@pytest.mark.parametrize("made", SETS.values(), ids=SETS)
def test_a_short_set_is_scanned_as_well_as_promised(made):
    enough(made(30, 120))


@pytest.mark.slow
@pytest.mark.parametrize("made", SETS.values(), ids=SETS)
def test_five_hundred_files_are_scanned_as_well_as_promised(made):
    enough(made(31, 500))

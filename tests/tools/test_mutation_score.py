"""Reading what the mutation run found."""

import mutation_score

RESULTS = """
    gongkai.law.fee.tariff.x_item_bands__mutmut_1: survived
    gongkai.law.fee.tariff.x_item_bands__mutmut_2: killed
    gongkai.law.fee.tariff.x_item_bands__mutmut_3: timeout
    gongkai.law.request.clock.xǁPauseǁcovers__mutmut_1: not checked
    gongkai.law.identity.digits.x_plain__mutmut_1: killed
"""


def test_mutants_are_counted_by_folder_without_those_not_run():
    found = mutation_score.counts(RESULTS)
    assert set(found) == {"law.fee", "law.identity"}
    assert found["law.fee"] == {"survived": 1, "killed": 1, "timeout": 1}


def test_a_mutant_that_hangs_counts_as_killed():
    assert round(mutation_score.share(mutation_score.counts(RESULTS)["law.fee"]), 2) == 0.67

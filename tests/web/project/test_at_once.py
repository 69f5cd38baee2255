"""Many people at once on SQLite: a server of its own, reached as browsers reach it."""

from pathlib import Path

from power_cut import CLIENTS, Client, Installation
from whole import MARK, faults

from gongkai.web.project.working import place

ROUNDS = 2


class Applicant(Client):
    """Applies a few times and ends."""

    def run(self) -> None:
        for count in range(1, ROUNDS + 1):
            self.count = count
            self.apply(f"{MARK}-{self.number}-{count}")


def test_fifty_applicants_at_once_each_get_a_number_of_their_own_without_gap(tmp_path: Path):
    site = Installation(tmp_path / "data")
    site.run("demo")
    site.serve()
    try:
        applicants = [Applicant(number, site, "") for number in range(CLIENTS)]
        for each in applicants:
            each.start()
        for each in applicants:
            each.join(timeout=120)
    finally:
        site.stop()
    told = [item for each in applicants for item in each.told.applications.items()]
    assert [each.refused for each in applicants if each.refused] == []
    assert len({number for _topic, number in told}) == len(told) == ROUNDS * CLIENTS
    promised = applicants[0].told
    promised.applications = dict(told)
    assert faults(site.data, promised) == []


def test_a_worker_that_lives_keeps_its_name_and_a_dead_ones_work_is_taken_up(tmp_path: Path):
    with place(tmp_path) as (first, nobody), place(tmp_path) as (second, nobody_either):
        assert first != second
        assert nobody == nobody_either == []
    with place(tmp_path) as (third, dead):
        assert {third, *dead} == {first, second}

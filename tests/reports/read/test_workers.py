"""Worker processes: order, time, crashes, memory, cancelling."""

import os
import signal
import time

import pytest

from gongkai.reports.read.given import Given
from gongkai.reports.read.limits import MEGABYTE, Limits
from gongkai.reports.read.unreadable import UnreadableError
from gongkai.reports.read.workers import done, work_through


def work(name, data, limits):
    """Does what the data says."""
    match data.decode().split():
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["hang"]:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True:
                pass
        case ["die"]:
            os._exit(3)
        case ["killed"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["refuse"]:
            raise UnreadableError("读不了")
        case ["fault"]:
            raise KeyError("x")
        case ["fill"]:
            return len(bytearray(9000 * MEGABYTE))
        case ["large"]:
            return b"x" * 5 * MEGABYTE
    return os.getpid() if data == b"pid" else name


def files(*orders):
    return [Given(str(n), data=order.encode()) for n, order in enumerate(orders)]


def outcomes(*orders, processes=2, **limits):
    return list(work_through(work, files(*orders), Limits(**limits), processes))


def test_outcomes_come_in_the_order_of_the_files():
    got = outcomes("sleep 0.3", "", "sleep 0.1", "", "", "", "sleep 0.1", "", "", "", "")
    assert [outcome.value for outcome in got] == [str(n) for n in range(11)]


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        ("hang", "超过 1 秒，已停止"),
        ("sleep 9", "超过 1 秒，已停止"),
        ("die", "意外中止"),
        ("killed", "意外中止"),
        ("refuse", "读不了"),
        ("fault", "读取时出错（KeyError）"),
        ("fill", "内存超过上限"),
    ],
)
def test_a_bad_file_costs_itself_only(order, reason):
    got = outcomes("", order, "", "", seconds=1)
    assert [outcome.value for outcome in got] == ["0", None, "2", "3"]
    assert reason in got[1].refused


def test_every_file_may_kill_its_worker():
    got = outcomes(*["die"] * 5)
    assert [outcome.refused is not None for outcome in got] == [True] * 5


def test_what_is_refused_beforehand_needs_no_worker():
    got = list(work_through(work, [Given("甲", refused="没有")], Limits(), 1))
    assert [(outcome.name, outcome.refused) for outcome in got] == [("甲", "没有")]
    assert list(work_through(work, [], Limits(), 1)) == []


def test_large_outcomes_pass():
    assert [len(outcome.value) for outcome in outcomes("large", "large")] == [5 * MEGABYTE] * 2


def test_files_are_taken_only_as_far_ahead_as_needed():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield Given(str(taken), data=b"")

    stream = work_through(work, endless(), Limits(), 2)
    for _ in range(50):
        next(stream)
    assert taken <= 50 + 9
    stream.close()


def test_closing_stops_the_workers():
    stream = work_through(work, files("pid", "pid", "sleep 60"), Limits(), 1)
    worker = next(stream).value
    os.kill(worker, 0)
    start = time.monotonic()
    next(stream)
    stream.close()
    assert time.monotonic() - start < 5
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_one_worker_serves_many_files():
    assert len({outcome.value for outcome in outcomes(*["pid"] * 9, processes=1)}) == 1


@pytest.mark.parametrize(
    ("order", "outcome"),
    [("", ("0", None)), ("refuse", (None, "读不了")), ("fault", (None, "读取时出错（KeyError）"))],
)
def test_what_a_worker_sends_back(order, outcome):
    value, refused = done(work, Given("0", data=order.encode()), Limits())
    assert value == outcome[0]
    assert (refused or "").startswith(outcome[1] or "")


def test_memory_that_does_not_suffice_is_told():
    def greedy(*_):
        raise MemoryError

    assert "内存超过上限" in done(greedy, Given("0"), Limits())[1]

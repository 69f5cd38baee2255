"""The watched folder and its packages: each is taken by one worker."""

import subprocess
import sys
import time

from gongkai.web.publishing.claims import ABANDONED, name_of, take, waiting

WORKER = """
import sys
from pathlib import Path
from gongkai.web.publishing.claims import name_of, take, waiting
folder, now = Path(sys.argv[1]), float(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for code, path in waiting(folder, now):
    if take(path, now):
        print(name_of(path), flush=True)
"""


def put(folder, *names):
    place = folder / "wangge"
    place.mkdir(exist_ok=True)
    for name in names:
        (place / name).write_bytes(b"{}")


def test_two_processes_never_take_one_package_twice(tmp_path):
    names = [f"OA-{number}.json" for number in range(400)]
    put(tmp_path, *names)
    line = [sys.executable, "-c", WORKER, str(tmp_path), str(time.time())]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    workers = [subprocess.Popen(line, **pipes) for _each in range(2)]
    for each in workers:
        assert each.stdout.readline() == "ready\n"
    for each in workers:
        each.stdin.write("\n")
        each.stdin.flush()
    taken = [each.communicate(timeout=60)[0].split() for each in workers]
    assert sorted([*taken[0], *taken[1]]) == sorted(names)


def test_what_another_took_is_not_waiting_until_that_one_has_been_gone_for_long(tmp_path):
    put(tmp_path, "a.json")
    now = time.time()
    [(_code, path)] = waiting(tmp_path, now)
    assert take(path, now)
    assert take(path, now) is None
    assert waiting(tmp_path, now + ABANDONED) == []
    [(code, left)] = waiting(tmp_path, now + ABANDONED + 1)
    assert (code, name_of(left)) == ("wangge", "a.json")
    mine = take(left, now + ABANDONED + 1)
    assert mine is not None
    assert name_of(mine) == "a.json"
    assert waiting(tmp_path, now + ABANDONED + 2) == []

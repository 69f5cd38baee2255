"""Importing many mixed reports into an empty platform, with the command an operator uses.

python tools/bench/intake.py [HOW_MANY_FILES]
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from read import report

from gongkai.reports.write.registry import render
from gongkai.statute.forms import form

MIX = {"docx": 40, "html": 20, "pdf": 20, "md": 8, "xlsx": 8, "doc": 2, "zip": 2}
"""Of a hundred files so many of each kind; a zip holds ten pages more."""
COMMAND = "from gongkai.web.project.commands.import_reports import command; command()"
AIM = 240
"""Seconds for a thousand files on two cores."""


def main(many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kinds = made(Path(folder, "in"), many)
        environ = {**os.environ, "GONGKAI_PRODUCTION": "off", "GONGKAI_DATA": f"{folder}/data"}
        begun = time.perf_counter()
        line = [sys.executable, "-c", COMMAND, f"{folder}/in"]
        done = subprocess.run(line, env=environ, capture_output=True, text=True, check=False)
        taken = time.perf_counter() - begun
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = used.ru_utime + used.ru_stime
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    print(done.stdout.strip() or done.stderr)
    cores = os.cpu_count()
    print(f"{many} files ({told}) in {taken:.0f} s on {cores} cores, {worked:.0f} s of work")
    print(f"the aim is {AIM} s for a thousand")


def made(folder: Path, many: int) -> Counter:
    """The files, each a report of its own."""
    folder.mkdir()
    chance = random.Random(7)
    kinds = chance.choices([*MIX], weights=[*MIX.values()], k=many)
    old = old_word(folder.parent) if "doc" in kinds else b""
    for number, kind in enumerate(kinds):
        path = folder / f"{number:05}.{kind}"
        if kind == "doc":
            path.write_bytes(old + bytes([number % 256, number // 256]))
        elif kind == "zip":
            packed(path, number)
        else:
            path.write_bytes(render(one(number), kind))
    return Counter(kinds)


def one(number: int):
    """A report whose figures are its own."""
    figures = {cell: (place * 7 + number) % 30 for place, cell in enumerate(form("2021").cells)}
    return replace(report(number), figures=figures)


def old_word(folder: Path) -> bytes:
    """A report as Word 97 wrote them; copies of it differ in bytes after its end."""
    source = folder / "old.docx"
    source.write_bytes(render(one(1_000_000), "docx"))
    line = ["soffice", "--headless", "--convert-to", "doc", "--outdir", str(folder), str(source)]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (folder / "old.doc").read_bytes()


def packed(path: Path, number: int) -> None:

    with zipfile.ZipFile(path, "w") as archive:
        for inside in range(10):
            statement = one(number * 10 + inside + 100_000)
            archive.writestr(f"{inside}.html", render(statement, "html"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)

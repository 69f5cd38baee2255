"""Reading and checking, beside MarkItDown merely converting the same files.

python tools/bench/read.py [HOW_MANY_TEXT_REPORTS]
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from gongkai.checks.run import check
from gongkai.reports.model.statement import SECTION_KEYS, Section, Statement
from gongkai.reports.read import read_bytes
from gongkai.reports.write.registry import render
from gongkai.statute.forms import form

MARKITDOWN = Path(".venv-bench/bin/python")
AIMS = {"docx": 10, "html": 3, "pdf": 3, "xlsx": None, "md": None}

TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
PARAGRAPH = (
    "全年通过门户网站主动公开政府信息128条，其中概况信息5条、财政信息2条，均在规定期限内办结。"
)


def report(number: int = 0) -> Statement:
    """A report of zeros whose prose is dense with figures: 108 of them in six sections."""
    body = f"江南区第{number}街道办事处"
    return Statement(
        form_id="2021",
        body=body,
        year=2023,
        figures=dict.fromkeys(form("2021").cells, 0),
        title=f"{body}2023年政府信息公开工作年度报告",
        signature=body,
        issued_on=date(2024, 1, 8),
        preamble="根据《中华人民共和国政府信息公开条例》编制本报告。",
        sections=tuple(
            Section(key, numeral, title, "\n".join([PARAGRAPH] * 6))
            for key, numeral, title in zip(SECTION_KEYS, "一二三四五六", TITLES, strict=True)
        ),
        fees_unit="万元",
    )


def published() -> Statement:
    """A report as bodies publish them: the sample's prose and figures."""
    path = Path("samples/service-centre-2025.txt")
    return read_bytes(path.name, path.read_bytes())[0].statement


def ours(data: bytes) -> float:
    """The best processor seconds of ten for reading and checking, other work left out."""
    times = []
    for _ in range(11):
        start = time.process_time()
        for one in read_bytes("report", data):
            check(one)
        times.append(time.process_time() - start)
    return min(times[1:])


def theirs(paths: list[Path]) -> dict[str, float]:
    run = subprocess.run(
        [MARKITDOWN, "tools/bench/markitdown_times.py", *paths], check=True, stdout=subprocess.PIPE
    )
    return json.loads(run.stdout)


def by_format(folder: Path) -> None:
    paths = [Path("samples/water-2025.html")]
    for name, statement in (("published", published()), ("figures", report())):
        for to in AIMS:
            path = folder / f"{name}.{to}"
            path.write_bytes(render(statement, to))
            paths.append(path)
    shared = Path(os.environ.get("GONGKAI_SHARED", "../shared"), "reports")
    paths += sorted([*shared.glob("*.pdf"), *shared.glob("*.html"), *shared.glob("*.docx")])
    converted = theirs(paths)
    read = {path: ours(path.read_bytes()) for path in paths}
    print(f"{'file':30}{'read+check':>14}{'MarkItDown':>14}{'ratio':>8}{'aim':>6}")
    for path in paths:
        _compared(path.name, 1, read[path], converted[str(path)], path.suffix)
    for to in AIMS:
        files = [path for path in paths if path.suffix == f".{to}"]
        both = sum(read[path] for path in files), sum(converted[str(path)] for path in files)
        _compared(f"all {len(files)} {to}", len(files), *both, f".{to}")


def _compared(name: str, count: int, own: float, other: float, suffix: str) -> None:
    aim = AIMS.get(suffix[1:]) or "-"
    speeds = f"{count / own:10.0f} f/s{count / other:10.1f} f/s"
    print(f"{name:30}{speeds}{other / own:7.1f}x{aim!s:>6}")


def one_small_file(folder: Path) -> None:
    path = folder / "small.txt"
    path.write_bytes(render(report(), "md"))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([".venv/bin/gongkai", "check", path], stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    print(f"\ngongkai check on one small file: {min(times):.2f} s from the shell (aim < 0.4)")


def many_texts(folder: Path, count: int) -> None:
    """Time and memory of `gongkai check` over many text reports; memory must not grow with them."""
    print()
    for part in (count // 10, count):
        place = folder / str(part)
        place.mkdir()
        for number in range(part):
            (place / f"{number}.txt").write_bytes(render(report(number), "md"))
        start = time.perf_counter()
        run = subprocess.Popen(
            [".venv/bin/gongkai", "check", "--format", "json", place], stdout=subprocess.DEVNULL
        )
        _, _, used = os.wait4(run.pid, 0)
        seconds = time.perf_counter() - start
        print(
            f"gongkai check on {part} text reports: {seconds:.0f} s on {os.cpu_count()} cores, "
            f"at most {used.ru_maxrss / 1024:.0f} MB in the main process"
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process of all: {peak:.0f} MB (aim: 10,000 in < 120 s on two cores)")


if __name__ == "__main__":
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as temporary:
        by_format(Path(temporary))
        one_small_file(Path(temporary))
        many_texts(Path(temporary), how_many)

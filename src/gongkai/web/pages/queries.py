import json
import subprocess
import sys
from dataclasses import dataclass

SECONDS = 40
LARGEST = 20 * 1024**2


@dataclass(frozen=True)
class Verdict:
    """What came of checking one file: the reports in it as HTML, or why there are none."""

    pages: tuple[str, ...] = ()
    refused: str = ""


def verdict_on(name: str, data: bytes) -> Verdict:
    """Read and check a file apart from this process, within its time; nothing of it is kept."""
    line = [sys.executable, "-m", "gongkai.web.pages.judge", name]
    try:
        done = subprocess.run(line, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Verdict(refused=f"读取超过 {SECONDS} 秒，已停止。请把报告正文另存为 Word 文件再试。")
    if done.returncode != 0:
        return Verdict(refused="这个文件读不出来，可能已经损坏。请重新导出后再试。")
    told = json.loads(done.stdout)
    if "refused" in told:
        return Verdict(refused=told["refused"])
    return Verdict(tuple(each["page"] for each in told["reports"]))

"""Papers are opened in a process of their own: `python -m gongkai.web.files.redaction.aside`.

One line of JSON says what to do, the paper follows on standard input; the answer comes on standard
output. A paper made to crash, hang or eat memory harms this process and nothing else.
"""

import io
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from PIL import UnidentifiedImageError
from pypdfium2 import PdfiumError

from gongkai.web.files.redaction.burn import LeakError, burnt, refuse_leaks
from gongkai.web.files.redaction.find import Suggestion, suggestions
from gongkai.web.files.redaction.pages import Box, Paper, Size

MEMORY = 3 * 1024**3
SECONDS = 300
PICTURE_DPI = 110
MOST_PAGES = 300
UNREADABLE, LEAKING = 3, 4
SAID = {
    UNREADABLE: "文件打不开，可能已损坏或者设有密码，请重新导出为 PDF 再上传。",
    LEAKING: "生成的文件没有通过核验，没有保存，请重试；仍不成功的，请把原件另存为 PDF 再上传。",
}


class RedactionError(Exception):
    """It could not be done; the message is a sentence for the clerk."""


def sizes(data: bytes) -> list[Size]:
    """The pages of a paper."""
    return [Size(**each) for each in json.loads(_ask({"do": "sizes"}, data))]


def picture(data: bytes, page: int) -> bytes:
    """A page as PNG, to be looked at."""
    return _ask({"do": "picture", "page": page}, data)


def look(data: bytes, words: Iterable[str] = ()) -> tuple[list[Size], list[Suggestion]]:
    """The pages, and personal data and these words with their places."""
    seen = json.loads(_ask({"do": "look", "words": list(words)}, data))
    found = [
        Suggestion(each["kind"], each["text"], tuple(Box(**box) for box in each["boxes"]))
        for each in seen["found"]
    ]
    return [Size(**each) for each in seen["sizes"]], found


def burn(data: bytes, boxes: Iterable[Box]) -> bytes:
    """The paper with these boxes burnt in, verified."""
    return _ask({"do": "burn", "boxes": [asdict(box) for box in boxes]}, data)


def _ask(task: dict[str, Any], data: bytes) -> bytes:
    line = [sys.executable, "-m", "gongkai.web.files.redaction.aside"]
    sent = json.dumps(task).encode() + b"\n" + data
    try:
        done = subprocess.run(line, input=sent, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as slow:
        raise RedactionError("文件太大，处理超过时限，请拆分后再上传。") from slow
    if done.returncode:
        raise RedactionError(SAID.get(done.returncode, SAID[UNREADABLE]))
    return done.stdout


def _sizes(paper: Paper, _task: dict[str, Any]) -> bytes:
    return json.dumps(_measured(paper)).encode()


def _measured(paper: Paper) -> list[dict[str, float]]:
    return [asdict(paper.size(number)) for number in range(1, len(paper) + 1)]


def _drawn(paper: Paper, task: dict[str, Any]) -> bytes:
    made = io.BytesIO()
    paper.picture(task["page"], PICTURE_DPI).save(made, "PNG")
    return made.getvalue()


def _looked(paper: Paper, task: dict[str, Any]) -> bytes:
    pages = [paper.glyphs(number) for number in range(1, len(paper) + 1)]
    found = [asdict(each) for each in suggestions(pages, task["words"])]
    return json.dumps({"sizes": _measured(paper), "found": found}).encode()


def _burnt(data: bytes, task: dict[str, Any]) -> bytes:
    boxes = [Box(**box) for box in task["boxes"]]
    made = burnt(data, boxes)
    refuse_leaks(made, boxes)
    return made


DO: dict[str, Callable[[Paper, dict[str, Any]], bytes]] = {
    "sizes": _sizes,
    "picture": _drawn,
    "look": _looked,
}


def main() -> int:
    task = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        if task["do"] == "burn":
            answer = _burnt(data, task)
        else:
            paper = Paper(data)
            if len(paper) > MOST_PAGES:
                return UNREADABLE
            answer = DO[task["do"]](paper, task)
    except LeakError:
        return LEAKING
    except (PdfiumError, UnidentifiedImageError, OSError, ValueError, IndexError, SyntaxError):
        return UNREADABLE
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.exit(main())

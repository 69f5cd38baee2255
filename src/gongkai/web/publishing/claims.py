"""Packages that lie in the watched folder, taken by one worker each. Pure but for the folder.

To take one is to rename it: the system lets one of two renames win. A worker that was killed leaves
its package under the name it gave it; after a while another worker takes that.
"""

import os
from pathlib import Path
from uuid import uuid4

TAKEN, MARK = "taken", "--"
ABANDONED = 600
"""Seconds after which a package that was taken and not finished is anybody's again."""


def waiting(folder: Path, now: float) -> list[tuple[str, Path]]:
    """Body's code and file of each package; a `.part` is still being written."""
    new = folder.glob("*/*.json")
    left = (each for each in folder.glob(f"*/{TAKEN}/*.json") if _abandoned(each, now))
    found = [*((each.parent.name, each) for each in new)]
    found += [(each.parent.parent.name, each) for each in left]
    return sorted(found, key=lambda each: (each[0], name_of(each[1])))


def take(path: Path, now: float) -> Path | None:
    """Where the package lies now, as this worker's alone; None where another one has it."""
    place = path.parent if path.parent.name == TAKEN else path.parent / TAKEN
    mine = place / f"{uuid4().hex}{MARK}{name_of(path)}"
    try:
        place.mkdir(exist_ok=True)
        os.utime(path, (now, now))
        path.rename(mine)
    except FileNotFoundError:
        return None
    return mine


def name_of(path: Path) -> str:
    """The name under which the package came."""
    return path.name.partition(MARK)[2] if path.parent.name == TAKEN else path.name


def _abandoned(path: Path, now: float) -> bool:
    try:
        return now - path.stat().st_mtime > ABANDONED
    except FileNotFoundError:
        return False

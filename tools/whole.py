"""Whether an installation holds everything it has acknowledged, each act whole and once.

Reads the data folder itself, beside the platform: SQLite and the files.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

MARK = "断电试验"
"""Begins the topic of every application and the name of every file that the clients send."""
REGISTERED = """
    SELECT r.topic, r.number,
        (SELECT count(*) FROM audit_entry e
            WHERE e.action = 'requests.register' AND e.subject = 'requests.request:' || r.id),
        (SELECT count(*) FROM vault_sealed s WHERE s.holder_id = r.holder_id)
    FROM requests_request r WHERE r.topic LIKE ?"""
UPLOADED = """
    WITH
    kept AS (SELECT subject, count(*) n FROM audit_entry
        WHERE action = 'files.keep' GROUP BY subject),
    attached AS (SELECT json_extract(facts, '$.upload') upload, count(*) n FROM publishing_entry
        WHERE act = 'attach' GROUP BY upload),
    queued AS (SELECT json_extract(args_kwargs, '$.kwargs.upload') upload, count(*) n
        FROM django_tasks_database_dbtaskresult
        WHERE task_path = 'gongkai.web.files.tasks.inspect' GROUP BY upload),
    uploads AS (SELECT *, substr(id, 1, 8) || '-' || substr(id, 9, 4) || '-' || substr(id, 13, 4)
        || '-' || substr(id, 17, 4) || '-' || substr(id, 21) dashed
        FROM files_upload WHERE name LIKE ?)
    SELECT u.id, u.name, u.sha256, u.subject, u.state,
        coalesce(kept.n, 0), coalesce(attached.n, 0), coalesce(queued.n, 0)
    FROM uploads u
    LEFT JOIN kept ON kept.subject = 'files.upload:' || u.dashed
    LEFT JOIN attached ON attached.upload = u.dashed
    LEFT JOIN queued ON queued.upload = u.dashed"""


@dataclass
class Acknowledged:
    """What the server has answered for: topic → number shown, names of files."""

    applications: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def copy(self) -> "Acknowledged":
        return Acknowledged(dict(self.applications), set(self.files))

    def __len__(self) -> int:
        return len(self.applications) + len(self.files)


def faults(data: Path, promised: Acknowledged, *, drained: bool = False) -> list[str]:
    """What is missing, doubled or torn; with `drained` also what the worker left undone."""
    with closing(sqlite3.connect(data / "gongkai.sqlite3")) as database:
        found = [f"database: {line}" for (line,) in database.execute("PRAGMA quick_check")][:5]
        return [
            *(line for line in found if line != "database: ok"),
            *_applications(database, promised.applications),
            *_numbers(database),
            *_files(database, data / "files", promised.files, drained),
            *(_unfinished(database) if drained else ()),
        ]


def unfinished(data: Path) -> list[str]:
    """What the worker has not done yet, or not been able to."""
    with closing(sqlite3.connect(data / "gongkai.sqlite3")) as database:
        return list(_unfinished(database))


def _applications(database: sqlite3.Connection, promised: dict[str, str]) -> Iterator[str]:
    rows = list(database.execute(REGISTERED, [f"{MARK}%"]))
    yield from _once("application", promised, (row[0] for row in rows))
    for topic, number, entries, sealed in rows:
        if promised.get(topic, "") not in ("", number):
            yield f"application {topic}: shown as {promised[topic]}, kept as {number}"
        if entries != 1 or not sealed:
            yield f"application {topic}: {entries} audit entries, {sealed} sealed fields"


def _numbers(database: sqlite3.Connection) -> Iterator[str]:
    """Within a body and year the serials run from 1 without gap or double, up to the counter."""
    serials: dict[str, list[int]] = {}
    for (number,) in database.execute("SELECT number FROM requests_request"):
        series, _, serial = number.rpartition("-")
        serials.setdefault(series, []).append(int(serial))
    for series, given in serials.items():
        if sorted(given) != list(range(1, len(given) + 1)):
            yield f"numbers {series}: {len(given)} given, the highest is {max(given)}"
    query = "SELECT body_id, year, last FROM requests_counter WHERE series = 'request'"
    for body, year, last in database.execute(query):
        if len(serials.get(f"SQ{body:03d}-{year}", [])) != last:
            yield f"counter of body {body}: {last}"


def _files(
    database: sqlite3.Connection, folder: Path, promised: set[str], drained: bool
) -> Iterator[str]:
    uploads = database.execute(UPLOADED, [f"{MARK}%"]).fetchall()
    yield from _once("file", promised, (row[1] for row in uploads))
    for key, name, sha256, subject, state, kept, attached, queued in uploads:
        path = folder / key[:2] / key
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            yield f"file {name}: its bytes are not on the disk"
        if (kept, queued) != (1, 1) or attached != bool(subject):
            yield f"file {name}: audited {kept}, queued {queued}, attached {attached} times"
        if name in promised and not subject:
            yield f"file {name}: belongs to nothing"
        if drained and state != "ready":
            yield f"file {name}: the worker left it {state}"


def _once(what: str, promised: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    """Each that was acknowledged is there; each that is there is there once."""
    counted = Counter(there)
    yield from (f"{what} {each}: lost" for each in promised if each not in counted)
    yield from (f"{what} {each}: {n} times" for each, n in counted.items() if n > 1)


def _unfinished(database: sqlite3.Connection) -> Iterator[str]:
    query = """SELECT task_path, status, args_kwargs FROM django_tasks_database_dbtaskresult
        WHERE status != 'SUCCESSFUL'"""
    for path, status, told in database.execute(query):
        yield f"task {path} {json.loads(told)['kwargs']}: {status}"

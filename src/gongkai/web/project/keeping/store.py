"""The database as a file and back, on either engine, while the platform is running."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection, connections


class CannotError(Exception):
    """What hinders; the message is for the operator."""


def name() -> str:
    """How the copy is called inside a backup: the name tells the engine."""
    return "database.sqlite3" if connection.vendor == "sqlite" else "database.dump"


def write_copy(target: Path) -> None:
    """A copy of one moment; writers go on meanwhile."""
    if connection.vendor == "sqlite":
        source = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise CannotError("数据库副本没有通过完整性检查，备份没有完成。")
        return
    _run("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def take_copy(source: Path) -> None:
    """Put a copy in the place of the database."""
    connections.close_all()
    if connection.vendor == "sqlite":
        place = Path(connection.settings_dict["NAME"])
        for beside in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
            beside.unlink(missing_ok=True)
        shutil.copyfile(source, place)
        return
    _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(source))


def is_empty() -> bool:
    """Whether nothing would be lost by loading a copy."""
    return "audit_entry" not in connection.introspection.table_names()


def _run(program: str, *arguments: str) -> None:
    """PostgreSQL's own tools; the password goes by the environment, not the command line."""
    found = shutil.which(program)
    if not found:
        raise CannotError(f"没有找到 {program}，请安装 postgresql-client。")
    told = connection.settings_dict
    line = [found, f"--dbname={told['NAME']}", *arguments]
    for option, key in (("--host", "HOST"), ("--port", "PORT"), ("--username", "USER")):
        if told[key]:
            line.append(f"{option}={told[key]}")
    environ = {**os.environ, "PGPASSWORD": told["PASSWORD"]}
    done = subprocess.run(line, env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotError(f"{program} 没有成功：{done.stderr.strip()[-400:]}")

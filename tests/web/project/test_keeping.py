"""Backup and restore, through the operator's commands on an installation of its own."""

import os
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pgserver
import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.web.project.keeping.backup import DamagedError, unpack
from gongkai.web.project.keeping.sealing import (
    PIECE,
    WrongPasswordError,
    is_sealed,
    seal_file,
    unseal_file,
)
from tests.web.files.bucket_stand_in import standing_in

POSTGRESQL = Path(pgserver.__file__).parent / "pginstall" / "bin"
START = "from gongkai.web.project.commands.{} import command; command()"


class Installation:
    """A data folder, a database and the operator at its shell."""

    def __init__(self, data: Path, database: str = ""):
        self.data, self.database = data, database
        path = f"{POSTGRESQL}{os.pathsep}{os.environ['PATH']}"
        own = {"GONGKAI_PRODUCTION": "off", "GONGKAI_DATA": str(data), "PATH": path}
        self.environ = {**os.environ, **own, "GONGKAI_DATABASE_URL": database}

    def run(self, name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-c", START.format(name), *map(str, arguments)]
        return subprocess.run(line, env=self.environ, capture_output=True, text=True, check=False)

    def count(self, table: str) -> int:
        query = f"SELECT count(*) FROM {table}"
        file = self.data / "gongkai.sqlite3"
        with psycopg.connect(self.database) if self.database else sqlite3.connect(file) as database:
            return database.execute(query).fetchone()[0]


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory):
    """Makes empty databases on a server of their own."""
    server = pgserver.get_server(tmp_path_factory.mktemp("postgresql"), cleanup_mode="delete")

    def made(name: str) -> str:
        server.psql(f"CREATE DATABASE {name}")
        return server.get_uri(database=name)

    yield made
    server.cleanup()


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Installation:
    return filled(Installation(tmp_path_factory.mktemp("original")))


def filled(made: Installation) -> Installation:
    done = made.run("demo")
    assert done.returncode == 0, done.stderr
    (made.data / "files" / "x").mkdir(parents=True)
    (made.data / "files" / "x" / "附件.pdf").write_bytes(b"%PDF")
    return made


def backed_up(original: Installation, folder: Path, *options: object) -> tuple[Path, Path]:
    done = original.run("backup", folder / "data", "--keys", folder / "keys", *options)
    assert done.returncode == 0, done.stderr
    return next((folder / "data").iterdir()), next((folder / "keys").iterdir())


def test_a_restored_installation_has_records_files_and_personal_data(original, tmp_path):
    archive, keys = backed_up(original, tmp_path)
    other = Installation(tmp_path / "other")
    done = other.run("restore", archive, "--keys", keys)
    assert "审计记录完好" in done.stdout, done.stderr
    assert other.count("audit_entry") == original.count("audit_entry")
    assert (other.data / "files" / "x" / "附件.pdf").read_bytes() == b"%PDF"
    for name in ("secret", "master-1", "index"):
        before, after = original.data / "keys" / name, other.data / "keys" / name
        assert before.read_bytes() == after.read_bytes()


def test_a_backup_of_postgresql_is_restored_into_another_database(postgresql, tmp_path):
    here = filled(Installation(tmp_path / "here", postgresql("here")))
    archive, keys = backed_up(here, tmp_path)
    there = Installation(tmp_path / "there", postgresql("there"))
    done = there.run("restore", archive, "--keys", keys)
    assert "审计记录完好" in done.stdout, done.stderr
    for table in ("audit_entry", "requests_request", "vault_sealed", "search_page"):
        assert there.count(table) == here.count(table) > 0
    assert (there.data / "files" / "x" / "附件.pdf").read_bytes() == b"%PDF"
    assert "--replace" in there.run("restore", archive).stderr
    assert there.run("restore", archive, "--keys", keys, "--replace").returncode == 0
    with psycopg.connect(there.database) as database, pytest.raises(psycopg.Error):
        database.execute("DELETE FROM audit_entry")


def test_files_in_a_bucket_are_in_the_backup_and_put_back(original, tmp_path):
    with standing_in() as (address, things):
        there = Installation(tmp_path / "there")
        there.environ["GONGKAI_S3_URL"] = address
        archive, _ = backed_up(original, tmp_path / "first")
        assert there.run("restore", archive).returncode == 0
        assert things["x/附件.pdf"] == b"%PDF"
        things["y/另一个.pdf"] = b"%PDF-2"
        again, _ = backed_up(there, tmp_path / "second")
    back = Installation(tmp_path / "back")
    assert back.run("restore", again).returncode == 0
    assert (back.data / "files" / "y" / "另一个.pdf").read_bytes() == b"%PDF-2"


def test_a_backup_of_one_database_is_not_forced_into_the_other(postgresql, original, tmp_path):
    archive, _ = backed_up(original, tmp_path)
    done = Installation(tmp_path / "other", postgresql("other")).run("restore", archive)
    assert "另一种数据库" in done.stderr


def test_an_encrypted_backup_opens_with_its_password_only(original, tmp_path):
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text("长江大桥一九五七\n")
    wrong.write_text("猜一个\n")
    archive, _ = backed_up(original, tmp_path, "--password-file", right)
    assert "硚口区".encode() not in archive.read_bytes()
    other = Installation(tmp_path / "other")
    assert "密码不对" in other.run("restore", archive, "--password-file", wrong).stderr
    assert other.run("restore", archive, "--password-file", right).returncode == 0


def test_a_damaged_backup_is_refused(original, tmp_path):
    archive, _ = backed_up(original, tmp_path)
    data = bytearray(archive.read_bytes())
    place = data.index(b"%PDF")
    data[place] ^= 1
    archive.write_bytes(data)
    done = Installation(tmp_path / "other").run("restore", archive)
    assert done.returncode == 1
    assert "附件.pdf" in done.stderr


def test_data_is_not_overwritten_unasked(original, tmp_path):
    archive, _ = backed_up(original, tmp_path)
    assert "--replace" in original.run("restore", archive).stderr


def test_keys_are_not_put_beside_the_data(original, tmp_path):
    done = original.run("backup", tmp_path / "all", "--keys", tmp_path / "all")
    assert "分开" in done.stderr


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE]), st.binary(max_size=40))
def test_what_is_sealed_opens_again_whatever_its_length(tmp_path_factory, length, start):
    folder = tmp_path_factory.mktemp("sealed")
    plain, sealed, opened = folder / "plain", folder / "sealed", folder / "opened"
    plain.write_bytes((start + bytes(length))[:length])
    seal_file(plain, sealed, "密码")
    unseal_file(sealed, opened, "密码")
    assert opened.read_bytes() == plain.read_bytes()
    assert is_sealed(sealed)


def test_a_sealed_file_that_was_cut_short_does_not_open(tmp_path):
    plain, sealed = tmp_path / "plain", tmp_path / "sealed"
    plain.write_bytes(bytes(2 * PIECE))
    seal_file(plain, sealed, "密码")
    sealed.write_bytes(sealed.read_bytes()[: PIECE + 100])
    with pytest.raises(WrongPasswordError):
        unseal_file(sealed, tmp_path / "opened", "密码")


def test_an_archive_that_reaches_outside_is_refused(tmp_path):
    evil = tmp_path / "evil.tar"
    with tarfile.open(evil, "w") as tar:
        tar.addfile(tarfile.TarInfo("../outside"))
    into = tmp_path / "into"
    into.mkdir()
    with pytest.raises(DamagedError, match="不该有的内容"):
        unpack(evil, into, "")
    assert not (tmp_path / "outside").exists()

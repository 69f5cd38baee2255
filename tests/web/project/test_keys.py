"""The operator's view of the master keys."""

from dataclasses import replace

import pytest
from click.testing import CliRunner
from django.conf import settings

from gongkai.web.project.commands.keys import command
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import open_all, shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch):
    """A copy of the keys, so that other tests keep theirs."""
    keys = tmp_path / "keys"
    keys.mkdir()
    for path in settings.GONGKAI.keys.iterdir():
        (keys / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(settings, "GONGKAI", replace(settings.GONGKAI, keys=keys))


def run(*arguments: str) -> str:
    done = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_rotation_moves_every_key_and_says_what_to_back_up():
    holder = Holder.objects.filter(destroyed=None).first()
    before, count = open_all(holder), Holder.objects.filter(destroyed=None).count()
    assert f"master-1\t{count} 人\t使用中" in run("list")
    told = run("rotate")
    assert f"已换用 master-2，移动了 {count} 人" in told
    assert "备份密钥目录" in told
    holder.refresh_from_db()
    assert holder.master == "master-2"
    assert open_all(holder) == before
    assert shown(holder)
    assert "master-1\t0 人\t仅供旧备份" in run("list")

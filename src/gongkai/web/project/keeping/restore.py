"""Put a backup in the place of an empty installation."""

import tempfile
from pathlib import Path

from gongkai.web.project.keeping import store
from gongkai.web.project.keeping.backup import unpack
from gongkai.web.project.keeping.files import FILES, put_back, swap
from gongkai.web.project.keeping.store import CannotError
from gongkai.web.ui.config import Config


def restore(
    config: Config, archive: Path, *, keys: Path | None, password: str, replace: bool
) -> int:
    """Database, files and keys as they were; the number of parts. Refuses to overwrite unasked."""
    if not replace and not store.is_empty():
        raise CannotError("数据库不是空的。确定要覆盖时请加 --replace，覆盖前先备份一次。")
    with tempfile.TemporaryDirectory(dir=config.data) as scratch:
        folder = Path(scratch)
        parts = unpack(archive, folder, password)
        if store.name() not in parts:
            raise CannotError("这份备份来自另一种数据库（SQLite 或 PostgreSQL），不能直接恢复。")
        store.take_copy(folder / store.name())
        put_back(folder / FILES)
    if keys is not None:
        with tempfile.TemporaryDirectory(dir=config.data) as scratch:
            unpack(keys, Path(scratch), password)
            swap(Path(scratch) / "keys", config.keys)
            config.keys.chmod(0o700)
    return len(parts)

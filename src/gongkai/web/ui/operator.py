"""What the operator writes into files beside the environment: TOML, secrets apart from it."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path


class SettingError(Exception):
    """A setting that cannot be used; the message is a sentence for the operator."""


def read_table(path: Path, setting: str) -> dict[str, object]:
    """The TOML file that a setting names."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingError(f"{setting} 指定的文件 {path} 读不了：{fault}") from fault
    except tomllib.TOMLDecodeError as fault:
        raise SettingError(f"{setting} 指定的文件 {path} 写法有误：{fault}") from fault


def read_secret(
    entry: Mapping[str, object], stem: str, what: str, environ: Mapping[str, str] = os.environ
) -> str:
    """The secret that `stem_file` or `stem_env` of a table leads to; never the secret itself."""
    file, name = entry.get(f"{stem}_file"), entry.get(f"{stem}_env")
    if bool(file) == bool(name):
        raise SettingError(f"{what}用 {stem}_file（文件）或 {stem}_env（环境变量）之一指明。")
    if name:
        if not environ.get(str(name)):
            raise SettingError(f"环境变量 {name} 是空的，读不到{what}。")
        return environ[str(name)]
    path = Path(str(file))
    try:
        secret = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingError(f"{what}文件 {path} 读不了：{fault}") from fault
    if not secret:
        raise SettingError(f"{what}文件 {path} 是空的。")
    if path.stat().st_mode & 0o007:
        raise SettingError(f"{what}文件 {path} 其他用户也能读，请执行 chmod 640。")
    return secret

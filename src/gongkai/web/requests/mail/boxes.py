"""Which mailboxes are read: the operator's file, a table for each body by its code.

[wangge]
host = "mail.example.org"
user = "xxgk@example.org"
password_file = "/etc/gongkai/xxgk.password"
since = 2026-12-01
"""

import os
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date

from gongkai.web.ui.config import config
from gongkai.web.ui.operator import SettingError, read_secret, read_table

SECURITY = {"tls": 993, "starttls": 143, "none": 143}
"""Ways to the server, each with its usual port."""
MIB = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Mailbox:
    """The mailbox of a body. Messages that arrived before `since` are left alone.

    `processed`: the folder into which a message goes once it was taken in; empty: it is only
    marked as seen. `largest`: MiB; of a larger message only the head is fetched.
    """

    code: str
    host: str
    user: str
    password: str = field(repr=False)
    since: date
    security: str = "tls"
    port: int = 0
    ca_file: str = ""
    folder: str = "INBOX"
    processed: str = ""
    acknowledge: bool = False
    largest: int = 50

    @property
    def place(self) -> str:
        """Names the folder wherever a message's UID is remembered."""
        return f"{self.user}@{self.host}/{self.folder}"


OPTIONS = {each.name: each for each in fields(Mailbox)}
SECRET = ("password_file", "password_env")


def read_boxes(environ: Mapping[str, str] = os.environ) -> tuple[list[Mailbox], list[str]]:
    """The mailboxes that can be read, and a sentence for each that cannot."""
    path = config().mailboxes
    if path is None:
        return [], []
    try:
        told = read_table(path, "GONGKAI_MAILBOXES")
    except SettingError as fault:
        return [], [str(fault)]
    found, faults = [], []
    for code, entry in told.items():
        try:
            box = _box(code, entry, environ)
            if other := next((each for each in found if each.place == box.place), None):
                raise SettingError(f"与 [{other.code}] 是同一个邮箱，一个邮箱只能属于一个单位。")
            found.append(box)
        except SettingError as fault:
            faults.append(f"收件邮箱 [{code}]：{fault}")
    return found, faults


def _box(code: str, entry: object, environ: Mapping[str, str]) -> Mailbox:
    if not isinstance(entry, dict):
        raise SettingError(f"要写成一节 [{code}]，下面逐行写 host、user 等设置。")
    settings = {name: value for name, value in entry.items() if name not in SECRET}
    if unknown := sorted(set(settings) - set(OPTIONS) | {"code", "password"} & set(settings)):
        raise SettingError(f"没有“{'、'.join(unknown)}”这样的设置；口令用 password_file 指明文件。")
    needed = [n for n, o in OPTIONS.items() if o.default is MISSING and n not in settings]
    if missing := [name for name in needed if name not in ("code", "password")]:
        raise SettingError(f"缺少“{'、'.join(missing)}”。")
    for name, value in settings.items():
        if type(value) is not OPTIONS[name].type:
            raise SettingError(f"“{name}”的写法不对，{KINDS[OPTIONS[name].type]}。")
    password = read_secret(entry, "password", "口令", environ)
    box = Mailbox(code=code, password=password, **settings)
    if box.security not in SECURITY:
        raise SettingError("security 只能是 tls、starttls 或 none。")
    if not 0 <= box.port <= 65535 or not 1 <= box.largest <= 200:
        raise SettingError("port 应当是端口号，largest 应当在 1 到 200（MB）之间。")
    return box


KINDS = {
    str: "应当写在引号里",
    int: "应当是整数",
    bool: "只能是 true 或者 false",
    date: "应当是日期，例如 2026-12-01",
}

"""Which payment platform is used: the operator's file, with the code of each body there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai.web.requests.payment.signing import METHODS
from gongkai.web.ui.config import config
from gongkai.web.ui.operator import SettingError, read_secret, read_table

NAMES = {"address", "client", "item", "signing", "units", "secret_file", "secret_env"}


@dataclass(frozen=True, kw_only=True)
class Treasury:
    """A non-tax payment platform 非税缴费平台 as it knows us.

    `client`: our name there. `item`: the code of the income item. `units`: a body's code → its
    code as collecting body 执收单位; a body that is not among them takes no money on line.
    """

    address: str
    client: str
    secret: str = field(repr=False)
    item: str
    signing: str = "hmac-sha256"
    units: Mapping[str, str]


def read_treasury(environ: Mapping[str, str] = os.environ) -> tuple[Treasury | None, str]:
    """The platform, if one is set, and what is wrong with its settings."""
    path = config().payment
    if path is None:
        return None, ""
    try:
        return _treasury(read_table(path, "GONGKAI_PAYMENT"), environ), ""
    except SettingError as fault:
        return None, f"网上缴费（GONGKAI_PAYMENT）：{fault}"


def _treasury(told: Mapping[str, object], environ: Mapping[str, str]) -> Treasury:
    if unknown := sorted(set(told) - NAMES):
        raise SettingError(f"没有“{'、'.join(unknown)}”这样的设置。")
    texts = {name: told.get(name, "") for name in ("address", "client", "item")}
    for name, value in texts.items():
        if not isinstance(value, str) or not value:
            raise SettingError(f"“{name}”要写在引号里，不能空着。")
    address = str(texts.pop("address")).rstrip("/")
    if not address.startswith(("http://", "https://")):
        raise SettingError("address 应当以 https:// 开头。")
    signing, units = told.get("signing", "hmac-sha256"), told.get("units")
    if signing not in METHODS:
        raise SettingError(f"signing 只能是 {' 或 '.join(METHODS)}。")
    if not isinstance(units, dict) or not all(isinstance(each, str) for each in units.values()):
        raise SettingError('要有一节 [units]，逐行写“单位代号 = "执收单位编码"”。')
    secret = read_secret(told, "secret", "密钥", environ)
    return Treasury(address=address, secret=secret, signing=str(signing), units=units, **texts)

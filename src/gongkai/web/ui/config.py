"""What the operator can set, read once from the environment."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings

Network = IPv4Network | IPv6Network


class ConfigError(Exception):
    """A setting that cannot be used; the message says what to do."""


@dataclass(frozen=True)
class Config:
    """One installation. Every field is `GONGKAI_` and its name in capitals in the environment."""

    data: Path = Path("data")
    """Database, uploads, keys; the one folder to keep safe."""
    keys: Path = Path("data/keys")
    """Secret and master keys; to be backed up apart from the rest."""
    database_url: str = ""
    """`postgresql://user:password@host/name`; empty means SQLite in the data folder."""
    s3_url: str = ""
    """`https://key:secret@host/bucket?region=name&style=path`; empty: files in the data folder."""
    production: bool = True
    """False only for trials and tests: allows plain HTTP and debug pages."""
    debug: bool = False
    plain_http: bool = False
    """True where a trusted network or proxy stands between; else production demands HTTPS."""
    hosts: tuple[str, ...] = ()
    """Host names under which the platform answers."""
    proxies: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
    """Whose word on the visitor's address and on HTTPS is taken (`X-Forwarded-…`)."""
    metrics_token: str = ""
    """Opens `/metrics` from elsewhere; without it only this machine may read it."""
    site_name: str = "政府信息公开平台"
    exchange: Path | None = None
    """The folder in which packages are exchanged with other systems; `exchange` in the data."""
    site_code: str = ""
    """The ten digits of the site's code 网站标识码, if it has been given one."""
    audit_hash: str = "sha256"
    """`sha256` or `sm3`."""
    cipher: str = "aes"
    """`aes` or `sm4`: what personal data is encrypted with from now on."""
    second_factor: bool = False
    """True demands a one-time code of signers and administrators."""
    session_hours: int = 10
    log_level: str = "INFO"
    fetch_hosts: tuple[str, ...] = ()
    """Hosts of the private network that may be asked: feeds, linked pages, a municipal CMS."""
    link_hosts: tuple[str, ...] = ()
    """Hosts of others that the link check may ask; `*.example` takes in what is below it."""
    clamav: str = ""
    """Where clamd listens, `host:port` or a socket's path; uploads wait until it has answered."""
    address: str = "http://127.0.0.1:8000"
    """The platform's own address, for links in messages."""
    mail: str = ""
    """`smtp://user:password@host:25`, `smtps://…` or `smtp+starttls://…`; empty sends none."""
    mail_from: str = ""
    mailboxes: Path | None = None
    """The file that tells which mailboxes are read for applications; none: nothing is read."""
    mail_days: int = 365
    """So long after a message was set aside what it says is kept."""
    retention_years: int = 0
    """So many years after the one in which an application ended what it tells of persons is kept;
    0: as many as are usual (`request.retention_years`)."""
    payment: Path | None = None
    """The file that tells how fees are paid on line; none: over the counter only."""
    sms: str = ""
    """The address of the SMS gateway; empty sends none."""
    sms_secret: str = ""
    oidc: str = ""
    """The identity provider that staff sign in with: `https://client:secret@host/path`."""
    oidc_name: str = "统一身份认证"
    """What people call it; stands on the button."""
    oidc_claim: str = ""
    """The claim that finds the account of an identity not seen before; empty: administrators do."""
    oidc_factor: tuple[str, ...] = ()
    """Values of `acr` or `amr` that stand for a second factor."""
    local_password: bool = True
    """False: staff sign in with the identity provider only."""


@dataclass(frozen=True)
class Client:
    """What the identity provider knows this platform as."""

    issuer: str
    id: str
    secret: str = field(repr=False)
    """Empty for a public client."""


def config() -> Config:
    """The configuration this process runs with."""
    running: Config = settings.GONGKAI
    return running


def read_config(environ: Mapping[str, str] = os.environ) -> Config:
    """The configuration; raises ConfigError with a sentence for the operator."""
    data = Path(environ.get("GONGKAI_DATA", "data")).resolve()
    config = Config(
        data=data,
        keys=Path(environ.get("GONGKAI_KEYS", data / "keys")).resolve(),
        database_url=environ.get("GONGKAI_DATABASE_URL", ""),
        s3_url=environ.get("GONGKAI_S3_URL", ""),
        production=_switch(environ, "PRODUCTION", default=True),
        debug=_switch(environ, "DEBUG", default=False),
        plain_http=_switch(environ, "PLAIN_HTTP", default=False),
        hosts=_several(environ, "HOSTS"),
        fetch_hosts=_several(environ, "FETCH_HOSTS"),
        link_hosts=_several(environ, "LINK_HOSTS"),
        proxies=_networks(environ, "PROXIES", Config.proxies),
        metrics_token=environ.get("GONGKAI_METRICS_TOKEN", Config.metrics_token),
        site_name=environ.get("GONGKAI_SITE_NAME", Config.site_name),
        exchange=Path(told) if (told := environ.get("GONGKAI_EXCHANGE")) else None,
        site_code=environ.get("GONGKAI_SITE_CODE", ""),
        audit_hash=environ.get("GONGKAI_AUDIT_HASH", Config.audit_hash),
        cipher=environ.get("GONGKAI_CIPHER", Config.cipher),
        second_factor=_switch(environ, "SECOND_FACTOR", default=False),
        session_hours=_whole(environ, "SESSION_HOURS", Config.session_hours),
        log_level=environ.get("GONGKAI_LOG_LEVEL", Config.log_level),
        clamav=environ.get("GONGKAI_CLAMAV", Config.clamav),
        address=environ.get("GONGKAI_ADDRESS", Config.address).rstrip("/"),
        mail=environ.get("GONGKAI_MAIL", Config.mail),
        mail_from=environ.get("GONGKAI_MAIL_FROM", Config.mail_from),
        mailboxes=Path(told) if (told := environ.get("GONGKAI_MAILBOXES")) else None,
        mail_days=_whole(environ, "MAIL_DAYS", Config.mail_days),
        retention_years=_whole(environ, "RETENTION_YEARS", Config.retention_years),
        payment=Path(told) if (told := environ.get("GONGKAI_PAYMENT")) else None,
        sms=environ.get("GONGKAI_SMS", Config.sms),
        sms_secret=environ.get("GONGKAI_SMS_SECRET", Config.sms_secret),
        oidc=environ.get("GONGKAI_OIDC", ""),
        oidc_name=environ.get("GONGKAI_OIDC_NAME", Config.oidc_name),
        oidc_claim=environ.get("GONGKAI_OIDC_CLAIM", ""),
        oidc_factor=_several(environ, "OIDC_FACTOR"),
        local_password=_switch(environ, "LOCAL_PASSWORD", default=True),
    )
    for fault in faults(config):
        raise ConfigError(fault)
    return config


def faults(config: Config) -> list[str]:
    """What makes the configuration unfit to start with."""
    found = []
    if config.audit_hash not in ("sha256", "sm3"):
        found.append("GONGKAI_AUDIT_HASH 只能是 sha256 或 sm3。")
    if config.mail and not config.mail_from:
        found.append("设置了 GONGKAI_MAIL，还要用 GONGKAI_MAIL_FROM 写明发件人地址。")
    if config.sms and not config.sms_secret:
        found.append("设置了 GONGKAI_SMS，还要用 GONGKAI_SMS_SECRET 写明网关的密钥。")
    if config.cipher not in ("aes", "sm4"):
        found.append("GONGKAI_CIPHER 只能是 aes 或 sm4。")
    if config.production and config.debug:
        found.append("正式运行时不能打开 GONGKAI_DEBUG：出错页面会泄露内部信息。")
    if config.production and not config.hosts:
        found.append("请设置 GONGKAI_HOSTS，写明平台使用的域名（多个用逗号隔开）。")
    return found + _faults_of_oidc(config)


def _faults_of_oidc(config: Config) -> list[str]:
    if not config.oidc:
        only = "关闭 GONGKAI_LOCAL_PASSWORD 之前，要先用 GONGKAI_OIDC 设置统一身份认证。"
        return [] if config.local_password else [only]
    client = oidc_client(config)
    if client is None:
        return ["GONGKAI_OIDC 应当写成 https://客户端号:密钥@主机/路径。"]
    if config.production and not config.plain_http and not client.issuer.startswith("https://"):
        return ["正式运行时 GONGKAI_OIDC 必须使用 https。"]
    return []


def oidc_client(config: Config) -> Client | None:
    """How the platform is registered with the identity provider; None where it is not."""
    try:
        url = urlsplit(config.oidc)
    except ValueError:
        return None
    if url.scheme not in ("http", "https") or not url.hostname or not url.username or url.query:
        return None
    issuer = f"{url.scheme}://{url.netloc.rpartition('@')[2]}{url.path}"
    return Client(issuer, unquote(url.username), unquote(url.password or ""))


def database(config: Config) -> dict[str, object]:
    """The database as Django wants it.

    On SQLite every transaction takes the write lock at its start; reading takes none, because only
    acts open transactions.
    """
    if not config.database_url:
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        return {
            "ENGINE": "gongkai.web.ui.sqlite",
            "NAME": config.data / "gongkai.sqlite3",
            "CONN_MAX_AGE": 60,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        }
    url = urlsplit(config.database_url)
    if url.scheme not in ("postgres", "postgresql"):
        raise ConfigError("GONGKAI_DATABASE_URL 应当写成 postgresql://用户:密码@主机/库名。")
    socket = parse_qs(url.query).get("host", [""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/") or "gongkai",
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": socket or unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def storage(config: Config) -> dict[str, object]:
    """Where uploads lie, as Django wants it: a folder, or a bucket that speaks S3."""
    if not config.s3_url:
        return {"BACKEND": "gongkai.web.files.storage.Folder"}
    url = urlsplit(config.s3_url)
    asked = parse_qs(url.query)
    bucket = url.path.strip("/")
    if url.scheme not in ("http", "https") or not url.hostname or not bucket or "/" in bucket:
        raise ConfigError("GONGKAI_S3_URL 应当写成 https://密钥号:密钥@主机/桶名?region=区域。")
    port = f":{url.port}" if url.port else ""
    return {
        "BACKEND": "gongkai.web.files.bucket.Bucket",
        "OPTIONS": {
            "endpoint_url": f"{url.scheme}://{url.hostname}{port}",
            "access_key": unquote(url.username or ""),
            "secret_key": unquote(url.password or ""),
            "bucket_name": bucket,
            "region_name": asked.get("region", ["us-east-1"])[0],
            "addressing_style": asked.get("style", ["virtual"])[0],
        },
    }


def key_file(config: Config, name: str, size: int = 32) -> bytes:
    """The key of this name; made of so many bytes on first use, readable by its owner only.

    Where two processes make it at once, the first one's stands.
    """
    path = config.keys / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(f"{name}.{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_hex(size), "ascii")
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
        fresh.unlink()
    return bytes.fromhex(path.read_text("ascii"))


def _switch(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = environ.get(f"GONGKAI_{name}", "").lower()
    if value in ("", "1", "on", "yes", "true", "0", "off", "no", "false"):
        return default if not value else value in ("1", "on", "yes", "true")
    raise ConfigError(f"GONGKAI_{name} 只能是 on 或 off。")


def _several(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    said = environ.get(f"GONGKAI_{name}", "").split(",")
    return tuple(each.strip() for each in said if each.strip())


def _networks(
    environ: Mapping[str, str], name: str, default: tuple[Network, ...]
) -> tuple[Network, ...]:
    given = [each.strip() for each in environ.get(f"GONGKAI_{name}", "").split(",")]
    try:
        return tuple(ip_network(each) for each in given if each) or default
    except ValueError as fault:
        raise ConfigError(
            f"GONGKAI_{name} 应当是 IP 地址或网段，多个用逗号隔开，例如 10.0.0.0/8。"
        ) from fault


def _whole(environ: Mapping[str, str], name: str, default: int) -> int:
    value = environ.get(f"GONGKAI_{name}", str(default))
    if not value.isdecimal():
        raise ConfigError(f"GONGKAI_{name} 应当是一个整数。")
    return int(value)

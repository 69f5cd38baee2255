"""`gongkai doctor`: what is missing or unsafe."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from datetime import timedelta

import click
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.urls import reverse

from gongkai.web.accounts import provider
from gongkai.web.accounts.queries import identity_of
from gongkai.web.agencies.models import Body, Post, Role
from gongkai.web.audit import queries
from gongkai.web.notices.queries import failed_lately
from gongkai.web.requests.mail.boxes import read_boxes
from gongkai.web.requests.mail.imap import NoAccessError, UnreachableError, opened
from gongkai.web.requests.payment.setting import read_treasury
from gongkai.web.ui import clock, queue
from gongkai.web.ui.config import Config, config
from gongkai.web.ui.outward import NotReachedError, ask

LOW = 1 << 30


@click.command(help="检查安装是否完整、安全；有必须处理的问题时退出码为 1。")
def command() -> None:
    worst = 0
    for serious, sentence in findings():
        click.echo(("必须处理：" if serious else "提醒：") + sentence)
        worst |= serious
    if worst:
        sys.exit(1)
    click.echo("检查完毕，可以运行。")


def findings() -> Iterator[tuple[bool, str]]:
    """Whether it must be put right, and the sentence."""
    yield from folder()
    yield from tables()
    yield from safety()
    yield from identity_provider()
    yield from mailboxes()
    yield from payment()
    if not shutil.which("soffice"):
        yield False, "没有安装 LibreOffice，不能读取旧版 .doc 文件。"


def folder() -> Iterator[tuple[bool, str]]:
    data = config().data
    if not data.exists():
        yield True, f"数据目录 {data} 还不存在；运行 gongkai serve 会建立它。"
        return
    if shutil.disk_usage(data).free < LOW:
        yield True, f"数据目录 {data} 所在磁盘剩余空间不足 1 GB。"
    for key in sorted(config().keys.glob("*")):
        if key.stat().st_mode & 0o077:
            yield True, f"密钥文件 {key} 可以被其他用户读取，请执行 chmod 600。"
    if config().keys.is_relative_to(data):
        yield False, "密钥放在数据目录里；备份时请与数据分开保存（GONGKAI_KEYS）。"


def tables() -> Iterator[tuple[bool, str]]:
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except CommandError:
        yield True, "数据库不可用。"
        return
    except SystemExit:
        yield True, "数据库结构不是最新，请运行 gongkai upgrade。"
        return
    except DatabaseError as fault:
        yield True, f"连不上数据库：{fault}"
        return
    if connection.vendor == "sqlite" and sqlite3.sqlite_version_info < (3, 37):
        yield True, "SQLite 版本低于 3.37。"
    if broken := next(queries.broken(), None):
        yield True, f"审计记录不完整：{broken.chain} 第 {broken.number} 条，{broken.reason}。"
    if failed := failed_lately(clock.now() - timedelta(days=7)):
        yield False, f"最近 7 天有 {failed} 条消息未能发出，原因见“消息渠道”里的发送记录。"
    if count := queue.failed().count():
        yield False, f"有 {count} 项后台任务多次没有做成，原因见日志。"


def mailboxes() -> Iterator[tuple[bool, str]]:
    """Each mailbox is opened once; nothing in it is touched."""
    boxes, faults = read_boxes()
    yield from ((True, fault) for fault in faults)
    try:
        bodies = set(Body.objects.values_list("code", flat=True)) if boxes else set()
    except DatabaseError:
        return  # said among the tables
    for box in boxes:
        if box.code not in bodies:
            yield True, f"收件邮箱 [{box.code}]：没有代号是“{box.code}”的单位。"
            continue
        try:
            with opened(box):
                pass
        except UnreachableError as fault:
            yield isinstance(fault, NoAccessError), f"收件邮箱 [{box.code}]：{fault}"


def payment() -> Iterator[tuple[bool, str]]:
    """Whether fees can be paid on line as the settings say."""
    treasury, fault = read_treasury()
    if fault:
        yield True, fault
    if treasury is None:
        return
    try:
        bodies = set(Body.objects.values_list("code", flat=True))
    except DatabaseError:
        return  # said among the tables
    for code in sorted(set(treasury.units) - bodies):
        yield True, f"网上缴费：[units] 里的“{code}”不是单位的代号。"
    if config().address == Config.address:
        yield True, "网上缴费：请设置 GONGKAI_ADDRESS，缴费平台要按它通知到账。"
    try:
        ask(treasury.address, whole=False)
    except NotReachedError as silent:
        yield False, f"网上缴费：{silent}"


def safety() -> Iterator[tuple[bool, str]]:
    if not config().production:
        yield False, "当前是试用方式（GONGKAI_PRODUCTION=off），不要对外提供服务。"
    elif config().plain_http:
        yield False, "没有要求 HTTPS（GONGKAI_PLAIN_HTTP=on），只适合前面另有加密代理的情况。"
    if not config().second_factor:
        yield False, "没有要求签发人和管理员使用动态口令（GONGKAI_SECOND_FACTOR=on）。"


def identity_provider() -> Iterator[tuple[bool, str]]:
    if not config().oidc:
        return
    back = f"{config().address}{reverse('accounts:provider_back')}"
    try:
        about, keys = provider.described(), provider.keys()
    except provider.RefusedError as refusal:
        yield True, f"统一身份认证不可用（GONGKAI_OIDC）：{refusal}"
        return
    if "S256" not in about.get("code_challenge_methods_supported", ["S256"]):
        yield True, "统一身份认证服务不支持 PKCE（S256），不能使用。"
    if not any(key.key_type in ("RSA", "EC") for key in keys):
        yield True, "统一身份认证服务没有公布可用的签名密钥（RSA 或 EC）。"
    if config().production and not back.startswith("https://"):
        yield True, f"GONGKAI_ADDRESS 应当是 https 网址；统一身份认证要登记的回调网址是 {back}。"
    if not config().local_password and not administrator_is_tied():
        yield True, "密码登录已经关闭，但没有一个系统管理员关联了统一身份，谁也管不了账号。"


def administrator_is_tied() -> bool:
    """Whether some system administrator can sign in by the identity provider."""
    posts = Post.objects.filter(role=Role.SYSTEM_ADMIN, until=None, person__is_active=True)
    return any(identity_of(post.person) for post in posts.select_related("person"))

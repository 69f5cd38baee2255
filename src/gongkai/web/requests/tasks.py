from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.requests import incoming
from gongkai.web.requests.acts import collect, papers, pay_online, rebuild, redact, retain
from gongkai.web.requests.acts.remind import remind as tell_what_is_due
from gongkai.web.ui import clock


@task()
def recompute() -> int:
    """Daily: last days move when the holidays of a year are published."""
    return rebuild.recompute(system())


@task()
def remind() -> int:
    """Daily: tell those who handle applications of last days that are near."""
    return tell_what_is_due(clock.today())


@task()
def forget() -> int:
    """Daily: destroy what is kept of persons once the years of their applications are over."""
    return retain.forget_old(system("保存期限"), clock.today())


@task()
def print_letter(letter: int) -> None:
    """Make the PDF of a numbered letter; done once however often it is asked for."""
    papers.print_letter(system(), letter)


@task()
def burn_material(material: int) -> None:
    """Black out a paper; done once however often it is asked for."""
    redact.burn_now(system(), material)


@task()
def collect_mail() -> None:
    """Every minute: look into the mailboxes whose time has come."""
    for box in incoming.due(clock.now()):
        collect.collect(system("邮箱收件"), box)


@task()
def check_payments() -> None:
    """Every minute: ask the payment platform for what its calls may not have told."""
    pay_online.check(system("网上缴费"))

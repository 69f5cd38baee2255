"""Destroy what is kept of persons once the years of their applications are over."""

from datetime import date

from django.db import transaction

from gongkai.law.request.retention import first_day_kept
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests import incoming, retention
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.models.case import Request
from gongkai.web.ui.config import config
from gongkai.web.vault.acts import destroy, destroy_many
from gongkai.web.vault.models import Holder

OVER = "个人信息保存期限届满，已销毁"


def forget_old(by: Actor, today: date) -> int:
    """Of applications, of corrections, of mail that nobody looked at; returns of how many.

    Can be interrupted and called again: each is destroyed in a transaction of its own.
    """
    first = first_day_kept(today, config().retention_years)
    cases = list(retention.cases_over(first).values_list("pk", flat=True))
    count = sum(_case(by, pk, first) for pk in cases)
    for correction in retention.corrections_over(first).select_related("body", "holder"):
        told = f"requests.recordcorrection:{correction.pk}", correction.number
        count += _forget(by, [correction.holder], *told, correction.body.code)
    for mail in retention.mails_over(first).select_related("body", "holder"):
        told = incoming.subject_of(mail), f"邮箱来件 {mail.pk}"
        count += _forget(by, [mail.holder], *told, mail.body.code)
    for holder in retention.left_behind():
        destroy(by, holder, reason="所属申请的个人信息已经销毁")
    return count


@transaction.atomic
def _case(by: Actor, pk: int, first: date) -> bool:
    """Look again under a lock: it may have been opened anew meanwhile, or gone with another."""
    request = Request.objects.select_for_update(of=("self",)).select_related("body").get(pk=pk)
    if not retention.cases_over(first).filter(pk=pk).exists():
        return False
    holders = list(retention.of_case(request))
    return _forget(by, holders, subject(request), request.number, request.body.code)


@transaction.atomic
def _forget(by: Actor, holders: list[Holder], what: str, number: str, chain: str) -> bool:
    destroy_many(holders)
    facts = {"holders": len(holders)}
    title = f"{number} {OVER}"
    record(by, "requests.forget", subject=what, title=title, chain=chain, facts=facts)
    return True

"""A published report stands in the catalogue of items too, as 政府信息公开年报."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from gongkai.reports.model.exchange import from_json
from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts.signed import put_out, put_out_again
from gongkai.web.publishing.kinds import ANNUAL_REPORT
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.record import State
from gongkai.web.review.models import Review

SUBJECT = "综合政务\\政务公开"


def listed(
    by: Actor, *, report: Report, state: State, review: Review, on: date
) -> dict[str, object]:
    """Put it into the catalogue, or the corrected version in place of the former.

    What the entry of the publication says of it: the item, or why there is none. An item that
    cannot be numbered does not keep a report from the public.
    """
    try:
        with transaction.atomic():
            item = _put(by, report, state, review, on)
    except NotProvidedForError as refusal:
        return {"not_listed": str(refusal)}
    return {"item": item.pk}


def _put(by: Actor, report: Report, state: State, review: Review, on: date) -> Item:
    facts = _facts(report, state, on)
    item = Item.objects.filter(pk=state.item).first() if state.item else None
    if item is None:
        return put_out(by, body=report.body, facts=facts, review=review, on=on)
    reason = state.corrections[-1] if state.corrections else "重新公布"
    put_out_again(by, item=item, facts=facts, review=review, on=on, reason=reason)
    return item


def _facts(report: Report, state: State, on: date) -> dict[str, object]:
    """The item: what it is, with the way to the report itself. The search finds the report."""
    signed = from_json(state.frozen)
    address = reverse("reporting:public_report", args=[report.body.code, report.year])
    way = f'<p><a href="{address}">阅读全文，下载 Word、PDF、Excel</a></p>'
    return {
        "kind": ANNUAL_REPORT,
        "audience": "public",
        "title": signed.title or "",
        "document_number": "",
        "made_on": (signed.issued_on or on).isoformat(),
        "summary": f"{report.body.name}{report.year}年度政府信息公开工作情况和统计数据"[:100],
        "subject": SUBJECT,
        "content": way,
        "about": None,
    }

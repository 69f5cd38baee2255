"""Trying the links of a body's pages: bounded, one after the other, own hosts, others if listed."""

import time
from collections import Counter
from urllib.parse import urlsplit

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.publishing.models.columns import DeadLink, LinkRun
from gongkai.web.publishing.queries.page_links import Link, last_run, links_of, may_try, own_hosts
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock, queue
from gongkai.web.ui.outward import NotReachedError, ask

TASK = "gongkai.web.publishing.tasks.page_links.try_links"
MOST = 500
"""Links tried in one run."""
MOST_ELSEWHERE = 50
"""Links tried in one run on a host of others."""
PAUSE = 0.5
"""Seconds between two links, so that nobody's server is pressed."""
SECONDS = 10
CLOSED = (401, 403, 429)
"""The page is there, but not for us."""


@transaction.atomic
def start_links(by: Actor, *, body: Body, everywhere: bool) -> LinkRun:
    """Put a run into the queue; one at a time for each body."""
    last = last_run(body)
    if last is not None and last.ended is None and (clock.now() - last.started).days < 1:
        raise NotProvidedForError("上一次链接检查还没有做完，请稍后再看结果。")
    run = LinkRun.objects.create(body=body, everywhere=everywhere, started=clock.now(), by=by.name)
    queue.later(TASK, run=run.pk)
    write_trail(
        by,
        "publishing.start_links",
        subject=f"agencies.body:{body.pk}",
        title="检查链接",
        chain=body.code,
        facts={"everywhere": everywhere},
    )
    return run


def try_links(run: LinkRun, pause: float = PAUSE) -> None:
    """Try the links and write down those that lead nowhere; a run that is done stays as it is."""
    if run.ended is not None:
        return
    own, dead, left_out = own_hosts(run.body), [], 0
    asked: Counter[str] = Counter()
    for link in links_of(run.body):
        host = urlsplit(link.address).hostname or ""
        past = asked.total() >= MOST or (host not in own and asked[host] >= MOST_ELSEWHERE)
        if past or not may_try(host, own, others=run.everywhere):
            left_out += 1
            continue
        asked[host] += 1
        if said := fault(link.address):
            dead.append(_dead(run, link, said))
        time.sleep(pause)
    with transaction.atomic():
        DeadLink.objects.bulk_create(dead)
        run.tried, run.left_out, run.ended = asked.total(), left_out, clock.now()
        run.save(update_fields=["tried", "left_out", "ended"])


def fault(address: str) -> str:
    """Why a link leads nowhere; empty when it leads somewhere."""
    status = 0
    for method in ("HEAD", "GET"):
        try:
            status = ask(address, method=method, seconds=SECONDS, whole=False).status
        except NotReachedError as said:
            return str(said)
        if status < 400 or status in CLOSED:
            return ""
    return f"返回 {status}"


def _dead(run: LinkRun, link: Link, said: str) -> DeadLink:
    return DeadLink(
        run=run, item_id=link.item, page=link.page[:200], link=link.address[:500], said=said[:200]
    )

"""Files that belong to an application, encrypted under the applicant's key."""

from collections.abc import Iterable
from typing import Protocol

from gongkai.web.audit.actor import Actor
from gongkai.web.files import acts as file_acts
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.models.case import Request


class Sent(Protocol):
    """A file as it came in."""

    name: str

    def read(self) -> bytes: ...


def keep_papers(by: Actor, request: Request, sent: Iterable[Sent]) -> None:
    """Keep what came with an application; RefusedError with a sentence for what is not taken in."""
    for each in sent:
        file_acts.keep(
            by,
            each.name,
            each.read(),
            subject=subject(request),
            body=request.body_id,
            holder=request.holder,
            chain=request.body.code,
        )

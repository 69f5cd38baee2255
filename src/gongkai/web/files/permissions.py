"""Who may fetch a file: everybody what is public, else whoever may see what it belongs to."""

from collections.abc import Callable

from django.http import HttpRequest

from gongkai.web.files.models import Upload
from gongkai.web.ui import clock

may_see: dict[str, Callable[[HttpRequest, str], bool]] = {}
"""`app.model` → whether this visitor may see the thing with this id. The project fills it."""


def may_fetch(request: HttpRequest, upload: Upload) -> bool:
    """Files not yet attached are only for who sent them; refused ones for nobody."""
    if upload.state == Upload.State.REFUSED:
        return False
    if upload.public and not (upload.public_until and upload.public_until <= clock.now()):
        return upload.state == Upload.State.READY
    if not upload.subject:
        return request.user.is_authenticated and upload.by_id == request.actor.id
    model, _, number = upload.subject.partition(":")
    return model in may_see and may_see[model](request, number)

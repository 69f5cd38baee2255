"""Files are served from an address of their own, as downloads that can do nothing in the page."""

import io
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404

from gongkai.web.files.models import Upload
from gongkai.web.files.permissions import may_fetch
from gongkai.web.files.queries import LostError, content

SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
IN_PAGE = ("image/png", "image/jpeg")


@login_not_required
def fetch(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file itself; who may not have it is told the same as for one that is not there."""
    upload = get_object_or_404(Upload, pk=pk)
    if not may_fetch(request, upload):
        raise Http404
    tag = f'"{upload.sha256}"'
    if upload.public and request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    try:
        data = content(upload)
    except LostError as lost:
        raise Http404(str(lost)) from lost
    response = FileResponse(
        io.BytesIO(data),
        as_attachment=upload.media not in IN_PAGE,
        filename=upload.name,
        content_type=upload.media,
    )
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "public, no-cache" if upload.public else "private, no-store"
    if upload.public:
        response["ETag"] = tag
    return response

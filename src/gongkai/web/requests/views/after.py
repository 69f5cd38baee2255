"""After the answer: the archive as one file, publishing what several asked for."""

import tempfile

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.requests import permissions
from gongkai.web.requests.acts.package import package
from gongkai.web.requests.acts.suggest import suggest_publication
from gongkai.web.requests.views.found import case_for

IN_MEMORY = 8 * 1024 * 1024


@require_POST
def archive_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Every paper of the case; the applicant's data is in it, so it stands in the trail."""
    case = case_for(request, pk, permissions.may_reveal)
    out = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (the response closes it)
    package(request.actor, case, out)
    out.seek(0)
    name = f"{case.number}案卷.zip"
    return FileResponse(out, as_attachment=True, filename=name, content_type="application/zip")


@require_POST
def suggest(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a draft of proactive publication."""
    case = case_for(request, pk, permissions.may_register)
    try:
        item = suggest_publication(request.actor, case)
    except NotProvidedFor as refusal:
        messages.error(request, f"{refusal}。")
        return redirect("requests:case", pk=pk)
    messages.success(request, "已起草主动公开信息，请补写内容后按程序审核发布。")
    return redirect("publishing:desk_item", pk=item.pk)

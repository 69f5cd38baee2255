"""A column as the public reads it."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.web.audit.kept import kept
from gongkai.web.publishing.models.columns import Column
from gongkai.web.publishing.queries.columns import items_in


@login_not_required
@kept
def column(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """What stands in a column; one that is on another site leads there."""
    found = Column.objects.select_related("body").filter(ended_on=None)
    shown = get_object_or_404(found, pk=pk, body__code=code)
    if shown.address and not shown.item_kinds:
        return redirect(shown.address)
    page = Paginator(items_in(shown), 30).get_page(request.GET.get("page"))
    return render(request, "publishing/column.html", {"column": shown, "page": page})

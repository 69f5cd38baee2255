"""What a body published in a year: by category, with its full text, and the cells of table one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.forms.items import CategoriesForm
from gongkai.web.publishing.queries import counts, register


def cell(request: HttpRequest, code: str, year: int, column: str) -> HttpResponse:
    """The items behind one cell of table one."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_read, request.standing, body)
    labels = register.labels()
    if column not in labels:
        raise Http404
    found = register.cell_items(body, year, column)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    facts = {"body": body, "year": year, "label": labels[column], "page": page}
    return render(request, "publishing/cell.html", facts)


def year(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The counts of a year, each with the items behind it; narrowed to one by `category`."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_read, request.standing, body)
    chosen = request.GET.get("category", "")
    found = counts.of_year(body, year)
    of_category = {each.name: each.ids for each in found.categories}
    ids = of_category.get(chosen, found.ids)
    facts = {
        "body": body,
        "year": year,
        "found": found,
        "chosen": chosen if chosen in of_category else "",
        "page": Paginator(counts.items(ids), 50).get_page(request.GET.get("page")),
        "may_set": permissions.may_publish.test(request.standing, body),
    }
    return render(request, "publishing/year.html", facts)


def categories(request: HttpRequest, code: str) -> HttpResponse:
    """Under what a body counts each kind."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_publish, request.standing, body)
    form = CategoriesForm(counts.categories(body), request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.set_categories(request.actor, body=body, of_kind=form.cleaned_data)
        messages.success(request, "已经保存，统计按新的分类计算。")
        return redirect("publishing:items")
    return render(request, "publishing/categories.html", {"form": form, "body": body})

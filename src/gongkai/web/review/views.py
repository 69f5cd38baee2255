"""The filing sheet of a review."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from gongkai.web.agencies.permissions import demand
from gongkai.web.review.models import Review
from gongkai.web.review.permissions import may_see_reviews


def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """保密审查和审签备案表: what was signed, by whom, when; made for printing."""
    review = get_object_or_404(Review.objects.select_related("body"), pk=pk)
    demand(may_see_reviews, request.standing, review.body)
    marks: dict[int, list] = {}
    for mark in review.marks.all():
        marks.setdefault(mark.step, []).append(mark)
    rows = [(step, marks.get(index, [])) for index, step in enumerate(review.steps)]
    return render(request, "review/sheet.html", {"review": review, "rows": rows})

"""Numbers without gaps: given inside the act that uses them, so that none is lost or doubled."""

from gongkai.web.agencies.models import Body
from gongkai.web.requests.models.case import Counter


def next_number(body: Body, series: str, year: int) -> int:
    """The next number of a series; the row stays locked until the act is done."""
    return next_numbers(body, series, year, 1)[0]


def next_numbers(body: Body, series: str, year: int, count: int) -> range:
    """As many at once."""
    Counter.objects.get_or_create(body=body, series=series, year=year)
    counter = Counter.objects.select_for_update().get(body=body, series=series, year=year)
    counter.last += count
    counter.save(update_fields=["last"])
    return range(counter.last - count + 1, counter.last + 1)

"""Numbers without gaps: given inside the act that uses them, so that none is lost or doubled."""

from gongkai.web.agencies.models import Body
from gongkai.web.requests.models import Counter


def next_number(body: Body, series: str, year: int) -> int:
    """The next number of a series; the row stays locked until the act is done."""
    Counter.objects.get_or_create(body=body, series=series, year=year)
    counter = Counter.objects.select_for_update().get(body=body, series=series, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last

"""The files of open data, written when somebody first asks for them after a change."""

import io

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gongkai.reports.write.registry import Exchange
from gongkai.web.agencies.models import Body
from gongkai.web.reporting import opendata
from gongkai.web.reporting.queries import shelf as queries
from gongkai.web.reporting.queries.archive import figures_of
from gongkai.web.review.chain import digest_of


def prepare_figures(area: Body | None, to: Exchange) -> str:
    """Where the file with every cell lies, of an area or of all; written where it is lacking."""
    code = area.code if area else ""
    folder = f"opendata/{to}/{code or 'all'}"
    place = f"{folder}/{digest_of([queries.stamp(), code])[:32]}"
    if not default_storage.exists(place):
        _sweep(folder)
        made = io.BytesIO()
        statements = (figures_of(each) for each in queries.open_data(area))
        opendata.write_cells(statements, to, made)
        default_storage.save(place, ContentFile(made.getvalue()))
    return place


def _sweep(folder: str) -> None:
    """Remove the file that is out of date."""
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")

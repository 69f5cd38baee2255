"""Which connectors there are. A new one is a module with `read` and a line here."""

from collections.abc import Callable, Mapping

from gongkai.web.publishing.connectors import atom, json_feed
from gongkai.web.publishing.connectors.told import Told

CONNECTORS: Mapping[str, Callable[[bytes, str], list[Told]]] = {
    "atom": atom.read,
    "json_feed": json_feed.read,
}
MEDIA: Mapping[str, str] = {
    "atom": "application/atom+xml, application/xml;q=0.8",
    "json_feed": "application/feed+json, application/json;q=0.8",
}
"""What is asked for."""

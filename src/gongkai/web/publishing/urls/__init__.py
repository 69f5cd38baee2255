"""The addresses of the app, one file a subject."""

from gongkai.web.publishing.urls import (
    channels,
    columns,
    dialogue,
    directory,
    exchange,
    feeds,
    items,
    upkeep,
)

app_name = "publishing"
urlpatterns = [
    *items.patterns,
    *feeds.patterns,
    *channels.patterns,
    *columns.patterns,
    *dialogue.patterns,
    *directory.patterns,
    *exchange.patterns,
    *upkeep.patterns,
]

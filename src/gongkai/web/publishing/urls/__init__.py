"""The addresses of the app, one file a subject."""

from gongkai.web.publishing.urls import channels, items, upkeep

app_name = "publishing"
urlpatterns = [*items.patterns, *channels.patterns, *upkeep.patterns]

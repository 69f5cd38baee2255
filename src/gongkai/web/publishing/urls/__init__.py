"""The addresses of the app, one file a subject."""

from gongkai.web.publishing.urls import items

app_name = "publishing"
urlpatterns = [*items.patterns]

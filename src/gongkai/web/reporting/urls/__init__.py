"""The addresses of the app, one file a subject."""

from gongkai.web.reporting.urls import report

app_name = "reporting"
urlpatterns = [*report.patterns]

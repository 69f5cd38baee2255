"""The addresses of the app, one file a subject."""

from gongkai.web.reporting.urls import archive, consolidation, filing, report

app_name = "reporting"
urlpatterns = [
    *report.patterns,
    *archive.patterns,
    *filing.patterns,
    *consolidation.patterns,
]

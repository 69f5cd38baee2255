from django.urls import path

from gongkai.web.reporting.views import desk, parts, portal, signing

patterns = [
    path("reports/", portal.public_reports, name="public_reports"),
    path("bodies/<slug:code>/reports/", portal.public_list, name="public_list"),
    path("bodies/<slug:code>/reports/<int:year>/", portal.public_report, name="public_report"),
    path(
        "bodies/<slug:code>/reports/<int:year>/statement.json",
        portal.public_data,
        name="public_data",
    ),
    path("bodies/<slug:code>/reports/<int:year>/report.<slug:to>", portal.public_file, name="file"),
    path("desk/reports/", desk.reports, name="reports"),
    path("desk/reports/<int:pk>/", desk.report, name="report"),
    path("desk/reports/<int:pk>/text/<slug:part>", parts.text, name="text"),
    path("desk/reports/<int:pk>/figures", parts.figures, name="figures"),
    path("desk/reports/<int:pk>/figures/<int:number>/strike", parts.strike, name="strike"),
    path("desk/reports/<int:pk>/explain", parts.explain, name="explain"),
    path("desk/reports/<int:pk>/submit", signing.submit, name="submit"),
    path("desk/reports/<int:pk>/recall", signing.recall, name="recall"),
    path("desk/reports/<int:pk>/sign", signing.sign, name="sign"),
    path("desk/reports/<int:pk>/publish", signing.publish, name="publish"),
    path("desk/reports/<int:pk>/correct", signing.correct, name="correct"),
]

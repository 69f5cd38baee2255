from django.urls import path

from gongkai.web.reporting.views import desk, parts, portal, sheets, signing, supplements, trace

patterns = [
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
    path("desk/reports/<int:pk>/text/<slug:part>/bind", parts.bind, name="bind"),
    path("desk/reports/<int:pk>/text/<slug:part>/comment", parts.comment, name="comment"),
    path("desk/reports/<int:pk>/text/<slug:part>/versions", parts.history, name="history"),
    path(
        "desk/reports/<int:pk>/text/<slug:part>/versions/<int:number>/restore",
        parts.restore,
        name="restore",
    ),
    path("desk/reports/<int:pk>/comments/<int:number>/settle", parts.settle, name="settle"),
    path("desk/reports/<int:pk>/figures", supplements.figures, name="figures"),
    path("desk/reports/<int:pk>/figures/<int:number>/strike", supplements.strike, name="strike"),
    path("desk/reports/<int:pk>/explain", supplements.explain, name="explain"),
    path("desk/reports/<int:pk>/carried", supplements.carrying, name="carrying"),
    path("desk/reports/<int:pk>/cells/<str:cell>/", trace.cell, name="cell"),
    path("desk/reports/<int:pk>/cells/<str:cell>/list.<slug:to>", trace.cell_file, name="listed"),
    path("desk/reports/<int:pk>/changes", trace.changes, name="changes"),
    path("desk/reports/<int:pk>/sheet/<slug:layout>", sheets.sheet, name="sheet"),
    path("desk/reports/<int:pk>/print.<slug:to>", sheets.printout, name="printout"),
    path("desk/reports/<int:pk>/submit", signing.submit, name="submit"),
    path("desk/reports/<int:pk>/recall", signing.recall, name="recall"),
    path("desk/reports/<int:pk>/sign", signing.sign, name="sign"),
    path("desk/reports/<int:pk>/publish", signing.publish, name="publish"),
    path("desk/reports/<int:pk>/correct", signing.correct, name="correct"),
]

from django.urls import path

from gongkai.web.reporting.views import consolidation

patterns = [
    path(
        "desk/reports/areas/<slug:code>/<int:year>/",
        consolidation.consolidation,
        name="consolidation",
    ),
    path(
        "desk/reports/areas/<slug:code>/<int:year>/cells/<str:path>/",
        consolidation.cell,
        name="consolidation_cell",
    ),
    path(
        "desk/reports/areas/<slug:code>/<int:year>/trace.<slug:to>",
        consolidation.trace,
        name="trace",
    ),
    path("desk/reports/areas/<slug:code>/<int:year>/gather", consolidation.gather, name="gather"),
]

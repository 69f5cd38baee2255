from django.urls import path

from gongkai.web.reporting.views import intake, opendata, shelf

patterns = [
    path("reports/", shelf.reports, name="public_reports"),
    path("reports/of/<slug:code>/", shelf.filer, name="filer"),
    path("reports/of/<slug:code>/charts/<slug:key>.csv", shelf.filer_table, name="filer_table"),
    path("reports/of/<slug:code>/<int:year>/", shelf.shelved, name="shelved"),
    path(
        "reports/of/<slug:code>/<int:year>/statement.<slug:to>",
        opendata.statement,
        name="statement",
    ),
    path("reports/areas/<slug:code>/", shelf.area, name="area"),
    path("reports/areas/<slug:code>/charts/<slug:key>.csv", shelf.area_table, name="area_table"),
    path("data/", opendata.listing, name="opendata"),
    path("data/datapackage.json", opendata.package, name="package"),
    path("data/statement.schema.json", opendata.schema, name="schema"),
    path("data/figures.<slug:to>", opendata.figures, name="figures_file"),
    path("data/bodies.csv", opendata.bodies, name="bodies_file"),
    path("data/cells.csv", opendata.cells, name="cells_file"),
    path("desk/reports/past/", intake.intakes, name="intakes"),
    path("desk/reports/past/<int:pk>/", intake.intake, name="intake"),
    path("desk/reports/past/<int:pk>/go-on", intake.go_on, name="go_on"),
    path("desk/reports/past/<int:pk>/confirm", intake.confirm_clear, name="confirm_clear"),
    path("desk/reports/past/readings/<int:pk>/", intake.reading, name="reading"),
    path("desk/reports/past/readings/<int:pk>/set-aside", intake.set_aside, name="set_aside"),
    path("desk/reports/past/readings/<int:pk>/pages/<int:number>.png", intake.page, name="page"),
    path("desk/reports/past/readings/<int:pk>/withdraw", intake.withdraw, name="withdraw"),
    path("desk/reports/past/readings/<int:pk>/source", intake.source, name="source"),
]

from django.urls import path

from gongkai.web.ledgers.views import figures, imports

app_name = "ledgers"
urlpatterns = [
    path("desk/ledgers/", figures.ledgers, name="ledgers"),
    path("desk/ledgers/<slug:code>/<int:year>/", figures.year, name="year"),
    path("desk/ledgers/<slug:code>/<int:year>/<int:month>", figures.month, name="month"),
    path("desk/ledgers/<slug:code>/indicators", figures.indicators, name="indicators"),
    path("desk/ledgers/indicators/<int:pk>", figures.indicator, name="indicator"),
    path("desk/ledgers/figures/<int:pk>", figures.figure, name="figure"),
    path("desk/imports/", imports.imports, name="imports"),
    path("desk/imports/new/<slug:code>/<slug:target>", imports.new, name="import_new"),
    path("desk/imports/sample/<slug:code>/<slug:target>.xlsx", imports.sample, name="sample"),
    path("desk/imports/<int:pk>/", imports.batch, name="batch"),
    path("desk/imports/<int:pk>/start", imports.start, name="start"),
    path("desk/imports/<int:pk>/stop", imports.stop, name="stop"),
    path("desk/imports/<int:pk>/undo", imports.undo, name="undo"),
    path("desk/imports/<int:pk>/drop", imports.drop, name="drop"),
    path("desk/imports/<int:pk>/faults.xlsx", imports.faults, name="faults"),
]

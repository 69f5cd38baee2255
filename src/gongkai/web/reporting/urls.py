from django.urls import path

from gongkai.web.reporting import views

app_name = "reporting"
urlpatterns = [
    path("reports/", views.public_reports, name="public_reports"),
    path("bodies/<slug:code>/reports/", views.public_list, name="public_list"),
    path("bodies/<slug:code>/reports/<int:year>/", views.public_report, name="public_report"),
    path(
        "bodies/<slug:code>/reports/<int:year>/statement.json",
        views.public_data,
        name="public_data",
    ),
    path("bodies/<slug:code>/reports/<int:year>/report.<slug:to>", views.public_file, name="file"),
    path("desk/reports/", views.reports, name="reports"),
    path("desk/reports/<int:pk>/", views.report, name="report"),
    path("desk/reports/<int:pk>/text/<slug:part>", views.text, name="text"),
    path("desk/reports/<int:pk>/figures", views.figures, name="figures"),
    path("desk/reports/<int:pk>/figures/<int:number>/strike", views.strike, name="strike"),
    path("desk/reports/<int:pk>/explain", views.explain, name="explain"),
    path("desk/reports/<int:pk>/submit", views.submit, name="submit"),
    path("desk/reports/<int:pk>/recall", views.recall, name="recall"),
    path("desk/reports/<int:pk>/sign", views.sign, name="sign"),
    path("desk/reports/<int:pk>/publish", views.publish, name="publish"),
    path("desk/reports/<int:pk>/correct", views.correct, name="correct"),
]

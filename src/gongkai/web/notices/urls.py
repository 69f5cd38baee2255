from django.urls import path

from gongkai.web.notices import views

app_name = "notices"
urlpatterns = [
    path("desk/notices/", views.inbox, name="inbox"),
    path("desk/notices/read", views.read_all, name="read_all"),
    path("desk/notices/settings", views.settings, name="settings"),
    path("desk/notices/<int:pk>", views.open_notice, name="open"),
]

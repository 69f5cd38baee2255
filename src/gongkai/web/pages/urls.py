from django.urls import path

from gongkai.web.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.portal, name="portal"),
    path("search/", views.search, name="search"),
    path("check/", views.check_file, name="check"),
    path("desk/", views.desk, name="desk"),
    path("desk/trail/", views.trail, name="trail"),
    path("health", views.health, name="health"),
    path("ready", views.ready, name="ready"),
]

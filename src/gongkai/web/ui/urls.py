from django.urls import path

from gongkai.web.ui import views

app_name = "ui"
urlpatterns = [
    path("type-size", views.type_size, name="type_size"),
    path("desk/style", views.style, name="style"),
]

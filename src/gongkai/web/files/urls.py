from django.urls import path

from gongkai.web.files import views

app_name = "files"
urlpatterns = [path("files/<uuid:pk>", views.fetch, name="fetch")]

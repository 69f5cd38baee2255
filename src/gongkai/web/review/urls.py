from django.urls import path

from gongkai.web.review import views

app_name = "review"
urlpatterns = [path("desk/reviews/<int:pk>/", views.sheet, name="sheet")]

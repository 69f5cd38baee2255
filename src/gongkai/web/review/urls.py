from django.urls import path

from gongkai.web.review import views

app_name = "review"
urlpatterns = [
    path("desk/reviews/<int:pk>/", views.sheet, name="sheet"),
    path("desk/bodies/<slug:code>/signing/", views.chains, name="chains"),
    path("desk/bodies/<slug:code>/signing/<str:subject>", views.chain, name="chain"),
    path("desk/away/", views.absence, name="absence"),
    path("desk/away/<int:pk>/end", views.come_back, name="come_back"),
]

from django.urls import path

from gongkai.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code", views.code, name="code"),
    path("sign-out", views.sign_out, name="sign_out"),
    path("desk/me/", views.self, name="self"),
    path("desk/me/password", views.password, name="password"),
    path("desk/me/second-factor", views.second_factor, name="second_factor"),
    path("desk/me/sessions/<int:pk>/end", views.end_session, name="end_session"),
]

from django.urls import path

from gongkai.web.accounts.views import own, provider, signing

app_name = "accounts"
urlpatterns = [
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-in/code", signing.code, name="code"),
    path("sign-in/oidc", provider.begin, name="provider"),
    path("sign-in/oidc/back", provider.back, name="provider_back"),
    path("sign-out", signing.sign_out, name="sign_out"),
    path("desk/me/", own.self, name="self"),
    path("desk/me/password", own.password, name="password"),
    path("desk/me/second-factor", own.second_factor, name="second_factor"),
    path("desk/me/sessions/<int:pk>/end", own.end_session, name="end_session"),
]

"""A bare Django view: what the public pages are measured beside."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="bench", MIDDLEWARE=[])


def view(request: HttpRequest) -> HttpResponse:
    del request
    return HttpResponse("<!doctype html><title>bare</title><p>bare</p>")


urlpatterns = [path("", view)]
application = get_wsgi_application()

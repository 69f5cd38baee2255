"""The errors' pages, the type size and the component page."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gongkai.web.ui.config import config
from gongkai.web.ui.context import LARGE
from gongkai.web.ui.forms import SampleForm

YEAR = 365 * 24 * 3600


@login_not_required
@csrf_exempt
@require_POST
def type_size(request: HttpRequest) -> HttpResponse:
    """Switch large type on or off for this browser, and go back.

    Without a form secret, which would put a cookie on every public page and keep it from caches.
    """
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    if request.COOKIES.get(LARGE) == "on":
        response.delete_cookie(LARGE)
    else:
        response.set_cookie(LARGE, "on", max_age=YEAR, samesite="Lax", httponly=True)
    return response


def style(request: HttpRequest) -> HttpResponse:
    """Every component once, for those who build pages."""
    form = SampleForm({"name": "", "kind": "street", "note": "已填写的内容会保留"})
    return render(request, "ui/style.html", {"form": form})


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return render(request, "ui/404.html", status=404)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/403.html", {"reason": str(exception)}, status=403)


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form whose secret is missing or old."""
    del reason
    return render(request, "ui/expired.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours. Without context processors: the database may be what failed."""
    facts = {"number": getattr(request, "number", ""), "site_name": config().site_name}
    return HttpResponse(render_to_string("ui/500.html", facts), status=500)

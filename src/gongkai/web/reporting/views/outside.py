"""Bodies that are not on the platform: entered by the department, sending reports by a link."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.web.accounts.queries import address_of
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting import permissions
from gongkai.web.reporting.acts import archive as archive_acts
from gongkai.web.reporting.acts import intake as intake_acts
from gongkai.web.reporting.forms.archive import HandInForm
from gongkai.web.reporting.forms.filing import RegisterForm
from gongkai.web.reporting.models.archive import Filer, Shelved
from gongkai.web.ui.pace import within

SALT = "reporting.hand_in"
DAYS = 120
"""A link is good for so many days, and until the year's report stands before the public."""
UPLOADS, UPLOADS_WITHIN = 10, 3600


@require_POST
def register(request: HttpRequest, code: str) -> HttpResponse:
    """Enter a body that owes a report and is not on the platform."""
    area = _area(request, code)
    form = RegisterForm(request.POST)
    if form.is_valid():
        filer = archive_acts.register(request.actor, area=area, **form.cleaned_data)
        messages.success(request, f"已登记{filer.name}。")
    else:
        messages.error(request, "请填写单位名称并选择类别。")
    return redirect(f"{reverse('reporting:board')}?area={code}")


@require_POST
def link(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Make the address at which a body that is not on the platform sends its report."""
    filer = get_object_or_404(Filer.objects.select_related("area"), code=code, body=None)
    demand(permissions.may_receive, request.standing, filer.area)
    token = signing.dumps([filer.code, year], salt=SALT, compress=True)
    address = request.build_absolute_uri(reverse("reporting:send_in", args=[token]))
    facts = {"filer": filer, "year": year, "address": address, "days": DAYS}
    return render(request, "reporting/link.html", facts)


@login_not_required
def send_in(request: HttpRequest, token: str) -> HttpResponse:
    """A body without an account sends its report; the department compares and confirms it."""
    try:
        code, year = signing.loads(token, salt=SALT, max_age=DAYS * 86400)
    except signing.BadSignature:
        return render(request, "reporting/send_in.html", {"refused": True}, status=404)
    filer = get_object_or_404(Filer.objects.select_related("area"), code=code)
    facts: dict[str, object] = {"filer": filer, "year": year}
    if Shelved.objects.filter(filer=filer, year=year).exists():
        return render(request, "reporting/send_in.html", {**facts, "closed": True})
    form = HandInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if not within(f"send_in:{address_of(request)}", UPLOADS, UPLOADS_WITHIN):
            form.add_error(None, "从您这里上传的次数太多，请一小时后再试。")
            return render(request, "reporting/send_in.html", {**facts, "form": form}, status=429)
        sent = form.cleaned_data["file"]
        by = Actor(f"filer:{filer.code}", filer.name, address_of(request))
        intake_acts.receive(by, [(sent.name, sent)], area=filer.area, body=None)
        return render(request, "reporting/send_in.html", {**facts, "sent": sent.name})
    return render(request, "reporting/send_in.html", {**facts, "form": form})


def _area(request: HttpRequest, code: str) -> Body:
    area = get_object_or_404(Body, code=code, kind=Body.Kind.GOVERNMENT)
    demand(permissions.may_receive, request.standing, area)
    return area

"""Where a consulted third party, or another body, says what it thinks: a page of its own by code.

It is told which body asks about what, never who applied.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.requests.acts.consult import reply
from gongkai.web.requests.case_forms import OpinionForm
from gongkai.web.requests.forms import FollowForm
from gongkai.web.requests.models.others import Consultation
from gongkai.web.requests.queries import digest_of_code
from gongkai.web.requests.views.tries import failed, resting
from gongkai.web.ui import clock
from gongkai.web.vault.queries import open_all

SESSION = "requests.consulted"
WRONG = "编号或者查询码不对，请对照征求意见书重新填写。"


@login_not_required
@never_cache
@sensitive_post_parameters("code")
def find(request: HttpRequest) -> HttpResponse:
    """Number and code, as the letter of consultation shows them."""
    if resting(request, "opinion"):
        return render(request, "requests/rest.html", status=429)
    form = FollowForm(request.POST or None)
    form.fields["number"].label = "征求意见编号"
    if request.method == "POST" and form.is_valid():
        found = _named(**form.cleaned_data)
        if found is not None:
            request.session[SESSION] = found.pk
            return redirect("requests:opinion_give")
        failed(request, "opinion")
        form.add_error(None, WRONG)
    return render(request, "requests/opinion_find.html", {"form": form})


@login_not_required
@never_cache
@sensitive_post_parameters()
def give(request: HttpRequest) -> HttpResponse:
    """What it is about, until when, and the opinion."""
    found = _asked(request)
    if found is None:
        return redirect("requests:opinion")
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reply(request.actor, found, on=clock.today(), **form.cleaned_data)
        except NotProvidedFor as refusal:
            form.add_error(None, f"{refusal}。")
        else:
            found.refresh_from_db()
    facts = {
        "found": found,
        "form": form,
        "about": open_all(found.holder).get("about", ""),
        "over": found.request.closed is not None and found.closed is None,
    }
    return render(request, "requests/opinion_give.html", facts)


def _asked(request: HttpRequest) -> Consultation | None:
    all_of_them = Consultation.objects.select_related("request__body", "holder")
    return all_of_them.filter(pk=request.session.get(SESSION)).first()


def _named(number: str, code: str) -> Consultation | None:
    number = number.strip().upper()
    found = Consultation.objects.filter(number=number).first()
    if found is None or not constant_time_compare(found.code, digest_of_code(number, code)):
        return None
    return found

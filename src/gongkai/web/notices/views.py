"""What I was told, and where I want to be told."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.notices import queries
from gongkai.web.notices.acts.settle import prefer
from gongkai.web.notices.acts.tell import mark_read
from gongkai.web.notices.forms import PreferenceForm


def inbox(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    page = Paginator(queries.inbox(request.user), 30).get_page(request.GET.get("page"))
    return render(request, "notices/inbox.html", {"page": page})


@require_POST
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Go where something is to be done; the notice is read from then on."""
    notice = get_object_or_404(queries.inbox(request.user), pk=pk)
    mark_read(request.user, [notice.pk])
    return redirect(notice.address)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    mark_read(request.user)
    return redirect("notices:inbox")


def settings(request: HttpRequest) -> HttpResponse:
    """Where and when I want to be told."""
    wish = queries.preference_of(request.user)
    known = queries.contact_of(wish)
    form = PreferenceForm(request.POST or None, instance=wish, known=known)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        for name in ("email", "phone"):
            given[name] = given[name] or None
        prefer(request.actor, person=request.user, **given)
        messages.success(request, "已经保存。")
        return redirect("notices:settings")
    ready = {"mail": queries.ready("mail"), "sms": queries.ready("sms")}
    return render(request, "notices/settings.html", {"form": form, "ready": ready, "known": known})

"""Beside the acts of a case: who handles it, notes, searches."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.web.requests import permissions
from gongkai.web.requests.acts.assign import assign
from gongkai.web.requests.acts.casework import log_search, note
from gongkai.web.requests.case_forms import NoteForm, SearchForm
from gongkai.web.requests.list_forms import CaseAssignForm
from gongkai.web.requests.views.found import case_for, form_page
from gongkai.web.ui import clock


def give_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which section and who leads, which sections assist."""
    case = case_for(request, pk, permissions.may_assign)
    form = CaseAssignForm(request.POST or None, case=case, today=clock.today())
    if request.method == "POST" and form.is_valid():
        assign(request.actor, case, **form.cleaned_data)
        messages.success(request, "已分办。")
        return redirect("requests:case", pk=pk)
    return form_page(request, case, form, title="分办", button="分办")


def add_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a note for colleagues."""
    case = case_for(request, pk, permissions.may_handle)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        note(request.actor, case, form.cleaned_data["text"])
        return redirect("requests:case", pk=pk)
    return form_page(request, case, form, title="添加备注", button="保存备注")


def add_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down where was searched and what came of it."""
    case = case_for(request, pk, permissions.may_handle)
    form = SearchForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        log_search(request.actor, case, form.searched)
        messages.success(request, "检索记录已保存，作为答复的依据归入案卷。")
        return redirect("requests:case", pk=pk)
    return form_page(request, case, form, title="登记检索", button="保存检索记录")

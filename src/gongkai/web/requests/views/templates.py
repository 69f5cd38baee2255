"""A body's own letters: their wording, Word files, numbers, and who reviews the answers."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from gongkai.law.outcome.letters import LETTERS
from gongkai.law.outcome.letters import letter as kind_of_letter
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.files.sniff import RefusedError
from gongkai.web.requests import permissions
from gongkai.web.requests.acts import templates as acts
from gongkai.web.requests.acts.answer import WORD_FILE
from gongkai.web.requests.hearing import head_of
from gongkai.web.requests.letter_forms import HeadForm, TemplateForm
from gongkai.web.requests.letters.blanks import DATE, NUMBER, TEXT, TITLE
from gongkai.web.requests.letters.case import template_of, wording_of
from gongkai.web.requests.letters.page import Sheet, printed
from gongkai.web.requests.letters.words import NAMES, version
from gongkai.web.requests.models.letters import Template

SHEET = Sheet(
    body="{{机关}}",
    number=f"{{{{{NUMBER}}}}}",
    title=f"{{{{{TITLE}}}}}",
    text=f"{{{{{TEXT}}}}}",
    day=f"{{{{{DATE}}}}}",
    on=date(2026, 1, 1),
)


def listing(request: HttpRequest, code: str) -> HttpResponse:
    """Every letter with the version in force, and what they need beside."""
    body = _body(request, code)
    form = HeadForm(request.POST or None, instance=head_of(body))
    if request.method == "POST" and form.is_valid():
        acts.set_head(request.actor, form.save(commit=False))
        messages.success(request, "已保存。")
        return redirect("requests:templates", code=code)
    own = {each.code: each for each in Template.objects.filter(body=body, retired=None)}
    common = {each.code: each for each in Template.objects.filter(body=None, retired=None)}
    rows = [
        (each, own.get(each.code), common.get(each.code)) for each in LETTERS if each.code != "L7"
    ]
    facts = {"body": body, "form": form, "rows": rows, "version": version()}
    return render(request, "requests/templates.html", facts)


def edit(request: HttpRequest, code: str, letter: str) -> HttpResponse:
    """The wording of one letter, its Word file, its versions."""
    body = _body(request, code)
    kind = _kind(letter)
    words = wording_of(body, letter)
    initial = {"title": words.title, "text": words.text}
    form = TemplateForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            acts.set_template(
                request.actor,
                body,
                letter,
                title=given["title"],
                text=given["text"],
                data=form.data,
            )
        except RefusedError as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, f"“{kind.zh}”已改用新版本，以后起草的文书按它生成。")
            return redirect("requests:templates", code=code)
    facts = {
        "body": body,
        "kind": kind,
        "form": form,
        "names": NAMES,
        "in_force": template_of(body, letter),
        "versions": Template.objects.filter(body=body, code=letter).select_related("upload"),
    }
    return render(request, "requests/template.html", facts)


@require_POST
def back(request: HttpRequest, code: str, letter: str) -> HttpResponse:
    """Back to the wording of the installation or the platform."""
    body = _body(request, code)
    acts.retire(request.actor, body, _kind(letter).code)
    messages.success(request, "已恢复为通用模板。")
    return redirect("requests:template", code=code, letter=letter)


@require_safe
def blank(request: HttpRequest, code: str) -> HttpResponse:
    """A Word template to begin from, in the official layout with its blanks."""
    _body(request, code)
    response = HttpResponse(printed(SHEET), content_type=WORD_FILE)
    response["Content-Disposition"] = 'attachment; filename="template.docx"'
    return response


def _body(request: HttpRequest, code: str) -> Body:
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_set_letters, request.standing, body)
    return body


def _kind(name: str):
    try:
        return kind_of_letter(name)
    except KeyError:
        raise Http404 from None

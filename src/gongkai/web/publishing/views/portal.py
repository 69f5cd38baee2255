"""The disclosure page of a body, its catalogue, its items."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, quote_etag

from gongkai.statute.catalogue import PLATFORM_PARTS
from gongkai.web.agencies.models import Body
from gongkai.web.audit.kept import kept
from gongkai.web.files.sniff import safe_name
from gongkai.web.publishing.download import FORMATS
from gongkai.web.publishing.forms.items import DayForm, FilterForm
from gongkai.web.publishing.guide import guide
from gongkai.web.publishing.kinds import KINDS, RULES, told
from gongkai.web.publishing.models.items import Audience, Item, Relation
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.queries import register as registers
from gongkai.web.publishing.queries import relations, upkeep
from gongkai.web.publishing.queries.clarifications import of_item
from gongkai.web.publishing.record import Stage
from gongkai.web.review.chain import digest_of
from gongkai.web.ui import clock
from gongkai.web.ui.context import LARGE

LABELS = {"csv": "CSV", "json": "JSON", "xlsx": "Excel 表格"}
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@login_not_required
@kept
def disclosure(request: HttpRequest, code: str) -> HttpResponse:
    """The four statutory parts and the entry for applications (platform rules of 2019)."""
    body = get_object_or_404(Body, code=code)
    kinds = queries.kinds_of(body)
    facts = {
        "body": body,
        "titles": PLATFORM_PARTS,
        "kinds": [(key, label, count) for key, label, count in kinds if count],
        "rules": queries.published(body).filter(kind=RULES)[:20],
        "latest": queries.published(body)[:6],
        "topics": upkeep.topics(body)[:10],
        "total": sum(count for _key, _label, count in kinds),
    }
    return render(request, "publishing/disclosure.html", facts)


@login_not_required
@kept
def guide_page(request: HttpRequest, code: str) -> HttpResponse:
    """The guide, as of today."""
    body = get_object_or_404(Body, code=code)
    form, _parts = queries.numbering(body)
    made = guide(body, queries.kinds_of(body), form, clock.today())
    facts = {"body": body, "guide": made, "today": clock.today()}
    return render(request, "publishing/guide.html", facts)


@login_not_required
@kept
def catalogue(request: HttpRequest, code: str) -> HttpResponse:
    """Everything a body has published."""
    body = get_object_or_404(Body, code=code)
    form, found = _narrowed(request, body)
    kept = request.GET.copy()
    kept.pop("page", None)
    facts = {
        "body": body,
        "form": form,
        "kept": kept.urlencode(),
        "page": Paginator(found, 30).get_page(request.GET.get("page")),
        "formats": [(to, LABELS[to]) for to in FORMATS],
    }
    return render(request, "publishing/catalogue.html", facts)


@login_not_required
def catalogue_file(request: HttpRequest, code: str, to: str) -> HttpResponse:
    """The catalogue, narrowed the same way, as a file."""
    if to not in FORMATS:
        raise Http404
    body = get_object_or_404(Body, code=code)
    _form, found = _narrowed(request, body)
    data = FORMATS[to](list(_rows(request, found)))
    name = safe_name(f"{body.short_name}主动公开目录.{to}")
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(data, content_type=MEDIA[to], headers=headers)


@login_not_required
@kept
def register(request: HttpRequest, code: str) -> HttpResponse:
    """The normative documents of a body that were in force on a day."""
    body = get_object_or_404(Body, code=code)
    form = DayForm(request.GET)
    on = (form.cleaned_data.get("on") if form.is_valid() else None) or clock.today()
    page = Paginator(registers.in_force_on(body, on), 50).get_page(request.GET.get("page"))
    shown = DayForm(initial={"on": on})
    facts = {"body": body, "form": shown, "on": on, "page": page}
    return render(request, "publishing/register.html", facts)


def _narrowed(request: HttpRequest, body: Body) -> tuple[FilterForm, QuerySet[Item]]:
    form = FilterForm(queries.years_of(body), request.GET)
    return form, queries.filtered(queries.published(body), **form.wanted())


def _rows(request: HttpRequest, found: QuerySet[Item]) -> Iterator[dict[str, str]]:
    for item in found.defer("content"):
        yield {
            "索引号": item.index_number,
            "名称": item.title,
            "文号": item.document_number,
            "发布机构": item.body.name,
            "生成日期": item.made_on.isoformat(),
            "发布日期": item.published_on.isoformat(),
            "内容概述": item.summary,
            "主题分类": item.subject,
            "体裁": item.get_kind_display(),
            "有效性": item.validity,
            "网址": request.build_absolute_uri(queries.address(item)),
        }


@login_not_required
@kept
def item(request: HttpRequest, code: str, year: int, number: int) -> HttpResponse:
    """One published item at its stable address."""
    readable = queries.readable_items(request.standing)
    shown = readable.filter(body__code=code, year=year, serial=number).first()
    if shown is None:
        return _gone(request, code, year, number)
    found = relations.of_item(shown)
    linked = [shown, *relations.neighbours(shown, found)]
    etag, changed = _etag(request, shown, linked), _changed(linked)
    unchanged = get_conditional_response(request, etag=etag, last_modified=changed)
    response = unchanged or _item_page(request, shown, found)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = "no-cache" if shown.audience == Audience.PUBLIC else "no-store"
    return response


def _gone(request: HttpRequest, code: str, year: int, number: int) -> HttpResponse:
    """Why nothing stands here any more, if something did; nothing of what it said."""
    taken = queries.taken_down().filter(body__code=code, year=year, serial=number)
    item = get_object_or_404(taken)
    state = queries.state_of(item)
    facts = {
        "body": item.body,
        "kind": KINDS[item.kind],
        "over": item.stage != Stage.WITHDRAWN,
        "archived": item.stage == Stage.ARCHIVED,
        "overturned": state.overturned,
        "reason": state.reason,
    }
    response = render(request, "publishing/gone.html", facts, status=410)
    response["Cache-Control"] = "no-store"
    return response


def _item_page(request: HttpRequest, shown: Item, found: list[Relation]) -> HttpResponse:
    inside = shown.audience == Audience.INTRANET
    state = queries.state_of(shown) if inside or shown.version > 1 or shown.ended_on else None
    facts = {
        "item": shown,
        "files": queries.freed(queries.uploads(state))
        if state and inside
        else queries.files_shown(shown),
        "corrections": [each for each in state.versions if each.reason] if state else (),
        "end_reason": state.reason if state else "",
        "own": told(shown.kind, shown.details),
        "related": relations.shown(shown, found),
        "clarifications": of_item(shown),
        "url": request.build_absolute_uri(),
    }
    return render(request, "publishing/item.html", facts)


def _changed(linked: list[Item]) -> int:
    """When the page changed last, in seconds; withdrawn neighbours count, for they are missed."""
    return max(int(each.changed.timestamp()) for each in linked if each.changed)


def _etag(request: HttpRequest, shown: Item, linked: list[Item]) -> str:
    """Changes with whatever the page shows: the item, its neighbours, the frame around it."""
    told = [[each.pk, str(each.changed)] for each in linked]
    frame = [request.COOKIES.get(LARGE, ""), request.user.is_authenticated]
    return quote_etag(digest_of([told, frame, shown.body.name, static("ui/gongkai.css")])[:32])

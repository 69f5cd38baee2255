"""The desk: drafts, files, what the scan found, signatures, publication and what comes after."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.files.sniff import RefusedError
from gongkai.web.publishing import kinds, permissions
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.forms.items import (
    EndForm,
    FileForm,
    MomentForm,
    NumberingForm,
    OverturnForm,
    ReasonForm,
    ReleaseForm,
)
from gongkai.web.publishing.kinds import KINDS, NORMATIVE
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import Act, Ground, NotProvidedForError, Stage, State, Validity
from gongkai.web.review import queries as review_queries
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.review.chain import Verdict
from gongkai.web.review.forms import SignForm
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

NO_REASON = "请写明理由。"
ITEM = Page("publishing:desk_item", (NotProvidedForError, NotInOrderError, RefusedError))


def items(request: HttpRequest) -> HttpResponse:
    """The items of one's bodies."""
    demand(permissions.may_work_on_items, request.standing)
    found, stage = queries.on_desk(request.standing), request.GET.get("stage", "")
    words = request.GET.get("words", "").strip()
    if stage in list(Stage):
        found = found.filter(stage=stage)
    drafting = queries.draftable(request.standing)
    facts = {
        "page": Paginator(queries.filtered(found, words=words), 30).get_page(
            request.GET.get("page")
        ),
        "words": words,
        "stage": stage,
        "stages": [(each.value, each.zh) for each in Stage],
        "bodies": drafting,
        "publishes_for": [
            each.pk for each in drafting if permissions.may_publish.test(request.standing, each)
        ],
        "this_year": clock.today().year,
    }
    return render(request, "publishing/items.html", facts)


def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One item: its draft, its files, what was found, who signed, what may be done."""
    shown = opened(request, pk, permissions.may_read)
    state = queries.state_of(shown)
    files = queries.uploads(state)
    open_now = state.stage in (Stage.DRAFTING, Stage.IN_REVIEW, Stage.SIGNED)
    review = review_queries.latest(queries.subject_of(shown))
    facts = {
        "item": shown,
        "state": state,
        "stage": state.stage.value,
        "files": files,
        "renewed": queries.renewed(files),
        "due": None if state.published_on else queries.due(shown),
        "today": clock.today(),
        "labels": _labels(state),
        "made_on": date.fromisoformat(state.facts["made_on"]),
        "findings": queries.scan(state, files) if open_now else [],
        "grounds": [(each.value, each.zh) for each in Ground],
        "review": review,
        "rows": review_queries.signed_steps(review),
        "acting": _turn(request, state, review),
        "sign_form": SignForm(review=review, acting=_turn(request, state, review)),
        "file_form": FileForm(),
        "reason_form": ReasonForm(),
        "own": kinds.told(state.facts["kind"], state.facts.get("details", {})),
        "moment_form": MomentForm(),
        "overturn_form": OverturnForm(initial={"on": clock.today()}),
        "withdraw_by": queries.withdraw_by(shown),
        "period": queries.period(shown),
        "overturned_on": shown.overturned_on,
        "end_form": EndForm(initial={"on": clock.today()}),
        "entries": shown.entries.order_by("-number")[:30],
        **_possible(request, shown, state),
    }
    return render(request, "publishing/desk_item.html", facts)


def _labels(state: State) -> dict[str, str]:
    """How the choices of the draft read."""
    draft = Item(kind=state.facts["kind"], audience=state.facts["audience"])
    return {"kind": draft.get_kind_display(), "audience": draft.get_audience_display()}


def _turn(request: HttpRequest, state: State, review) -> review_queries.Acting | None:
    if state.stage is not Stage.IN_REVIEW:
        return None
    return review_queries.turn(review, request.user, request.standing, clock.today())


def _possible(request: HttpRequest, shown: Item, state: State) -> dict[str, bool]:
    """What this person may do with it now."""

    def may(allowed, *stages: Stage) -> bool:
        return state.stage in stages and allowed.test(request.standing, shown.body)

    ended = may(permissions.may_publish, Stage.PUBLISHED) and shown.kind == NORMATIVE
    return {
        "may_edit": may(permissions.may_draft, Stage.DRAFTING),
        "may_recall": may(permissions.may_draft, Stage.IN_REVIEW, Stage.SIGNED),
        "may_release": may(permissions.may_release, Stage.DRAFTING, Stage.IN_REVIEW, Stage.SIGNED),
        "may_publish": may(permissions.may_publish, Stage.SIGNED),
        "may_overturn": may(permissions.may_publish, Stage.PUBLISHED)
        and KINDS[shown.kind].overturned is not None
        and not state.overturned,
        "may_correct": may(permissions.may_draft, Stage.PUBLISHED),
        "may_end": ended,
        "may_withdraw": may(permissions.may_withdraw, Stage.PUBLISHED, Stage.ENDED)
        or (state.public and may(permissions.may_withdraw, Stage.DRAFTING)),
    }


@require_POST
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    shown, form = opened(request, pk, permissions.may_draft), FileForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        return ITEM.done(
            request,
            pk,
            lambda: acts.attach(request.actor, item=shown, name=sent.name, data=sent.read()),
            "已经添加附件。",
        )
    return ITEM.refused(request, pk, "请先选择要上传的文件。")


@require_POST
def detach(request: HttpRequest, pk: int) -> HttpResponse:
    shown, upload = opened(request, pk, permissions.may_draft), request.POST.get("upload", "")
    return ITEM.done(
        request,
        pk,
        lambda: acts.detach(request.actor, item=shown, upload=upload),
        "已经移除附件。",
    )


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    shown = opened(request, pk, permissions.may_draft)
    return ITEM.done(request, pk, lambda: acts.submit(request.actor, item=shown), "已经送审。")


@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    shown = opened(request, pk, permissions.may_draft)
    return ITEM.done(
        request, pk, lambda: acts.recall(request.actor, item=shown), "已经撤回，可以继续修改。"
    )


@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign or return, in the role whose turn it is."""
    shown = opened(request, pk, permissions.may_read)
    review = review_queries.latest(queries.subject_of(shown))
    acting = review_queries.turn(review, request.user, request.standing, clock.today())
    form = SignForm(request.POST, review=review, acting=acting)
    if acting is None:
        return ITEM.refused(request, pk, "现在没有轮到您的岗位签署。")
    if not form.is_valid():
        return ITEM.refused(request, pk, "退回时请写明理由，让经办人知道要改什么。")
    verdict, opinion = Verdict(form.cleaned_data["verdict"]), form.cleaned_data["opinion"]
    return ITEM.done(
        request,
        pk,
        lambda: acts.sign(
            request.actor,
            item=shown,
            acting=acting,
            verdict=verdict,
            opinion=opinion,
            points=form.points(),
        ),
        "已经签署。",
    )


@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one thing the scan found go out."""
    shown, form = opened(request, pk, permissions.may_release), ReleaseForm(request.POST)
    if not form.is_valid():
        return ITEM.refused(request, pk, "请选择放行的依据，并写明说明。")
    typed = form.cleaned_data
    ground = Ground(typed["ground"])
    return ITEM.done(
        request,
        pk,
        lambda: acts.release(
            request.actor, item=shown, key=typed["key"], ground=ground, word=typed["word"]
        ),
        "已经放行，记入审查记录。",
    )


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    shown, on = opened(request, pk, permissions.may_publish), clock.today()
    return ITEM.done(
        request, pk, lambda: acts.publish(request.actor, item=shown, on=on), "已经公布。"
    )


@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    shown = opened(request, pk, permissions.may_draft)
    return _with_reason(
        request,
        pk,
        lambda reason: acts.correct(request.actor, item=shown, reason=reason),
        "可以修改了；公众仍看到原来的版本，直到重新公布。",
    )


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    shown = opened(request, pk, permissions.may_withdraw)
    return _with_reason(
        request,
        pk,
        lambda reason: acts.withdraw(request.actor, item=shown, reason=reason),
        "已经撤下，页面、附件和检索中都不再出现。",
    )


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """A normative document is repealed or has lapsed."""
    shown, form = opened(request, pk, permissions.may_publish), EndForm(request.POST)
    if not form.is_valid():
        return ITEM.refused(request, pk, "请选择废止或者失效、起始日期，并写明理由。")
    typed = form.cleaned_data
    validity = Validity(typed["validity"])
    return ITEM.done(
        request,
        pk,
        lambda: acts.end(
            request.actor, item=shown, validity=validity, on=typed["on"], reason=typed["reason"]
        ),
        f"已经标明{validity.value}，计入规范性文件台账。",
    )


@require_POST
def give_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Discard a draft that was never public, or give a correction up."""
    shown = opened(request, pk, permissions.may_draft)
    act = acts.abandon if shown.public else acts.discard
    told = Act.ABANDON.zh if shown.public else Act.DISCARD.zh
    return ITEM.done(request, pk, lambda: act(request.actor, item=shown), f"已经{told}。")


def numbering(request: HttpRequest, code: str) -> HttpResponse:
    """The form of a body's index numbers."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_publish, request.standing, body)
    key, parts = queries.numbering(body)
    form = NumberingForm(request.POST or None, initial={"form": key, **parts})
    if request.method == "POST" and form.is_valid():
        try:
            acts.set_numbering(
                request.actor, body=body, form=form.cleaned_data["form"], parts=form.parts()
            )
        except InvalidNumberError as fault:
            form.add_error(None, f"{fault}。")
        else:
            messages.success(request, "已经保存，从下一条公布的信息起采用。")
            return redirect("publishing:items")
    return render(request, "publishing/numbering.html", {"form": form, "body": body})


def opened(request: HttpRequest, pk: int, allowed) -> Item:
    found = get_object_or_404(Item.objects.select_related("body"), pk=pk)
    demand(allowed, request.standing, found.body)
    return found


def _with_reason(
    request: HttpRequest, pk: int, act: Callable[[str], object], told: str
) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return ITEM.refused(request, pk, NO_REASON)
    return ITEM.done(request, pk, lambda: act(form.cleaned_data["reason"]), told)

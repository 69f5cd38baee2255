"""Signing in with the identity provider: there, and back with an answer."""

from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from gongkai.web.accounts import acts, provider, queries
from gongkai.web.accounts.models import Person, SignIn
from gongkai.web.accounts.provider import Flow, RefusedError
from gongkai.web.accounts.views.signing import agent_of, enter, second_step
from gongkai.web.ui import clock
from gongkai.web.ui.config import config

FLOWS = "oidc-flows"
AT_ONCE = 5
"""Sign-ins under way in one browser, as in several tabs."""
LASTS = 600
"""Seconds that a person may take at the provider."""


@login_not_required
@never_cache
def begin(request: HttpRequest) -> HttpResponse:
    """Send the person to the provider."""
    _demand_setting()
    if request.get_host() != urlsplit(config().address).netloc:
        return redirect(config().address + request.get_full_path())
    flow = provider.begin(request.GET.get("next", ""), _now())
    try:
        door = provider.door(Flow(**flow), _back())
    except RefusedError as refusal:
        return _refused(request, refusal)
    under_way = request.session.get(FLOWS, [])
    request.session[FLOWS] = [*under_way, flow][-AT_ONCE:]
    return redirect(door)


@login_not_required
@never_cache
def back(request: HttpRequest) -> HttpResponse:
    """The provider's answer: a code for a flow that this browser began, once."""
    _demand_setting()
    try:
        flow = _flow(request)
        claimed = provider.identify(flow, _code(request), _back(), _now())
    except RefusedError as refusal:
        return _refused(request, refusal)
    met = acts.meet(claimed)
    if met.person is None:
        sentence = "您的统一身份还没有与本平台的账号关联，不能登录。"
        return _refused(request, RefusedError(sentence, "untied", 403), code=met.code)
    if not met.person.is_active:
        sentence = "您在本平台的账号已经停用，请联系本单位的系统管理员。"
        return _refused(request, RefusedError(sentence, "stopped", 403), person=met.person)
    vouched = not claimed.factors.isdisjoint(config().oidc_factor)
    if queries.second_factor(met.person) and not vouched:
        return second_step(request, met.person, SignIn.Way.PROVIDER, flow.onward)
    return enter(request, met.person, SignIn.Way.PROVIDER, flow.onward, vouched=vouched)


def _flow(request: HttpRequest) -> Flow:
    """The flow this answer belongs to, taken out of the session: an answer counts once."""
    state, under_way = request.GET.get("state", ""), request.session.get(FLOWS, [])
    found = next((each for each in under_way if each["state"] == state), None)
    if found is None:
        raise RefusedError(
            "找不到这次登录的开头：可能打开了旧的网址、按了后退，或者浏览器没有保存 Cookie。"
            "请从登录页重新开始。",
            "state",
        )
    request.session[FLOWS] = [each for each in under_way if each is not found]
    if _now() - found["begun"] > LASTS:
        raise RefusedError("在统一身份认证页面停留太久，请重新登录。", "too late")
    return Flow(**found)


def _code(request: HttpRequest) -> str:
    """The code; RefusedError where the provider says no instead, or another one has answered."""
    told = request.GET
    if told.get("error") == "access_denied":
        raise RefusedError("您在统一身份认证页面取消了登录，或者那边没有同意。", "access_denied")
    issuer = told.get("iss", "")
    if issuer and issuer != provider.described()["issuer"]:
        raise RefusedError("答复不是来自本平台设置的统一身份认证，没有登录。", "iss")
    if not told.get("code"):
        raise RefusedError(
            "统一身份认证没有完成这次登录，请重新登录；反复出现时请告诉系统管理员。",
            told.get("error", "no code")[:40],
        )
    return told["code"]


def _refused(
    request: HttpRequest, refusal: RefusedError, *, code: str = "", person: Person | None = None
) -> HttpResponse:
    """Why nobody was signed in, and what to do. An answer that nobody here asked for is not noted:
    anybody can send one."""
    if refusal.reason != "state":
        agent = agent_of(request)
        acts.note_provider_refusal(request.actor, reason=refusal.reason, person=person, agent=agent)
    facts = {"sentence": str(refusal), "code": code, "config": config()}
    return render(request, "accounts/refused.html", facts, status=refusal.status)


def _demand_setting() -> None:
    if not config().oidc:
        raise Http404


def _back() -> str:
    """Our address that the provider sends people back to; registered there."""
    return config().address + reverse("accounts:provider_back")


def _now() -> float:
    return clock.now().timestamp()

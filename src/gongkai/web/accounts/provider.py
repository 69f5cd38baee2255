"""The identity provider 统一身份认证: OpenID Connect, authorisation code flow with PKCE.

Nothing here knows accounts: an answer of the provider goes in, who it speaks of comes out. What the
provider says of itself and its keys are kept for an hour; a key not seen before is asked for.
"""

import json
import secrets
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from django.core.cache import cache
from joserfc import jwt
from joserfc.errors import ExpiredTokenError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from gongkai.web.ui.config import Client, config, oidc_client
from gongkai.web.ui.outward import NotReachedError, ask
from gongkai.web.ui.pace import within

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Signatures that only the provider can make: never `none`, never one made with our own secret."""
KEPT = 3600
PATIENCE = 8
"""Seconds for one answer of the provider."""
LEEWAY = 60
"""Seconds by which two clocks may differ."""
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class RefusedError(Exception):
    """Nobody can be signed in; the message says why and what to do, `reason` is for the trail."""

    def __init__(self, message: str, reason: str, status: int = 400):
        super().__init__(message)
        self.reason, self.status = reason, status


@dataclass(frozen=True)
class Flow:
    """One sign-in under way; kept in the visitor's session, good for one answer."""

    state: str
    nonce: str
    verifier: str
    onward: str
    begun: float


@dataclass(frozen=True)
class Identity:
    """Whom the provider speaks of."""

    issuer: str
    subject: str
    name: str
    known_as: str
    """The value of the claim that finds accounts; empty where there is none to rely on."""
    factors: frozenset[str]
    """How the person has shown who they are: `acr` and `amr`."""


def begin(onward: str, now: float) -> dict[str, Any]:
    """A new flow, as the session keeps it."""
    return asdict(
        Flow(
            state=secrets.token_urlsafe(24),
            nonce=secrets.token_urlsafe(24),
            verifier=secrets.token_urlsafe(48),
            onward=onward,
            begun=now,
        )
    )


def door(flow: Flow, back: str) -> str:
    """The address at the provider where the person signs in; `back` is ours."""
    told = {
        "response_type": "code",
        "client_id": _client().id,
        "redirect_uri": back,
        "scope": "openid profile email",
        "state": flow.state,
        "nonce": flow.nonce,
        "code_challenge": _unpadded(sha256(flow.verifier.encode()).digest()),
        "code_challenge_method": "S256",
    }
    return _with_query(described()["authorization_endpoint"], told)


def way_out(back: str) -> str:
    """Where the person signs out of the provider too; empty where it has no such page."""
    try:
        leave = described().get("end_session_endpoint", "")
    except RefusedError:
        return ""
    told = {"client_id": _client().id, "post_logout_redirect_uri": back}
    return _with_query(leave, told) if leave else ""


def identify(flow: Flow, code: str, back: str, now: float) -> Identity:
    """Exchange the code for a token and read whom it speaks of; RefusedError with a sentence."""
    answer = _token(code, flow.verifier, back)
    claims = _verified(str(answer.get("id_token", "")), flow.nonce, int(now))
    claim = config().oidc_claim
    if claim and not claims.get(claim):
        claims = {**_more(str(answer.get("access_token", "")), claims["sub"]), **claims}
    return Identity(
        issuer=claims["iss"],
        subject=claims["sub"],
        name=str(claims.get("name", "")),
        known_as=_known_as(claim, claims),
        factors=frozenset(_texts(claims.get("acr")) + _texts(claims.get("amr"))),
    )


def described() -> Mapping[str, Any]:
    """What the provider says of itself, by discovery."""
    issuer = _client().issuer
    return cache.get_or_set(f"oidc:{issuer}", lambda: _discovered(issuer), KEPT)


def keys(*, anew: bool = False) -> KeySet:
    """The keys the provider signs with."""
    address = described()["jwks_uri"]
    if anew:
        cache.delete(f"oidc:{address}")
    found = cache.get_or_set(f"oidc:{address}", lambda: _asked(address), KEPT)
    try:
        return KeySet.import_key_set(found)
    except (JoseError, LookupError, TypeError, ValueError) as fault:
        raise RefusedError("统一身份认证服务的密钥读不懂，请告诉系统管理员。", "keys") from fault


def _discovered(issuer: str) -> dict[str, Any]:
    found = _asked(issuer.rstrip("/") + "/.well-known/openid-configuration")
    if str(found.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
        raise RefusedError(
            "统一身份认证服务报出的名称与本平台的设置不符，请告诉系统管理员。", "issuer"
        )
    safe = urlsplit(issuer).scheme == "https"
    for name in ENDPOINTS:
        address = str(found.get(name, ""))
        if not address or (safe and not address.startswith("https://")):
            raise RefusedError("统一身份认证服务的配置不完整，请告诉系统管理员。", "discovery")
    return found


def _token(code: str, verifier: str, back: str) -> dict[str, Any]:
    client, about = _client(), described()
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": verifier,
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    ways = about.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if client.secret and "client_secret_basic" in ways:
        pair = f"{quote(client.id, safe='')}:{quote(client.secret, safe='')}".encode()
        headers["Authorization"] = f"Basic {b64encode(pair).decode()}"
    else:
        form["client_id"] = client.id
        form |= {"client_secret": client.secret} if client.secret else {}
    return _asked(about["token_endpoint"], data=urlencode(form).encode(), headers=headers)


def _verified(token: str, nonce: str, now: int) -> dict[str, Any]:
    """The claims of a token that the provider signed, for us, for this flow, and not long ago."""
    client = _client()
    must = {
        "iss": {"essential": True, "value": described()["issuer"]},
        "aud": {"essential": True, "value": client.id},
        "sub": {"essential": True},
        "exp": {"essential": True},
        "iat": {"essential": True},
        "nonce": {"essential": True, "value": nonce},
    }
    try:
        claims = _signed(token)
        jwt.JWTClaimsRegistry(now=now, leeway=LEEWAY, **must).validate(claims)
    except ExpiredTokenError as fault:
        raise RefusedError(
            "统一身份认证发来的凭证已经过期，请重新登录；"
            "反复出现时，请系统管理员核对两边服务器的时间。",
            "expired",
        ) from fault
    except (JoseError, ValueError, TypeError) as fault:
        reason = getattr(fault, "claim", "") or "signature"
        raise RefusedError(
            "统一身份认证发来的凭证没有通过核验，没有登录。请重新登录，仍不行时告诉系统管理员。",
            str(reason),
        ) from fault
    if not 0 < len(claims["sub"]) <= 255:
        raise RefusedError("统一身份认证发来的凭证没有写明是谁，没有登录。", "sub")
    if len(_texts(claims["aud"])) > 1 and claims.get("azp") != client.id:
        raise RefusedError("统一身份认证发来的凭证不是发给本平台的，没有登录。", "azp")
    return claims


def _signed(token: str) -> dict[str, Any]:
    """The claims, once the signature is right; keys may have been changed since we asked."""
    try:
        return jwt.decode(token, keys(), algorithms=ALGORITHMS).claims
    except InvalidKeyIdError:
        if not within("oidc:keys", 6, 60):
            raise
        return jwt.decode(token, keys(anew=True), algorithms=ALGORITHMS).claims


def _more(access: str, subject: str) -> dict[str, Any]:
    """What the provider tells beside the token, if it is of the same person."""
    address = described().get("userinfo_endpoint", "")
    if not address or not access:
        return {}
    found = _asked(address, headers={"Authorization": f"Bearer {access}"})
    return found if found.get("sub") == subject else {}


def _known_as(claim: str, claims: Mapping[str, Any]) -> str:
    """The value that finds the account; an e-mail address only if the provider has verified it."""
    if not claim or (claim == "email" and claims.get("email_verified") is not True):
        return ""
    return str(claims.get(claim, "")).strip()


def _asked(address: str, **sent: Any) -> dict[str, Any]:
    """A JSON object from the provider; RefusedError where there is none."""
    try:
        method = "POST" if "data" in sent else "GET"
        answer = ask(address, method=method, seconds=PATIENCE, **sent)
    except NotReachedError as fault:
        raise RefusedError(
            f"统一身份认证服务现在连不上，请稍后再试。{fault}", "not reached", 502
        ) from fault
    if answer.status >= 500:
        raise RefusedError("统一身份认证服务出了故障，请稍后再试。", f"{answer.status}", 502)
    if answer.status != 200:
        raise RefusedError(
            "统一身份认证服务没有确认这次登录，请重新登录；反复出现时请告诉系统管理员。",
            f"{answer.status}",
        )
    return _json(answer.data)


def _json(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise RefusedError("统一身份认证服务的答复读不懂，请告诉系统管理员。", "not json")
    return found


def _client() -> Client:
    client = oidc_client(config())
    if client is None:
        raise RefusedError("本平台没有设置统一身份认证。", "not set")
    return client


def _texts(value: object) -> list[str]:
    """One text or a list of texts, as a list."""
    if isinstance(value, list):
        return [str(each) for each in value]
    return [value] if isinstance(value, str) else []


def _with_query(address: str, told: Mapping[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(told)}"


def _unpadded(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")

"""A real identity provider on loopback: discovery, sign-in page, token, keys, all over HTTP.

What it issues is really signed; a test spoils what it wants to see refused.
"""

import json
import secrets
import threading
import time
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "gongkai", "s3/cret+of-the-platform"
SUBJECT = "9f0c-陈"
FIRST_KEY = RSAKey.generate_key(2048, auto_kid=True)


class StandIn:
    """The provider's state; `claims` are put over the right ones, None takes one away."""

    def __init__(self, address: str):
        self.issuer = f"{address}/realms/district"
        self.key = self.published = FIRST_KEY
        self.claims: dict[str, Any] = {}
        self.beside: dict[str, Any] = {}
        self.about: dict[str, Any] = {}
        self.broken = False
        self.asked: list[str] = []
        self.codes: dict[str, dict[str, str]] = {}

    def turn_key(self) -> None:
        self.key = self.published = RSAKey.generate_key(2048, auto_kid=True)

    def answer(self, method: str, target: str, body: str, headers: Any) -> tuple[int, Any]:
        url = urlsplit(target)
        path = url.path.removeprefix("/realms/district")
        self.asked.append(path)
        if self.broken:
            return 503, {}
        told = {name: values[0] for name, values in parse_qs(url.query or body).items()}
        pages = {
            "/.well-known/openid-configuration": self._about,
            "/auth": self._sign_in,
            "/token": lambda told: self._token(told, headers.get("Authorization", "")),
            "/keys": lambda _told: (200, {"keys": [self.published.as_dict(private=False)]}),
            "/userinfo": lambda _told: (200, {"sub": SUBJECT, **self.beside}),
        }
        return pages[path](told)

    def seal(self, claims: dict[str, Any]) -> str:
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)

    def _about(self, _told: dict[str, str]) -> tuple[int, Any]:
        about = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/auth",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "end_session_endpoint": f"{self.issuer}/leave",
            "code_challenge_methods_supported": ["S256"],
        }
        return 200, {**about, **self.about}

    def _sign_in(self, told: dict[str, str]) -> tuple[int, Any]:
        code = secrets.token_urlsafe(12)
        self.codes[code] = told
        back = {"code": code, "state": told["state"], "iss": self.issuer}
        return 302, f"{told['redirect_uri']}?{urlencode(back)}"

    def _token(self, told: dict[str, str], authorization: str) -> tuple[int, Any]:
        flow = self.codes.pop(told["code"], None)
        pair = b64decode(authorization.removeprefix("Basic ")).decode().split(":")
        challenge = urlsafe_b64encode(sha256(told["code_verifier"].encode()).digest())
        if (
            flow is None
            or [unquote(part) for part in pair] != [CLIENT, SECRET]
            or challenge.rstrip(b"=").decode() != flow["code_challenge"]
            or told["redirect_uri"] != flow["redirect_uri"]
        ):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        right = {
            "iss": self.issuer, "aud": CLIENT, "sub": SUBJECT, "nonce": flow["nonce"],
            "iat": now, "exp": now + 300, "name": "陈经办",
        }  # fmt: skip
        claims = {k: v for k, v in {**right, **self.claims}.items() if v is not None}
        token = self.seal(claims)
        return 200, {"id_token": token, "access_token": "at", "token_type": "Bearer"}


@contextmanager
def running() -> Iterator[StandIn]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            status, said = stand_in.answer(self.command, self.path, body, self.headers)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", said)
                said = {}
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_args) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stand_in = StandIn(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()

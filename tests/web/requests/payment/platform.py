"""A non-tax payment platform on loopback, written after docs/payment.md and nothing else."""

import hashlib
import hmac
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC

SECRET = "geheim-payment"


def sign(method: str, *lines: str, body: bytes = b"") -> str:
    data = "".join(f"{line}\n" for line in lines).encode() + body
    if method == "hmac-sha256":
        return hmac.new(SECRET.encode(), data, hashlib.sha256).hexdigest()
    running = HMAC(SECRET.encode(), hashes.SM3())
    running.update(data)
    return running.finalize().hex()


class Platform:
    """Takes orders, tells of them, and calls back; what is wrong with it a test says."""

    def __init__(self):
        self.method, self.orders, self.asked = "hmac-sha256", {}, []
        self.status, self.unsigned = 200, False
        platform = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if platform.checked(self, body):
                    wanted = json.loads(body)
                    order = platform.orders.setdefault(
                        wanted["order"],
                        {**wanted, "state": "unpaid", "code": "42010426000000000017"},
                    )
                    platform.answer(self, {**order, "address": "https://pay.example.org/o/17"})

            def do_GET(self):
                order = platform.orders.get(self.path.rpartition("/")[2])
                if platform.checked(self, b"") and order:
                    platform.answer(self, order)

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/api"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def checked(self, handler, body: bytes) -> bool:
        told = handler.headers
        self.asked.append((handler.command, handler.path, told["X-Client"]))
        lines = (handler.command, handler.path, told["X-Timestamp"], told["X-Nonce"])
        good = told["X-Signature"] == sign(self.method, *lines, body=body)
        if not good or self.status != 200:
            handler.send_error(self.status if good else 401)
        return good and self.status == 200

    def answer(self, handler, facts: dict) -> None:
        body = json.dumps(facts).encode()
        nonce = "another" if self.unsigned else handler.headers["X-Nonce"]
        handler.send_response(200)
        handler.send_header("X-Signature", sign(self.method, "ANSWER", nonce, body=body))
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def pay(self, at, fen: int | None = None) -> dict:
        """Somebody pays the only order there is."""
        (order,) = self.orders.values()
        order |= {"state": "paid", "paid": at.isoformat(), "receipt": "鄂财非税 26001234"}
        order["fen"] = order["fen"] if fen is None else fen
        return order

    def call(self, browser, order: dict, *, secret_is_right: bool = True):
        """Tell the platform of the district, as the order's `notify` says."""
        names = ("order", "state", "fen", "paid", "receipt")
        body = json.dumps({name: order[name] for name in names}).encode()
        lines = ("POST", "/pay/called", "2026-11-20T10:00:00+08:00", secrets.token_hex(8))
        signed = sign(self.method, *lines, body=body if secret_is_right else b"")
        headers = {"X-Timestamp": lines[2], "X-Nonce": lines[3], "X-Signature": signed}
        return browser.post("/pay/called", body, content_type="application/json", headers=headers)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

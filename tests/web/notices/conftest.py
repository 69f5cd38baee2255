"""A real SMTP server and a small HTTP server on loopback that write down what reaches them."""

import json
import socket
import threading
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings

from gongkai.web.notices.models import Delivery
from gongkai.web.ui import clock


@dataclass
class Mailbox:
    """What the server took, and what it answers."""

    answer: str = "250 OK"
    taken: list = field(default_factory=list)

    async def handle_DATA(self, server, session, envelope):
        del server, session
        if self.answer.startswith("250"):
            self.taken.append(envelope)
        return self.answer

    async def handle_RCPT(self, server, session, envelope, address, options):
        del server, session, options
        if not self.answer.startswith("250"):
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def mailbox(monkeypatch):
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    sending = replace(settings.GONGKAI, mail=f"smtp://127.0.0.1:{port}", mail_from="gk@example.org")
    monkeypatch.setattr(settings, "GONGKAI", sending)
    yield box
    controller.stop()


@dataclass
class Hook:
    """Requests that came in, and what is answered."""

    status: int = 200
    answer: dict = field(default_factory=lambda: {"errcode": 0})
    taken: list = field(default_factory=list)
    url: str = ""


@pytest.fixture
def hook(monkeypatch):
    found = Hook()
    inside = replace(settings.GONGKAI, fetch_hosts=("127.0.0.1",))
    monkeypatch.setattr(settings, "GONGKAI", inside)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.taken.append((self.path, dict(self.headers), body))
            self.send_response(found.status)
            self.end_headers()
            self.wfile.write(json.dumps(found.answer).encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    found.url = f"http://127.0.0.1:{server.server_port}/robot?key=1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()


@pytest.fixture
def at_once():
    """Let everything that waits leave now, whatever the hour."""

    def bring_forward() -> None:
        Delivery.objects.update(not_before=clock.now() - timedelta(seconds=1))

    return bring_forward

"""A small web server of the tests' own: what a feed, a page, a municipal system would answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Site:
    """Path → status, media, bytes, further headers; and what was asked of it."""

    address: str = ""
    pages: dict[str, tuple[int, str, bytes, dict[str, str]]] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)

    def put(self, path: str, data: bytes | str = b"", media="text/html", status=200, **headers):
        data = data.encode() if isinstance(data, str) else data
        self.pages[path] = (status, media, data, headers)
        return self.address + path


@contextmanager
def running() -> Iterator[Site]:
    """The site, listening on a port of its own until the block ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            length = int(self.headers.get("Content-Length") or 0)
            told = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.command, self.path, told, self.rfile.read(length)))
            status, media, data, headers = site.pages.get(self.path, (404, "text/plain", b"", {}))
            if headers.get("ETag") and told.get("if-none-match") == headers["ETag"]:
                status, data = 304, b""
            self.send_response(status)
            for name, value in {"Content-Type": media, **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        def do_GET(self):
            self.answer()

        def do_HEAD(self):
            self.answer()

        def do_POST(self):
            self.answer()

        def log_message(self, *_said):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()

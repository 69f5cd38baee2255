"""A store that speaks as much S3 as we use, in memory: put, get, head, delete, list."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape


class Store(BaseHTTPRequestHandler):
    """Refuses what is not signed with the known key."""

    protocol_version = "HTTP/1.1"
    things: dict[str, bytes]
    key = "a-key"

    def do_PUT(self) -> None:
        self.things[self.name] = self.rfile.read(int(self.headers["Content-Length"]))
        self.tell(200)

    def do_GET(self) -> None:
        if urlsplit(self.path).path.strip("/") == "bucket":
            self.listing()
        elif self.name in self.things:
            self.tell(200, self.things[self.name])
        else:
            self.tell(404, b"<Error><Code>NoSuchKey</Code></Error>")

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.things.pop(self.name, None)
        self.tell(204)

    @property
    def name(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix("/bucket/")

    def listing(self) -> None:
        prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
        found = sorted(name for name in self.things if name.startswith(prefix))
        rest = [name.removeprefix(prefix) for name in found]
        folders = sorted({each.split("/")[0] + "/" for each in rest if "/" in each})
        files = "".join(
            f"<Contents><Key>{escape(prefix + each)}</Key><Size>1</Size></Contents>"
            for each in rest
            if "/" not in each
        )
        common = "".join(
            f"<CommonPrefixes><Prefix>{escape(prefix + each)}</Prefix></CommonPrefixes>"
            for each in folders
        )
        head = "<ListBucketResult><IsTruncated>false</IsTruncated>"
        self.tell(200, f"{head}{files}{common}</ListBucketResult>".encode())

    def tell(self, status: int, data: bytes = b"") -> None:
        if f"Credential={self.key}/" not in self.headers.get("Authorization", ""):
            status, data = 403, b"<Error><Code>InvalidAccessKeyId</Code></Error>"
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("ETag", f'"{hashlib.md5(data).hexdigest()}"')
        self.send_header("Last-Modified", "Mon, 02 Mar 2026 01:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_told: object) -> None:
        """Be silent."""


@contextmanager
def standing_in() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Its address and what lies in it."""
    things: dict[str, bytes] = {}
    handler = type("Own", (Store,), {"things": things})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://a-key:a%2Fsecret@127.0.0.1:{server.server_port}/bucket?style=path", things
    finally:
        server.shutdown()
        server.server_close()

"""ClamAV through clamd, where the operator has set an address. Fails closed."""

import socket
import struct
from collections.abc import Iterator
from contextlib import closing

CHUNK = 64 * 1024
SECONDS = 60


class NoAnswerError(Exception):
    """The scanner could not be asked: the file is kept back until it answers."""


def infection(data: bytes, address: str) -> str:
    """The name of what was found; empty when nothing was.

    `address` is `host:port` or the path of a socket. Raises NoAnswerError.
    """
    try:
        with closing(_connected(address)) as peer:
            peer.sendall(b"zINSTREAM\0")
            for part in _parts(data):
                peer.sendall(struct.pack("!L", len(part)) + part)
            answer = peer.recv(4096).rstrip(b"\0\n").decode("utf-8", "replace")
    except OSError as fault:
        raise NoAnswerError(str(fault)) from fault
    if answer.endswith("OK"):
        return ""
    if answer.endswith("FOUND"):
        return answer.removeprefix("stream:").removesuffix("FOUND").strip()
    raise NoAnswerError(answer or "no answer")


def _connected(address: str) -> socket.socket:
    host, colon, port = address.rpartition(":")
    if colon and port.isdecimal():
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    peer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    peer.settimeout(SECONDS)
    peer.connect(address)
    return peer


def _parts(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), CHUNK):
        yield data[start : start + CHUNK]
    yield b""

"""Signatures between us and a payment platform: HMAC over every word that counts. Pure."""

from hmac import compare_digest

from cryptography.hazmat.primitives import hashes, hmac

METHODS = {"hmac-sha256": hashes.SHA256, "hmac-sm3": hashes.SM3}


def signature(secret: str, method: str, *lines: str, body: bytes = b"") -> str:
    """In hexadecimal digits, over the lines, each ended by a line feed, and the body."""
    running = hmac.HMAC(secret.encode(), METHODS[method]())
    running.update("".join(f"{line}\n" for line in lines).encode() + body)
    return running.finalize().hex()


def is_signed(given: str, secret: str, method: str, *lines: str, body: bytes = b"") -> bool:
    expected = signature(secret, method, *lines, body=body)
    return compare_digest(expected.encode(), given.strip().lower().encode())

"""Encryption of personal data. Pure: keys come in as arguments."""

import hmac
import os
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


class UnreadableError(Exception):
    """The ciphertext was changed, moved to another place, or belongs to another key."""


def new_key() -> bytes:
    return AESGCM.generate_key(256)


def seal(key: bytes, text: str, place: str) -> bytes:
    return seal_bytes(key, text.encode(), place)


def unseal(key: bytes, sealed: bytes, place: str) -> str:
    return unseal_bytes(key, sealed, place).decode()


def seal_bytes(key: bytes, data: bytes, place: str) -> bytes:
    """AES-256-GCM; the place (whose, which field) is bound in, so that rows cannot be swapped."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, place.encode())


def unseal_bytes(key: bytes, sealed: bytes, place: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except InvalidTag as fault:
        raise UnreadableError(place) from fault


@dataclass(frozen=True)
class Masters:
    """The master keys by name, the current one last, and the key of the index."""

    keys: dict[str, bytes]
    index: bytes

    @property
    def current(self) -> str:
        return list(self.keys)[-1]

    def wrap(self, key: bytes, holder: str) -> tuple[bytes, str]:
        """The person's key under the current master, and that master's name."""
        return seal(self.keys[self.current], key.hex(), f"key:{holder}"), self.current

    def unwrap(self, wrapped: bytes, master: str, holder: str) -> bytes:
        return bytes.fromhex(unseal(self.keys[master], wrapped, f"key:{holder}"))

    def digest(self, field: str, value: str) -> str:
        return hmac.digest(self.index, f"{field}:{normal(value)}".encode(), "sha256").hex()


def normal(value: str) -> str:
    """Full-width as half-width, capitals, without blanks and strokes: one value, one digest."""
    folded = unicodedata.normalize("NFKC", value).upper()
    return "".join(c for c in folded if not c.isspace() and c not in "-—·")

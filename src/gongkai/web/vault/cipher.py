"""Encryption of personal data. Pure: keys come in as arguments."""

import hmac
import os
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE, TAG = 12, 16
KEY_SIZES = {"aes": 32, "sm4": 16}
"""Bytes of a key, by cipher: the length of a key tells which it is for, so that both may stand side
by side. SM4 is GB/T 32907, in Galois counter mode as RFC 8998 has it."""


class UnreadableError(Exception):
    """The ciphertext was changed, moved to another place, or belongs to another key."""


def new_key(cipher: str = "aes") -> bytes:
    return os.urandom(KEY_SIZES[cipher])


def seal(key: bytes, text: str, place: str) -> bytes:
    return seal_bytes(key, text.encode(), place)


def unseal(key: bytes, sealed: bytes, place: str) -> str:
    return unseal_bytes(key, sealed, place).decode()


def seal_bytes(key: bytes, data: bytes, place: str) -> bytes:
    """The place (whose, which field) is bound in, so that rows cannot be swapped."""
    nonce = os.urandom(NONCE)
    if len(key) == KEY_SIZES["sm4"]:
        return nonce + _sm4_seal(key, nonce, data, place.encode())
    return nonce + AESGCM(key).encrypt(nonce, data, place.encode())


def unseal_bytes(key: bytes, sealed: bytes, place: str) -> bytes:
    nonce, text = sealed[:NONCE], sealed[NONCE:]
    try:
        if len(key) == KEY_SIZES["sm4"]:
            return _sm4_open(key, nonce, text, place.encode())
        return AESGCM(key).decrypt(nonce, text, place.encode())
    except (InvalidTag, ValueError) as fault:
        raise UnreadableError(place) from fault


def _sm4_seal(key: bytes, nonce: bytes, data: bytes, place: bytes) -> bytes:
    running = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    running.authenticate_additional_data(place)
    return running.update(data) + running.finalize() + running.tag


def _sm4_open(key: bytes, nonce: bytes, text: bytes, place: bytes) -> bytes:
    data, tag = text[:-TAG], text[-TAG:]
    running = Cipher(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
    running.authenticate_additional_data(place)
    return running.update(data) + running.finalize()


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

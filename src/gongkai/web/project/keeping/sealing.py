"""A file under a password: AES-256-GCM in pieces, the key by scrypt. Pure but for the files."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"gongkai-sealed-1\n"
PIECE = 1024 * 1024
TAG = 16
SALT = 16


class WrongPasswordError(Exception):
    """The password does not open the file, or the file was changed."""


def seal_file(plain: Path, sealed: Path, password: str) -> None:
    """Each piece is bound to its number and to whether it is the last: none can be cut or moved."""
    salt = os.urandom(SALT)
    cipher = _cipher(password, salt)
    with plain.open("rb") as source, sealed.open("wb") as target:
        target.write(MAGIC + salt)
        for number, piece, last in _pieces(source, PIECE):
            target.write(cipher.encrypt(_nonce(number, last), piece, None))


def unseal_file(sealed: Path, plain: Path, password: str) -> None:
    with sealed.open("rb") as source, plain.open("wb") as target:
        if source.read(len(MAGIC)) != MAGIC:
            raise WrongPasswordError("这不是加密的备份文件。")
        cipher = _cipher(password, source.read(SALT))
        for number, piece, last in _pieces(source, PIECE + TAG):
            try:
                target.write(cipher.decrypt(_nonce(number, last), piece, None))
            except InvalidTag as fault:
                raise WrongPasswordError("密码不对，或者备份文件已被改动。") from fault


def is_sealed(path: Path) -> bool:
    with path.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def _cipher(password: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(password.encode()))


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, bytes and whether it is the last; an empty file is one empty last piece."""
    number, piece = 0, source.read(size)
    while True:
        following = source.read(size)
        yield number, piece, not following
        if not following:
            return
        number, piece = number + 1, following

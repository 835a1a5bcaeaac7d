"""The opaque part of an address, ``?__=<token>``: another one at every visit, and the old ones still lead there."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from hashlib import blake2b
from itertools import count
from typing import Literal, get_args

Kind = Literal["meeting", "paper", "item", "organ", "person", "file", "package", "year", "page"]
KINDS: tuple[Kind, ...] = get_args(Kind)
HEAD = b"Musterstadt-RIM."
"""Sixteen bytes that all tokens begin with, so that they share their first 21 letters as those of public sites do."""
LETTERS = re.compile(r"[A-Za-z0-9_-]+")
CHECK = 5
"""Bytes."""
LONG: frozenset[Kind] = frozenset({"file", "package"})
"""Kinds whose tokens have 64 letters, not 43."""


class Tokens:
    """Writes tokens for the current visit, reads those of all."""

    def __init__(self) -> None:
        self._visits = count(1)
        self._visit = 0

    def next_visit(self) -> int:
        """All tokens written from now on differ from those before; the number of the visit."""
        self._visit = next(self._visits)
        return self._visit

    def of(self, kind: Kind, number: int) -> str:
        content = bytes([KINDS.index(kind)]) + number.to_bytes(6) + self._visit.to_bytes(4)
        check = _hash(content, CHECK)
        token = HEAD + _mixed(content, check) + check
        if kind in LONG:
            token += _hash(token, 16)
        return urlsafe_b64encode(token).rstrip(b"=").decode()

    def read(self, token: str) -> tuple[Kind, int] | None:
        """What the token names; None if no visit had it."""
        if not LETTERS.fullmatch(token):
            return None
        try:
            content = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except Error:
            return None
        block = content.removeprefix(HEAD)[:16]
        mixed, check = block[:-CHECK], block[-CHECK:]
        plain = _mixed(mixed, check)
        if not content.startswith(HEAD) or _hash(plain, CHECK) != check:
            return None
        return KINDS[plain[0]], int.from_bytes(plain[1:7])


def _mixed(content: bytes, key: bytes) -> bytes:
    """Its own inverse."""
    return bytes(one ^ other for one, other in zip(content, _hash(key, 11), strict=False))


def _hash(content: bytes, size: int) -> bytes:
    return blake2b(content, digest_size=size).digest()

"""What a source says of a file, held against the bytes that came: a plain text that was cut shows nothing else."""

import hashlib
import re
from dataclasses import dataclass

HEX = re.compile(r"[0-9a-f]+", re.IGNORECASE)
UNITS = (1000, 1024)
"""Some sources round to a kilobyte, though OParl asks for bytes (File.size)."""


@dataclass(frozen=True, kw_only=True)
class Stated:
    """OParl's size, sha1Checksum and sha512Checksum of a File; other systems state a size at most."""

    size: int | None = None
    """Bytes."""
    sha1: str | None = None
    sha512: str | None = None


@dataclass(frozen=True)
class Difference:
    expected: str
    came: str


def difference(stated: Stated, body: bytes) -> Difference | None:
    """None when the bytes are what the source says, or it says nothing that can be compared.

    A checksum goes before the size. One that is none in hexadecimal digits is passed over.
    """
    for name, said in (("sha512", stated.sha512), ("sha1", stated.sha1)):
        computed = hashlib.new(name, usedforsecurity=False)
        if said and len(said) == 2 * computed.digest_size and HEX.fullmatch(said):
            computed.update(body)
            if computed.hexdigest() == said.lower():
                return None
            size = f" of {stated.size:,} bytes" if stated.size else ""
            return Difference(
                f"a file{size} whose {name} begins with {said[:12].lower()}, as the source says",
                f"{len(body):,} bytes whose {name} begins with {computed.hexdigest()[:12]}",
            )
    if not stated.size or _fits(stated.size, len(body)):
        return None
    return Difference(f"a file of {stated.size:,} bytes, as the source says", f"{len(body):,} bytes")


def _fits(stated: int, size: int) -> bool:
    return stated == size or any(abs(stated * unit - size) < unit for unit in UNITS)

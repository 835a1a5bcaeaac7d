"""Taking a part out of a zip file (DOCX, ODT) without being flooded by it, and reading it as XML."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from lxml import etree

from pipelines.derive.documents.text import Limits, UnreadableError

ENCRYPTED = 0x1
"""The flag of a member with a password."""


@contextmanager
def opened(body: bytes) -> Iterator[zipfile.ZipFile]:
    """Raises UnreadableError when it is no zip any more, or a member of it is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            yield packed
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise UnreadableError("broken", f"The packed file is damaged ({error}). Fetch it again.") from error


def members(body: bytes) -> list[str]:
    """The names of the files in it, without folders; none when it can't be opened."""
    try:
        with opened(body) as packed:
            return [name for name in packed.namelist() if not name.endswith("/")]
    except UnreadableError:
        return []


def part(packed: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """A member's bytes. Raises UnreadableError when there is none, it is locked or too large."""
    try:
        member = packed.getinfo(name)
    except KeyError:
        raise UnreadableError("broken", f"The packed file has no {name}.") from None
    if member.flag_bits & ENCRYPTED:
        raise UnreadableError("encrypted", "It is locked with a password: ask for an open one.")
    # what the directory says of the size is only what the sender claims
    with packed.open(member) as stream:
        content = stream.read(limits.unpacked + 1)
    if len(content) > limits.unpacked:
        raise UnreadableError("too_large", f"Unpacked, {name} has more than {limits.unpacked >> 20} MiB.")
    return content


def xml(content: bytes) -> "etree._Element":
    """The root of a part. Entities are left as they are, a document type is not loaded. Raises UnreadableError."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise UnreadableError("broken", f"Its XML is damaged, or too large ({error.msg}).") from error

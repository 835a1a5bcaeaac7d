"""Plain text, and how its letters are written as bytes."""

import codecs
import re

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import Draft, Limits, PageDraft

MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
"""Encodings that a file may name by its first bytes, the longer marks first."""
ONE_BYTE = frozenset({"cp1252", "cp850"})
WIDE_HEAD = 4096
"""Bytes that tell whether each character has two."""
WIDE_SHARE = 0.8
"""Of the bytes of a character's upper half, in a text in Latin letters: so many are zero."""
DOS_UMLAUTS = re.compile(rb"(?<=[A-Za-z])[\x81\x84\x8e\x94\x99\x9a\xe1](?=[A-Za-z])")
"""äöüÄÖÜß within a word, as DOS wrote them (cp850, cp437): in windows-1252 these are quotation marks and the like."""
WINDOWS_UMLAUTS = re.compile(rb"(?<=[A-Za-z])[\xc4\xd6\xdc\xdf\xe4\xf6\xfc](?=[A-Za-z])")
NO_UTF_8 = re.compile("[\udc80-\udcff]")
"""Bytes that fit nowhere, as Python hands them on."""
MANY_BYTES = re.compile("[^\x00-\x7f\udc80-\udcff]")
"""Characters of more than one byte in UTF-8."""


def read_plain(body: bytes, _limits: Limits, _ocr: Ocr | None) -> Draft:
    """Pages end where the file says so (form feed)."""
    encoding = encoding_of(body)
    text = body.decode(encoding, "replace")
    draft = Draft(pages=[PageDraft(page) for page in text.rstrip("\f").split("\f")], printed=True)
    if wrong := undecoded(body, encoding):
        draft.status, draft.problem = "broken", wrong
    return draft


def undecoded(body: bytes, encoding: str) -> str | None:
    """What to say of bytes that are no characters: a file that was cut within one, or damaged. None where all are."""
    try:
        body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding in ONE_BYTE:
            return None  # five bytes mean nothing in windows-1252, and some old programs wrote them
        if error.end == len(body):
            return f"It ends in the middle of a character ({error.encoding}): its end is missing. Fetch it again."
        return f"It is {error.encoding} but for some bytes, the first at {error.start:,}: damaged. Fetch it again."
    if "\0" in body.decode(encoding, "replace").removesuffix("\0"):  # one at the end is how some programs end a text
        return "There are zeros in its text: damaged. Fetch it again."
    return None


def encoding_of(body: bytes) -> str:
    """UTF-8 where the bytes fit, or nearly all that are no ASCII do; else what DOS wrote, or windows-1252, which German
    offices wrote for decades."""
    for mark, encoding in MARKED:
        if body.startswith(mark):
            return encoding
    if wide := wide_encoding(body):
        return wide
    text = body.decode("utf-8", "surrogateescape")
    if len(NO_UTF_8.findall(text)) < max(1, len(MANY_BYTES.findall(text))):
        return "utf-8"
    return "cp850" if len(DOS_UMLAUTS.findall(body)) > len(WINDOWS_UMLAUTS.findall(body)) else "cp1252"


def wide_encoding(body: bytes) -> str | None:
    """UTF-16 without a mark, as some Windows programs save it; None for anything else."""
    head = body[:WIDE_HEAD]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        upper, lower = head[first::2], head[1 - first :: 2]
        if upper and upper.count(0) > WIDE_SHARE * len(upper) and not lower.count(0):
            return encoding
    return None

"""Plain text."""

import codecs

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import Draft, Limits, PageDraft

MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
"""Encodings that a file may name by its first bytes, the longer marks first."""


def read_plain(body: bytes, _limits: Limits, _ocr: Ocr | None) -> Draft:
    """Pages end where the file says so (form feed)."""
    text = body.decode(encoding_of(body), "replace")
    return Draft(pages=[PageDraft(page) for page in text.rstrip("\f").split("\f")], printed=True)


def encoding_of(body: bytes) -> str:
    """UTF-8 where all bytes fit; else windows-1252, which German offices wrote for decades."""
    for mark, encoding in MARKED:
        if body.startswith(mark):
            return encoding
    try:
        body.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"

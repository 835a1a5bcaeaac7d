"""A page's bytes -> a BeautifulSoup tree, with the encoding that the page really has."""

import re
from functools import cache

from bs4 import BeautifulSoup, Tag
from w3lib.encoding import html_to_unicode

from scraper.pages.html import tree_of

SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphens, zero-width spaces and marks of writing direction: seen in copied titles.
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]")


def decoded(body: bytes, content_type: str | None = None) -> str:
    """The text of an HTML answer: encoding by byte order mark, header, <meta>, else UTF-8, else windows-1252.

    What a page says of itself is checked: bytes that make whole UTF-8 are UTF-8, and a page in windows-1252 that calls
    itself UTF-8 has more broken signs than whole ones.
    """
    encoding, text = html_to_unicode(content_type, body, auto_detect_fun=_utf8_or_windows)
    if encoding in ("cp1252", "iso8859-1", "latin-1"):
        return body.decode(_utf8_or_windows(body), errors="replace")
    if encoding == "utf-8" and (broken := text.count("\ufffd")):
        whole = sum(sign > "\x7f" for sign in text) - broken
        return text if whole >= broken else body.decode("cp1252", errors="replace")
    return text


def parsed(body: bytes, content_type: str | None = None) -> BeautifulSoup:
    """The tree of an HTML answer; `content_type` is the answer's header, which may name the encoding."""
    return tree_of(decoded(body, content_type))


def one_line(text: str | None) -> str:
    """Words apart by one space, no soft hyphens; "" for None."""
    return SPACES.sub(" ", INVISIBLE.sub("", text or "")).strip()


def text_of(tag: Tag | None) -> str:
    """All text in `tag` on one line."""
    return one_line(tag.get_text(" ")) if tag is not None else ""


def attribute(tag: Tag, name: str) -> str:
    """An attribute's value as one string; "" where there is none."""
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else (value or "")


@cache
def _comparable_table() -> dict[int, None]:
    return {ord(sign): None for sign in " \u00a0\"'„“”»«‚‘’‹›…-–—|:.,!?()[]"}


def comparable(text: str) -> str:
    """`text` as it is compared with another: lower case, without spaces and signs."""
    return INVISIBLE.sub("", text).lower().translate(_comparable_table())


def _utf8_or_windows(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"

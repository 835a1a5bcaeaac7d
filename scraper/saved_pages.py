"""Press pages saved from a site that is gone -> items: HTML files and plain-text dumps."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scraper.items import Complaint, Item, PressRelease
from scraper.pages.press.addresses import tidy
from scraper.pages.press.article import Selectors, read_article
from scraper.pages.press.plain_text import identity_of, read_plain_text
from scraper.sources import Source

# Browsers write where a page was: <!-- saved from url=(0042)https://www.example.org/presse/radwege/ -->
SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->", re.IGNORECASE)
# The Internet Archive puts its own address before every link: <link rel="canonical" href="https://web.archive.org/web/2017…/http://…">
CANONICAL_LINK = re.compile(rb"<link\b[^>]*\brel=[\"']?canonical\b[^>]*>", re.IGNORECASE)
ARCHIVED = re.compile(rb"web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?://[^\s\"'<>]+)", re.IGNORECASE)
# The archive's bar above the page.
ARCHIVE_BAR = re.compile(rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL)
MARKUP = re.compile(rb"<(?:!doctype|html|head|body|article|main|div|p|h1)\b", re.IGNORECASE)
# %PDF, PK (zip, docx), gzip, PNG, JPEG, GIF, old Office
BINARY = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")


def read_saved(path: Path, source: Source, url: str | None) -> Iterator[Item | Complaint]:
    """The releases in a saved file; `url` is where the page was, None if the file may say it itself.

    A release whose address nobody knows is named after its day and title, so that the same file imported twice makes
    one record. What can't be read, a file that isn't there included, becomes a Complaint.
    """
    try:
        body = path.read_bytes()
    except OSError as error:
        yield _complaint(path, f"{error.strerror or error}", b"", "Check the name of the file.")
        return
    if _is_utf16(body):
        body = body.decode("utf-16", errors="replace").encode()
    if body.startswith(BINARY) or b"\x00" in body[:1000]:
        yield _complaint(path, "a binary file", b"", "Save the page as HTML or as text, and import that file.")
        return
    if not body.strip():
        yield _complaint(path, "an empty file", body, "Save the page again.")
        return
    for one in _read(body, path, source, url):
        yield replace(one, party=source.party) if isinstance(one, PressRelease) else one


def _read(body: bytes, path: Path, source: Source, url: str | None) -> Iterator[PressRelease | Complaint]:
    if not MARKUP.search(body[:5000]):
        yield from read_plain_text(body, url, path.name)
        return
    rules = source.press
    selectors = Selectors(title=rules.title, date=rules.date, author=rules.author, text=rules.text)
    for one in read_article(ARCHIVE_BAR.sub(b"", body), url or _address_in(body), selectors=selectors):
        if isinstance(one, PressRelease):
            one.response_url = None
            if not one.vendor_id:
                one.vendor_id = identity_of(one.published_text, one.title, one.text)
        elif not one.address:
            one.address = str(path)
        yield one


def _address_in(body: bytes) -> str:
    """Where the page says itself that it was; "" if it doesn't."""
    canonical = CANONICAL_LINK.search(body)
    for found in (SAVED_FROM.search(body), ARCHIVED.search(canonical.group()) if canonical else None):
        if found:
            return tidy(found.group(1).decode("utf-8", errors="replace"))
    return ""


def _is_utf16(body: bytes) -> bool:
    return body.startswith((b"\xff\xfe", b"\xfe\xff"))


def _complaint(path: Path, came: str, body: bytes, advice: str) -> Complaint:
    return Complaint(
        address=str(path),
        page_kind="saved press page",
        expected="an HTML page or a text with a press release",
        came=came,
        advice=advice,
        body=body or None,
    )

"""`ratsarchiv read FILE --url URL`: what a stored page is read as; the way to mend a reader when pages change."""

import json
from collections.abc import Callable, Iterator
from dataclasses import MISSING, asdict, dataclass, fields
from functools import partial
from pathlib import Path

from pipelines.derive.documents.kinds import HTML, NOTHING, PLAIN, UNKNOWN, XML, kind_of
from scraper.addresses import fault_of
from scraper.detection.answers import detect
from scraper.items import Complaint, Item
from scraper.pages.oparl import NotJson, read_document, read_list, read_objects
from scraper.pages.press.article import read_article
from scraper.pages.systems import COUNCIL_PAGES

Read = Iterator[Item | Complaint]


@dataclass(frozen=True)
class Shown:
    """One item or one complaint, for people."""

    text: str
    """JSON of an item, words of a complaint."""
    is_item: bool = False
    is_error: bool = False


TEXTS = frozenset({HTML, XML, PLAIN, UNKNOWN})
"""Kinds of files that a page may be; noise is left to the readers, which know pages in odd encodings too."""
OPARL_TYPES = b"schema.oparl.org"
"""In each object: https://schema.oparl.org/1.1/Paper, in JSON also https:\\/\\/schema.oparl.org\\/1.1\\/Paper."""


class ReadError(Exception):
    """Why a file can't be read as a page; the message says what to do."""


def read_file(path: Path, url: str, system: str | None) -> Iterator[Shown]:
    """What the page in `path`, which stood at `url`, is read as.

    `system` is that of sources.yml, None to tell it from the page. Raises ReadError.
    """
    known = ", ".join(READERS)
    if fault := fault_of(url):
        raise ReadError(f"{path}: {fault}. Give --url the address that the page was saved from, as a browser shows it")
    if system and system not in READERS:
        raise ReadError(f'{path}: there is no system "{system}". Those that are read: {known}')
    body = _page_in(path)
    system = system or system_of(url, body)
    if system is None:
        raise ReadError(f"{path}: it is not to be seen which system it is of. Name it with --system: {known}")
    for one in READERS[system](body, url):
        if isinstance(one, Complaint):
            said = f"{one.severity}: expected {one.expected}, got {one.came}. {one.advice}"
            yield Shown(said, is_error=one.severity == "error")
        else:
            yield Shown(json.dumps({"type": one.type_name, **_said(one)}, ensure_ascii=False), is_item=True)


def _page_in(path: Path) -> bytes:
    """The bytes of a file that may be a page. Raises ReadError for one that is none."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} can't be read: {error.strerror}. FILE is one saved page") from error
    kind = kind_of(body)
    if kind == NOTHING or not body.strip():
        raise ReadError(f"{path}: expected a saved page, got an empty file. Save the page again")
    if kind not in TEXTS:
        raise ReadError(
            f"{path}: expected a saved page (HTML, XML or JSON), got {kind}. Documents are no pages: a scrape fetches"
            " and reads them by itself"
        )
    return body


def system_of(url: str, body: bytes) -> str | None:
    """The system that the page shows itself to be of: OParl by the types of its objects, or by a list that is of no
    other system, since others answer with JSON too."""
    if OPARL_TYPES in body:
        return "oparl"
    found = detect(url, "", body)
    if found is not None:
        return found.system
    try:
        return "oparl" if read_list(read_document(body).value) is not None else None
    except NotJson:
        return None


def _said(item: Item) -> dict[str, object]:
    """The fields that the page told: a "no" is told too where there may be no answer (public)."""
    empty = {one.name: None if one.default is MISSING else one.default for one in fields(item)}
    return {name: value for name, value in asdict(item).items() if value not in (None, [], {}, empty[name])}


def _read_oparl(body: bytes, url: str) -> Read:
    try:
        document = read_document(body)
    except NotJson as fault:
        yield Complaint(
            address=url, page_kind="OParl", expected="JSON", came=fault.came, advice="Look at the file in an editor."
        )
        return
    page = read_list(document.value)
    reading = read_objects(page.entries if page else [document.value], None, url)
    yield from reading.items
    yield from reading.mentioned
    yield from reading.complaints


def _read_press(body: bytes, url: str) -> Read:
    yield from read_article(body, url)


def _read_council(system: str, body: bytes, url: str) -> Read:
    pages = COUNCIL_PAGES[system]
    kind = pages.kind_of(url) or ""
    if kind not in pages.READERS:
        raise ReadError(
            f"{url} is the address of no page of {system} that is read: {', '.join(pages.READERS)}. Give --url the"
            " address of the page as a browser shows it; without --system the system is told from the page"
        )
    reading = pages.READERS[kind](body, url)
    yield from reading.items
    yield from reading.complaints


READERS: dict[str, Callable[[bytes, str], Read]] = {
    "oparl": _read_oparl,
    "press": _read_press,
    **{system: partial(_read_council, system) for system in COUNCIL_PAGES},
}
"""By system, as in sources.yml."""

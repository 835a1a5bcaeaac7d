"""`ratsarchiv read FILE --url URL`: what a stored page is read as; the way to mend a reader when pages change."""

import json
from collections.abc import Callable, Iterator
from dataclasses import MISSING, asdict, fields
from functools import partial
from pathlib import Path

from scraper.detection.answers import detect
from scraper.items import Complaint, Item
from scraper.pages.oparl import NotJson, read_document, read_list, read_objects
from scraper.pages.press.article import read_article
from scraper.pages.systems import COUNCIL_PAGES

Read = Iterator[Item | Complaint]
OPARL_TYPES = b"schema.oparl.org"
"""In each object: https://schema.oparl.org/1.1/Paper, in JSON also https:\\/\\/schema.oparl.org\\/1.1\\/Paper."""


class ReadError(Exception):
    """Why a file can't be read as a page; the message says what to do."""


def read_file(path: Path, url: str, system: str | None) -> Iterator[tuple[bool, str]]:
    """What the page in `path`, which stood at `url`, is read as: pairs of (is it an item?, JSON of an item or words).

    `system` is that of sources.yml, None to tell it from the page. Raises ReadError.
    """
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} can't be read: {error.strerror}") from error
    system = system or system_of(url, body)
    if system not in READERS:
        known = ", ".join(READERS)
        raise ReadError(f"{path}: it is not to be seen which system it is of. Name it with --system: {known}")
    for one in READERS[system](body, url):
        if isinstance(one, Complaint):
            yield False, f"{one.severity}: expected {one.expected}, got {one.came}. {one.advice}"
        else:
            yield True, json.dumps({"type": one.type_name, **_said(one)}, ensure_ascii=False)


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
        raise ReadError(f"{url} is the address of no page of {system} that is read: {', '.join(pages.READERS)}")
    reading = pages.READERS[kind](body, url)
    yield from reading.items
    yield from reading.complaints


READERS: dict[str, Callable[[bytes, str], Read]] = {
    "oparl": _read_oparl,
    "press": _read_press,
    **{system: partial(_read_council, system) for system in COUNCIL_PAGES},
}
"""By system, as in sources.yml."""

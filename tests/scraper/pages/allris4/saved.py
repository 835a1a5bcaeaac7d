"""The pages of this folder: our own words in ALLRIS 4's markup, and how to read them in a test."""

from pathlib import Path
from typing import Any

from scraper.items import Item
from scraper.pages.allris4 import READERS, kind_of
from scraper.pages.reading import Reading
from tests.support.recordings import said

PAGES = Path(__file__).parent / "pages"
SITE = "https://ris.example.org/public/"
SHOWN_AT = {
    "si010-rows.xml": "si010?4-1.0-&MM=3&YY=2027",
    "to010.html": "to010?SILFDNR=70011&refresh=false",
    "to010-40.html": "to010?SILFDNR=310&refresh=false",
    "to020.html": "to020?TOLFDNR=5003&SILFDNR=70011",
    "vo020.html": "vo020?VOLFDNR=4711&refresh=false",
    "gr010-rows.xml": "gr010?7-1.0-",
    "gr020.html": "gr020?GRLFDNR=12",
    "kp020.html": "kp020?KPLFDNR=501",
}
"""Each page with its address on the site."""


def saved(page: str) -> bytes:
    return PAGES.joinpath(page).read_bytes()


def read(page: str) -> Reading:
    return read_as(saved(page), SITE + SHOWN_AT[page])


def read_as(body: bytes, url: str) -> Reading:
    kind = kind_of(url)
    assert kind, f"no page that is read: {url}"
    return READERS[kind](body, url)


def of(reading: Reading, *item_types: type[Item]) -> list[dict[str, Any]]:
    """What the items of those types say, without what they leave empty."""
    return [said(item) for item in reading.items if isinstance(item, item_types)]


def leads_to(reading: Reading) -> dict[tuple[str, str], str]:
    return {(follow.kind, follow.key): follow.url.removeprefix(SITE) for follow in reading.follow}

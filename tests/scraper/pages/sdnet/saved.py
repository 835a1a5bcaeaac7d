"""The pages of this folder: our own words in the markup of public sites, and how to read them in a test."""

from pathlib import Path
from typing import Any

from scraper.items import Item
from scraper.pages.reading import Reading
from scraper.pages.sdnet import READERS, kind_of
from tests.support.recordings import said

PAGES = Path(__file__).parent / "pages"
SITE = "https://rim.example.org/"
SHOWN_AT = {
    "termine.ics": "termine/ics/SD.NET_RIM.ics",
    "tops.ics": "tops/ics/?__=T0pz",
    "termine.html": "termine",
    "termine-2027.html": "termine?__=SmFocg",
    "tops.html": "tops/?__=T0pz",
    "vorgang.html": "vorgang/?__=Vm9yZ2FuZw",
    "vorgang-item.html": "vorgang/?__=UHVua3Q",
    "vorlagen.html": "vorlagen",
    "gremien.html": "gremien",
    "fraktionen.html": "fraktionen",
    "gremium.html": "gremien/?__=R3JlbWl1bQ",
    "person.html": "personen/?__=UGVyc29u",
}
"""Each page with its address on the site."""


def read(page: str) -> Reading:
    return read_as(PAGES.joinpath(page).read_bytes(), SITE + SHOWN_AT[page])


def read_as(body: bytes, url: str) -> Reading:
    kind = kind_of(url)
    assert kind, f"no page that is read: {url}"
    return READERS[kind](body, url)


def changed(page: str, old: str, new: str, times: int = -1) -> Reading:
    """The page read with `old` replaced."""
    text = PAGES.joinpath(page).read_text(encoding="utf-8")
    assert old in text
    return read_as(text.replace(old, new, times).encode(), SITE + SHOWN_AT[page])


def of(reading: Reading, *item_types: type[Item]) -> list[dict[str, Any]]:
    """What the items of those types say, without what they leave empty."""
    return [said(item) for item in reading.items if isinstance(item, item_types)]


def leads_to(reading: Reading) -> dict[tuple[str, str], str]:
    return {(follow.kind, follow.key): follow.url.removeprefix(SITE) for follow in reading.follow}

"""The pages of this folder: our own words in the markup of each skin, and how to read them in a test.

They are stored as UTF-8, for whoever edits them, and read in the bytes that sites send: windows-1252.
"""

from pathlib import Path
from typing import Any

from scraper.items import Item
from scraper.pages.allris3 import READERS, kind_of
from scraper.pages.reading import Reading
from tests.support.recordings import said

PAGES = Path(__file__).parent / "pages"
SITE = "https://ris.example.org/bi/"
SHOWN_AT = {
    "si010_e-classic.html": "si010_e.asp?MM=3&YY=2027",
    "si010_r-responsive.html": "si010_r.asp?MM=3&YY=2027",
    "si018-list.html": "si018_a.asp?GRA=12",
    "to010-classic.html": "to010.asp?SILFDNR=7001",
    "to010-responsive.html": "to010_r.asp?SILFDNR=7001",
    "to010-embedded.html": "to010.asp?SILFDNR=7001",
    "to020-classic.html": "to020.asp?TOLFDNR=9102",
    "vo020-classic.html": "vo020.asp?VOLFDNR=4711",
    "vo020-responsive.html": "vo020_r.asp?VOLFDNR=4711",
    "vo040-classic.html": "vo040.asp",
    "fr010-classic.html": "fr010.asp?SELECT=1",
    "au020-classic.html": "au020.asp?AULFDNR=12",
    "pa021-classic.html": "pa021.asp",
    "kp041-classic.html": "kp041.asp?showAll=true",
    "kp020-classic.html": "kp020.asp?KPLFDNR=261&history=true",
}
"""Each page with its address on the site."""


def text_of(page: str) -> str:
    return PAGES.joinpath(page).read_text(encoding="utf-8")


def read(page: str) -> Reading:
    return read_as(text_of(page), SITE + SHOWN_AT[page])


def read_as(page: str | bytes, url: str) -> Reading:
    """Text is read in the bytes that a site would send."""
    kind = kind_of(url)
    assert kind, f"no page that is read: {url}"
    return READERS[kind](page.encode("cp1252") if isinstance(page, str) else page, url)


def of(reading: Reading, *item_types: type[Item]) -> list[dict[str, Any]]:
    """What the items of those types say, without what they leave empty."""
    return [said(item) for item in reading.items if isinstance(item, item_types)]


def leads_to(reading: Reading) -> dict[tuple[str, str], str]:
    return {(follow.kind, follow.key): follow.url.removeprefix(SITE) for follow in reading.follow}

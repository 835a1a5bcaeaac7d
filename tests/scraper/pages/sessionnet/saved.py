"""The pages of this folder: our own words in the markup of each layout, and how to read them in a test."""

from pathlib import Path
from typing import Any

from scraper.items import Item
from scraper.pages.reading import Reading
from scraper.pages.sessionnet import READERS, kind_of
from tests.support.recordings import said

PAGES = Path(__file__).parent / "pages"
SITE = "https://ris.example.org/bi/"
SHOWN_AT = {
    "si0040-layout6.html": "si0040.php?__cjahr=2027&__cmonat=3",
    "si0040-layout5.html": "si0040.php?__cjahr=2027&__cmonat=3",
    "si0040-old.html": "si0040.asp?__cjahr=2027&__cmonat=3",
    "si0057-layout6.html": "si0057.php?__ksinr=7001&smcspf=4",
    "to0040-old.html": "to0040.asp?__ksinr=7001",
    "si0056-cards.html": "si0056.asp?__ksinr=7001",
    "si0056-panels.html": "si0056.asp?__ksinr=7001",
    "vo0050-layout6.html": "vo0050.php?__kvonr=4711&voselect=7001",
    "vo0050-old.html": "vo0050.php?__kvonr=4711",
    "vo0053-cards.html": "vo0053.php?__kvonr=4711",
    "gr0040-layout6.html": "gr0040.asp?__cwpall=1",
    "kp0040-layout6.html": "kp0040.asp?__kgrnr=12",
    "kp0050-layout6.html": "kp0050.asp?__kpenr=261",
}
"""Each page with its address on the site."""


def read(page: str) -> Reading:
    return read_as(PAGES.joinpath(page).read_bytes(), SITE + SHOWN_AT[page])


def read_as(body: bytes, url: str) -> Reading:
    kind = kind_of(url)
    assert kind, f"no page that is read: {url}"
    return READERS[kind](body, url)


def of(reading: Reading, *item_types: type[Item]) -> list[dict[str, Any]]:
    """What the items of those types say, without what they leave empty."""
    return [said(item) for item in reading.items if isinstance(item, item_types)]


def leads_to(reading: Reading) -> dict[tuple[str, str], str]:
    return {(follow.kind, follow.key): follow.url.removeprefix(SITE) for follow in reading.follow}

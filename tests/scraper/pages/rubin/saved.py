"""The pages of this folder: our own words in the forms of the system, and how to read them in a test."""

from pathlib import Path
from typing import Any

from scraper.items import Item
from scraper.pages.reading import Reading
from scraper.pages.rubin import READERS, kind_of
from tests.support.recordings import said

PAGES = Path(__file__).parent / "pages"
SITE = "https://rats.example.org/"
MONTH = "id=calendar&action=get&from=2027-03&to=2027-03&view=list"
SHOWN_AT = {
    "calendar.json": f"api.php?{MONTH}",
    "sitzungskalender.html": "sitzungskalender.php?skc_zeitraum=1&skc_ansicht=k&d_von=2027-03&d_bis=2027-03",
    "meeting-invited.json": "api.php?id=meetings&action=get&meeting_id=2027-WA-52&with_agenda_item_documents=true",
    "meeting-minutes.json": "api.php?id=meetings&action=get&meeting_id=ni_2027-WA-52&with_agenda_item_documents=true",
    "meeting-page.html": "meeting.php?id=ni_2027-WA-52",
    "sitzungen_top.html": "sitzungen_top.php?sid=ni_2013-GR-150",
    "bodies.json": "api.php?id=organizations&action=bodies",
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

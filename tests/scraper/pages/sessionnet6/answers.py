"""The answers of this folder: our own words in the forms of the system, and how to read them in a test."""

from pathlib import Path
from typing import Any

from scraper.items import Item
from scraper.pages.reading import Reading
from scraper.pages.sessionnet6 import READERS, kind_of
from tests.support.recordings import said

ANSWERS = Path(__file__).parent / "pages"
APP = "https://rats.example.org/buergerportal/"
TOLD_AT = {
    "sitzungen.json": "api/v1/sitzungen?von=2027-03-01&bis=2027-03-31",
    "tagesordnung.json": "api/v1/sitzungen/7001/tagesordnung",
    "dokumente.json": "api/v1/sitzungen/7001/tagesordnung/dokumente",
    "gremien.json": "api/v1/gremien",
}
"""Each answer with its address in the app's folder."""


def read(answer: str) -> Reading:
    return read_as(ANSWERS.joinpath(answer).read_bytes(), APP + TOLD_AT[answer])


def read_as(body: bytes, url: str) -> Reading:
    kind = kind_of(url)
    assert kind, f"no answer that is read: {url}"
    return READERS[kind](body, url)


def of(reading: Reading, *item_types: type[Item]) -> list[dict[str, Any]]:
    """What the items of those types say, without what they leave empty."""
    return [said(item) for item in reading.items if isinstance(item, item_types)]

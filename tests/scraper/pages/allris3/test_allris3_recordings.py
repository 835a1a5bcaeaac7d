"""Recorded pages of ALLRIS 3 against what a person has reviewed that they say (tests/expected/allris3)."""

from hashlib import sha256

import pytest

from scraper.items import AgendaItem, Paper, Person
from scraper.pages.reading import Reading
from tests.scraper.pages.allris3.saved import read_as
from tests.support import recordings

CORPUS = recordings.CORPUS / "allris3"
HAMBURG = {
    "altona": ("altona", "VOLFDNR=1018473", "SILFDNR=1004086", "TOLFDNR=1049839", "AULFDNR=235", "FRLFDNR=1121"),
    "bergedorf": (
        "bergedorf", "VOLFDNR=1009833", "SILFDNR=1002949", "TOLFDNR=1031085", "AULFDNR=1000013", "FRLFDNR=1110",
    ),
    "eimsbuettel": (
        "eimsbuettel", "VOLFDNR=1011853", "SILFDNR=1003114", "TOLFDNR=1035144", "AULFDNR=219", "FRLFDNR=1000012",
    ),
    "hamburg_mitte": (
        "hamburg-mitte", "VOLFDNR=1020365", "SILFDNR=1002940", "TOLFDNR=1040311", "AULFDNR=13", "FRLFDNR=107",
    ),
}  # fmt: skip
"""Folder, site, and the number with which each page was asked for."""
SCRIPTS = ("vo020", "to010", "to020", "au020", "fr020")
NORTH = "https://sitzungsdienst-hamburg-nord.hamburg.de/bi"
RECORDED_AT = {
    f"{folder}/{script}.html": f"https://sitzungsdienst-{site}.hamburg.de/bi/{script}.asp?{number}"
    for folder, (site, *numbers) in HAMBURG.items()
    for script, number in zip(SCRIPTS, numbers, strict=True)
} | {
    "giesen/si010_r_2026-09.html": "https://www.giesen.de/buergerinformationssystem/si010_r.asp?MM=9&YY=2026",
    "hildesheim/to010_3712.excerpt.html": "https://www.stadt-hildesheim.de/allris/to010.asp?SILFDNR=3712",
    "misc/au020.html": f"{NORTH}/au020.asp?AULFDNR=218",
    "misc/fr010.html": f"{NORTH}/fr010.asp?SELECT=1",
    "misc/fr020.html": f"{NORTH}/fr020.asp?FRLFDNR=1120",
    "misc/si010_e.html": f"{NORTH}/si010_e.asp?MM=10&YY=2023",
    "misc/to010.html": f"{NORTH}/to010.asp?SILFDNR=1003143",
    "misc/vo040.html": f"{NORTH}/vo040.asp",
}
"""Where each page was recorded."""

LONG = 60
"""Characters: a text, not a title."""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded pages are not here")


def without_words(reading: Reading) -> Reading:
    """Minutes, reasons and people's names are not ours to keep: their length and digest stand for them."""
    for item in reading.items:
        if isinstance(item, Person):
            item.name, item.family_name, item.given_name = map(digest, (item.name, item.family_name, item.given_name))
        if isinstance(item, AgendaItem):
            item.resolution_text = digest(item.resolution_text)
        if isinstance(item, AgendaItem | Paper):
            item.other = {label: digest(text) if len(text) > LONG else text for label, text in item.other.items()}
    return reading


def digest(text: str | None) -> str | None:
    return text and f"{len(text)} characters, {sha256(text.encode()).hexdigest()[:16]}"


def test_all_recorded_pages_are_known() -> None:
    assert {str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*.html")} == RECORDED_AT.keys()


@pytest.mark.parametrize("page", RECORDED_AT)
def test_a_recorded_page(page: str) -> None:
    reading = read_as((CORPUS / page).read_bytes(), RECORDED_AT[page])
    recordings.compare(without_words(reading), "allris3", page)

"""Every recorded page is read as a person has reviewed it: what it says stands in tests/expected/allris4."""

import pytest

from tests.scraper.pages.allris4.saved import read_as
from tests.support import recordings

CORPUS = recordings.CORPUS / "allris4"
SITE = "https://gremieninfo.trier.de/public/"
RECORDED_AT = {
    "trier/si010-2026-10.excerpt.xml": f"{SITE}si010?0-1.0-&MM=10&YY=2026",
    "trier/to010_1000264.excerpt.html": f"{SITE}to010?SILFDNR=1000264&refresh=false",
    "trier/vo020_1001540.excerpt.html": f"{SITE}vo020?VOLFDNR=1001540&refresh=false",
}
"""Where each page was recorded."""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded pages are not here")


def test_all_recorded_pages_are_known() -> None:
    assert {str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*")} == RECORDED_AT.keys()


@pytest.mark.parametrize("page", RECORDED_AT)
def test_a_recorded_page(page: str) -> None:
    recordings.compare(read_as((CORPUS / page).read_bytes(), RECORDED_AT[page]), "allris4", page)

"""Every recorded page is read as a person has reviewed it: what it says stands in tests/expected/rubin."""

import pytest

from tests.scraper.pages.rubin.saved import read_as
from tests.support import recordings

CORPUS = recordings.CORPUS / "rubin"
ROCKENHAUSEN = "https://rockenhausen.gremien.info/api.php"
RECORDED_AT = {
    "eibenstock/meeting_ni_2026-STR-240.html": "https://ris.eibenstock.de/meeting.php?id=ni_2026-STR-240",
    "rockenhausen/calendar-2026-09-10.excerpt.json": (
        f"{ROCKENHAUSEN}?id=calendar&action=get&from=2026-09&to=2026-10&view=list"
    ),
    "rockenhausen/meeting-2026-VGRATNPL-61.excerpt.json": (
        f"{ROCKENHAUSEN}?id=meetings&action=get&meeting_id=2026-VGRATNPL-61&with_agenda_item_documents=1"
    ),
}
"""Where each page was recorded."""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded pages are not here")


def test_all_recorded_pages_are_known() -> None:
    assert {str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*.*")} == RECORDED_AT.keys()


@pytest.mark.parametrize("page", RECORDED_AT)
def test_a_recorded_page(page: str) -> None:
    recordings.compare(read_as((CORPUS / page).read_bytes(), RECORDED_AT[page]), "rubin", page)

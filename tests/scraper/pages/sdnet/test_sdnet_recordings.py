"""Every recorded page is read as a person has reviewed it: what it says stands in tests/expected/sdnet."""

import pytest

from tests.scraper.pages.sdnet.saved import read_as
from tests.support import recordings

CORPUS = recordings.CORPUS / "sdnet"
RECORDED_AT = {
    "wesel/tagesordnung-rat.excerpt.html": "https://ris.wesel.de/tops/?__=UGhVM0hpd2NXNFdFcExjZYWuCQwzOiw2bkwmCBDEezw",
    "wesel/vorgang_T-02-325-26.html": "https://ris.wesel.de/vorgang/?__=UGhVM0hpd2NXNFdFcExjZZX_vMqiAbzwPeEl-j4Ermw",
}
"""Where each page was recorded."""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded pages are not here")


def test_all_recorded_pages_are_known() -> None:
    assert {str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*.html")} == RECORDED_AT.keys()


@pytest.mark.parametrize("page", RECORDED_AT)
def test_a_recorded_page(page: str) -> None:
    recordings.compare(read_as((CORPUS / page).read_bytes(), RECORDED_AT[page]), "sdnet", page)

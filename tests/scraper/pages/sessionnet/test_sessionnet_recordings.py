"""Every recorded page is read as a person has reviewed it: what it says stands in tests/expected/sessionnet."""

import pytest

from tests.scraper.pages.sessionnet.saved import read_as
from tests.support import recordings

CORPUS = recordings.CORPUS / "sessionnet"
RECORDED_AT = {
    "halle/si0040_2026-09.html": "https://buergerinfo.halle.de/si0040.asp?__cjahr=2026&__cmonat=9",
    "halle/to0040_ksinr21804.html": "https://buergerinfo.halle.de/to0040.asp?__ksinr=21804",
    "kaiserslautern/si0057_2331.excerpt.html": "https://ris.kaiserslautern.de/si0057.asp?__ksinr=2331",
    "kaiserslautern/vo0050_19902.excerpt.html": "https://ris.kaiserslautern.de/vo0050.asp?__kvonr=19902",
    "koblenz/si0040_2026-09.excerpt.html": "https://buergerinfo.koblenz.de/si0040.php?__cjahr=2026&__cmonat=9",
    "schiffweiler/si0040_2026-09.html": "https://biswl.rznk.de/si0040.php?__cjahr=2026&__cmonat=9",
    "schiffweiler/si0057_ksinr1192_with-session.html": "https://biswl.rznk.de/si0057.php?__ksinr=1192",
    "schiffweiler/to0040_ksinr1192.html": "https://biswl.rznk.de/to0040.php?__ksinr=1192",
}
"""Where each page was recorded."""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded pages are not here")


def test_all_recorded_pages_are_known() -> None:
    assert {str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*.html")} == RECORDED_AT.keys()


@pytest.mark.parametrize("page", RECORDED_AT)
def test_a_recorded_page(page: str) -> None:
    recordings.compare(read_as((CORPUS / page).read_bytes(), RECORDED_AT[page]), "sessionnet", page)

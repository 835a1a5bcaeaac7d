"""Every recorded page is read as a person has reviewed it: what it says stands in tests/expected/sessionnet.

A page without a reviewed file gets one written, and the test fails so that a person looks at it.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from scraper.pages.reading import Reading
from tests.scraper.pages.sessionnet.saved import read_as, said

ROOT = Path(__file__).resolve().parents[4]
CORPUS = ROOT / "../shared/corpus/pages/sessionnet"
EXPECTED = ROOT / "tests/expected/sessionnet"
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


def as_json(reading: Reading) -> dict[str, Any]:
    return {
        "items": [{"type": item.type_name, **said(item)} for item in reading.items],
        "complaints": [[one.severity, one.expected, one.came] for one in reading.complaints],
        "follow": [asdict(follow) for follow in reading.follow],
    }


def test_all_recorded_pages_are_known() -> None:
    assert {str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*.html")} == RECORDED_AT.keys()


@pytest.mark.parametrize("page", RECORDED_AT)
def test_a_recorded_page(page: str) -> None:
    found = as_json(read_as((CORPUS / page).read_bytes(), RECORDED_AT[page]))
    reviewed = EXPECTED / f"{page.replace('/', '-').removesuffix('.html')}.json"
    if not reviewed.exists():
        reviewed.parent.mkdir(parents=True, exist_ok=True)
        reviewed.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"{reviewed} was written. Compare it with the page before you keep it.")
    assert found == json.loads(reviewed.read_text(encoding="utf-8"))

"""Every recorded answer is read as a person has reviewed it: what it says stands in tests/expected/sessionnet6."""

import pytest

from tests.scraper.pages.sessionnet6.saved import read_as
from tests.support import recordings

CORPUS = recordings.CORPUS / "sessionnet6"
RECORDED_AT = {
    "sangerhausen/sitzungen.json": (
        "https://buergerinfo.sangerhausen.de/api/v1/sitzungen?von=2026-09-01&bis=2026-10-31"
    ),
}
"""Where each answer was recorded."""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded answers are not here")


def test_all_recorded_answers_are_known() -> None:
    assert {str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*.*")} == RECORDED_AT.keys()


@pytest.mark.parametrize("answer", RECORDED_AT)
def test_a_recorded_answer(answer: str) -> None:
    recordings.compare(read_as((CORPUS / answer).read_bytes(), RECORDED_AT[answer]), "sessionnet6", answer)

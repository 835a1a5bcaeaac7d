"""Recorded answers of four servers: everything that stands in them is in the items."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from scraper.items import Body, Item, Meeting, Organization, Paper
from scraper.pages.oparl import Reading, read_document, read_list, read_objects

CORPUS = Path(__file__).resolve().parents[3] / "../shared/corpus/oparl"

RECORDED: list[tuple[str, type[Item]]] = [
    ("duesseldorf/body-0015.json", Body),
    ("karlsruhe/organizations.json", Organization),
    ("karlsruhe/meetings/*.json", Meeting),
    ("karlsruhe/papers/*.json", Paper),
    ("muenster/*.json", Paper),
    ("huertgenwald/body.json", Body),
    ("huertgenwald/body/1/organization*.json", Organization),
    ("huertgenwald/body/1/meeting*.json", Meeting),
    ("huertgenwald/body/1/paper*.json", Paper),
]

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded OParl servers are not here")


def recorded(pattern: str, item_type: type[Item]) -> Iterator[tuple[Any, Reading]]:
    for path in sorted(CORPUS.glob(pattern)):
        document = read_document(path.read_bytes())
        assert document.mended == ()
        page = read_list(document.value)
        assert page
        yield page.entries, read_objects(page.entries, item_type, path.as_uri())


def words(value: Any) -> Iterator[str]:
    """All that is said in a JSON value: its texts, numbers and truths, without what objects are called by type."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "type":
                yield from words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words(inner)
    elif value not in (None, ""):
        yield str(value)


@pytest.mark.parametrize(("pattern", "item_type"), RECORDED)
def test_no_word_of_a_recorded_answer_is_lost(pattern: str, item_type: type[Item]) -> None:
    read = 0
    for entries, reading in recorded(pattern, item_type):
        kept = {word for item in reading.items for word in words(asdict(item))}
        lost = set(words(entries)) - kept
        # An agenda that is numbered from 1 has its order in `position`, which begins with 0.
        assert not {word for word in lost if not word.isdecimal()}
        assert not [complaint for complaint in reading.complaints if complaint.severity == "error"]
        read += len(reading.items)
    assert read


def test_karlsruhe_has_one_consultation_id_with_two_meetings() -> None:
    warned = [one for _, reading in recorded("karlsruhe/papers/*.json", Paper) for one in reading.complaints]
    assert len(warned) == 1
    assert "consultations/19822#2" in warned[0].came


def test_agenda_items_of_a_meeting_are_numbered_without_gaps() -> None:
    for pattern in ("karlsruhe/meetings/*.json", "huertgenwald/body/1/meeting*.json"):
        for _, reading in recorded(pattern, Meeting):
            by_meeting: dict[str, list[int]] = {}
            for item in reading.items:
                if item.type_name == "agenda-item":
                    said = asdict(item)
                    by_meeting.setdefault(said["meeting"], []).append(said["position"])
            assert all(sorted(positions) == list(range(len(positions))) for positions in by_meeting.values())

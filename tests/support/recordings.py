"""Recorded pages and what a person has reviewed that they say: tests/expected/<system>/*.json.

A page without a reviewed file gets one written, and the test fails so that a person looks at it.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from scraper.items import Item
from scraper.pages.reading import Reading

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "../shared/corpus/pages"
EXPECTED = ROOT / "tests/expected"


def said(item: Item) -> dict[str, Any]:
    """What an item says, without what it leaves empty."""
    return {name: value for name, value in asdict(item).items() if value not in (None, [], {}) and name != "deleted"}


def as_json(reading: Reading) -> dict[str, Any]:
    return {
        "items": [{"type": item.type_name, **said(item)} for item in reading.items],
        "complaints": [[one.severity, one.expected, one.came] for one in reading.complaints],
        "follow": [asdict(follow) for follow in reading.follow],
    }


def compare(reading: Reading, system: str, page: str) -> None:
    """With the reviewed file of that recorded page ("halle/si0040_2026-09.html")."""
    found = as_json(reading)
    reviewed = EXPECTED / system / f"{page.replace('/', '-').rpartition('.')[0]}.json"
    if not reviewed.exists():
        reviewed.parent.mkdir(parents=True, exist_ok=True)
        reviewed.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"{reviewed} was written. Compare it with the page before you keep it.")
    assert found == json.loads(reviewed.read_text(encoding="utf-8"))

"""docs/systems.md: the figures of the recorded pages are those of the reviewed files in tests/expected."""

import json
import re
from typing import Any

from tests.support.recordings import EXPECTED, ROOT

DOCS = ROOT / "docs/systems.md"
TABLE = re.compile(r"\| system \| recorded pages .*\n\|[-:|]+\|\n((?:\|.*\n)+)")
FOLDERS = {
    "SessionNet": "sessionnet",
    "SessionNet 6": "sessionnet6",
    "ALLRIS 3": "allris3",
    "ALLRIS 4": "allris4",
    "SD.NET RIM": "sdnet",
    "more! rubin": "rubin",
}
"""Names in the docs, folders of reviewed files."""


def row_of(name: str) -> str:
    """| SessionNet | 8 | 45 | 221 |, counted: pages, their items, and what is filled of those, the type apart."""
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in EXPECTED.joinpath(FOLDERS[name]).glob("*.json")]
    items: list[dict[str, Any]] = [item for page in pages for item in page["items"]]
    fields = sum(len(item.keys() - {"type"}) for item in items)
    return f"| {name} | {len(pages)} | {len(items)} | {fields:,} |"


def test_every_system_with_reviewed_pages_is_in_the_table() -> None:
    assert {path.name for path in EXPECTED.iterdir() if any(path.glob("*.json"))} == set(FOLDERS.values())


def test_the_table_of_recorded_pages_counts_right() -> None:
    (table,) = re.findall(
        r"\| system \| recorded pages .*\n\|[-:|]+\|\n((?:\|.*\n)+)", DOCS.read_text(encoding="utf-8")
    )
    assert table.splitlines() == [row_of(name) for name in FOLDERS], "write these rows into docs/systems.md"

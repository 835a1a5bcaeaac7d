"""What the archive holds and how its last runs went, for `ratsarchiv status`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.archive import Archive
from scraper.items import ITEM_TYPES


@dataclass(frozen=True)
class SourceStatus:
    key: str
    name: str
    records: dict[str, int]
    """Per table how many records of the source it holds, those that were deleted left out; empty tables too."""
    documents: dict[str, int]
    """How many of its documents are in which state: {"read": 704, "needs_ocr": 2, "not fetched": 1}."""
    decisions: int
    """Of the preferred ones."""
    last_run: dict[str, Any] | None
    """The newest row of `runs` that is no fetching of documents; its verdict is None while the run goes on, or when it
    was killed."""
    complaints: list[dict[str, Any]]
    """What could not be read since the newest run began, documents too: the first few rows of `complaints`, errors
    first."""


def statuses(archive: Archive, most_complaints: int = 3) -> Iterator[SourceStatus]:
    """The status of every source, in the order of their keys."""
    query = archive.connection.execute
    for source in query("SELECT key, name FROM sources ORDER BY key").fetchall():
        records = {
            item_type.table: query(
                f"SELECT count(*) FROM {item_type.table} WHERE source = ? AND deleted_at IS NULL", (source["key"],)
            ).fetchone()[0]
            for item_type in ITEM_TYPES
        }
        key = (source["key"],)
        newest = "SELECT * FROM runs WHERE source = ? AND mode <> 'files' ORDER BY id DESC LIMIT 1"
        run = query(newest, key).fetchone()
        documents = query(
            "SELECT coalesce(text_status, 'not fetched'), count(*) FROM downloads"
            " LEFT JOIN documents ON sha256 = document_id WHERE source = ? GROUP BY 1 ORDER BY 2 DESC",
            key,
        ).fetchall()
        decisions = query("SELECT count(*) FROM decisions WHERE source = ? AND preferred = 1", key).fetchone()[0]
        complaints = query(
            "SELECT complaints.* FROM complaints WHERE run >= ? AND source = ? ORDER BY severity, id LIMIT ?",
            (run["id"] if run else None, source["key"], most_complaints),
        ).fetchall()
        yield SourceStatus(
            key=source["key"],
            name=source["name"],
            records=records,
            documents=dict(documents),
            decisions=decisions,
            last_run=dict(run) if run else None,
            complaints=[dict(row) for row in complaints],
        )

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
    last_run: dict[str, Any] | None
    """The newest row of `runs`; its verdict is None while the run goes on, or when it was killed."""
    complaints: list[dict[str, Any]]
    """What the newest run could not read: the first few rows of `complaints`, errors first."""


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
        run = query("SELECT * FROM runs WHERE source = ? ORDER BY id DESC LIMIT 1", (source["key"],)).fetchone()
        complaints = query(
            "SELECT * FROM complaints WHERE run = ? ORDER BY severity, id LIMIT ?",
            (run["id"] if run else None, most_complaints),
        ).fetchall()
        yield SourceStatus(
            key=source["key"],
            name=source["name"],
            records=records,
            last_run=dict(run) if run else None,
            complaints=[dict(row) for row in complaints],
        )

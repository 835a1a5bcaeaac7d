"""`ratsarchiv status`: what the archive holds, source by source, and what went wrong last time."""

from collections.abc import Iterator
from pathlib import Path

from pipelines.archive import Archive, ArchiveError
from pipelines.status import SourceStatus, statuses
from scraper.progress import counted


def status_lines(db: Path) -> Iterator[str]:
    """The lines to print. Raises ArchiveError where there is no archive."""
    if not db.exists():
        raise ArchiveError(f"{db} is not there yet. Make it: ratsarchiv scrape (make archive for the sample town)")
    with Archive.open(db) as archive:
        any_source = False
        for source in statuses(archive):
            any_source = True
            yield from _lines(source)
        if not any_source:
            yield f"{db} is empty. Fill it: ratsarchiv scrape"


def _lines(source: SourceStatus) -> Iterator[str]:
    yield f"{source.name} ({source.key})"
    held = [f"{number:,} {table.replace('_', ' ')}" for table, number in source.records.items() if number]
    yield f"  holds     {', '.join(held) or 'nothing yet'}"
    if source.documents:
        told = ", ".join(f"{number:,} {status.replace('_', ' ')}" for status, number in source.documents.items())
        yield f"  documents {told}"
    if source.decisions:
        yield f"  decisions {source.decisions:,}"
    run = source.last_run
    if run is None:
        yield "  last run  never"
        return
    verdict = run["verdict"] or "still going on, or killed"
    yield f"  last run  {run['started']}  {run['mode']}  {verdict}" + (f": {run['reason']}" if run["reason"] else "")
    yield (
        f"            {run['responses']:,} answers, {run['items']:,} records: {run['inserted']:,} new,"
        f" {run['updated']:,} changed, {run['unchanged']:,} unchanged, {run['deleted']:,} newly deleted"
    )
    if source.complaints:
        faults = f"{counted(run['errors'], 'error')}, {counted(run['warnings'], 'warning')}"
        yield f"  complaints  {faults}; the first ones, those about documents too:"
    for row in source.complaints:
        yield f"    {row['severity']}: {row['address']}: expected {row['expected']}, got {row['came']}"
        yield f"      {row['advice']}" + (f" Kept as {row['kept_as']}." if row["kept_as"] else "")

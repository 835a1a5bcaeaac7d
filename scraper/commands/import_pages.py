"""`ratsarchiv import`: saved pages of a site that is gone, through the same pipelines as scraped ones."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pipelines.archive import Archive
from pipelines.history import Run
from pipelines.normalise import normalise
from pipelines.records import Record, complaint_row
from pipelines.validate import validate
from pipelines.verdict import EXIT_CODES
from scraper.items import Complaint
from scraper.saved_pages import read_saved
from scraper.sources import Source


def import_files(files: tuple[Path, ...], source: Source, db: Path, url: str | None, say: Callable[[str], None]) -> int:
    """Reads `files` as pages of `source` into `db` and returns the exit code.

    `url` is the address of a single file that does not say its own. What can't be read is reported and counted; the
    files stay where they are. Raises ArchiveError.
    """
    now = datetime.now(UTC)
    records: list[Record] = []
    complaints: list[Complaint] = []
    for path in files:
        for read in read_saved(path, source, url):
            if isinstance(read, Complaint):
                complaints.append(read)
            else:
                validate(read)
                record = normalise(read, source, now)
                records.append(record)
                complaints += record.complaints
                say(f"{path.name}: {record.values['published'] or 'no date'} {record.values['title']}")
    with Archive.open(db) as archive:
        run = Run(archive, source, "changes", lambda: now)
        run.write(records, [complaint_row(complaint) for complaint in complaints])
        verdict = run.finish(None, set())
    counts = run.written
    for complaint in complaints:
        say(f"{complaint.address}: expected {complaint.expected}, got {complaint.came}. {complaint.advice}")
    say(f"{db}: {counts.inserted} new, {counts.updated} changed, {counts.unchanged} unchanged, {counts.errors} errors.")
    return EXIT_CODES[verdict.word]

"""`ratsarchiv scrape`: which sources, all of them or what changed, watched by whom, and what came of it."""

from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import click
from scrapy.settings import Settings

from pipelines.archive import Archive
from pipelines.derive.documents import Ocr
from pipelines.derive.meetings import derive_source
from pipelines.derived_tables import DerivedTables
from pipelines.verdict import EXIT_CODES
from scraper.documents import WantedFile
from scraper.progress import Bars, Lines, person_watches, rows_written
from scraper.scraping import Job, Outcome, scrape
from scraper.sources import Source, load_sources

FULL_EVERY = timedelta(days=7)
"""Servers forget to date changes, and only a full run notices what is gone."""
OVERLAP = timedelta(days=1)
"""A run asks for changes since a day before the last one began: servers' clocks differ, and some date by the day."""


def scrape_sources(keys: tuple[str, ...], sources_file: Path, db: Path, *, full: bool, verbose: bool) -> int:
    """Scrapes the sources named by `keys` (none: all) into `db` and returns the exit code.

    Raises SourcesError for what is wrong with `sources_file` or a key, ArchiveError for what is wrong with `db`.
    """
    sources = load_sources(sources_file)
    chosen = [sources.by_key(key) for key in keys] or list(sources.sources.values())
    with Archive.open(db) as archive:
        jobs: list[Job] = []
        for source in chosen:
            jobs.append(Job(source, None if full else changes_since(archive, source)))
            if source.files != "none":
                jobs.append(Job(source, wanted=partial(wanted_files, db, source)))
        whole_runs = {source.key: archive.last_whole_run(source.key) for source in chosen}
        expected = {key: run["items"] for key, run in whole_runs.items() if run}
    settings = settings_for(verbose, ARCHIVE=str(db), SOURCES_FILE=str(sources_file))
    with ExitStack() as stack:
        watched = person_watches() and not verbose
        watcher = stack.enter_context(Bars(expected)) if watched else Lines(lambda line: click.echo(line, err=True))
        outcomes = scrape(jobs, settings, watcher)
    if all(outcome.verdict != "interrupted" for outcome in outcomes):  # who pressed Ctrl-C wants the end
        for source in {outcome.source.key: outcome.source for outcome in outcomes}.values():
            derive(db, source)
    return report(outcomes, len(chosen), db)


def wanted_files(db: Path, source: Source) -> list[WantedFile]:
    """The documents of `source` whose text is not in the archive yet."""
    with Archive.open(db) as archive:
        only_minutes = source.files == "minutes"
        with_ocr = Ocr.installed() is not None
        return DerivedTables(archive).wanted_files(source.key, only_minutes=only_minutes, with_ocr=with_ocr)


def derive(db: Path, source: Source) -> None:
    """Reads minutes and decisions out of what the archive holds of `source`, where that has changed."""
    with Archive.open(db) as archive:
        done = derive_source(DerivedTables(archive), source.key, source.system)
    if done.meetings:
        said = f"{done.decisions:,} decisions and {done.minutes:,} parts of minutes of {done.meetings:,} meetings"
        click.echo(f"{source.key}: {said}", err=True)


def changes_since(archive: Archive, source: Source) -> datetime | None:
    """Since when changes are enough; None when everything is to be read."""
    last = archive.last_good_start(source.key)
    whole = archive.last_whole_run(source.key)
    if last is None or whole is None:
        return None
    began, began_whole = datetime.fromisoformat(last), datetime.fromisoformat(whole["started"])
    return began - OVERLAP if began - began_whole < FULL_EVERY else None


def settings_for(verbose: bool, **ours: str) -> Settings:
    """The project's settings with `ours` on top."""
    settings = Settings()
    settings.setmodule("scraper.settings", priority="project")
    settings.setdict({"LOG_LEVEL": "INFO" if verbose else "ERROR", **ours}, priority="cmdline")
    return settings


def report(outcomes: list[Outcome], planned: int, db: Path) -> int:
    """Says what all runs did together and returns the worst exit code. `planned` is the number of sources."""
    scrapes = [outcome for outcome in outcomes if not outcome.of_documents]
    written = sum(rows_written(outcome.counts) for outcome in scrapes if outcome.counts)
    up_to_date = not written and all(outcome.verdict == "good" for outcome in outcomes)
    click.echo(f"{db}: {written:,} rows written" + ("; it was up to date." if up_to_date else "."))
    for outcome in outcomes:
        if outcome.verdict != "good":
            what = f"the documents of {outcome.source.key}" if outcome.of_documents else outcome.source.key
            click.echo(f"Look at {what}: {outcome.verdict}. Details: ratsarchiv status", err=True)
    if len(scrapes) < planned:
        click.echo(f"{planned - len(scrapes)} sources were not begun; start again to go on.", err=True)
        return EXIT_CODES["interrupted"]
    return max((EXIT_CODES[outcome.verdict] for outcome in outcomes), default=0)

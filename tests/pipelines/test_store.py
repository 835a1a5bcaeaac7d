"""The store inside a running crawl: what reaches the archive, and what happens when it can't."""

import asyncio
import multiprocessing
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import scrapy
from scrapy.http import Response

from pipelines.archive import Archive, explained
from pipelines.history import Run
from scraper.items import Complaint, Paper
from scraper.scraping import Job, Outcome, Watcher, scrape
from scraper.sources import Source
from scraper.spiders.base import SourceSpider
from tests.support.loopback import Answer, serving


class ThreeAnswers(SourceSpider):
    """Three answers, each with a paper; the second also with one that can't be archived."""

    name = "three-answers"

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for number in (1, 2, 3):
            yield self.ask(f"{self.source.url}/{number}", self.parse, "paper")

    def parse(self, response: Response) -> Any:
        number = response.url[-1]
        if number == "2":
            not_links: Any = [42]
            yield Paper(vendor_id="broken", source_url=response.url, files=not_links)
            said = {"page_kind": "paper", "expected": "JSON", "came": "HTML", "advice": "Look at it."}
            yield Complaint(address=response.url, body=b"<html>", **said)
        yield Paper(vendor_id=number, name=f"Vorlage {number}", response_url=response.url)


class Greedy(SourceSpider):
    """Asks and yields from start(), as the OParl spider does, for as long as it may."""

    name = "greedy"

    async def start(self) -> AsyncIterator[Paper]:
        for number in range(10_000):
            answered = asyncio.get_running_loop().create_future()
            request = self.ask(f"{self.source.url}/{number}", answered.set_result, "paper")
            assert self.crawler.engine is not None
            self.crawler.engine.crawl(request)
            await answered
            for part in range(5):
                yield Paper(vendor_id=f"{number}-{part}")


def run(sender: Any, url: str, archive: Path, spider: str) -> None:
    from scraper.commands.scrape import settings_for

    settings = settings_for(verbose=False, ARCHIVE=str(archive))
    settings.set("SPIDER_MODULES", [__name__], priority="cmdline")
    source = Source(key="town", name="Town", system=spider, url=url, delay=0)
    sender.send(scrape([Job(source, None)], settings, Watcher()))


def scraped(archive: Path, spider: str = ThreeAnswers.name) -> tuple[Outcome, list[str]]:
    """Scrapes in a process of its own, as Twisted starts once a process. Returns also the paths it asked for."""
    context = multiprocessing.get_context("fork")
    with serving(lambda asked: Answer(b"x", status=404 if asked.path == "/robots.txt" else 200)) as loopback:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=run, args=(sender, loopback.url, archive, spider))
        process.start()
        sender.close()
        ended = receiver.poll(60)
        if not ended:
            process.kill()
        process.join(5)
        assert ended, "the run did not come to an end"
        (outcome,) = receiver.recv()
    assert isinstance(outcome, Outcome)
    return outcome, loopback.paths()


def query(archive: Path, statement: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(archive)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_records_complaints_and_fetches_are_written_and_a_broken_item_costs_itself_only(tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    outcome, _ = scraped(archive)
    assert query(archive, "SELECT name FROM papers ORDER BY name") == [(f"Vorlage {n}",) for n in (1, 2, 3)]
    assert query(archive, "SELECT count(*) FROM fetches WHERE status = 200") == [(3,)]
    came = [row[0] for row in query(archive, "SELECT came FROM complaints ORDER BY came")]
    assert came[0] == "HTML"
    assert came[1].startswith("TypeError")
    assert len(came) == 2
    ((kept_as,),) = query(archive, "SELECT kept_as FROM complaints WHERE came = 'HTML'")
    assert (tmp_path / kept_as).read_bytes() == b"<html>"
    assert (outcome.verdict, outcome.counts["errors"], outcome.counts["inserted"]) == ("suspicious", 2, 3)
    assert query(archive, "SELECT verdict, errors, inserted FROM runs") == [("suspicious", 2, 3)]


def test_when_the_archive_can_not_be_written_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.archive.WAIT_FOR_LOCK_SECONDS", 0.2)
    archive = tmp_path / "archive.db"
    Archive.open(archive).close()
    writer = sqlite3.connect(archive, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    outcome, asked = scraped(archive)
    writer.close()
    assert outcome.verdict == "failed"
    assert "Another run is writing" in outcome.reason
    assert asked == []
    assert query(archive, "SELECT count(*) FROM runs") == [(0,)]


def test_a_disk_that_fills_up_in_the_middle_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "archive.db"
    write = Run.write
    batches: list[int] = []

    def write_once(run: Run, *batch: Any) -> None:
        batches.append(1)
        if len(batches) > 1:
            raise explained(sqlite3.OperationalError("database or disk is full"), archive)
        write(run, *batch)

    monkeypatch.setattr(Run, "write", write_once)
    monkeypatch.setattr("pipelines.store.BATCH", 3)
    outcome, asked = scraped(archive, Greedy.name)
    assert outcome.verdict == "failed"
    assert "Make room" in outcome.reason
    assert len(asked) < 100
    ((written,),) = query(archive, "SELECT count(*) FROM papers")
    assert outcome.counts["inserted"] == written
    assert query(archive, "PRAGMA integrity_check") == [("ok",)]

"""Last item pipeline: gathers records into batches and hands them to the archive. The only writer of a scrape."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler

from pipelines.archive import Archive, ArchiveError
from pipelines.history import Run
from pipelines.records import Record, complaint_row
from scraper.fetch_log import Fetch
from scraper.items import Complaint
from scraper.spiders.base import SourceSpider

BATCH = 500
"""Records in one transaction; a batch ends between two answers, so that what one answer says is written whole."""
KEPT_FOLDER = "unread"
"""Beside the archive: the answers that could not be read, for whoever mends the reader."""


class Store:
    """Scrapy item pipeline: takes Records, Complaints and Fetches, and closes the spider when the archive fails.

    Leaves in the stats: ``archive/run``, ``archive/counts`` (RunCounts as dict), ``archive/verdict``,
    ``archive/reason``.
    """

    def __init__(
        self, crawler: Crawler, archive: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.crawler = crawler
        self.path = archive
        self.clock = clock
        self.archive: Archive | None = None
        self.run: Run | None = None
        self.failure: ArchiveError | None = None
        self._records: list[Record] = []
        self._complaints: list[Complaint] = []
        self._fetches: list[Fetch] = []
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Store":
        store = cls(crawler, Path(crawler.settings["ARCHIVE"]))
        crawler.signals.connect(store.spider_closed, signal=signals.spider_closed)
        return store

    def open_spider(self) -> None:
        spider = self._spider()
        self.archive = Archive.open(self.path)
        mode = "changes" if spider.modified_since else "full"
        self.run = Run(self.archive, spider.source, mode, self.clock)
        self._stats("run", self.run.id)

    def process_item(self, item: Any) -> Any:
        match item:
            case Record():
                if len(self._records) >= BATCH and self._is_of_another_answer(item):
                    self._flush()
                self._records.append(item)
                self._complaints += item.complaints
            case Complaint():
                self._complaints.append(item)
            case Fetch():
                self._fetches.append(item)
            case _:
                raise TypeError(f"the store takes Records, Complaints and Fetches, not {type(item).__name__}")
        return item

    def spider_closed(self, spider: SourceSpider, reason: str) -> None:
        """Writes what is left and the run's verdict. `reason` is Scrapy's: finished, shutdown or what stopped it."""
        if self.archive is None or self.run is None:
            return
        self._flush()
        stopped = None if reason == "finished" else reason
        try:
            if self.failure:
                raise self.failure
            verdict = self.run.finish(stopped, spider.read_whole)
            self._stats("verdict", verdict.word)
            self._stats("reason", verdict.reason)
        except ArchiveError as error:
            self._stats("verdict", "failed")
            self._stats("reason", str(error))
        finally:
            self._stats("counts", asdict(self.run.run_counts()))
            self.archive.close()

    def _flush(self) -> None:
        if self.failure or self.run is None:
            return
        try:
            self.run.write(
                self._records,
                [complaint_row(complaint, self._keep(complaint.body)) for complaint in self._complaints],
                [asdict(fetch) for fetch in self._fetches],
            )
        except ArchiveError as error:
            self._stop(error)
        self._records, self._complaints, self._fetches = [], [], []

    def _is_of_another_answer(self, record: Record) -> bool:
        return record.values.get("response_url") != self._records[-1].values.get("response_url")

    def _stop(self, error: ArchiveError) -> None:
        """The archive can't be written: asking the source for more would be rude and useless."""
        self.failure = error
        self._spider().logger.error("%s", error)
        if self.crawler.engine is not None and self.crawler.engine.running:
            closing = self.crawler.engine.close_spider_async(reason="the archive can't be written")
            self._closing = asyncio.get_running_loop().create_task(closing)

    def _keep(self, body: bytes | None) -> str | None:
        """Keeps an answer that could not be read, under a name made of its content. None when the disk refuses it."""
        if not body:
            return None
        folder = self.path.parent / KEPT_FOLDER
        name = hashlib.sha256(body).hexdigest()[:24]
        try:
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(body)
        except OSError as error:
            self._spider().logger.error("%s: an answer that could not be read is not kept: %s", folder / name, error)
            return None
        return f"{KEPT_FOLDER}/{name}"

    def _spider(self) -> SourceSpider:
        spider = self.crawler.spider
        assert isinstance(spider, SourceSpider)
        return spider

    def _stats(self, name: str, value: Any) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.set_value(f"archive/{name}", value)

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
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from pipelines.archive import Archive, ArchiveError
from pipelines.history import Run
from pipelines.records import Record, Value, complaint_row
from scraper.items import Complaint
from scraper.middlewares.fetch_log import Fetch
from scraper.spiders.base import SourceSpider

BATCH = 500
"""Rows in one transaction, at least: a batch ends between two answers, so that what one says is written whole."""
CAN_NOT_WRITE = "the archive can't be written"
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
        self._complaints: list[dict[str, Value]] = []
        self._fetches: list[dict[str, Value]] = []
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Store":
        store = cls(crawler, Path(crawler.settings["ARCHIVE"]))
        crawler.signals.connect(store.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(store.item_error, signal=signals.item_error)
        crawler.signals.connect(store.spider_closed, signal=signals.spider_closed)
        return store

    def open_spider(self) -> None:
        spider = self._spider()
        mode = "changes" if spider.modified_since else "full"
        try:
            self.archive = Archive.open(self.path)
            self.run = Run(self.archive, spider.source, mode, self.clock)
        except ArchiveError as error:
            self._fail(error)
            return
        self._stats("run", self.run.id)

    def spider_opened(self, spider: SourceSpider) -> None:
        """Ends a run that can't be written before it has asked for anything."""
        if self.failure:
            raise CloseSpider(CAN_NOT_WRITE)

    def process_item(self, item: Any) -> Any:
        match item:
            case Fetch():  # stands before the records of its answer
                if len(self._records) + len(self._complaints) + len(self._fetches) >= BATCH:
                    self._flush()
                self._fetches.append(asdict(item))
            case Record():
                self._records.append(item)
                self._complaints += [complaint_row(complaint) for complaint in item.complaints]
            case Complaint():
                self._complaints.append(complaint_row(item, self._keep(item.body)))
            case _:
                raise TypeError(f"the store takes Records, Complaints and Fetches, not {type(item).__name__}")
        return item

    def item_error(self, item: Any, response: Response | None, failure: Failure) -> None:
        """An exception in an item pipeline: a fault of ours that costs one record, and is reported like any other."""
        complaint = Complaint(
            address=getattr(item, "source_url", None) or (response.url if response else ""),
            page_kind=getattr(item, "type_name", type(item).__name__),
            expected="an item that can be archived",
            came=f"{type(failure.value).__name__}: {failure.getErrorMessage()} at {item!r:.300}",
            advice="This is a fault in Ratsarchiv's pipelines. Please report it.",
        )
        self._complaints.append(complaint_row(complaint))

    def spider_closed(self, spider: SourceSpider, reason: str) -> None:
        """Writes what is left and the run's verdict. `reason` is Scrapy's: finished, shutdown or what stopped it."""
        if self.archive is None:
            return
        if self.run is None:
            self.archive.close()
            return
        self._flush()
        stopped = None if reason == "finished" else reason
        try:
            if self.failure:
                raise self.failure
            verdict = self.run.finish(stopped, spider.read_whole, self._unreported())
            self._stats("verdict", verdict.word)
            self._stats("reason", verdict.reason)
        except ArchiveError as error:
            self._fail(error)
        finally:
            self._stats("counts", asdict(self.run.written))
            self.archive.close()

    def _unreported(self) -> list[str]:
        """What went wrong without a complaint: exceptions where Scrapy only counts them."""
        assert self.crawler.stats is not None
        exceptions = self.crawler.stats.get_value("spider_exceptions/count", 0)
        return [f"{exceptions} exceptions in the spider (see the log)"] if exceptions else []

    def _fail(self, error: ArchiveError) -> None:
        self.failure = error
        self._stats("verdict", "failed")
        self._stats("reason", str(error))
        self._spider().logger.warning("%s", error)

    def _flush(self) -> None:
        if self.failure or self.run is None:
            return
        try:
            self.run.write(self._records, self._complaints, self._fetches)
        except ArchiveError as error:
            self._stop(error)
        self._records, self._complaints, self._fetches = [], [], []

    def _stop(self, error: ArchiveError) -> None:
        """The archive can't be written: asking the source for more would be rude and useless."""
        self._fail(error)
        if self.crawler.crawling:
            self._closing = asyncio.get_running_loop().create_task(self.crawler.stop_async())

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

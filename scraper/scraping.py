"""Runs the spiders of several sources in one process, those that share a host one after the other."""

import asyncio
import logging
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from scraper.addresses import host_of
from scraper.documents import DocumentsSpider, WantedFile
from scraper.sources import Source

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """One source to scrape: all of it, or what changed since `modified_since` (aware)."""

    source: Source
    modified_since: datetime | None = None
    wanted: Callable[[], Sequence[WantedFile]] | None = None
    """For a job that fetches documents: which, asked for when it begins. Left out where that of its source failed."""


@dataclass(frozen=True)
class Outcome:
    """How one job ended. `counts` are those of the run (pipelines.archive.RunCounts), empty if it could not start."""

    source: Source
    verdict: str
    reason: str
    counts: dict[str, int]
    of_documents: bool = False


class Watcher:
    """What a caller of scrape() is told while it runs; override what you want to hear."""

    def began(self, job: Job) -> None: ...

    def got_response(self, source: Source) -> None: ...

    def got_item(self, source: Source) -> None: ...

    def ended(self, outcome: Outcome) -> None: ...


def scrape(jobs: Iterable[Job], settings: Settings, watcher: Watcher) -> list[Outcome]:
    """Runs all jobs and returns their outcomes in the order in which they ended.

    Returns after the last one, or after Ctrl-C, when each running spider has closed and written what it had. Can be
    called once a process: Twisted's reactor starts only once.
    """
    process = AsyncCrawlerProcess(settings)
    outcomes: list[Outcome] = []
    failed: set[str] = set()
    stopped = False

    def start_next(waiting: deque[Job]) -> None:
        if not waiting or stopped:
            return
        job = waiting.popleft()
        arguments: dict[str, Any] = {"source": job.source, "modified_since": job.modified_since}
        if job.wanted is not None:
            arguments["wanted"] = [] if job.source.key in failed else job.wanted()
            if not arguments["wanted"]:
                start_next(waiting)
                return
        crawler = process.create_crawler(DocumentsSpider if job.wanted else job.source.system)
        _tell(watcher, crawler, job.source)
        watcher.began(job)

        # Runs in the same turn of the event loop in which the crawl ends, before the process looks whether
        # there is anything left to wait for.
        def ended(task: "asyncio.Task[None]") -> None:
            nonlocal stopped
            outcome = _outcome(job, crawler, task.exception())
            outcomes.append(outcome)
            watcher.ended(outcome)
            if outcome.verdict in ("failed", "interrupted"):
                failed.add(job.source.key)
            stopped = stopped or outcome.verdict == "interrupted"
            start_next(waiting)

        task = process.crawl(crawler, **arguments)
        task.add_done_callback(ended)

    for waiting in _by_host(jobs).values():
        start_next(waiting)
    process.start()
    return outcomes


def _by_host(jobs: Iterable[Job]) -> dict[str, deque[Job]]:
    """Each crawler keeps its own distance to a host, so two of them must not ask the same host at once."""
    hosts: defaultdict[str, deque[Job]] = defaultdict(deque)
    for job in jobs:
        hosts[host_of(job.source.url)].append(job)
    return hosts


def _tell(watcher: Watcher, crawler: Crawler, source: Source) -> None:
    def of(hear: Callable[[Source], None]) -> Callable[..., None]:
        def hear_signal(**_: Any) -> None:
            hear(source)

        return hear_signal

    crawler.signals.connect(of(watcher.got_response), signal=signals.response_received, weak=False)
    crawler.signals.connect(of(watcher.got_item), signal=signals.item_scraped, weak=False)


def _outcome(job: Job, crawler: Crawler, error: BaseException | None) -> Outcome:
    """What the store said of the run; `error` is what kept the spider from starting."""
    stats = crawler.stats.get_stats() if crawler.stats is not None else {}
    if "archive/verdict" in stats:
        counts = stats.get("archive/counts", {})
        return Outcome(job.source, stats["archive/verdict"], stats["archive/reason"], counts, job.wanted is not None)
    logger.error("%s: the spider could not start", job.source.key, exc_info=error)
    return Outcome(job.source, "failed", f"the spider could not start: {error}", {}, job.wanted is not None)

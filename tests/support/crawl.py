"""Runs a spider as the project runs it, settings and middlewares included, and hands back what it yielded.

Twisted starts once a process, so the crawls run in a process of their own, one after the other: starting one costs a
second, a small crawl a tenth of it.
"""

import asyncio
import atexit
import multiprocessing
import traceback
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from typing import Any

from scraper.items import Complaint, Item

LONGEST_CRAWL_SECONDS = 120


@dataclass
class Crawled:
    items: list[Item]
    complaints: list[Complaint]
    read_whole: set[str]
    stats: dict[str, Any]

    def of(self, item_type: type[Item]) -> list[Any]:
        return [item for item in self.items if isinstance(item, item_type)]


def crawl(spider: type, settings: dict[str, Any] | None = None, **spider_arguments: Any) -> Crawled:
    """Crawls with the project's settings, without item pipelines; without delay unless `settings` says so."""
    worker = _worker()
    worker.send((spider, settings or {}, spider_arguments))
    try:
        crawled: Crawled | str = worker.recv() if worker.poll(LONGEST_CRAWL_SECONDS) else "it did not come to an end"
    except EOFError:
        crawled = "its process died"
    if isinstance(crawled, str):
        _worker.cache_clear()
        raise AssertionError(f"the crawl failed: {crawled}")
    return crawled


@cache
def _worker() -> Connection:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()

    def stop() -> None:
        ours.close()
        process.join(5)
        process.kill()

    atexit.register(stop)
    return ours


def _work(jobs: Connection) -> None:
    from scrapy.utils.reactor import install_reactor

    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from scrapy.core.engine import ExecutionEngine
    from twisted.internet import reactor as installed

    reactor: Any = installed  # to mypy it is a module

    # How often an engine looks whether it is done when nothing else wakes it: 5 seconds are long for a test.
    ExecutionEngine._SLOT_HEARTBEAT_INTERVAL = 0.05

    async def run_all() -> None:
        loop = asyncio.get_running_loop()
        try:
            while True:
                spider, settings, arguments = await loop.run_in_executor(None, jobs.recv)
                try:
                    jobs.send(await _crawl(spider, settings, arguments))
                except Exception:
                    jobs.send(traceback.format_exc())
        except EOFError:
            reactor.stop()

    tasks: list[asyncio.Task[None]] = []
    reactor.callWhenRunning(lambda: tasks.append(asyncio.get_event_loop().create_task(run_all())))
    reactor.run()


async def _crawl(spider: type, settings: dict[str, Any], arguments: dict[str, Any]) -> Crawled:
    from scrapy import signals
    from scrapy.crawler import AsyncCrawlerRunner
    from scrapy.settings import Settings

    configured = Settings()
    configured.setmodule("scraper.settings")
    configured.update(
        {"ITEM_PIPELINES": {}, "LOG_LEVEL": "WARNING", "DOWNLOAD_DELAY": 0, "DOWNLOAD_SLOTS": {}, **settings},
        priority="cmdline",
    )
    yielded: list[Any] = []

    def keep(item: Any) -> None:
        yielded.append(item)

    runner = AsyncCrawlerRunner(configured)
    crawler = runner.create_crawler(spider)
    crawler.signals.connect(keep, signal=signals.item_scraped)
    await runner.crawl(crawler, **arguments)
    assert crawler.spider is not None
    assert crawler.stats is not None
    return Crawled(
        items=[one for one in yielded if isinstance(one, Item)],
        complaints=[one for one in yielded if isinstance(one, Complaint)],
        read_whole=set(getattr(crawler.spider, "read_whole", set())),
        stats=dict(crawler.stats.get_stats()),
    )

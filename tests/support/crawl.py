"""Runs a spider as the project runs it, settings and middlewares included, and hands back what it yielded.

Twisted's reactor starts once a process, so each crawl has a process of its own.
"""

import multiprocessing
from dataclasses import dataclass
from typing import Any

from scraper.items import Complaint, Item


@dataclass
class Crawled:
    items: list[Item]
    complaints: list[Complaint]
    read_whole: set[str]
    stats: dict[str, Any]

    def of(self, item_type: type[Item]) -> list[Any]:
        return [item for item in self.items if isinstance(item, item_type)]


def crawl(spider: type, settings: dict[str, Any] | None = None, **spider_arguments: Any) -> Crawled:
    """Crawls with the project's settings, without item pipelines; the politeness delay is 0 unless `settings` says so."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_crawl, args=(sender, spider, settings or {}, spider_arguments))
    process.start()
    sender.close()
    try:
        crawled: Crawled = receiver.recv()
    except EOFError:
        raise AssertionError("the crawl's process died before it handed anything back") from None
    finally:
        process.join()
    return crawled


def _crawl(sender: Any, spider: type, settings: dict[str, Any], spider_arguments: dict[str, Any]) -> None:
    from scrapy import signals
    from scrapy.crawler import CrawlerProcess
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

    process = CrawlerProcess(configured)
    crawler = process.create_crawler(spider)
    crawler.signals.connect(keep, signal=signals.item_scraped)
    process.crawl(crawler, **spider_arguments)
    process.start()
    assert crawler.spider is not None
    assert crawler.stats is not None
    sender.send(
        Crawled(
            items=[one for one in yielded if isinstance(one, Item)],
            complaints=[one for one in yielded if isinstance(one, Complaint)],
            read_whole=set(getattr(crawler.spider, "read_whole", set())),
            stats=dict(crawler.stats.get_stats()),
        )
    )
    sender.close()

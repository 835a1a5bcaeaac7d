"""A spider that is stopped while one of its items is on its way through the pipelines."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess

from scraper.items import Paper


class SlowPipeline:
    async def process_item(self, item: Any) -> Any:
        await asyncio.sleep(0.2)
        return item


class Stopped(scrapy.Spider):
    """Stops while its only item is in the pipeline."""

    name = "stopped"

    async def start(self) -> AsyncIterator[Paper]:
        loop = asyncio.get_running_loop()
        loop.call_later(0.05, lambda: setattr(self, "stopping", loop.create_task(self.crawler.stop_async())))
        yield Paper(vendor_id="1")


def run(sender: Any) -> None:
    from scraper.commands.scrape import settings_for

    settings = settings_for(verbose=False)
    settings.set("ITEM_PIPELINES", {SlowPipeline: 1}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Stopped)
    process.crawl(crawler)
    process.start()
    assert crawler.stats is not None
    sender.send(crawler.stats.get_value("item_scraped_count"))


def test_the_process_ends_and_the_item_is_not_lost() -> None:
    # Without Closing among the extensions Scrapy 2.19 hangs here.
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=run, args=(sender,))
    process.start()
    ended = receiver.poll(20)
    if not ended:
        process.kill()
    process.join(5)
    assert ended
    assert receiver.recv() == 1

"""A spider that is told to stop while an item from its start() is being written must still come to an end.

Scrapy 2.19 waits until its scraper is idle before it closes a spider, and looks again whenever an answer has been
dealt with; after an item that start() yielded it does not look (scrapy.core.scraper, start_itemproc_async). If that
item was the last thing under way, the process hangs for ever.
"""

import asyncio
from contextlib import suppress

from scrapy import Spider, signals
from scrapy.crawler import Crawler

LOOK_AGAIN_SECONDS = 0.2


class Closing:
    """Scrapy extension: while a spider closes, looks whether there is anything left to wait for."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._looking: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Closing":
        closing = cls(crawler)
        crawler.signals.connect(closing.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(closing.spider_closed, signal=signals.spider_closed)
        return closing

    def spider_opened(self, spider: Spider) -> None:
        self._looking = asyncio.get_running_loop().create_task(self._look(spider))

    async def spider_closed(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking

    async def _look(self, spider: Spider) -> None:
        assert self.crawler.engine is not None
        scraper = self.crawler.engine.scraper
        while True:
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
            slot = scraper.slot
            if slot is not None and slot.closing is not None and slot.is_idle() and not slot.closing.called:
                slot.closing.callback(spider)

"""Each further try of a failed request waits twice as long as the one before."""

import asyncio

from scrapy import Request
from scrapy.crawler import Crawler

LONGEST = 60.0
"""Seconds."""


class BackOff:
    """Downloader middleware: holds back a request that Scrapy tries again, and only that one."""

    def __init__(self, delay: float) -> None:
        self.delay = delay

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BackOff":
        return cls(crawler.settings.getfloat("DOWNLOAD_DELAY"))

    async def process_request(self, request: Request) -> None:
        await asyncio.sleep(self.wait(request))

    def wait(self, request: Request) -> float:
        """Seconds; 0 for a first try."""
        tries = request.meta.get("retry_times", 0)
        return min(self.delay * 2**tries, LONGEST) if tries else 0.0

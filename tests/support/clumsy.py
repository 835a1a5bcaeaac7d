"""A spider whose callbacks fail in every way a callback can."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from scraper.items import File
from scraper.spiders.base import SourceSpider


class Clumsy(SourceSpider):
    """Asks for an address for each way to fail, and in the end fails in start() itself."""

    name = "clumsy"

    async def start(self) -> AsyncIterator[Any]:
        for callback in (self.at_once, self.midway, self.midway_async, self.well):
            yield self.ask(f"{self.source.url}{callback.__name__}", callback, callback.__name__)
        yield Request(f"{self.source.url}missing", callback=self.well, errback=self.wrong_errback)
        yield Request(f"{self.source.url}missing?again", callback=self.well)
        raise LookupError("no more addresses")

    def at_once(self, response: Response) -> list[File]:
        raise KeyError("id")

    def midway(self, response: Response) -> Iterator[File]:
        yield File(vendor_id="first")
        raise ValueError("odd page")

    async def midway_async(self, response: Response) -> AsyncIterator[File]:
        yield File(vendor_id="first of many")
        raise ValueError("odd list")

    def well(self, response: Response) -> Iterator[File]:
        yield File(vendor_id="whole")

    def wrong_errback(self, failure: Failure) -> None:
        raise TypeError("not a response")

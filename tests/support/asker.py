"""A spider for tests of what lies between spider and server: it asks for addresses and does not read the answers."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import signals
from scrapy.http import Response

from scraper.items import Complaint, File
from scraper.middlewares.fetch_log import Fetch
from scraper.sources import Source
from scraper.spiders.base import SourceSpider
from tests.support.crawl import Crawled, crawl


class Asker(SourceSpider):
    """Asks for all `addresses` at once; each answer is a File with its address and, as name, the answer's text."""

    name = "asker"
    addresses: list[str]
    fetches: list[Fetch]

    def keep_fetch(self, item: Any) -> None:
        """What comes out as Fetch goes into the crawl's stats: ``crawled.stats["fetches"]``."""
        if isinstance(item, Fetch):
            self.fetches.append(item)
            self.crawler.stats.set_value("fetches", self.fetches)

    async def start(self) -> AsyncIterator[Any]:
        self.fetches = []
        self.crawler.signals.connect(self.keep_fetch, signal=signals.item_scraped)
        for address in self.addresses:
            yield self.ask(address, self.arrived, "test page")

    def arrived(self, response: Response) -> Iterator[File | Complaint]:
        yield File(vendor_id=response.url, name=response.body[:100].decode("latin-1"))


def ask_for(addresses: list[str], settings: dict[str, Any] | None = None, **source_fields: Any) -> Crawled:
    """Asks for all `addresses` at once, each failing one once only, for a source with `source_fields`."""
    source = Source(**{"key": "test", "name": "Test", "system": "oparl", "url": addresses[0], **source_fields})
    return crawl(Asker, {"RETRY_ENABLED": False, **(settings or {})}, source=source, addresses=addresses)


def arrived(crawled: Crawled) -> set[str]:
    """The addresses that answered."""
    return {file.vendor_id for file in crawled.of(File)}


def came(crawled: Crawled) -> dict[str, str]:
    """What came instead of an answer, by address."""
    return {complaint.address: complaint.came for complaint in crawled.complaints}

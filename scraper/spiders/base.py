"""What all spiders share: their source, requests whose failures become complaints, and what was read whole."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Self

import scrapy
from scrapy.crawler import Crawler
from scrapy.http import Request
from twisted.python.failure import Failure

from scraper.failures import complaint_of
from scraper.items import Complaint
from scraper.sources import Source, load_sources


class SourceSpider(scrapy.Spider):
    """A spider for one system, working on one Source.

    `source` is a Source, or (``scrapy crawl oparl -a source=KEY``) the key of an entry of the file that the setting
    SOURCES_FILE names. `modified_since` (aware) says from when on changes are wanted, None: all there is. Who sets it
    allows for clocks that differ.
    """

    def __init__(self, source: Source, modified_since: datetime | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.source = source
        self.modified_since = modified_since
        self.read_whole: set[str] = set()
        """Tables of which this run has seen every record that the source lists."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        source = kwargs.get("source")
        if isinstance(source, str):
            kwargs["source"] = load_sources(crawler.settings["SOURCES_FILE"]).by_key(source)
        return super().from_crawler(crawler, *args, **kwargs)

    def ask(self, url: str, callback: Callable[..., Any], page_kind: str, **kwargs: Any) -> Request:
        """A request to `url`; whatever keeps it from an answer reaches the archive as a Complaint."""
        meta = {"page_kind": page_kind, **kwargs.pop("meta", {})}
        return Request(url, callback=callback, errback=self.failed, meta=meta, **kwargs)

    def failed(self, failure: Failure) -> Complaint:
        return complaint_of(failure)

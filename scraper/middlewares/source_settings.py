"""Scrapy settings that differ from source to source."""

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from scraper.sources import Source


class SourceSettings:
    """Scrapy add-on: what sources.yml says for the spider's source. The command line's ``-s`` still goes first."""

    def __init__(self, source: Source | None) -> None:
        self.source = source

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SourceSettings":
        source = getattr(crawler.spider, "source", None)
        return cls(source if isinstance(source, Source) else None)

    def update_settings(self, settings: BaseSettings) -> None:
        if self.source is None:
            # scrapy shell, scrapy fetch: someone looks at a page, and nothing goes into the archive.
            settings.set("ITEM_PIPELINES", {}, priority="spider")
            return
        settings.set("DOWNLOAD_DELAY", self.source.delay, priority="spider")
        settings.set("DOWNLOAD_VERIFY_CERTIFICATES", self.source.tls == "verified", priority="spider")

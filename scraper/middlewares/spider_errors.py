"""Exceptions in a spider's callbacks: a fault of ours, and a Complaint like any other."""

import logging
import traceback
from collections.abc import AsyncIterator
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from scraper.failures import complaint_about
from scraper.items import Complaint

logger = logging.getLogger(__name__)

ADVICE = "This is a fault in Ratsarchiv's reading. Please report it with the kept answer."


class SpiderErrors:
    """Spider middleware, the nearest to the spider.

    What a callback has yielded before its exception is kept, and the other requests go on.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SpiderErrors":
        return cls(crawler)

    def process_spider_exception(self, response: Response, exception: Exception) -> list[Complaint] | None:
        if isinstance(exception, CloseSpider):
            return None
        if isinstance(exception, HttpError):  # of a request without errback
            return [complaint_about(exception, response.request)]
        page_kind = str(response.meta.get("page_kind", "page"))
        return [self.complaint(exception, response.url, page_kind, response.body)]

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        try:
            async for item_or_request in start:
                yield item_or_request
        except CloseSpider:
            raise
        except Exception as error:
            source = getattr(self.crawler.spider, "source", None)
            yield self.complaint(error, source.url if source else "", "start of the source", None)

    def complaint(self, error: Exception, address: str, page_kind: str, body: bytes | None) -> Complaint:
        logger.error("%s at %s", page_kind, address, exc_info=error)
        self.crawler.stats.inc_value("spider_exceptions/count")
        return Complaint(
            address=address,
            page_kind=page_kind,
            expected=f"a {page_kind} that can be read",
            came=f"{type(error).__name__}: {error} ({_place_of(error)})",
            advice=ADVICE,
            body=body,
        )


def _place_of(error: Exception) -> str:
    """``oparl.py, line 12, in read_list``: where it happened."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "place unknown"
    last = frames[-1]
    return f"{last.filename.rpartition('/')[2]}, line {last.lineno}, in {last.name}"

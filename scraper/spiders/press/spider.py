"""Press sites: finds by itself what a site offers, and reads the releases.

In this order: WordPress' REST API, a feed, a sitemap, a list page with "next" links (one module each).
The first that gives a release is the site's method; `press:` in sources.yml can name it, and its address.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import Any

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scraper.items import Complaint
from scraper.pages.press.discovery import Offer, guessed_offer, read_offer
from scraper.sources import Source
from scraper.spiders.press.feed import FeedMethod
from scraper.spiders.press.lists import ListMethod
from scraper.spiders.press.method import PressMethod
from scraper.spiders.press.releases import ReleaseSpider, header
from scraper.spiders.press.sitemap import SitemapMethod
from scraper.spiders.press.wordpress import WordPressMethod

METHODS: tuple[type[PressMethod], ...] = (WordPressMethod, FeedMethod, SitemapMethod, ListMethod)


class PressSpider(ReleaseSpider):
    name = "press"

    def __init__(self, source: Source, modified_since: datetime | None = None, **kwargs: Any) -> None:
        super().__init__(source, modified_since, **kwargs)
        self._methods = iter([method for method in METHODS if source.press.method in (None, method.name)])
        self._offer = Offer()

    async def start(self) -> AsyncIterator[Request]:
        rules = self.source.press
        if rules.method and rules.start:
            self._offer = Offer(
                wordpress=[rules.start], feeds=[rules.start], sitemaps=[rules.start], lists=[rules.start]
            )
            for request in self.next_method():
                yield request
        else:
            yield Request(
                self.site,
                callback=self.read_first_page,
                errback=self.first_page_failed,
                meta={"page_kind": "press site"},
                dont_filter=True,
            )

    # What the site offers

    def read_first_page(self, response: Response) -> Iterator[Any]:
        self.site = response.url
        self._offer = read_offer(
            response.body,
            response.url,
            content_type=header(response, "Content-Type"),
            link_header=header(response, "Link"),
        )
        yield from self.next_method()

    def first_page_failed(self, failure: Failure) -> Iterator[Any]:
        """A page that is refused says nothing about the rest of the site; a server that is down does."""
        if not isinstance(failure.value, HttpError | IgnoreRequest):
            yield self.failed(failure)
            return
        self.tried.append(f"first page: {super().failed(failure).came}")
        self._offer = guessed_offer(self.site)
        yield from self.next_method()

    def next_method(self) -> Iterator[Any]:
        """Goes on with the next method; after the last one says that the site gave nothing."""
        method = next(self._methods, None)
        if method is not None:
            yield from method(self, self._offer).begin()
            return
        yield self.complain(
            Complaint(
                address=self.site,
                page_kind="press site",
                expected="releases older than those of the feed"
                if self._looks_further
                else "releases in WordPress' API, a feed, a sitemap or a list page",
                came="; ".join(self.tried) or "nothing",
                advice="Open the site, find its list of releases, and name it for this source in sources.yml: "
                "press: {method: list, start: ADDRESS}.",
            )
        )

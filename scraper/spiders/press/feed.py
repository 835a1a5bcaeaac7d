"""RSS and Atom: the feed gives the links, each article's page the text; older pages of the feed where it has them."""

from collections.abc import Iterator
from typing import Any

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure
from w3lib.url import add_or_replace_parameter

from scraper.items import Complaint
from scraper.pages.press.feed import Feed, NotAFeedError, read_feed
from scraper.spiders.press.method import MOST_PAGES, PressMethod
from scraper.spiders.press.releases import header


class FeedMethod(PressMethod):
    name = "feed"
    page_kind = "feed"

    def candidates(self) -> list[str]:
        self._first = ""
        return list(self.offer.feeds)

    def read_first(self, response: Response) -> Iterator[Any]:
        try:
            feed = read_feed(response.body, response.url, header(response, "Content-Type") or None)
        except NotAFeedError as error:
            yield from self.rejected(response.url, f"is no feed: {error}")
            return
        if not feed.entries:
            yield from self.rejected(response.url, "is a feed without entries")
            return
        self._first = response.url
        yield from self._take(feed, response.url, 1)

    def read_page(self, response: Response, number: int) -> Iterator[Any]:
        try:
            feed = read_feed(response.body, response.url, header(response, "Content-Type") or None)
        except NotAFeedError as error:
            yield self.spider.complain(
                Complaint(
                    address=response.url,
                    page_kind=self.page_kind,
                    expected=f"page {number} of the feed",
                    came=str(error),
                    advice="Older releases are missing. If it lasts, set press: method: sitemap or list.",
                    body=response.body,
                )
            )
            return
        yield from self._take(feed, response.url, number)

    def page_failed(self, failure: Failure) -> Iterator[Complaint]:
        """WordPress answers 404 for the page after the last one."""
        if isinstance(failure.value, HttpError) and failure.value.response.status in (404, 410):
            self.spider.listed_all()
            return
        yield self.spider.failed(failure)

    def _take(self, feed: Feed, address: str, number: int) -> Iterator[Any]:
        new = 0
        for entry in feed.entries:
            if self.spider.is_old(entry.moment):
                continue
            request = self.spider.article(entry.address, entry.known)
            if request is not None:
                new += 1
                yield request
        if feed.skipped:
            self.spider.count("press/no_page", len(feed.skipped))
        following = feed.next
        if following is None and (feed.is_wordpress or self.offer.wordpress):
            following = add_or_replace_parameter(self._first, "paged", str(number + 1))
        if following is None:
            yield from self._end(number)
            return
        if number >= MOST_PAGES:
            yield self.circling(address, number)
        elif new:
            yield self.spider.ask(
                following, self.read_page, self.page_kind, cb_kwargs={"number": number + 1}, dont_filter=True
            ).replace(errback=self.page_failed)
        elif not feed.entries:
            self.spider.listed_all()

    def _end(self, number: int) -> Iterator[Any]:
        """A feed in one piece holds a site's latest releases only; older ones may stand in a sitemap or a list."""
        if number > 1:
            self.spider.listed_all()
        elif self.spider.modified_since is None and self.spider.source.press.method is None:
            yield from self.spider.look_further()

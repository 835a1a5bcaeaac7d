"""A list page and the pages its "next" link leads to.

A list says nothing about changes. An incremental run reads a page's articles first, and goes on to the next page
only while one of them is new: lists have the newest first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from scrapy.http import Response
from twisted.python.failure import Failure

from scraper.items import PressRelease
from scraper.pages.press.list_page import ListPage, read_list
from scraper.spiders.press.method import MOST_PAGES, PAGES_WITHOUT_NEWS, PressMethod
from scraper.spiders.press.releases import header


@dataclass
class _Progress:
    """One page of the list: how many of its articles are still to come, and whether one of them was new."""

    address: str
    next: str | None
    number: int
    without_news: int
    pending: int = 0
    has_new: bool = False


class ListMethod(PressMethod):
    name = "list"
    page_kind = "list of releases"

    def candidates(self) -> list[str]:
        self._visited: set[str] = set()
        return list(self.offer.lists)

    def read_first(self, response: Response) -> Iterator[Any]:
        page = self._read(response)
        if not page.articles:
            yield from self.rejected(response.url, "lists no releases")
            return
        yield from self._take(page, response.url, 1, 0)

    def read_page(self, response: Response, number: int, without_news: int) -> Iterator[Any]:
        yield from self._take(self._read(response), response.url, number, without_news)

    def read_article(self, response: Response, progress: _Progress) -> Iterator[Any]:
        for one in self.spider.read_article(response):
            if isinstance(one, PressRelease) and not self.spider.is_old(one.published_text):
                progress.has_new = True
            yield one
        yield from self._done(progress)

    def article_failed(self, failure: Failure, progress: _Progress) -> Iterator[Any]:
        yield self.spider.failed(failure)
        yield from self._done(progress)

    def _read(self, response: Response) -> ListPage:
        rules = self.spider.source.press
        self._visited |= {response.request.url if response.request else response.url, response.url}
        page = read_list(
            response.body,
            response.url,
            content_type=header(response, "Content-Type"),
            link=rules.link,
            next_link=rules.next,
        )
        self.spider.count("press/no_page", len(page.skipped))
        return page

    def _take(self, page: ListPage, address: str, number: int, without_news: int) -> Iterator[Any]:
        progress = _Progress(address, page.next, number, without_news)
        requests = [request for one in page.articles if (request := self.spider.article(one))]
        progress.pending = len(requests)
        progress.without_news = 0 if requests else without_news + 1
        for request in requests:
            yield request.replace(
                callback=partial(self.read_article, progress=progress),
                errback=partial(self.article_failed, progress=progress),
            )
        if self.spider.modified_since is None or not requests:
            yield from self._go_on(progress)

    def _done(self, progress: _Progress) -> Iterator[Any]:
        progress.pending -= 1
        if not progress.pending and progress.has_new and self.spider.modified_since is not None:
            yield from self._go_on(progress)

    def _go_on(self, progress: _Progress) -> Iterator[Any]:
        if progress.next is None:
            self.spider.listed_all()
        elif progress.next in self._visited:
            self.spider.logger.info("%s leads back to %s: the list ends there", progress.address, progress.next)
            self.spider.listed_all()
        elif progress.without_news >= PAGES_WITHOUT_NEWS or progress.number >= MOST_PAGES:
            yield self.circling(progress.address, progress.number)
        else:
            self._visited.add(progress.next)
            yield self.spider.ask(
                progress.next,
                self.read_page,
                self.page_kind,
                cb_kwargs={"number": progress.number + 1, "without_news": progress.without_news},
                dont_filter=True,
            )

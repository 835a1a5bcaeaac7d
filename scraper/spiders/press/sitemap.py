"""Sitemaps: those that robots.txt names, else the usual addresses; of an index those that hold articles."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urljoin

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.items import Complaint
from scraper.pages.press.addresses import is_front_page, looks_like_release
from scraper.pages.press.article import Known
from scraper.pages.press.sitemap import (
    NotASitemapError,
    Sitemap,
    children_to_read,
    holds_only_articles,
    read_sitemap,
    sitemaps_in_robots,
)
from scraper.spiders.press.method import PressMethod

MOST_SITEMAPS = 500


class SitemapMethod(PressMethod):
    name = "sitemap"
    page_kind = "sitemap"

    def candidates(self) -> list[str]:
        self._pending: set[str] = set()
        self._read: set[str] = set()
        self._any_release = False
        return list(self.offer.sitemaps)

    def begin(self) -> Iterator[Any]:
        """robots.txt names a site's sitemaps; it is asked before the first guess."""
        if self.reasons or self.spider.source.press.start:
            yield from super().begin()
            return
        self.reasons.append("robots.txt asked")
        yield Request(
            urljoin(self.spider.site, "/robots.txt"),
            callback=self.read_robots,
            errback=self.without_robots,
            meta={"page_kind": "robots.txt"},
            dont_filter=True,
        )

    def read_robots(self, response: Response) -> Iterator[Any]:
        named = sitemaps_in_robots(response.body, response.url)
        self._left = list(dict.fromkeys([*named, *self._left]))
        yield from super().begin()

    def without_robots(self, failure: Failure) -> Iterator[Any]:
        yield from super().begin()

    def read_first(self, response: Response) -> Iterator[Any]:
        try:
            sitemap = read_sitemap(response.body, response.url)
        except NotASitemapError as error:
            yield from self.rejected(response.url, f"is no sitemap: {error}")
            return
        self._pending.add(response.url)
        yield from self._take(sitemap, response.url, response.url)

    def read_child(self, response: Response, asked: str) -> Iterator[Any]:
        try:
            sitemap = read_sitemap(response.body, response.url)
        except NotASitemapError as error:
            yield self.spider.complain(
                Complaint(
                    address=response.url,
                    page_kind=self.page_kind,
                    expected="a sitemap that the site's index names",
                    came=str(error),
                    advice="Releases in it are missing. If it lasts, set press: method: list for this source.",
                    body=response.body,
                )
            )
            sitemap = Sitemap()
        yield from self._take(sitemap, response.url, asked)

    def child_failed(self, failure: Failure, asked: str) -> Iterator[Any]:
        yield self.spider.failed(failure)
        yield from self._take(Sitemap(), "", asked)

    def _take(self, sitemap: Sitemap, address: str, asked: str) -> Iterator[Any]:
        for child in children_to_read(sitemap):
            if (
                child.address in self._read
                or len(self._read) >= MOST_SITEMAPS
                or self.spider.is_old(child.modified_text)
            ):
                self._any_release = self._any_release or self.spider.is_old(child.modified_text)
                continue
            self._read.add(child.address)
            self._pending.add(child.address)
            yield self.spider.ask(
                child.address, self.read_child, self.page_kind, cb_kwargs={"asked": child.address}, dont_filter=True
            ).replace(errback=partial(self.child_failed, asked=child.address))
        only_articles = holds_only_articles(address)
        for page in sitemap.pages:
            if not self._is_release(page.address, only_articles):
                continue
            self._any_release = True
            if self.spider.is_old(page.modified_text):
                continue
            known = Known(title=page.title, published_text=page.published_text)
            request = self.spider.article(page.address, known)
            if request is not None:
                yield request
        self._pending.discard(asked)
        if self._pending:
            return
        if self._any_release:
            self.spider.listed_all()
        else:
            yield from self.rejected(asked, "lists no address that looks like a release")

    def _is_release(self, address: str, only_articles: bool) -> bool:
        if self.spider.include is not None:
            return self.spider.wants(address)
        return looks_like_release(address) or (only_articles and not is_front_page(address))

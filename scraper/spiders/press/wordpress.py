"""WordPress' REST API: all posts, a hundred at a time; those changed since, where the run is incremental."""

import re
from collections.abc import Iterator
from datetime import UTC, timedelta
from functools import partial
from typing import Any

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scraper.failures import complaint_of
from scraper.items import Complaint
from scraper.pages.press.discovery import api_guesses
from scraper.pages.press.wordpress import (
    DEFAULT_PER_PAGE,
    NotWordPressError,
    PostsPage,
    allowed_per_page,
    is_release_page,
    posts_address,
    read_posts,
    read_press_types,
)
from scraper.spiders.press.method import MOST_PAGES, PressMethod
from scraper.spiders.press.releases import header

PER_PAGE = 100
"""The API's own limit; a site may set a lower one."""
# https://www.example.org/wp-json/wp/v2/posts?per_page=5 where its root is asked for
RESOURCE = re.compile(r"/?wp/v2/posts/?(?:[?&].*)?$")


class WordPressMethod(PressMethod):
    name = "wordpress"
    page_kind = "WordPress posts"

    def candidates(self) -> list[str]:
        self.root = ""
        self._per_page = PER_PAGE
        self._full: dict[str, int] = {}
        self._seen: set[str] = set()
        if self.spider.source.press.method == self.name and not self.offer.wordpress:
            self.offer.wordpress = api_guesses(self.spider.site)
        self._roots = [RESOURCE.sub("/", root) for root in self.offer.wordpress]
        return [self._address(root, "posts", 1) for root in self._roots]

    def read_first(self, response: Response) -> Iterator[Any]:
        self.root = self._roots[len(self._roots) - len(self._left) - 1]
        try:
            page = read_posts(response.body, response.url)
        except NotWordPressError as error:
            yield from self.rejected(response.url, f"is no WordPress API: {error}")
            return
        if page.count:
            yield from self._take(page, response, "posts", 1)
        elif self.spider.not_before is None:
            yield from self.rejected(response.url, "holds no posts")
        else:
            # Nothing since then, or nothing at all? A site without posts has its releases elsewhere.
            yield self.spider.ask(
                posts_address(self.root, "posts", per_page=1, **self.offer.wordpress_filter),
                self.read_probe,
                self.page_kind,
                dont_filter=True,
            )

    def unanswered(self, failure: Failure) -> Iterator[Any]:
        """Where fewer posts at a time are allowed, the same address is asked for so many."""
        body = failure.value.response.body if isinstance(failure.value, HttpError) else b""
        allowed = allowed_per_page(body)
        if allowed is None or allowed >= self._per_page:
            yield from super().unanswered(failure)
            return
        self._per_page = allowed
        self._left = [self._address(root, "posts", 1) for root in self._roots[-len(self._left) - 1 :]]
        yield from self.begin()

    def read_probe(self, response: Response) -> Iterator[Any]:
        try:
            count = read_posts(response.body, response.url).count
        except NotWordPressError:
            count = 0
        if not count:
            yield from self.rejected(response.url, "holds no posts")

    def read_page(self, response: Response, resource: str, number: int) -> Iterator[Any]:
        try:
            page = read_posts(response.body, response.url)
        except NotWordPressError as error:
            yield self.spider.complain(
                Complaint(
                    address=response.url,
                    page_kind=self.page_kind,
                    expected=f"page {number} of the posts",
                    came=str(error),
                    advice="The next run asks again. If it lasts, set press: method: feed for this source.",
                    body=response.body,
                )
            )
            return
        yield from self._take(page, response, resource, number)

    def page_failed(self, failure: Failure, resource: str, number: int) -> Iterator[Any]:
        """WordPress answers 400 for the page after the last one."""
        if isinstance(failure.value, HttpError) and failure.value.response.status == 400:
            yield from self.read_page(failure.value.response, resource, number)
            return
        yield self.spider.failed(failure)

    def read_types(self, response: Response) -> Iterator[Any]:
        try:
            resources = read_press_types(response.body)
        except NotWordPressError as error:
            self.spider.logger.info("%s lists no types of posts: %s", response.url, error)
            return
        for resource in resources:
            yield self._ask(resource, 1)

    def types_failed(self, failure: Failure) -> None:
        """Most sites have none of their own, and some don't say which they have."""
        self.spider.logger.info("no types of posts: %s", complaint_of(failure).came)

    def pages_failed(self, failure: Failure) -> Complaint:
        """Static pages are an extra: without them no post is missing."""
        complaint = complaint_of(failure)
        complaint.severity = "warning"
        complaint.advice = "Nothing to do unless the site has releases that are pages and no posts."
        return complaint

    def _take(self, page: PostsPage, response: Response, resource: str, number: int) -> Iterator[Any]:
        if page.count and not self._is_new(page):
            yield self.circling(response.url, number)
            return
        for complaint in page.complaints:
            yield self.spider.complain(complaint)
        for release in page.releases:
            if self._wants(release.source_url or "", resource):
                yield from self.spider.take(release)
        for address, known in page.without_text:
            if self._wants(address, resource):
                request = self.spider.article(address, known)
                if request is not None:
                    yield request
        if number >= MOST_PAGES:
            yield self.circling(response.url, number)
        elif self._goes_on(page, response, resource, number):
            yield self._ask(resource, number + 1)
        elif resource == "posts" and not self.offer.wordpress_filter:
            request = self._ask("pages", 1)
            yield request.replace(errback=self.pages_failed)
            types = self.spider.ask(
                posts_address(self.root, "types"), self.read_types, self.page_kind, dont_filter=True
            )
            yield types.replace(errback=self.types_failed)
            self.spider.listed_all()
        else:
            self.spider.listed_all()

    def _wants(self, address: str, resource: str) -> bool:
        if resource == "pages" and self.spider.include is None and not is_release_page(address):
            return False
        return self.spider.wants(address)

    def _goes_on(self, page: PostsPage, response: Response, resource: str, number: int) -> bool:
        total = header(response, "X-WP-TotalPages")
        if page.is_past_the_end or not page.count:
            return False
        # Proxies and old versions leave the header out: then a full page has a next one. Full is as the first one was,
        # since sites give fewer than asked for without saying so.
        full = self._full.setdefault(resource, max(page.count, DEFAULT_PER_PAGE))
        return number < int(total) if total.isdigit() else page.count >= full

    def _is_new(self, page: PostsPage) -> bool:
        """Whether the page has a post that none before it had; some proxies answer each number with the first page."""
        found = {one.vendor_id for one in page.releases} | {address for address, _ in page.without_text}
        is_new = not found <= self._seen or len(page.complaints) >= page.count
        self._seen |= found
        return is_new

    def _ask(self, resource: str, number: int) -> Any:
        return self.spider.ask(
            self._address(self.root, resource, number),
            self.read_page,
            self.page_kind,
            cb_kwargs={"resource": resource, "number": number},
            dont_filter=True,
        ).replace(errback=partial(self.page_failed, resource=resource, number=number))

    def _address(self, root: str, resource: str, number: int) -> str:
        parameters: dict[str, str | int] = {"per_page": self._per_page, "page": number, "orderby": "id", "order": "asc"}
        parameters["_embed"] = "author,wp:term"
        if resource == "posts":
            parameters |= self.offer.wordpress_filter
        not_before = self.spider.not_before
        if self.spider.modified_since and not_before:
            # Compared with the site's own clock by some versions; `not_before` has a day to spare.
            parameters["modified_after"] = f"{not_before.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
        elif not_before:
            parameters["after"] = f"{not_before - timedelta(days=1):%Y-%m-%dT%H:%M:%S}Z"
        return posts_address(root, resource, **parameters)

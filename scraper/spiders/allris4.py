"""ALLRIS 4 (CC e-gov): month calendar, agendas, items, papers, committees and people as HTML pages made by Wicket.

The calendar and the list of committees come without their rows: a browser asks for them with a second request, at an
address that stands in the page's script and holds for that page of that visit only. So does this spider, with the
visit's cookie. The server may forget a page when others of the same visit are made, so nothing else is asked for
meanwhile: committees first, then month by month, then all that they lead to. Where the site shuts its door (a check for
browsers, a refusal for asking too often) the run ends.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, ClassVar

from scrapy.exceptions import CloseSpider
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.items import AgendaItem, Complaint, Item, Meeting
from scraper.pages import allris4
from scraper.pages.allris4.refusals import SHUT
from scraper.pages.allris4.wicket import rows_headers, rows_url
from scraper.pages.reading import Follow, Reading
from scraper.pages.systems import Pages
from scraper.spiders.council_pages import EMPTY_MONTHS, MONTHS_AHEAD, CouncilPagesSpider, Lists, months_before

ROWS = "rows"
"""In a request's meta: it asks for the rows of a page."""

OWN_PAGE: dict[type[Item], str] = {Meeting: "agenda", AgendaItem: "item"}
"""The kind of page that says of such a thing more than the page that leads there."""


class Allris4Spider(CouncilPagesSpider):
    name = "allris4"
    pages: ClassVar[Pages] = allris4

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waiting: dict[tuple[str, str], Item] = {}
        """By kind and key of the page that will say more of them."""
        self._later: list[Request] | None = []
        """What is asked for behind the calendar; None once that has been read."""

    def read_organizations(
        self, response: Response, kind: str, others: list[str], read: tuple[Lists, ...]
    ) -> Iterator[Item | Complaint | Request]:
        request = self.rows(response)
        if request:
            yield request
        else:
            yield from super().read_organizations(response, kind, others, read)

    def calendar(self) -> Iterator[Request]:
        yield self.month(-MONTHS_AHEAD, 0)

    def month(self, back: int, empty: int) -> Request:
        return super().month(back, empty).replace(errback=self.without_month)

    def read_month(self, response: Response, back: int, empty: int) -> Iterator[Item | Complaint | Request]:
        request = self.rows(response)
        if request:
            yield request
            return
        has_next = False
        for one in super().read_month(response, back, empty):
            has_next |= isinstance(one, Request)
            yield one
        if back < 0:
            yield self.month(back + 1, 0)
        elif not has_next:
            yield from self.now()

    def without_month(self, failure: Failure) -> Iterator[Complaint | Request]:
        yield self.failed(failure)
        month = failure.request.cb_kwargs  # type: ignore[attr-defined]  # Scrapy sets it on each failure
        back, empty = month["back"] + 1, month["empty"] + 1
        if back <= 0:
            yield self.month(back, 0)
        elif empty < EMPTY_MONTHS and months_before(self.today, back) >= self.first_month:
            yield self.month(back, empty)
        else:
            yield from self.now()

    def now(self) -> Iterator[Request]:
        """The calendar has been read: what it led to."""
        later, self._later = self._later or [], None
        yield from later

    def rows(self, response: Response) -> Request | None:
        """The request for the rows of a page that came without them, to be read as the page itself would have been."""
        url = None if ROWS in response.meta else rows_url(response.body, response.url)
        if url is None or response.request is None:
            return None
        return response.request.replace(
            url=url,
            headers=rows_headers(response.body, response.url),
            meta={"page_kind": response.meta["page_kind"], ROWS: True},
            dont_filter=True,
        )

    def take(self, reading: Reading, response: Response) -> Iterator[Item | Complaint | Request]:
        """What has a page of its own waits for what that page says: one telling, where two might contradict."""
        follows = {(follow.kind, follow.key) for follow in reading.follow}
        told = []
        for item in reading.items:
            page = (OWN_PAGE.get(type(item), ""), item.vendor_id)
            if page not in follows:
                told.append(completed(item, self._waiting.pop(page, None)))
            elif page not in self._asked:
                item.response_url = response.url
                self._waiting[page] = item
        for one in super().take(replace(reading, items=told), response):
            if isinstance(one, Request) and self._later is not None:
                self._later.append(one)
            else:
                yield one
        for complaint in reading.complaints:
            if complaint.came in SHUT:
                raise CloseSpider(complaint.came)

    def page(self, follow: Follow, others: tuple[str, ...] = ()) -> Request:
        request = super().page(follow, others)
        return request if others else request.replace(errback=self.without_page)

    def read_page(
        self, response: Response, follow: Follow, others: tuple[str, ...]
    ) -> Iterator[Item | Complaint | Request]:
        yield from super().read_page(response, follow, others)
        yield from self.waiting(follow)

    def without_page(self, failure: Failure) -> Iterator[Item | Complaint]:
        yield self.failed(failure)
        yield from self.waiting(failure.request.cb_kwargs["follow"])  # type: ignore[attr-defined]  # as Scrapy sets it

    def waiting(self, follow: Follow) -> Iterator[Item]:
        """What other pages said, if the page itself says nothing of it."""
        item = self._waiting.pop((follow.kind, follow.key), None)
        if item:
            self.tie_to_organization(item)
            yield item


def completed(item: Item, before: Item | None) -> Item:
    """`item` with what an earlier page said and its own page does not."""
    if before:
        for one in fields(item):
            if getattr(item, one.name) in (None, []):
                setattr(item, one.name, getattr(before, one.name))
        item.other = {**before.other, **item.other}
    return item

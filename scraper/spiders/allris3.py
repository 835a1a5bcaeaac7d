"""ALLRIS 3 (CC e-gov): calendar, agendas, items with their minutes, papers, committees and people as HTML pages, and
as XML where the site offers it (allris3_xml.py).
"""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.items import Complaint, Item
from scraper.pages import allris3
from scraper.pages.reading import Follow, Reading
from scraper.spiders.allris3_xml import XmlAnswersSpider
from scraper.spiders.council_pages import MONTHS_AHEAD


class Allris3Spider(XmlAnswersSpider):
    """Each site has its own menu: which calendar it serves, and which lists of committees, stands there."""

    name = "allris3"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._calendars = allris3.calendar_urls(self.root)
        """Where the calendar may answer; the first is asked."""
        self._calendar_answers = False
        self._papers: str | None = None
        """The list of papers, where the menu has one."""
        self._councils: list[str] | None = None
        """The calendars of councils that are still to be read, on a site that has no calendar of all."""
        self._refusals: list[Complaint] = []
        """What the calendars said that did not answer; the first of them is the one that the menu links."""

    async def start(self) -> AsyncIterator[Request]:
        request = self.ask(self.root, self.read_menu, f"{self.name} menu", dont_filter=True)
        yield request.replace(errback=self.without_menu)

    def read_menu(self, response: Response) -> Iterator[Item | Complaint | Request]:
        calendar = allris3.calendar_in(response.body, response.url)
        if allris3.kind_of(self.root) != "calendar":
            if calendar:
                self._calendars = list(dict.fromkeys([calendar, *allris3.calendar_urls(calendar)]))
            elif councils := allris3.councils_in(response.body, response.url):
                self._calendars, self._councils = [], councils
        self._papers = allris3.papers_in(response.body, response.url)
        known = [*self._calendars, *(self._councils or [])][0]
        lists = allris3.lists_in(response.body, response.url) or self.pages.organizations_urls(known)
        yield from self.organizations(lists)

    def without_menu(self, failure: Failure) -> Iterator[Item | Complaint | Request]:
        """The address of a folder may not answer, and its pages do."""
        yield from self.organizations(self.pages.organizations_urls(self.root))

    def calendar(self) -> Iterator[Request]:
        """This month first: it tells which calendar the site serves. The months ahead follow."""
        if self._councils:
            yield from self.next_council()
            return
        self.root = self._calendars.pop(0)
        request = self.month(0, 0)
        yield request.replace(errback=self.without_calendar)

    def without_calendar(self, failure: Failure) -> Iterator[Complaint | Request]:
        if self._calendars:
            yield from self.calendar()
        else:
            yield self.failed(failure)
            yield from self.ask_xml_calendar(None)

    def read_month(self, response: Response, back: int, empty: int) -> Iterator[Item | Complaint | Request]:
        if not self._calendar_answers:
            reading = self.pages.READERS["calendar"](response.body, response.url)
            if not reading.items and reading.complaints:
                if self._councils is not None:
                    yield from self.take(reading, response)
                    yield from self.next_council()
                    return
                if councils := allris3.councils_in(response.body, response.url):
                    self._calendars, self._councils = [], councils
                    yield from self.next_council()
                    return
                self._refusals += reading.complaints
                refused = Reading(complaints=self._refusals[:1])
                if self._calendars:
                    yield from self.calendar()
                else:
                    yield from self.take(refused, response)
                    yield from self.ask_xml_calendar(None)
                return
            self._calendar_answers = True
            yield from self.months_ahead()
            yield from self.papers()
        goes_on = False
        for result in super().read_month(response, back, empty):
            goes_on |= isinstance(result, Request) and result.cb_kwargs.get("back") == back + 1
            yield result
        if back >= 0 and not goes_on and self._councils:
            yield from self.next_council()
            yield from self.months_ahead()

    def next_council(self) -> Iterator[Request]:
        """Where the site has a calendar for each council only, they are read one after the other."""
        if self._councils:
            self.root = self._councils.pop(0)
            yield self.month(0, 0).replace(errback=self.without_council)

    def without_council(self, failure: Failure) -> Iterator[Complaint | Request]:
        yield self.failed(failure)
        yield from self.next_council()

    def months_ahead(self) -> Iterator[Request]:
        for ahead in range(1, MONTHS_AHEAD + 1):
            yield self.month(-ahead, 0)

    def papers(self) -> Iterator[Request]:
        """Papers that are on no agenda stand in the list of all. A run for changes reads the newest."""
        if self._papers:
            everything = "?showall=true" if self.first_month == date.min else ""
            follow = Follow(kind="papers", key="1", url=self._papers + everything)
            self._asked.add((follow.kind, follow.key))
            yield self.page(follow)

    def read_page(
        self, response: Response, follow: Follow, others: tuple[str, ...]
    ) -> Iterator[Item | Complaint | Request]:
        for result in super().read_page(response, follow, others):
            leads_to = result.cb_kwargs.get("follow") if isinstance(result, Request) else None
            if leads_to is None or leads_to.kind != "papers" or self.first_month == date.min:
                yield result

"""SD.NET RIM 4 (Sternberg): the whole calendar as ICS, lists of years, agendas, papers, committees and people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any, ClassVar

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.items import AgendaItem, Complaint, Item, Meeting
from scraper.pages import sdnet
from scraper.pages.reading import Follow, Reading
from scraper.pages.sdnet.addresses import papers_url
from scraper.pages.sdnet.names import day_of_meeting
from scraper.pages.systems import Pages
from scraper.sources import Source
from scraper.spiders.council_pages import CouncilPagesSpider

PAPERS = "papers-1"
"""The key of the first page of the list of papers."""
EXPORT = "export"
"""The key of the calendar as ICS, where its page names it."""


class SdnetSpider(CouncilPagesSpider):
    """Addresses last no longer than a visit, so the calendar comes before what it leads to."""

    name = "sdnet"
    pages: ClassVar[Pages] = sdnet

    def __init__(self, source: Source, modified_since: datetime | None = None, **kwargs: Any) -> None:
        super().__init__(source, modified_since, **kwargs)
        self._calendars: set[str] = set()
        """Addresses that were asked for."""

    def calendar(self) -> Iterator[Request]:
        """A run that wants all there is looks at the page first: its lists of years reach further back than the ICS."""
        yield self.ask_calendar(self.export_url if self.modified_since else self.page_url)

    @property
    def page_url(self) -> str:
        return sdnet.calendar_page_url(self.root)

    @property
    def export_url(self) -> str:
        return sdnet.calendar_url(self.root, self.today.year, self.today.month)

    def ask_calendar(self, url: str) -> Request:
        self._calendars.add(url)
        request = self.ask(url, self.read_calendar, f"{self.name} calendar", dont_filter=True)
        return request.replace(errback=self.without_calendar)

    def read_calendar(self, response: Response) -> Iterator[Item | Complaint | Request]:
        """The page names its export; what both lead to is asked for with the tokens of the last one."""
        reading = self.pages.READERS["calendar"](response.body, response.url)
        named = next((follow.url for follow in reading.follow if follow.key == EXPORT), None)
        reading.follow = [follow for follow in reading.follow if follow.key != EXPORT]
        yield from self.take(reading, response)
        is_page = response.request is not None and response.request.url == self.page_url
        yield from self.then(named or self.export_url if is_page else None)

    def without_calendar(self, failure: Failure) -> Iterator[Complaint | Request]:
        yield self.failed(failure)
        failed: str = failure.request.url  # type: ignore[attr-defined]  # Scrapy sets it on each failure
        yield from self.then(self.export_url if failed == self.page_url else self.page_url)

    def then(self, calendar: str | None) -> Iterator[Request]:
        """The next calendar, if there is one that was not asked yet; after the last one the list of papers."""
        if calendar and calendar not in self._calendars:
            yield self.ask_calendar(calendar)
        elif not self.modified_since:
            yield self.page(Follow(kind="papers", key=PAPERS, url=papers_url(self.root)))

    def take(self, reading: Reading, response: Response) -> Iterator[Item | Complaint | Request]:
        """Without what is older than this run wants: told by the calendar alone it would be told by halves."""
        wanted = [follow for follow in reading.follow if self.is_wanted(follow)]
        sittings = [follow for follow in reading.follow if follow.kind == "agenda"]
        if sittings and not any(follow in wanted for follow in sittings):
            wanted = [follow for follow in wanted if follow.kind != "papers"]
        items = [item for item in reading.items if self.is_wanted_item(item)]
        yield from super().take(replace(reading, items=items, follow=wanted), response)

    def is_wanted(self, follow: Follow) -> bool:
        match follow.kind:
            case "agenda":
                return self.is_in_window(follow.key)
            case "calendar" if follow.key[-4:].isdecimal():
                return int(follow.key[-4:]) >= self.first_month.year
        return True

    def is_wanted_item(self, item: Item) -> bool:
        """Items of an agenda that is not read in this run would lose all that the paper's page does not tell."""
        if isinstance(item, AgendaItem):
            return self.is_in_window(item.meeting or "")
        return not isinstance(item, Meeting) or self.is_in_window(item.vendor_id)

    def is_in_window(self, meeting: str) -> bool:
        day = day_of_meeting(meeting)
        return day is None or date.fromisoformat(day) >= self.first_month

    def tie_to_organization(self, item: Item) -> None:
        """A sitting of what is in no list of committees is tied by its agenda, if by anything."""
        super().tie_to_organization(item)
        if (
            isinstance(item, Meeting)
            and not item.organizations
            and item.organization not in self._organizations.values()
        ):
            item.organization = None

    def read_page(
        self, response: Response, follow: Follow, others: tuple[str, ...]
    ) -> Iterator[Item | Complaint | Request]:
        """Names are all that things have here, so a page that names its own otherwise than the link did is told of."""
        names = set()
        for item in super().read_page(response, follow, others):
            if isinstance(item, Item):
                names.add(item.vendor_id)
            yield item
        if names and follow.kind in ("agenda", "paper", "organization", "person") and follow.key not in names:
            yield Complaint(
                address=response.url,
                page_kind=f"{self.name} {follow.kind}",
                expected=f"the page of {follow.key}",
                came=f"one of {sorted(names)[0]}",
                advice="Two pages call one thing by different names: it may be archived twice. Please report it.",
                severity="warning",
            )

"""What all council systems with HTML pages have in common: a calendar, and from it to agendas, papers and people.

A system brings its page functions and its addresses (a module of scraper/pages); this spider decides what to ask, in
which order, how far back, and when to stop.
"""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime
from typing import Any, ClassVar

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.failures import complaint_of
from scraper.items import (
    Complaint,
    Consultation,
    ConsultationOrganization,
    Item,
    Meeting,
    MeetingOrganization,
    Membership,
    Organization,
)
from scraper.pages.reading import NAMED_ORGANIZATION, Follow, Reading
from scraper.pages.systems import Pages
from scraper.sources import Source
from scraper.spiders.base import SourceSpider

MONTHS_AHEAD = 6
"""Sittings stand in the calendar half a year before."""
MONTHS_BACK_FOR_CHANGES = 5
"""Minutes and results appear weeks after a sitting, seldom later."""
EMPTY_MONTHS = 24
"""So many months in a row without a new sitting: the calendar reaches no further back."""
NUMBER_OF_SITTING = re.compile(r",? *[0-9]+\. Sitzung$")
"""Hauptausschuss, 4. Sitzung"""
READ_WHOLE = frozenset({"meetings", "agenda_items", "papers", "consultations", "files", "organizations", "persons"})
"""What a run that read the whole calendar and all it leads to has seen whole."""


Lists = tuple[Reading, Response]
"""What a list of committees was read as, and its answer."""


class CouncilPagesSpider(SourceSpider):
    """Base of the spiders for SessionNet and its like. `today` is for tests; a scrape takes the day it runs."""

    pages: ClassVar[Pages]

    def __init__(
        self, source: Source, modified_since: datetime | None = None, today: date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(source, modified_since, **kwargs)
        self.root = source.url
        self.today = today or datetime.now().astimezone().date()
        self._asked: set[tuple[str, str]] = set()
        self._sittings: set[str] = set()
        self._organizations: dict[str, str | None] = {}
        """vendor_id by name; None for a name that two of them share."""
        if modified_since is None and source.since is None:
            self.read_whole = set(READ_WHOLE)

    async def start(self) -> AsyncIterator[Any]:
        for request in self.organizations(self.pages.organizations_urls(self.root)):
            yield request

    def organizations(self, urls: list[str], read: tuple[Lists, ...] = ()) -> Iterator[Item | Complaint | Request]:
        """The lists of committees come first, one after the other: pages that only name one are then tied to it.

        What they lead to is asked for behind the last of them, so that it does not hang on which answers first.
        """
        if not urls:
            for reading, response in sorted(read, key=lambda one: not _is_list(one[0])):
                yield from self.take(reading, response)
            yield from self.calendar()
            return
        kind = self.pages.kind_of(urls[0]) or "organizations"
        arguments = {"kind": kind, "others": urls[1:], "read": read}
        request = self.ask(urls[0], self.read_organizations, f"{self.name} {kind}", cb_kwargs=arguments)
        yield request.replace(errback=self.without_organizations)

    def read_organizations(
        self, response: Response, kind: str, others: list[str], read: tuple[Lists, ...]
    ) -> Iterator[Item | Complaint | Request]:
        reading = self.pages.READERS[kind](response.body, response.url)
        yield from self.organizations(others, (*read, (reading, response)))

    def without_organizations(self, failure: Failure) -> Iterator[Item | Complaint | Request]:
        yield self.failed(failure)
        arguments = failure.request.cb_kwargs  # type: ignore[attr-defined]  # Scrapy sets it on each failure
        yield from self.organizations(arguments["others"], arguments["read"])

    def calendar(self) -> Iterator[Request]:
        for ahead in range(1, MONTHS_AHEAD + 1):
            yield self.month(-ahead, 0)
        yield self.month(0, 0)

    def month(self, back: int, empty: int) -> Request:
        """The calendar of the month so many months `back`, after so many `empty` ones."""
        day = months_before(self.today, back)
        return self.ask(
            self.pages.calendar_url(self.root, day.year, day.month),
            self.read_month,
            f"{self.name} calendar",
            cb_kwargs={"back": back, "empty": empty},
            dont_filter=True,
        )

    def read_month(self, response: Response, back: int, empty: int) -> Iterator[Item | Complaint | Request]:
        reading = self.pages.READERS["calendar"](response.body, response.url)
        if back < 0:  # what is odd about a month ahead will be told of when it has come
            reading.complaints = [one for one in reading.complaints if one.severity == "error"]
        yield from self.take(reading, response)
        if back < 0:
            return
        # A calendar that answers with the same month for each asked brings nothing new either.
        sittings = {item.vendor_id for item in reading.items if isinstance(item, Meeting)}
        empty = 0 if sittings - self._sittings else empty + 1
        self._sittings |= sittings
        yield from self.earlier(back + 1, empty)

    def earlier(self, back: int, empty: int) -> Iterator[Request]:
        """The month so many months `back`, after so many `empty` ones, unless the calendar ends before it."""
        if empty < EMPTY_MONTHS and months_before(self.today, back) >= self.first_month:
            yield self.month(back, empty)

    @property
    def first_month(self) -> date:
        """The first day of the earliest month that this run asks for."""
        windows = [self.source.since.replace(day=1)] if self.source.since else []
        if self.modified_since:
            windows.append(months_before(self.modified_since.date(), MONTHS_BACK_FOR_CHANGES))
        return max(windows, default=date.min)

    def page(self, follow: Follow, others: tuple[str, ...] = ()) -> Request:
        """The request for a page; `others` are further addresses where the same thing may answer."""
        request = self.ask(
            follow.url,
            self.read_page,
            f"{self.name} {follow.kind}",
            cb_kwargs={"follow": follow, "others": others},
            dont_filter=True,
        )
        return request.replace(errback=self.unanswered) if others else request

    def read_page(
        self, response: Response, follow: Follow, others: tuple[str, ...]
    ) -> Iterator[Item | Complaint | Request]:
        reading = self.pages.READERS[follow.kind](response.body, response.url)
        if others and not reading.items:
            yield self.elsewhere(follow, others)
        else:
            yield from self.take(reading, response)

    def unanswered(self, failure: Failure) -> Iterator[Complaint | Request]:
        """One address of several failed: the next one may answer."""
        arguments = failure.request.cb_kwargs  # type: ignore[attr-defined]  # Scrapy sets it on each failure
        yield self.elsewhere(arguments["follow"], arguments["others"])

    def elsewhere(self, follow: Follow, others: tuple[str, ...]) -> Request:
        return self.page(Follow(kind=follow.kind, key=follow.key, url=others[0]), others[1:])

    def take(self, reading: Reading, response: Response) -> Iterator[Item | Complaint | Request]:
        """Hands on what was read and asks for the pages it leads to, each thing once."""
        for item in reading.items:
            item.response_url = response.url
            self.tie_to_organization(item)
            yield item
        for complaint in reading.complaints:
            yield self.complain(complaint)
        for follow in reading.follow:
            if (follow.kind, follow.key) in self._asked:
                continue
            self._asked.add((follow.kind, follow.key))
            others = self.pages.agenda_urls(self.root, follow.key) if follow.kind == "agenda" else []
            yield self.page(follow, tuple(url for url in others if url != follow.url))

    def tie_to_organization(self, item: Item) -> None:
        """A committee or group that a page names without its number is the one of that name, if there is just one."""
        if isinstance(item, Organization) and item.name:
            before = self._organizations.setdefault(item.name, item.vendor_id)
            if before != item.vendor_id:
                self._organizations[item.name] = None
        elif isinstance(item, Membership) and item.on_behalf_of is None:
            named = (self._organizations.get(text) for text in item.other.values() if isinstance(text, str))
            item.on_behalf_of = next((group for group in named if group and group != item.organization), None)
        elif isinstance(item, Meeting | Consultation) and item.organization is None:
            name = item.other.get(NAMED_ORGANIZATION) or NUMBER_OF_SITTING.sub("", getattr(item, "name", None) or "")
            organization = self._organizations.get(name)
            if organization and isinstance(item, Meeting):
                item.organizations = [MeetingOrganization(organization=organization)]
            elif organization and isinstance(item, Consultation):
                item.organizations = [ConsultationOrganization(organization=organization)]
            item.organization = organization

    def complain(self, complaint: Complaint) -> Complaint:
        """After an error the run has not seen everything."""
        if complaint.severity == "error":
            self.read_whole.clear()
        return complaint

    def failed(self, failure: Failure) -> Complaint:
        return self.complain(complaint_of(failure))


def _is_list(reading: Reading) -> bool:
    """A page of nothing but organizations, and not of one with its members."""
    return not any(isinstance(item, Membership) for item in reading.items)


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before that of `day` (after it for a negative number).

    >>> months_before(date(2026, 1, 31), 1)
    datetime.date(2025, 12, 1)
    """
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)

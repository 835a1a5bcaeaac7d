"""What a site of ALLRIS 3 answers as XML, where it does: all sittings at once, people, and agendas that have no page.

The XML calendar stands for the pages of the months in which it names a sitting; it names no committee by number, no
room, and not whether there is an agenda, so a sitting is archived as its agenda's page tells it. What it leaves out is
found by pages that are asked all the same: this month and those ahead, the earliest month that it names, the months in
which it names nothing, and those before. A sitting on one of them that it lacks: the page of every month is asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.failures import complaint_of
from scraper.items import Complaint, Item, Meeting
from scraper.pages import allris3
from scraper.pages.council.moments import day_in
from scraper.pages.reading import Follow, Reading
from scraper.pages.systems import Pages
from scraper.spiders.council_pages import MONTHS_AHEAD, CouncilPagesSpider, months_before

EARLIEST = date(1990, 1, 1)
"""No council's calendar reaches further back. The program wants a day."""
KINDS = frozenset({"agenda", "item"})
"""Of pages that may answer as XML where the page itself does not."""


@dataclass
class XmlCalendar:
    url: str
    meetings: dict[str, Meeting]
    """By number."""
    months: dict[date, list[str]] = field(default_factory=dict)
    """Numbers of the sittings by the first day of their month."""

    @classmethod
    def of(cls, body: bytes, url: str) -> "XmlCalendar | None":
        """None for an answer that can't be relied on: no XML, no sitting, or something in it was not understood."""
        if not allris3.is_xml(body, url):
            return None
        reading = allris3.READERS["calendar"](body, url)
        if any(one.severity == "error" for one in reading.complaints):
            return None
        calendar = cls(url, {item.vendor_id: item for item in reading.items if isinstance(item, Meeting)})
        for number, meeting in calendar.meetings.items():
            calendar.months.setdefault(month_of(meeting), []).append(number)
        return calendar if calendar.meetings else None

    def stands_for(self, first: date, before: date) -> list[date]:
        """The months from `first` on and before `before` with a sitting, the latest first; without the earliest, within
        which it may begin."""
        return sorted((month for month in self.months if first <= month < before), reverse=True)[:-1]


def month_of(meeting: Meeting) -> date:
    """The first day of the month of a sitting whose day is told."""
    _, month, year = (day_in(meeting.start_text or "") or "").split(".")
    return date(int(year), int(month), 1)


Refused = tuple[Follow, list[Complaint]]
"""A page that did not answer, and what was to be complained of."""


class XmlAnswersSpider(CouncilPagesSpider):
    pages: ClassVar[Pages] = allris3

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._xml_urls: list[str] | None = None
        """Where the XML calendar is still to be tried; None before it is asked for."""
        self._xml: XmlCalendar | None = None
        """The first one that could be read: the site offers XML."""
        self._is_whole = False
        """No page has shown a sitting that it lacks."""
        self._stood_for: set[date] = set()
        """Months whose pages the walk back leaves out."""
        self._without_page: dict[str, Meeting] = {}
        """Sittings of those months, until a page tells of them."""
        self._month_pages: dict[date, Reading] = {}
        """The pages of such months that had to be asked all the same."""
        self._waiting: dict[date, list[Refused]] = {}
        """Agendas without an answer, by the month whose page is being asked."""
        self._supposed: set[str] = set()
        """Items whose page is asked for and that nothing links."""

    def earlier(self, back: int, empty: int) -> Iterator[Request]:
        """Before the months behind this one, the XML calendar is asked; those that it stands for are left out."""
        of_one_council = any(allris3.number_in(url, "council") for url in (self.root, self.source.url))
        if self._xml_urls is None and not of_one_council and months_before(self.today, back) >= self.first_month:
            yield from self.ask_xml_calendar(empty)
            return
        while months_before(self.today, back) in self._stood_for:
            back, empty = back + 1, 0
        yield from super().earlier(back, empty)

    def ask_xml_calendar(self, empty: int | None) -> Iterator[Request]:
        """`empty`: as in earlier(); None where no page of a calendar answers."""
        if self._xml_urls is None:
            last = months_before(self.today, -MONTHS_AHEAD - 1) - timedelta(days=1)
            self._xml_urls = allris3.xml_calendar_urls(self.root, max(self.first_month, EARLIEST), last)
        if self._xml_urls:
            url = self._xml_urls.pop(0)
            request = self.ask(
                url,
                self.read_xml_calendar,
                f"{self.name} XML calendar",
                cb_kwargs={"empty": empty},
                dont_filter=True,
            )
            yield request.replace(errback=self.without_xml_calendar)
        elif empty is not None:
            yield from self.earlier(1, empty)

    def without_xml_calendar(self, failure: Failure) -> Iterator[Request]:
        """Few sites offer one; the pages tell all."""
        yield from self.ask_xml_calendar(failure.request.cb_kwargs["empty"])  # type: ignore[attr-defined]  # Scrapy sets it

    def read_xml_calendar(self, response: Response, empty: int | None) -> Iterator[Item | Complaint | Request]:
        self._xml = XmlCalendar.of(response.body, response.url)
        if self._xml is None:
            yield from self.ask_xml_calendar(empty)
            return
        yield from self.people()
        if empty is None:
            shown = [one for month, ones in self._xml.months.items() if month >= self.first_month for one in ones]
            yield from self.take(self.of_xml(shown), response)
            return
        if lacking := self._sittings - self._xml.meetings.keys():
            yield self.incomplete(lacking)
        else:
            months = self._xml.stands_for(self.first_month, months_before(self.today, 0))
            self._is_whole, self._stood_for = True, set(months)
            told = self.of_xml(number for month in months for number in self._xml.months[month])
            self._without_page = {item.vendor_id: item for item in told.items if isinstance(item, Meeting)}
            yield from self.take(Reading(follow=told.follow), response)
        yield from self.earlier(1, empty)

    def of_xml(self, numbers: Iterable[str]) -> Reading:
        """Some sittings of the XML calendar, and the addresses that a page would link for their agendas."""
        assert self._xml
        told = Reading()
        for number in numbers:
            told.items.append(self._xml.meetings[number])
            told.follow.append(Follow(kind="agenda", key=number, url=self.pages.agenda_urls(self.root, number)[0]))
        return told

    def people(self) -> Iterator[Request]:
        if self.first_month == date.min:
            url = allris3.xml_people_url(self.root)
            request = self.ask(url, self.read_xml_people, f"{self.name} XML people", dont_filter=True)
            yield request.replace(errback=self.nothing_more)

    def read_xml_people(self, response: Response) -> Iterator[Item | Complaint | Request]:
        """Leads to people's pages, which tell their names as other pages do. The answer is not kept: it has their
        telephone numbers."""
        if allris3.is_xml(response.body, response.url):
            reading = self.pages.READERS["people"](response.body, response.url)
            for complaint in reading.complaints:
                yield self.complain(replace(complaint, severity="warning", body=None))
            yield from self.take(Reading(follow=reading.follow), response)

    def read_month(self, response: Response, back: int, empty: int) -> Iterator[Item | Complaint | Request]:
        before = set(self._sittings)
        yield from super().read_month(response, back, empty)
        yield from self.compare(self._sittings - before)

    def compare(self, sittings: set[str]) -> Iterator[Complaint | Request]:
        """`sittings`: those of a month's page. The pages of all months are asked once the XML calendar lacks one."""
        if self._is_whole and self._xml and (lacking := sittings - self._xml.meetings.keys()):
            self._is_whole = False
            yield self.incomplete(lacking)
            for month in sorted(self._stood_for - self._month_pages.keys() - self._waiting.keys(), reverse=True):
                yield self.page_of_month(month)

    def incomplete(self, lacking: set[str]) -> Complaint:
        assert self._xml
        return self.complain(
            Complaint(
                address=self._xml.url,
                page_kind=f"{self.name} XML calendar",
                expected="all sittings that the pages of the calendar show",
                came=f"{len(lacking)} of them missing: {', '.join(sorted(lacking)[:5])}",
                advice="Nothing to do: the page of each month is read instead.",
                severity="warning",
            )
        )

    def page(self, follow: Follow, others: tuple[str, ...] = ()) -> Request:
        request = super().page(follow, others)
        last = self._xml and not others and follow.kind in KINDS
        return request.replace(errback=self.without_page) if last else request

    def read_page(
        self, response: Response, follow: Follow, others: tuple[str, ...]
    ) -> Iterator[Item | Complaint | Request]:
        if not self._xml or others or follow.kind not in KINDS:
            yield from super().read_page(response, follow, others)
            return
        reading = self.pages.READERS[follow.kind](response.body, response.url)
        if reading.items:
            yield from self.take(reading, response)
        else:
            yield from self.refused(follow, reading.complaints)

    def without_page(self, failure: Failure) -> Iterator[Item | Complaint | Request]:
        follow: Follow = failure.request.cb_kwargs["follow"]  # type: ignore[attr-defined]  # Scrapy sets it
        yield from self.refused(follow, [complaint_of(failure)])

    def refused(self, follow: Follow, complaints: list[Complaint]) -> Iterator[Item | Complaint | Request]:
        """The page of an agenda or an item has nothing to read. Of a sitting that only the XML calendar named, the page
        of its month tells whether there is an agenda to be seen."""
        if follow.kind == "agenda" and follow.key in self._without_page:
            month = month_of(self._without_page[follow.key])
            if month in self._month_pages:
                yield from self.settle((follow, complaints), self._month_pages[month])
            elif month in self._waiting:
                self._waiting[month].append((follow, complaints))
            else:
                yield self.page_of_month(month, (follow, complaints))
            return
        for complaint in complaints:
            supposed = follow.kind == "item" and follow.key in self._supposed
            yield self.complain(replace(complaint, severity="warning") if supposed else complaint)
        if url := allris3.xml_url(self.root, follow.kind, follow.key):
            request = self.ask(
                url, self.read_in_xml, f"{self.name} XML {follow.kind}", cb_kwargs={"follow": follow}, dont_filter=True
            )
            yield request.replace(errback=self.nothing_more)

    def read_in_xml(self, response: Response, follow: Follow) -> Iterator[Item | Complaint | Request]:
        """What an agenda or an item says as XML. It has no documents, so the complaint of the page stays."""
        if allris3.is_xml(response.body, response.url):
            reading = self.pages.READERS[follow.kind](response.body, response.url)
            self._supposed |= {one.key for one in reading.follow if one.kind == "item"}
            yield from self.take(reading, response)

    def nothing_more(self, failure: Failure) -> None:
        """What was to be complained of has been: the XML would have been a second way."""

    def page_of_month(self, month: date, *refused: Refused) -> Request:
        self._waiting[month] = list(refused)
        request = self.ask(
            self.pages.calendar_url(self.root, month.year, month.month),
            self.read_page_of_month,
            f"{self.name} calendar",
            cb_kwargs={"month": month},
            dont_filter=True,
        )
        return request.replace(errback=self.without_page_of_month)

    def read_page_of_month(self, response: Response, month: date) -> Iterator[Item | Complaint | Request]:
        reading = self.pages.READERS["calendar"](response.body, response.url)
        self._month_pages[month] = reading
        yield from self.take(reading, response)
        yield from self.compare({item.vendor_id for item in reading.items})
        for refused in self._waiting.pop(month):
            yield from self.settle(refused, reading)

    def without_page_of_month(self, failure: Failure) -> Iterator[Item | Complaint | Request]:
        yield self.failed(failure)
        month: date = failure.request.cb_kwargs["month"]  # type: ignore[attr-defined]  # Scrapy sets it on each failure
        self._month_pages[month] = Reading()
        for refused in self._waiting.pop(month):
            yield from self.settle(refused, Reading())

    def settle(self, refused: Refused, month: Reading) -> Iterator[Item | Complaint | Request]:
        """What to make of an agenda without an answer, by the page of its month: an agenda that is linked should have
        come; without a link there is none; a sitting that is not there at all is archived as the XML tells it."""
        follow, complaints = refused
        meeting = self._without_page.pop(follow.key)
        if any(one.key == follow.key for one in month.follow):
            yield from self.refused(follow, complaints)
        elif self._xml and not any(item.vendor_id == follow.key for item in month.items):
            meeting.response_url = self._xml.url
            self.tie_to_organization(meeting)
            yield meeting

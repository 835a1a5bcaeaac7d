"""more! rubin: the calendar as data or as a page, and from it the sittings, which tell of everything else."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, ClassVar

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.items import Complaint, Item
from scraper.pages import rubin
from scraper.pages.systems import Pages
from scraper.spiders.council_pages import CouncilPagesSpider


class RubinSpider(CouncilPagesSpider):
    """First it finds out where the calendar answers: at api.php, at the service for mobile phones, or as a page."""

    name = "rubin"
    pages: ClassVar[Pages] = rubin

    async def start(self) -> AsyncIterator[Any]:
        yield self.try_entries(rubin.entries(self.root))

    def try_entries(self, entries: list[str]) -> Request:
        """Asks for this month's calendar at the first of `entries`, then at the next."""
        entry, *others = entries
        address = rubin.calendar_url(entry, self.today.year, self.today.month)
        arguments = {"entry": entry, "others": others}
        request = self.ask(address, self.enter, f"{self.name} calendar", cb_kwargs=arguments, dont_filter=True)
        return request.replace(errback=self.not_here) if others else request

    def enter(self, response: Response, entry: str, others: list[str]) -> Iterator[Item | Complaint | Request]:
        """The run begins where a calendar answers. If none does, what came in place of the last one is said."""
        reading = rubin.READERS["calendar"](response.body, response.url)
        if reading.items or not reading.complaints:
            self.root = entry
            yield from self.organizations(rubin.organizations_urls(entry))
        elif others:
            yield self.try_entries(others)
        else:
            yield from self.take(reading, response)

    def not_here(self, failure: Failure) -> Request:
        return self.try_entries(failure.request.cb_kwargs["others"])  # type: ignore[attr-defined]  # as Scrapy sets it

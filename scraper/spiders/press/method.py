"""What the ways of finding a site's releases share: addresses are tried in turn until one gives releases."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.failures import complaint_of
from scraper.items import Complaint
from scraper.pages.press.discovery import Offer
from scraper.spiders.press.releases import ReleaseSpider

MOST_PAGES = 2000
"""Pages of one list; what goes on longer has no end."""
PAGES_WITHOUT_NEWS = 3
"""So many pages in a row without a new release: the list runs in a circle."""


class PressMethod(ABC):
    name: ClassVar[str]
    """As in sources.yml."""
    page_kind: ClassVar[str]

    def __init__(self, spider: ReleaseSpider, offer: Offer) -> None:
        self.spider = spider
        self.offer = offer
        self.reasons: list[str] = []
        self._left = self.candidates()

    @abstractmethod
    def candidates(self) -> list[str]:
        """The addresses to try, the likeliest first."""

    @abstractmethod
    def read_first(self, response: Response) -> Iterator[Any]:
        """Reads the answer of a candidate; yields from `rejected` if it gives no release."""

    def begin(self) -> Iterator[Any]:
        if self._left:
            yield Request(
                self._left.pop(0),
                callback=self.read_first,
                errback=self.unanswered,
                meta={"page_kind": self.page_kind},
                dont_filter=True,
            )
            return
        why = "; ".join(self.reasons) or "none offered"
        self.spider.logger.info("%s: no %s (%s)", self.spider.source.key, self.name, why)
        self.spider.tried.append(f"{self.name}: {why}")
        yield from self.spider.next_method()

    def rejected(self, address: str, why: str) -> Iterator[Any]:
        """The candidate gives nothing: on to the next one."""
        self.reasons.append(f"{address} {why}")
        yield from self.begin()

    def unanswered(self, failure: Failure) -> Iterator[Any]:
        complaint = complaint_of(failure)
        yield from self.rejected(complaint.address, complaint.came)

    def circling(self, address: str, pages: int) -> Complaint:
        """A list whose pages bring nothing new, or that never ends."""
        endless = pages >= MOST_PAGES
        return self.spider.complain(
            Complaint(
                address=address,
                page_kind=self.page_kind,
                expected="a list that ends",
                came=f"{pages} pages and no end"
                if endless
                else f"{PAGES_WITHOUT_NEWS} pages in a row without a new release",
                advice="Look where the list's link to its next page leads; press: next can name the right one.",
                severity="error" if endless else "warning",
            )
        )

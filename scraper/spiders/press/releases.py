"""What a press spider does with the releases its methods find: asks once, reads them, keeps count of faults."""

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from scrapy.http import HtmlResponse, Request, Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scraper.items import Complaint, Item, PressRelease
from scraper.pages.press.addresses import is_page, page_key, same_site
from scraper.pages.press.article import NOTHING_KNOWN, Known, Selectors, read_article
from scraper.sources import Source
from scraper.spiders.base import SourceSpider
from scraper.spiders.press.machine_dates import moment_of, start_of

TABLE = PressRelease.table
GONE = (404, 410)
ZONES = timedelta(days=1)
"""`since` is a day in Germany, a release's moment may name no zone: so much is let through in doubt."""


class ReleaseSpider(SourceSpider):
    """The side of the press spider that its methods know; which methods there are is the spider's own business."""

    def __init__(self, source: Source, modified_since: datetime | None = None, **kwargs: Any) -> None:
        super().__init__(source, modified_since, **kwargs)
        rules = source.press
        self.selectors = Selectors(title=rules.title, date=rules.date, author=rules.author, text=rules.text)
        self.include = re.compile(rules.include) if rules.include else None
        self.site = rules.start or source.url
        """An address of the site; where the first page redirects to, once it answered."""
        self.tried: list[str] = []
        """Why each method so far gave nothing."""
        self._asked: set[str] = set()
        self._is_faulty = False
        self._looks_further = False

    @abstractmethod
    def next_method(self) -> Iterator[Any]:
        """Goes on with the next method; after the last one says that the site gave nothing."""

    def look_further(self) -> Iterator[Any]:
        """A method has given releases, but perhaps not all: goes on with the next one. What that one takes for releases
        and is none costs a warning only, and so does its finding nothing."""
        self._looks_further = True
        yield from self.next_method()

    def wants(self, address: str) -> bool:
        """Whether a release at `address` is one of this source's."""
        return self.include is None or bool(self.include.search(address))

    def is_old(self, text: str | None) -> bool:
        """Whether a machine's date lies before what this run is to read; False if it can't be read."""
        moment = moment_of(text)
        return moment is not None and self.not_before is not None and moment < self.not_before

    @property
    def not_before(self) -> datetime | None:
        """The moment from which on this run asks; None for all there is."""
        moments = [start_of(self.source.since)] if self.source.since else []
        moments += [self.modified_since] if self.modified_since else []
        return max(moments, default=None)

    def article(self, address: str, known: Known = NOTHING_KNOWN) -> Request | None:
        """The request for a release's page; None if it is asked already, lies elsewhere or is not wanted."""
        key = page_key(address)
        if key in self._asked or not self.wants(address) or not same_site(address, self.site):
            return None
        self._asked.add(key)
        if not is_page(address):
            self.count("press/no_page", 1)
            return None
        return self.ask(address, self.read_article, "press article", meta={"known": known}, dont_filter=True)

    def read_article(self, response: Response) -> Iterator[Item | Complaint]:
        if not isinstance(response, HtmlResponse) and not (
            isinstance(response, TextResponse) and b"<" in response.body[:500]
        ):
            yield self.complain(
                Complaint(
                    address=response.url,
                    page_kind="press article",
                    expected="an HTML page",
                    came=header(response, "Content-Type") or "a file",
                    advice="Nothing to do: only pages are read. A release that is also a page is in the archive.",
                    severity="warning",
                )
            )
            return
        found = read_article(
            response.body,
            response.url,
            content_type=header(response, "Content-Type"),
            selectors=self.selectors,
            known=response.meta["known"],
        )
        for one in found:
            yield from self.take(one)

    def take(self, one: PressRelease | Complaint) -> Iterator[Item | Complaint]:
        """A release gets what only the source knows; one from before `since` is left out."""
        if isinstance(one, Complaint):
            yield self.complain(one)
            return
        moment = moment_of(one.published_text)
        if self.source.since and moment is not None and moment < start_of(self.source.since) - ZONES:
            return
        yield replace(one, party=self.source.party)

    # Whether everything was seen

    def listed_all(self) -> None:
        """A method came to the end of all that the site lists."""
        if self.not_before is None and not self._is_faulty:
            self.read_whole.add(TABLE)

    def complain(self, complaint: Complaint) -> Complaint:
        """Every complaint passes here: after an error the run has not seen everything."""
        if complaint.severity == "error":
            self._is_faulty = True
            self.read_whole.discard(TABLE)
        return replace(complaint, severity="warning") if self._looks_further else complaint

    def failed(self, failure: Failure) -> Complaint:
        """A page that a list still names and the site no longer has is no fault of the run."""
        complaint = super().failed(failure)
        if isinstance(failure.value, HttpError) and failure.value.response.status in GONE:
            complaint = replace(complaint, severity="warning")
        return self.complain(complaint)

    def count(self, name: str, number: int) -> None:
        """Counts in the run's stats what is left out on purpose."""
        if number and self.crawler.stats is not None:
            self.crawler.stats.inc_value(name, number)


def header(response: Response, name: str) -> str:
    """A header of the answer as text; "" without it."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else ""

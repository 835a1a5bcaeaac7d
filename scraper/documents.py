"""Fetches documents: the files that the archive knows by address and whose text it lacks.

A spider of its own, run after that of the source, at the same pace. It is told what to fetch and knows no database.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.failures import complaint_of
from scraper.items import Complaint
from scraper.sources import Source
from scraper.spiders.base import SourceSpider

LARGEST = 100 * 1024 * 1024
"""Bytes. Budgets of large cities have 60 MB."""
SLOWEST = 600
"""Seconds for one document: some servers put them together when they are asked for."""
PART = 206
"""HTTP status of an answer with a part of what was asked for."""
ASKS_FOR_A_VISIT = frozenset({"sessionnet", "allris3", "allris4", "sdnet"})
"""Systems that hand documents out to who has looked at a page before."""


@dataclass(frozen=True, kw_only=True)
class WantedFile:
    """A file whose text the archive lacks."""

    file_id: str
    name: str
    mime_type: str | None
    """As the source says."""
    address: str
    form: dict[str, str] | None
    """What the site's own form posts to `address`; None where it is simply asked for."""
    size: int | None = None
    """Bytes, as the source says."""
    sha1: str | None = None
    sha512: str | None = None
    """Checksums in hexadecimal digits, as the source says."""


@dataclass(frozen=True, kw_only=True)
class FetchedFile:
    wanted: WantedFile
    body: bytes


@dataclass(frozen=True, kw_only=True)
class LostFile:
    """A file that did not come."""

    wanted: WantedFile
    problem: str


class DocumentsSpider(SourceSpider):
    """Asks for `wanted`, one after the other. Gives a FetchedFile or a LostFile for each."""

    name = "documents"
    custom_settings: ClassVar[dict[str, Any] | None] = {  # type: ignore[misc]  # Scrapy reads it from the class
        "ITEM_PIPELINES": {"pipelines.documents.Documents": 300},
        "DOWNLOAD_MAXSIZE": LARGEST,
        "DOWNLOAD_WARNSIZE": LARGEST,
        "DOWNLOAD_TIMEOUT": SLOWEST,
    }

    def __init__(self, source: Source, wanted: Sequence[WantedFile], **kwargs: Any) -> None:
        super().__init__(source, **kwargs)
        self.wanted = wanted

    async def start(self) -> AsyncIterator[Request]:
        if self.source.system in ASKS_FOR_A_VISIT and self.wanted:
            yield Request(self.source.url, self.visited, errback=self.visited, dont_filter=True)
            return
        for request in self.requests():
            yield request

    def visited(self, _: Response | Failure) -> Iterator[Request]:
        """Whether the page answered or not: the documents may."""
        yield from self.requests()

    def requests(self) -> Iterator[Request]:
        for wanted in self.wanted:
            arguments: dict[str, Any] = {
                "callback": self.read,
                "errback": self.lost,
                "cb_kwargs": {"wanted": wanted},
                "meta": {"page_kind": "document"},
                "dont_filter": True,
            }
            if wanted.form is None:
                yield Request(wanted.address, **arguments)
            else:
                headers = {"Content-Type": "application/x-www-form-urlencoded"}
                body = urlencode(wanted.form)
                yield Request(wanted.address, method="POST", headers=headers, body=body, **arguments)

    def read(self, response: Response, wanted: WantedFile) -> Iterator[FetchedFile | LostFile | Complaint]:
        if response.status != PART:
            yield FetchedFile(wanted=wanted, body=response.body)
            return
        of = (response.headers.get("Content-Range") or b"").decode("latin-1") or "it doesn't say which"
        complaint = Complaint(
            address=response.url,
            page_kind="document",
            expected="the whole document",
            came=f"HTTP status {PART}, a part of it ({of})",
            advice="Nobody had asked for a part: tell the people of the site. The next run asks again.",
            severity="warning",
        )
        yield complaint
        yield LostFile(wanted=wanted, problem=complaint.came)

    def lost(self, failure: Failure) -> Iterator[LostFile | Complaint]:
        complaint = complaint_of(failure)
        complaint.severity = "warning"  # the record of the file is there, and the next runs ask again
        yield complaint
        wanted = failure.request.cb_kwargs["wanted"]  # type: ignore[attr-defined]  # Scrapy sets it on each failure
        yield LostFile(wanted=wanted, problem=complaint.came)

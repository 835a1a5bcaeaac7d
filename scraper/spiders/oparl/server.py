"""Asks an OParl server for JSON, one address after the other, and says what came instead where none came.

How the next page is asked for depends on what the last one said, over many steps, so the walk through a server is
written as one coroutine that awaits its answers. Each request still takes Scrapy's whole way through scheduler and
middlewares; its callback hands the answer to the coroutine.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from scraper.failures import complaint_of
from scraper.items import Complaint
from scraper.pages.oparl import Addresses, NotJson, read_document
from scraper.pages.oparl.vocabulary import CONTACT_VALUE

ATTEMPTS_AT_JSON = 2
"""An answer that is cut off or an error page with status 200 is often whole the next time."""

GONE = (404, 410)
ERRORS = list(range(400, 600))
"""HTTP statuses that are to reach us: they are answers too."""


@dataclass
class Answer:
    url: str
    """The address that answered, after redirects."""
    value: Any = None
    """The JSON; None where there is none."""
    status: int | None = None
    """None: no answer at all."""
    whole: bool = True
    complaints: list[Complaint] = field(default_factory=list)
    """Why there is no JSON, or what is wrong with it. To be reported unless the asker knows better."""

    @property
    def good(self) -> bool:
        return self.value is not None and self.status is not None and self.status < 400

    @property
    def words(self) -> str:
        """What an answer says that is no object and no list, for a complaint."""
        return "" if self.value is None else CONTACT_VALUE.sub("…", str(self.value))


class Server:
    """The server at `reached`. `addresses` knows its names."""

    def __init__(self, crawler: Crawler, reached: str) -> None:
        self._crawler = crawler
        self.addresses = Addresses(reached)

    def moved_to(self, url: str) -> None:
        """The server has answered from `url`, after a redirect maybe: there it is asked from now on."""
        asked_before = self.addresses.to_ask("/")
        self.addresses = Addresses(url)
        self.addresses.also_called(asked_before)

    async def ask(self, address: str, page_kind: str, retries: int | None = None) -> Answer:
        """`retries`: how often to try again after an error 5xx; None: as the settings say."""
        url = self.addresses.to_ask(address)
        answer = Answer(url)
        for _ in range(ATTEMPTS_AT_JSON):
            answer = await self._ask_once(url, page_kind, retries)
            if answer.status is None or answer.status >= 400 or (answer.good and answer.whole):
                break
        return answer

    async def _ask_once(self, url: str, page_kind: str, retries: int | None) -> Answer:
        came: asyncio.Future[Response | Failure] = asyncio.get_running_loop().create_future()

        def arrived(result: Response | Failure) -> None:
            if not came.done():  # Ctrl-C cancels who waits, while the answer is on its way
                came.set_result(result)

        meta: dict[str, Any] = {"page_kind": page_kind, "handle_httpstatus_list": ERRORS}
        if retries is not None:
            meta["max_retry_times"] = retries
        request = Request(url, callback=arrived, errback=arrived, meta=meta, dont_filter=True)
        assert self._crawler.engine is not None
        self._crawler.engine.crawl(request)
        result = await came
        if isinstance(result, Failure):
            return Answer(url, complaints=[complaint_of(result)])
        return _read(result, page_kind)


def _read(response: Response, page_kind: str) -> Answer:
    answer = Answer(response.url, status=response.status)
    try:
        document = read_document(response.body)
    except NotJson as fault:
        came = fault.came if response.status < 400 else f"HTTP {response.status}, {fault.came}"
        answer.complaints.append(_complaint(response, page_kind, "JSON", came, "error"))
        return answer
    answer.value, answer.whole = document.value, not document.broken_off
    if response.status >= 400:
        came = f"HTTP {response.status}: {str(document.value)[:200]}"
        answer.complaints.append(_complaint(response, page_kind, "an object or a list", came, "error"))
    elif document.mended:
        severity = "error" if document.broken_off else "warning"
        answer.complaints.append(_complaint(response, page_kind, "clean JSON", "; ".join(document.mended), severity))
    return answer


def _complaint(response: Response, page_kind: str, expected: str, came: str, severity: str) -> Complaint:
    return Complaint(
        address=response.url,
        page_kind=page_kind,
        expected=expected,
        came=CONTACT_VALUE.sub("…", came),
        advice="Look at the address in a browser; if it stays so, tell the operator of the server.",
        body=response.body,
        severity=severity,
    )

"""Retry-After: a server that says when to come again is left alone until then, the other hosts are not."""

import math
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from scraper.addresses import host_of
from scraper.failures import NotAskedError

STATUSES = (429, 503)
LONGEST = 600.0
"""Seconds. Who wants to be left alone for longer is, for the rest of the run."""

SECONDS = re.compile(r"\d+", re.ASCII)
"""``120``"""


def seconds_to_wait(header: str, now: datetime) -> float | None:
    """What a Retry-After header says: seconds from `now` on, never negative; None where it says nothing.

    It holds whole seconds or an HTTP date in one of its three forms (RFC 9110, sections 10.2.3 and 5.6.7).
    """
    header = header.strip()
    if SECONDS.fullmatch(header):
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


class RetryAfter:
    """Downloader middleware. The request itself comes back by Scrapy's own retrying, which then has to wait."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.given_up: dict[str, NotAskedError] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RetryAfter":
        middleware = cls(crawler)
        # process_response would be too late: by then the host's next request is on its way.
        crawler.signals.connect(middleware.response_downloaded, signal=signals.response_downloaded)
        return middleware

    def process_request(self, request: Request) -> None:
        """Raises NotAskedError for a host that was given up."""
        refusal = self.given_up.get(host_of(request.url))
        if refusal:
            raise NotAskedError(refusal.came, refusal.advice)

    def response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        header = response.headers.get("Retry-After")
        if response.status not in STATUSES or not header:
            return
        wait = seconds_to_wait(header.decode("latin-1"), datetime.now(UTC))
        if wait is None:
            return
        if wait > LONGEST:
            self.give_up(request, wait)
        else:
            self.pause(request, wait)

    def pause(self, request: Request, wait: float) -> None:
        """Sends nothing to the host of `request` for `wait` seconds."""
        slot = self.crawler.engine.downloader.slots[request.meta["download_slot"]]
        # A slot sends again at lastseen + delay, and looks at lastseen only if there is a delay.
        slot.delay = slot.delay or 0.001
        slot.lastseen = max(slot.lastseen, monotonic() + wait - slot.delay)

    def give_up(self, request: Request, wait: float) -> None:
        """Sends nothing to the host of `request` any more; what already waits for it fails at once."""
        refusal = NotAskedError(
            f"the server wants to be left alone for {math.ceil(wait / 60)} minutes (Retry-After)",
            "Start a run later. If it goes on, set a larger delay for the source in sources.yml.",
        )
        self.given_up[host_of(request.url)] = refusal
        queue = self.crawler.engine.downloader.slots[request.meta["download_slot"]].queue
        while queue:
            _, waiting = queue.popleft()
            waiting.errback(refusal)

"""Crawl-delay, applied: Scrapy reads it from robots.txt and does nothing with it."""

import math

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser

from scraper.addresses import host_of
from scraper.items import Complaint
from scraper.middlewares.fetch_log import notice

LONGEST = 60.0
"""Seconds. A site that wants more between two requests could not be read in a night; this much it gets."""


class CrawlDelay:
    """Downloader middleware: a host whose robots.txt wants more time between two requests than our delay gets it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "CrawlDelay":
        middleware = cls(crawler)
        crawler.signals.connect(middleware.robots_parsed, signal=signals.robots_parsed)
        return middleware

    def process_request(self, request: Request) -> None:
        """Makes a redirected request wait its turn at the host it goes to, not at the one it comes from."""
        request.meta.pop("download_slot", None)

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        wanted = robotparser.crawl_delay(self.crawler.settings["ROBOTSTXT_USER_AGENT"])
        if wanted is None or not math.isfinite(wanted):
            return
        if wanted > LONGEST:
            notice(request, _too_long(request.url, wanted))
        self.slow_down(request, min(wanted, LONGEST))

    def slow_down(self, request: Request, delay: float) -> None:
        """At least `delay` seconds between two requests to the host of `request` from now on."""
        downloader = self.crawler.engine.downloader
        host = host_of(request.url)
        delay = max(delay, downloader.settings.getfloat("DOWNLOAD_DELAY"))
        # The slot of now, and the one that Scrapy makes anew after a minute without requests.
        downloader.per_slot_settings[host] = {**downloader.per_slot_settings.get(host, {}), "delay": delay}
        if host in downloader.slots:
            downloader.slots[host].delay = delay


def _too_long(address: str, wanted: float) -> Complaint:
    return Complaint(
        address=address,
        page_kind="robots.txt",
        expected=f"a Crawl-delay of at most {LONGEST:g} seconds",
        came=f"Crawl-delay: {wanted:g}",
        advice=f"We wait {LONGEST:g} seconds between two requests. Ask the people of the site, or do without it.",
        severity="warning",
    )

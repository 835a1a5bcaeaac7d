"""robots.txt, obeyed as RFC 9309 says.

Scrapy 2.14 to 2.19 lets requests through unchecked that wait together for a host's first robots.txt: only the first
of them gets the rules. Here one lock for each site makes all of them wait for the same answer.

What the answer means (RFC 9309, section 2.3.1):

- 2xx: the rules in it. What is no rule is skipped, so a home page sent in the place of a robots.txt forbids nothing.
- redirects: followed, to another host too; the rules are those of the site that was asked.
- 4xx (but 429): there is no robots.txt, all is allowed.
- 429, 5xx, no answer at all, more than `LARGEST` bytes: nobody knows, so nothing of the site is asked in this run.
"""

import asyncio
from collections import defaultdict
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.misc import build_from_crawler

from scraper.failures import NotAskedError, RefusedError, explain

LARGEST = 4 * 1024 * 1024
"""Bytes of a robots.txt; RFC 9309 asks to read 500 kibibytes at least."""


class RobotsRules(RobotsTxtMiddleware):
    """Downloader middleware in the place of Scrapy's."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._rules: dict[str, RobotParser | Exception] = {}
        """By site (scheme, host and port): its rules, or why they could not be had."""
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser:
        """The rules for `request`. Raises NotAskedError where nobody knows them."""
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._asking[site]:
            if site not in self._rules:
                try:
                    self._rules[site] = await self._ask(site, request)
                except Exception as error:
                    self._rules[site] = error
        rules = self._rules[site]
        if isinstance(rules, NotAskedError):
            raise type(rules)(rules.came, rules.advice)
        if isinstance(rules, Exception):
            came, advice = explain(rules)
            raise NotAskedError(f"nothing was asked, because {site}/robots.txt could not be read: {came}", advice)
        return rules

    async def _ask(self, site: str, request: Request) -> RobotParser:
        self._stats.inc_value("robotstxt/request_count")
        meta = {"dont_obey_robotstxt": True, "download_maxsize": LARGEST}
        asking = Request(f"{site}/robots.txt", priority=self.DOWNLOAD_PRIORITY, meta=meta, callback=NO_CALLBACK)
        response = await self.crawler.engine.download_async(asking)
        self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        if response.status == 429 or response.status >= 500:
            raise HttpError(response)
        body = response.body if 200 <= response.status < 300 else b""
        rules: RobotParser = build_from_crawler(self._parserimpl, self.crawler, body)
        await self.crawler.signals.send_catch_log_async(
            signal=signals.robots_parsed, robotparser=rules, request=request
        )
        return rules

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest:
            raise RefusedError(
                "the site's robots.txt forbids this address to us",
                "Leave it out, or ask the people of the site to allow Ratsarchiv in their robots.txt.",
            ) from None

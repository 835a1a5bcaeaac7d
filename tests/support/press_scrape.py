"""Scrapes a made-up press site for tests."""

from datetime import date
from typing import Any

from scraper.items import PressRelease
from scraper.sources import PressRules, Source
from scraper.spiders.press import PressSpider
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Loopback
from tests.support.press_site import releases


def scrape(loopback: Loopback, path: str = "/", since: date | None = None, **arguments: Any) -> Crawled:
    press = arguments.pop("press", PressRules())
    source = Source(
        key="spd", name="SPD", system="press", url=loopback.url + path, party="SPD", press=press, since=since, delay=0
    )
    return crawl(PressSpider, source=source, **arguments)


def titles(crawled: Crawled) -> list[str]:
    return sorted(one.title for one in crawled.of(PressRelease))


def expected(count: int) -> list[str]:
    return sorted(one.title for one in releases(count))

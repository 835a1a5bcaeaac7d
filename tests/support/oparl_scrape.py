"""Scrapes a small OParl server for tests, and tells what was asked for."""

from datetime import UTC, date, datetime
from typing import Any

from scraper.sources import Source
from scraper.spiders.oparl import OParlSpider
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Asked, Site, serving

LAST_RUN = datetime(2024, 6, 1, tzinfo=UTC)


def scrape(
    site: Site,
    modified_since: datetime | None = None,
    since: date | None = None,
    path: str = "/system",
    body: str | None = None,
    **settings: Any,
) -> tuple[Crawled, list[Asked]]:
    with serving(site) as server:
        source = Source(key="town", name="Town", system="oparl", url=server.url + path, since=since, body=body)
        crawled = crawl(OParlSpider, settings, source=source, modified_since=modified_since)
        return crawled, [asked for asked in server.asked if asked.path != "/robots.txt"]


def numbers(crawled: Crawled, item_type: type) -> list[str]:
    return [item.vendor_id.rpartition("/")[2] for item in crawled.of(item_type)]


def asked_pages(asked: list[Asked], name: str) -> list[int]:
    return [int(one.query.get("page", 1)) for one in asked if one.path == f"/list/{name}"]

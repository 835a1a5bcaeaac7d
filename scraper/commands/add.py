"""`ratsarchiv add URL`: looks at an address as politely as a scrape does and writes it into sources.yml."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from twisted.python.failure import Failure

from scraper.addresses import host_of, is_loopback
from scraper.commands.scrape import settings_for
from scraper.detection import Detected, detect
from scraper.failures import complaint_of
from scraper.sources import Source, SourcesError, add_source, default_key, load_sources

NEAT_TITLE = re.compile(r"\s+[|–—-]\s+.*$")  # "Grüne Musterstadt | Start"


class Look(scrapy.Spider):
    """One request; leaves what it met in the stats as `met`: a Detected, or words on why there is none."""

    name = "look"

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source

    async def start(self) -> AsyncIterator[scrapy.Request]:
        yield scrapy.Request(self.source.url, callback=self.parse, errback=self.failed, meta={"page_kind": "site"})

    def parse(self, response: Response) -> None:
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        found = detect(response.url, content_type, response.body)
        self._met(found or f"neither OParl nor a web page (Content-Type: {content_type or 'none'})")

    def failed(self, failure: Failure) -> None:
        complaint = complaint_of(failure)
        self._met(f"{complaint.came}. {complaint.advice}")

    def _met(self, met: Detected | str) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.set_value("met", met)


def add_source_at(
    sources_file: Path,
    url: str,
    *,
    name: str | None,
    key: str | None,
    system: str | None,
    party: str | None,
    council: str | None,
    contact: str | None,
) -> Source:
    """Writes the site at `url` into `sources_file` and returns its entry.

    What is not given is taken from the site. Raises SourcesError where the site can't be read, is of no known
    system, or does not fit into the file.
    """
    known = load_sources(sources_file) if sources_file.exists() else None
    contact = contact or (known.contact if known else None)
    asking = Source(key="look", name="look", system="press", url=url, contact=contact)
    if not is_loopback(url) and not contact:
        raise SourcesError(f"{url} is a real site: tell its operators who asks, with --contact you@example.org")
    met = look_at(asking)
    if isinstance(met, str):
        raise SourcesError(f"{url}: {met}")
    name = name or NEAT_TITLE.sub("", met.name or "") or host_of(url)
    source = Source(
        key=key or default_key(name),
        name=name,
        system=system or met.system,
        url=met.url or url,
        body=met.body,
        party=party,
        council=council,
        contact=contact,
    )
    add_source(sources_file, source)
    return source


def look_at(source: Source) -> Detected | str:
    """What answers at the address of `source`, or words on why nothing does. Once a process, like every crawl."""
    settings = settings_for(verbose=False)
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Look)
    process.crawl(crawler, source=source)
    process.start()
    assert crawler.stats is not None
    met: Detected | str = crawler.stats.get_value("met", "nothing answered")
    return met

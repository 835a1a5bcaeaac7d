"""`ratsarchiv add URL`: looks at an address as politely as a scrape does and writes it into sources.yml."""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from twisted.python.failure import Failure

from scraper.addresses import fault_of, host_of, is_loopback
from scraper.commands.scrape import settings_for
from scraper.detection import Detected, bodies_of, detect
from scraper.failures import complaint_of
from scraper.products import Product, oparl_addresses, product_of, sessionnet_start
from scraper.sources import Source, SourcesError, add_source, default_key, load_sources

UNREADABLE = (
    "these are the pages of a council system, {product.name} (they say: {product.evidence}). Ratsarchiv reads councils"
    " that answer in OParl, and SessionNet's pages. No OParl server was found:\n  {tried}\nAsk the council for the"
    " address of its OParl server, or look for it with: ratsarchiv councils NAME"
)
TITLE_PARTS = re.compile(r"\s+[|–—:·-]\s+|\s*[|»]\s*")  # "Aktuelles – CDU Musterstadt"
NO_NAMES = re.compile(
    r"(?:start(?:seite)?|home(?:page)?|(?:herzlich )?willkommen|aktuelle[sn]?|presse(?:mitteilungen)?|news)\W*",
    re.IGNORECASE,
)
"""What stands in a title and is nobody's name."""


@dataclass(frozen=True)
class Met:
    """What a look at an address met: what was found there, or words on why nothing was."""

    found: Detected | None
    why: str = "nothing answered"
    bodies: dict[str, str] = field(default_factory=dict)
    """The bodies of an OParl system, address -> name."""


class Look(scrapy.Spider):
    """Asks one address; for a council's web pages then where its OParl server may stand, for an OParl system the names
    of its bodies. Leaves a Met in the stats as `met`."""

    name = "look"

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.pages: Detected | None = None
        """The council's web pages, if Ratsarchiv can read them."""

    async def start(self) -> AsyncIterator[scrapy.Request]:
        yield self.ask(self.source.url, self.parse, self.failed)

    def ask(self, url: str, callback: Callable[..., Any], errback: Callable[..., Any]) -> scrapy.Request:
        return scrapy.Request(url, callback, errback=errback, meta={"page_kind": "site"}, dont_filter=True)

    def parse(self, response: Response) -> Iterator[scrapy.Request]:
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        found = detect(response.url, content_type, response.body)
        self._met(Met(found, f"neither OParl nor a web page (Content-Type: {content_type or 'none'})"))
        page = response.body.decode("utf-8", "replace")
        product = product_of(page) if found and found.system == "press" else None
        if product:
            if product.name == "SessionNet":
                start = sessionnet_start(response.url, page)
                self.pages = Detected("sessionnet", None, product.evidence, url=start)
            yield from self.try_oparl(product, oparl_addresses(response.url, product.name), [])
        elif found and found.body_list:
            yield from self.ask_bodies(found)

    def try_oparl(self, product: Product, candidates: list[str], tried: list[str]) -> Iterator[scrapy.Request]:
        """Asks the candidates in turn until one is an OParl system; only then the pages themselves are taken."""
        if not candidates:
            self._met(Met(self.pages, UNREADABLE.format(product=product, tried="\n  ".join(tried))))
            return
        address, *rest = candidates

        def answered(response: Response) -> Iterator[scrapy.Request]:
            found = detect(response.url, "", response.body)
            if found and found.system == "oparl":
                found = replace(found, url=found.url or response.url)
                self._met(Met(found))
                yield from self.ask_bodies(found)
            else:
                yield from self.try_oparl(product, rest, [*tried, f"{address}: no OParl"])

        def failed(failure: Failure) -> Iterator[scrapy.Request]:
            yield from self.try_oparl(product, rest, [*tried, f"{address}: {complaint_of(failure).came}"])

        yield self.ask(address, answered, failed)

    def ask_bodies(self, found: Detected) -> Iterator[scrapy.Request]:
        if found.body_list:
            yield self.ask(found.body_list, lambda response: self.name_bodies(response, found), lambda _: None)

    def name_bodies(self, response: Response, found: Detected) -> None:
        self._met(Met(found, bodies=bodies_of(response.body)))

    def failed(self, failure: Failure) -> None:
        complaint = complaint_of(failure)
        self._met(Met(None, f"{complaint.came}. {complaint.advice}"))

    def _met(self, met: Met) -> None:
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
) -> tuple[Source, dict[str, str]]:
    """Writes the site at `url` into `sources_file`; returns its entry and, of an OParl system, its bodies' names.

    What is not given is taken from the site. Raises SourcesError where the site can't be read, is of no known
    system, or does not fit into the file.
    """
    if fault := fault_of(url):
        raise SourcesError(fault)
    known = load_sources(sources_file) if sources_file.exists() else None
    contact = contact or (known.contact if known else None)
    if not is_loopback(url) and not contact:
        raise SourcesError(f"{url} is a real site: tell its operators who asks, with --contact you@example.org")
    met = look_at(Source(key="look", name="look", system="press", url=url, contact=contact))
    if met.found is None:
        raise SourcesError(f"{url}: {met.why}")
    body_name = next(iter(met.bodies.values())) if len(met.bodies) == 1 else None
    name = name or body_name or name_in(met.found.name or "") or host_of(url)
    source = Source(
        key=key or default_key(name),
        name=name,
        system=system or met.found.system,
        url=met.found.url or url,
        body=met.found.body,
        party=party,
        council=council,
        contact=contact,
    )
    add_source(sources_file, source)
    return source, met.bodies


def look_at(source: Source) -> Met:
    """What answers at the address of `source`. Once a process, like every crawl."""
    settings = settings_for(verbose=False)
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Look)
    process.crawl(crawler, source=source)
    process.start()
    assert crawler.stats is not None
    met: Met = crawler.stats.get_value("met", Met(None))
    return met


def name_in(title: str) -> str:
    """The part of a page's title that names the site; "" where none does.

    >>> name_in("Aktuelles – CDU Musterstadt")
    'CDU Musterstadt'
    """
    return next((part for part in TITLE_PARTS.split(title) if part and not NO_NAMES.fullmatch(part)), "")

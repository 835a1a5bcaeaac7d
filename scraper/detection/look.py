"""A look around a site: a spider that asks an address, and then a few pages that tell what can be read there."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

import scrapy
from protego import Protego
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure

from scraper.addresses import fault_of
from scraper.detection.answers import Detected, bodies_of, detect, name_of_body
from scraper.detection.findings import Asked, Findings
from scraper.detection.probes import Probe, of_council, of_oparl, of_press, rows_of
from scraper.detection.products import linked_council, oparl_addresses
from scraper.failures import complaint_of
from scraper.pages.systems import COUNCIL_PAGES
from scraper.sources import Source

OTHER_ADDRESS = (
    "Give the address of a page that a browser shows: the council's calendar, or the site where the releases stand."
)
MOST_ASKED = 12
"""Pages beyond the first and those where OParl may stand."""


class Look(scrapy.Spider):
    """Asks one address; for a council's web pages then where its OParl server may stand, and one page of each kind that
    the system has. Fills `findings`."""

    name = "look"

    def __init__(self, source: Source, findings: Findings) -> None:
        super().__init__()
        self.source = source
        self.findings = findings
        self._left: list[Probe] = []
        self._kinds: set[str] = set()

    async def start(self) -> AsyncIterator[scrapy.Request]:
        yield self.ask(self.source.url, self.parse, self.unreachable)

    def ask(self, url: str, callback: Callable[..., Any], errback: Callable[..., Any]) -> scrapy.Request:
        return scrapy.Request(url, callback, errback=errback, meta={"page_kind": "site"}, dont_filter=True)

    def parse(self, response: Response) -> Iterator[scrapy.Request]:
        content_type = _header(response, "Content-Type")
        found = detect(response.url, content_type, response.body)
        if found is None:
            other = f"neither OParl nor a web page (Content-Type: {content_type or 'none'})"
            came = other if response.body.strip() else "an empty answer"
            self.findings.why = f"{came}{self.sent_on_to(response.url)}. {OTHER_ADDRESS}"
            yield from self.ask_robots()
        elif found.product:
            self.findings.pages = found
            yield from self.try_oparl(oparl_addresses(response.url, found.system))
        elif found.system == "oparl":
            yield from self.take_oparl(found)
        else:
            self.findings.detected = self.with_link(found, response)
            self._left = of_press(response.body, response.url, content_type, _header(response, "Link"))
            yield from self.go_on()

    def with_link(self, found: Detected, response: Response) -> Detected:
        """A town's page often leads to the council's."""
        link = linked_council(response.body.decode("utf-8", "replace"), response.url)
        if link is None:
            return found
        return replace(found, evidence=f"{found.evidence}. It links to that of a council: ratsarchiv detect {link}")

    def unreachable(self, failure: Failure) -> Iterator[scrapy.Request]:
        complaint = complaint_of(failure)
        self.findings.why = f"{complaint.came}{self.sent_on_to(complaint.address)}. {complaint.advice}"
        yield from self.ask_robots()

    def sent_on_to(self, url: str) -> str:
        """Words on the address that answered, where it is not the one that was asked."""
        return f" from {url}, where that address led" if url and url.rstrip("/") != self.source.url.rstrip("/") else ""

    # OParl

    def try_oparl(self, candidates: list[str]) -> Iterator[scrapy.Request]:
        """Asks the candidates in turn until one is an OParl system; only then the pages themselves are taken."""
        if not candidates:
            yield from self.take_pages()
            return
        address, *rest = candidates

        def answered(response: Response) -> Iterator[scrapy.Request]:
            found = detect(response.url, "", response.body)
            if found and found.system == "oparl":
                yield from self.take_oparl(found)
            else:
                self.note("OParl server", address, "no OParl")
                yield from self.try_oparl(rest)

        def failed(failure: Failure) -> Iterator[scrapy.Request]:
            self.note("OParl server", address, complaint_of(failure).came)
            yield from self.try_oparl(rest)

        yield self.ask(address, answered, failed)

    def take_oparl(self, found: Detected) -> Iterator[scrapy.Request]:
        self.findings.detected = found
        if found.body_list and (fault := fault_of(found.body_list)):
            self.note("OParl bodies", found.body_list, f"not asked: {fault}")
        elif found.body_list:
            yield self.ask(found.body_list, self.read_bodies, self.without_bodies)
            return
        yield from self.ask_robots()

    def read_bodies(self, response: Response) -> Iterator[scrapy.Request]:
        bodies = bodies_of(response.body)
        self.findings.bodies = {address: name_of_body(address, body) for address, body in bodies.items()}
        self.note("OParl bodies", response.url, ", ".join(self.findings.bodies.values()) or "none")
        self._left = of_oparl(next(iter(bodies.values()), {}))
        yield from self.go_on()

    def without_bodies(self, failure: Failure) -> Iterator[scrapy.Request]:
        complaint = complaint_of(failure)
        self.note("OParl bodies", complaint.address, complaint.came)
        yield from self.ask_robots()

    # Pages

    def take_pages(self) -> Iterator[scrapy.Request]:
        """No OParl was found: the council's pages are the only way in."""
        pages = self.findings.pages
        assert pages is not None
        assert pages.product is not None
        if pages.system in COUNCIL_PAGES:
            self.findings.detected, self.findings.pages = pages, None
            self._left = of_council(pages.system or "", pages.url, datetime.now().astimezone().date())
        else:
            self.findings.why = (
                f"the pages of a council system, {pages.product.name}, that Ratsarchiv does not read, and no OParl"
                " server was found beside them. Ask the council for the address of its OParl server, or look for it"
                " with: ratsarchiv councils NAME"
            )
        yield from self.go_on()

    def go_on(self) -> Iterator[scrapy.Request]:
        """Asks for the next page; after the last one for robots.txt."""
        if not self._left or len(self._kinds) >= MOST_ASKED:
            yield from self.ask_robots()
            return
        probe = self._left.pop(0)
        self._kinds.add(probe.kind)
        if fault := fault_of(probe.url):
            self.note(probe.kind, probe.url, f"not asked: {fault}")
            yield from self.go_on()
            return

        def answered(response: Response) -> Iterator[scrapy.Request]:
            rows = None if "rows" in response.meta else rows_of(probe, response.body, response.url)
            if rows:
                request = self.ask(rows[0], answered, failed)
                yield request.replace(headers=rows[1], meta={**request.meta, "rows": True})
                return
            description = probe.describe(response.body, response.url)
            self.note(probe.kind, response.url, description.said)
            for one in description.further:
                known = self._kinds | {waiting.kind for waiting in self._left}
                if one.kind not in known | {kind.partition(" ")[0] for kind in known}:
                    self._left.append(one)
            yield from self.go_on()

        def failed(failure: Failure) -> Iterator[scrapy.Request]:
            self.note(probe.kind, probe.url, complaint_of(failure).came)
            yield from self.go_on()

        yield self.ask(probe.url, answered, failed)

    def note(self, kind: str, url: str, said: str) -> None:
        self.findings.asked.append(Asked(kind, url, said))

    # robots.txt

    def ask_robots(self) -> Iterator[scrapy.Request]:
        start = self.findings.detected.url if self.findings.detected else self.source.url
        request = self.ask(urljoin(start, "/robots.txt"), self.read_robots, self.without_robots)
        request.meta["dont_obey_robotstxt"] = True
        yield request

    def read_robots(self, response: Response) -> None:
        agent = self.settings["ROBOTSTXT_USER_AGENT"]
        rules = Protego.parse(response.text if hasattr(response, "text") else "")
        asked = [self.source.url, *(one.url for one in self.findings.asked)]
        forbidden = [url for url in dict.fromkeys(asked) if not rules.can_fetch(url, agent)]
        delay = rules.crawl_delay(agent)
        said = f"forbids {', '.join(forbidden)}" if forbidden else "allows all that was asked"
        self.findings.robots = said + (f"; {delay:g} seconds between two requests" if delay else "")

    def without_robots(self, failure: Failure) -> None:
        came = complaint_of(failure).came
        self.findings.robots = f"none ({came}): all is allowed" if "status 4" in came else came


def look_at(source: Source, settings: Settings) -> Findings:
    """What stands at the address of `source`. Once a process, like every crawl."""
    findings = Findings(source.url)
    process = AsyncCrawlerProcess(settings)
    process.crawl(process.create_crawler(Look), source=source, findings=findings)
    process.start()
    return findings


def _header(response: Response, name: str) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")

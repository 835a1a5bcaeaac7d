"""How many pages of each kind one core reads in a second, beside merely parsing them with two other libraries.

Run: python -m benchmarks.council_pages. The pages are Musterstadt's: of each kind the one that gives most items.
"""

import argparse
from collections.abc import Callable
from datetime import date
from functools import partial
from time import perf_counter
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from parsel import Selector

from scraper.pages.allris4.wicket import rows_headers, rows_url
from scraper.pages.systems import COUNCIL_PAGES
from scraper.sample.faces.allris3.face import Allris3Face
from scraper.sample.faces.allris4.face import Allris4Face
from scraper.sample.faces.rubin.face import RubinFace
from scraper.sample.faces.rubin.site import PAGES
from scraper.sample.faces.sdnet.face import SdnetFace
from scraper.sample.faces.sessionnet.face import CLASSIC, MODERN, SessionNetFace
from scraper.sample.faces.web import Face, Request
from scraper.sample.generate import make_town
from scraper.sample.town import Town
from scraper.spiders.council_pages import months_before

BASE = "http://127.0.0.1"
MONTHS = 30
MOST_OF_A_KIND = 60
"""So many pages of a kind are looked at to find the fullest."""
ROUNDS = 5


def faces(town: Town) -> dict[str, tuple[str, str, Face]]:
    """System, address of the start, and the site, by what the table calls them."""
    return {
        "SessionNet, layout 6": ("sessionnet", f"{BASE}/bi/info.php", SessionNetFace(town, MODERN)),
        "SessionNet, tables": ("sessionnet", f"{BASE}/info.asp", SessionNetFace(town, CLASSIC)),
        "ALLRIS 3": ("allris3", f"{BASE}/bi/si010_e.asp", Allris3Face(town)),
        "ALLRIS 4": ("allris4", f"{BASE}/public/", Allris4Face(town)),
        "SD.NET RIM": ("sdnet", f"{BASE}/", SdnetFace(town)),
        "rubin, JSON": ("rubin", f"{BASE}/", RubinFace(town)),
        "rubin, PHP": ("rubin", f"{BASE}/sitzungskalender.php", RubinFace(town, PAGES)),
    }


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=float, default=0.5, help="of each measurement")
    seconds = arguments.parse_args().seconds
    town = make_town(seed=1)
    print("| page | KB | items | reader | BeautifulSoup (lxml), parsed only | parsel, parsed only |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, (system, root, face) in faces(town).items():
        for kind, (url, body, items) in sorted(fullest_pages(system, root, face, town.today).items()):
            ours = pages_a_second(partial(COUNCIL_PAGES[system].READERS[kind], body, url), seconds)
            parser = "xml" if body.startswith(b"<?xml") else "lxml"
            soup = pages_a_second(partial(BeautifulSoup, body, parser), seconds)
            selector = pages_a_second(partial(Selector, body=body), seconds)
            size = f"{len(body) / 1000:.0f}"
            others = "– | –" if body.lstrip()[:1] in (b"{", b"[", b"B") else f"{soup:,.0f} | {selector:,.0f}"
            print(f"| {name}: {kind} | {size} | {items} | {ours:,.0f} | {others} |")


def fullest_pages(system: str, root: str, face: Face, today: date) -> dict[str, tuple[str, bytes, int]]:
    """Address, bytes and number of items of the fullest page of each kind."""
    pages = COUNCIL_PAGES[system]
    months = [months_before(today, back) for back in range(MONTHS)]
    waiting = [*pages.organizations_urls(root), *(pages.calendar_url(root, one.year, one.month) for one in months)]
    kinds = {url: pages.kind_of(url) or "calendar" for url in waiting}
    asked: dict[str, int] = {}
    found: dict[str, tuple[str, bytes, int]] = {}
    visitor = Visitor(face)
    while waiting:
        url = waiting.pop(0)
        kind = kinds[url]
        asked[kind] = asked.get(kind, 0) + 1
        if asked[kind] > MOST_OF_A_KIND:
            continue
        body = visitor.ask(url)
        if system == "allris4" and (rows := rows_url(body, url)):
            body = visitor.ask(rows, rows_headers(body, url))
        reading = pages.READERS[kind](body, url)
        if kind not in found or len(reading.items) > found[kind][2]:
            found[kind] = (url, body, len(reading.items))
        for follow in reading.follow:
            if follow.url not in kinds:
                kinds[follow.url] = follow.kind
                waiting.append(follow.url)
    return found


class Visitor:
    """Asks a face as a browser would: with the cookies that it set before."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.cookies: dict[str, str] = {}

    def ask(self, url: str, headers: dict[str, str] | None = None) -> bytes:
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lowered = {name.lower(): value for name, value in (headers or {}).items()}
        response = self.face(Request.of(BASE, target, cookies=cookies, headers=lowered))
        if "Set-Cookie" in response.headers:
            name, _, value = response.headers["Set-Cookie"].partition(";")[0].partition("=")
            self.cookies[name] = value
        return response.body


def pages_a_second(work: Callable[[], object], seconds: float) -> float:
    """The best of some rounds: the machine's other work only ever slows."""
    best = 0.0
    for _ in range(ROUNDS):
        done, start = 0, perf_counter()
        while perf_counter() - start < seconds / ROUNDS:
            work()
            done += 1
        best = max(best, done / (perf_counter() - start))
    return best


if __name__ == "__main__":
    main()

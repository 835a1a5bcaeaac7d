"""What more to ask of a site once its system is known, and what the answers are called."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from scraper.items import AgendaItem
from scraper.pages import allris3
from scraper.pages.allris4.wicket import rows_headers, rows_url
from scraper.pages.oparl import NotJson, read_document, read_list
from scraper.pages.press.discovery import read_offer
from scraper.pages.press.feed import NotAFeedError, read_feed
from scraper.pages.press.sitemap import NotASitemapError, read_sitemap
from scraper.pages.press.wordpress import NotWordPressError, posts_address, read_posts
from scraper.pages.reading import Reading
from scraper.pages.systems import COUNCIL_PAGES
from scraper.spiders.council_pages import months_before

MONTHS_BACK = 2
"""Sittings so long ago have their agendas and papers."""
OPARL_LISTS = ("organization", "person", "meeting", "paper")
"""Properties of a body, https://oparl.org/spezifikation/online-ansicht/."""


@dataclass(frozen=True)
class Probe:
    """One page to ask for."""

    kind: str
    url: str
    describe: "Callable[[bytes, str], Description]"
    """From an answer's bytes and its address."""
    system: str | None = None
    """The council system whose page it is."""


@dataclass(frozen=True)
class Description:
    said: str
    has_items: bool = False
    """There are items of an agenda on it."""
    further: tuple[Probe, ...] = ()
    """Pages that this one leads to; one of a kind is asked for."""


def of_council(system: str, root: str, today: date) -> list[Probe]:
    """The committees, and calendars ever further back until one has a sitting; then one page of each kind."""
    pages = COUNCIL_PAGES[system]
    lists = [
        _council_page(system, pages.kind_of(url) or "organizations", url) for url in pages.organizations_urls(root)
    ]
    other = [_xml_calendar(root, today)] if system == "allris3" else []
    return [*lists, _month(system, root, today, MONTHS_BACK, 1), *other]


def of_oparl(body: Mapping[str, object]) -> list[Probe]:
    """The lists of a body."""
    lists = ((name, body.get(name)) for name in OPARL_LISTS)
    return [Probe(f"OParl {name} list", url, _describe_list) for name, url in lists if isinstance(url, str)]


def of_press(page: bytes, url: str, content_type: str, link_header: str) -> list[Probe]:
    """The likeliest address of each way to a site's releases; the site's first page offers them."""
    offer = read_offer(page, url, content_type=content_type, link_header=link_header)
    ways = (
        ("WordPress posts", [posts_address(root, "posts", per_page=10) for root in offer.wordpress], _describe_posts),
        ("feed", offer.feeds, _describe_feed),
        ("sitemap", offer.sitemaps, _describe_sitemap),
    )
    return [Probe(kind, addresses[0], describe) for kind, addresses, describe in ways if addresses]


def _month(system: str, root: str, today: date, back: int, step: int) -> Probe:
    """The calendar of the month so many months `back`; where it leads to no items, that of `step` months before."""

    def describe(body: bytes, url: str) -> Description:
        found = page.describe(body, url)
        before = _month(system, root, today, back + step, 2 * step)
        agenda = next((one for one in found.further if one.kind == "agenda"), None)
        return replace(found, further=(_agenda(agenda, month, before) if agenda else before,))

    month = months_before(today, back)
    page = _council_page(system, "calendar", COUNCIL_PAGES[system].calendar_url(root, month.year, month.month))
    return Probe(f"calendar {month:%Y-%m}", page.url, describe, system)


def _xml_calendar(root: str, today: date) -> Probe:
    """The months from MONTHS_BACK on as XML, which some sites of ALLRIS 3 answer with."""
    first = months_before(today, MONTHS_BACK)

    def describe(body: bytes, url: str) -> Description:
        if not allris3.is_xml(body, url):
            return Description("not offered")
        return Description(_said(allris3.READERS["calendar"](body, url)))

    return Probe("calendar as XML", allris3.xml_calendar_urls(root, first, today)[0], describe, "allris3")


def _agenda(page: Probe, month: date, before: Probe) -> Probe:
    def describe(body: bytes, url: str) -> Description:
        found = page.describe(body, url)
        return found if found.has_items else replace(found, further=(*found.further, before))

    return Probe(f"agenda {month:%Y-%m}", page.url, describe, page.system)


def _council_page(system: str, kind: str, url: str) -> Probe:
    def describe(body: bytes, url: str) -> Description:
        reading = COUNCIL_PAGES[system].READERS[kind](body, url)
        further = tuple(_council_page(system, one.kind, one.url) for one in reading.follow)
        return Description(_said(reading), any(isinstance(item, AgendaItem) for item in reading.items), further)

    return Probe(kind, url, describe, system)


def rows_of(probe: Probe, body: bytes, url: str) -> tuple[str, dict[str, str]] | None:
    """The address and headers of the rows of a page that came without them: ALLRIS 4 fills its tables by script."""
    rows = rows_url(body, url) if probe.system == "allris4" else None
    return (rows, rows_headers(body, url)) if rows else None


def _said(reading: Reading) -> str:
    """3 meetings, 12 files; and what was odd"""
    counts = Counter((item.type_name, item.table.replace("_", " ")) for item in reading.items)
    told = [f"{count} {one if count == 1 else many}" for (one, many), count in counts.items()]
    odd = [f"{one.severity}: expected {one.expected}, got {one.came}" for one in reading.complaints]
    return "; ".join([", ".join(told) or "nothing", *odd])


def _describe_list(body: bytes, _: str) -> Description:
    try:
        page = read_list(read_document(body).value)
    except NotJson as fault:
        return Description(f"no JSON: {fault.came}")
    if page is None:
        return Description("JSON, and no list")
    of = f" of {page.total:,}" if page.total is not None else " and more" if page.next else ""
    return Description(f"{len(page.entries)} objects{of}")


def _describe_posts(body: bytes, url: str) -> Description:
    try:
        return Description(f"{read_posts(body, url).count} posts on the first page")
    except NotWordPressError as fault:
        return Description(f"no WordPress API: {fault}")


def _describe_feed(body: bytes, url: str) -> Description:
    try:
        return Description(f"{len(read_feed(body, url).entries)} entries")
    except NotAFeedError as fault:
        return Description(f"no feed: {fault}")


def _describe_sitemap(body: bytes, url: str) -> Description:
    try:
        found = read_sitemap(body, url)
    except NotASitemapError as fault:
        return Description(f"no sitemap: {fault}")
    return Description(f"{len(found.pages)} pages, {len(found.children)} further sitemaps")

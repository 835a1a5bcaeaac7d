"""A site's page -> what it offers for reading its releases: WordPress' API, feeds, sitemaps, lists."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from scraper.pages.press.addresses import absolute, is_page, same_site
from scraper.pages.press.document import attribute, parsed, text_of

FEED_TYPES = re.compile(r"application/(?:rss|atom|rdf)\+xml", re.IGNORECASE)
WORDPRESS = re.compile(
    rb"/wp-(?:content|includes|json)/|name=[\"']generator[\"'] content=[\"']WordPress", re.IGNORECASE
)
# Link: <https://www.example.org/wp-json/>; rel="https://api.w.org/"
API_HEADER = re.compile(r"<([^>]+)>\s*;\s*rel=\"?https://api\.w\.org/\"?")
# <link rel="alternate" type="application/json" href="…/wp-json/wp/v2/categories/12"> on the page of a category
TERM_IN_API = re.compile(r"/wp/v2/(categories|tags)/(\d+)")
COMMENT_FEED = re.compile(r"comment|kommentar", re.IGNORECASE)
OTHER_FEED = re.compile(r"termin|event|kalender|veranstaltung|podcast|video|job|stellen", re.IGNORECASE)
PRESS_FEED = re.compile(r"press|pm\b|mitteilung|news|aktuell|meldung|nachricht", re.IGNORECASE)
# Names of sections in menus, the likeliest first.
LIST_NAMES = (
    re.compile(
        r"^(?:alle\s+)?(?:pressemitteilungen|pressemeldungen|presseinformationen|presseerklärungen)$", re.IGNORECASE
    ),
    re.compile(r"^presse(?:archiv|bereich|\s*&\s*\w+)?$", re.IGNORECASE),
    re.compile(
        r"^(?:aktuelle\s+)?(?:meldungen|nachrichten|neuigkeiten|news|mitteilungen|beiträge|artikel)$", re.IGNORECASE
    ),
    re.compile(r"^(?:aktuelles|aktuell|neues|blog|newsroom)$", re.IGNORECASE),
)
# Where systems put them when no page says so.
FEED_GUESSES = ("feed/", "rss.xml", "feed.xml", "atom.xml")
SITEMAP_GUESSES = ("sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml")


@dataclass
class Offer:
    """Addresses worth asking, the likeliest first. Those that are guessed may answer 404."""

    wordpress: list[str] = field(default_factory=list)
    """Roots of the REST API."""
    wordpress_filter: dict[str, str] = field(default_factory=dict)
    """The category or tag whose page was read: {"categories": "12"}."""
    feeds: list[str] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)


def read_offer(body: bytes, address: str, *, content_type: str | None = None, link_header: str = "") -> Offer:
    """What the page at `address`, a site's first page or its press section, says that the site offers."""
    soup = parsed(body, content_type)
    links = [(attribute(tag, "rel").lower(), attribute(tag, "type"), tag) for tag in soup.find_all("link", href=True)]
    roots = [found.group(1) for found in API_HEADER.finditer(link_header)]
    roots += [attribute(tag, "href") for rel, _, tag in links if "api.w.org" in rel]
    offer = Offer(sitemaps=_guesses(SITEMAP_GUESSES, address))
    if roots or WORDPRESS.search(body):
        offer.wordpress = _distinct(
            [full for root in roots if (full := absolute(root, address))] + api_guesses(address)
        )
    for _, kind, tag in links:
        term = TERM_IN_API.search(attribute(tag, "href")) if "json" in kind else None
        if term:
            offer.wordpress_filter = {term.group(1): term.group(2)}
    feeds = [tag for rel, kind, tag in links if "alternate" in rel and FEED_TYPES.search(kind)]
    feeds += [tag for tag in soup.find_all("a", href=True) if _is_feed_link(tag)]
    offer.feeds = _distinct([*_ranked_feeds(feeds, address), *_guesses(FEED_GUESSES, address)])
    offer.lists = _lists(soup.find_all("a", href=True), address)
    return offer


def guessed_offer(address: str) -> Offer:
    """What a site may offer whose page could not be read."""
    return Offer(
        wordpress=api_guesses(address),
        feeds=_guesses(FEED_GUESSES, address),
        sitemaps=_guesses(SITEMAP_GUESSES, address),
        lists=[address],
    )


def api_guesses(address: str) -> list[str]:
    """Where the API may be: below the address (WordPress at /blog/), at the host's root, without pretty addresses."""
    return _distinct([*_guesses(("wp-json/",), address), urljoin(address, "/?rest_route=/")])


def _guesses(names: tuple[str, ...], address: str) -> list[str]:
    folder = urljoin(address, ".") if not urlsplit(address).path.endswith("/") else address.split("?")[0].split("#")[0]
    return _distinct([urljoin(base, name) for base in (folder, urljoin(address, "/")) for name in names])


def _ranked_feeds(tags: list[Tag], address: str) -> list[str]:
    ranked: list[tuple[int, str]] = []
    for tag in tags:
        full = absolute(attribute(tag, "href"), address)
        says = f"{attribute(tag, 'title')} {attribute(tag, 'href')} {text_of(tag)}"
        if full and same_site(full, address) and not COMMENT_FEED.search(says):
            ranked.append((2 if OTHER_FEED.search(says) else 0 if PRESS_FEED.search(says) else 1, full))
    return [full for _, full in sorted(ranked, key=lambda one: one[0])]


def _is_feed_link(tag: Tag) -> bool:
    path = urlsplit(attribute(tag, "href")).path.lower()
    return path.endswith((".rss", "/rss", "/feed", "/feed/", "rss.xml", "feed.xml", "atom.xml", "rss-feed.xml"))


def _lists(tags: list[Tag], address: str) -> list[str]:
    """The page's own address if it lies below the site's root, then the links of its menu by what they are called."""
    own = [address] if urlsplit(address).path.strip("/") else []
    named: list[tuple[int, str]] = []
    for tag in tags:
        full = absolute(attribute(tag, "href"), address)
        rank = next((number for number, name in enumerate(LIST_NAMES) if name.match(text_of(tag))), None)
        if rank is not None and full and same_site(full, address) and is_page(full):
            named.append((rank, full.split("#")[0]))
    return _distinct([*own, *(full for _, full in sorted(named, key=lambda one: one[0])), address])


def _distinct(addresses: list[str]) -> list[str]:
    return list(dict.fromkeys(addresses))

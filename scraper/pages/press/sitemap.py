"""Sitemaps (https://www.sitemaps.org/protocol.html), plain, gzipped, news sitemaps and indexes of them."""

import re
import zlib
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml import etree

from scraper.pages.press.addresses import absolute, is_page

LARGEST = 100 * 1024 * 1024
"""Bytes of an unpacked sitemap; the protocol allows 50 MB."""
# Sitemaps of an index that hold articles, by name: post-sitemap.xml, sitemap.xml?sitemap=news
OF_ARTICLES = re.compile(r"post(?!_tag|_format)|news|press|artikel|article|beitra|aktuell|meldung", re.IGNORECASE)
# Sitemaps that hold none: category-sitemap.xml, wp-sitemap-users-1.xml, sitemap-images.xml
OF_OTHER_THINGS = re.compile(
    r"categor|kategorie|tag|author|users?-|image|video|taxonom|attachment|event|termin|product|person|format"
    r"|page-sitemap|posts-page",
    re.IGNORECASE,
)
# sitemap: https://…/sitemap.xml
ROBOTS_LINE = re.compile(rb"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Listed:
    address: str
    modified_text: str | None
    """lastmod as found."""
    title: str | None = None
    published_text: str | None = None
    """Of a news sitemap."""


@dataclass
class Sitemap:
    children: list[Listed] = field(default_factory=list)
    """Sitemaps that this index names."""
    pages: list[Listed] = field(default_factory=list)


class NotASitemapError(ValueError):
    """The answer is no sitemap; the message says what it is."""


def read_sitemap(body: bytes, address: str) -> Sitemap:
    """What a sitemap or an index of sitemaps lists; files that are no pages are left out. Raises NotASitemapError."""
    text = _unpacked(body).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not text.startswith(b"<"):
        return _plain(text, address)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise NotASitemapError(f"no XML ({error.msg})") from None
    name = etree.QName(root).localname if root is not None else "nothing"
    if name not in ("urlset", "sitemapindex"):
        raise NotASitemapError("an HTML page" if name == "html" else f"an XML document <{name}>")
    found = Sitemap()
    for element in root:
        values = {
            etree.QName(one).localname: (one.text or "").strip()
            for one in element.iter()
            if isinstance(one.tag, str) and len(one) == 0
        }
        own = [one for one in element if isinstance(one.tag, str) and etree.QName(one).localname == "loc"]
        full = absolute(own[0].text or "", address) if own else None
        if full is None:
            continue
        listed = Listed(
            full, values.get("lastmod") or None, values.get("title") or None, values.get("publication_date") or None
        )
        if name == "sitemapindex":
            found.children.append(listed)
        elif is_page(full):
            found.pages.append(listed)
    return found


def children_to_read(index: Sitemap) -> list[Listed]:
    """Those of an index that hold articles: by name, else all but those that surely hold other things."""
    of_articles = [one for one in index.children if _names_articles(one.address)]
    return of_articles or [one for one in index.children if not OF_OTHER_THINGS.search(_last_part(one.address))]


def holds_only_articles(address: str) -> bool:
    """Whether a sitemap is by its name one of articles alone, so that each address in it is taken."""
    return _names_articles(address)


def sitemaps_in_robots(body: bytes, address: str) -> list[str]:
    """The sitemaps that a robots.txt names."""
    named = [absolute(line.decode("utf-8", errors="replace"), address) for line in ROBOTS_LINE.findall(body)]
    return [one for one in named if one]


def _names_articles(address: str) -> bool:
    name = _last_part(address)
    return bool(OF_ARTICLES.search(name)) and not OF_OTHER_THINGS.search(name)


def _last_part(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path.rpartition('/')[2]}?{parts.query}"


def _unpacked(body: bytes) -> bytes:
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        text = unpacker.decompress(body, LARGEST)
    except zlib.error as error:
        raise NotASitemapError(f"a broken gzip file ({error})") from None
    if unpacker.unconsumed_tail:
        raise NotASitemapError(f"a gzip file that unpacks to more than {LARGEST // 1024 // 1024} MB")
    return text


def _plain(text: bytes, address: str) -> Sitemap:
    """A text file with one address a line is a sitemap too."""
    lines = text.decode("utf-8", errors="replace").split()
    pages = [one for one in lines if one.startswith(("http://", "https://"))]
    if not pages or len(pages) != len(lines):
        raise NotASitemapError("neither XML nor a list of addresses")
    return Sitemap(pages=[Listed(full, None) for one in pages if (full := absolute(one, address)) and is_page(full)])

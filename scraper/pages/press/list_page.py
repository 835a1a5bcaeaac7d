"""A page that lists releases -> the addresses of the releases, and of the list's next page."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from bs4 import BeautifulSoup, Tag

from scraper.pages.press.addresses import (
    SECTION,
    SERVICE_PAGE,
    absolute,
    is_page,
    looks_like_release,
    page_key,
    same_site,
    tidy,
)
from scraper.pages.press.document import attribute, one_line, parsed, text_of
from scraper.pages.press.furniture import TEASER_LINK

NEXT_TEXT = re.compile(
    r"^(?:[»›>→\s]*)(?:nächste(?:\s+seite)?|weiter|vor|next(?:\s+page)?|ältere\s+(?:beiträge|artikel|meldungen"
    r"|einträge)|mehr\s+(?:laden|anzeigen)"
    r"|older(?:\s+posts)?|zur nächsten seite)?[\s»›>→]*$",
    re.IGNORECASE,
)
HAS_NEXT_SIGN = re.compile(r"[»›>→]|\w")
PAGER = re.compile(
    r"pag(?:ination|er|ing|inate|e-?numbers|enavi)|nav-links|nav-previous|browser|blaettern|blättern|seiten|lcp_pag",
    re.IGNORECASE,
)
# ?page=2, ?paged=3, ?lcp_page1=17, tx_news_pi1[@widget_0][currentPage]=2, ?start=20
PAGE_PARAMETER = re.compile(r"page|seite|paged|start|offset|limitstart", re.IGNORECASE)
# /presse/page/2/, /presse/seite-3
PAGE_IN_PATH = re.compile(r"/(?:page|seite|p)[/-](\d+)/?$", re.IGNORECASE)
LEGAL = re.compile(
    r"/(?:impressum|datenschutz\w*|kontakt|login|suche|search|sitemap|barrierefreiheit|newsletter|spenden\w*"
    r"|mitglied\w*)/?",
    re.IGNORECASE,
)


@dataclass
class ListPage:
    articles: list[str] = field(default_factory=list)
    next: str | None = None
    skipped: list[str] = field(default_factory=list)
    """Links to files instead of pages: releases that are only there as PDF."""


def read_list(
    body: bytes, address: str, *, content_type: str | None = None, link: str | None = None, next_link: str | None = None
) -> ListPage:
    """The links to releases in the page's order, each once, of the same site only.

    `link` and `next_link` are CSS selectors by hand.

    Without `link`, a release's link is one that a heading carries or that says "weiterlesen"; where the page has
    none of these, one that lies below the list's own address or that looks like a release.
    """
    soup = parsed(body, content_type)
    page = ListPage(next=_next(soup, address, next_link))
    seen = {page_key(address), page_key(page.next) if page.next else ""}
    for tag in soup.select(link) if link else _article_links(soup, address):
        anchor = tag if tag.name == "a" else tag.find("a")
        full = absolute(attribute(anchor, "href"), address) if isinstance(anchor, Tag) and anchor.get("href") else None
        if full is None or not same_site(full, address):
            continue
        key = page_key(full)
        if key not in seen:
            seen.add(key)
            (page.articles if is_page(full) else page.skipped).append(tidy(full))
    return page


def _article_links(soup: BeautifulSoup, address: str) -> list[Tag]:
    body = soup.body or soup
    links = [
        tag
        for tag in body.find_all("a", href=True)
        if tag.find_parent(("nav", "footer", "aside", "header")) is None or tag.find_parent("article") is not None
    ]
    links = [tag for tag in links if not _in_pager(tag) and _may_be_article(attribute(tag, "href"), address)]
    marked = [
        tag
        for tag in links
        if tag.find_parent(("h1", "h2", "h3", "h4", "h5"))
        or tag.find(("h1", "h2", "h3", "h4", "h5"))
        or TEASER_LINK.fullmatch(text_of(tag))
        or TEASER_LINK.fullmatch(one_line(attribute(tag, "title")))
        or tag.find_parent("article")
    ]
    if len({page_key(absolute(attribute(tag, "href"), address) or "") for tag in marked}) >= 1:
        return marked
    below = urlsplit(address).path.rstrip("/") + "/"
    return [
        tag
        for tag in links
        if (full := absolute(attribute(tag, "href"), address))
        and ((below != "/" and urlsplit(full).path.startswith(below)) or looks_like_release(full))
        and len(text_of(tag)) > 15
    ]


def _may_be_article(href: str, address: str) -> bool:
    full = absolute(href, address)
    if full is None or not same_site(full, address):
        return False
    parts = urlsplit(tidy(full))
    path = parts.path
    if any(not PAGE_PARAMETER.search(name) for name, _ in parse_qsl(parts.query)):
        # One script shows the list and the articles: /presse/?id=7
        return not LEGAL.search(path)
    if LEGAL.search(path) or path == "/":
        return False
    return not SERVICE_PAGE.search(path) and not SECTION.search(path) and not PAGE_IN_PATH.search(path)


def _in_pager(tag: Tag) -> bool:
    return any(
        PAGER.search(f"{attribute(one, 'class')} {attribute(one, 'id')}") for one in (tag, *list(tag.parents)[:4])
    )


def _next(soup: BeautifulSoup, address: str, selector: str | None) -> str | None:
    if selector:
        return _leads_on(soup.select_one(selector), address)
    for tag in (*soup.select("link[rel~=next]"), *soup.select("a[rel~=next]")):
        if (full := _leads_on(tag, address)) is not None:
            return full
    links = [tag for tag in soup.find_all("a", href=True) if _pages(attribute(tag, "href"), address) or _in_pager(tag)]
    for tag in links:
        label = text_of(tag) or one_line(attribute(tag, "title")) or one_line(attribute(tag, "aria-label"))
        if label and NEXT_TEXT.match(label) and HAS_NEXT_SIGN.search(label) and (full := _leads_on(tag, address)):
            return full
        if "next" in attribute(tag, "class").lower().split() and (full := _leads_on(tag, address)):
            return full
    # Only numbers: the one after the page's own.
    own = _page_number(address) or 1
    following = re.compile(rf"(?:(?:Seite|Page)\s*)?{own + 1}", re.IGNORECASE)
    for tag in links:
        if following.fullmatch(text_of(tag)) and (full := _leads_on(tag, address)):
            return full
    return None


def _leads_on(tag: Tag | None, address: str) -> str | None:
    full = absolute(attribute(tag, "href"), address) if tag is not None and tag.get("href") else None
    if full is None or not same_site(full, address) or full.split("#")[0] == address.split("#")[0]:
        return None
    return full.split("#")[0]


def _pages(href: str, address: str) -> bool:
    """Whether a link names a number of a page."""
    full = absolute(href, address)
    return full is not None and _page_number(full) is not None


def _page_number(address: str) -> int | None:
    parts = urlsplit(address)
    if found := PAGE_IN_PATH.search(parts.path):
        return int(found.group(1))
    for name, value in parse_qsl(parts.query):
        if PAGE_PARAMETER.search(name) and value.isdigit():
            return int(value)
    return None

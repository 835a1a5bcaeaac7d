"""The HTML page of one release -> PressRelease."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import trafilatura
from bs4 import BeautifulSoup, Tag

from scraper.items import Complaint, PressRelease
from scraper.pages.press import structured_data
from scraper.pages.press.addresses import page_key
from scraper.pages.press.article_body import article_blocks
from scraper.pages.press.article_metadata import DATE_PREFIX, Metadata, clean_tags, read_metadata
from scraper.pages.press.article_text import blocks_of, joined
from scraper.pages.press.article_title import Title, find_title, text_of_meta
from scraper.pages.press.date_shapes import dates_in, day_in_address
from scraper.pages.press.document import attribute, decoded, parsed, text_of
from scraper.pages.press.furniture import is_button_line, remove_furniture
from scraper.pages.press.refusals import refusal, signs_of

KIND = "press article"
LEAST = 80
"""Characters of a text that the library must find; less is a heading or a label."""
# It warns of each page without text; those become Complaints here.
logging.getLogger("trafilatura").setLevel(logging.ERROR)


@dataclass(frozen=True)
class Selectors:
    """CSS selectors by hand for a site whose articles are not found by themselves; None: found by itself."""

    title: str | None = None
    date: str | None = None
    author: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Known:
    """What the list that led to the page says about the release; it fills what the page leaves out."""

    title: str | None = None
    published_text: str | None = None
    modified_text: str | None = None
    author: str | None = None
    tags: list[str] = field(default_factory=list)
    text: str | None = None


NOTHING_KNOWN = Known()
BY_ITSELF = Selectors()


def read_article(
    body: bytes,
    address: str,
    *,
    content_type: str | None = None,
    selectors: Selectors = BY_ITSELF,
    known: Known = NOTHING_KNOWN,
) -> Iterator[PressRelease | Complaint]:
    """The release on the page at `address` ("" where a saved page's address is unknown), or the Complaint why not.

    `content_type` is the answer's header. Texts of dates come as the page has them, ISO where it speaks to machines.
    """
    soup = parsed(body, content_type)
    nodes = structured_data.nodes(soup)
    page_titles = [text_of(tag) for tag in soup.find_all(("h1", "h2", "title"))] + [text_of_meta(soup, "og:title")]
    article = structured_data.article_node(nodes, page_titles)
    title = _title(soup, structured_data.text_value(article.get("headline")), address, selectors)
    metadata = read_metadata(soup, address, title.heading if title else None, article, nodes)
    _apply(selectors, soup, metadata)
    signs = signs_of(soup)
    text = _text(soup, body, content_type, title, selectors)
    shows_title = title is not None and title.heading is not None
    why_not = refusal(signs, address, title.text if title else "", text, shows_title=shows_title)
    if why_not is not None and known.text:
        yield _complaint(
            address,
            why_not,
            body,
            "warning",
            "The feed's own text was taken. Look whether the address answers a browser.",
        )
        text = known.text
    elif why_not is not None:
        yield _complaint(
            address,
            why_not,
            body,
            "error",
            "Open it in a browser. If it is a release, name the selectors title, date and text under press: in"
            " sources.yml; "
            "if not, keep it out with press: include.",
        )
        return
    yield _release(address, metadata, title, text, known)


def _release(address: str, metadata: Metadata, title: Title | None, text: str, known: Known) -> PressRelease:
    canonical = metadata.canonical
    name = title.text if title and (title.heading is not None or not known.title) else known.title
    return PressRelease(
        vendor_id=page_key(canonical) if canonical else "",
        source_url=canonical,
        response_url=address or None,
        title=name,
        published_text=metadata.published_text
        or known.published_text
        or _dateline(text)
        or day_in_address(canonical or ""),
        modified_text=metadata.modified_text or known.modified_text,
        author=metadata.author or known.author,
        text=text,
        tags=metadata.tags or clean_tags(known.tags),
        language=metadata.language,
    )


def _title(soup: BeautifulSoup, headline: str, address: str, selectors: Selectors) -> Title | None:
    if selectors.title:
        tag = soup.select_one(selectors.title)
        if tag is not None and (text := attribute(tag, "content") or text_of(tag)):
            return Title(text, tag, confirmed=True)
    return find_title(soup, headline, address)


def _apply(selectors: Selectors, soup: BeautifulSoup, metadata: Metadata) -> None:
    """What is told by hand goes before what the page says."""
    if selectors.date and (tag := soup.select_one(selectors.date)) is not None:
        shown = text_of(tag)
        metadata.published_text = (
            attribute(tag, "datetime") or attribute(tag, "content") or dates_in(shown) or shown or None
        )
    if selectors.author and (tag := soup.select_one(selectors.author)) is not None:
        metadata.author = attribute(tag, "content") or text_of(tag) or None


def _text(soup: BeautifulSoup, body: bytes, content_type: str | None, title: Title | None, selectors: Selectors) -> str:
    if selectors.text:
        chosen = soup.select(selectors.text)
        # A selector may name an element and one within it: the text is taken once.
        outer = [tag for tag in chosen if not any(parent is other for parent in tag.parents for other in chosen)]
        blocks = [block for tag in outer for block in blocks_of(tag)]
        return joined(block for block in blocks if block.kind != "caption" and not is_button_line(block))
    page = soup.body
    if not isinstance(page, Tag):
        return ""
    description = text_of_meta(soup, "description") or text_of_meta(soup, "og:description")
    heading = title.heading if title else None
    remove_furniture(page, heading)
    text = joined(article_blocks(page, heading, title.text if title else "", description))
    return text or _text_by_library(body, content_type)


def _text_by_library(body: bytes, content_type: str | None) -> str:
    """trafilatura's reading, for a page that our own rules find no text in; it has other rules and a fallback."""
    text = trafilatura.extract(
        decoded(body, content_type), include_comments=False, include_tables=True, favor_precision=True
    )
    return "\n\n".join(line for line in text.split("\n") if line.strip()) if text and len(text) >= LEAST else ""


def _dateline(text: str) -> str | None:
    """The day with which the text itself begins: "11.03.2020 – Die SWD soll …" or "Musterstadt, 2. Juni 2026."."""
    begin = text[:60].partition("\n")[0]
    dates = dates_in(begin)
    if dates is None:
        return None
    before, _, behind = begin.partition(dates)
    behind = behind.lstrip(" )")
    if behind.startswith(("–", "-", "—", ":", "|")):
        return dates if len(before) <= 30 else None
    return dates if behind in ("", ".") and DATE_PREFIX.fullmatch(before) else None


def _complaint(address: str, came: str, body: bytes, severity: str, advice: str) -> Complaint:
    return Complaint(
        address=address,
        page_kind=KIND,
        expected="a press release with its text",
        came=came,
        advice=advice,
        body=body,
        severity=severity,
    )

"""What a page says about its article beside the text: dates, author, tags, language, canonical address.

For each of them the sources come in the order in which they can be trusted: what the page says to machines about the
article (JSON-LD, microdata, <meta>), then what it shows a reader near the title. Dates of related posts, of the
site's last change or of an event in the text are none of them.
"""

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from scraper.pages.press import structured_data
from scraper.pages.press.addresses import absolute, is_front_page, same_site, tidy
from scraper.pages.press.article_text import Block, blocks_of
from scraper.pages.press.article_title import text_of_meta
from scraper.pages.press.byline import author_near, is_author
from scraper.pages.press.date_shapes import BEFORE_DATE, CHANGED, ONE_DATE, dates_in
from scraper.pages.press.document import attribute, one_line, text_of
from scraper.pages.press.furniture import is_in_teaser

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datePublished", "date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "publish_date", "pubdate",
    "sailthru.date",
)  # fmt: skip
MODIFIED_META = (
    "article:modified_time",
    "og:article:modified_time",
    "dateModified",
    "og:updated_time",
    "dcterms.modified",
)
# A block near the title holds the day of the release if its class says so, or if it begins with it.
DATE_CLASS = re.compile(
    r"date|datum|time|published|posted|submitted|created|meta|info|stand|kicker|firstline", re.IGNORECASE
)
DATE_PREFIX = re.compile(BEFORE_DATE, re.IGNORECASE)
# "Termin: 12.06.2026, 19 Uhr" says when something takes place.
EVENT = re.compile(r"\W*(?:Termin|Wann|Beginn|Veranstaltung|Wahltermin|Einladung|Frist)\b", re.IGNORECASE)
# "Zuletzt aktualisiert: 05.06.2026"
CHANGED_LINE = re.compile(rf"\W*{CHANGED}(?={ONE_DATE})", re.IGNORECASE)
# Some themes print day and author below the text: entry-meta, fusion-meta-info, posted-on
META_CLASS = re.compile(r"(?:^|[-_ ])(?:meta|postmeta|byline|posted|submitted)(?:$|[-_ ])", re.IGNORECASE)
ISO = re.compile(r"(?:19|20)\d\d-\d\d")
LONGEST_HEAD, LONGEST_REST = 160, 60
"""Characters: of a line with the date in an article's head, and of what may stand behind the date."""
ASIDES = ("nav", "aside", "footer")
# Categories that a system gives to what nobody sorted.
NO_CATEGORY = frozenset(
    ("allgemein", "uncategorized", "unkategorisiert", "ohne kategorie", "nicht kategorisiert", "allgemeines", "default")
)
BLOCKS_BEFORE, BLOCKS_AFTER = 6, 8


@dataclass
class Metadata:
    published_text: str | None = None
    modified_text: str | None = None
    author: str | None = None
    tags: list[str] = field(default_factory=list)
    language: str | None = None
    canonical: str | None = None


def read_metadata(
    soup: BeautifulSoup,
    address: str,
    heading: Tag | None,
    article: structured_data.Node,
    nodes: list[structured_data.Node],
) -> Metadata:
    """All that is said about the article; `article` is its JSON-LD node ({} if none), `heading` shows its title."""
    found = Metadata(
        language=_language(soup, article), canonical=canonical_address(soup, address), tags=_tags(soup, article)
    )
    near = [*_near(heading), *_foot(heading, soup)] if heading is not None else []
    shown, shown_modified = _shown_dates(near)
    found.published_text = (
        structured_data.text_value(article.get("datePublished"))
        or _told(_microdata(soup, "datePublished", near), _first_meta(soup, PUBLISHED_META))
        or shown
    )
    found.modified_text = (
        structured_data.text_value(article.get("dateModified"))
        or _told(_microdata(soup, "dateModified", near), _first_meta(soup, MODIFIED_META))
        or shown_modified
    )
    named = [name for name in structured_data.names(article.get("author"), nodes) if is_author(name)]
    found.author = ", ".join(dict.fromkeys(named)) or author_near(near) or _meta_author(soup)
    return found


def canonical_address(soup: BeautifulSoup, address: str) -> str | None:
    """The address the page gives itself, if it is one of the same site and not the site's front page; else `address`.

    None if neither is known: a saved page may say nothing about where it was.
    """
    link = soup.find("link", rel="canonical")
    claims = [attribute(link, "href") if isinstance(link, Tag) else "", text_of_meta(soup, "og:url")]
    for claim in claims:
        full = absolute(claim, address) if claim else None
        if full and (not address or same_site(full, address)) and not is_front_page(full):
            return tidy(full)
    return tidy(address) if address else None


def clean_tags(tags: list[str]) -> list[str]:
    """Each tag once, without those that say nothing."""
    found: dict[str, str] = {}
    for tag in map(one_line, tags):
        if tag and len(tag) < 80 and tag.lower() not in NO_CATEGORY:
            found.setdefault(tag.lower(), tag)
    return list(found.values())


def _language(soup: BeautifulSoup, article: structured_data.Node) -> str | None:
    root = soup.find("html")
    of_page = attribute(root, "lang") or attribute(root, "xml:lang") if isinstance(root, Tag) else ""
    return of_page.strip() or structured_data.text_value(article.get("inLanguage")) or None


def _tags(soup: BeautifulSoup, article: structured_data.Node) -> list[str]:
    tags = structured_data.words(article.get("keywords"))
    tags += [attribute(tag, "content") for tag in soup.find_all("meta", property="article:tag")]
    if not tags:
        tags += structured_data.words(text_of_meta(soup, "keywords"))
    tags += [attribute(tag, "content") for tag in soup.find_all("meta", property="article:section")]
    tags += structured_data.words(article.get("articleSection"))
    for link in soup.select("a[rel~=tag]"):
        # Tag clouds use the same mark; those of the article stand with it.
        if link.find_parent(("aside", "nav")) is None and not any(
            "cloud" in attribute(parent, "class") or "widget" in attribute(parent, "class").split()
            for parent in link.parents
        ):
            tags.append(text_of(link))
    return clean_tags(tags)


def _first_meta(soup: BeautifulSoup, names: tuple[str, ...]) -> str:
    for name in names:
        text = text_of_meta(soup, name)
        if any(sign.isdigit() for sign in text):
            return text
    return ""


def _told(microdata: str, meta: str) -> str:
    """The more precise of what a page says to machines; microdata may be no more than the words a reader sees."""
    return microdata if ISO.match(microdata) else meta or microdata


def _microdata(soup: BeautifulSoup, name: str, near: list[Block]) -> str:
    """itemprop=… with its value in an attribute or in words; of several the one near the title, else the only one."""
    tags = [tag for tag in soup.find_all(attrs={"itemprop": name}) if not _is_aside(tag)]
    values = [(tag, attribute(tag, "content") or attribute(tag, "datetime") or text_of(tag)) for tag in tags]
    values = [(tag, value) for tag, value in values if any(sign.isdigit() for sign in value)]
    for tag, value in values:
        if any(tag is one for block in near for one in (block.element, *block.tags)):
            return value
    return values[0][1] if len({value for _, value in values}) == 1 else ""


def _near(heading: Tag) -> list[Block]:
    """The blocks around the heading, nearest first, outside menus, sidebars and other articles."""
    body = next((parent for parent in heading.parents if parent.name == "body"), None)
    own = heading.find_parent("article")
    blocks = [
        block
        for block in (blocks_of(body) if body is not None else [])
        if not _is_aside(block.element)
        and not is_in_teaser(block.element, heading)
        and (own is None or own in (block.element.find_parent("article"), block.element))
    ]
    around = [
        number
        for number, one in enumerate(blocks)
        if any(heading is tag for tag in (one.element, *one.tags, *one.element.parents))
    ]
    if not around:
        return []
    first, last = around[0], around[-1]
    ranked = [(number - first, block) for number, block in enumerate(blocks) if first <= number < last + BLOCKS_AFTER]
    ranked += [
        (first - number, block) for number, block in enumerate(blocks) if first - BLOCKS_BEFORE <= number < first
    ]
    return [block for _, block in sorted(ranked, key=lambda one: one[0])]


def _foot(heading: Tag, soup: BeautifulSoup) -> list[Block]:
    """What the heading's article, or the only one of the page, is marked with below its text."""
    articles = soup.find_all("article")
    own = heading.find_parent("article") or (articles[0] if len(articles) == 1 else None)
    return [
        block
        for block in (blocks_of(own) if own is not None else [])
        if block.element.find_parent("article") is own
        and not _is_aside(block.element)
        and any(META_CLASS.search(attribute(tag, "class")) for tag in (block.element, block.element.parent) if tag)
    ]


def _is_aside(tag: Tag) -> bool:
    """In a menu or sidebar, or in the page's foot; that of an article is none of the page's."""
    aside = tag if tag.name in ASIDES else tag.find_parent(ASIDES)
    return aside is not None and (aside.name != "footer" or aside.find_parent("article") is None)


def _shown_dates(near: list[Block]) -> tuple[str | None, str | None]:
    """Publishing and last change as a reader sees them near the title."""
    published: str | None = None
    modified: str | None = None
    for block in near:
        times = [
            tag for tag in block.tags if tag.name == "time" and any(c.isdigit() for c in attribute(tag, "datetime"))
        ]
        if published is None and times and len(block.text) < LONGEST_HEAD:
            changed = [tag for tag in times if _marks_change(tag)]
            first = next((tag for tag in times if tag not in changed), times[0])
            last = next((tag for tag in changed if tag is not first), None)
            return attribute(first, "datetime"), attribute(last, "datetime") if last is not None else modified
        hidden = [text_of(tag) for tag in block.tags if tag.name == "span" and _marks_change(tag)]
        for line in block.text.split("\n"):
            if CHANGED_LINE.match(line):
                modified = modified or dates_in(line)
            elif published is None:
                published = _date_of_head(_without(line, hidden), block)
                modified = modified or (dates_in(" ".join(hidden)) if published else None)
    return published, modified


def _without(line: str, hidden: list[str]) -> str:
    """A line without the moments of the last change that a theme hides in it beside the day it shows."""
    for one in hidden:
        shorter = line.replace(one, " ") if one else line
        line = shorter if dates_in(shorter) else line
    return line


def _date_of_head(line: str, block: Block) -> str | None:
    """The date in a line of the article's head: one that begins with it, or is called so; no sentence, no event."""
    text = one_line(line)
    dates = dates_in(text)
    if dates is None or len(text) > LONGEST_HEAD or EVENT.match(text):
        return None
    before, _, behind = text.partition(dates)
    if len(behind) > LONGEST_REST and not behind.lstrip().startswith(("|", "·", "•")):
        return None
    names = " ".join(f"{attribute(tag, 'class')} {attribute(tag, 'id')}" for tag in (block.element, *block.tags))
    return dates if DATE_PREFIX.fullmatch(before) or DATE_CLASS.search(names) else None


def _marks_change(tag: Tag) -> bool:
    classes = attribute(tag, "class").split()
    return attribute(tag, "itemprop") == "dateModified" or (
        "published" not in classes and bool({"updated", "modified"} & set(classes))
    )


def _meta_author(soup: BeautifulSoup) -> str | None:
    name = text_of_meta(soup, "author") or text_of_meta(soup, "article:author")
    return name if is_author(name) else None

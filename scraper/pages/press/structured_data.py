"""JSON-LD in a page: the one node that describes its article."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from scraper.pages.press.document import comparable

ARTICLE_TYPES = (
    "newsarticle",
    "pressrelease",
    "reportagenewsarticle",
    "article",
    "blogposting",
    "socialmediaposting",
    "report",
)
PAGE_TYPES = ("webpage", "itempage")
# A script wrapped for the browsers of old: <!-- {…} -->, //<![CDATA[ {…} //]]>
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$")
TRAILING_COMMA = re.compile(r",(\s*[}\]])")

Node = dict[str, Any]


def nodes(soup: BeautifulSoup) -> list[Node]:
    """All objects of all JSON-LD scripts; a script that can't be read is left out, the page says the same elsewhere."""
    found: list[Node] = []
    for script in soup.find_all("script", type=re.compile(r"ld\+json", re.IGNORECASE)):
        text = WRAPPING.sub("", script.get_text()).strip()
        for attempt in (text, TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
            try:
                found += _flat(json.loads(attempt, strict=False))
            except (ValueError, RecursionError):
                continue
            break
    return found


def article_node(all_nodes: list[Node], titles: list[str]) -> Node:
    """The node of the page's article; `titles` tell it from those of related posts. {} if there is none.

    The page's own node stands in for it: WordPress' Yoast gives pages that are no posts nothing else.
    """
    wanted = {comparable(title) for title in titles}
    articles = [node for node in all_nodes if _types(node) & set(ARTICLE_TYPES)]
    for node in articles:
        if comparable(text_value(node.get("headline") or node.get("name"))) in wanted:
            return node
    if len(articles) == 1:
        return articles[0]
    pages = [node for node in all_nodes if _types(node) & set(PAGE_TYPES)]
    return pages[0] if len(pages) == 1 and pages[0].get("datePublished") else {}


def text_value(value: Any) -> str:
    """A value that may be a text, a list of texts, {"@value": …} or {"name": …}, as one text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return html.unescape(value).strip() if isinstance(value, str) else ""


def names(value: Any, all_nodes: list[Node]) -> list[str]:
    """The names in an author property: texts, objects, or references to objects elsewhere in the page."""
    if isinstance(value, list):
        return [name for one in value for name in names(one, all_nodes)]
    if isinstance(value, dict):
        name = value.get("name") or next(
            (
                node.get("name")
                for node in all_nodes
                if "@id" in value and node.get("@id") == value["@id"] and node.get("name")
            ),
            None,
        )
        return names(name, [])
    return [value.strip()] if isinstance(value, str) and value.strip() else []


def words(value: Any) -> list[str]:
    """Keywords: a list of texts, or one text with commas."""
    if isinstance(value, list):
        return [word for one in value for word in words(one)]
    return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else []


def _flat(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        for one in value:
            yield from _flat(one)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "itemListElement", "hasPart", "mainEntityOfPage"):
            if isinstance(value.get(key), list | dict):
                yield from _flat(value[key])


def _types(node: Node) -> set[str]:
    kinds = node.get("@type")
    return {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}

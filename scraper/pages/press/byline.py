"""Who a release is by, where the page really says so."""

import re

from bs4 import Tag

from scraper.pages.press.article_text import Block
from scraper.pages.press.date_shapes import DATES
from scraper.pages.press.document import attribute, one_line, text_of

LONGEST_BYLINE = 160
# Accounts and words that are no one's name.
NOBODY = re.compile(
    r"^(?:wp|web|site|cms|typo3)?[-_ ]?(?:admin|administrator|administration|root|webmaster|webadmin|user|redakteur"
    r"|autor|editor|author|gast"
    r"|test|unknown|none|null|anonymous|\d+|[a-z]|[a-z0-9]+[._][a-z0-9._]+)\d*$",
    re.IGNORECASE,
)
# An account that a system named by itself: info21345
ACCOUNT = re.compile(r"^[a-z]+[-_]?\d{2,}$")
ADDRESS = re.compile(r"https?:|www\.|@|\.(?:de|com|org|net)\b")
AUTHOR_SELECTORS = (
    "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]", ".author .fn", ".byline .fn",
    "[class*=author-name]", "[class*=author__name]",
    ".entry-author", ".post-author", ".author-name", ".byline", ".author", ".news-author", ".autor", ".verfasser",
)  # fmt: skip
# "von Dietmar Wolf" in the line with the date; names have two words at least, each with a capital.
NAME = (
    r"(?:(?:Dr|Prof|Dipl)\.?(?:-\w+\.?)?\s+)*[A-ZÄÖÜ][\w'’-]+"
    r"(?:\s+(?:(?:von|van|de|der|zu|zur|dos|el|al)\s+)*[A-ZÄÖÜ][\w'’.-]*){1,3}"
)
BY = re.compile(
    rf"(?:^|\s|\|)(?:[vV]on|[bB]y|Autor(?:in)?:|Text:|Verfasst von|Geschrieben von)\s+({NAME})"
    r"\s*(?:$|[|,;(·•–-]|(?:am|in)\b|\d)"
)
# 07.12.2026 | Erika Mustermann
BEHIND_DATE = re.compile(rf"(?:{DATES})\s*\|\s*({NAME})$")
LEADING = re.compile(
    r"^(?:(?:von|by|autor(?:in)?|verfasst von|geschrieben von|text|beitrags-autor:?|beitrag von)\b\s*:?\s*)+",
    re.IGNORECASE,
)


def is_author(name: str) -> bool:
    """Whether `name` can be a person's or an organisation's: no account, no address, no placeholder."""
    return 2 < len(name) < 120 and not (NOBODY.match(name) or ACCOUNT.match(name)) and not ADDRESS.search(name)


def author_near(blocks: list[Block]) -> str | None:
    """The byline in one of the blocks around the title."""
    for block in blocks:
        for tag in _marked(block):
            name = LEADING.sub("", attribute(tag, "content") or text_of(tag)).strip(" |,·–-")
            if is_author(name) and not re.search(r"\d", name):
                return name
    for block in blocks:
        line = one_line(block.text)
        found = (BY.search(line) or BEHIND_DATE.match(line)) if len(line) < LONGEST_BYLINE else None
        if found and is_author(found.group(1)):
            return found.group(1)
    return None


def _marked(block: Block) -> list[Tag]:
    """What is marked as an author in the block, the most precise mark first."""
    around = block.element.parent or block.element
    inside = {id(tag) for tag in (block.element, *block.tags)}
    return [tag for selector in AUTHOR_SELECTORS for tag in around.select(selector) if id(tag) in inside]

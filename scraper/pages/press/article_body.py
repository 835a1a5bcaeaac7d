"""Which part of a page is the article: the blocks of its text, from the first after the title to the last.

Assumed: the title stands before the text, and the text is the largest stretch of running text on the page once
furniture is gone. Not assumed: that a page marks its article, that it has one <article>, that paragraphs are <p>.
"""

import re
from collections.abc import Iterable

from bs4 import Tag
from bs4.element import PageElement

from scraper.pages.press.article_text import Block, blocks_of
from scraper.pages.press.date_shapes import dates_in
from scraper.pages.press.document import attribute, comparable
from scraper.pages.press.furniture import (
    ARTICLE_MARKS,
    TEASER_LINK,
    ends_article,
    is_button_line,
    is_heading_link,
    is_in_teaser,
)

# The share of a paragraph's weight that goes to its element, its parent, grandparent, …
INHERITANCE = (0.6, 1.0, 0.5, 0.25, 0.12)
# A block is running text from this length on.
RUNNING_TEXT = 40
# A leading paragraph that stands apart from the text must be a sentence.
LEAD_LENGTH = 60
# So many links in a row are a list of other pages.
LIST_OF_LINKS = 3
# A line that belongs to the text however short it is: news-subheader, untertitel, lead
SUBTITLE = re.compile(
    r"(?:^|[-_ ])(?:sub-?(?:title|headline|header|heading|line)|untertitel|unterzeile|teaser|lead|intro|vorspann"
    r"|abstract)(?:$|[-_ ])",
    re.IGNORECASE,
)
# An invitation begins with it: "Wann: 14. Juni 2026, 19 Uhr"
EVENT_LINE = re.compile(r"^(?:Wann|Wo|Was|Wer|Ort|Termin|Beginn|Treffpunkt|Einladung)\s*:", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…:;,][\"“”«»'’)\]]*$")


def article_blocks(body: Tag, heading: Tag | None, title: str, description: str = "") -> list[Block]:
    """The blocks of the article's text in `body`, which furniture was removed from. [] if there is no running text.

    `description` is the page's own summary (<meta name=description>): a caption that says the same is the lead.
    """
    blocks = blocks_of(body)
    place = _place(blocks, heading)
    container = _container(blocks, place, heading)
    if container is None:
        marked = body.select_one(ARTICLE_MARKS)
        return _trimmed(blocks_of(marked), title, description) if marked is not None else []
    first, last = _grown(container, blocks, heading)
    if place is not None and place < last:
        lead = [block for block in blocks[place + 1 : first] if _is_lead(block, description)]
        return _trimmed(lead + blocks[max(first, place + 1) : last + 1], title, description)
    return _trimmed(blocks[first : last + 1], title, description)


def _container(blocks: list[Block], place: int | None, heading: Tag | None) -> Tag | None:
    """The element that holds the densest running text after the title; None if there is none."""
    scores: dict[int, float] = {}
    tags: dict[int, Tag] = {}
    # Text before the title is other text: teasers, a slider, the menu.
    for block in blocks[place or 0 :]:
        weight = _weight(block)
        if weight and is_in_teaser(block.element, heading):
            continue
        for share, tag in zip(INHERITANCE, (block.element, *block.element.parents), strict=False):
            if weight and tag.name != "[document]":
                scores[id(tag)] = scores.get(id(tag), 0) + weight * share
                tags[id(tag)] = tag
            if tag.name == "body":
                break
    return tags[max(scores, key=lambda key: scores[key])] if scores else None


def _weight(block: Block) -> float:
    if (
        block.kind in ("heading", "caption")
        or block.is_linked
        or len(block.text) < RUNNING_TEXT
        or is_button_line(block)
    ):
        return 0.0
    return 1 + min(len(block.text) / 100, 6) + block.text.count(",")


def _grown(container: Tag, blocks: list[Block], heading: Tag | None) -> tuple[int, int]:
    """The numbers of the article's first and last block: the container's, and those of neighbours that go on with it.

    A neighbour that is none of the article's ends it on its side.
    """
    numbers = _numbers(container, blocks)
    first, last = numbers[0], numbers[-1]
    open_before = open_after = True
    while (parent := container.parent) is not None and container.name != "body" and (open_before or open_after):
        if heading is not None and _within(heading, container) and not _goes_on(blocks[first : last + 1], blocks):
            break
        for neighbour in _tags(container.next_siblings) if open_after else ():
            added = _numbers(neighbour, blocks)
            if added and _is_foreign(neighbour, [blocks[n] for n in added], container, heading):
                open_after = False
                break
            last = max([last, *added])
        for neighbour in _tags(container.previous_siblings) if open_before else ():
            added = _numbers(neighbour, blocks)
            if added and _is_foreign(neighbour, [blocks[n] for n in added], container, heading):
                open_before = False
                break
            first = min([first, *added])
        container = parent
    return first, last


def _tags(siblings: Iterable[PageElement]) -> list[Tag]:
    return [one for one in siblings if isinstance(one, Tag)]


def _numbers(tag: Tag, blocks: list[Block]) -> list[int]:
    return [number for number, block in enumerate(blocks) if _within(block.element, tag)]


def _goes_on(chosen: list[Block], blocks: list[Block]) -> bool:
    """Whether most of the page's running text still stands elsewhere."""
    return sum(map(_weight, chosen)) * 2 < sum(map(_weight, blocks))


def _is_foreign(tag: Tag, blocks: list[Block], container: Tag, heading: Tag | None) -> bool:
    """A neighbour that is another article's teaser, a list of links, comments or the like."""
    if heading is not None and _within(heading, tag):
        return False
    if tag.name == "article" and container.name == "article":
        return True
    if any(ends_article(block) for block in blocks):
        return True
    links = tag.find_all("a")
    if any(TEASER_LINK.fullmatch(link.get_text(" ", strip=True)) for link in links):
        return True
    linked_headings = [link for link in links if is_heading_link(link)]
    if len(linked_headings) > 1 or (linked_headings and any(block.kind != "heading" for block in blocks)):
        return True
    linked, whole = sum(block.linked for block in blocks), sum(len(block.text) for block in blocks)
    return len(links) >= LIST_OF_LINKS and linked * 2 > whole


def _is_lead(block: Block, description: str) -> bool:
    if block.kind == "caption":
        return _says(block, description)
    is_long = len(block.text) >= LEAD_LENGTH or _is_subtitle(block)
    return block.kind == "text" and is_long and not block.is_linked and not is_button_line(block)


def _is_subtitle(block: Block) -> bool:
    return bool(SUBTITLE.search(attribute(block.element, "class"))) and dates_in(block.text) is None


def _is_head(block: Block) -> bool:
    """A line between title and text that is no sentence: the day, the author, the categories."""
    if block.kind == "heading":
        return block.is_linked
    return (
        not _is_subtitle(block)
        and not EVENT_LINE.match(block.text)
        and len(block.text) < RUNNING_TEXT * 2
        and not SENTENCE_END.search(block.text)
        and (len(block.text) < RUNNING_TEXT or block.is_linked or dates_in(block.text) is not None)
    )


def _says(caption: Block, description: str) -> bool:
    begin = comparable(caption.text)[:60]
    return len(begin) > 40 and comparable(description).startswith(begin)


def _trimmed(blocks: list[Block], title: str, description: str) -> list[Block]:
    """Without captions, buttons, a repeated title, and all from a heading on that ends the article."""
    kept: list[Block] = []
    for block in blocks:
        if ends_article(block) and kept:
            break
        if (block.kind == "caption" and not _says(block, description)) or is_button_line(block):
            continue
        only_head = all(one.kind in ("caption", "heading") for one in kept)
        if only_head and (comparable(block.text) == comparable(title) or _is_head(block)):
            continue
        kept.append(block)
    while kept and kept[-1].kind == "heading" and not kept[-1].is_linked:
        kept.pop()
    return kept


def _place(blocks: list[Block], heading: Tag | None) -> int | None:
    """The number of the block that shows the title."""
    if heading is None:
        return None
    for number, block in enumerate(blocks):
        if _within(block.element, heading) or any(tag is heading for tag in block.tags):
            return number
    held = (n for n, block in enumerate(blocks) if _within(block.element, heading) or _within(heading, block.element))
    return next(held, None)


def _within(tag: Tag, container: Tag) -> bool:
    return tag is container or any(parent is container for parent in tag.parents)

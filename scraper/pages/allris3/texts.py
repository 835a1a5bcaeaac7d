"""Texts that a page holds: minutes, decision, vote, facts. Each is a document of its own that is set into the page."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.pages.allris3.document import Page
from scraper.pages.council.page import LINE_BREAK
from scraper.pages.council.vote_tables import vote_rows

ANCHORS = "a[name^='allris']"
"""<a name="allrisWP"></a>"""
NAMES = {
    "WP": "Protokoll",
    "BS": "Beschluss",
    "AE": "Abstimmungsergebnis",
    "SV": "Sachverhalt",
    "BV": "Beschlussvorschlag",
    "FA": "Finanzielle Auswirkungen",
    "AN": "Anlagen",
}
"""By the program's names, which are the same on every site; others are called as the page's own list calls them."""
MARK = "###"
"""<!-- ### WP1485510.rtf --> stands above each text."""
BLOCKS = frozenset({"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ol", "ul", "hr", "br"})
CELLS = frozenset({"td", "th"})
NOT_TEXT = frozenset({"-comment", "head", "title", "meta", "style", "script", "form"})
HEADING = re.compile(
    r"(?:petitum\s*/\s*)?(?:petitum|protokoll|beschluss(?:vorschlag|text|empfehlung)?|abstimmungsergebnis|sachverhalt"
    r"|begründung|finanzielle auswirkungen|anlagen?(?:/n)?)\s*:",
    re.IGNORECASE,
)
"""Beschluss: , Petitum/Beschluss:"""


def texts_of(page: Page) -> dict[str, str]:
    """The texts by the program's names ("WP"), paragraphs apart by line breaks. Empty ones are left out."""
    found: dict[str, str] = {}
    for anchor in page.tree.css(ANCHORS):
        name = (anchor.attributes.get("name") or "").removeprefix("allris")
        text = "\n".join(_lines(_behind(anchor)))
        if name and text:
            found.setdefault(name, text)
    return found


def text_of_document(html: str) -> str:
    """The same of a document that stands alone, "" where it says nothing."""
    body = LexborHTMLParser(LINE_BREAK.sub("\n", html)).body
    return "\n".join(_lines(iter([body]))) if body is not None else ""


def name_of(page: Page, anchor: str) -> str:
    """What a text is called: by us, else by the list of links on the page's side."""
    if anchor in NAMES:
        return NAMES[anchor]
    link = page.tree.css_first(f"a[href='#allris{anchor}']") if anchor.isalnum() else None
    return " ".join(link.text().split()) if link is not None and link.text().strip() else anchor


def without_heading(text: str) -> str:
    """The text without a first line that only names it."""
    first, _, rest = text.partition("\n")
    return rest if HEADING.fullmatch(first) else text


def _behind(anchor: LexborNode) -> Iterator[LexborNode]:
    """What stands behind an anchor, up to the next text and to the table of attachments."""
    node = anchor.next
    while node is not None:
        if node.tag == "-comment" and MARK in (node.comment_content or ""):
            return
        if node.tag == "a" and (node.attributes.get("name") or "").startswith("allris"):
            return
        if node.tag == "table" and "tk1" in (node.attributes.get("class") or "").split():
            return
        yield node
        node = node.next


def _lines(nodes: Iterator[LexborNode]) -> list[str]:
    pieces: list[str] = []
    for node in nodes:
        _collect(node, pieces)
    return [line for text in "".join(pieces).split("\n") if (line := " ".join(text.split()))]


def _collect(node: LexborNode, pieces: list[str]) -> None:
    """Text with a line break around each block, a row of a table in one line; words cut into spans stay whole."""
    stack: list[LexborNode | str] = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            pieces.append(one)
            continue
        if one.tag == "-text":
            pieces.append(one.text_content or "")
        elif one.tag == "table" and (rows := vote_rows(one)):
            pieces += ["\n", "\n".join(rows), "\n"]
        elif one.tag in CELLS:
            pieces.append(f" {' '.join(_lines(iter(one.iter(include_text=True))))} ")
        elif one.tag not in NOT_TEXT:
            around = "\n" if one.tag in BLOCKS else ""
            stack.append(around)
            stack.extend(reversed(list(one.iter(include_text=True))))
            stack.append(around)

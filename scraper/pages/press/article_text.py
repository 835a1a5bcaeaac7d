"""HTML -> plain text as a reader sees it: blocks of text, and from them one text with its paragraphs kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from scraper.pages.press.document import INVISIBLE, SPACES, attribute, parsed

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "map",
        "select",
        "textarea",
        "button",
        "input",
        "head",
        "title",
    ]
)
# WordPress page builders leave their marks where the builder is switched off: [vc_row], [caption id="…"]
SHORTCODE = re.compile(
    r"\[/?(?:vc_\w+|et_pb_\w+|av_\w+|fusion_\w+|fl_\w+|su_\w+|caption|gallery|embed|video|audio|playlist"
    r"|contact-form-7|ngg\w*"
    r"|shariff|wpdm\w*|toc|smartslider3|rev_slider|columns?|row|button)\b[^\]\n]{0,400}\]",
    re.IGNORECASE,
)
# Pictures' captions of themes without <figcaption>: wp-caption-text, image-caption, bildunterschrift, img-text
CAPTION = re.compile(
    r"(?:^|[-_ ])(?:caption(?:-text)?|bildunterschrift|bildtext|img-text|imgbox|bu)(?:$|[-_ ])",
    re.IGNORECASE,
)
LONGEST_CELL, BREAKS_OF_PARAGRAPHS = 200, 2
PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


@dataclass
class Block:
    """One paragraph, heading, list item, caption or table row. `text` may hold line breaks."""

    text: str
    element: Tag
    kind: str
    """text, heading, item, row or caption."""
    linked: int
    """How many characters of `text` are links."""
    tags: list[Tag]
    """The inline elements in it."""

    @property
    def is_linked(self) -> bool:
        return self.linked * 2 > len(self.text)


def blocks_of(root: Tag) -> list[Block]:
    """All text in `root`, in the order of the page, one Block for each paragraph."""
    collector = _Collector(root)
    collector.visit(root)
    collector.flush()
    return collector.blocks


def joined(blocks: Iterable[Block]) -> str:
    """The blocks as one text: paragraphs apart by an empty line, list items and table rows by a line break."""
    text = ""
    before: Block | None = None
    for block in blocks:
        together = (
            before is not None
            and before.kind == block.kind
            and block.kind in ("item", "row")
            and _table_or_list(before) is _table_or_list(block)
        )
        text += ("\n" if together else "\n\n") + ("- " if block.kind == "item" else "") + block.text
        before = block
    return text.strip()


def clean_text(html: str) -> str:
    """The text of a piece of HTML that holds nothing but the article, as an API or a feed gives it."""
    root = parsed(SHORTCODE.sub("", html).encode(), "text/html; charset=utf-8")
    return joined(block for block in blocks_of(root) if block.kind != "caption")


class _Collector:
    """Walks a tree without recursion: pages that never close their tags nest thousands deep."""

    def __init__(self, root: Tag) -> None:
        self.blocks: list[Block] = []
        self.holder = root
        self.pieces: list[str] = []
        self.tags: list[Tag] = []
        self.linked = 0
        self.plain_rows: set[int] = set()

    def visit(self, root: Tag) -> None:
        """Collects what is in `root`; a frame of the stack is what is left of an element, and how to leave it."""
        stack = [_Frame(iter(root.children), in_link=False, outer=None)]
        while stack:
            frame = stack[-1]
            child = next(frame.children, None)
            if child is None:
                stack.pop()
                if frame.outer is not None:
                    self.flush()
                    self.holder = frame.outer
            elif isinstance(child, Tag):
                if (inner := self._enter(child, frame.in_link)) is not None:
                    stack.append(inner)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._add(child, frame.in_link)

    def _enter(self, tag: Tag, in_link: bool) -> "_Frame | None":
        if tag.name in SILENT:
            return None
        if tag.name == "br":
            self.pieces.append("\n")
            return None
        if tag.name in ("td", "th") and id(self.holder) in self.plain_rows:
            # A row of plain cells stays on one line, its cells apart by a bar.
            if any(piece.strip() for piece in self.pieces):
                self.pieces.append(" | ")
        elif tag.name in BLOCKS:
            self.flush()
            outer, self.holder = self.holder, tag
            if tag.name == "tr" and _is_plain_row(tag):
                self.plain_rows.add(id(tag))
            return _Frame(iter(tag.children), in_link, outer)
        self.tags.append(tag)
        return _Frame(iter(tag.children), in_link or tag.name == "a", None)

    def _add(self, string: str, in_link: bool) -> None:
        text = INVISIBLE.sub("", string)
        # Only in <pre> does a line break of the source show.
        self.pieces.append(text if self.holder.name == "pre" else SPACES.sub(" ", text))
        if in_link:
            self.linked += len(text.strip())

    def flush(self) -> None:
        whole = "".join(self.pieces)
        for part in PARAGRAPH_BREAK.split(whole):
            lines = [line for raw in part.split("\n") if (line := SPACES.sub(" ", raw).strip())]
            if any(any(sign.isalnum() for sign in line) for line in lines):
                linked = round(self.linked * len(part) / len(whole))
                self.blocks.append(Block("\n".join(lines), self.holder, _kind(self.holder), linked, self.tags))
        self.pieces, self.tags, self.linked = [], [], 0


@dataclass
class _Frame:
    children: Iterator[PageElement]
    in_link: bool
    outer: Tag | None
    """The holder to go back to, where the element is a block."""


def _is_plain_row(row: Tag) -> bool:
    """A row of a table with data; other tables are there for the layout, and their cells hold paragraphs."""
    if row.find(("table", "p", "div", "ul", "ol", "h1", "h2", "h3")) or len(row.find_all("br")) >= BREAKS_OF_PARAGRAPHS:
        return False
    return all(len(cell.get_text()) <= LONGEST_CELL for cell in row.find_all(("td", "th")))


def _kind(holder: Tag) -> str:
    if holder.name in HEADINGS:
        return "heading"
    if any(
        one.name == "figcaption" or CAPTION.search(attribute(one, "class"))
        for one in (holder, *list(holder.parents)[:2])
    ):
        return "caption"
    if holder.name == "tr":
        return "row"
    if holder.name == "li" or (holder.parent is not None and holder.parent.name == "li"):
        return "item"
    return "text"


def _table_or_list(block: Block) -> Tag | None:
    return block.element.find_parent(("ul", "ol", "table"))

"""Minutes of one item that a council's system shows as HTML: ALLRIS's "Protokoll", "Wortprotokoll", "Beschluss"."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipelines.derive.minutes.model import AgendaEntry, Cut, Part

BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "dd", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"),
    )
)
CELLS = frozenset(("td", "th"))
UNSEEN = frozenset(("head", "noscript", "script", "style", "template", "title"))
NEWLINE = re.compile(r"[\n\r]")
DEEPEST = 400
"""Elements nested deeper than people nest them: their text is taken without its blocks."""


def cut_html_minutes(html: str, entry: AgendaEntry) -> Cut:
    """The minutes of `entry`, which the system shows at that item: one part that is tied to it, with the text as it is.

    Empty HTML gives no part and no complaint: most items have no minutes of their own.
    """
    text = html_text(html)
    if not text:
        return Cut(parts=(), attendance=None, head="", tail="", complaints=())
    part = Part(
        agenda_items=(entry.id,),
        number=entry.number,
        heading=" ".join(filter(None, (entry.number, entry.name))),
        text=text,
        first_page=1,
        last_page=1,
        span=(0, len(text)),
    )
    return Cut(parts=(part,), attendance=None, head="", tail="", complaints=())


def html_text(html: str) -> str:
    """The words of a piece of HTML, a line a block, cells of a row side by side. Never raises."""
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    pieces: list[str] = []
    _collect(body, pieces, 0)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(node: LexborNode, pieces: list[str], depth: int) -> None:
    if depth > DEEPEST:
        pieces.append(node.text(separator=" "))
        return
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            pieces.append(NEWLINE.sub(" ", child.text_content or ""))
        elif tag == "br":
            pieces.append("\n")
        elif tag in BLOCKS:
            pieces.append("\n")
            _collect(child, pieces, depth + 1)
            pieces.append("\n")
        elif tag not in UNSEEN:
            _collect(child, pieces, depth + 1)
            if tag in CELLS:
                pieces.append(" ")

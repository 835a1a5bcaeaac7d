"""HTML: the words that a reader of the page sees."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode
from w3lib.encoding import html_to_unicode

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.plain import ONE_BYTE, encoding_of, undecoded
from pipelines.derive.documents.text import Draft, Limits, PageDraft
from pipelines.derive.documents.writing import Writing

UNSEEN = (
    "script, style, noscript, template, head, select, datalist, button, svg, iframe, object, audio, video, canvas, rp"
)
HIDDEN = "[hidden], [style]"
HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
HIDDEN_BY_WORD = re.compile(r"(?:^|;)\s*mso-hide\s*:\s*all\b", re.IGNORECASE)
OPENING = "script, [onclick]"
"""What may show to a reader what is hidden at first: the parts of minutes that open on a click."""
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul", "body",
})  # fmt: skip
AS_WRITTEN = frozenset({"pre", "textarea"})
ENDS = ((re.compile(r"<html\b", re.IGNORECASE), "</html"), (re.compile(r"<body\b", re.IGNORECASE), "</body"))
OPEN_TAG = re.compile(r"<[/a-zA-Z][^<>]{0,500}\Z")
"""'<a href="antr' at the end of a page."""
TAIL = 2000
"""Characters at the end of a page; tools of statistics stand behind its end."""
SPACES = re.compile(r"\s+")
"""A writer of HTML means one space by all of them."""


def read_html(body: bytes, _limits: Limits, _ocr: Ocr | None) -> Draft:
    """Each block on a line of its own, each row of a table on one."""
    encoding, text = _decoded(body)
    tree = LexborHTMLParser(text)
    writing = Writing()
    if tree.body is not None:
        unseen = frozenset(node.mem_id for node in [*tree.css(UNSEEN), *_hidden(tree)])
        _write(writing, tree.body, unseen)
    lines = (line.strip(" ") for line in writing.pages()[0].split("\n"))
    return Draft(
        pages=[PageDraft("\n".join(line for line in lines if line.strip()))],
        problem=_problem(text) or undecoded(body, encoding),
    )


def _decoded(body: bytes) -> tuple[str, str]:
    """The encoding and the text. What the page says of its encoding counts where the bytes leave the choice: pages
    that were taken over from an old site name that site's."""
    seen = encoding_of(body)
    if seen not in ONE_BYTE and not body.isascii():
        return seen, body.decode(seen, "replace")
    said, text = html_to_unicode(None, body, auto_detect_fun=lambda _: seen)
    if said == "utf-8":
        return seen, body.decode(seen, "replace")
    return said, text


def _hidden(tree: LexborHTMLParser) -> list[LexborNode]:
    """What nobody ever sees: hidden, on a page where nothing can show it. `aria-hidden` hides only from those who
    have the page read to them. Styles by class are not looked at: what may be seen is kept."""
    opens = tree.css_first(OPENING) is not None
    found = []
    for node in tree.css(HIDDEN):
        style = node.attributes.get("style") or ""
        hides = "hidden" in node.attributes and node.attributes["hidden"] != "until-found"
        if HIDDEN_BY_WORD.search(style) or (not opens and (hides or HIDING.search(style))):
            found.append(node)
    return found


def _problem(text: str) -> str | None:
    """What shows that the page was cut."""
    if OPEN_TAG.search(text[-TAIL:]):
        return "It ends in the middle of a tag: its end is missing. Fetch it again."
    for start, end in ENDS:
        if start.search(text) and end not in text[-TAIL:].lower():
            return f"It ends without {end}>: its end may be missing. Fetch it again."
    return None


def _write(writing: Writing, top: LexborNode, unseen: frozenset[int]) -> None:
    """Without recursion: pages may nest a hundred thousand elements."""
    node = top
    as_written = 0  # within that many elements whose line ends are meant
    while True:
        seen = node.mem_id not in unseen
        if node.is_text_node:
            text = node.text_content or ""
            if as_written:
                writing.put(text)
            else:
                writing.put_flowing(SPACES.sub(" ", text))
        elif not seen:
            pass
        elif node.tag in BLOCKS:
            writing.end_line()
        elif node.tag == "br":
            writing.end_paragraph()
        elif node.tag in ("td", "th"):
            writing.begin_cell()
        as_written += node.tag in AS_WRITTEN
        if seen and node.first_child is not None and not node.is_text_node:
            node = node.first_child
            continue
        while True:
            if node.mem_id not in unseen:
                _end(writing, node)
            as_written -= node.tag in AS_WRITTEN
            if node.mem_id == top.mem_id:
                return
            if node.next is not None:
                node = node.next
                break
            assert node.parent is not None
            node = node.parent


def _end(writing: Writing, node: LexborNode) -> None:
    if node.tag in ("td", "th"):
        writing.end_cell()
    elif node.tag == "tr":
        writing.end_row()
    elif node.tag in BLOCKS:
        writing.end_line()

"""A council system's page as bytes came: decoded, parsed, and what is written of it."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import ClassVar
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.items import Complaint, Item
from scraper.pages.reading import Follow, Reading

LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
WHOLE_PAGE = re.compile(r"\s*(?:(?:<!--.*?-->|<\?xml[^>]*>)\s*)*<(?:!doctype|html)\b", re.IGNORECASE | re.DOTALL)
BESIDE = re.compile(r"[a-z0-9]+(?:\.(?:php|asp))?\?[^#\s]*$", re.IGNORECASE)
"""getfile.asp?id=340369&type=do&, to010?SILFDNR=7: nearly all links are of this shape, and a page has hundreds."""
REPORT = "The site's layout may have changed. Please report it with the stored page."
HEAD = 2048
"""Bytes in which a page says what it is."""


def decoded(body: bytes) -> str:
    """UTF-8 wherever the bytes are UTF-8, whatever the page declares; else windows-1252, as browsers read ISO-8859-1.

    German text in windows-1252 is never valid UTF-8 by chance: a letter with dots would need a second one behind it.
    """
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def text_of(node: LexborNode | None) -> str:
    """The text of a node in one line; empty without a node."""
    return " ".join(node.text().split()) if node is not None else ""


def classes_of(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def filled_cells(row: LexborNode) -> list[str]:
    """The texts of a row's cells, without headings and empty ones."""
    return [text for cell in row.iter() if cell.tag == "td" and (text := text_of(cell))]


def rows_of(table: LexborNode) -> list[LexborNode]:
    """The rows of a table, not those of tables in its cells."""
    return [row for section in table.iter() if section.tag != "tr" for row in section.iter() if row.tag == "tr"]


def unique(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """Each node once: a selector with commas finds one that fits twice, twice."""
    return list({node.mem_id: node for node in nodes}.values())


def tables_around(cells: Iterable[LexborNode]) -> list[LexborNode]:
    """The tables that hold those cells, each once."""
    return unique(table for cell in cells if (table := around(cell, "table")) is not None)


def around(node: LexborNode, tag: str) -> LexborNode | None:
    """The nearest element of that tag that holds `node`."""
    outer = node.parent
    while outer is not None and outer.tag != tag:
        outer = outer.parent
    return outer


def absolute(base: str, address: str) -> str | None:
    """`address` as seen from the page at `base`; None if it is none."""
    address = address.strip()
    try:
        return _folder(base) + address if BESIDE.match(address) else urljoin(base, address)
    except ValueError:  # a bracket where a host should be
        return None


@lru_cache(maxsize=16)
def _folder(base: str) -> str:
    return urljoin(base, ".")


class Page:
    """One answer: what it shows, and the Reading that is made of it. Each system has its own, with its name."""

    product: ClassVar[str]
    """As people call the system: "SessionNet"."""
    made_by_product: ClassVar[re.Pattern[str]]
    """What stands in the source of each of its pages, and in no other's."""

    def __init__(self, body: bytes, url: str, kind: str) -> None:
        self.body = body
        self.url = url
        self.kind = f"{self.product} {kind}"
        self.reading = Reading()
        self._followed: set[tuple[str, str]] = set()
        self.source = decoded(body)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(LINE_BREAK.sub("\n", self.source))

    @cached_property
    def title(self) -> str:
        """Of the window, without the product's name: "Hauptausschuss - 28.09.2026 - 17:00 Uhr"."""
        return text_of(self.tree.css_first("title")).removeprefix(self.product).lstrip(" |")

    @cached_property
    def heading(self) -> str:
        return text_of(self.tree.css_first("h1"))

    @cached_property
    def is_cut_off(self) -> bool:
        """It begins as a whole page does and does not end as one."""
        return bool(WHOLE_PAGE.match(self.source)) and "</html" not in self.source[-HEAD:].lower()

    def links(self, within: LexborNode | None = None) -> list[tuple[str, LexborNode]]:
        """All links in document order, their addresses as they stand in the page."""
        root = within if within is not None else self.tree.root
        if root is None:
            return []
        return [(address, link) for link in root.css("a[href]") if (address := link.attributes.get("href"))]

    def add(self, item: Item) -> None:
        self.reading.items.append(item)

    def follow(self, kind: str, key: str, address: str) -> None:
        """Notes a page that this one leads to, once."""
        if (kind, key) in self._followed:
            return
        if url := absolute(self.url, address):
            self._followed.add((kind, key))
            self.reading.follow.append(Follow(kind=kind, key=key, url=url))

    def complain_of_unread(self, what: str, written: set[str], read: set[str], severity: str = "warning") -> None:
        """Each number that is `written` in the page should have been read. `what`: "sittings"."""
        if lost := written - read:
            few = ", ".join(sorted(lost)[:5])
            self.complain(f"all {what} to be read", f"not understood: {few} ({len(lost)} in all)", REPORT, severity)

    def complain(self, expected: str, came: str, advice: str, severity: str = "error") -> None:
        self.reading.complaints.append(
            Complaint(
                address=self.url,
                page_kind=self.kind,
                expected=expected,
                came=came,
                advice=advice,
                body=self.body,
                severity=severity,
            )
        )

    def complain_of_unlinked(self, texts: list[str]) -> None:
        """Sittings far ahead are named without a link; where all are, the links may have changed their form."""
        names = [text for text in texts if text]
        if names and not self.reading.follow:
            self.complain(
                "a link at one of the sittings at least",
                f"{len(names)} without: {', '.join(names)[:200]}",
                "Nothing to do if the month lies ahead. " + REPORT,
                severity="warning",
            )

    def complain_of_layout(self, expected: str, came: str) -> None:
        """Something of the page was not understood and is not in the archive."""
        self.complain(expected, came, REPORT)

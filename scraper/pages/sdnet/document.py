"""A page of SD.NET RIM: what it is known by, its block of labels and values, and the columns of its tables."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

from selectolax.lexbor import LexborNode

from scraper.pages.council import page
from scraper.pages.council.contacts import is_contact
from scraper.pages.council.page import REPORT, around, classes_of, text_of

COLUMN = "column-"
"""Cells are called after what they show: td.column-bezeichnung."""
ICS = re.compile(r"\s*BEGIN:VCALENDAR\b", re.IGNORECASE)
NOTHING = re.compile(r"\bkeine?\b", re.IGNORECASE)
"""Es sind keine Vorlagen vorhanden."""
DOCUMENT = "a[href*='/sdnetrim/']"
GARBLED = re.compile(r"\ufffd|\+A[A-P][A-Za-z0-9+/]-")
"""Letters lost in decoding: f+APw-r. Things are named after their names here, so that they would be others."""


class Page(page.Page):
    product: ClassVar[str] = "SD.NET RIM"
    made_by_product: ClassVar[re.Pattern[str]] = re.compile(
        r"SD\.NET[ _]RIM|/sdnetrim/|sdnetrim-menu|sst-table-container|fa-sst-", re.IGNORECASE
    )

    def __init__(self, body: bytes, url: str, kind: str) -> None:
        super().__init__(body, url, kind)
        if found := GARBLED.search(self.source):
            place = self.source[max(0, found.start() - 30) : found.end() + 30]
            self.complain("a page whose letters can be read", f"{place!r}", REPORT, severity="warning")

    @cached_property
    def heading(self) -> str:
        """Of the page, not that of the town's frame around it."""
        return text_of(self.tree.css_first("h1.heading"))

    @cached_property
    def is_ics(self) -> bool:
        """Whether it is no page but a calendar file."""
        return ICS.match(self.source) is not None

    @cached_property
    def details(self) -> dict[str, LexborNode]:
        """The values on top of the page by their labels, without the colon."""
        found: dict[str, LexborNode] = {}
        for table in self.tree.css("table.table-details"):
            for head in table.css("th"):
                value = head.next
                while value is not None and value.tag != "td":
                    value = value.next
                if value is not None and (label := text_of(head).rstrip(": ")):
                    found.setdefault(label, value)
        return found

    def complain_of_lost_pieces(self) -> None:
        """What any of these pages has lost that no reader looks for: addresses of links, names of cells, all of it."""
        if link := self.tree.css_first("table a:not([href])"):
            self.complain_of_layout("links with their addresses", f"none at {text_of(link)[:150]!r}")
        for cell in self.tree.css(f"td:not([class*='{COLUMN}'])"):
            table = around(cell, "table")
            if table is not None and table.css_first(f"td[class*='{COLUMN}']") is not None:
                self.complain_of_layout("cells that say what they show", f"one that does not: {text_of(cell)[:150]!r}")
                break
        if (label := self.tree.css_first("table:not([class*='table-details']) th[scope='row']")) is not None:
            self.complain_of_layout("labels in the block that is marked as one", text_of(label)[:150])
        read = self.reading
        if not (read.items or read.follow or read.complaints or NOTHING.search(text_of(self.tree.body))):
            self.complain_of_layout("something to read, or the word that there is nothing", self.heading or "neither")

    def other_values(self, taken: frozenset[str]) -> dict[str, str]:
        """What the block says beyond labels that have a place of their own, documents, and how to reach a clerk."""
        return {
            label: text
            for label, node in self.details.items()
            if label not in taken and node.css_first(DOCUMENT) is None
            if (text := text_of(node)) and not is_contact(label, text)
        }

    def value(self, label: str) -> str:
        return text_of(self.details.get(label))


def checked(read: Callable[[Page], None]) -> Callable[[Page], None]:
    """`read`, and after it a look for what is lost."""

    def read_and_look(page: Page) -> None:
        read(page)
        if not page.is_ics:
            page.complain_of_lost_pieces()

    return read_and_look


def columns_of(row: LexborNode) -> dict[str, LexborNode]:
    """The cells of a row by the names of their columns."""
    return {
        name.removeprefix(COLUMN): cell
        for cell in row.iter()
        if cell.tag == "td"
        for name in classes_of(cell)
        if name.startswith(COLUMN)
    }


def data_rows(table: LexborNode) -> list[LexborNode]:
    return [row for row in table.css("tr") if row.css_first("td") is not None]

"""A page of ALLRIS 4, or an answer to its own request: what it is known by, its basic data, the cells of its rows."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.pages.allris4 import wicket
from scraper.pages.allris4.addresses import numbers_in
from scraper.pages.council import page
from scraper.pages.council.contacts import is_contact
from scraper.pages.council.page import LINE_BREAK, classes_of, rows_of, text_of


class Page(page.Page):
    product: ClassVar[str] = "ALLRIS 4"
    made_by_product: ClassVar[re.Pattern[str]] = re.compile(r'ALLRIS net Version 4|de\.allris\.net|id="allris"')

    @cached_property
    def is_answer(self) -> bool:
        return wicket.is_answer(self.source)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        markup = wicket.markup_of(self.source) if self.is_answer else self.source
        return LexborHTMLParser(LINE_BREAK.sub("\n", markup))

    @cached_property
    def heading(self) -> str:
        """The content's own: the first h1 of a page may be the town's name."""
        found = (self.tree.css_first(one) for one in ("#allris h1.title", "h1.title", "h1"))
        return text_of(next((own for own in found if own is not None), None))

    @cached_property
    def is_cut_off(self) -> bool:
        return wicket.is_cut_off(self.source) if self.is_answer else super().is_cut_off

    @cached_property
    def details(self) -> "Details":
        return _details_of(self.tree)

    @cached_property
    def numbers(self) -> dict[str, set[str]]:
        """All numbers in the page's source, by what they number."""
        return numbers_in(self.source)

    def is_of_another(self, of: str, number: str) -> bool:
        """Whether the page is not the one that was asked for; it says its own number in its script and forms."""
        shown = self.numbers[of]
        if not shown or number in shown:
            return False
        self.complain_of_layout(f"{of} {number}", f"a page of {', '.join(sorted(shown)[:5])}")
        return True

    def complain_of_unread_numbers(self, of: str, what: str, read: set[str], severity: str = "warning") -> None:
        """Each number of `of` ("meeting") in the page should have been read. `what`: "sittings"."""
        self.complain_of_unread(what, self.numbers[of], read, severity)


@dataclass
class Details:
    """The basic data above a page's content: pairs of labels and values, most values with a name in their id."""

    by_label: dict[str, LexborNode] = field(default_factory=dict)
    by_name: dict[str, LexborNode] = field(default_factory=dict)
    label_of: dict[str, str] = field(default_factory=dict)

    def node(self, name: str, *labels: str) -> LexborNode | None:
        """By its name ("sidatum"), else by one of its labels ("Datum")."""
        found = self.by_name.get(name)
        return (
            found if found is not None else next((self.by_label[one] for one in labels if one in self.by_label), None)
        )

    def text(self, name: str, *labels: str) -> str:
        return text_of(self.node(name, *labels))

    def others(self, names: Collection[str], labels: Collection[str]) -> dict[str, str]:
        """What is said beyond those names and labels, as text by label. Nothing of how to reach a person."""
        taken = {*labels, *(self.label_of[name] for name in names if name in self.label_of)}
        return {
            label: text
            for label, node in self.by_label.items()
            if label not in taken and (text := text_of(node)) and not is_contact(label, text)
        }


def _details_of(tree: LexborHTMLParser) -> Details:
    """Labels end with a colon; those of the legend below the content do not."""
    details = Details()
    for head in tree.css("dl dt"):
        label = text_of(head)
        value = head.next
        while value is not None and value.tag not in ("dd", "dt"):
            value = value.next
        if not label.endswith(":") or value is None or value.tag != "dd":
            continue
        label = label.rstrip(": ")
        details.by_label.setdefault(label, value)
        for named in value.css("[id]"):
            name = named.attributes.get("id") or ""
            details.by_name.setdefault(name, named)
            details.label_of.setdefault(name, label)
    return details


@dataclass(frozen=True)
class Columns:
    """What the headings of a table say."""

    names: dict[int, str] = field(default_factory=dict)
    """By place, in the names that we have for them."""
    width: int = 0
    """How many there are; 0 in a table without headings."""


def columns_of(rows: list[LexborNode], known: dict[str, str]) -> Columns:
    """`known`: our names of headings, {"Beschlussart": "tobanr"}."""
    for row in rows:
        heads = [text_of(cell) for cell in row.iter() if cell.tag == "th"]
        if heads:
            return Columns({place: known[text] for place, text in enumerate(heads) if text in known}, len(heads))
    return Columns()


def tables_headed(page: Page, known: dict[str, str], needed: Collection[str]) -> list[LexborNode]:
    """The tables that have the `needed` columns by their headings, whatever they are called in the markup."""
    return [
        table
        for table in page.tree.css("table")
        if set(needed) <= set(columns_of(rows_of(table), known).names.values())
    ]


def cells_of(row: LexborNode, columns: Columns) -> dict[str, LexborNode]:
    """The cells of a row by their classes, and by their columns' headings where they have none of those classes."""
    cells: dict[str, LexborNode] = {}
    plain = [cell for cell in row.iter() if cell.tag == "td"]
    for cell in plain:
        for name in classes_of(cell):
            cells.setdefault(name, cell)
    for place, name in columns.names.items():
        if place < len(plain):
            cells.setdefault(name, plain[place])
    return cells


def complain_of_lost_cells(page: Page, row: LexborNode, columns: Columns) -> None:
    """In a row with too few cells what stands below a heading may belong to another."""
    width = sum(_span(cell) for cell in row.iter() if cell.tag == "td")
    if columns.width and width != columns.width:
        page.complain_of_layout(f"{columns.width} cells in each row, as many as headings", text_of(row)[:200])


def _span(cell: LexborNode) -> int:
    told = cell.attributes.get("colspan") or ""
    return int(told) if told.isdecimal() and len(told) < 4 else 1

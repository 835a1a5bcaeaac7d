"""The rows of an agenda in each layout, as they stand: headings of parts, items, and what was decided on them.

Three layouts: the table of to0040 (number in td.smc_tophn, results in rows of their own), the table of si0057 (number
in a badge in td.tofnum; title in td.tobetr, or in td.tolink on sites whose items may have a page), and the accordion of
si0056 (a card, in older versions a panel, for each item).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from selectolax.lexbor import LexborNode

from scraper.pages.council.page import classes_of, rows_of, tables_around, text_of, unique
from scraper.pages.council.publicity import publicity_in
from scraper.pages.sessionnet.document import Page, cells_of
from scraper.pages.sessionnet.files import holders_in

NUMBER_CELLS = "td.tofnum, td.smc_tophn"
TITLE_CELLS = ("tobetr", "tolink", "smc_topht")
TITLE = ".smc-card-header-title-simple, .smc-card-header-title, .smc-card-text-title, .smc-panel-text-title"
PART_HEADINGS = "h1, h2, h3, h4"
ITEM_HEADINGS = f"h3, {TITLE}"
CARD_HEADS = ".card-header, .panel-heading"
RESULT_FIELD = "smc_field_smcdv0_box2_"
"""<p class="smc_field_smcdv0_box2_beschluss"><strong>Beschluss:</strong> Einstimmig beschlossen</p>"""
NO_RESULT = frozenset({"volink", "dolink", "tolink"})
"""Paragraphs of that box that repeat links."""
LABEL = re.compile(r"(?P<label>[^:]{1,40}):\s*(?P<value>.*)", re.DOTALL)
"""Abstimmung: Ja: 4, Nein: 0"""
WHOLE_PART = re.compile(
    r"(?:öffentlich|oeffentlich|vertraulich|geschlossene)\w*\s+(?:\w*teil|sitzung)\b", re.IGNORECASE
)
"""Nicht öffentlicher Teil; a document may be called "Öffentliche Bekanntmachung"."""
PLAIN_NUMBER = re.compile(r"(?:[ÖN]\s*)?[0-9]+(?:\.[0-9]+)*\.?")


@dataclass
class PartRow:
    text: str


@dataclass
class ItemRow:
    number: str
    """As it stands: "Ö 1", "3.1 Nachtrag: 01.09.2026 *"."""
    name: str
    nodes: list[LexborNode]
    """What holds the item's links and documents."""
    results: list[tuple[str, str]] = field(default_factory=list)
    """Label and value: ("Beschluss", "einstimmig zugestimmt")."""

    @cached_property
    def holders(self) -> list[LexborNode]:
        """Its links and forms to documents."""
        return [holder for node in self.nodes for holder in holders_in(node)]


AgendaRow = PartRow | ItemRow


def agenda_rows(page: Page) -> list[AgendaRow]:
    """All rows in their order. What is neither of them is a complaint."""
    if tables := tables_around(page.tree.css(NUMBER_CELLS)):
        return [row for table in tables for row in _rows_of_table(page, table)]
    return list(_rows_of_cards(page))


def _rows_of_table(page: Page, table: LexborNode) -> Iterator[AgendaRow]:
    item: ItemRow | None = None
    for row in rows_of(table):
        text = text_of(row)
        cells = cells_of(row)
        number = cells.get("tofnum") or cells.get("smc_tophn")
        if number is not None:
            title = next((cells[name] for name in TITLE_CELLS if name in cells), row.css_first(TITLE))
            item = _item_of_row(page, row, number, title)
            if item:
                yield item
        elif label := cells.get("smc_topr"):
            value = _next_cell(label)
            if item is None:
                page.complain_of_layout("an item above a row with its result", text[:200])
            elif value:
                item.results.append((text_of(label).rstrip(": "), value))
        elif "totrenn" in cells or {"smcrowh", "smc-table-group"} & {*classes_of(row), *cells}:
            if text:
                yield PartRow(text)
        elif text and row.css_first("td") is not None:
            page.complain_of_layout("rows of an agenda with items, parts and results only", text[:200])


def _item_of_row(page: Page, row: LexborNode, number: LexborNode, title: LexborNode | None) -> ItemRow | None:
    if title is None:
        page.complain_of_layout("the item's title in its own cell", text_of(row)[:200])
        return None
    simple = title.css_first(TITLE)
    return ItemRow(text_of(number), text_of(simple if simple is not None else title), [row], list(_results_in(row)))


def _rows_of_cards(page: Page) -> Iterator[AgendaRow]:
    heads = unique(page.tree.css(CARD_HEADS))
    read = {heading.mem_id for head in heads for heading in head.css(ITEM_HEADINGS)}
    for heading in page.tree.css(ITEM_HEADINGS):
        if heading.mem_id not in read:
            page.complain_of_layout("each item in a card of its own", text_of(heading)[:200])
    read = {heading.mem_id for head in heads for heading in head.css(PART_HEADINGS)}
    for heading in page.tree.css(PART_HEADINGS):
        # Without its heading the items of the non-public part would pass for public ones.
        if heading.mem_id not in read and WHOLE_PART.search(text_of(heading)):
            page.complain_of_layout("the heading of each part in a card of its own", text_of(heading)[:200])
    for head in heads:
        title = head.css_first(TITLE)
        badge = _number_badge(head)
        if title is not None:
            box = _behind(head)
            results = [result for node in box for result in _results_in(node)]
            yield ItemRow(text_of(badge), text_of(title), [head, *box], results)
        elif badge is not None or head.css_first("h3") is not None:
            page.complain_of_layout("the item's title in its card", text_of(head)[:200])
        elif publicity_in(text := text_of(head)) is not None:
            yield PartRow(text)


def _number_badge(head: LexborNode) -> LexborNode | None:
    """The badge with the item's number; other badges count its documents and texts."""
    badges = [badge for badge in head.css(".badge") if "smc-badge-count" not in classes_of(badge)]
    return next((badge for badge in badges if PLAIN_NUMBER.match(text_of(badge))), badges[0] if badges else None)


def _behind(head: LexborNode) -> list[LexborNode]:
    """What belongs to a card's head: the elements behind it up to the next head."""
    nodes = []
    node = head.next
    while node is not None and not {"card-header", "panel-heading"} & set(classes_of(node)):
        if node.is_element_node:
            nodes.append(node)
        node = node.next
    return nodes


def _results_in(node: LexborNode) -> Iterator[tuple[str, str]]:
    for paragraph in node.css(f"p[class*='{RESULT_FIELD}']"):
        name = next((n.removeprefix(RESULT_FIELD) for n in classes_of(paragraph) if n.startswith(RESULT_FIELD)), "")
        found = LABEL.fullmatch(text_of(paragraph))
        if found and found["value"] and name not in NO_RESULT:
            yield found["label"], found["value"]


def _next_cell(cell: LexborNode) -> str:
    following = cell.next
    while following is not None and following.tag != "td":
        following = following.next
    return text_of(following)

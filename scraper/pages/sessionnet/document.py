"""A page of SessionNet: what it is known by, and the cells of its rows."""

import re
from functools import cached_property
from typing import ClassVar

from selectolax.lexbor import LexborNode

from scraper.pages.council import page
from scraper.pages.council.page import classes_of, text_of
from scraper.pages.sessionnet.addresses import numbers_in

SMALL_SCREEN = frozenset({"smc-table-cell-block-991", "smc_fct_day_991"})
"""Classes of cells that say once more, for small screens, what other cells of the row say."""
FIELD = "smc_field_"
"""The old layout's cells are called smc_field_pename where the newer ones are called pename."""


class Page(page.Page):
    product: ClassVar[str] = "SessionNet"
    made_by_product: ClassVar[re.Pattern[str]] = re.compile(r"somacos|sessionnet|smc[_-]", re.IGNORECASE)

    @cached_property
    def heading(self) -> str:
        """SessionNet's own: within a town's frame the first h1 of a page may be the town's name."""
        own = self.tree.css_first("h1.smc_h1")
        return text_of(own) if own is not None else super().heading

    def complain_of_unread_numbers(self, of: str, what: str, read: set[str], severity: str = "warning") -> None:
        """Each number of `of` (a key of addresses.NUMBER) in the page should have been read. `what`: "sittings"."""
        self.complain_of_unread(what, numbers_in(self.source, of), read, severity)


def cells_of(row: LexborNode) -> dict[str, LexborNode]:
    """The cells of a row without headings, by each of their classes in its new name; the first of a class counts."""
    cells: dict[str, LexborNode] = {}
    for cell in row.iter():
        names = classes_of(cell)
        if cell.tag == "td" and SMALL_SCREEN.isdisjoint(names):
            for name in names:
                cells.setdefault(name.removeprefix(FIELD), cell)
    return cells

"""The block of labels and values on top of a page: a table in the old layout, rows of boxes in the newer ones."""

from selectolax.lexbor import LexborNode

from scraper.pages.council.contacts import is_contact
from scraper.pages.council.page import classes_of, text_of
from scraper.pages.sessionnet.document import Page

LABELS = {
    "siname": "Sitzung",
    "sigrname": "Gremium",
    "siort": "Raum",
    "sidat": "Datum",
    "yytime": "Zeit",
    "vobetr": "Betreff",
    "voname": "Vorlage",
    "voakz": "Aktenzeichen",
    "vovaname": "Art",
    "pename": "Name",
}
"""Fields of the newer layouts with the label that they have by default: towns may call them otherwise."""


def details_of(page: Page) -> dict[str, LexborNode]:
    """Values by label, without the colon; a field with a name that we know stands under its default label."""
    details: dict[str, LexborNode] = {}
    for row in page.tree.css(".smc-table-row"):
        cells = [cell for cell in row.iter() if "smc-table-cell" in classes_of(cell)]
        for head, value in zip(cells[::2], cells[1::2], strict=False):
            known = next((LABELS[name] for name in classes_of(value) if name in LABELS), None)
            _put(details, known or _label(head), value)
    for head in page.tree.css("#smctablevorgang td.smctablehead"):
        cell = head.next
        while cell is not None and cell.tag != "td":
            cell = cell.next
        if cell is not None and "smctablehead" not in classes_of(cell):
            _put(details, _label(head), cell)
    return details


def others(details: dict[str, LexborNode], taken: frozenset[str]) -> dict[str, str]:
    """What the block says beyond fields with a place of their own, as text; nothing of how to reach a person."""
    told = {label: text_of(node) for label, node in details.items() if label not in taken}
    return {label: text for label, text in told.items() if text and not is_contact(label, text)}


def _put(details: dict[str, LexborNode], label: str, value: LexborNode) -> None:
    if label:
        details.setdefault(label, value)


def _label(head: LexborNode) -> str:
    return text_of(head).rstrip(": ")

"""The block of labels and values on top of a page: cells in the classic skin, labelled spans in the responsive one."""

import re

from selectolax.lexbor import LexborNode

from scraper.pages.allris3.document import Page
from scraper.pages.council.contacts import is_contact
from scraper.pages.council.moments import day_in, start_text, time_in
from scraper.pages.council.page import text_of

LABELS = {
    "sibezeichnung": "Bezeichnung",
    "sigremium": "Gremium",
    "sidatum": "Datum",
    "sizeit": "Zeit",
    "sistat": "Status",
    "sistatus": "Status",
    "sianlass": "Anlass",
    "siraum": "Raum",
    "siort": "Ort",
    "vobetreff": "Betreff",
    "vostatus": "Status",
    "voart": "Vorlage-Art",
}
"""Spans of the responsive skin with the label that they have by default: towns may call them otherwise."""
KIND_OF_PAPER = re.compile(r"\w+-Art|(?:Vorlagen?|Drucksachen?|Antrags?)art")
"""Drucksache-Art, Vorlage-Art, Vorlagenart"""
TIME_LABELS = ("Zeit", "Uhrzeit", "Beginn")
"""Towns name the labels: the first is the program's own."""


def details_of(page: Page) -> dict[str, LexborNode]:
    """Values by label, without the colon. Of two with one label (a sitting's status, a paper's) the first."""
    details: dict[str, LexborNode] = {}
    for head in page.tree.css("td.kb1"):
        label, value = text_of(head), _next_cell(head)
        if label.endswith(":") and value is not None and "kb1" not in (value.attributes.get("class") or "").split():
            details.setdefault(label.rstrip(": "), value)
    for head in page.tree.css("#head [aria-describedby]"):
        name = head.attributes.get("aria-describedby") or ""
        value = page.tree.css_first(f"span[id='{name}']") if name.isalnum() else None
        if value is not None:
            details.setdefault(LABELS.get(name) or text_of(head).rstrip(": "), value)
    return details


def others(details: dict[str, LexborNode], taken: frozenset[str]) -> dict[str, str]:
    """What the block says beyond fields with a place of their own, as text; nothing of how to reach a person."""
    told = {label: text_of(node) for label, node in details.items() if label not in taken}
    return {label: text for label, text in told.items() if text and not is_contact(label, text)}


def start_of(details: dict[str, LexborNode]) -> str | None:
    """Day and time of a sitting: "11.12.2025 18:00 - 21:57". The calendar puts them the same way."""
    time = next((details[label] for label in TIME_LABELS if label in details), None)
    return start_text(day_in(text_of(details.get("Datum"))), time_in(text_of(time)))


def _next_cell(cell: LexborNode) -> LexborNode | None:
    following = cell.next
    while following is not None and following.tag != "td":
        following = following.next
    return following

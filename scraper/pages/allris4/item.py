"""to020: what was decided on an item. Number, title and place of the item stand on the agenda and are taken there."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem
from scraper.pages.allris4.addresses import number_in
from scraper.pages.allris4.document import Page
from scraper.pages.allris4.files import (
    TOOLTIP,
    add_attachments,
    attachments_of,
    complain_of_lost_documents,
    document_links,
    documents_of,
)
from scraper.pages.allris4.refusals import complain_of_what_came
from scraper.pages.council.documents import add_files, first_of, links_of_item
from scraper.pages.council.page import absolute, around, text_of
from scraper.pages.council.vote_tables import vote_rows

SECTIONS = "div.compFull"
TEXT = "div.docPart"
"""Text from a word processor."""
FOLDING = re.compile(r"(?:^|\s+)(?:aus|ein)blenden$")
"""data-simpletooltip-text="Abstimmungsergebnis ausblenden" """
RESOLUTIONS = ("Beschluss", "Beschlusstext", "Beschlüsse")
VOTES = ("Abstimmungsergebnis", "Abstimmung", "Abstimmungsergebnisse")
MINUTES = ("Wortprotokoll", "Protokoll", "Niederschrift")
SIGNS = "#toname, #tobetreff, #toBeschlussart, #vobetreff, #sibetreff"
LINES = ("p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
"""What has a line of its own; a row of a table has one for all its cells."""


def read_item(page: Page) -> None:
    """The AgendaItem with result, resolution, documents and in `other` the minutes ("Protokoll"); the Files."""
    item = number_in(page.url, "item")
    sections = _sections(page)
    if not item or (page.tree.css_first(SIGNS) is None and not sections):
        complain_of_what_came(page, "an item with what was decided on it")
        return
    if page.is_of_another("item", item):
        return
    decision = page.details.text("toBeschlussart", "Beschlussart", "Beschluss")
    votes = next((sections[title] for title in VOTES if title in sections), "")
    minutes = next((sections[title] for title in MINUTES if sections.get(title)), None)
    url = absolute(page.url, f"to020?TOLFDNR={item}")
    documents = documents_of(page, document_links(page.tree.body))
    attachments = attachments_of(page, f"to{item}", url or page.url)
    files = links_of_item([*documents, *attachments])
    page.add(
        AgendaItem(
            vendor_id=item,
            source_url=url,
            meeting=number_in(page.url, "meeting"),
            result="\n".join(text for text in (decision, votes) if text) or None,
            resolution_text=next((sections[title] for title in RESOLUTIONS if sections.get(title)), None),
            resolution_file=first_of(files, "resolutionFile"),
            files=files,
            other={"Protokoll": minutes} if minutes else {},
        )
    )
    add_files(page, documents)
    add_attachments(page, attachments)
    complain_of_lost_documents(page, {one.number for one in documents})
    if page.tree.css_first(SIGNS) is None:
        page.complain_of_layout("the item's basic data", f"none above {', '.join(sections)[:200]}")
    apart = [text_of(part) for part in page.tree.css(TEXT) if not _is_within(part, "compFull")]
    if any(apart):
        page.complain_of_layout("each text in a part of the page with a title", " ".join(apart)[:200])
    if sections.get(""):
        page.complain_of_layout("a title for each part of the page", sections[""][:200])


def _sections(page: Page) -> dict[str, str]:
    """Texts by their titles. Some parts have no title but the one in their folding link's tooltip."""
    lines: dict[str, list[str]] = {}
    for section in page.tree.css(SECTIONS):
        parts = section.css(TEXT)
        if not parts:
            continue
        title = text_of(section.css_first("h2"))
        for link in section.css(f"a[{TOOLTIP}]"):
            title = title or FOLDING.sub("", _tooltip_of(link))
        lines.setdefault(title, []).extend(line for part in parts for line in _lines_of(part))
    return {title: "\n".join(told) for title, told in lines.items()}


def _tooltip_of(link: LexborNode) -> str:
    return " ".join((link.attributes.get(TOOLTIP) or "").split())


def _lines_of(part: LexborNode) -> list[str]:
    """The lines of a text: paragraphs, entries of lists, rows of tables."""
    found = [one for one in part.css(", ".join(LINES)) if not _is_in_line(one, part)]
    lines: list[str] = []
    tables: set[int] = set()
    for one in found:
        table = around(one, "table") if one.tag == "tr" else None
        rows = vote_rows(table) if table is not None else []
        if table is None or not rows:
            lines.append(_row_text(one) if one.tag == "tr" else text_of(one))
        elif table.mem_id not in tables:
            tables.add(table.mem_id)
            lines += rows
    return [line for line in lines if line] or [text for text in [text_of(part)] if text]


def _row_text(row: LexborNode) -> str:
    """Dafür: 9 Dagegen: 2"""
    return " ".join(text for cell in row.iter() if (text := text_of(cell)))


def _is_in_line(node: LexborNode, part: LexborNode) -> bool:
    outer = node.parent
    while outer is not None and outer.mem_id != part.mem_id:
        if outer.tag in LINES:
            return True
        outer = outer.parent
    return False


def _is_within(node: LexborNode, name: str) -> bool:
    outer = node.parent
    while outer is not None:
        if name in (outer.attributes.get("class") or "").split():
            return True
        outer = outer.parent
    return False

"""/vorlagen: the list of papers, the newest first. It leads to sittings that the calendar has no more."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Paper
from scraper.pages.council.page import tables_around, text_of
from scraper.pages.council.refusals import refusal
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page, columns_of, data_rows
from scraper.pages.sdnet.names import meeting_id, paper_id

CELLS = "td.column-betreff, td.column-termin"
CURRENT = ".paging-current-page"
PAGE_NUMBER = re.compile(r"^(?:Seite\s+)?(?P<number>[0-9]{1,5})\b")
"""aria-label="Seite 2 von 11 anzeigen" """
KIND = re.compile(r"\s*[-–]\s+(?P<kind>\S.*?)\s*")
""" - Beschlussvorlage"""
SIGNS = "div.vorlagen, .paging-banner"


def read_papers(page: Page) -> None:
    """The Papers (number, kind and subject), "agenda" for the sitting of each, whose page leads to the paper.

    "paper" for one that no sitting has dealt with yet, and "papers" for the next page of the list.
    """
    tables = tables_around(page.tree.css(CELLS))
    if not tables and page.tree.css_first(SIGNS) is None:
        page.complain("a list of papers", *refusal(page))
        return
    rows = [row for table in tables for row in data_rows(table)]
    for row in rows:
        _read_row(page, row)
    if not rows and page.tree.css_first("table.table-data td") is not None:
        page.complain_of_layout("rows with subject and sitting", "a table without them")
    read = sum(1 for row in rows if "betreff" in columns_of(row))
    written = sum(1 for row in page.tree.css("tr[class*='row-']"))
    if read < written:
        page.complain_of_layout(f"{written} papers", f"{read} with a subject")
    _follow_next(page)


def _read_row(page: Page, row: LexborNode) -> None:
    cells = columns_of(row)
    subject, sitting = cells.get("betreff"), cells.get("termin")
    link = next((link for a, link in page.links(subject) if kind_of(a) == "paper"), None) if subject else None
    number = paper_id(text_of(link))
    if link is None or number is None or sitting is None:
        page.complain_of_layout("a paper with its number, its link and its sitting", text_of(row)[:200])
        return
    page.add(_paper(number, link, subject))
    when = sitting.css_first("a[href]")
    if when is None:
        if text_of(sitting) and sitting.css_first("a") is not None:
            page.complain_of_layout("a link to the sitting", text_of(row)[:200])
        page.follow("paper", number, link.attributes.get("href") or "")
        return
    organ = text_of(sitting.css_first("span")) or text_of(sitting).removeprefix(text_of(when)).strip()
    meeting = meeting_id(organ, f"{text_of(when)} {when.attributes.get('title') or ''}")
    if meeting is None or kind_of(when.attributes.get("href") or "") != "agenda":
        page.complain_of_layout("a sitting with its date and its committee", text_of(sitting)[:200])
        return
    page.follow("agenda", meeting, when.attributes.get("href") or "")


def _paper(number: str, link: LexborNode, cell: LexborNode | None) -> Paper:
    """What the cell says: the number, its link, then the kind of paper, and the subject in a line of its own."""
    told = next((child for child in cell.iter() if child.tag == "span"), None) if cell is not None else None
    subject, whole = text_of(told), text_of(cell)
    kind = KIND.fullmatch(whole.removeprefix(text_of(link)).removesuffix(subject)) if told is not None else None
    return Paper(
        vendor_id=number,
        reference=text_of(link),
        name=subject or None,
        paper_type=kind["kind"] if kind else None,
    )


def _follow_next(page: Page) -> None:
    current = PAGE_NUMBER.match(text_of(page.tree.css_first(CURRENT)))
    here = int(current["number"]) if current else 1
    for address, link in page.links():
        if kind_of(address) != "papers" or "__=" not in address:
            continue
        told = link.attributes.get("aria-label") or text_of(link)
        found = PAGE_NUMBER.match(told) or PAGE_NUMBER.match(text_of(link))
        if found and int(found["number"]) == here + 1:
            page.follow("papers", f"papers-{here + 1}", address)

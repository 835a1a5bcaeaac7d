"""gr0040: the list of committees and groups, and the terms by which it can be filtered."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import LegislativeTerm, Organization
from scraper.pages.council.page import filled_cells, rows_of, tables_around, text_of, unique
from scraper.pages.council.refusals import refusal
from scraper.pages.sessionnet.addresses import number_in, of_all_terms, script_of, sibling
from scraper.pages.sessionnet.document import Page, cells_of

TABLES = "table[id^='smc_page_gr0040'], table.smctablegremien"
NAME_CELLS = "td.grname, td.smc_field_grname"
SIGNS = "[class*='smc_page_gr0040']"
GROUP = re.compile(r"fraktion(?!sl)", re.IGNORECASE)
"""AfD-Fraktion"""
SPAN = re.compile(r"von (?P<start>[0-9.]{8,10})(?: bis (?P<end>[0-9.]{8,10}))?")
"""title="von 01.11.2020 bis 31.10.2025" """
NO_TERM = re.compile(r"^(?:alle|gesamt)\b", re.IGNORECASE)
"""Alle Wahlperioden"""


def read_organizations(page: Page) -> None:
    """Organizations (number and name), LegislativeTerms, and "organization" for each that has a number."""
    tables = unique(page.tree.css(TABLES)) or tables_around(page.tree.css(NAME_CELLS))
    if not tables and page.tree.css_first(SIGNS) is None:
        page.complain("a list of committees", *refusal(page))
        return
    _read_terms(page)
    rows = [row for table in tables for row in rows_of(table)]
    heading: str | None = None
    for row in rows:
        cells = cells_of(row)
        if "grname" in cells:
            _read_row(page, row, cells["grname"], heading)
        elif row.css_first("a[href*='grnr=' i]") is not None:
            page.complain_of_layout("the committee's name in its own cell", text_of(row)[:200])
        elif filled_cells(row):
            heading = text_of(row).rstrip(":")
    found = {item.vendor_id for item in page.reading.items if isinstance(item, Organization)}
    page.complain_of_unread_numbers("organization", "committees", found)
    if not found and not page.reading.complaints:
        _complain_of_lost_rows(page, rows)


def _read_row(page: Page, row: LexborNode, cell: LexborNode, heading: str | None) -> None:
    name = text_of(cell)
    addresses = [address for address, _ in page.links(row)]
    number = next((number for address in addresses if (number := number_in(address, "organization"))), None)
    if not name:
        if number:
            page.complain_of_layout(f"the name of committee {number}", text_of(row)[:200])
        return
    if number is None:
        page.complain(
            "a committee with its number",
            f"{name!r} without a link",
            "Nothing to do: the site shows no page of it, so it can't be told apart from others.",
            severity="warning",
        )
        return
    page.add(
        Organization(
            vendor_id=number,
            name=name,
            classification=heading,
            organization_type="Fraktion" if GROUP.search(name) else "Gremium",
        )
    )
    own = next((a for a in addresses if script_of(a) == "kp0040"), None)
    page.follow(
        "organization",
        number,
        of_all_terms(own or sibling(page.url, "kp0040", f"__kgrnr={number}")),
    )


def _read_terms(page: Page) -> None:
    seen: set[str] = set()
    for address, link in page.links():
        number, name = number_in(address, "term"), text_of(link)
        found = SPAN.match(link.attributes.get("title") or link.attributes.get("aria-label") or "")
        if number and found and number not in seen and name and not NO_TERM.search(name):
            seen.add(number)
            page.add(LegislativeTerm(vendor_id=number, name=name, start_date=found["start"], end_date=found["end"]))


def _complain_of_lost_rows(page: Page, rows: list[LexborNode]) -> None:
    if any(row.css_first("td") is not None and text_of(row) for row in rows):
        page.complain_of_layout("a cell for the committee's name in each row", f"{len(rows)} rows without it")
    elif not rows:
        page.complain_of_layout("the table of committees", "none")

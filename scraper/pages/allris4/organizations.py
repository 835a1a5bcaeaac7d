"""gr010: the list of committees and groups. The rows come in an answer of their own (wicket.py)."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Organization
from scraper.pages.allris4.addresses import number_in, organization_address
from scraper.pages.allris4.document import Page
from scraper.pages.allris4.refusals import complain_of_what_came
from scraper.pages.council.page import filled_cells, rows_of, tables_around, text_of

LINKS = "a[href*='GRLFDNR=']"
OWN_PAGE = "a[href*='gr020?']"
"""Other links of a row lead to the committee's sittings."""
TABLES = "table.dataTable"
GROUP = re.compile(r"fraktion(?!sl)|gruppe\b", re.IGNORECASE)
"""Fraktion/Gruppe"""


def read_organizations(page: Page) -> None:
    """Organizations (number and name), and "organization" for each."""
    tables = page.tree.css(TABLES) or tables_around(page.tree.css(LINKS))
    if not tables:
        complain_of_what_came(page, "a list of committees")
        return
    heading: str | None = None
    for table in tables:
        for row in rows_of(table):
            if row.css_first("td") is None:
                continue
            link = row.css_first(OWN_PAGE) or row.css_first(LINKS)
            if link is not None:
                _read_row(page, link, heading)
            elif row.css_first("a") is not None:
                page.complain_of_layout("a committee's number in its link", text_of(row)[:200])
            elif len(said := filled_cells(row)) == 1:
                heading = said[0].rstrip(":")
            elif said:
                page.complain(
                    "a committee with its number",
                    f"{said[0][:150]!r} without a link",
                    "Nothing to do: the site shows no page of it, so it can't be told apart from others.",
                    severity="warning",
                )
    read = {item.vendor_id for item in page.reading.items}
    page.complain_of_unread_numbers("organization", "committees", read)
    if not read and not page.reading.complaints:
        page.complain_of_layout("committees in the list", "none")


def _read_row(page: Page, link: LexborNode, heading: str | None) -> None:
    number = number_in(link.attributes.get("href") or "", "organization")
    name = text_of(link)
    if not number or not name:
        page.complain_of_layout("a committee's number and name", f"{number}: {name[:200]!r}")
        return
    is_group = GROUP.search(heading or "") or GROUP.search(name)
    page.add(
        Organization(
            vendor_id=number,
            name=name,
            classification=heading,
            organization_type="Fraktion" if is_group else "Gremium",
        )
    )
    page.follow("organization", number, organization_address(number))

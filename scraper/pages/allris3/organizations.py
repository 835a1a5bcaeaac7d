"""au010, fr010 and pa010: the lists of committees, groups and councils."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Organization
from scraper.pages.allris3.addresses import ORGANS, canonical_organ, numbers_in, organ_in
from scraper.pages.allris3.document import Page, cells_in
from scraper.pages.council.page import around, rows_of, tables_around, text_of

LINKS = ", ".join(f"a[href*='{prefix}020' i]" for prefix in ORGANS.values())
GROUP = re.compile(r"fraktion(?!sl)|\bgruppe\b", re.IGNORECASE)
"""AfD-Fraktion"""
UNTIL = re.compile(r"\(bis\s+(?P<end>[0-9.]{8,10})\)")
"""(bis 28.05.2019), in place of the number of members"""
COUNT = re.compile(r"[0-9]{1,4}")
SIGNS = ".au010, .fr010, .pa010"
MENU = "#rismenu, #menu, #risnavi, nav, footer"


def read_organizations(page: Page) -> None:
    """Organizations (number and name), and "organization" for each."""
    apart = {link.mem_id for menu in page.tree.css(MENU) for link in menu.css(LINKS)}
    links = [link for link in page.tree.css(LINKS) if link.mem_id not in apart]
    tables = tables_around(links)
    if not tables and page.tree.css_first(SIGNS) is None:
        page.complain_of_refusal("a list of committees")
        return
    read = {link.mem_id for table in tables for row in rows_of(table) for link in row.css(LINKS)}
    for table in tables:
        for row in rows_of(table):
            _read_row(page, row)
    for link in links:
        if link.mem_id not in read or around(link, "tr") is None:
            page.complain_of_layout("each committee in a row of a table", text_of(link)[:200])
    found = {item.vendor_id for item in page.reading.items}
    for of, prefix in ORGANS.items():
        page.complain_of_unread(
            "committees", {prefix + number for number in numbers_in(_without_menu(page), of)}, found
        )
    if not found:
        page.complain_of_layout("links to committees in the list", "none")


def _read_row(page: Page, row: LexborNode) -> None:
    link = row.css_first(LINKS)
    address = (link.attributes.get("href") or "") if link is not None else ""
    number, name = organ_in(address), text_of(link)
    if link is None or (number is None and not name):
        return
    if number is None or not name:
        page.complain_of_layout("a committee with its number and its name", text_of(row)[:200])
        return
    button = row.css_first("input[type=submit]")
    kind = " ".join(((button.attributes.get("title") or "") if button is not None else "").split())
    organization = Organization(
        vendor_id=number,
        name=name,
        classification=kind or None,
        organization_type="Fraktion" if number.startswith(ORGANS["group"]) or GROUP.search(name) else "Gremium",
    )
    for cell in cells_in(row):
        text = text_of(cell)
        if COUNT.fullmatch(text) and organization.member_count is None:
            organization.member_count = int(text)
        elif ended := UNTIL.fullmatch(text):
            organization.end_date = ended["end"]
    page.add(organization)
    page.follow("organization", number, canonical_organ(address))


def _without_menu(page: Page) -> str:
    """The source behind the menu, which leads to a council or committee on some sites."""
    return page.source.partition('id="rismain')[2] or page.source

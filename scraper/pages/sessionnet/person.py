"""kp0050, kp0051 and pe0051: a person and in which committees they sit. Their contact data is never taken."""

from selectolax.lexbor import LexborNode

from scraper.items import Membership, Person
from scraper.pages.council.moments import PORTAL
from scraper.pages.council.page import filled_cells, rows_of, tables_around, text_of
from scraper.pages.council.people import ADDRESSED, name_apart
from scraper.pages.council.refusals import refusal
from scraper.pages.sessionnet.addresses import canonical, number_in, of_all_terms, script_of
from scraper.pages.sessionnet.details import details_of
from scraper.pages.sessionnet.document import Page, cells_of
from scraper.pages.sessionnet.memberships import ALL_TERMS, span_of

NAME_CELLS = "td.grname, td.smc_field_grname"
SIGNS = "[class*='smc_page_kp005'], [class*='smc_page_pe005'], a[href*='__kpenr=' i]"


def read_person(page: Page) -> None:
    """The Person and the Memberships, and the tab with memberships of all terms ("person")."""
    number = number_in(page.url, "person")
    name = PORTAL.sub("", page.heading)
    if not number or not name or page.tree.css_first(f"{NAME_CELLS}, {SIGNS}, #smctablevorgang") is None:
        page.complain("a person with their name", *refusal(page))
        return
    addressed = ADDRESSED.fullmatch(name) or ADDRESSED.fullmatch(text_of(details_of(page).get("Name")))
    page.add(
        Person(
            vendor_id=number,
            source_url=canonical(page.url, "person"),
            name=addressed["name"] if addressed else name,
            form_of_address=addressed["form"].rstrip("n") if addressed else None,
        )
    )
    memberships = [one for row in _rows(page) if (one := _membership(page, number, row))]
    name_apart(memberships)
    for membership in memberships:
        page.add(membership)
    page.complain_of_unread_numbers("organization", "committees", {one.organization or "" for one in memberships})
    _follow_memberships(page, number)


def _rows(page: Page) -> list[LexborNode]:
    tables = tables_around(page.tree.css(NAME_CELLS))
    return [row for table in tables for row in rows_of(table) if row.css_first("td") is not None]


def _membership(page: Page, person: str, row: LexborNode) -> Membership | None:
    cells = cells_of(row)
    address = next((address for address, _ in page.links(row) if number_in(address, "organization")), None)
    organization = number_in(address, "organization") if address else None
    if "grname" not in cells:
        if organization or len(filled_cells(row)) > 1:
            page.complain_of_layout("the committee's name in its own cell", text_of(row)[:200])
        return None
    if address is None or organization is None:
        if cells["grname"].css_first("a") is not None:
            page.complain_of_layout("a link with the committee's number", text_of(row)[:200])
        elif name := text_of(cells["grname"]):
            page.complain(
                "a committee with its number",
                f"{name[:150]!r} without a link",
                "Nothing to do: the site shows no page of it, so it can't be told apart from others.",
                severity="warning",
            )
        return None
    page.follow("organization", organization, of_all_terms(address))
    start, end = span_of(row, cells)
    return Membership(
        vendor_id=f"{person}-{organization}",
        person=person,
        organization=organization,
        role=text_of(cells.get("amname")) or None,
        start_date=start,
        end_date=end,
    )


def _follow_memberships(page: Page, number: str) -> None:
    """The tab with memberships, and on it that of all terms."""
    if ALL_TERMS in page.url:
        return
    here = script_of(page.url) == "kp0050"
    for address, _ in page.links():
        if script_of(address) != "kp0050" or number_in(address, "person") != number:
            continue
        if not here or ALL_TERMS in address:
            page.follow("person", f"{number}-memberships", f"{canonical(address, 'person')}&{ALL_TERMS}")

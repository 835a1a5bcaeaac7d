"""kp0050, kp0051 and pe0051: a person and in which committees they sit. Their contact data is never taken."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Membership, Person
from scraper.pages.council.moments import DAY, PORTAL
from scraper.pages.council.page import filled_cells, rows_of, tables_around, text_of
from scraper.pages.council.refusals import refusal
from scraper.pages.sessionnet.addresses import canonical, number_in, script_of
from scraper.pages.sessionnet.document import Page, cells_of

NAME_CELLS = "td.grname, td.smc_field_grname"
SIGNS = "[class*='smc_page_kp005'], [class*='smc_page_pe005'], a[href*='__kpenr=']"
ADDRESSED = re.compile(r"(?P<form>Herrn?|Frau)\s+(?P<name>\S.*)")
"""Frau Dr. Erika Muster"""
ALL_TERMS = "__cwpall=1"
SPAN = re.compile(r"\bvon (?P<start>[0-9.]{8,10})(?: bis (?P<end>[0-9.]{8,10}))?")
"""von 24.06.2014 bis 31.10.2020"""


def read_person(page: Page) -> None:
    """The Person and the Memberships, and the tab with memberships of all terms ("person").

    The latest membership in a committee is named by person and committee, as the committee's page names it; earlier
    ones carry the day of their beginning besides.
    """
    number = number_in(page.url, "person")
    name = PORTAL.sub("", page.heading)
    if not number or not name or page.tree.css_first(f"{NAME_CELLS}, {SIGNS}, #smctablevorgang") is None:
        page.complain("a person with their name", *refusal(page))
        return
    addressed = ADDRESSED.fullmatch(name)
    page.add(
        Person(
            vendor_id=number,
            source_url=canonical(page.url, "person"),
            name=addressed["name"] if addressed else name,
            form_of_address=addressed["form"].rstrip("n") if addressed else None,
        )
    )
    memberships = [one for row in _rows(page) if (one := _membership(page, number, row))]
    latest: dict[str, Membership] = {}
    for membership in memberships:
        known = latest.get(membership.vendor_id)
        if known is None or _day(membership) > _day(known):
            latest[membership.vendor_id] = membership
    used: set[str] = set()
    for place, membership in enumerate(memberships):
        if latest[membership.vendor_id] is not membership:
            membership.vendor_id += f"-{membership.start_date or place}"
        if membership.vendor_id in used:
            membership.vendor_id += f"x{place}"
        used.add(membership.vendor_id)
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
        return None
    page.follow("organization", organization, canonical(address, "organization"))
    span = next((found for cell in row.iter() if (found := SPAN.search(text_of(cell)))), None)
    return Membership(
        vendor_id=f"{person}-{organization}",
        person=person,
        organization=organization,
        role=text_of(cells.get("amname")) or None,
        start_date=text_of(cells.get("mgadat")) or (span["start"] if span else None),
        end_date=text_of(cells.get("mgedat")) or (span["end"] if span else None),
    )


def _day(membership: Membership) -> tuple[str, ...]:
    """Orders beginnings: 24.06.2014 before 01.11.2020; those that are not told come first."""
    text = membership.start_date or ""
    return tuple(part.zfill(2) for part in reversed(text.split("."))) if DAY.fullmatch(text) else ()


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

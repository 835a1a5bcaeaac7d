"""kp0040: a committee or group and its members."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Membership, Organization, Person
from scraper.pages.council.moments import PORTAL
from scraper.pages.council.page import filled_cells, rows_of, tables_around, text_of
from scraper.pages.council.people import name_apart
from scraper.pages.council.refusals import refusal
from scraper.pages.sessionnet.addresses import canonical, number_in
from scraper.pages.sessionnet.document import Page, cells_of
from scraper.pages.sessionnet.memberships import span_of

NAME_CELLS = "td.pename, td.smc_field_pename"
SIGNS = "[class*='smc_page_kp004'], [id*='smc_page_kp004'], a[href*='__kgrnr=' i]"
CHAIR = re.compile(r"vorsitz", re.IGNORECASE)
VOTING = re.compile(r"^(?:mit stimmrecht|stimmberechtigt)|\bmit stimmr", re.IGNORECASE)
"""stimmberechtigtes Mitglied; Sachk. Bürger/in (mit Stimmr.)"""
NOT_VOTING = re.compile(
    r"^(?:beratend|nicht stimmberechtigt)|\bohne stimmr|\bberatende\w* (?:mitglied|stimme)", re.IGNORECASE
)
"""Weitere beratende Mitglieder; Ausschussmitglieder mit beratender Stimme"""


def read_organization(page: Page) -> None:
    """The Organization, its Persons and Memberships, and "person" for members with a page of their own.

    Members without one are named by the committee and their name, so that namesakes stay apart.
    """
    number = number_in(page.url, "organization")
    name = PORTAL.sub("", page.heading)
    cell = page.tree.css_first(NAME_CELLS)
    if not number or not name or (cell is None and page.tree.css_first(SIGNS) is None):
        page.complain("a committee with its name and its members", *refusal(page))
        return
    page.add(Organization(vendor_id=number, source_url=canonical(page.url, "organization"), name=name))
    tables = tables_around(page.tree.css(NAME_CELLS))
    memberships: list[Membership] = []
    for table in tables:
        group = ""
        for row in rows_of(table):
            cells = cells_of(row)
            if "pename" in cells:
                if membership := _read_member(page, number, row, cells, group):
                    memberships.append(membership)
            elif (said := filled_cells(row)) and (len(said) > 1 or row.css_first("a[href*='__kpenr=' i]") is not None):
                page.complain_of_layout("the member's name in its own cell", " | ".join(said)[:200])
            elif said:
                group = said[0].rstrip(": ")
    name_apart(memberships)
    for membership in memberships:
        page.add(membership)
    persons = {p.vendor_id for p in page.reading.items if isinstance(p, Person)}
    page.complain_of_unread_numbers("person", "members", persons)


def _read_member(
    page: Page, organization: str, row: LexborNode, cells: dict[str, LexborNode], group: str
) -> Membership | None:
    """Adds the Person, and returns the membership; None for a row without a name."""
    name = text_of(cells["pename"])
    found = next(((number, a) for a, _ in page.links(cells["pename"]) if (number := number_in(a, "person"))), None)
    if not name:
        page.complain_of_layout("the name of each member", f"a row without one in {group!r}")
        return None
    if found is None and cells["pename"].css_first("a") is not None:
        page.complain_of_layout("a link with the person's number", (cells["pename"].html or "")[:200])
    person = found[0] if found else f"{organization}-{name}"
    page.add(Person(vendor_id=person, name=name))
    if found:
        page.follow("person", person, canonical(found[1], "person"))
    start, end = span_of(row, cells)
    role, function = text_of(cells.get("amname")), text_of(cells.get("mgfunk"))
    told = {
        "Mitgliedschaft": text_of(cells.get("pepartei")),
        "Fraktion": text_of(cells.get("mgfraktion")),
        "Gruppe": group,
        "Funktion": function,
    }
    return Membership(
        vendor_id=f"{person}-{organization}",
        person=person,
        organization=organization,
        role=(group if CHAIR.search(group) and not CHAIR.search(role) else role or group) or None,
        voting_right=_voting(function, role, group),
        start_date=start,
        end_date=end,
        other={label: text for label, text in told.items() if text},
    )


def _voting(*texts: str) -> bool | None:
    """Whether the member may vote, where one of the texts says so."""
    for text in texts:
        if NOT_VOTING.search(text):
            return False
        if VOTING.search(text):
            return True
    return None

"""gr020: a committee or group and its members."""

import re

from scraper.items import Membership, Organization, Person
from scraper.pages.allris4.addresses import number_in, organization_address, person_address
from scraper.pages.allris4.document import Page
from scraper.pages.allris4.members import Row, membership_ids, membership_rows
from scraper.pages.allris4.refusals import complain_of_what_came
from scraper.pages.council.page import absolute
from scraper.pages.council.people import ADDRESSED

MEMBERS = "a[href*='KPLFDNR=']"
KIND = re.compile(r"^(?:Gremium|Fraktion|Ausschuss)\s+-\s+")
"""What may stand before the name in the heading."""


def read_organization(page: Page) -> None:
    """The Organization, its Persons and Memberships, and "person" for members with a page of their own."""
    number = number_in(page.url, "organization")
    name = page.details.text("grname", "Gremium", "Bezeichnung", "Name") or KIND.sub("", page.heading)
    is_one = number in page.numbers["organization"] or page.tree.css_first(MEMBERS) is not None
    if not number or not name or not is_one:
        complain_of_what_came(page, "a committee with its name and its members")
        return
    page.add(Organization(vendor_id=number, source_url=absolute(page.url, organization_address(number)), name=name))
    rows = [row for row in membership_rows(page, MEMBERS) if _is_named(page, row)]
    persons = [_number_of(row) or f"{number}-{row.name}" for row in rows]
    names = membership_ids([f"{person}-{number}" for person in persons], rows)
    for row, person, named in zip(rows, persons, names, strict=True):
        _add_member(page, number, row, person, named)
    page.complain_of_unread_numbers("person", "members", set(persons))


def _is_named(page: Page, row: Row) -> bool:
    if not row.name:
        page.complain_of_layout("the name of each member", f"a row without one in {row.heading!r}")
    return bool(row.name)


def _number_of(row: Row) -> str | None:
    return number_in(row.link.attributes.get("href") or "", "person") if row.link is not None else None


def _add_member(page: Page, organization: str, row: Row, person: str, named: str) -> None:
    """Members without a page are named by the committee and their name, so that namesakes stay apart."""
    addressed = ADDRESSED.fullmatch(row.name)
    page.add(
        Person(
            vendor_id=person,
            name=addressed["name"] if addressed else row.name,
            form_of_address=addressed["form"].rstrip("n") if addressed else None,
        )
    )
    if _number_of(row):
        page.follow("person", person, person_address(person))
    page.add(
        Membership(
            vendor_id=named,
            person=person,
            organization=organization,
            role=row.role or row.heading or None,
            start_date=row.start,
            end_date=row.end,
            other={"Mitgliedschaft": row.group} if row.group else {},
        )
    )

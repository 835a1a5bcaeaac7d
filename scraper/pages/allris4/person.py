"""kp020: a person and in which committees they sit. Their contact data is never taken."""

import re

from scraper.items import Membership, Person
from scraper.pages.allris4.addresses import number_in, organization_address, person_address
from scraper.pages.allris4.document import Page
from scraper.pages.allris4.members import Row, membership_ids, membership_rows
from scraper.pages.allris4.refusals import complain_of_what_came
from scraper.pages.council.page import absolute
from scraper.pages.council.people import ADDRESSED

KIND = re.compile(r"^(?:Recherche\s+)?(?:Person|Mitglied)\s+(?:-\s+)?")
"""What may stand before the name in the heading: "Recherche Person Ilse Quellbach" is what a window is called."""
COMMITTEES = "a[href*='GRLFDNR=']"


def read_person(page: Page) -> None:
    """The Person and the Memberships. What a committee's page says of a membership too, it says in the same words."""
    number = number_in(page.url, "person")
    name = KIND.sub("", page.heading)
    is_one = number in page.numbers["person"] or page.tree.css_first(COMMITTEES) is not None
    if not number or not name or not is_one:
        complain_of_what_came(page, "a person with their name")
        return
    addressed = ADDRESSED.fullmatch(name)
    page.add(
        Person(
            vendor_id=number,
            source_url=absolute(page.url, person_address(number)),
            name=addressed["name"] if addressed else name,
            form_of_address=addressed["form"].rstrip("n") if addressed else None,
        )
    )
    rows = [row for row in membership_rows(page, COMMITTEES) if _is_numbered(page, row)]
    committees = [_number_of(row) or "" for row in rows]
    names = membership_ids([f"{number}-{committee}" for committee in committees], rows)
    for row, committee, named in zip(rows, committees, names, strict=True):
        page.follow("organization", committee, organization_address(committee))
        page.add(
            Membership(
                vendor_id=named,
                person=number,
                organization=committee,
                role=row.role or None,
                start_date=row.start,
                end_date=row.end,
            )
        )
    page.complain_of_unread_numbers("organization", "committees", set(committees))


def _is_numbered(page: Page, row: Row) -> bool:
    if not _number_of(row):
        page.complain_of_layout("a link with the committee's number", row.name[:200])
    return _number_of(row) is not None


def _number_of(row: Row) -> str | None:
    return number_in(row.link.attributes.get("href") or "", "organization") if row.link is not None else None

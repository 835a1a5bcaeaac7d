"""/personen/ with a token: a person and in which committees they sit. Their contact data is never taken."""

from selectolax.lexbor import LexborNode

from scraper.items import Membership, Person
from scraper.pages.council.page import tables_around, text_of
from scraper.pages.council.people import name_apart
from scraper.pages.council.refusals import refusal
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page, columns_of, data_rows
from scraper.pages.sdnet.names import person_id, person_name, slug
from scraper.pages.sdnet.organization import ENDS, FUNCTIONS, STARTS, first

NAMES = ("Name", "Person", "Bezeichnung")
CIRCLES = ("Personenkreis", "Personenkreise", "Status")
ORGAN_CELL = "td.column-gremium"
SIGNS = "div.personen"


def read_person(page: Page) -> None:
    """The Person and the Memberships, and "organization" for each committee.

    The latest membership in a committee is named by person and committee, as the committee's page names it; earlier
    ones carry the day of their beginning besides.
    """
    told = next((text for label in NAMES if (text := page.value(label))), "") or page.heading
    form, name = person_name(told)
    cells = page.tree.css(ORGAN_CELL)
    if not person_id(told) or (not cells and page.tree.css_first(SIGNS) is None):
        page.complain("a person with their name", *refusal(page))
        return
    if page.heading and person_id(page.heading) != person_id(told):
        page.complain_of_layout(f"the person {page.heading!r}", f"one called {told!r}")
    person = person_id(told)
    circle = next((text for label in CIRCLES if (text := page.value(label))), None)
    page.add(
        Person(
            vendor_id=person,
            source_url=page.url,
            name=name,
            form_of_address=form,
            status=[circle] if circle else [],
        )
    )
    rows = [row for table in tables_around(cells) for row in data_rows(table)]
    memberships = [one for row in rows if (one := _membership(page, person, row))]
    name_apart(memberships)
    for membership in memberships:
        page.add(membership)
    if not rows and page.tree.css_first("table.table-data td") is not None:
        page.complain_of_layout("memberships with their committees", "a table without them")


def _membership(page: Page, person: str, row: LexborNode) -> Membership | None:
    cells = columns_of(row)
    organ = text_of(cells.get("gremium"))
    if not slug(organ):
        page.complain_of_layout("a membership with its committee", text_of(row)[:200])
        return None
    for address, _ in page.links(cells["gremium"]):
        if kind_of(address) == "organization":
            page.follow("organization", slug(organ), address)
    return Membership(
        vendor_id=f"{person}-{slug(organ)}",
        person=person,
        organization=slug(organ),
        role=first(cells, FUNCTIONS),
        start_date=first(cells, STARTS),
        end_date=first(cells, ENDS),
    )

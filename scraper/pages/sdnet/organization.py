"""/gremien/ and /fraktionen/ with a token: a committee or group and its members."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Membership, Organization, Person
from scraper.pages.council.page import around, text_of, unique
from scraper.pages.council.refusals import refusal
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page, columns_of, data_rows
from scraper.pages.sdnet.names import Once, person_id, person_name, slug

NAMES = ("Bezeichnung", "Gremium", "Fraktion", "Name")
"""Labels of the committee's name."""
GENERAL = re.compile(r"^(?:Gremi(?:um|en)|Fraktion(?:en)?|Mitglieder)\b:?\s*", re.IGNORECASE)
NAME_CELL = "td[class*='gesamtebezeichnung' i]"
SIGNS = "div.gremien, div.fraktionen"
FUNCTIONS = ("funktion", "rolle", "amt")
GROUPS = ("fraktion", "partei")
STARTS = ("beginn", "von", "seit", "eintritt")
ENDS = ("ende", "bis", "austritt")


def read_organization(page: Page) -> None:
    """The Organization, its Persons and Memberships, and "person" for members with a page of their own."""
    name = next((text for label in NAMES if (text := page.value(label))), "") or GENERAL.sub("", page.heading)
    cells = _name_cells(page)
    if not slug(name) or (not cells and page.tree.css_first(SIGNS) is None):
        page.complain("a committee with its name and its members", *refusal(page))
        return
    if page.heading and slug(name) not in slug(page.heading) and not GENERAL.match(page.heading):
        page.complain_of_layout(f"the committee {page.heading!r}", f"one called {name!r}")
    organization = slug(name)
    page.add(Organization(vendor_id=organization, source_url=page.url, name=name))
    used = Once()
    tables = unique(table for cell in cells if (table := around(cell, "table")) is not None)
    for table in tables:
        for row in data_rows(table):
            _read_member(page, organization, row, used)
    persons = {link.attributes.get("href") for a, link in page.links() if kind_of(a) == "person"}
    lost = len(persons) - len([one for one in page.reading.follow if one.kind == "person"])
    if lost > 0:
        page.complain_of_layout("all members to be read", f"{lost} that were not")
    if not tables and page.tree.css_first("table.table-data td") is not None:
        page.complain_of_layout("the members by their names", "a table without them")


def _name_cells(page: Page) -> list[LexborNode]:
    """Cells of names, or else those with a link to a person."""
    found = page.tree.css(NAME_CELL)
    if found:
        return found
    links = [link for a, link in page.links() if kind_of(a) == "person"]
    return [cell for link in links if (cell := around(link, "td")) is not None]


def _read_member(page: Page, organization: str, row: LexborNode, used: Once) -> None:
    cells = columns_of(row)
    link = next((link for a, link in page.links(row) if kind_of(a) == "person"), None)
    named_cell = next((cell for column, cell in cells.items() if "gesamtebezeichnung" in column.lower()), None)
    address, spoken = person_name(text_of(named_cell) or text_of(link))
    person = person_id(spoken)
    if not person or (named_cell is not None and link is None and named_cell.css_first("a") is not None):
        page.complain_of_layout("a member with a name and a link", text_of(row)[:200])
        return
    page.add(Person(vendor_id=person, name=spoken, form_of_address=address))
    if link is not None:
        page.follow("person", person, link.attributes.get("href") or "")
    group = first(cells, GROUPS)
    page.add(
        Membership(
            vendor_id=used(f"{person}-{organization}"),
            person=person,
            organization=organization,
            role=first(cells, FUNCTIONS),
            start_date=first(cells, STARTS),
            end_date=first(cells, ENDS),
            other={"Fraktion": group} if group else {},
        )
    )


def first(cells: dict[str, LexborNode], columns: tuple[str, ...]) -> str | None:
    """The first of these columns that has a text."""
    return next((text for column in columns if (text := text_of(cells.get(column)))), None)

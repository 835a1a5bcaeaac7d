"""Tables of memberships, which a committee's page and a person's page share: columns are known by their headings."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from scraper.pages.allris4.document import Page, cells_of, columns_of, complain_of_lost_cells, tables_headed
from scraper.pages.council.page import filled_cells, rows_of, tables_around, text_of
from scraper.pages.council.people import beginning

COLUMNS = {
    "Name": "name",
    "Mitglied": "name",
    "Gremium": "name",
    "Art der Mitarbeit": "role",
    "Funktion": "role",
    "Rolle": "role",
    "Amt": "role",
    "Fraktion": "group",
    "Partei": "group",
    "Herkunft": "group",
    "von": "start",
    "seit": "start",
    "Beginn": "start",
    "bis": "end",
    "Ende": "end",
}


@dataclass
class Row:
    """One membership as a table tells it."""

    link: LexborNode | None
    name: str
    role: str
    start: str | None
    end: str | None
    group: str
    heading: str
    """Of the rows it stands among: "Mitglieder"."""


def membership_rows(page: Page, links: str) -> list[Row]:
    """The rows of the tables that have those links. A row with one text is a heading."""
    found = []
    for table in tables_around(page.tree.css(links)) or tables_headed(page, COLUMNS, ("name", "role")):
        rows = rows_of(table)
        columns = columns_of(rows, COLUMNS)
        heading = ""
        for row in rows:
            cells = cells_of(row, columns)
            link = row.css_first(links)
            said = filled_cells(row)
            if link is None and len(said) == 1:
                heading = said[0].rstrip(": ")
            elif said:
                complain_of_lost_cells(page, row, columns)
                if link is None and row.css_first("a") is not None:
                    page.complain_of_layout("a number in each link of the table", " | ".join(said)[:200])
                found.append(_row(page, cells, link, heading))
    return found


def membership_ids(pairs: list[str], rows: list[Row]) -> list[str]:
    """The vendor_ids of memberships, from "person-organization" for each row.

    The latest membership of a pair has that name, on whichever page it stands; others carry their beginning besides.
    """
    latest: dict[str, int] = {}
    for place, pair in enumerate(pairs):
        if pair not in latest or beginning(rows[place].start) > beginning(rows[latest[pair]].start):
            latest[pair] = place
    return [
        pair if latest[pair] == place else f"{pair}-{rows[place].start or place}" for place, pair in enumerate(pairs)
    ]


def _row(page: Page, cells: dict[str, LexborNode], link: LexborNode | None, heading: str) -> Row:
    if "role" not in cells:
        page.complain(
            "a column with the members' role",
            "none of that name",
            "The roles are missing. Please report it with the stored page.",
            severity="warning",
        )
    return Row(
        link=link,
        name=text_of(link if link is not None else cells.get("name")),
        role=text_of(cells.get("role")),
        start=text_of(cells.get("start")) or None,
        end=text_of(cells.get("end")) or None,
        group=text_of(cells.get("group")),
        heading=heading,
    )

"""The stations of a paper (Beratungsfolge), a table on its page.

A station has a row with its state, committee and role, and below it a row for each sitting that the paper was or will
be on: none while it is planned, two when it was put off.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from scraper.items import Consultation, ConsultationOrganization
from scraper.pages.allris4.addresses import number_in, organization_address
from scraper.pages.allris4.document import Page, cells_of, columns_of, complain_of_lost_cells, tables_headed
from scraper.pages.council.page import rows_of, tables_around, text_of, unique
from scraper.pages.reading import NAMED_ORGANIZATION

TABLES = "#bfTable table, table.bfTable"
SITTING_LINKS = "a[href*='to010?'], a[href*='SILFDNR=']"
COLUMNS = {"Status": "state", "Datum": "day", "Gremium": "committee", "Beschluss": "decision"}
"""In a station's row the last of them is its role, in a sitting's row its result."""
STATE = ".wfcolorDesc"


@dataclass
class _Station:
    organization: str
    organization_id: str | None
    role: str
    state: str
    met: bool = False
    """A sitting stands below it."""


def read_stations(page: Page, paper: str) -> None:
    """Adds the Consultations of `paper`, in the page's order.

    One is named by the paper and the sitting; before there is a sitting, by the paper and the committee.
    """
    used: set[str] = set()
    for position, (station, row) in enumerate(_told(page)):
        meeting, item = _of_sitting(row) if row else (None, None)
        named = f"{paper}-{meeting or station.organization_id or station.organization}"
        if named in used:
            named = f"{named}-{item or position}"
        used.add(named)
        consultation = Consultation(
            vendor_id=named,
            paper=paper,
            position=position,
            meeting=meeting,
            agenda_item=item,
            role=station.role or None,
            organization=station.organization_id,
        )
        if station.organization_id:
            consultation.organizations = [ConsultationOrganization(organization=station.organization_id)]
            page.follow("organization", station.organization_id, organization_address(station.organization_id))
        elif station.organization:
            consultation.other[NAMED_ORGANIZATION] = station.organization
        told = {"Status": station.state, "Ergebnis": text_of(row.get("decision")) if row else ""}
        if row and not meeting:
            told["Datum"] = text_of(row.get("day"))
        consultation.other |= {label: text for label, text in told.items() if text}
        page.add(consultation)
    read = {item.meeting or "" for item in page.reading.items if isinstance(item, Consultation)}
    page.complain_of_unread_numbers("meeting", "stations", read)


Cells = dict[str, LexborNode]


def _told(page: Page) -> Iterator[tuple[_Station, Cells | None]]:
    """Each station with each of its sittings; once without, if it has none."""
    tables = unique(page.tree.css(TABLES)) or tables_headed(page, COLUMNS, ("committee", "decision"))
    for table in tables or tables_around(page.tree.css(SITTING_LINKS)):
        rows = rows_of(table)
        columns = columns_of(rows, COLUMNS)
        station: _Station | None = None
        for row in rows:
            cells = cells_of(row, columns)
            if row.css_first("td") is None or not text_of(row):
                continue
            if "committee" not in cells:
                page.complain_of_layout("the columns Status, Datum, Gremium and Beschluss", text_of(row)[:200])
                continue
            complain_of_lost_cells(page, row, columns)
            if not text_of(cells.get("day")) and _of_sitting(cells)[0] is None:
                if station and not station.met:
                    yield station, None
                station = _station(page, cells)
            elif station is None:
                page.complain_of_layout("a committee above each sitting", text_of(row)[:200])
            else:
                _complain_of_no_number(page, cells)
                station.met = True
                yield station, cells
        if station and not station.met:
            yield station, None


def _complain_of_no_number(page: Page, cells: Cells) -> None:
    if _of_sitting(cells)[0] is None:
        page.complain(
            "a link with the sitting's number",
            f"{text_of(cells['committee'])[:150]!r} without",
            "Nothing to do if the sitting is not public. Else please report it with the stored page.",
            severity="warning",
        )


def _station(page: Page, cells: Cells) -> _Station | None:
    name = text_of(cells["committee"])
    if not name:
        page.complain_of_layout(
            "the committee of each station", " | ".join(text_of(one) for one in cells.values())[:200]
        )
        return None
    addresses = [address for address, _ in page.links(cells["committee"])]
    state = cells.get("state")
    described = state.css_first(STATE) if state is not None else None
    return _Station(
        organization=name,
        organization_id=next((one for address in addresses if (one := number_in(address, "organization"))), None),
        role=text_of(cells.get("decision")),
        state=text_of(described if described is not None else state).lstrip("● "),
    )


def _of_sitting(cells: Cells) -> tuple[str | None, str | None]:
    """The numbers of sitting and item, where the row is a sitting's."""
    for link in cells["committee"].css("a[href]"):
        address = link.attributes.get("href") or ""
        if meeting := number_in(address, "meeting"):
            return meeting, number_in(address, "item")
    return None, None

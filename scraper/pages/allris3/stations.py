"""The stations of a paper (Beratungsfolge) on vo020: a row names a committee, the rows below it its sittings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from scraper.items import Consultation
from scraper.pages.allris3.document import Page, cells_in, hidden_in, is_without_address, linked_in
from scraper.pages.allris3.item import result_of
from scraper.pages.council.moments import day_in
from scraper.pages.council.page import rows_of, text_of
from scraper.pages.reading import NAMED_ORGANIZATION

TABLE = "#bfTable table, table.bfTable"
"""In the responsive skin; in the classic one it stands in the row below the label."""
LABEL = "Beratungsfolge:"
DECISION = re.compile(r"Beschluss|Ergebnis", re.IGNORECASE)
"""Heading of the column with a station's role and a sitting's result, where columns have headings."""
CHOSEN = re.compile(r"[?&]topSelected=([0-9]{1,18})(?![0-9])")
"""<form action="to010.asp?topSelected=1056127" method="post">"""


@dataclass
class _Station:
    organization: str
    role: str
    day: str | None = None
    meeting: str | None = None
    item: str | None = None
    told: dict[str, str] = field(default_factory=dict)


def read_stations(page: Page, paper: str) -> None:
    """Adds the Consultations, in the page's order.

    One is named by the paper and the sitting; before there is a sitting with a number, by the paper and the committee.
    """
    stations = [station for table in _tables(page) for station in _stations(page, table)]
    used: set[str] = set()
    for position, station in enumerate(stations):
        named = f"{paper}-{station.meeting or station.organization}"
        if named in used:
            named = f"{named}-{station.item}" if station.item else f"{named}x{position}"
        used.add(named)
        other = {NAMED_ORGANIZATION: station.organization, **station.told} if station.organization else station.told
        if station.day and not station.meeting:
            other["Datum"] = station.day
        page.add(
            Consultation(
                vendor_id=named,
                paper=paper,
                meeting=station.meeting,
                agenda_item=station.item,
                role=station.role or None,
                position=position,
                other=other,
            )
        )
    page.complain_of_unread_numbers("meeting", "stations", {station.meeting or "" for station in stations})
    if not stations and (LABEL in page.source or "bfTable" in page.source):
        page.complain_of_layout("the stations of the paper", "none below their label")


def _tables(page: Page) -> list[LexborNode]:
    if tables := page.tree.css(TABLE):
        return tables[:1]
    for label in page.tree.css("td"):
        # a label's cell holds no table, the cells around it do
        if label.css_first("table") is None and text_of(label) == LABEL and label.parent is not None:
            row = label.parent.next
            while row is not None and row.tag != "tr":
                row = row.next
            return row.css("table") if row is not None else []
    return []


def _stations(page: Page, table: LexborNode) -> Iterator[_Station]:
    station, has_sitting = None, True
    rows = rows_of(table)
    column = _column_of_decisions(rows)
    for row in rows:
        cells = cells_in(row)
        texts = [text_of(cell) for cell in cells]
        filled = [text for text in texts if text]
        day = next((day for text in texts[:2] if (day := day_in(text))), None)
        if day is None:
            if not filled and not (cells and cells[0].attributes.get("title")):
                continue
            if station is not None and not has_sitting:
                yield station
            if not filled or linked_in(row, "meeting"):
                page.complain_of_layout("a committee or a sitting in each row of stations", text_of(row)[:200])
            role = texts[column] if column is not None and column < len(texts) else "".join(filled[1:2])
            station, has_sitting = _Station("".join(filled[:1]), role), False
            _take_state(station, row)
        else:
            if station is None:
                page.complain_of_layout("a committee above each sitting of a paper", text_of(row)[:200])
            above = station or _Station("", "")
            has_sitting = True
            yield _sitting(page, above, row, cells, day, column)
    if station is not None and not has_sitting:
        yield station


def _column_of_decisions(rows: list[LexborNode]) -> int | None:
    """Its place in each row; None in a table without headings."""
    for row in rows:
        heads = [text_of(cell) for cell in row.iter() if cell.tag == "th"]
        if heads:
            return next((place for place, head in enumerate(heads) if DECISION.match(head)), None)
    return None


def _sitting(
    page: Page, above: _Station, row: LexborNode, cells: list[LexborNode], day: str, column: int | None
) -> _Station:
    station = _Station(above.organization, above.role, day, told=dict(above.told))
    station.meeting = linked_in(row, "meeting") or hidden_in(row, "meeting")
    if is_without_address(row) or (station.meeting is None and row.css_first("form") is not None):
        page.complain_of_layout("links and forms with the number of a sitting", text_of(row)[:200])
    actions = [form.attributes.get("action") or "" for form in row.css("form")]
    chosen = next((found.group(1) for action in actions if (found := CHOSEN.search(action))), None)
    station.item = hidden_in(row, "item") or linked_in(row, "item") or chosen
    _take_state(station, row)
    told = text_of(cells[column]) if column is not None and column < len(cells) else _result(cells, day)
    if result := result_of(told):
        station.told["Ergebnis"] = result
    return station


def _result(cells: list[LexborNode], day: str) -> str:
    """What was decided stands behind the sitting's name."""
    names = [place for place, cell in enumerate(cells) if (text := text_of(cell)) and day not in text]
    behind = cells[names[0] + 1 :] if names else []
    return next((text for cell in behind if (text := text_of(cell)) and cell.css_first("a, form") is None), "")


def _take_state(station: _Station, row: LexborNode) -> None:
    """Erledigt, Geplant, Bereit: the colour of the row's first cell."""
    marked = row.css_first("td[title], div[aria-label]")
    state = (marked.attributes.get("title") or marked.attributes.get("aria-label") or "") if marked is not None else ""
    if state.strip():
        station.told["Status"] = state.strip()

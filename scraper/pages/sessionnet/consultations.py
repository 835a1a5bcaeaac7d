"""vo0053, vo0051 and the tables of the old vo0050: the stations of a paper (Beratungsfolge).

Columns differ by version and town, and older tables do not name them: a cell is known by what it says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from scraper.items import Consultation, ConsultationOrganization
from scraper.pages.council.moments import DAY, day_in
from scraper.pages.council.page import rows_of, text_of, unique
from scraper.pages.council.refusals import refusal
from scraper.pages.reading import NAMED_ORGANIZATION
from scraper.pages.sessionnet.addresses import number_in, of_all_terms, paper_in, script_of
from scraper.pages.sessionnet.agenda import ITEM_NUMBER, NOT_PUBLIC, PUBLIC, item_id
from scraper.pages.sessionnet.document import Page, cells_of

TABLES = "table[summary*='Beratung']"
"""summary="Inhalt der Tabelle: Weitere Beratungsfolge der Vorlage" """
CELLS = "td.grname, td.smc_field_grname, td.txname, td.smc_field_txname"
ROLE = re.compile(
    r"(?:(?:öffentliche |abschließende |erneute )?(?:anhörung|vorberatung|beratung|entscheidung|kenntnis(?:nahme|gabe)"
    r"|beschluss(?:fassung|empfehlung)?|empfehlung|information|mitteilung|stellungnahme|zustimmung)"
    r"|(?:vor)?beratend|beschließend|entscheidend|zur .*|federführend.*)",
    re.IGNORECASE,
)
"""Vorberatung"""
PUBLICITY = re.compile(r"(?:nicht\s*-?\s*)?öffentlich(?:e Sitzung)?", re.IGNORECASE)
TOP = re.compile(r"(?:TOP:?\s*)?(?P<number>(?:[ÖN]\s*)?[0-9]+(?:\.[0-9]+)*\.?)", re.IGNORECASE)
"""TOP Ö 6.1"""
CARD = re.compile(
    r"(?P<day>[0-9.]{8,10})?\s*(?P<organization>.*?)\s*(?:TOP:?\s*(?P<top>(?:[ÖN]\s+)?\S+)\s*)?"
    r"(?P<publicity>nicht\s*-?\s*öffentlich|öffentlich)?\s*(?:(?:^|\s)-\s+(?P<told>.*))?",
    re.IGNORECASE,
)
"""16.09.2026 Bauausschuss TOP Ö 4 öffentlich - Vorberatung"""
NO_STATIONS = re.compile(r"kein(?:e)? (?:beratung|daten|einträge)|noch nicht beraten", re.IGNORECASE)


@dataclass
class _Station:
    meeting: str | None = None
    organization_id: str | None = None
    organization: str = ""
    day: str | None = None
    top: str = ""
    public: bool | None = None
    role: str | None = None
    told: list[str] = field(default_factory=list)


def read_consultations(page: Page) -> None:
    """The Consultations of the paper that the address names."""
    paper = paper_in(page.url)
    if paper is None or not page.heading:
        page.complain("the stations of a paper", *refusal(page))
        return
    read_stations(page, paper)
    if not page.reading.items and not page.reading.complaints and not _looks_like_stations(page):
        page.complain("the stations of a paper", *refusal(page))


def read_stations(page: Page, paper: str) -> None:
    """Adds the Consultations that a page shows, in its order.

    One is named by the paper and the sitting; before there is a sitting, by the paper and the committee.
    """
    stations = [*_of_tables(page), *_of_cards(page)]
    used: set[str] = set()
    for position, station in enumerate(stations):
        where = f"g{station.organization_id}" if station.organization_id else station.organization
        named = f"{paper}-{station.meeting or where}"
        if named in used:
            named = f"{named}x{position}"
        used.add(named)
        page.add(_consultation(named, paper, position, station))
    page.complain_of_unread_numbers("meeting", "stations", {station.meeting or "" for station in stations})


def _consultation(named: str, paper: str, position: int, station: _Station) -> Consultation:
    consultation = Consultation(
        vendor_id=named,
        paper=paper,
        position=position,
        meeting=station.meeting,
        organization=station.organization_id,
        role=station.role,
    )
    if station.organization_id:
        consultation.organizations = [ConsultationOrganization(organization=station.organization_id)]
    found = ITEM_NUMBER.match(station.top)
    if station.meeting and found and found["number"]:
        public = found["part"] == "Ö" if found["part"] else station.public
        consultation.agenda_item = item_id(station.meeting, public, found["number"])
    if not station.organization_id and station.organization:
        consultation.other[NAMED_ORGANIZATION] = station.organization
    if not station.meeting and station.day:
        consultation.other["Datum"] = station.day
    if station.told:
        consultation.other["Ergebnis"] = "; ".join(station.told)
    return consultation


def _of_tables(page: Page) -> Iterator[_Station]:
    tables = page.tree.css(TABLES)
    for table in tables:
        for row in rows_of(table):
            if row.css_first("td") is not None and text_of(row):
                station = _of_row(page, row)
                if station.organization or station.meeting:
                    yield station
                else:
                    page.complain_of_layout("a committee or a sitting in each station", text_of(row)[:200])
    if not tables and page.tree.css_first(CELLS) is not None and "vo005" in (script_of(page.url) or ""):
        for cell in unique(page.tree.css("td.grname, td.smc_field_grname")):
            if cell.parent is not None:
                yield _of_row(page, cell.parent)


def _of_row(page: Page, row: LexborNode) -> _Station:
    station = _Station()
    _take_links(page, station, row)
    for name, cell in cells_of(row).items():
        text = text_of(cell)
        if name in ("grname", "txname") and text:
            if name == "grname":
                station.organization = DAY.sub("", text).strip() or text
            else:
                station.role = text
    for cell in row.iter():
        text = text_of(cell)
        if not text or text in (station.organization, station.role):
            continue
        _take_text(station, text)
    return station


def _take_text(station: _Station, text: str) -> None:
    """Puts a cell's text where it belongs by what it says."""
    if (day := day_in(text)) and station.day is None:
        station.day = day
        text = DAY.sub("", text).strip(" -,")
    if not text or text == station.organization:
        return
    if PUBLICITY.fullmatch(text):
        station.public = not NOT_PUBLIC.search(text)
    elif (top := TOP.fullmatch(text)) and not station.top:
        station.top = top["number"]
    elif ROLE.fullmatch(text) and station.role is None:
        station.role = text
    elif not station.organization and not ROLE.fullmatch(text):
        station.organization = text
    else:
        station.told.append(text)


def _of_cards(page: Page) -> Iterator[_Station]:
    heads = unique(page.tree.css(".card-header, .panel-heading"))
    apart = {button.mem_id for head in heads for button in head.css("button")}
    for title in page.tree.css("button"):
        if title.mem_id not in apart and day_in(text_of(title)):
            page.complain_of_layout("each station in a card of its own", text_of(title)[:200])
    for head in heads:
        button = head.css_first("button")
        told = text_of(button if button is not None else head)
        for span in head.css("span.smc-badges, span.sr-only, span.badge"):
            told = told.replace(text_of(span), "", 1)
        found = CARD.fullmatch(" ".join(told.split()))
        if not found or not (found["day"] and found["organization"]) or not DAY.fullmatch(found["day"]):
            continue
        station = _Station(day=found["day"], organization=found["organization"], top=found["top"] or "")
        if found["publicity"]:
            station.public = bool(PUBLIC.search(found["publicity"])) and not NOT_PUBLIC.search(found["publicity"])
        if outcome := (found["told"] or "").strip():
            if ROLE.fullmatch(outcome):
                station.role = outcome
            else:
                station.told.append(outcome)
        if head.parent is not None:
            _take_links(page, station, head.parent)
        yield station


def _take_links(page: Page, station: _Station, node: LexborNode) -> None:
    if node.css_first("a:not([href])") is not None:
        page.complain_of_layout("links with the numbers of sittings and committees", text_of(node)[:200])
    for address, _ in page.links(node):
        station.meeting = station.meeting or number_in(address, "meeting")
        if organization := number_in(address, "organization"):
            station.organization_id = station.organization_id or organization
            page.follow("organization", organization, of_all_terms(address))


def _looks_like_stations(page: Page) -> bool:
    """A paper without stations has the page's frame, or says so."""
    return (
        page.tree.css_first("#smcregister, [class*='smc_page_vo005']") is not None
        or NO_STATIONS.search(text_of(page.tree.body)) is not None
    )

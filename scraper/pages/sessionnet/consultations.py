"""vo0053, vo0051 and the tables of the old vo0050: the stations of a paper (Beratungsfolge).

Columns differ by version and town, and older tables do not name them: a cell is known by what it says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from scraper.items import Consultation, ConsultationOrganization
from scraper.pages.council.moments import DAY, day_in
from scraper.pages.council.page import classes_of, filled_cells, rows_of, text_of, unique
from scraper.pages.council.publicity import NOT_PUBLIC
from scraper.pages.council.refusals import refusal
from scraper.pages.reading import NAMED_ORGANIZATION
from scraper.pages.sessionnet.addresses import AGENDA_SCRIPT, number_in, of_all_terms, paper_in, script_of
from scraper.pages.sessionnet.agenda import ITEM_NUMBER, item_id
from scraper.pages.sessionnet.agenda_rows import LABEL
from scraper.pages.sessionnet.document import Page, cells_of

TABLES = "table[summary*='Beratung']"
"""summary="Inhalt der Tabelle: Weitere Beratungsfolge der Vorlage" """
CELLS = "td.grname, td.smc_field_grname, td.txname, td.smc_field_txname"
_ROLE = (
    r"(?:(?:öffentliche |abschließende |erneute |nochmalige |weitere )?(?:anhörung|vorberatung|beratung|entscheidung"
    r"|kenntnis(?:nahme|gabe)|bekanntgabe|beschluss(?:fassung|empfehlung)?|empfehlung|information|mitteilung|einbringung"
    r"|erörterung|stellungnahme|zustimmung|unterrichtung|verweisung)|(?:vor)?beratend|beschließend|entscheidend)"
)
ROLE = re.compile(rf"{_ROLE}(?:(?:\s*[/,]\s*|\s+(?:und|u\.)\s+){_ROLE})*|zur .*|federführend.*", re.IGNORECASE)
"""Vorberatung; Beratung und Beschlussfassung"""
PUBLICITY = re.compile(r"(?:nicht\s*-?\s*)?öffentlich(?:e Sitzung)?", re.IGNORECASE)
TOP = re.compile(r"(?:TOP:?\s*)?(?P<number>(?:[ÖN]\s*)?[0-9]+(?:\.[0-9]+)*\.?)", re.IGNORECASE)
"""TOP Ö 6.1"""
CARD = re.compile(
    r"(?P<day>[0-9.]{8,10})\s*(?:"
    r"(?P<at>\S.*?)\s+TOP:?\s*(?P<top>(?:[ÖN]\s+)?\S+)(?:\s+(?P<publicity>nicht\s*-?\s*öffentlich|öffentlich)\b)?"
    r"|(?P<of>\S.*?)\s+(?P<said>nicht\s*-?\s*öffentlich|öffentlich)"
    r"|(?P<only>\S.*?)"
    r")\s*(?:\s-\s+(?P<told>.*))?",
    re.IGNORECASE,
)
"""16.09.2026 Ausschuss Umwelt - Klima TOP Ö 4 öffentlich - Vorberatung: the committee's name may hold a dash too."""
RESULT_FIELDS = "p.smc_field_btname, p.smc_field_totexta, p.smc_field_toabst"
"""<p class="smc_field_btname"><strong>Beschluss:</strong> einstimmig beschlossen</p>"""
HEADINGS = frozenset({"Datum", "Gremium", "TOP", "Sitzung", "Beratungsart", "Zuständigkeit", "Beschluss", "Ergebnis"})
"""What a row of headings says."""
BADGES = frozenset({"smc-badges", "sr-only", "badge"})
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
    if page.reading.items or page.reading.complaints:
        return
    if not _looks_like_stations(page):
        page.complain("the stations of a paper", *refusal(page))
    elif AGENDA_SCRIPT.search(page.source):
        page.complain_of_layout("the stations of a paper", "links to agendas and no station")


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
            if set(filled_cells(row)) - HEADINGS:
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
    cards = [(head, head.parent) for head in heads]
    for title in page.tree.css("button"):
        if title.mem_id in apart or not day_in(text_of(title)):
            continue
        card = title.parent
        while card is not None and "card" not in classes_of(card):
            card = card.parent
        if card is None:
            page.complain_of_layout("each station in a card of its own", text_of(title)[:200])
        else:
            cards.append((title, card))
    for head, card in cards:
        button = head.css_first("button")
        told = _without_badges(button if button is not None else head)
        before, dash, last = told.rpartition(" - ")
        role = last.strip() if dash and ROLE.fullmatch(last.strip()) else None
        found = CARD.fullmatch(before.strip() if role else told)
        if not found or not DAY.fullmatch(found["day"]):
            continue
        organization = found["at"] or found["of"] or found["only"]
        outcome = (found["told"] or "").strip()
        if role and found["only"] and outcome:  # a role stands last: the dash before it is the name's
            organization, outcome = f"{organization} - {outcome}", ""
        station = _Station(day=found["day"], organization=organization, top=found["top"] or "", role=role)
        if publicity := found["publicity"] or found["said"]:
            station.public = not NOT_PUBLIC.search(publicity)
        if outcome:
            station.told.append(outcome)
        if card is not None:
            station.told += [result for result in _results_in(card) if result not in station.told]
            _take_links(page, station, card)
        yield station


def _without_badges(node: LexborNode) -> str:
    """The text of a station's head, without the number of its documents and what is said to screen readers."""
    pieces: list[str] = []
    left = [node]
    while left:
        piece = left.pop()
        if not piece.is_element_node:
            pieces.append(piece.text())
        elif piece is node or BADGES.isdisjoint(classes_of(piece)):
            left.extend(reversed(list(piece.iter(include_text=True))))
    return " ".join("".join(pieces).split())


def _results_in(card: LexborNode) -> list[str]:
    """What a station's card says was decided, without its labels."""
    found = (LABEL.fullmatch(text_of(paragraph)) for paragraph in card.css(RESULT_FIELDS))
    return [one["value"] for one in found if one and one["value"]]


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

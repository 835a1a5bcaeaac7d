"""to010: a sitting and its agenda, a tree of items. An item is named by its number in the database (TOLFDNR)."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem, Consultation, File, Meeting, MeetingOrganization, Paper
from scraper.pages.allris4.addresses import (
    item_address,
    name_of,
    number_in,
    organization_address,
    paper_address,
)
from scraper.pages.allris4.document import (
    Columns,
    Page,
    cells_of,
    columns_of,
    complain_of_lost_cells,
    tables_headed,
)
from scraper.pages.allris4.files import complain_of_lost_documents, document_links, documents_of
from scraper.pages.allris4.refusals import complain_of_what_came
from scraper.pages.council.documents import add_files, first_of, links_of_item, links_of_meeting
from scraper.pages.council.moments import CANCELLED, day_in, name_before_date, start_text, time_in
from scraper.pages.council.page import absolute, classes_of, rows_of, tables_around, text_of, unique
from scraper.pages.council.publicity import publicity_in
from scraper.pages.reading import NAMED_ORGANIZATION

TABLES = "table#toTreeTable, table.toTable"
ITEM_CELLS = "td.tobetreff, td.tonr"
ITEM_LINKS = "a[id^='link_'], a[id^='betreff_'], a[href*='TOLFDNR=']"
ITEM = re.compile(r"(?:link|betreff|vo)_(?P<number>[0-9]{1,18})")
"""<a href="#" id="link_1008602">Ö 1</a>"""
ITEM_IDS = re.compile(r"""id=["']?(?:link|betreff)_0*([0-9]{1,18})(?![0-9])""")
COLUMNS = {
    "TOP": "tonr",
    "Betreff": "tobetreff",
    "Vorlage": "tovonr",
    "Zuständigkeit": "tozunr",
    "Beschlussart": "tobanr",
    "Beschluss": "tobanr",
}
"""Headings of columns, and the class of their cells."""
ITEM_NUMBER = re.compile(r"(?:(?P<part>Ö|NÖ|N)(?=[\s0-9]|$)\s*)?(?P<number>.*)")
"""Ö 2.1; N 20; 3."""
PART = "beratung"
"""Class of the rows that head a part."""
PART_TIME = re.compile(r"(?P<part>[^(]+?)\s*\((?P<time>[^)]*[0-9]{1,2}:[0-9]{2}[^)]*)\)")
"""Öffentlicher Teil (16:00 - 19:08 Uhr)"""
EXTRA = ".zusatzinfo"
"""Behind an item's title, within its link; empty on most."""
STATE = re.compile(r"[\s()]*(?P<state>.*?)[\s()]*", re.DOTALL)
"""(Sitzung eingeladen)"""
IN_OWN_FIELDS = ("sibetreff", "sigremium", "sidatum", "sizeit", "siraum", "siort", "sistatus", "sistat")
LABELS_IN_OWN_FIELDS = ("Betreff", "Gremium", "Datum", "Uhrzeit", "Raum", "Ort", "Status")


@dataclass
class _Agenda:
    """What is known while its rows are read."""

    meeting: Meeting
    public: bool | None = None
    """Of the part that the row stands in."""
    position: int = 0
    items: dict[str, str] = field(default_factory=dict)
    """vendor_id by the number that the tree gives to a row."""
    consultations: set[str] = field(default_factory=set)


def read_agenda(page: Page) -> None:
    """The Meeting, its AgendaItems, Files, Consultations and Papers (both shallow); "item", "paper" to follow."""
    number = number_in(page.url, "meeting")
    day = day_in(page.details.text("sidatum", "Datum")) or day_in(page.heading)
    tables = _tables(page)
    if not number or not (day or tables):
        complain_of_what_came(page, "a sitting with its date and its agenda")
        return
    if page.is_of_another("meeting", number):
        return
    if not day:
        page.complain_of_layout("the date of the sitting", f"none in heading and basic data: {page.heading[:80]!r}")
    meeting = _meeting(page, number, day)
    page.add(meeting)
    _add_documents(page, meeting, tables)
    if not tables and any(text_of(cell) for cell in page.tree.css("table td")):
        page.complain_of_layout("the items of the agenda", "a table that is none of items")
    agenda = _Agenda(meeting)
    for table in tables:
        rows = rows_of(table)
        columns = columns_of(rows, COLUMNS)
        for row in rows:
            _read_row(page, agenda, row, columns)
    _complain_of_unread(page)


def _tables(page: Page) -> list[LexborNode]:
    return (
        unique(page.tree.css(TABLES))
        or tables_around(page.tree.css(ITEM_CELLS))
        or tables_headed(page, COLUMNS, ("tonr", "tobetreff"))
    )


def _meeting(page: Page, number: str, day: str | None) -> Meeting:
    details = page.details
    # a heading without the date is not the sitting's
    name = details.text("sibetreff", "Betreff") or (
        name_before_date(page.heading) or details.text("sigremium", "Gremium")
    )
    place = ", ".join(text for text in (details.text("siraum", "Raum"), details.text("siort", "Ort")) if text)
    state = STATE.fullmatch(details.text("sistat"))
    meeting = Meeting(
        vendor_id=number,
        source_url=absolute(page.url, f"to010?SILFDNR={number}"),
        name=name or None,
        start_text=start_text(day, time_in(details.text("sizeit", "Uhrzeit"))),
        state=(state["state"] or None) if state else None,
        place=place or None,
        cancelled=True if CANCELLED.search(f"{page.heading} {name} {details.text('sistat')}") else None,
        other=details.others(IN_OWN_FIELDS, LABELS_IN_OWN_FIELDS),
    )
    if publicity := text_of(details.by_name.get("sistatus")):
        meeting.other["Status"] = publicity
    committee = details.node("sigremium", "Gremium")
    for address, _ in page.links(committee) if committee is not None else []:
        if organization := number_in(address, "organization"):
            meeting.organizations.append(MeetingOrganization(organization=organization))
            page.follow("organization", organization, organization_address(organization))
    if meeting.organizations:
        meeting.organization = meeting.organizations[0].organization
    elif text_of(committee):
        meeting.other[NAMED_ORGANIZATION] = text_of(committee)
    return meeting


def _add_documents(page: Page, meeting: Meeting, tables: list[LexborNode]) -> None:
    """The documents of the sitting: all that do not stand in the table of items."""
    apart = {link.mem_id for table in tables for link in document_links(table)}
    documents = documents_of(page, [one for one in document_links(page.tree.body) if one.mem_id not in apart])
    meeting.files = links_of_meeting(documents)
    meeting.invitation = first_of(meeting.files, "invitation")
    meeting.results_protocol = first_of(meeting.files, "resultsProtocol")
    meeting.verbatim_protocol = first_of(meeting.files, "verbatimProtocol")
    add_files(page, documents)


def _read_row(page: Page, agenda: _Agenda, row: LexborNode, columns: Columns) -> None:
    if row.css_first("td") is None:
        return
    cells = cells_of(row, columns)
    links = row.css(ITEM_LINKS)
    if not links and not text_of(cells.get("tonr")):
        text = text_of(row)
        if PART in classes_of(row) or publicity_in(text) is not None:
            _begin_part(agenda, text)
        elif text:
            page.complain_of_layout("rows of an agenda with items and headings of parts only", text[:200])
        return
    complain_of_lost_cells(page, row, columns)
    item = _item(page, agenda, row, cells, links)
    agenda.position += 1
    page.add(item)


def _begin_part(agenda: _Agenda, text: str) -> None:
    """What stands above a part says whether it is public, and in the end when it was."""
    public = publicity_in(text)
    agenda.public = agenda.public if public is None else public
    if found := PART_TIME.fullmatch(text):
        agenda.meeting.other.setdefault("parts", []).append({"name": found["part"], "time": found["time"]})


def _item(
    page: Page, agenda: _Agenda, row: LexborNode, cells: dict[str, LexborNode], links: list[LexborNode]
) -> AgendaItem:
    named = next((number for link in links if (number := _number_of_item(link))), None)
    said = ITEM_NUMBER.fullmatch(_own_text(cells.get("tonr")))
    name = _own_text(cells.get("tobetreff"))
    public = agenda.public
    if said and said["part"]:
        marked = said["part"] == "Ö"
        public = marked and agenda.public is not False
        if agenda.public is not None and marked != agenda.public:
            page.complain(
                f"items as public as their part ({'public' if agenda.public else 'not public'})",
                f"{said.group()!r}: {name[:80]!r}",
                "It is taken as not public. Look at the page in a browser.",
                severity="warning",
            )
    if not named or not name:
        page.complain_of_layout("a number in the database and a title for each item", text_of(row)[:200])
    item = AgendaItem(
        vendor_id=named or f"{agenda.meeting.vendor_id}-p{agenda.position}",
        meeting=agenda.meeting.vendor_id,
        position=agenda.position,
        number=(said["number"] or None) if said else None,
        name=name or None,
        public=public,
        parent=agenda.items.get(row.attributes.get("data-tt-parent-id") or ""),
    )
    if place := row.attributes.get("data-tt-id"):
        agenda.items[place] = item.vendor_id
    _follow_item(page, agenda, item, links)
    _tell_of_paper(page, agenda, item, cells)
    documents = documents_of(page, document_links(row))
    add_files(page, documents)
    item.files = links_of_item(documents)
    item.result = text_of(cells.get("tobanr")) or None
    item.other = _remarks(page, item, cells)
    return item


def _number_of_item(link: LexborNode) -> str | None:
    found = ITEM.fullmatch(link.attributes.get("id") or "")
    return found["number"].lstrip("0") if found else number_in(link.attributes.get("href") or "", "item")


def _own_text(cell: LexborNode | None) -> str:
    """Of the cell's link, or of the cell: what is hidden beside the link is none of it."""
    if cell is None:
        return ""
    link = cell.css_first("a")
    text = text_of(link if link is not None and text_of(link) else cell)
    extra = text_of(cell.css_first(EXTRA))
    return text.removesuffix(extra).rstrip() if extra else text


def _follow_item(page: Page, agenda: _Agenda, item: AgendaItem, links: list[LexborNode]) -> None:
    for link in links:
        address = link.attributes.get("href") or ""
        if name_of(address) == "to020" and number_in(address, "item") == item.vendor_id:
            item.source_url = absolute(page.url, f"to020?TOLFDNR={item.vendor_id}")
            page.follow("item", item.vendor_id, item_address(item.vendor_id, agenda.meeting.vendor_id))


def _tell_of_paper(page: Page, agenda: _Agenda, item: AgendaItem, cells: dict[str, LexborNode]) -> None:
    """The paper that the item is about, and the part that the sitting has in it; by name only where it has no page."""
    cell, role = cells.get("tovonr"), text_of(cells.get("tozunr"))
    for address, link in page.links(cell) if cell is not None else []:
        paper = number_in(address, "paper")
        if not paper:
            continue
        page.follow("paper", paper, paper_address(paper))
        named = f"{paper}-{agenda.meeting.vendor_id}"
        item.consultation = f"{named}-{item.vendor_id}" if named in agenda.consultations else named
        agenda.consultations.add(named)
        page.add(Paper(vendor_id=paper, reference=text_of(link) or None))
        page.add(
            Consultation(
                vendor_id=item.consultation,
                paper=paper,
                meeting=agenda.meeting.vendor_id,
                agenda_item=item.vendor_id,
                role=role or None,
            )
        )
        return


def _remarks(page: Page, item: AgendaItem, cells: dict[str, LexborNode]) -> dict[str, str]:
    """What the row of an item says that has no field: of a paper without a page, its number and the item's task."""
    title, paper = cells.get("tobetreff"), cells.get("tovonr")
    told = {"Zusatz": text_of(title.css_first(EXTRA)) if title is not None else ""}
    if item.consultation is None:
        told["Zuständigkeit"] = text_of(cells.get("tozunr"))
        if paper is not None and paper.css_first("a[href]") is None:
            told["Vorlage"] = text_of(paper)
            if text_of(paper.css_first("a")):
                page.complain(
                    "a link with the paper's number in the database",
                    f"{told['Vorlage'][:80]!r} without",
                    "Nothing to do if the paper is not public. Else please report it with the stored page.",
                    severity="warning",
                )
    return {label: text for label, text in told.items() if text}


def _complain_of_unread(page: Page) -> None:
    items = {item.vendor_id for item in page.reading.items if isinstance(item, AgendaItem)}
    page.complain_of_unread("items", set(ITEM_IDS.findall(page.source)), items, "error")
    page.complain_of_unread_numbers("item", "items", items, "error")
    files = {item.vendor_id for item in page.reading.items if isinstance(item, File)}
    complain_of_lost_documents(page, files)
    page.complain_of_unread_numbers("paper", "papers", {one.key for one in page.reading.follow if one.kind == "paper"})

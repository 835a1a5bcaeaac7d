"""to010: a sitting and its agenda, in the classic skin and the responsive one.

An item is named by the site's own number of it (TOLFDNR), which stands in each row: in the link of its printed number,
in the form of its minutes, or in a comment.
"""

import re
from collections import Counter

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem, Consultation, File, Meeting, MeetingOrganization, Paper
from scraper.pages.allris3.addresses import (
    canonical,
    canonical_organ,
    organ_in,
)
from scraper.pages.allris3.agenda_rows import LATE, Row
from scraper.pages.allris3.details import TIME_LABELS, details_of, others, start_of
from scraper.pages.allris3.document import Page
from scraper.pages.allris3.files import HOLDERS, add_files, complain_of_lost_documents, documents_of
from scraper.pages.allris3.item import ITEM_NUMBER
from scraper.pages.council.documents import first_of, links_of_item, links_of_meeting
from scraper.pages.council.moments import CANCELLED
from scraper.pages.council.page import absolute, rows_of, text_of, unique
from scraper.pages.council.publicity import publicity_in
from scraper.pages.reading import NAMED_ORGANIZATION

TABLES = "table.tl1, #toTable table, table.toTable"
IN_OWN_FIELDS = frozenset({"Bezeichnung", "Gremium", "Datum", *TIME_LABELS, "Raum", "Ort"})
HEADING = re.compile(r"Tagesordnung - (?P<name>.+)")
"""Tagesordnung - Sitzung des Hauptausschusses; the responsive skin names the committee and the day instead."""
WORDS = re.compile(r"\w{3}")
PART = re.compile(
    r"(?:[IVXAB1-3]{1,3}[.)]?\s+)?(?:nicht[\s-]*|un)?(?:(?:ö|oe)ffentlich|vertraulich|geheim|geschlossen)\w*:?"
    r"(?:\s+\w*(?:teil|sitzung|beratung|tagesordnung)\b[^/]*)?",
    re.IGNORECASE,
)
"""II. Nicht öffentlicher Teil (ab 19:00 Uhr): the heading of a part, which most sites do without."""


def read_agenda(page: Page) -> None:
    """The Meeting, its AgendaItems, Files, Consultations and Papers (both shallow); to follow items and papers."""
    number = page.number("meeting")
    details = details_of(page)
    start = start_of(details)
    tables = unique(page.tree.css(TABLES))
    if not number or not (start or tables) or (not start and "Gremium" not in details):
        page.complain_of_refusal("a sitting with its date and its agenda")
        return
    if page.is_of_another("meeting", number):
        return
    for label, told in (("Datum", start), ("Gremium", text_of(details.get("Gremium")))):
        if not told:
            page.complain_of_layout(f"a sitting's label {label}", f"labels {', '.join(details)[:200]}")
    if not tables and "TOLFDNR" in page.source.upper():
        page.complain_of_layout("the table of items", "none")
    meeting = _meeting(page, number, start, details)
    page.add(meeting)
    rows = [Row.of(row) for table in tables for row in rows_of(table)]
    in_rows = {holder.mem_id for row in rows for holder in row.holders()}
    own = [holder for holder in page.tree.css(HOLDERS) if holder.mem_id not in in_rows]
    documents = documents_of(page, own, f"si{number}")
    meeting.files = links_of_meeting(documents)
    meeting.invitation = first_of(meeting.files, "invitation")
    meeting.results_protocol = first_of(meeting.files, "resultsProtocol")
    meeting.verbatim_protocol = first_of(meeting.files, "verbatimProtocol")
    add_files(page, documents)
    _read_rows(page, meeting, rows)


def _meeting(page: Page, number: str, start: str | None, details: dict[str, LexborNode]) -> Meeting:
    name = text_of(details.get("Bezeichnung"))
    if not name and (found := HEADING.fullmatch(page.heading)):
        name = found["name"]
    committee = details.get("Gremium")
    links = page.links(committee) if committee is not None else []
    organs = {organ: address for address, _ in links if (organ := organ_in(address))}
    meeting = Meeting(
        vendor_id=number,
        source_url=canonical(page.url, "meeting"),
        name=name or None,
        start_text=start,
        place=", ".join(text for label in ("Raum", "Ort") if (text := text_of(details.get(label)))) or None,
        cancelled=True if CANCELLED.search(name) else None,
        organization=next(iter(organs), None),
        organizations=[MeetingOrganization(organization=organ) for organ in organs],
        other=others(details, IN_OWN_FIELDS),
    )
    for organ, address in organs.items():
        page.follow("organization", organ, canonical_organ(address))
    if not organs and text_of(committee):
        meeting.other[NAMED_ORGANIZATION] = text_of(committee)
    return meeting


def _read_rows(page: Page, meeting: Meeting, rows: list[Row]) -> None:
    items: dict[str, AgendaItem] = {}
    used: Counter[str] = Counter()
    last: AgendaItem | None = None
    public: bool | None = None
    for row in rows:
        number = row.number_of_item()
        printed = ITEM_NUMBER.fullmatch(row.printed)
        holders = row.holders()
        if number or printed:
            last = _item(page, meeting.vendor_id, row, number, len(items), public)
            if last.vendor_id in items:
                page.complain_of_layout("each item once", f"item {last.vendor_id} again: {row.text[:150]!r}")
                continue
            items[last.vendor_id] = last
            page.add(last)
            _add_documents(page, last, holders)
            _read_paper(page, meeting.vendor_id, last, row, used)
        elif holders and last is not None and not WORDS.search(row.text):
            _add_documents(page, last, holders)
        elif not row.leads and PART.fullmatch(row.text):
            public = bool(publicity_in(row.text))
        elif row.cells and (holders or WORDS.search(row.text)):
            page.complain_of_layout("rows of an agenda with items and their documents only", row.text[:200])
    page.complain_of_unread_numbers("item", "items", set(items), "error")
    papers = {follow.key for follow in page.reading.follow if follow.kind == "paper"}
    page.complain_of_unread_numbers("paper", "papers", papers)
    complain_of_lost_documents(page, {one.vendor_id for one in page.reading.items if isinstance(one, File)})


def _item(
    page: Page, meeting: str, row: Row, number: str | None, position: int, part_is_public: bool | None
) -> AgendaItem:
    """`part_is_public`: what the heading above says, on sites that have one. An item of a part that is not is not."""
    printed = ITEM_NUMBER.fullmatch(row.printed)
    title = row.title()
    name = text_of(title)
    if not printed or not name:
        page.complain_of_layout("a number and a title for each item", row.text[:200])
    if title is not None and title.css_first("form, a[href*='vo020' i]") is not None:
        page.complain_of_layout("the title of an item in the cell for titles", row.text[:200])
    if not number:
        page.complain_of_layout("the site's number of each item", row.text[:200])
    part = printed["part"] if printed else None
    public = part == "Ö" if part else part_is_public
    if part_is_public is not None and public != part_is_public:
        page.complain(
            f"items as public as their part ({'public' if part_is_public else 'not public'})",
            row.text[:200],
            "It is taken as not public. Look at the page in a browser.",
            "warning",
        )
    item = AgendaItem(
        vendor_id=number or f"{meeting}-p{position}",
        meeting=meeting,
        position=position,
        number=printed["number"] if printed else None,
        name=name or None,
        public=public and part_is_public is not False,
        result=row.result(),
        keyword=[LATE] if row.is_late() else [],
    )
    address = row.address_of_item()
    if address and number:
        own = f"{address}?TOLFDNR={number}"
        item.source_url = absolute(page.url, own)
        page.follow("item", number, own)
    return item


def _add_documents(page: Page, item: AgendaItem, holders: list[LexborNode]) -> None:
    if not holders:
        return
    documents = documents_of(page, holders, f"to{item.vendor_id}")
    known = {link.file for link in item.files}
    item.files += [link for link in links_of_item(documents) if link.file not in known]
    item.resolution_file = first_of(item.files, "resolutionFile")
    add_files(page, documents)


def _read_paper(page: Page, meeting: str, item: AgendaItem, row: Row, used: Counter[str]) -> None:
    if told := row.paper():
        paper, address, reference = told
        add_paper(page, meeting, item, Paper(vendor_id=paper, reference=reference or None), address, used)


def add_paper(page: Page, meeting: str, item: AgendaItem, paper: Paper, address: str, used: Counter[str]) -> None:
    """The paper that an item is about, and the station that it has there. `address`: of its script.

    A second item on the same one in the same sitting has a station of its own; `used` counts them by paper.
    """
    number = paper.vendor_id
    page.follow("paper", number, f"{address}?VOLFDNR={number}")
    used[number] += 1
    named = f"{number}-{meeting}"
    item.consultation = named if used[number] == 1 else f"{named}-{item.vendor_id}"
    page.add(paper)
    page.add(Consultation(vendor_id=item.consultation, paper=number, meeting=meeting, agenda_item=item.vendor_id))

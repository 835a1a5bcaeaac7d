"""to0040, si0057, si0056 and si0050: a sitting and its agenda, whichever of the pages answers.

An item is named by the sitting's number, "n" if it is not public, and its own number: `2331-3-1`, `2331-n1`. The
site's own number of an item (smctonr) stands on some of the pages only, and on si0057 only once the item has a text;
its printed number stands on all of them. A second item of the same number gets `x2`.
"""

import re
from collections import Counter
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem, Consultation, File, Meeting, MeetingOrganization, Paper
from scraper.pages.council.documents import add_files, first_of, links_of_item, links_of_meeting
from scraper.pages.council.moments import CANCELLED, day_in, name_before_date, start_text, time_in
from scraper.pages.council.page import absolute, text_of
from scraper.pages.council.publicity import publicity_in
from scraper.pages.council.refusals import refusal
from scraper.pages.sessionnet.addresses import canonical, number_in, of_all_terms, paper_in, script_of
from scraper.pages.sessionnet.agenda_rows import ItemRow, PartRow, agenda_rows
from scraper.pages.sessionnet.details import details_of, others
from scraper.pages.sessionnet.document import Page
from scraper.pages.sessionnet.files import documents_of, holders_in

ITEM_NUMBER = re.compile(r"(?:(?P<part>Ö|NÖ|N)(?=[\s0-9]|$)\s*)?(?P<number>[^\s*]*)\s*(?P<late>Nachtrag[^*]*)?\s*\**")
"""Ö 6.1; N 17; 3.1 Nachtrag: 01.09.2026 *; I."""
PART_TIME = re.compile(r"(?P<part>.+?):?\s*(?P<time>\b(?:Beginn|Ende)\b.*)")
"""Nicht öffentlicher Teil: Beginn 18:17 Uhr"""
RESULTS = frozenset({"Beschluss", "Abstimmung", "Ergebnis", "Abstimmungsergebnis", "Beratungsergebnis"})
"""Labels whose values are the result, in the order of the page; others keep their label in `other`."""
DAYS = ("Datum", "Datum und Uhrzeit", "Termin", "Sitzungstermin")
TIMES = ("Zeit", "Uhrzeit", "Datum und Uhrzeit", "Termin", "Sitzungstermin", "Beginn")
PLACES = ("Raum", "Ort", "Sitzungsort")
"""What towns call them; the newer layouts have names for the fields besides."""
IN_OWN_FIELDS = frozenset({*DAYS, *TIMES, *PLACES, "Bezeichnung"})
ITEM_LINKS = "a[href*='__kvonr=' i], a[href*='__kagnr=' i], a[href*='to0050' i]"
SIGNS_OF_ITEMS = (
    "h3, .smc-card-header-title-simple, .smc-card-header-title, .smc-card-text-title, .smc_topht, .tobetr, .tolink"
    ", a[href*='to0050' i], a[href*='__kvonr=' i]"
    ", table td:not([class*=smctable]):not([class*=smcdoc]):not([class*=smc_doc])"
)
"""What no page of a sitting without an agenda has."""
NOTHING = re.compile(r"\bkeine?\b", re.IGNORECASE)
"""Keine Tagesordnungspunkte vorhanden"""
FURNITURE = "#sidebar-wrapper, #smcnav, nav, footer"
WHOLE_NUMBER = re.compile(r"[0-9]+")


@dataclass
class _Part:
    public: bool | None = None


def item_id(meeting: str, public: bool | None, number: str) -> str:
    """The vendor_id of the item of that printed number.

    >>> item_id("2331", False, "3.1.")
    '2331-n3-1'
    """
    words = re.findall(r"\w+", number.lower())
    return f"{meeting}-{'n' if public is False else ''}{'-'.join(words)}"


def read_agenda(page: Page) -> None:
    """The Meeting, its AgendaItems, Files, Consultations and Papers (both shallow), and the papers to follow."""
    meeting = _number_of_meeting(page)
    details = details_of(page)
    day, name = _day_and_name(page, details)
    rows = agenda_rows(page)
    if not meeting or not (day or rows):
        page.complain("a sitting with its date and its agenda", *refusal(page))
        return
    if not day:
        page.complain_of_layout("the date of the sitting", f"none in heading and details: {page.title[:80]!r}")
    if not rows:
        _complain_of_lost_items(page)
    sitting = _meeting(page, meeting, name, day, details)
    page.add(sitting)
    _read_rows(page, sitting, rows)


def _read_rows(page: Page, meeting: Meeting, rows: list[PartRow | ItemRow]) -> None:
    used: Counter[str] = Counter()
    part = _Part()
    apart = {holder.mem_id for row in rows if isinstance(row, ItemRow) for holder in row.holders}
    elsewhere = [holder for node in page.tree.css(FURNITURE) for holder in holders_in(node)]
    apart |= {holder.mem_id for holder in elsewhere}
    body = page.tree.body
    own = [holder for holder in holders_in(body) if holder.mem_id not in apart] if body is not None else []
    documents = documents_of(page, own)
    meeting.files = links_of_meeting(documents)
    meeting.invitation = first_of(meeting.files, "invitation")
    meeting.results_protocol = first_of(meeting.files, "resultsProtocol")
    meeting.verbatim_protocol = first_of(meeting.files, "verbatimProtocol")
    add_files(page, documents)
    known = {document.number for document in documents_of(page, elsewhere)}
    position, last = 0, 0
    for row in rows:
        if isinstance(row, PartRow):
            _begin_part(meeting, part, row.text)
            last = 0
            continue
        item = _item(page, meeting.vendor_id, row, part.public, position, used)
        first = WHOLE_NUMBER.match(item.number or "")
        if first and len(first.group()) < 10 and item.public is not False:  # those that are not have their own numbers
            if int(first.group()) < last:
                page.complain(
                    f"item numbers in ascending order behind {last}",
                    f"{item.number!r}: {(item.name or '')[:80]!r}",
                    "Look at the page: items may stand in the wrong order, or in the wrong part.",
                    severity="warning",
                )
            last = int(first.group())
        position += 1
    known |= {item.vendor_id for item in page.reading.items if isinstance(item, File)}
    page.complain_of_unread_numbers("document", "documents", known)
    page.complain_of_unread_numbers("paper", "papers", {one.key for one in page.reading.follow if one.kind == "paper"})


def _begin_part(meeting: Meeting, part: _Part, text: str) -> None:
    """What stands above a part says whether it is public, and on some sites when it began."""
    public = publicity_in(text)
    part.public = part.public if public is None else public
    if found := PART_TIME.fullmatch(text):
        meeting.other.setdefault("parts", []).append({"name": found["part"], "time": found["time"]})


def _item(page: Page, meeting: str, row: ItemRow, public: bool | None, position: int, used: Counter[str]) -> AgendaItem:
    found = ITEM_NUMBER.match(row.number)
    number = found["number"] if found else ""
    if found and found["part"]:
        public = found["part"] == "Ö"
    if not row.name or not (number or (found and found["part"])):  # "Ö" alone: an item that came late
        page.complain_of_layout("a number and a title for each item", f"{row.number!r}: {row.name[:150]!r}")
    named = item_id(meeting, public, number) if number else f"{meeting}-p{position}"
    used[named] += 1
    item = AgendaItem(
        vendor_id=named if used[named] == 1 else f"{named}x{used[named]}",
        meeting=meeting,
        position=position,
        number=number or None,
        name=row.name or None,
        public=public,
        result="\n".join(value for label, value in row.results if label in RESULTS) or None,
    )
    for label, value in row.results:
        if label not in RESULTS:
            item.other[label] = value
    if found and found["late"]:
        item.other["late"] = found["late"].strip()
    documents = documents_of(page, row.holders)
    item.files = links_of_item(documents)
    item.resolution_file = first_of(item.files, "resolutionFile")
    add_files(page, documents)
    page.add(item)
    _follow_links(page, meeting, item, row.nodes)
    return item


def _follow_links(page: Page, meeting: str, item: AgendaItem, nodes: list[LexborNode]) -> None:
    """The papers of an item: the first is what it is about, others are only followed."""
    for link in [link for node in nodes for link in node.css(ITEM_LINKS)]:
        address = link.attributes.get("href") or ""
        if script_of(address) == "to0050" and item.source_url is None:
            item.source_url = absolute(page.url, address)
        paper = paper_in(address)
        if paper is None:
            continue
        page.follow("paper", paper, canonical(address, "request" if paper.startswith("ag") else "paper"))
        if item.consultation is None:
            item.consultation = f"{paper}-{meeting}"
            page.add(Paper(vendor_id=paper, reference=text_of(link) or None))
            page.add(
                Consultation(vendor_id=item.consultation, paper=paper, meeting=meeting, agenda_item=item.vendor_id)
            )


def _meeting(page: Page, number: str, name: str | None, day: str | None, details: dict[str, LexborNode]) -> Meeting:
    told = [text_of(details.get(label)) for label in TIMES]
    time = next((time for text in (*told, page.heading, page.title) if (time := time_in(text))), None)
    place = next((text for label in PLACES if (text := text_of(details.get(label)))), "")
    meeting = Meeting(
        vendor_id=number,
        source_url=canonical(page.url, "meeting"),
        name=name,
        start_text=start_text(day, time),
        place=place.rstrip(" ,") or None,
        cancelled=True if CANCELLED.search(" ".join((page.heading, page.title, *told))) else None,
        other=others(details, IN_OWN_FIELDS),
    )
    for address in _committee_links(page, details):
        if organization := number_in(address, "organization"):
            meeting.organization = organization
            meeting.organizations = [MeetingOrganization(organization=organization)]
            meeting.other.pop("Gremium", None)
            page.follow("organization", organization, of_all_terms(address))
            break
    return meeting


def _committee_links(page: Page, details: dict[str, LexborNode]) -> list[str]:
    """Links to the committee: at its name, or in the old layout's menu."""
    cell = details.get("Gremium")
    nodes = [*([cell] if cell is not None else []), *page.tree.css(".smcmenucontext_fct_gremium, .smccontextmenulink")]
    found = [node.attributes.get("href") or "" for node in nodes if node.tag == "a"]
    return found + [address for node in nodes for address, _ in page.links(node)]


def _day_and_name(page: Page, details: dict[str, LexborNode]) -> tuple[str | None, str | None]:
    headings = (page.heading, page.title)
    dated = [text_of(details.get(label)) for label in DAYS]
    day = next((day for text in (*dated, *headings) if (day := day_in(text))), None)
    named = next((name for text in headings if (name := name_before_date(text))), None)
    told = [text_of(details.get(label)) for label in ("Bezeichnung", "Gremium", "Sitzung")]
    return day, named or next((name for name in told if name), None)


def _number_of_meeting(page: Page) -> str | None:
    """As the page's own tabs say, or as asked for."""
    tabs = page.tree.css_first("#smcregister")
    shown = {number for address, _ in page.links(tabs) if (number := number_in(address, "meeting"))} if tabs else set()
    asked = number_in(page.url, "meeting")
    if shown and asked and asked not in shown:
        page.complain_of_layout(f"sitting {asked}", f"tabs of sitting {', '.join(sorted(shown))}")
    return asked or (shown.pop() if len(shown) == 1 else None)


def _complain_of_lost_items(page: Page) -> None:
    """A sitting may have no agenda yet; titles, tables and links to papers say that there is one."""
    if script_of(page.url) == "si0050":
        return
    for found in page.tree.css(SIGNS_OF_ITEMS):
        if (text := text_of(found)) and not NOTHING.search(text):
            page.complain_of_layout("the items of the agenda", f"none, though there is {text[:200]!r}")
            return

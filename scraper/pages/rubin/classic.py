"""The pages without data in a script: the table of sitzungskalender.php, and sitzungen_top.php.

No such page could be looked at; what is read here is what several public scrapers have read of them. A row of the
agenda has ten cells: status, number, -, form to the item, title, paper, attachments, resolution, -, -.
"""

import re
from collections import Counter
from urllib.parse import urlencode

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem, Consultation, File, FileLink, Meeting, Paper
from scraper.pages.council.moments import CANCELLED, day_in, start_text, time_in
from scraper.pages.council.page import absolute, around, filled_cells, rows_of, text_of
from scraper.pages.council.refusals import refusal
from scraper.pages.reading import NAMED_ORGANIZATION
from scraper.pages.rubin.addresses import lasting, number_in, page_url, script_of
from scraper.pages.rubin.document import Page

SCRIPT = "sitzungen_top.php"
TITLE = "b.Suchueberschrift"
DETAILS = "div.InfoBlock table"
ITEMS = "#ajax_sitzungsmappe table"
SITTING_LINKS = "a[href*='meeting.php?'], a[href*='sitzungen_top.php?'], input[name='sid']"
NAME_IN_CALENDAR = ".SKTerminTitel_td"
SITTING_IN_CALENDAR = f"{NAME_IN_CALENDAR}, .SKZeit_td"
WRITTEN = re.compile(r"""[?&;]s?id=((?:ni_)?[0-9]{4}-[^"'&<>\s]+)""")
"""The number of a sitting wherever it stands: meeting.php?sid=ni_2027-GR-31"""
NUMBER_CELL, TITLE_CELL, CELLS = 1, 4, 8
"""Places in a row of the agenda, and how many cells it has at least."""
PAPER = re.compile(r"\[\s*Vorlage:\s*(?P<reference>[^],]+)[^]]*\]")
"""Radwegekonzept [Vorlage: 2014/0123, Amt 66]"""
PUBLIC = {"1": True, "2": False}
DOCUMENT_FORMS = frozenset({"show_pdf.php", "show_anlagen.php"})
DOCUMENT_NUMBER, DOCUMENT_KIND = "_doc_n1", "_typ_432"
"""Fields of a document's form: 20212402100045.pdf, vorl"""
PAPER_ITSELF = "vorl"


def is_classic(page: Page) -> bool:
    return script_of(page.url) == SCRIPT and not page.data


def read_classic_calendar(page: Page) -> None:
    """The sittings of the table that lead to a page, and their agendas to follow.

    Where that page has data, it tells day and time in the data's form: the calendar then tells no other.
    """
    found: dict[str, LexborNode] = {}
    for node in page.tree.css(SITTING_LINKS):
        row = around(node, "tr")
        number, script = _sitting_of(node)
        if number and row is not None and lasting(number) not in found:
            found[lasting(number)] = row
            _add_sitting(page, row, number, script)
    written = {lasting(number) for number in WRITTEN.findall(page.source)}
    page.complain_of_unread("sittings", written, set(found), "error")
    rows = {row.mem_id for row in found.values()}
    for cell in page.tree.css(SITTING_IN_CALENDAR):
        row = around(cell, "tr")
        if row is not None and row.mem_id not in rows and text_of(cell):
            rows.add(row.mem_id)
            page.complain(
                "a link for each sitting",
                f"none for {text_of(row)[:150]!r}",
                "It is taken once it has one.",
                "warning",
            )


def _sitting_of(node: LexborNode) -> tuple[str | None, str]:
    """Number and script of the page that a link or a form leads to."""
    attributes = node.attributes
    if node.tag == "a":
        address = attributes.get("href") or ""
        return number_in(address), script_of(address)
    form = around(node, "form")
    action = (form.attributes.get("action") or "") if form is not None else ""
    return (attributes.get("value") or "").strip() or None, script_of(action) or SCRIPT


def _add_sitting(page: Page, row: LexborNode, number: str, script: str) -> None:
    named = row.css_first(f"{NAME_IN_CALENDAR} a[title]")
    name = (named.attributes.get("title") or "").strip() if named is not None else ""
    name = " ".join(name.split()) or text_of(row.css_first(NAME_IN_CALENDAR)) or text_of(row.css_first("a"))
    shown = " ".join(filled_cells(row))
    day = day_in(shown)
    if not name or not day:
        page.complain_of_layout(f"the day and the name of sitting {number}", shown[:150])
    meeting = Meeting(
        vendor_id=lasting(number),
        name=name or None,
        start_text=start_text(day, time_in(shown)) if script == SCRIPT else None,
        cancelled=True if CANCELLED.search(name) else None,
    )
    page.add(meeting)
    page.follow("agenda", meeting.vendor_id, page_url(page.url, number, f"/{script}"))


def read_classic_agenda(page: Page) -> None:
    """sitzungen_top.php: the Meeting, its AgendaItems, Papers and Consultations (shallow) and Files."""
    number = number_in(page.url)
    name = text_of(page.tree.css_first(TITLE))
    details = _details_of(page)
    day, time = day_in(details.get("Termin", "")), time_in(details.get("Termin", ""))
    if not number or not name or not day:
        page.complain("a sitting with its name and its day", *refusal(page))
        return
    meeting = Meeting(
        vendor_id=lasting(number),
        source_url=page.url,
        name=name,
        start_text=start_text(day, time),
        place=details.get("Raum") or None,
        cancelled=True if CANCELLED.search(name) else None,
    )
    if committees := details.get("Gremien"):
        meeting.other[NAMED_ORGANIZATION] = committees
    page.add(meeting)
    table = page.tree.css_first(ITEMS)
    if table is None:
        page.complain_of_layout("the table of the agenda", "none")
        return
    _add_items(page, meeting.vendor_id, table)


def _details_of(page: Page) -> dict[str, str]:
    """Label and value of the rows above the agenda: "Raum", "Ratssaal"."""
    found: dict[str, str] = {}
    table = page.tree.css_first(DETAILS)
    for row in rows_of(table) if table is not None else []:
        label, *values = [text_of(cell) for cell in row.iter() if cell.tag in ("td", "th")] or [""]
        if label.endswith(":"):
            found.setdefault(label.rstrip(": "), next((value for value in values if value), ""))
    return found


def _add_items(page: Page, meeting: str, table: LexborNode) -> None:
    used: Counter[str] = Counter()
    position = 0
    for row in rows_of(table):
        cells = [cell for cell in row.iter() if cell.tag == "td"]
        if len(cells) < CELLS:
            if row.css_first("input[name='vid']") is not None:
                page.complain_of_layout("rows of ten cells", f"{len(cells)}: {text_of(row)[:150]!r}")
            continue
        _add_item(page, meeting, cells, position, used)
        position += 1


def _add_item(page: Page, meeting: str, cells: list[LexborNode], position: int, used: Counter[str]) -> None:
    fields = _fields_of(next((form for cell in cells for form in cell.css("form") if "vid" in _fields_of(form)), None))
    about, status = fields.get("vid"), fields.get("status")
    title = text_of(cells[TITLE_CELL])
    paper = PAPER.search(title)
    if not title or not about or status not in PUBLIC or lasting(fields.get("nid", meeting)) != meeting:
        page.complain_of_layout("title, paper and part of each item", f"{fields}: {title[:150]!r}")
    named = f"{meeting}|{about}|{status}" if about and status else f"{meeting}|p{position}"
    used[named] += 1
    item = AgendaItem(
        vendor_id=named if used[named] == 1 else f"{named}|x{used[named]}",
        meeting=meeting,
        position=position,
        number=text_of(cells[NUMBER_CELL]) or None,
        name=" ".join(PAPER.sub("", title).split()) or None,
        public=PUBLIC.get(status or ""),
    )
    page.add(item)
    documents = _documents_of(page, cells)
    item.files = [FileLink(file=number, role="auxiliaryFile") for number, kind in documents if kind != PAPER_ITSELF]
    if not about or not (paper or any(kind == PAPER_ITSELF for _, kind in documents)):
        return
    item.consultation = f"{about}-{meeting}"
    files = [FileLink(file=number, role="mainFile") for number, kind in documents if kind == PAPER_ITSELF]
    page.add(
        Paper(
            vendor_id=about,
            reference=paper["reference"].strip() if paper else None,
            main_file=files[0].file if files else None,
            files=files,
        )
    )
    page.add(Consultation(vendor_id=item.consultation, paper=about, meeting=meeting, agenda_item=item.vendor_id))


def _documents_of(page: Page, cells: list[LexborNode]) -> list[tuple[str, str]]:
    """Number and kind of the documents of an item; each is added to the page."""
    found = []
    for form in [form for cell in cells for form in cell.css("form")]:
        action, fields = form.attributes.get("action") or "", _fields_of(form)
        number, url = fields.get(DOCUMENT_NUMBER), absolute(page.url, action)
        if script_of(action) not in DOCUMENT_FORMS:
            continue
        if not number or not url or DOCUMENT_KIND not in fields:
            page.complain_of_layout("number and kind of each document", str(fields)[:150])
            continue
        button = form.css_first("input[alt]")
        name = (button.attributes.get("alt") if button is not None else None) or text_of(form)
        address = f"{url}?{urlencode(fields)}"
        page.add_once(File(vendor_id=number, name=name or None, access_url=address, download_url=address))
        found.append((number, fields[DOCUMENT_KIND]))
    return found


def _fields_of(form: LexborNode | None) -> dict[str, str]:
    """The hidden fields of a form, by name."""
    hidden = form.css("input[name]") if form is not None else []
    return {
        field.attributes.get("name") or "": (field.attributes.get("value") or "").strip()
        for field in hidden
        if (field.attributes.get("type") or "").lower() == "hidden"
    }

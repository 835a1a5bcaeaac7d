"""vo020: a paper with its documents, its texts and its stations. vo040: the list of all papers, the newest first."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Originator, Paper
from scraper.pages.allris3.addresses import canonical, number_in, numbers_in
from scraper.pages.allris3.details import KIND_OF_PAPER, details_of, others
from scraper.pages.allris3.document import Page, cells_in, lines_of
from scraper.pages.allris3.files import add_files, complain_of_lost_documents, documents_in
from scraper.pages.allris3.stations import read_stations
from scraper.pages.allris3.texts import name_of, texts_of, without_heading
from scraper.pages.council.documents import first_of, links_of_paper
from scraper.pages.council.moments import day_in
from scraper.pages.council.page import REPORT, rows_of, tables_around, text_of

FROM = re.compile(
    r"(?:einreicher|antragsteller|initiator|verfasser|einbringer|urheber|fraktion|vorstand)", re.IGNORECASE
)
"""Verfasserin: SPD-Fraktion"""
UNDER = re.compile(r"(?:federführ|dezernat|fachbereich|amt\b)", re.IGNORECASE)
"""Federführend: Fachamt Interner Service"""
CLERK = re.compile(r"(?:sach)?bearbeite", re.IGNORECASE)
"""Bearbeiter/-in: a person who works for the town; not taken."""
PUBLICITY = re.compile(r"öffentlich", re.IGNORECASE)
HEADING = re.compile(r"(?P<word>[^\d-][^\d]*?) - (?P<reference>\S.*)")
"""Drucksache - 22-2362; in the responsive skin: VO/2026/181 - öffentliche Beschlussvorlage"""
PAGE_SPAN = re.compile(r"Ergebnisse\s+(?P<first>[0-9]+)-(?P<last>[0-9]+)\s+von")
"""Ergebnisse 1-50 von ungefähr 19200"""
NEXT = "a[href*='shownext=true' i]"
LISTED = "td a[href*='VOLFDNR=' i]"
COLUMNS = re.compile(r"(?P<date>Angel|Datum|Freig)|(?P<paper_type>Art\b)|(?P<originator>Initiator|Verfasser)")
"""Headings of the list: Angel., D.-Art"""


def read_paper(page: Page) -> None:
    """The Paper, its Files and originators, its texts in `other`, and its Consultations."""
    number = page.number("paper")
    details = details_of(page)
    subject = text_of(details.get("Betreff"))
    kind = next((label for label in details if KIND_OF_PAPER.fullmatch(label)), None)
    paper_type = text_of(details.get(kind)) if kind else ""
    word, reference = _heading(page, paper_type)
    if not number or not (subject or (reference and kind)):
        page.complain_of_refusal("a paper with its number and its subject")
        return
    if page.is_of_another("paper", number):
        return
    for what, found in (("subject", subject), ("reference", reference), ("kind", paper_type)):
        if not found:
            page.complain_of_layout(f"the paper's {what}", f"{page.heading[:80]!r}, labels {', '.join(details)[:200]}")
    status = text_of(details.get("Status"))
    if not PUBLICITY.search(status):
        page.complain("a paper's status, öffentlich or nichtöffentlich", repr(status[:80]), REPORT, "warning")
    documents = documents_in(page, page.tree.root, number) if page.tree.root is not None else []
    files = links_of_paper(documents, (reference, paper_type, word))
    people = [label for label in details if FROM.search(label) or UNDER.search(label)]
    clerks = [label for label in details if CLERK.search(label)]
    taken = frozenset({"Betreff", *([kind] if kind else []), *people, *clerks})
    texts = {name_of(page, anchor): without_heading(text) for anchor, text in texts_of(page).items()}
    page.add(
        Paper(
            vendor_id=number,
            source_url=canonical(page.url, "paper"),
            reference=reference or None,
            name=subject or None,
            paper_type=paper_type or None,
            main_file=first_of(files, "mainFile"),
            files=files,
            originators=[one for label in people for one in _originators(label, details[label])],
            other={**others(details, taken), **{name: text for name, text in texts.items() if text}},
        )
    )
    add_files(page, documents)
    read_stations(page, number)
    complain_of_lost_documents(page, {one.number for one in documents})


def read_papers(page: Page) -> None:
    """Papers (shallow) with the day on which they were entered, "paper" for each, and the next page of the list."""
    tables = tables_around(page.tree.css(LISTED))
    if not tables and not PAGE_SPAN.search(page.source):
        page.complain_of_refusal("a list of papers")
        return
    for table in tables:
        heads = _columns(table)
        for row in rows_of(table):
            _read_row(page, row, heads)
    page.complain_of_unread("papers", numbers_in(page.source, "paper"), {one.key for one in page.reading.follow})
    span, following = PAGE_SPAN.search(page.source), page.tree.css_first(NEXT)
    if not page.reading.items:
        page.complain_of_layout("papers in the list", "none")
    if span and following is not None:
        page.follow("papers", str(int(span["last"]) + 1), following.attributes.get("href") or "")


def _read_row(page: Page, row: LexborNode, heads: list[str]) -> None:
    link = row.css_first(LISTED)
    number = number_in((link.attributes.get("href") or "") if link is not None else "", "paper")
    if link is None or number is None:
        return
    reference, _, name = (link.text() or "").partition("\xa0")
    if not name.strip():
        page.complain_of_layout("reference and subject of each paper", text_of(row)[:200])
    paper = Paper(vendor_id=number, reference=" ".join(reference.split()) or None, name=" ".join(name.split()) or None)
    cells = cells_in(row)
    told = list(zip(heads, cells, strict=True)) if len(heads) == len(cells) else []
    if not told:
        page.complain_of_layout(f"{len(heads)} cells under as many headings", f"{len(cells)}: {text_of(row)[:150]!r}")
    for head, cell in told:
        found, text = COLUMNS.search(head), text_of(cell)
        if not found or not text:
            continue
        if found["date"] and (day := day_in(text)):
            paper.date_text = day
        elif found["paper_type"]:
            paper.paper_type = text
    page.add(paper)
    page.follow("paper", number, canonical(link.attributes.get("href") or "", "paper"))


def _columns(table: LexborNode) -> list[str]:
    """The heading of each column, repeated where it spans several."""
    row = table.css_first("tr.zk1") or next((one for one in table.css("tr") if one.css_first("th") is not None), None)
    heads: list[str] = []
    for head in row.css("th") if row is not None else []:
        span = head.attributes.get("colspan") or "1"
        heads += [text_of(head)] * (int(span) if span.isdecimal() and len(span) < 3 else 1)
    return heads


def _heading(page: Page, paper_type: str) -> tuple[str | None, str]:
    """What the town calls its papers ("Drucksache"), and the paper's reference."""
    heading = page.heading
    if paper_type and heading.endswith(f" - {paper_type}"):
        return None, heading.removesuffix(f" - {paper_type}")
    found = HEADING.fullmatch(heading)
    return (found["word"], found["reference"]) if found else (None, "")


def _originators(label: str, value: LexborNode) -> list[Originator]:
    role = "originator" if FROM.search(label) else "direction"
    return [Originator(role=role, name=line) for line in lines_of(value)]

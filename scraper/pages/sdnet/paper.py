"""/vorgang/: a paper with its documents and its way through the committees, or an item that has no paper."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem, FileLink, Originator, Paper
from scraper.pages.council.documents import first_of, links_of_item, links_of_paper
from scraper.pages.council.page import text_of
from scraper.pages.council.refusals import refusal
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page
from scraper.pages.sdnet.files import add_documents, documents_of, links_in
from scraper.pages.sdnet.names import Once, paper_id, slug
from scraper.pages.sdnet.stations import read_stations

CALLED = re.compile(r"^Vorgang\b\s*(?P<reference>.*?)(?:\s+-\s+SD\.NET RIM.*)?$")
"""Vorgang T 02/325/26 - SD.NET RIM 4 | Hansestadt Wesel"""
SUBJECT = "Betreff"
MANY = 2
"""Documents that an agenda does not link one by one."""
DATES = ("Datum", "Erstellungsdatum", "Erstellt am", "Vorlagendatum", "Eingangsdatum")
FROM = re.compile(r"antragstell|einreich|initiator|verfasser|einbringer|fraktion|anfragestell", re.IGNORECASE)
"""Antragsteller: CDU-Fraktion"""
UNDER = re.compile(r"federführ|fachbereich|fachdienst|dezernat|organisationseinheit|(?:^|fach)amt\b", re.IGNORECASE)
"""Federführung: Büro des Bürgermeisters"""


def read_paper(page: Page) -> None:
    """The Paper, its Files and originators, its Consultations, and what each sitting decided on its AgendaItem.

    The page of an item without a paper tells only the last.
    """
    details = page.details
    called = CALLED.match(page.heading) or CALLED.match(page.title)
    subject = page.value(SUBJECT)
    if called is None or not subject:
        page.complain("a paper with its number and its subject", *refusal(page))
        return
    label, reference = _reference(page, called["reference"])
    number = paper_id(reference)
    if number is None:
        read_stations(page, None)
        _add_attachments(page)
        return
    documents = documents_of(page, links_in(*details.values()), number, Once())
    guessed = first_of(links_of_paper([*documents], (reference, label, f"{label} {reference}")), "mainFile")
    main = next((one.number for one in documents if one.role == "mainFile"), guessed)
    people = [name for name in details if (FROM.search(name) or UNDER.search(name)) and name != label]
    taken = frozenset({SUBJECT, label, *DATES, *people})
    page.add(
        Paper(
            vendor_id=number,
            source_url=page.url,
            reference=reference,
            name=subject,
            paper_type=label or None,
            date_text=next((text for name in DATES if (text := page.value(name))), None),
            main_file=main,
            files=[
                FileLink(file=one.number, role="mainFile" if one.number == main else "auxiliaryFile")
                for one in documents
            ],
            originators=[_originator(name, details[name]) for name in people if page.value(name)],
            other=page.other_values(taken),
        )
    )
    add_documents(page, documents)
    read_stations(page, number)


def _add_attachments(page: Page) -> None:
    """Of an item without a paper: the agenda links one attachment, and of several only tells the names."""
    item = next((item for item in page.reading.items if isinstance(item, AgendaItem)), None)
    links = links_in(*page.details.values())
    documents = documents_of(page, links, item.vendor_id if item else "", Once())
    if any(document.role == "mainFile" for document in documents):
        page.complain_of_layout("the number of the paper whose documents these are", f"none in {page.heading!r}")
    if item is None or len(documents) < MANY:
        return
    item.files = links_of_item([*documents])
    add_documents(page, documents)


def _reference(page: Page, called: str) -> tuple[str, str]:
    """The label that says what kind of paper it is, and the number behind it; both empty for an item without one.

    The number stands in the heading too: an item without a paper is called nothing there, or what it is about.
    """
    if not called or slug(called) == slug(page.value(SUBJECT)):
        return "", ""
    lines = [(label, text) for label, node in page.details.items() if (text := text_of(node)) and label != SUBJECT]
    found = next((line for line in lines if slug(line[1]) == slug(called)), None)
    if found is None:
        page.complain_of_layout(f"what kind of paper {called!r} is", f"lines {', '.join(page.details)[:150]}")
    return found or ("", called)


def _originator(label: str, value: LexborNode) -> Originator:
    address = next((a for link in value.css("a[href]") if (a := link.attributes.get("href"))), "")
    return Originator(
        role="originator" if FROM.search(label) else "direction",
        name=text_of(value),
        organization=slug(text_of(value)) if kind_of(address) == "organization" else None,
    )

"""vo020: a paper with its documents and its stations."""

import re

from scraper.items import Originator, Paper
from scraper.pages.allris4.addresses import number_in
from scraper.pages.allris4.consultations import read_stations
from scraper.pages.allris4.document import Page
from scraper.pages.allris4.files import (
    add_attachments,
    attachments_of,
    complain_of_lost_documents,
    document_links,
    documents_of,
)
from scraper.pages.allris4.refusals import complain_of_what_came
from scraper.pages.council.documents import add_files, first_of, links_of_paper
from scraper.pages.council.page import absolute

REFERENCE = ("Vorlagennummer", "Vorlagen-Nr.", "Vorlagenzeichen", "Drucksachennummer", "Drucksache", "Nummer")
"""What towns call a paper's number, where they say it beside the heading."""
BEHIND_KIND = re.compile(r"(?:^|\s)-\s+(?P<reference>\S.*)$")
"""Antrag - 469/2026"""
FROM = re.compile(r"^(?:voverfasser|voantrag|anunterstuetzer)")
UNDER = "vofamt"
IN_OWN_FIELDS = ("vobetreff", "voart", "vodatum")
LABELS_IN_OWN_FIELDS = ("Betreff", "Vorlageart", "Vorlagenart", "Art", "Datum")


def read_paper(page: Page) -> None:
    """The Paper, its Files and originators, its Consultations."""
    number = number_in(page.url, "paper")
    details = page.details
    subject = details.text("vobetreff", "Betreff")
    paper_type = details.text("voart", "Vorlageart", "Vorlagenart")
    reference = next((text for label in REFERENCE if (text := details.text("", label))), None) or _reference(
        page.heading, paper_type
    )
    if not number or not subject:
        complain_of_what_came(page, "a paper with its number and its subject")
        return
    if page.is_of_another("paper", number):
        return
    if not reference:
        page.complain_of_layout("the paper's number", f"none in the heading {page.heading[:80]!r}")
    url = absolute(page.url, f"vo020?VOLFDNR={number}")
    documents = documents_of(page, document_links(page.tree.body))
    attachments = attachments_of(page, number, url or page.url)
    files = links_of_paper([*documents, *attachments], (reference, paper_type))
    people = [name for name in details.by_name if FROM.match(name) or name == UNDER]
    page.add(
        Paper(
            vendor_id=number,
            source_url=url,
            reference=reference,
            name=subject,
            paper_type=paper_type or None,
            date_text=details.text("vodatum", "Datum") or None,
            main_file=first_of(files, "mainFile"),
            files=files,
            originators=[
                Originator(role="direction" if name == UNDER else "originator", name=text)
                for name in people
                if (text := details.text(name))
            ],
            other=details.others((*IN_OWN_FIELDS, *people), (*LABELS_IN_OWN_FIELDS, *REFERENCE)),
        )
    )
    add_files(page, documents)
    add_attachments(page, attachments)
    complain_of_lost_documents(page, {one.number for one in documents})
    read_stations(page, number)


def _reference(heading: str, paper_type: str) -> str | None:
    """What the heading says behind the kind of the paper; the kind may have a dash of its own."""
    if paper_type and heading.startswith(f"{paper_type} - "):
        return heading.removeprefix(f"{paper_type} - ") or None
    found = BEHIND_KIND.search(heading)
    return found["reference"] if found else None

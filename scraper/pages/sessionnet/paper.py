"""vo0050 (and ag0050, requests of members): a paper with its documents; in the old layout with its stations too."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Originator, Paper
from scraper.pages.council.documents import add_files, first_of, links_of_paper
from scraper.pages.council.moments import PORTAL
from scraper.pages.council.page import text_of
from scraper.pages.council.refusals import refusal
from scraper.pages.sessionnet.addresses import canonical, number_in, paper_in, script_of
from scraper.pages.sessionnet.consultations import read_stations
from scraper.pages.sessionnet.details import details_of, others
from scraper.pages.sessionnet.document import Page
from scraper.pages.sessionnet.files import documents_of, holders_in

REFERENCE = ("Vorlage", "Name", "Nummer", "Drucksache", "Vorlagennummer", "Vorlagen-Nr.", "Drucksachennummer")
"""What towns call a paper's number."""
FROM = re.compile(r"(?:einreicher|antragsteller|initiator|verfasser|einbringer|fraktion)", re.IGNORECASE)
"""Einreicher: CDU-Fraktion"""
UNDER = re.compile(
    r"(?:federführ|organisationseinheit|dezernat|fachbereich|fachdienst|verantwortlich|(?:^|stadt|fach)amt\b)",
    re.IGNORECASE,
)
"""Federführendes Amt: Stadtkämmerei"""
APART = "nav, footer, #sidebar-wrapper, #smcnav, table[summary*='Berat']"
"""What holds documents of other things."""


def read_paper(page: Page) -> None:
    """The Paper, its Files and originators, Consultations where the page shows them, "consultations" where not."""
    number = paper_in(page.url)
    details = details_of(page)
    reference = next((text for label in REFERENCE if (text := text_of(details.get(label)))), None)
    subject = text_of(details.get("Betreff"))
    name = subject or (PORTAL.sub("", page.heading) if reference else "")
    if not number or not (reference or subject):
        page.complain("a paper with its number and its subject", *refusal(page))
        return
    for what, found in (("subject", name), ("number", reference)):
        if not found:
            page.complain_of_layout(f"the paper's {what}", f"fields {', '.join(details)[:200]}")
    paper_type = text_of(details.get("Art")) or None
    documents = documents_of(page, _holders(page))
    files = links_of_paper(documents, (reference, paper_type))
    labels_of_people = [label for label in details if FROM.search(label) or UNDER.search(label)]
    page.add(
        Paper(
            vendor_id=number,
            source_url=canonical(page.url, "request" if number.startswith("ag") else "paper"),
            reference=reference,
            name=name or None,
            paper_type=paper_type,
            date_text=text_of(details.get("Datum")) or None,
            main_file=first_of(files, "mainFile"),
            files=files,
            originators=[_originator(label, details[label]) for label in labels_of_people if text_of(details[label])],
            other=others(details, frozenset({*REFERENCE, "Betreff", "Art", "Datum", *labels_of_people})),
        )
    )
    add_files(page, documents)
    read_stations(page, number)
    for address, _ in page.links():
        if script_of(address) in ("vo0051", "vo0053") and paper_in(address) == number:
            page.follow("consultations", number, canonical(address, "paper"))


def _originator(label: str, value: LexborNode) -> Originator:
    link = value.css_first("a[href]")
    address = (link.attributes.get("href") if link is not None else None) or ""
    return Originator(
        role="originator" if FROM.search(label) else "direction",
        name=text_of(value),
        organization=number_in(address, "organization"),
        person=number_in(address, "person"),
    )


def _holders(page: Page) -> list[LexborNode]:
    """Links and forms to documents, without those of stations and of menus."""
    apart = {holder.mem_id for node in page.tree.css(APART) for holder in holders_in(node)}
    body = page.tree.body
    return [holder for holder in holders_in(body) if holder.mem_id not in apart] if body is not None else []

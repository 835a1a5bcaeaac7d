"""api/v1/sitzungen/{siNr}/tagesordnung/dokumente: the documents of a sitting's items."""

from scraper.items import AgendaItem
from scraper.pages.council.data import Told, word
from scraper.pages.council.documents import Document, add_files, first_of, links_of_item
from scraper.pages.sessionnet6.addresses import file_url, meeting_in
from scraper.pages.sessionnet6.document import Page, number_of

ENDING = "pdf"
"""The app shows every document in its viewer for PDF."""


def read_documents(page: Page) -> None:
    """The Files, and the AgendaItems with nothing but them."""
    by_item: dict[str, list[Document]] = {}
    for told in page.listed("documents", "doNr") or []:
        item, document = number_of(told, "toNr"), _document(page, told)
        if item is None or document is None:
            page.complain_of_layout("a document's item, name and address", str(told)[:150])
        else:
            by_item.setdefault(item, []).append(document)
    meeting = meeting_in(page.url)
    for item, documents in by_item.items():
        links = links_of_item(documents)
        resolution = first_of(links, "resolutionFile")
        page.add(AgendaItem(vendor_id=item, meeting=meeting, files=links, resolution_file=resolution))
        add_files(page, documents)


def _document(page: Page, told: Told) -> Document | None:
    number, name, address = number_of(told, "doNr"), word(told, "name"), word(told, "ref")
    if not number or not name or not address or number not in address.split("/"):
        return None
    return Document(number=number, name=name, url=file_url(page.url, address), ending=ENDING)

"""Documents of ALLRIS 4: links that name a document's number, and attachments, which have a place in a list only."""

import re
from collections import Counter
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from scraper.items import File
from scraper.pages.allris4.addresses import number_in
from scraper.pages.allris4.document import Page
from scraper.pages.council.documents import Document
from scraper.pages.council.page import absolute, classes_of, text_of

LINKS = "a[href*='/doc']"
NO_ADDRESS = "aside li a:not([href]), td.toDoc a:not([href])"
SHUT = "disable"
"""Class of a link to a document that the site does not hand out."""
ENDING = re.compile(r"/doc[0-9]+\.(?P<ending>[a-z]+)", re.IGNORECASE)
WRITTEN = re.compile(r"wicket\.Application/doc([0-9]{1,18})\.")
ATTACHMENTS = "a[href*='-attachmentsList-']"
"""./vo020?1--anlagenHeaderPanel-attachmentsList-0-attachment-link&VOLFDNR=1001540; a table repeats them otherwise."""
TOOLTIP = "data-simpletooltip-text"
QUOTED = re.compile(r"Öffnet\s.*?-Datei\s'(?P<name>.+)'\sin\sneuem\sFenster", re.DOTALL)
"""Öffnet PDF-Datei 'Sammeldokument öffentlich' in neuem Fenster"""


def document_links(node: LexborNode | None) -> list[LexborNode]:
    if node is None:
        return []
    links = [link for link in node.css(LINKS) if ENDING.search(link.attributes.get("href") or "")]
    return [link for link in links if SHUT not in classes_of(link)]


def complain_of_lost_documents(page: Page, read: set[str]) -> None:
    """Numbers in the page's source that are not among those `read`, and links in the boxes that lead nowhere."""
    shut = {number_in(one.attributes.get("href") or "", "document") or "" for one in page.tree.css(f"a.{SHUT}[href]")}
    written = {number.lstrip("0") for number in WRITTEN.findall(page.source)}
    page.complain_of_unread("documents", written - shut, read)
    for link in page.tree.css(NO_ADDRESS):
        if SHUT not in classes_of(link):
            page.complain(
                "an address in each link to a document",
                f"{text_of(link)[:150]!r} without",
                "Nothing to do if the document is not public. Else please report it with the stored page.",
                severity="warning",
            )


def documents_of(page: Page, links: Iterable[LexborNode]) -> list[Document]:
    """Each document once. Tables say its name in the tooltip only, and boxes may shorten it."""
    documents: dict[str, Document] = {}
    for link in links:
        address = link.attributes.get("href") or ""
        number, url, ending = number_in(address, "document"), absolute(page.url, address), ENDING.search(address)
        if not number or not url or not url.startswith("http"):
            continue
        quoted = QUOTED.search(link.attributes.get(TOOLTIP) or "")
        name = " ".join(quoted["name"].split()) if quoted else text_of(link)
        document = Document(number=number, name=name, url=url, ending=ending["ending"].lower() if ending else None)
        known = documents.setdefault(number, document)
        known.name = known.name or name
    return list(documents.values())


def attachments_of(page: Page, owner: str, seen_at: str) -> list[Document]:
    """Attachments of the paper or item `owner`, named by it and by their names.

    Their links count places in the page of one visit, so they are no addresses to keep; `seen_at` is the page's own.
    """
    documents = []
    used: Counter[str] = Counter()
    for link in page.tree.css(ATTACHMENTS):
        name = text_of(link)
        if not name:
            page.complain_of_layout("the name of each attachment", (link.attributes.get("href") or "")[:200])
            continue
        used[name] += 1
        number = f"{owner}-{name}" if used[name] == 1 else f"{owner}-{name}x{used[name]}"
        documents.append(Document(number=number, name=name, url=seen_at, is_attachment=True))
    return documents


def add_attachments(page: Page, attachments: Iterable[Document]) -> None:
    for one in attachments:
        page.add(File(vendor_id=one.number, name=one.name, access_url=one.url))

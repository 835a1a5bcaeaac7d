"""Documents in the data. Their numbers differ from page to page; what they belong to, and their kind, do not."""

from scraper.items import File
from scraper.pages.council.data import Told, objects, part, word
from scraper.pages.council.documents import MIME_TYPES
from scraper.pages.council.page import REPORT, absolute
from scraper.pages.rubin.addresses import lasting, query_of
from scraper.pages.rubin.document import Page
from scraper.pages.rubin.meetings import UNKNOWN_DAY

PUBLIC = "1"
"""documentPublicStatusId; documents with another one are named, and not handed out."""
RELATIONS = (
    "document_relation_id", "submission_id", "submission_attachment_id", "agenda_item_id", "agenda_item_attachment_id",
    "meeting_id",
)  # fmt: skip
"""Parameters of a document's address that say what it belongs to."""
SUBMISSION, RESOLUTION, SUBMISSION_ATTACHMENT = "4", "5", "13"
"""document_type_id: a paper, the resolution on an item, an attachment of a paper."""
OF_PAPER = frozenset({SUBMISSION, SUBMISSION_ATTACHMENT})


class Document:
    """One document: `key` names it on all pages, `kind` is its document_type_id, `called` what the site calls that."""

    def __init__(self, told: Told, base: str) -> None:
        self.told = told
        self.url = absolute(base, address) if (address := word(told, "documentUrl")) else None
        query = query_of(self.url or "")
        relations = {lasting(found) for name in RELATIONS if (found := query.get(name))}
        self.kind = query.get("document_type_id")
        self.key = f"{relations.pop()}|{self.kind}" if len(relations) == 1 and self.kind else None
        self.named_twice = {self.key, lasting(word(told, "compositeId") or self.key or "")}
        """Newer servers name it beside its address, too."""
        self.status = word(told, "documentPublicStatusId")
        self.called = word(part(told, "documentType"), "name")
        self.name = word(told, "documentName", "beschreibung", "bookmarkText")


def documents_of(page: Page, told: Told) -> list[Document]:
    """The documents of a sitting or an item that anyone may read; each is added to the page."""
    found = []
    for one in objects(told.get("documents")):
        document = Document(one, page.url)
        if document.url is None and document.status not in (None, PUBLIC):
            continue
        if None in (document.key, document.name, document.status):
            page.complain_of_layout("a document's name, whether it is public, what it belongs to", str(one)[:200])
            continue
        if len(document.named_twice) > 1:
            both = " and ".join(sorted(str(name) for name in document.named_twice))
            page.complain("one name for a document", both, REPORT, severity="warning")
        if document.status == PUBLIC:
            page.add_once(_file(document))
            found.append(document)
    return found


def _file(document: Document) -> File:
    ending = (word(document.told, "documentExtension") or "").lower()
    size = word(document.told, "documentSize") or ""
    day = word(document.told, "documentDate")
    return File(
        vendor_id=document.key or "",
        name=document.name,
        mime_type=MIME_TYPES.get(ending),
        size=int(size) if size.isascii() and size.isdigit() and int(size) and len(size) < 12 else None,
        date_text=None if day is None or UNKNOWN_DAY.match(day) else day,
        access_url=document.url,
        download_url=document.url,
    )

"""Documents of a page: links to getfile, and the forms by which older versions hand a document out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from scraper.items import File, FileLink
from scraper.pages.sessionnet.addresses import absolute, number_in, script_of
from scraper.pages.sessionnet.document import Page, around, classes_of, text_of

HOLDERS = "a[href*='getfile'], a[href*='ydocstart'], form"
MIME_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "jpg": "image/jpeg",
    "png": "image/png",
    "tif": "image/tiff",
    "zip": "application/zip",
}
ENDING = re.compile(r"Dateityp:\s*([a-z]+)", re.IGNORECASE)
"""title="Dokument Download Dateityp: pdf" """
DOWNLOAD_TITLE = re.compile(r"^Dokument (?:Download|anzeigen)\b[:\s]*(?:Dateityp:.*)?", re.IGNORECASE)
SIZE = re.compile(r"\s*\(?[0-9][0-9.,]*\s*(?:KB|MB|Bytes?)\)?\s*$", re.IGNORECASE)
"""Beschlussvorlage VIII/2026/02530 323 KB"""
FORM_NUMBERS = ("DT", "id")
"""Names of the hidden field that holds the document's number."""
EXTRA = "smc-d-ex"
"""Class of an attachment in the newer layouts; what lacks it is a document of its own."""

INVITATION = re.compile(r"^(?:öffentliche |nicht ?öffentliche )?einladung", re.IGNORECASE)
VERBATIM = re.compile(r"wort(?:protokoll|niederschrift)", re.IGNORECASE)
MINUTES = re.compile(
    r"^(?:öffentliche |nicht ?öffentliche )?(?:niederschrift|(?:sitzungs|ergebnis|beschluss|kurz)?protokoll)\b",
    re.IGNORECASE,
)
"""Niederschrift öffentlich; not: Anlage 1 zur Niederschrift"""
RESOLUTION = re.compile(r"^(?:beschluss|sitzungs|protokoll)?(?:auszug|ausfertigung)|^beschluss$", re.IGNORECASE)
"""Beschlussausfertigung"""
PAPER_ITSELF = re.compile(
    r"^[\w-]*vorlage(?:\b|$)|^(?:(?:änderungs|ergänzungs|dringlichkeits)?antrag|anfrage|mitteilung)$", re.IGNORECASE
)
"""Beschlussvorlage VIII/2026/02530"""


@dataclass
class Document:
    number: str
    name: str
    ending: str | None
    url: str
    fields: dict[str, str] | None
    """What the form sends by POST; None for a link."""
    holder: LexborNode
    """The link or form."""


def holders_in(node: LexborNode) -> list[LexborNode]:
    """The links and forms to documents within a node."""
    return [holder for holder in node.css(HOLDERS) if holder.tag == "a" or _is_download(holder)]


def documents_of(page: Page, holders: Iterable[LexborNode]) -> list[Document]:
    """Each document once: a button, an icon and a text link carry the same number."""
    documents: dict[str, Document] = {}
    for holder in holders:
        document = _of_link(page, holder) if holder.tag == "a" else _of_form(page, holder)
        if document is None:
            continue
        known = documents.setdefault(document.number, document)
        known.name = known.name or document.name
        known.ending = known.ending or document.ending
    return list(documents.values())


def add_files(page: Page, documents: Iterable[Document]) -> None:
    for document in documents:
        mime_type = MIME_TYPES.get(document.ending or "")
        file = File(vendor_id=document.number, name=document.name or None, mime_type=mime_type)
        if document.fields is None:
            file.access_url = file.download_url = document.url
        else:
            file.other = {"download": {"method": "POST", "url": document.url, "fields": document.fields}}
        page.add(file)


def links_of_meeting(documents: Iterable[Document]) -> list[FileLink]:
    return [FileLink(file=document.number, role=_role_in_meeting(document.name)) for document in documents]


def links_of_item(documents: Iterable[Document]) -> list[FileLink]:
    return [
        FileLink(file=document.number, role="resolutionFile" if RESOLUTION.search(document.name) else "auxiliaryFile")
        for document in documents
    ]


def links_of_paper(documents: list[Document], names: Iterable[str | None]) -> list[FileLink]:
    """The paper itself is the document called like it, its kind or "Vorlage"; all others are attachments.

    `names`: the paper's reference and its kind.
    """
    own = {name.casefold() for name in names if name}
    itself = next(
        (document for document in documents if document.name.casefold() in own),
        next((one for one in documents if not _is_extra(one.holder) and PAPER_ITSELF.search(one.name)), None),
    )
    return [
        FileLink(file=document.number, role="mainFile" if document is itself else "auxiliaryFile")
        for document in documents
    ]


def first_of(links: Iterable[FileLink], role: str) -> str | None:
    return next((link.file for link in links if link.role == role), None)


def _role_in_meeting(name: str) -> str:
    if VERBATIM.search(name):
        return "verbatimProtocol"
    if MINUTES.search(name):
        return "resultsProtocol"
    return "invitation" if INVITATION.search(name) else "auxiliaryFile"


def _of_link(page: Page, link: LexborNode) -> Document | None:
    address = link.attributes.get("href") or ""
    number = number_in(address, "file")
    url = absolute(page.url, address.strip().rstrip("&")) if number else None
    if not number or not url:
        return None
    title = " ".join((link.attributes.get("title") or "").split())
    ending = ENDING.search(title)
    return Document(
        number=number,
        name=SIZE.sub("", text_of(link)) or DOWNLOAD_TITLE.sub("", title),
        ending=ending.group(1).lower() if ending else None,
        url=url,
        fields=None,
        holder=link,
    )


def _of_form(page: Page, form: LexborNode) -> Document | None:
    fields = {
        name: field.attributes.get("value") or ""
        for field in form.css("input[type=hidden]")
        if (name := field.attributes.get("name"))
    }
    number = next((fields[name] for name in FORM_NUMBERS if fields.get(name, "").isdecimal()), None)
    url = absolute(page.url, form.attributes.get("action") or "")
    if not number or not url or len(number) > 18:
        return None
    button = form.css_first("input[type=submit], input[type=image], button")
    cell = around(form, "tr")
    title = " ".join(((button.attributes.get("title") if button is not None else None) or "").split())
    name = SIZE.sub("", text_of(form) or text_of(cell)) or DOWNLOAD_TITLE.sub("", title)
    return Document(number.lstrip("0") or number, name, None, url, fields, form)


def _is_download(form: LexborNode) -> bool:
    return script_of(form.attributes.get("action") or "") in ("getfile", "ydocstart")


def _is_extra(link: LexborNode) -> bool:
    """Whether the box of a document (div.smc-d-el) is marked as an attachment's."""
    outer = link.parent
    for _ in range(5):
        if outer is None:
            return False
        names = classes_of(outer)
        if "smc-d-el" in names:
            return EXTRA in names
        outer = outer.parent
    return False

"""Documents of a council's pages: what their names say they are, and the Files and links that are made of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from scraper.items import File, FileLink
from scraper.pages.council.page import Page

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
SIZE = re.compile(r"\s*\(?[0-9][0-9.,]*\s*(?:KB|MB|Bytes?)\)?\s*$", re.IGNORECASE)
"""Beschlussvorlage VIII/2026/02530 323 KB"""
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


@dataclass(kw_only=True)
class Document:
    number: str
    name: str
    url: str
    ending: str | None = None
    """As in a file name: "pdf"."""
    fields: dict[str, str] | None = None
    """What the form sends by POST; None for a link."""
    is_attachment: bool = False
    """The page marks it as one."""
    is_paper: bool = False
    """The page marks it as the paper itself."""


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
    """The paper itself is the document called like it or its kind, marked as it, or called "Vorlage"; others are not.

    `names`: the paper's reference and its kind.
    """
    own = {name.casefold() for name in names if name}
    called_like_it = (document for document in documents if document.name.casefold() in own)
    marked = (document for document in documents if document.is_paper)
    called_paper = (one for one in documents if not one.is_attachment and PAPER_ITSELF.search(one.name))
    itself = next(chain(called_like_it, marked, called_paper), None)
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

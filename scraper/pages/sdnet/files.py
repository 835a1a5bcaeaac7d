"""Documents: links to /sdnetrim/<token>/<name of the file>, with icons whose classes say what each document is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from scraper.items import File
from scraper.pages.council.documents import SIZE, Document, add_files
from scraper.pages.council.moments import day_in
from scraper.pages.council.page import absolute, text_of
from scraper.pages.sdnet.document import DOCUMENT, Page
from scraper.pages.sdnet.names import Once, slug

FILE = re.compile(r"/sdnetrim/[^/?#]+/(?P<name>[^/?#]+)")
"""/sdnetrim/UGhVM0hpd2NXNFdFcExjZWkcXSXQ/Vorlage_T_02-325-26.pdf"""
ENDING = re.compile(r"\.(?P<ending>[A-Za-z]{2,4})$")
EXPORTED = re.compile(r"\s*\((?:exportiert|aktualisiert)\b(?P<when>[^)]*)\)", re.IGNORECASE)
"""(exportiert: 18.09.2026)"""
OPENS = re.compile(r"\s+im [\w-]+-Format (?:öffnen|herunterladen)\.?$", re.IGNORECASE)
"""Vorlage T 02/325/26 im PDF-Format öffnen"""
BUNDLE = re.compile(r"gesamte-sitzungsunterlagen|/Gesamtes_Sitzungspaket\.")
"""All documents of a sitting in one, made when asked for."""
ICON = re.compile(r"\b(?P<what>[a-z]+)(?:-nachtrag)?(?P<attachment>-attachment)?-link\b")
"""document-link fa-sst-file einladung-nachtrag-link; attachment-link vorlage-attachment-link"""
GENERAL = frozenset({"document", "attachment"})
ROLES = {
    "beschluss": "resolutionFile",
    "einladung": "invitation",
    "tagesordnung": "invitation",
    "niederschrift": "resultsProtocol",
    "protokoll": "resultsProtocol",
    "vorlage": "mainFile",
}
"""By what the icon is of; an attachment to it has none of them."""


@dataclass(kw_only=True)
class Exported(Document):
    """`role` is None where the icon does not tell it; `day` is that of the export, as written."""

    role: str | None = None
    day: str | None = None


def links_in(*nodes: LexborNode | None) -> list[LexborNode]:
    """The links to documents in `nodes`, in order."""
    return [link for node in nodes if node is not None for link in node.css(DOCUMENT)]


def is_of_item(link: LexborNode) -> bool:
    """Whether a document is what was decided, or comes with it; all others belong to the paper."""
    return "beschluss" in _icon(link)


def documents_of(page: Page, links: Iterable[LexborNode], owner: str, once: Once) -> list[Exported]:
    """Documents of the thing called `owner`, each named by it and by the name of its file."""
    found: dict[str, Exported] = {}
    for link in links:
        address = (link.attributes.get("href") or "").strip()
        named, icon = FILE.search(address), _icon(link)
        if not named or address in found or BUNDLE.search(f"{address} {icon}"):
            continue
        if not icon:
            page.complain_of_layout("an icon that says what a document is", f"none: {text_of(link)[:150]!r}")
        url = address if address.startswith("https://") else absolute(page.url, address)
        if url is None:
            continue
        file_name = unquote(named["name"])
        ending = ENDING.search(file_name)
        kinds = [kind for kind in ICON.finditer(icon) if kind["what"] not in GENERAL]
        attached = any(kind["attachment"] for kind in kinds)
        told = text_of(link)
        exported = EXPORTED.search(told)
        found[address] = Exported(
            number=once(f"{owner}-{slug(file_name)}"),
            name=_name(told, link) or file_name,
            url=url,
            ending=ending["ending"].lower() if ending else None,
            is_attachment=attached,
            role=next((ROLES[kind["what"]] for kind in kinds if not attached and kind["what"] in ROLES), None),
            day=day_in(exported["when"]) if exported else None,
        )
    return list(found.values())


def add_documents(page: Page, documents: Sequence[Exported]) -> None:
    days = {document.number: document.day for document in documents}
    before = len(page.reading.items)
    add_files(page, documents)
    for file in page.reading.items[before:]:
        if isinstance(file, File):
            file.date_text = days[file.vendor_id]


def _name(told: str, link: LexborNode) -> str:
    """What the link shows, or else its title, without the day of the export, the size and what a click does."""
    if name := SIZE.sub("", EXPORTED.sub("", told)).strip():
        return name
    title = " ".join((link.attributes.get("title") or link.attributes.get("aria-label") or "").split())
    return SIZE.sub("", EXPORTED.sub("", OPENS.sub("", title))).strip()


def _icon(link: LexborNode) -> str:
    icon = link.css_first("span[class*='-link']")
    return (icon.attributes.get("class") if icon is not None else None) or ""

"""Documents of a page: forms that post a number to do027, links to it, and attachments with an address for an hour."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from scraper.items import File
from scraper.pages.allris3.addresses import NUMBERS, number_in, numbers_in, script_of
from scraper.pages.allris3.document import Page, hidden_in
from scraper.pages.council.documents import MIME_TYPES, SIZE, Document
from scraper.pages.council.page import absolute, text_of

TEMPORARY = "___tmp/"
"""In the address of an attachment."""
HOLDERS = "form[action*='do027' i], a[href*='do027' i]:not(.disable), a[href*='___tmp/']:not(.disable)"
"""Without links to documents that the site does not hand out."""
SHUT = "a.disable[href]"
OPENS = re.compile(r"\s*\((?:Öffnet|öffnet)\b[^()]*\)\s*$")
"""Bekanntmachung (Öffnet PDF-Datei in neuem Fenster)"""
QUOTED = re.compile(r"Öffnet \S+ '(?P<name>.*)' in neuem Fenster")
"""Öffnet PDF-Datei 'Vorlage-Sammeldokument' in neuem Fenster"""
PDF = re.compile(r"\bPDF-Datei\b")
FIELDS = ("options", "typ", "annots")
"""What is sent besides the number: which form of the document is wanted."""


def documents_in(page: Page, node: LexborNode, owner: str) -> list[Document]:
    """The documents within a node, each once: a page lists attachments on its side and again below.

    `owner` is the name of what an attachment belongs to, "1018473": attachments have no number of their own.
    """
    return documents_of(page, node.css(HOLDERS), owner)


def documents_of(page: Page, holders: Iterable[LexborNode], owner: str) -> list[Document]:
    documents: dict[str, Document] = {}
    addresses: defaultdict[str, list[str]] = defaultdict(list)
    for document, address in _read(page, holders, owner):
        of_one_name = addresses[document.number]
        if address not in of_one_name:
            of_one_name.append(address)
        if document.is_attachment and (place := of_one_name.index(address)):
            document.number += f"x{place + 1}"  # two attachments of one file name, each in a folder of its own
        known = documents.setdefault(document.number, document)
        known.name = known.name or document.name
    return list(documents.values())


def complain_of_lost_documents(page: Page, read: set[str]) -> None:
    """Numbers of documents in the page's source that are not among those `read`, nor of links that are shut."""
    shut = {number_in(one.attributes.get("href") or "", "file") or "" for one in page.tree.css(SHUT)}
    page.complain_of_unread("documents", numbers_in(page.source, "file") - shut, read)


def add_files(page: Page, documents: Iterable[Document]) -> None:
    """A document can be asked for by its address; some sites want the form posted, within a visit of its page.

    The address of an attachment is good for an hour: what stays of it is the name under which its page links it.
    """
    for document in documents:
        file = File(
            vendor_id=document.number,
            name=document.name or None,
            mime_type=MIME_TYPES.get(document.ending or ""),
        )
        if document.url:
            file.access_url = file.download_url = document.url
        if document.fields:
            post = {"method": "POST", "url": document.url.partition("?")[0], "fields": document.fields}
            link = {"method": "LINK", **document.fields}
            file.other = {"download": post if document.url else link}
        page.add(file)


def _read(page: Page, holders: Iterable[LexborNode], owner: str) -> Iterator[tuple[Document, str]]:
    """Each document with the address by which the page leads to it."""
    for holder in holders:
        address = holder.attributes.get("href") or holder.attributes.get("action") or ""
        if TEMPORARY in address:
            yield _attachment(holder, address, owner), address
        elif script_of(address) == "do027":
            document = _of_form(page, holder, address) if holder.tag == "form" else _of_link(page, holder, address)
            if document is None:
                page.complain_of_layout("a document with its number", text_of(holder) or address[:200])
            else:
                yield document, address


def _of_form(page: Page, form: LexborNode, address: str) -> Document | None:
    number, url = hidden_in(form, "file"), absolute(page.url, address)
    if not number or not url:
        return None
    told = {field.attributes.get("name") or "": field.attributes.get("value") or "" for field in form.css("input")}
    fields = {NUMBERS["file"]: number, **{name: told[name] for name in FIELDS if told.get(name)}}
    button = form.css_first("input[type=submit]")
    title = " ".join(((button.attributes.get("title") if button is not None else None) or "").split())
    label = " ".join(((button.attributes.get("value") if button is not None else None) or "").split())
    query = "&".join(f"{name}={value}" for name, value in fields.items())
    return Document(
        number=number,
        name=OPENS.sub("", title) or label,
        url=f"{url.partition('?')[0]}?{query}",
        ending="pdf" if PDF.search(title) else None,
        fields=fields,
    )


def _of_link(page: Page, link: LexborNode, address: str) -> Document | None:
    number, url = number_in(address, "file"), absolute(page.url, address)
    if not number or not url:
        return None
    told = link.attributes.get("data-simpletooltip-text") or link.attributes.get("title") or ""
    quoted = QUOTED.search(told)
    return Document(
        number=number,
        name=text_of(link) or (quoted["name"] if quoted else ""),
        url=url,
        ending="pdf" if PDF.search(told) else None,
    )


def _attachment(link: LexborNode, address: str, owner: str) -> Document:
    """Named by what it belongs to and its file name, which is all that its next address will have in common."""
    path = PurePosixPath(unquote(urlsplit(address).path, "cp1252"))
    return Document(
        number=f"{owner}-{path.name}",
        name=SIZE.sub("", text_of(link)) or path.name,
        url="",
        ending=path.suffix.lstrip(".").lower(),
        fields={"file_name": path.name},
        is_attachment=True,
    )

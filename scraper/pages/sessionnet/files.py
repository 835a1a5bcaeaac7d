"""Documents of a page: links to getfile, and the forms by which older versions hand a document out."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from scraper.pages.council.documents import SIZE, Document
from scraper.pages.council.page import Page, absolute, around, classes_of, text_of
from scraper.pages.sessionnet.addresses import number_in, script_of

HOLDERS = "a[href*='getfile' i], a[href*='ydocstart' i], form"
ENDING = re.compile(r"Dateityp:\s*([a-z]+)", re.IGNORECASE)
"""title="Dokument Download Dateityp: pdf" """
DOWNLOAD_TITLE = re.compile(r"^Dokument (?:Download|anzeigen)\b[:\s]*(?:Dateityp:.*)?", re.IGNORECASE)
FORM_NUMBERS = ("DT", "id")
"""Names of the hidden field that holds the document's number."""
EXTRA = "smc-d-ex"
"""Class of an attachment in the newer layouts; what lacks it is a document of its own."""
PAPER_ICON = "i.smc_field_danr_2"
"""The icon "VO" of the paper itself, whatever the town calls it."""


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


def _of_link(page: Page, link: LexborNode) -> Document | None:
    address = link.attributes.get("href") or ""
    number = number_in(address, "file")
    url = absolute(page.url, address.strip().rstrip("&")) if number else None
    if not number or not url:
        return None
    title = " ".join((link.attributes.get("title") or link.attributes.get("aria-label") or "").split())
    ending = ENDING.search(title)
    return Document(
        number=number,
        name=SIZE.sub("", text_of(link)) or DOWNLOAD_TITLE.sub("", title),
        url=url,
        ending=ending.group(1).lower() if ending else None,
        is_attachment=_is_extra(link),
        is_paper=_is_paper(link),
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
    return Document(
        number=number.lstrip("0") or number, name=name, url=url, fields=fields, is_attachment=_is_extra(form)
    )


def _is_download(form: LexborNode) -> bool:
    return script_of(form.attributes.get("action") or "") in ("getfile", "ydocstart")


def _box_of(link: LexborNode) -> LexborNode | None:
    """The box of a document, div.smc-d-el, in the newer layouts."""
    outer = link.parent
    for _ in range(5):
        if outer is None or "smc-d-el" in classes_of(outer):
            return outer
        outer = outer.parent
    return None


def _is_extra(link: LexborNode) -> bool:
    """Whether the box of a document is marked as an attachment's."""
    box = _box_of(link)
    return box is not None and EXTRA in classes_of(box)


def _is_paper(link: LexborNode) -> bool:
    box = _box_of(link)
    return box is not None and box.css_first(PAPER_ICON) is not None

"""Reading one document in this process."""

import hashlib
from collections.abc import Callable

from pipelines.derive.documents import kinds
from pipelines.derive.documents.cleaning import clean_flowing, clean_printed
from pipelines.derive.documents.docx import read_docx
from pipelines.derive.documents.html import read_html
from pipelines.derive.documents.images import read_image
from pipelines.derive.documents.mhtml import read_mhtml
from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.odt import read_odt
from pipelines.derive.documents.pdf import read_pdf
from pipelines.derive.documents.plain import read_plain
from pipelines.derive.documents.quality import measure
from pipelines.derive.documents.rtf import read_rtf
from pipelines.derive.documents.text import (
    DocumentText,
    Draft,
    Limits,
    PageText,
    Status,
    UnreadableError,
    too_large,
    too_many_pages,
)
from pipelines.derive.documents.zips import members

Reader = Callable[[bytes, Limits, Ocr | None], Draft]

READERS: dict[str, Reader] = {
    kinds.PDF: read_pdf, kinds.DOCX: read_docx, kinds.ODT: read_odt, kinds.OTT: read_odt, kinds.ODM: read_odt,
    kinds.FODT: read_odt, kinds.RTF: read_rtf, kinds.HTML: read_html, kinds.MHTML: read_mhtml, kinds.PLAIN: read_plain,
    **dict.fromkeys(kinds.IMAGES, read_image),
}  # fmt: skip
TEXTS = frozenset({kinds.RTF, kinds.HTML, kinds.PLAIN})
ZEROS = bytes(16)
"""So many in a row are in no text, in whatever encoding."""
MOST_NAMES = 5
"""Of files that are packed together, in what is told of them."""
NO_DOCUMENT: dict[str, tuple[Status, str]] = {
    kinds.NOTHING: ("broken", "It has no bytes. Fetch it again."),
    kinds.OLE: ("unsupported", "It is a file of an old office program. Ask for a PDF."),
    kinds.DOC: ("unsupported", "It is a Word file of before 2007. Save it as DOCX or PDF."),
    kinds.UNKNOWN: ("unsupported", "Its bytes are no format that is known. Look at it by hand."),
}  # fmt: skip


def read_document(body: bytes, *, name: str = "", limits: Limits | None = None, ocr: Ocr | None = None) -> DocumentText:
    """The text of the file with these bytes; its `name` only serves to say so when it promises something else.

    Raises nothing for any bytes but MemoryError, but may take long, or end the process: `read_safely` is for files
    that strangers wrote.
    """
    limits = limits or Limits()
    kind = kinds.kind_of(body)
    try:
        draft = _draft(body, kind, name, limits, ocr)
    except UnreadableError as error:
        draft = Draft(pages=[], status=error.status, problem=error.problem)
    except MemoryError:
        raise
    except Exception as error:  # damaged files make libraries raise anything, and one file must not end a run
        problem = f"Reading it failed ({type(error).__name__}: {error}). Look at it by hand."
        draft = Draft(pages=[], status="broken", problem=problem)
    pages = _pages(draft)
    if draft.status == "read" and all(page.quality.empty for page in pages):
        draft.status, draft.problem = "empty", "No page has any text."
    return DocumentText(
        mime_type=kind,
        pages=pages,
        status=draft.status,
        problem=draft.problem or kinds.contradiction(name, kind),
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
    )


def _draft(body: bytes, kind: str, name: str, limits: Limits, ocr: Ocr | None) -> Draft:
    if len(body) > limits.size:
        raise too_large(len(body), limits)
    reader = READERS.get(kind)
    if reader is None:
        raise _refusal(kind, body, name)
    draft = reader(body, limits, ocr)
    if len(draft.pages) > limits.pages:
        raise too_many_pages(len(draft.pages), limits)
    if kind in TEXTS and ZEROS in body:
        draft.status, draft.problem = "broken", "Parts of it are zeros. Fetch it again."
    return draft


def _refusal(kind: str, body: bytes, name: str) -> UnreadableError:
    if kind == kinds.OLE and kinds.ENCRYPTED_STREAM in body:
        return UnreadableError("encrypted", "It is locked with a password: ask for an open one.")
    if not body.strip(b"\x00") and body:
        return UnreadableError("broken", "It is nothing but zeros. Fetch it again.")
    if kind == kinds.ZIP and (files := members(body)):
        told = ", ".join(files[:MOST_NAMES]) + (" ..." if len(files) > MOST_NAMES else ".")
        return UnreadableError("unsupported", f"It is a ZIP of {len(files)} files: {told} Unpack it by hand.")
    if (promised := kinds.promised_by(name)) and not promised.isdisjoint(READERS):
        return UnreadableError("broken", f"It is called {name[-80:]} but is {kind}, perhaps by damage. Fetch it again.")
    status, problem = NO_DOCUMENT.get(kind, ("unsupported", f"Files of the format {kind} are not read."))
    return UnreadableError(status, problem)


def _pages(draft: Draft) -> tuple[PageText, ...]:
    raw = [page.text for page in draft.pages]
    clean = clean_printed(raw) if draft.printed else clean_flowing(raw)
    return tuple(
        PageText(
            number=number,
            text=text,
            method=page.method,
            quality=page.quality if text and page.quality else measure(text),
        )
        for number, (text, page) in enumerate(zip(clean, draft.pages, strict=True), start=1)
    )

"""PDF: the text of each page by PDFium, and which pages are pictures to recognise."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import Array, c_float, c_ushort
from typing import Literal

import pypdfium2
from pypdfium2 import raw as pdfium

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.pdf_damage import report_damage
from pipelines.derive.documents.pdf_scans import FEWEST_COMMON, recognise
from pipelines.derive.documents.quality import SAMPLE, common_words, measure
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError, too_many_pages

LINE_HYPHEN = "\x02"
"""PDFium's sign for a hyphen at the end of a line, the line's end included."""
ROOM = 1 << 14
"""UTF-16 units of a page: a dense one has 6,000."""
WHOLE_PAGE = 0.6
"""Of its area. A picture that covers so much is the scan of the page."""
COMMONEST, ENOUGH = (" der ", " die ", " und "), 2
"""To count all common words takes twenty times as long, and most pages have that many of these."""
LONGEST_NAME = 200
"""UTF-16 units."""
WAITING = re.compile(r"\s*(?:Please wait|Bitte warten)\b")
"""How the page begins that such a form shows to programs that can't show it."""
MOST_NAMES = 5
"""Of attached files, in what is told of them."""
WORDS_ON_TOP = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT})
LOCKS = {pdfium.FPDF_ERR_PASSWORD: "a password", pdfium.FPDF_ERR_SECURITY: "a way of protection that is not known"}
ERRORS = {pdfium.FPDF_ERR_FORMAT: "its format is damaged", pdfium.FPDF_ERR_PAGE: "it has no pages"}

Picture = Literal["needed", "may be better", ""]
"""What recognising the picture of a page is good for, beside the text that stands in the file."""
NEEDED: Picture = "needed"
MAY_BE_BETTER: Picture = "may be better"


def read_pdf(body: bytes, limits: Limits, ocr: Ocr | None) -> Draft:
    """Raises UnreadableError for a file that can't be opened or has too many pages."""
    with _opened(body) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > limits.pages:
            raise too_many_pages(count, limits)
        draft = Draft(pages=[], printed=True)
        pictures, doubtful, failed, bare = [], [], [], []
        units = (c_ushort * ROOM)()
        for number in range(count):
            try:
                page, picture = _page(document, number, units)
            except pypdfium2.PdfiumError:
                page, picture = PageDraft("", "none"), ""
                failed.append(number + 1)
            draft.pages.append(page)
            if picture == NEEDED:
                pictures.append(number)
            elif picture:
                doubtful.append(number)
            elif not page.text:
                bare.append(number + 1)
        report_damage(draft, body, failed, bare)
        _report_what_is_not_shown(draft, document)
        if pictures or (doubtful and ocr):
            recognise(draft, body, pictures, doubtful, limits, ocr)
        return draft


@contextmanager
def _opened(body: bytes) -> Iterator["pdfium.FPDF_DOCUMENT"]:
    # by PDFium's own functions: pypdfium2's objects for a document, a page and its text cost a tenth of reading it
    document = pdfium.FPDF_LoadMemDocument64(body, len(body), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        if error in LOCKS:
            raise UnreadableError("encrypted", f"It is locked with {LOCKS[error]}: ask for an open one.")
        came = ERRORS.get(error, f"error {error}")
        raise UnreadableError("broken", f"PDFium can't open it ({came}). Fetch it again, or look at it by hand.")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(document: "pdfium.FPDF_DOCUMENT", number: int, units: "Array[c_ushort]") -> tuple[PageDraft, Picture]:
    """A page, and what its picture is good for."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        raise pypdfium2.PdfiumError(f"page {number + 1} can't be opened")
    try:
        if pdfium.FPDFPage_GetAnnotCount(page) and _has_words_on_top(page):
            # from here on they are part of the page, which must be opened again to see them
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, number)
        text = _text_of(page, units).replace(LINE_HYPHEN, "-\n")
        quality = measure(text)
        if quality.empty:
            return PageDraft(text, "none", quality), NEEDED if pdfium.FPDFPage_CountObjects(page) else ""
        picture: Picture = ""
        if quality.little:
            picture = NEEDED if _has_picture(page) else ""
        elif not quality.readable:
            picture = NEEDED
        elif _is_hardly_german(text) and _is_scan(page):
            picture = MAY_BE_BETTER
        return PageDraft(text, "text", quality), picture
    finally:
        pdfium.FPDF_ClosePage(page)


def _is_hardly_german(text: str) -> bool:
    return sum(map(text[:SAMPLE].count, COMMONEST)) < ENOUGH and common_words(text) < FEWEST_COMMON


def _has_words_on_top(page: "pdfium.FPDF_PAGE") -> bool:
    """Whether fields of a form or typed notes lie on the page; links and remarks that pop up are none of it."""
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in WORDS_ON_TOP:
            return True
    return False


def _text_of(page: "pdfium.FPDF_PAGE", units: "Array[c_ushort]") -> str:
    """What PdfTextPage.get_text_bounded() gives, which asks PDFium for the text twice to learn its length.

    `units` is room for most pages' text, used again for each.
    """
    letters = pdfium.FPDFText_LoadPage(page)
    if not letters:
        raise pypdfium2.PdfiumError("the text of a page can't be opened")
    try:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        borders = (box.left, box.top, box.right, box.bottom)
        length = pdfium.FPDFText_GetBoundedText(letters, *borders, units, len(units))
        if length >= len(units):  # perhaps not all
            units = (c_ushort * (pdfium.FPDFText_GetBoundedText(letters, *borders, None, 0) + 1))()
            length = pdfium.FPDFText_GetBoundedText(letters, *borders, units, len(units))
        return bytes(memoryview(units)[:length]).decode("utf-16-le", "ignore").rstrip("\0")
    finally:
        pdfium.FPDFText_ClosePage(letters)


def _has_picture(page: "pdfium.FPDF_PAGE") -> bool:
    """Whether there is one on the page, or in a form on it."""
    objects = (pdfium.FPDFPage_GetObject(page, at) for at in range(pdfium.FPDFPage_CountObjects(page)))
    for one in objects:
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            return True
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = (pdfium.FPDFFormObj_GetObject(one, at) for at in range(pdfium.FPDFFormObj_CountObjects(one)))
            if pdfium.FPDF_PAGEOBJ_IMAGE in map(pdfium.FPDFPageObj_GetType, inner):
                return True
    return False


def _is_scan(page: "pdfium.FPDF_PAGE") -> bool:
    """Whether one picture covers the page: what text it has was recognised by a program."""
    area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    left, bottom, right, top = (c_float() for _ in range(4))
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        one = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top)
            if (right.value - left.value) * (top.value - bottom.value) > WHOLE_PAGE * area:
                return True
    return False


def _report_what_is_not_shown(draft: Draft, document: "pdfium.FPDF_DOCUMENT") -> None:
    """Says so when the file holds more than its pages do."""
    if draft.problem is not None:
        return
    form = pdfium.FPDF_GetFormType(document)
    waits = any(WAITING.match(page.text) for page in draft.pages[:1])
    if form == pdfium.FORMTYPE_XFA_FULL or (form == pdfium.FORMTYPE_XFA_FOREGROUND and waits):
        draft.problem = (
            "It is a form that only Adobe's programs show (XFA), and its pages may say no more than that. Open it there"
            " and print it as PDF."
        )
    elif count := pdfium.FPDFDoc_GetAttachmentCount(document):
        names = ", ".join(_attached(document, at) for at in range(min(count, MOST_NAMES)))
        more = " ..." if count > MOST_NAMES else ""
        draft.problem = f"{count} files are attached to it that are not read: {names}{more}. Open it to see them."


def _attached(document: "pdfium.FPDF_DOCUMENT", at: int) -> str:
    """The name of an attached file."""
    one = pdfium.FPDFDoc_GetAttachment(document, at)
    units = (c_ushort * LONGEST_NAME)()
    size = pdfium.FPDFAttachment_GetName(one, units, 2 * LONGEST_NAME)
    return bytes(memoryview(units))[: min(size, 2 * LONGEST_NAME)].decode("utf-16-le", "ignore").rstrip("\0")

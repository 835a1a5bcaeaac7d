"""PDF: the text of each page by PDFium, and pictures of the pages for OCR."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from ctypes import Array, c_ushort
from time import monotonic

import pypdfium2
from pypdfium2 import raw as pdfium

from pipelines.derive.documents.ocr import NOT_INSTALLED, Ocr, OcrError
from pipelines.derive.documents.quality import measure
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError, too_many_pages

POINTS_AN_INCH = 72
LARGEST_PICTURE = 40_000_000
"""Pixels. A plan of a square metre at 250 dots an inch has 97 million."""
LINE_HYPHEN = "\x02"
"""PDFium's sign for a hyphen at the end of a line, the line's end included."""
ROOM = 1 << 14
"""UTF-16 units of a page: a dense one has 6,000."""
TAIL = 2048
"""Bytes at the end in which a whole file says where its table stands: "startxref", "%%EOF"."""
ZEROS = bytes(1024)
"""So many in a row, in a file of which pages are missing, were not written by who made it."""
ERRORS = {pdfium.FPDF_ERR_PASSWORD: "a password", pdfium.FPDF_ERR_SECURITY: "a way of protection that is not known"}


def read_pdf(body: bytes, limits: Limits, ocr: Ocr | None) -> Draft:
    """Raises UnreadableError for a file that can't be opened or has too many pages."""
    with _opened(body) as document:
        count = len(document)
        if count > limits.pages:
            raise too_many_pages(count, limits)
        draft = Draft(pages=[], printed=True)
        pictures, failed, bare = [], [], []
        units = (c_ushort * ROOM)()
        for number in range(count):
            try:
                page, picture = _page(document, number, units)
            except pypdfium2.PdfiumError:
                page, picture = PageDraft("", "none"), False
                failed.append(number + 1)
            draft.pages.append(page)
            if picture:
                pictures.append(number)
            elif not page.text:
                bare.append(number + 1)
        _report_damage(draft, body, failed, bare)
        if pictures:
            _recognise(draft, document, pictures, limits, ocr)
        return draft


@contextmanager
def _opened(body: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if error.err_code in ERRORS:
            raise UnreadableError(
                "encrypted", f"It is locked with {ERRORS[error.err_code]}: ask for an open one."
            ) from error
        raise UnreadableError(
            "broken", f"PDFium can't open it: {error} Fetch it again, or look at it by hand."
        ) from error
    with closing(document):
        yield document


def _page(document: pypdfium2.PdfDocument, number: int, units: "Array[c_ushort]") -> tuple[PageDraft, bool]:
    """A page, and whether its picture may say more than its text."""
    # by PDFium's own functions: pypdfium2's objects for a page and its text cost a tenth of reading it
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        raise pypdfium2.PdfiumError(f"page {number + 1} can't be opened")
    try:
        text = _text_of(page, units)
        quality = measure(text)
        objects = pdfium.FPDFPage_CountObjects(page) if quality.little else 0
    finally:
        pdfium.FPDF_ClosePage(page)
    draft = PageDraft(text.replace(LINE_HYPHEN, "-\n"), "none" if quality.empty else "text", quality)
    if quality.empty:
        return draft, objects > 0
    return draft, _has_picture(document, number) if quality.little else not quality.readable


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


def _has_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    with closing(document[number]) as page:
        return any(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2))


def _report_damage(draft: Draft, body: bytes, failed: list[int], bare: list[int]) -> None:
    """Says so when pages were lost."""
    if failed:
        which = ", ".join(map(str, failed[:10])) + (" ..." if len(failed) > 10 else "")
        draft.status, draft.problem = "broken", f"Of {len(draft.pages)} pages, {len(failed)} can't be opened: {which}."
    elif not any(mark in body[-TAIL:] for mark in (b"%%EOF", b"startxref")):
        draft.status = "broken"
        draft.problem = (
            f"It ends before its end: {len(draft.pages)} pages are there, more may be missing. Fetch it again."
        )
    elif bare and ZEROS in body:
        which = ", ".join(map(str, bare[:10])) + (" ..." if len(bare) > 10 else "")
        draft.status, draft.problem = "broken", f"Parts of it are zeros, and pages are bare: {which}. Fetch it again."


def _recognise(
    draft: Draft, document: pypdfium2.PdfDocument, pictures: list[int], limits: Limits, ocr: Ocr | None
) -> None:
    """Puts the recognised text in the place of what is worse."""
    unread, reason = list(pictures), NOT_INSTALLED
    if ocr is not None:
        end = monotonic() + limits.ocr_seconds
        unread, reason = [], ""
        for number in pictures:
            if monotonic() >= end:
                unread.append(number)
                reason = f"recognising them took more than {limits.ocr_seconds:.0f} s"
                continue
            try:
                _take_better(draft, number, ocr.read(_picture(document, number, ocr.dots_an_inch)))
            except (OcrError, pypdfium2.PdfiumError) as error:
                unread.append(number)
                reason = str(error)
    if unread and draft.status == "read":
        draft.status = "needs_ocr"
        draft.problem = f"{len(unread)} of {len(draft.pages)} pages are pictures that were not recognised: {reason}."


def _take_better(draft: Draft, number: int, recognised: str) -> None:
    there, now = measure(draft.pages[number].text), measure(recognised)
    if now.characters > there.characters or (now.readable and not there.readable):
        draft.pages[number] = PageDraft(recognised, "ocr", now)


def _picture(document: pypdfium2.PdfDocument, number: int, dots_an_inch: int) -> bytes:
    """The page in shades of grey, in the simplest format for pictures (PGM)."""
    with closing(document[number]) as page:
        width, height = page.get_size()
        scale = dots_an_inch / POINTS_AN_INCH
        if (pixels := width * height * scale * scale) > LARGEST_PICTURE:
            scale *= (LARGEST_PICTURE / pixels) ** 0.5
        with closing(page.render(scale=scale, grayscale=True)) as bitmap:
            rows = memoryview(bitmap.buffer).cast("B")
            lines = (rows[start : start + bitmap.width] for start in range(0, len(rows), bitmap.stride))
            return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)

"""PDF: the text of each page by PDFium, and pictures of the pages for OCR."""

import zlib
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
ZEROS = bytes(64)
"""So many in a row are rare where nothing is damaged."""
LONGEST_HEAD = 4096
"""Bytes of an object before its stream."""
STEP, MOST_STEPS = 1 << 20, 64
"""Bytes that are unpacked at a time to see whether a stream is whole, and how often."""
WORDS_ON_TOP = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT})
LOCKS = {pdfium.FPDF_ERR_PASSWORD: "a password", pdfium.FPDF_ERR_SECURITY: "a way of protection that is not known"}
ERRORS = {pdfium.FPDF_ERR_FORMAT: "its format is damaged", pdfium.FPDF_ERR_PAGE: "it has no pages"}


def read_pdf(body: bytes, limits: Limits, ocr: Ocr | None) -> Draft:
    """Raises UnreadableError for a file that can't be opened or has too many pages."""
    with _opened(body) as document:
        count = pdfium.FPDF_GetPageCount(document)
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
            _recognise(draft, body, pictures, limits, ocr)
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


def _page(document: "pdfium.FPDF_DOCUMENT", number: int, units: "Array[c_ushort]") -> tuple[PageDraft, bool]:
    """A page, and whether its picture may say more than its text."""
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
            return PageDraft(text, "none", quality), pdfium.FPDFPage_CountObjects(page) > 0
        picture = _has_picture(page) if quality.little else not quality.readable
        return PageDraft(text, "text", quality), picture
    finally:
        pdfium.FPDF_ClosePage(page)


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


def _report_damage(draft: Draft, body: bytes, failed: list[int], bare: list[int]) -> None:
    """Says so when pages were lost."""
    if failed:
        told = f"Of {len(draft.pages)} pages, {len(failed)} can't be opened: {_some(failed)}."
        draft.status, draft.problem = "broken", told
    elif not any(mark in body[-TAIL:] for mark in (b"%%EOF", b"startxref")):
        draft.status = "broken"
        draft.problem = (
            f"It ends before its end: {len(draft.pages)} pages are there, more may be missing. Fetch it again."
        )
    elif _is_zeroed(body, bool(bare)):
        where = f", and pages are bare: {_some(bare)}" if bare else ": text may be missing"
        draft.status, draft.problem = "broken", f"Parts of it are zeros{where}. Fetch it again."


def _some(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (" ..." if len(numbers) > 10 else "")


def _is_zeroed(body: bytes, bare: bool) -> bool:
    """Whether zeros stand where nobody writes them: between objects, in a packed stream that they spoil, or in an open
    one if pages are `bare`. Behind the file's end they do no harm."""
    end = body.rfind(b"%%EOF")
    at = body.find(ZEROS)
    while 0 <= at < end:
        start = body.rfind(b"stream", 0, at)
        if start < 0 or body[start - 3 : start] == b"end":
            return True
        first = max(start - LONGEST_HEAD, 0)
        head = body[max(body.rfind(b" obj", first, start), first) : start]
        behind = body.find(b"endstream", at)
        content = body[start + len(b"stream") : behind if behind > 0 else end]
        if not _unpacks(content.lstrip(b"\r\n")) if b"/FlateDecode" in head else bare:
            return True
        at = body.find(ZEROS, behind) if behind > 0 else -1
    return False


def _unpacks(packed: bytes) -> bool:
    """Whether a stream can be unpacked; what is behind its first 64 MiB is believed."""
    stream = zlib.decompressobj()
    try:
        for _ in range(MOST_STEPS):
            stream.decompress(packed, STEP)
            packed = stream.unconsumed_tail
            if stream.eof or not packed:
                return stream.eof
    except zlib.error:
        return False
    return True


def _recognise(draft: Draft, body: bytes, pictures: list[int], limits: Limits, ocr: Ocr | None) -> None:
    """Puts the recognised text in the place of what is worse."""
    unread, reason = list(pictures), NOT_INSTALLED
    if ocr is not None:
        end = monotonic() + limits.ocr_seconds
        unread, reason = [], ""
        with pypdfium2.PdfDocument(body) as document:
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

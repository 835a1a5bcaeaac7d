"""Pages of a PDF that are pictures: drawn, recognised, and put in the place of worse text."""

from contextlib import closing
from time import monotonic

import pypdfium2

from pipelines.derive.documents.ocr import NOT_INSTALLED, Ocr, OcrError
from pipelines.derive.documents.quality import common_words, measure
from pipelines.derive.documents.text import Draft, Limits, PageDraft

POINTS_AN_INCH = 72
LARGEST_PICTURE = 40_000_000
"""Pixels. A plan of a square metre at 250 dots an inch has 97 million."""
FEWEST_COMMON = 4
"""Words like "und" at the beginning of a page: with fewer it is a table, or badly recognised by whoever scanned it."""


def recognise(
    draft: Draft, body: bytes, pictures: list[int], doubtful: list[int], limits: Limits, ocr: Ocr | None
) -> None:
    """Puts the recognised text in the place of what is worse. The text of `doubtful` pages will do if need be."""
    unread, reason = list(pictures), NOT_INSTALLED
    if ocr is not None:
        end = monotonic() + limits.ocr_seconds
        unread, reason = [], ""
        with pypdfium2.PdfDocument(body) as document:
            for number in [*pictures, *doubtful]:
                if monotonic() >= end:
                    unread.append(number)
                    reason = f"recognising them took more than {limits.ocr_seconds:.0f} s"
                    continue
                try:
                    _take_better(draft, number, ocr.read(_picture(document, number, ocr.dots_an_inch)))
                except (OcrError, pypdfium2.PdfiumError) as error:
                    unread.append(number)
                    reason = str(error)
    unread = [number for number in unread if number not in doubtful]
    if unread and draft.status == "read":
        draft.status = "needs_ocr"
        draft.problem = f"{len(unread)} of {len(draft.pages)} pages are pictures that were not recognised: {reason}."


def _take_better(draft: Draft, number: int, recognised: str) -> None:
    text = draft.pages[number].text
    there, now = measure(text), measure(recognised)
    says_more = now.characters > there.characters if there.little else False
    says_it_in_german = common_words(recognised) >= common_words(text) + FEWEST_COMMON
    if says_more or says_it_in_german or (now.readable and not there.readable):
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

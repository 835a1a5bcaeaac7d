"""The pages of a document as text to read on: lines without their running heads, words whole, other words untouched."""

import re
from collections.abc import Sequence

from pipelines.derive.documents.hyphens import SOFT_HYPHEN, Hyphens
from pipelines.derive.documents.running import without_running_lines

LINE_ENDS = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")
MANY_EMPTY_LINES = re.compile(r"\n{3,}")
LIGATURES = (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st"))
"""Signs that some PDFs have for two letters: nobody finds "Oﬃzier" by typing it."""
NO_TEXT = str.maketrans(dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF]))
"""Characters that no text has: databases and CSV readers stumble over them."""


def clean_printed(pages: Sequence[str]) -> list[str]:
    """Pages whose lines end where they end on paper."""
    bodies = without_running_lines([_lines(page) for page in pages])
    return [_trimmed(page) for page in Hyphens(["\n".join(lines) for lines in bodies]).mended_pages()]


def clean_flowing(pages: Sequence[str]) -> list[str]:
    """Pages whose lines are paragraphs: a hyphen at the end belongs there."""
    return [_trimmed("\n".join(_lines(page)).replace(SOFT_HYPHEN, "")) for page in pages]


def _lines(page: str) -> list[str]:
    """Without spaces at their ends, and empty lines at the page's."""
    text = page.replace("\r\n", "\n")
    if not text.isascii():
        for sign, letters in LIGATURES:
            if sign in text:
                text = text.replace(sign, letters)
    if not text.replace("\n", "").isprintable():
        text = LINE_ENDS.sub("\n", text).translate(NO_TEXT)
    return [line.rstrip() for line in text.rstrip().split("\n")]


def _trimmed(page: str) -> str:
    page = page.strip()
    return MANY_EMPTY_LINES.sub("\n\n", page) if "\n\n\n" in page else page

"""The pages of a document as text to read on: lines without their running heads, words whole, other words untouched."""

import re
from collections.abc import Sequence

from pipelines.derive.documents.hyphens import SOFT_HYPHEN, Hyphens
from pipelines.derive.documents.running import without_running_lines
from pipelines.derive.documents.symbols import PRIVATE_SIGNS

MANY_EMPTY_LINES = re.compile(r"\n{3,}")
LIGATURES = (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st"))
"""Signs that some PDFs have for two letters: nobody finds "Oﬃzier" by typing it."""
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
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
    text = page.rstrip()
    if not text.isascii():
        for sign, letters in LIGATURES:
            if sign in text:
                text = text.replace(sign, letters)
    lines = [line.rstrip() for line in text.splitlines()]
    if "".join(lines).isprintable():
        return lines
    return [NO_TEXT.sub("", line).translate(PRIVATE_SIGNS).rstrip() for line in lines]


def _trimmed(page: str) -> str:
    page = page.strip()
    return MANY_EMPTY_LINES.sub("\n\n", page) if "\n\n\n" in page else page

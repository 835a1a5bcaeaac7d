"""What stands before a number, and makes it something else than a date, or a part of one.

A paper's number, a section's or a telephone's has the shape of a date; a word or digits before it tell them apart.
"""

import re

from pipelines.german.date_words import NUMBER_WORDS

_NUMBER_WORD_REVERSED = re.compile(
    r"\s{0,2}(?:(?:,|(?:dnu|sib)\s|/)[0-9.]{1,12}\s{0,2}){0,3}[.:=]?"
    r"(?:(?P<paragraph>§)|(?P<word>[^\W\d_]{1,20})(?![^\W_]))"
)
"""`` ,9.2.4 eztäsnalP``: what stands before the 4.2.10 of ``Plansätze 4.2.9, 4.2.10``, backwards"""
_LONGEST_NUMBER_WORD = 50
_AREA_CODE = re.compile(r"(?<![0-9])0[1-9][0-9]{1,3}[)\s/-]{1,3}\Z")
"""``0211 / `` before 12.03.17"""
_MISREAD = re.compile(r"(?<![^\W_])[lIO]\Z")
"""The l of l1.03.2017, which was a 1"""
SPLIT_DAY = re.compile(r"\b(?:am|vom|den|dem|zum|bis|ab|seit)\s[0-3]\s\Z")
SPLIT_HOUR = re.compile(r"\b(?:um|ab|von|bis|gegen)\s[0-2]\s\Z")
"""``am 1 `` before 5. März, ``um 1 `` before 7:00: a PDF split the number"""


def follows_number_word(text: str, start: int) -> bool:
    """Whether a word like Ziffer stands before, perhaps with other numbers in between."""
    before = _NUMBER_WORD_REVERSED.match(text[max(0, start - _LONGEST_NUMBER_WORD) : start][::-1])
    if before is None:
        return False
    return bool(before["paragraph"]) or before["word"][::-1].lower() in NUMBER_WORDS


def follows_area_code(text: str, start: int) -> bool:
    """Whether the number may be that of a telephone."""
    return _AREA_CODE.search(text, max(0, start - 8), start) is not None


def follows_number_and_dash(text: str, start: int) -> bool:
    """Whether what looks like a date goes on a longer number: ``80-2017-03-10``."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isdigit()


def follows_misread_digit(text: str, start: int) -> bool:
    """Whether recognition of characters took a part of the number for something else."""
    return start > 0 and text[start - 1] in "lIO" and _MISREAD.search(text, max(0, start - 2), start) is not None


def joined(before: re.Pattern[str], text: str, start: int, lead: str) -> tuple[int, str]:
    """Start and digits of a number of one digit, with the one split off before it; `before` is one of SPLIT_…"""
    if start > 2 and text[start - 1] == " " and before.search(text, max(0, start - 9), start):
        return start - 2, text[start - 2] + lead
    return start, lead

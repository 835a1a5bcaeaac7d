"""The lines of minutes: where each stands, and which of them are running heads, feet and page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.derive.minutes.words import ITEM_WORD

PAGE_NUMBER = re.compile(
    r"\W*(?:seite\s*)?\W*\d{1,4}\W*(?:(?:von|/)\s*\d{1,4}\W*)?", re.IGNORECASE
)  # - 3 -, Seite 3 von 9
LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
DIGITS = re.compile(r"\d+")
LONGEST = 400
"""Of longer lines only the beginning is read: none of them is a heading."""
EDGE = 4
"""So many lines at the top and at the bottom of a page may be running heads and feet."""
SHARE = 0.4
"""A line is a running one when it stands at the same place of so many of the pages (of two at least)."""


@dataclass(frozen=True)
class Line:
    """A line with text on it, of which `text` is the beginning. `start` and `end` count in the joined pages."""

    text: str
    start: int
    end: int
    page: int
    furniture: bool
    """A running head, a running foot or a page number: neither a heading nor a part of one."""
    after_blank: bool


def read_lines(pages: Sequence[str]) -> list[Line]:
    """All lines of the pages that are not blank, in order."""
    furniture = _furniture(pages)
    lines: list[Line] = []
    offset = 0
    for number, page in enumerate(pages, 1):
        end_before = 0
        for index, match in enumerate(_written(page)):
            between = page[end_before : match.start()]
            end_before = match.end()
            text = match.group().strip()
            start = offset + match.start() + match.group().index(text)
            lines.append(
                Line(
                    text=text[:LONGEST],
                    start=start,
                    end=start + len(text),
                    page=number,
                    furniture=(number, index) in furniture,
                    after_blank=between.count("\n") > 1,
                )
            )
        offset += len(page) + 1
    return lines


def _written(page: str) -> list[re.Match[str]]:
    return [match for match in LINE.finditer(page) if match.group().strip()]


def _furniture(pages: Sequence[str]) -> set[tuple[int, int]]:
    """(page, index of the written line) of each running line."""
    places: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for number, page in enumerate(pages, 1):
        texts = [match.group().strip() for match in _written(page)]
        for index, text in enumerate(texts):
            place = index if index < EDGE else index - len(texts)
            if index >= EDGE and place < -EDGE:
                continue
            outermost = place in (0, -1) or index == len(texts) - 1
            if (outermost or (place in (1, -2) and not text.isdigit())) and _is_page_number(text):
                found.add((number, index))
            places[place, _alike(text)].append((number, index))
            if index < EDGE and index >= len(texts) - EDGE:
                places[index - len(texts), _alike(text)].append((number, index))
    for same in places.values():
        if len(same) >= max(2, SHARE * len(pages)):
            found.update(same)
    return found


def _is_page_number(text: str) -> bool:
    return bool(PAGE_NUMBER.fullmatch(text)) and not text.endswith(".")


def _alike(text: str) -> str:
    """Running lines differ in the page's number only. A number at the beginning is more, and so is an item."""
    if ITEM_WORD.match(text):
        return text
    first = DIGITS.match(text)
    kept = first.end() if first else 0
    return text[:kept] + DIGITS.sub("#", text[kept:])

"""Stretches of minutes on their way to be parts, and which of them belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.derive.minutes.agenda import Item
from pipelines.derive.minutes.numbers import read_mark
from pipelines.derive.minutes.words import RESULT, TOGETHER

SAYS_SOMETHING = re.compile(
    r"[a-zäöüß]{2}[.!?]\s*$|^\s*(?:protokoll|beschluss|diskussion|aussprache|wortmeldung)\w*\s*:",
    re.IGNORECASE | re.MULTILINE,
)
"""More than references to papers: "Der Rat stimmt zu.", "Protokoll:"."""
REFERENCE = re.compile(r"\b(?:vorlage|drucksache|antrag|anfrage)\b|\d/\d{2}", re.IGNORECASE)  # Vorlage: 2024/0017
OF_WHICH = re.compile(
    r"(?:beschluss|abstimmung(?:sergebnis)?|ergebnis)\s+(?=zu\b)", re.IGNORECASE
)  # Beschluss zu TOP 8:
MOST_REFERENCES = 600
"""Letters below a heading that name papers and who brought them in: "Antrag: X-Fraktion", "Vorlage: 2024/17"."""
OPENING = 400
"""In so many letters minutes say that items are taken together."""


@dataclass(frozen=True)
class Piece:
    """Text from `start` to `end`, of which the heading takes up what stands before `body`."""

    items: tuple[Item, ...]
    number: str | None
    start: int
    body: int
    end: int


def join(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Puts together what is one heading, and items whose minutes say that they were taken together."""
    joined: list[Piece] = []
    continued = _continued(pieces, text)
    for piece in continued:
        stack = _stack_above(joined, text)
        while stack and not _belong_together(stack, piece, text, whole=len(stack) + 1 == len(continued)):
            stack = stack[1:]
        if stack:
            del joined[-len(stack) :]
            for one in reversed(stack):
                piece = _one(one, piece)
        joined.append(piece)
    return joined


def _belong_together(stack: Sequence[Piece], piece: Piece, text: str, *, whole: bool) -> bool:
    """Whether the text below the last of several headings is about all of them.

    It says so; or there are only these headings, each with its papers; or a 6.1, 6.2 follow a 6 with its papers.
    """
    if piece.items and _speaks_of(stack, text[piece.body : piece.end]):
        return True
    if piece.number is None:
        return False
    below = [*stack[1:], piece]
    if all(_is_below(stack[0], one) for one in below) and not any(one.items for one in below):
        return True
    named = all(REFERENCE.search(text[one.body : one.end]) for one in stack)
    return named and (whole or all(_is_below(stack[0], one) for one in below))


def _continued(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Without a second heading of the same item, and of each of several items right below "TOP 8 und 9"."""
    kept: list[Piece] = []
    left: set[Item] = set()
    for index, piece in enumerate(pieces):
        above = kept[-1] if kept else None
        if above is None or not piece.items or not set(piece.items) <= set(above.items):
            kept.append(piece)
            continue
        empty = not text[above.body : above.end].strip()
        if len(above.items) > 1 and empty and not left and _only_headed(pieces[index:], above, text):
            left = set(above.items)
        if len(above.items) == 1 or left & set(piece.items):
            kept[-1] = replace(_one(above, piece), body=piece.body if empty else above.body)
            left -= set(piece.items)
        else:
            kept.append(piece)
    return kept


def _only_headed(pieces: Sequence[Piece], above: Piece, text: str) -> bool:
    """Whether nothing is said before the last of the items that the heading names has been headed too."""
    left = set(above.items)
    for piece in pieces:
        left -= set(piece.items)
        if text[piece.body : piece.end].strip():
            return not left
    return False


def _stack_above(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The last pieces that head something and have nothing said below them."""
    stack: list[Piece] = []
    for piece in reversed(pieces):
        below = text[piece.body : piece.end].strip()
        says = RESULT.search(below) or SAYS_SOMETHING.search(below) or len(below) > MOST_REFERENCES
        if not (piece.number or piece.items) or says:
            break
        stack.insert(0, piece)
    return stack


def _is_below(above: Piece, piece: Piece) -> bool:
    """Whether it is the 6.1 of a 6 of which nothing is said apart: an amendment that the agenda does not list."""
    return bool(
        above.items and above.number and piece.number and piece.number.startswith(above.number.rstrip(". ") + ".")
    )


def _speaks_of(stack: Sequence[Piece], body: str) -> bool:
    """Whether the text below the last heading says that it is about the ones above it too: by number."""
    printed = [piece.number.rstrip(". ") for piece in stack if piece.number]
    numbers = [re.escape(one) for one in printed]
    together = TOGETHER.search(body[:OPENING])
    if together and all(re.search(rf"(?<![\d.]){one}(?!\d|\.\d)", body[:OPENING]) for one in numbers):
        return True
    told = {
        mark.printed.rstrip(". ")
        for line in body.splitlines()
        if (mark := read_mark(OF_WHICH.sub("", line.strip(), count=1))) and mark.strength != "bare"
    }
    return bool(told) and stack[0].number is not None and all(number in told for number in printed)


def _one(above: Piece, below: Piece) -> Piece:
    items = (*above.items, *(item for item in below.items if item not in above.items))
    number = above.number or below.number
    if above.number and below.number and set(below.items) - set(above.items):
        number = f"{above.number}, {below.number}"
    return Piece(items, number, above.start, below.body, below.end)

"""The year or month that a date leaves out: from the date it is joined to, else from the context of the page."""

import re

from pipelines.german.date_joints import between_days, is_time_of
from pipelines.german.date_pieces import Piece
from pipelines.german.date_values import Day, exists
from pipelines.german.date_words import DASH, WEEKDAY

_OTHER_YEAR_AFTER = re.compile(
    r"\s{1,2}(?:(?:des|im)\s{1,2})?(?:letzten|vorigen|vergangenen|vorangegangenen|kommenden|nächsten|folgenden|Vorjahr"
    r"|Folgejahr|v\.\s?J)"
)
"""``12. März letzten Jahres``: the year is said, and it is not that of the page."""
_NAME_OF_A_PLACE_BEFORE = re.compile(r"(?:[Ss]tra(?:ß|ss)e|[Pp]latz|[Hh]aus|[Bb]rücke) des \Z")
"""``Straße des 17. Juni``"""
_DAY_WORD_BEFORE = re.compile(
    rf"(?:\b(?:am|vom|v\.|zum|den|dem|ab|bis|seit|und|sowie|oder|bzw\.)\s{{0,3}}"
    rf"|{WEEKDAY}\s{{0,3}}|{DASH}\s{{0,3}}|/\s?)\Z"
)
"""``am 5.1.``"""
_MONTH_WITH_ZERO = re.compile(r"\.\s?(?:0[1-9])\.")
"""``05.01.``"""
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_ALONE = 60


def complete_days(text: str, pieces: list[Piece], context: Day | None) -> list[Day | None]:
    """The day of each piece with its month and year; None for times and for days that stay incomplete.

    What is left out stands with the date it is joined to, mostly the next (``14./15. Dezember 2017``); else the
    context says the year. A span over New Year names the year of its other end: ``29.12. - 06.01.2020``.
    """
    days = [piece.day for piece in pieces]
    for day in days:
        if day and not day.year:
            break
    else:
        return days
    for at in range(1, len(pieces)):
        days[at] = _completed_by_last(text, pieces, days, at) or days[at]
    for at in range(len(pieces) - 1, -1, -1):
        day = days[at]
        if day and not day.year:
            days[at] = _completed_by_next(text, pieces, days, at) or _completed_by_context(text, pieces, at, context)
    return days


def _completed_by_last(text: str, pieces: list[Piece], days: list[Day | None], at: int) -> Day | None:
    """The end of a span with the year of its beginning: ``vom 1. März 2019 bis 31. Juli``."""
    day, before = days[at], days[at - 1]
    if not (day and day.month and not day.year and before and before.year):
        return None
    if between_days(text, pieces[at - 1], pieces[at]) != "span":
        return None
    later = (day.month, day.day) < (before.month, before.day)
    return _existing(Day(before.year + later, day.month, day.day))


def _completed_by_next(text: str, pieces: list[Piece], days: list[Day | None], at: int) -> Day | None:
    """The day of a piece with the month and year of the next day, its own time aside."""
    day = days[at]
    following = at + 1
    while following < min(len(pieces), at + 3) and pieces[following].day is None:
        following += 1
    if day is None or following >= len(pieces) or not (other := days[following]):
        return None
    joint = between_days(text, pieces[following - 1], pieces[following])
    if joint is None or (day.day and not other.day and not (day.month and joint == "span")):
        return None  # "Nr. 5 - Mai 2017", but not "5. Mai bis Juni 2017"
    if not day.month:
        forwards = day.day < other.day or joint == "list"
        return _existing(Day(other.year, other.month, day.day)) if forwards else None
    earlier = joint == "span" and (day.month, day.day) > (other.month, other.day)
    return _existing(Day(other.year - earlier, day.month, day.day))


def _completed_by_context(text: str, pieces: list[Piece], at: int, context: Day | None) -> Day | None:
    piece = pieces[at]
    day = piece.day
    if context is None or day is None or not day.month:
        return None
    if _OTHER_YEAR_AFTER.match(text, piece.end):
        return None
    if _NAME_OF_A_PLACE_BEFORE.search(text, max(0, piece.start - 20), piece.start):
        return None
    in_digits = not _LETTER.search(text, piece.start, piece.end)
    if in_digits and not _says_a_day(text, piece) and not _has_a_time(text, pieces, at):
        return None
    return _existing(Day(context.year, day.month, day.day))


def _says_a_day(text: str, piece: Piece) -> bool:
    """Whether ``5.1.`` is a day and not the number of an item: it says so itself (``05.01.``), or its neighbours."""
    if _MONTH_WITH_ZERO.search(text, piece.start, piece.end):
        return True
    if _DAY_WORD_BEFORE.search(text, max(0, piece.start - 14), piece.start):
        return True
    return len(text) < _LONGEST_ALONE and not _LETTER.search(
        (text[: piece.start] + text[piece.end :]).replace("Uhr", "")
    )


def _has_a_time(text: str, pieces: list[Piece], at: int) -> bool:
    """Whether a word leads to a time: ``5.1. um 17 Uhr``. ``5.1. 17:00`` may be two columns of an agenda."""
    if at + 1 == len(pieces) or pieces[at + 1].day:
        return False
    between = _LETTER.search(text, pieces[at].end, pieces[at + 1].start)
    return between is not None and is_time_of(text, pieces[at], pieces[at + 1])


def _existing(day: Day) -> Day | None:
    return day if exists(day) else None

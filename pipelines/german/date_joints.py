"""The words that stand between the pieces of dates, and how they join them."""

import re
from functools import lru_cache

from pipelines.german.date_pieces import Piece
from pipelines.german.date_words import DASH, WEEKDAY

LONGEST_JOINT = 90
"""More characters between two pieces never join them."""

_UP_TO = r"(?:bis(?:\s{1,3}(?:zum|einschließlich|einschl\.|inkl\.|spätestens|längstens|maximal)){0,2})"
_DAY_WORDS = rf"(?:(?:am|vom|zum|den|dem|der)\s{{1,3}})?(?:{WEEKDAY}\s{{0,3}})?(?:(?:den|dem|zum)\s{{1,3}})?"
_OF_SITTING = r"(?:\s(?:der|des)\s(?:nicht-?\s?)?(?:öffentlichen\s)?(?:sitzung|teile?s))?"
_END = rf"(?:(?:ende|schluss|schluß|sitzungsende){_OF_SITTING})"
_BETWEEN_DAYS = re.compile(
    rf"""[.)]?\s{{0,4}}(?:
        (?P<span>{DASH}(?:\s{{0,3}}bis)?|[,(]?\s{{0,2}}{_UP_TO}               # 1. Januar bis zum 31. Dezember
          |(?:[,;/|]|{DASH})?\s{{0,4}}{_END}:?)
      | (?P<slash>/)                                                       # 14./15. Dezember
      | (?P<list>[,;]?\s{{0,3}}(?:und|u\.|sowie|oder|bzw\.|&|\+)|,)        # am 2., 3. und 4. April 2025
    )\s{{0,4}}{_DAY_WORDS}""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN_WORD_BEFORE = re.compile(
    rf"\b[Zz]wischen\s{{1,2}}(?:(?:dem|den)\s{{1,2}})?(?:{WEEKDAY}\s{{0,2}})?(?:(?:dem|den)\s{{1,2}})?\Z"
)
"""After it an ``und`` joins the two ends of one span: ``zwischen dem 3. und dem 7. März``."""

_TIME_WORDS = (
    rf"(?:(?i:um|ab|von|gegen|zu|zwischen|ca|circa|etwa|jeweils|mit|at|beginn{_OF_SITTING}|sitzungsbeginn|anfang|start"
    r"|uhrzeit|zeit|einlass)[:.,]{0,2}\s{0,4})"
)
_PLACE = r"(?:im|in|in\sder)\s[A-ZÄÖÜ][^\W\d_]{1,30}(?:\s[A-ZÄÖÜ][^\W\d_]{1,30}){0,2}"
_DAY_TO_TIME = re.compile(
    rf"""[Tt]
      | \s{{0,30}}[.,;:|)·•/@]{{0,2}}\s{{0,30}}
        (?:(?:\(|{DASH}\s?){WEEKDAY}\)?[,;:)]{{0,2}}\s{{0,4}})?                          # 10.03.2017 (Freitag), 17 Uhr
        (?:{DASH}\s{{0,30}})?{_TIME_WORDS}{{0,4}}[(\[]?                                # 13.12.2021, um 19.15 Uhr
      | ,?\s{_PLACE}(?:,\s{{1,2}}{_TIME_WORDS}{{0,2}}|\s{_TIME_WORDS}{{1,2}})           # 10.03.2017 im Rathaus, 17 Uhr
    """,
    re.VERBOSE,
)
_TIME_TO_DAY = re.compile(rf"\s{{0,4}}(?:[,;|·•]|{DASH})?\s{{0,4}}{_DAY_WORDS}")
"""``um 17 Uhr am Freitag, den 10. März 2017``"""

_BETWEEN_TIMES = re.compile(
    rf"""\s{{0,4}}(?:
        (?P<span>{DASH}|[,;]?\s?bis|(?:[,;/|(]|{DASH})?\s{{0,4}}{_END})        # Beginn: 15.36 Uhr - Ende: 20.56 Uhr
      | (?P<list>und|u\.|sowie|oder|/|,)                                     # um 9 Uhr und um 14 Uhr
    )[:\s]{{0,4}}(?:(?:ca\.|circa|gegen|etwa|um|zum|voraussichtlich|{_END}:?)\s{{0,3}}){{0,2}}""",
    re.VERBOSE | re.IGNORECASE,
)


def between_days(text: str, first: Piece, second: Piece) -> str | None:
    """How two days are joined: as the ends of a ``span``, by a ``slash``, in a ``list``, or not at all (None)."""
    words = text[first.end : second.start] if second.start - first.end < LONGEST_JOINT else ""
    joint = _joint_of_days(words) if words else None
    return "span" if joint == "list" and _after_zwischen(text, first) else joint


def between_times(text: str, first: Piece, second: Piece) -> str | None:
    """How two times are joined: ``span``, ``list`` or None."""
    words = text[first.end : second.start] if second.start - first.end < LONGEST_JOINT else ""
    joint = _joint_of_times(words) if words else None
    return "span" if joint == "list" and _after_zwischen(text, first) else joint


def is_time_of(text: str, day: Piece, time: Piece) -> bool:
    """Whether a time says when on the day before it."""
    return time.start - day.end < LONGEST_JOINT and _leads_to_time(text[day.end : time.start])


def is_time_before(text: str, time: Piece, day: Piece) -> bool:
    """Whether a time says when on the day after it."""
    return day.start - time.end < LONGEST_JOINT and _leads_to_day(text[time.end : day.start])


def _after_zwischen(text: str, piece: Piece) -> bool:
    return _BETWEEN_WORD_BEFORE.search(text, max(0, piece.start - 40), piece.start) is not None


# The same few words stand between dates again and again, so that remembering them saves most of the work.
@lru_cache(maxsize=4096)
def _joint_of_days(words: str) -> str | None:
    joint = _BETWEEN_DAYS.fullmatch(words)
    return joint.lastgroup if joint else None


@lru_cache(maxsize=4096)
def _joint_of_times(words: str) -> str | None:
    joint = _BETWEEN_TIMES.fullmatch(words)
    return joint.lastgroup if joint else None


@lru_cache(maxsize=4096)
def _leads_to_time(words: str) -> bool:
    return _DAY_TO_TIME.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def _leads_to_day(words: str) -> bool:
    return _TIME_TO_DAY.fullmatch(words) is not None

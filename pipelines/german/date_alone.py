"""Texts that are a date only because they are nothing else: ``1`` in a calendar of September, ``17:00`` beside a day.

In the midst of other words the same digits say nothing. So these shapes are asked for only where a text holds no
whole date, and only if the text is short.
"""

import re

from pipelines.german.date_joints import between_times
from pipelines.german.date_pieces import Piece
from pipelines.german.date_spans import DateReading, is_known_end, time_span
from pipelines.german.date_values import Day, clock_of, day_of, exists, iso_day, precision
from pipelines.german.date_words import DASH, MONTH, ORDINALS, ROMAN_MONTH, WEEKDAY

LONGEST = 100
"""A text with more characters is prose, not a cell of a calendar."""

_EDGE = r"[\s()\[\].,;:|*·–—-]{0,20}"
"""What may stand around it; ``€`` and ``%`` make it an amount, ``§`` a paragraph."""
_LABEL = (
    r"(?:[^\W\d_]{2,20}:\s{0,3}"
    r"|(?i:im\s{1,2})?(?i:jahre?|kalenderjahr|(?:sitzungs)?kalender|(?:sitzungs)?termine)\s{1,3})?"
)
_MONTHS_AND_YEARS = re.compile(
    rf"""{_EDGE}{_LABEL}(?:
        (?P<year>[0-9]{{4}})                                                    # 2017, Kalender 2017
      | (?P<iso_year>[0-9]{{4}})-(?P<iso_month>[0-9]{{2}})                        # 2017-03
      | (?P<year_first>[0-9]{{4}})\s{{1,3}}(?P<month_last>{MONTH})                  # Kalender 2026 September
    ){_EDGE}""",
    re.VERBOSE,
)
_DAYS_OF_CONTEXT = re.compile(
    rf"""{_EDGE}(?:{WEEKDAY}\s{{0,4}})?(?:(?i:am|den|dem|der)\s)?(?:
        (?P<day>[0-9]{{1,2}})\.?(?:\s{{0,4}}{WEEKDAY})?                            # 1 with context 2026-09
      | (?P<numbered>[0-9]{{1,2}})\s(?P<name>{MONTH})\.?                          # 12 September with context 2026
      | (?P<roman_day>[0-9]{{1,2}})\.\s?(?P<roman>{ROMAN_MONTH})\.                 # 10.III. with context 2017
      | (?P<ordinal>{"|".join(ORDINALS)})e[nrs]?\s{{1,3}}(?P<ordinal_month>{MONTH})  # ersten März with context 2020
      | {_LABEL}(?:(?:im|anfang|mitte|ende|ab|seit|bis)\s)?(?P<month>{MONTH})\.?         # im September with 2026
    ){_EDGE}""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_CELL = re.compile(
    rf"{_EDGE}(?:{WEEKDAY}\s{{0,4}})?(?P<day>[0-9]{{1,2}})\.?[\s,|]{{1,8}}(?:{WEEKDAY}\s{{0,4}})?(?:um\s|{DASH}\s)?"
)
"""Before a time, in a calendar's row: ``Mi  4  18:00 - 18:38``."""
_DOTTED_TIMES = re.compile(
    rf"{_EDGE}(?P<hour>[0-9]{{1,2}})\.(?P<minute>[0-5][0-9])"
    rf"(?:\s?{DASH}\s?(?P<last_hour>[0-9]{{1,2}})\.(?P<last_minute>[0-5][0-9]))?{_EDGE}"
)
"""``18.00 - 19.45`` with the day as context"""
_MARKED_TIME = re.compile(r"(?i:uhr|h)\Z")
_TIME_LABELS = frozenset(
    {
        *("öffentlicher", "nichtöffentlicher", "nicht", "teil", "sitzung", "sitzungsdauer", "sitzungsbeginn"),
        *(
            "sitzungsende",
            "beginn",
            "anfang",
            "start",
            "ende",
            "schluss",
            "schluß",
            "dauer",
            "einlass",
            "uhrzeit",
            "offen",
        ),
        *("uhr", "h", "zeit", "um", "von", "bis", "ab", "gegen", "ca", "circa", "der", "am", "zu"),
        *("mo", "di", "mi", "do", "fr", "sa", "so"),
    }
)
"""Words beside which a time without ``Uhr`` is still a time: ``Beginn: 17:00``."""
_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"[^\W\d_]+")


def read_alone(text: str, pieces: list[Piece], context: Day | None) -> list[DateReading]:
    """The date that a short text is, in which no whole date stands; at most a few times on the day of the context."""
    if len(text) > LONGEST or not (context or pieces or text.strip()):
        return []
    if pieces and not any(piece.day for piece in pieces):
        return _times_alone(text, pieces, context)
    if match := _MONTHS_AND_YEARS.fullmatch(text):
        year, iso_year, iso_month, year_first, month_last = match.group(
            "year", "iso_year", "iso_month", "year_first", "month_last"
        )
        day = day_of("", month_last or iso_month or "", year or iso_year or year_first)
        return _reading(text, day)
    if context is None:
        return []
    if match := _DAYS_OF_CONTEXT.fullmatch(text):
        return _reading(text, _day_of_context(match, context))
    if context.day and (match := _DOTTED_TIMES.fullmatch(text)):
        first = clock_of(*match.group("hour", "minute"), None, None, False)
        last = clock_of(*match.group("last_hour", "last_minute"), None, None, False) if match["last_hour"] else None
        return [time_span(context, first, last, _inner_span(text))] if first and is_known_end(first) else []
    return []


def _day_of_context(match: re.Match[str], context: Day) -> Day | None:
    number, numbered, name, month = match.group("day", "numbered", "name", "month")
    roman_day, roman, ordinal, ordinal_month = match.group("roman_day", "roman", "ordinal", "ordinal_month")
    if number:
        if not context.month or context.day:
            return None
        found = context._replace(day=int(number))
        return found if found.day and exists(found) else None
    if ordinal:
        numbered, name = str(ORDINALS.index(ordinal.lower()) + 1), ordinal_month
    return day_of(numbered or roman_day or "", name or roman or month, f"{context.year:04}")


def _times_alone(text: str, pieces: list[Piece], context: Day | None) -> list[DateReading]:
    """Times without a day. They are read on the day of the context, if the text says little else."""
    if context is None:
        return []
    day, begins = context, pieces[0].start
    if not context.day:
        cell = _DAY_CELL.fullmatch(text, 0, begins)
        found = context._replace(day=int(cell["day"])) if cell and context.month else None
        if found is None or not found.day or not exists(found):
            return []
        assert cell is not None
        day, begins = found, cell.start("day")
    elif not _says_little_else(text, pieces):
        return []
    return _times_on(day, text, pieces, begins)


def _times_on(day: Day, text: str, pieces: list[Piece], begins: int) -> list[DateReading]:
    readings: list[DateReading] = []
    at = 0
    while at < len(pieces):
        first, last, after = pieces[at], None, at + 1
        if after < len(pieces) and between_times(text, first, pieces[after]) == "span":
            last, after = pieces[after].clock, after + 1
        if first.clock and is_known_end(first.clock):
            span = (begins if at == 0 else first.start, pieces[after - 1].end)
            readings.append(time_span(day, first.clock, last, span))
        at = after
    return readings


def _says_little_else(text: str, pieces: list[Piece]) -> bool:
    """All times are marked as such (``17 Uhr``), or the only words beside them are labels (``Beginn: 17:00``)."""
    rest = text
    for piece in reversed(pieces):
        rest = rest[: piece.start] + " " + rest[piece.end :]
    if _DIGIT.search(rest):
        return False
    words = _WORD.findall(rest)
    if _MARKED_TIME.search(text, 0, pieces[-1].end):
        return len(words) <= 8
    return _TIME_LABELS.issuperset(map(str.lower, words))


def _reading(text: str, day: Day | None) -> list[DateReading]:
    return [DateReading(iso_day(day), None, precision(day), _inner_span(text))] if day else []


def _inner_span(text: str) -> tuple[int, int]:
    """Where the text stands without the spaces around it."""
    start = len(text) - len(text.lstrip())
    return start, start + len(text.strip())

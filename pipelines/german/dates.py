"""German dates: the only module that turns the text of a page into ISO 8601.

Three questions: ``find_dates`` for all dates of a running text, ``read_date`` for a text that should be one date,
``as_json`` for what the command ``ratsarchiv date`` prints.

What is decided here, and what is not:

- Nothing is guessed and nothing filled in from the clock. A year that a text leaves out comes from the context that
  the page gives (``2017``, ``2026-09``, ``2026-09-28``) or from the date it is joined to (``14./15. Dezember 2017``);
  without either there is no date. A bare number is a day only in a month's context, a bare time only on a day's.
- Days that do not exist, and years before 1900 or after 2100, are not dates. Two-digit years up to 68 are of this
  century, from 69 on of the last.
- A weekday that contradicts its date is passed over: documents err about the weekday, the date counts.
- A year alone is read where it is the whole text (``2017``, ``Termine 2017``) or after the word Jahr; amid prose it is
  as often an amount. ``2. Halbjahr``, ``03/2017`` and ``10/03/2017`` are not read: those may be numbers of papers.
- ``Anfang März 2017`` is March 2017.
- 00:00 alone, or as an end, is what systems write that know no time: unknown. So is an end before its start, but
  ``19:00 - 01:10 Uhr`` ends on the next morning.
- A span whose beginning does not exist is none: ``30.02.-03.03.2017`` is not 3 March.
- Times are Berlin's. One that the change to summer time leaves out keeps its digits with the offset before the change;
  one that comes twice in autumn is the first. A time with a zone of its own is turned into Berlin's.
- Dates that run together part after the year: ``10. März 201716. März 2017`` are two.
"""

import re
import warnings
from bisect import bisect_right
from datetime import datetime
from functools import lru_cache
from typing import Any

from pipelines.german.date_alone import read_alone
from pipelines.german.date_pieces import pieces_of
from pipelines.german.date_spans import DateReading, readings_of
from pipelines.german.date_values import Day, day_of, iso_day
from pipelines.german.date_words import MONTH

__all__ = ["DateReading", "as_json", "find_dates", "read_date"]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that nobody sees: soft hyphens, zero-width spaces, marks of direction."""
_PARTED_WORD = re.compile(r"-[^\S\n]{0,3}\n[^\S\n]{0,6}(?=[a-zäöü])")
"""The hyphen of a word that goes on in the next line: ``10. Okto-\\nber 2020``"""
_UNSEEN = re.compile(rf"{_INVISIBLE.pattern}|(?<=[a-zäöü]){_PARTED_WORD.pattern}")

_CONTEXT = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[T ].*)?)?)?", re.DOTALL)

_CONTEXT_MONTH = re.compile(r"(?P<month>0?[1-9]|1[0-2])[/.-](?P<year>[0-9]{4})")
"""``09/2026``: amid other words it may be a paper's number, as a context it is a month."""

_LONGEST_FOR_FALLBACK = 60
_NUMBERS = re.compile(r"[0-9]+")
_MONTH_NAME = re.compile(rf"(?<![^\W\d_]){MONTH}")


def find_dates(text: str, context: str | None = None) -> list[DateReading]:
    """All dates of a text, in their order. `context` is the year, month or day that the page gives."""
    if ("\n" in text and _PARTED_WORD.search(text)) or (not text.isascii() and _INVISIBLE.search(text)):
        return _find_in_mended(text, context)
    pieces = pieces_of(text)
    day = _context_day(context) if context else None
    if pieces and (readings := readings_of(text, pieces, day)):
        return readings
    return read_alone(text, pieces, day)


def read_date(text: str, context: str | None = None) -> DateReading | None:
    """The date or span that a text is; None if it holds none, or several that differ."""
    readings = find_dates(text, context)
    if len(readings) == 1:
        return readings[0]
    if not readings:
        return _read_by_dateparser(text)
    first = readings[0]
    for other in readings[1:]:
        if (other.start, other.end) != (first.start, first.end):
            return None
    return first


def as_json(text: str, context: str | None = None) -> dict[str, Any]:
    """The text and its dates as plain data, one object a text in the output of ``ratsarchiv date``."""
    readings = find_dates(text, context)
    if not readings and (reading := read_date(text, context)):
        readings = [reading]
    return {
        "text": text,
        "dates": [
            {"start": date.start, "end": date.end, "precision": date.precision, "span": list(date.span)}
            for date in readings
        ],
    }


def _find_in_mended(text: str, context: str | None) -> list[DateReading]:
    """Reads the text without what nobody sees, and says where its dates stand in the text as it is."""
    kept: list[str] = []
    kept_at, original_at = [0], [0]
    size = at = 0
    for unseen in _UNSEEN.finditer(text):
        kept.append(text[at : unseen.start()])
        size += unseen.start() - at
        at = unseen.end()
        kept_at.append(size)
        original_at.append(at)
    kept.append(text[at:])

    def original(place: int) -> int:
        part = bisect_right(kept_at, place) - 1
        return original_at[part] + place - kept_at[part]

    mended = "".join(kept)
    pieces = pieces_of(mended)
    day = _context_day(context) if context else None
    readings = readings_of(mended, pieces, day) or read_alone(mended, pieces, day)
    return [
        DateReading(
            reading.start,
            reading.end,
            reading.precision,
            (original(reading.span[0]), original(reading.span[1] - 1) + 1),
        )
        for reading in readings
    ]


@lru_cache(maxsize=4096)
def _context_day(context: str) -> Day | None:
    """The context as numbers, None where it says nothing. It may be a text like those of a page: ``September 2026``."""
    context = context.strip()
    if month_match := _CONTEXT_MONTH.fullmatch(context):
        return day_of("", *month_match.group("month", "year"))
    if not (match := _CONTEXT.fullmatch(context)):
        reading = read_date(context)
        match = _CONTEXT.fullmatch(reading.start) if reading else None
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    return day_of(day or "", month or "", year)


def _read_by_dateparser(text: str) -> DateReading | None:
    """A day in an order that our own grammar does not know: ``März 10. 2017``.

    dateparser fills up what is missing, so its answer counts only if day, month and year all stand in the text, and
    nothing else does that could be one of them.
    """
    if len(text) > _LONGEST_FOR_FALLBACK:
        return None
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    months = _MONTH_NAME.findall(text)
    if len(numbers) != 2 or len(months) != 1:
        return None
    import dateparser  # takes longer to load than most runs need to read all their dates without it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = dateparser.parse(
            text.strip(),
            languages=["de"],
            settings={
                "REQUIRE_PARTS": ["day", "month", "year"],
                "STRICT_PARSING": True,
                "PARSERS": ["absolute-time"],
                "RELATIVE_BASE": datetime.fromisoformat("2000-01-01"),  # so that it never asks the clock
            },
        )
    if answer is None or sorted(numbers) != sorted([answer.day, answer.year]):
        return None
    day = day_of(str(answer.day), months[0], str(answer.year))
    if day is None or day.month != answer.month:
        return None
    start = len(text) - len(text.lstrip())
    return DateReading(iso_day(day), None, "day", (start, start + len(text.strip())))

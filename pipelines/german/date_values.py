"""Days and times as numbers, and how they are written in ISO 8601 with the time of Europe/Berlin.

Which day or time exists is decided here, and nowhere from the clock. Results are remembered, because an archive
writes the same few thousand days again and again.
"""

from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pipelines.german.date_words import MONTHS

BERLIN = ZoneInfo("Europe/Berlin")
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A year outside is not read: councils' archives hold no such day, and ``10. März 1848`` is history, not an event."""

PIVOT = 69
"""Two-digit years up to 68 are of this century, from 69 on of the last, as in POSIX: ``14.12.11``, ``1.4.98``."""

NAMED_ZONES = {"MEZ": 60, "CET": 60, "MESZ": 120, "CEST": 120}
FARTHEST_ZONE = 14 * 60

DAYS_OF_MONTH = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day, a month (``day`` is 0), a year (``month`` is 0 too). A ``year`` or ``month`` left out by the text is 0."""

    year: int
    month: int
    day: int


IMPOSSIBLE = Day(0, 1, 32)
"""A day that no year completes."""


class Clock(NamedTuple):
    """A time of day as written, from 24 hours on one of the next day.

    ``zone`` is the offset to UTC in minutes if the text names one; None is Berlin's.
    """

    hour: int
    minute: int
    second: int
    zone: int | None


@lru_cache(maxsize=1 << 16)
def day_of(day: str, month: str, year: str) -> Day | None:
    """The parts of a date as written; an empty one is left out. None if there is no such day: ``31.02.2017``."""
    month_number = int(month) if month.isdecimal() else MONTHS.get(month.lower()) or MONTHS.get(month[:3].lower(), 0)
    found = Day(_year(year), month_number, int(day or 0))
    if month and not 1 <= found.month <= 12:
        return None
    if day and not 1 <= found.day <= DAYS_OF_MONTH[found.month] + 31 * (not month):
        return None
    return found if not year or exists(found) else None


@lru_cache(maxsize=1 << 16)
def day_or_impossible(day: str, month: str, year: str) -> Day | None:
    """Like `day_of`, but a day that its month does not have stays, so that no other is taken for the whole of a span:
    ``30.02.-03.03.2017`` is not 3 March."""
    return day_of(day, month, year) or (IMPOSSIBLE if day_of("", month, year) else None)


def _year(year: str) -> int:
    number = int(year or 0)
    return number + (2000 if number < PIVOT else 1900) if len(year) == 2 else number


def exists(day: Day) -> bool:
    """Whether a day with a year (or a month, a year) is one of the calendar and within the years we read."""
    year = day.year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day.day <= DAYS_OF_MONTH[day.month] and (leap or day.day != 29 or day.month != 2)


@lru_cache(maxsize=1 << 14)
def clock_of(hour: str, minute: str | None, second: str | None, zone: str | None, later_half: bool) -> Clock | None:
    """The parts of a time as written; None if there is no such time: ``25:00``. 24:00 is the next day's midnight.

    `later_half` is said by a word: ``7 Uhr abends``.
    """
    hours, minutes, seconds = int(hour), int("".join((minute or "0").split())), int(second or "0")
    if later_half and hours < 12:
        hours += 12
    if hours > 24 or minutes > 59 or seconds > 59 or (hours == 24 and minutes + seconds > 0):
        return None
    east = _minutes_east(zone) if zone else None
    return None if east is not None and abs(east) > FARTHEST_ZONE else Clock(hours, minutes, seconds, east)


def _minutes_east(zone: str) -> int:
    """``+01:00``, ``-0500``, ``Z``, ``GMT``, ``MESZ``."""
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
        return minutes if zone[0] == "+" else -minutes
    return NAMED_ZONES.get(zone.upper(), 0)


@lru_cache(maxsize=1 << 16)
def iso_day(day: Day) -> str:
    """``2017-03-10``, ``2017-03`` or ``2017``."""
    if day.day:
        return f"{day.year:04}-{day.month:02}-{day.day:02}"
    return f"{day.year:04}-{day.month:02}" if day.month else f"{day.year:04}"


def precision(day: Day) -> str:
    return "day" if day.day else "month" if day.month else "year"


@lru_cache(maxsize=1 << 16)
def iso_moment(day: Day, clock: Clock) -> str:
    """``2017-03-10T17:00:00+01:00``: a time on a day, in Berlin's time with the offset of that moment.

    A time that the spring change leaves out (02:30 on 2017-03-26) keeps its digits and the offset before the change,
    so it is the moment an hour later by summer time; a time that comes twice in autumn is the first, in summer time.
    """
    offset = _offset(day.year, day.month, day.day)
    if offset is None or clock.zone is not None or clock.hour >= 24:
        return _exact_moment(day, clock)
    return f"{iso_day(day)}T{_iso_clock(clock.hour, clock.minute, clock.second)}{offset}"


@lru_cache(maxsize=1 << 12)
def _iso_clock(hour: int, minute: int, second: int) -> str:
    return f"{hour:02}:{minute:02}:{second:02}"


@lru_cache(maxsize=1 << 16)
def _offset(year: int, month: int, day: int) -> str | None:
    """Berlin's offset on a day, None on a day on which it changes."""
    first = datetime(year, month, day, tzinfo=BERLIN)
    last = first.replace(hour=23, minute=59, second=59)
    return first.isoformat()[-6:] if first.utcoffset() == last.utcoffset() else None


def _exact_moment(day: Day, clock: Clock) -> str:
    zone = BERLIN if clock.zone is None else timezone(timedelta(minutes=clock.zone))
    moment = datetime(day.year, day.month, day.day, clock.hour % 24, clock.minute, clock.second, tzinfo=zone)
    return (moment + timedelta(days=clock.hour // 24)).astimezone(BERLIN).isoformat()

"""Days and times of Musterstadt. Nothing here looks at a clock: the town's today is a constant."""

from datetime import date, datetime, time, timedelta
from random import Random

from scraper.sample.town import BERLIN

TODAY = date(2026, 6, 30)
"""The day on which the town is looked at: what is later is planned, not done."""
TERM_YEARS = 5
TERM_START = date(2025, 11, 1)
"""Of the running legislative term; the earlier ones began five, ten ... years before."""

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), BERLIN)


def office_hour(rng: Random, day: date) -> datetime:
    """Some time on `day`, or on the next working day, when the council's office is at work."""
    return at(working_day(day), rng.randint(8, 16), rng.randint(0, 59))


def working_day(day: date) -> date:
    """`day`, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def end_of_today() -> datetime:
    return at(TODAY, 23, 59)


def long_day(day: date) -> str:
    """12. März 2025"""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def numeric_day(day: date) -> str:
    """12.03.2025"""
    return f"{day:%d.%m.%Y}"

"""Whether a day falls on the weekday that a calendar writes beside it: if not, its month is not the one supposed."""

from datetime import date

BEGINNINGS = (("mo",), ("di", "tu"), ("mi", "we"), ("do", "th"), ("fr",), ("sa",), ("so", "su"))
"""Of the weekdays' names in German and English, from Monday on."""


def falls_on(year: int, month: int, day: int, weekday: str) -> bool:
    """False where there is no such day, or where it is on another weekday. What is no weekday says nothing.

    >>> falls_on(2026, 9, 22, "Di."), falls_on(2026, 9, 22, "Wed")
    (True, False)
    """
    try:
        place = date(year, month, day).weekday()
    except ValueError:
        return False
    begins = weekday.strip()[:2].lower()
    return begins in BEGINNINGS[place] or not any(begins in one for one in BEGINNINGS)

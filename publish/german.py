"""Values of the archive as Germans write them: dates, numbers, sizes, yes and no."""

import json
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")  # 2017-03
DAY = re.compile(r"\d{4}-\d\d-\d\d")  # 2017-03-10
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")  # 2017-03-10T17:00:00+01:00

SIZES = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def day_in_words(value: str | None) -> str:
    """ISO 8601 of any precision -> "Freitag, 10. März 2017, 17:00 Uhr", "Freitag, 10. März 2017", "März 2017", "2017".

    Points in time are told in German local time. Text that is no ISO date comes back as it is, None as "".
    """
    read = _read(value)
    if isinstance(read, datetime):
        return f"{_long_day(read)}, {read:%H:%M} Uhr"
    if isinstance(read, date):
        return _long_day(read)
    if value and (month := MONTH.fullmatch(value)):
        return f"{MONTHS[int(month[2]) - 1]} {int(month[1])}"
    return value or ""


def span_in_words(start: str | None, end: str | None) -> str:
    """From ... to ...: "Freitag, 10. März 2017, 17:00 bis 19:30 Uhr". Without an end the start alone."""
    first, last = _read(start), _read(end)
    if isinstance(first, datetime) and isinstance(last, datetime) and first < last:
        if first.date() == last.date():
            return f"{_long_day(first)}, {first:%H:%M} bis {last:%H:%M} Uhr"
        return f"{day_in_words(start)}, bis {day_in_words(end)}"
    return day_in_words(start)


def short_day(value: str | None) -> str:
    """ISO 8601 of any precision for a table's cell: "10.03.2017, 17:00", "10.03.2017", "03.2017", "2017"."""
    read = _read(value)
    if isinstance(read, datetime):
        return f"{read:%d.%m}.{read.year:04}, {read:%H:%M}"
    if isinstance(read, date):
        return f"{read:%d.%m}.{read.year:04}"
    if value and (month := MONTH.fullmatch(value)):
        return f"{month[2]}.{month[1]}"
    return value or ""


def number(value: int) -> str:
    """1234567 -> "1.234.567"."""
    return f"{value:,}".replace(",", ".")


def counted(value: int, one: str, many: str) -> str:
    """(1, "Sitzung", "Sitzungen") -> "1 Sitzung"."""
    return f"{number(value)} {one if value == 1 else many}"


def size(value: int) -> str:
    """Bytes -> "2,4 MB"."""
    for unit, name in SIZES:
        if value >= unit:
            return f"{value / unit:.1f} {name}".replace(".", ",")
    return f"{value} Byte"


def listed(value: str | None) -> list[str]:
    """A list that the archive keeps as JSON text -> its words; a plain text is a list of itself."""
    if not value:
        return []
    try:
        words = json.loads(value)
    except ValueError:
        return [value]
    return [str(word) for word in words] if isinstance(words, list) else [value]


def _read(value: str | None) -> datetime | date | None:
    """A day, a moment in German local time, or None when `value` is no full ISO day or moment of the calendar."""
    if not value:
        return None
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value)
        if MOMENT.fullmatch(value):
            moment = datetime.fromisoformat(value)
            return (moment.astimezone(BERLIN) if moment.tzinfo else moment).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return None


def _long_day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]} {day.year}"

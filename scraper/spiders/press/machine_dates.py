"""Moments that machines write to each other: ISO 8601 and the dates of mails. Only for deciding what to ask.

What a reader sees is read in pipelines/german/dates.py; nothing of this module enters a record.
"""

from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime


def moment_of(text: str | None) -> datetime | None:
    """The point in time, or None for anything else; what names no zone is taken as UTC."""
    if not text:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text.strip())
        except (ValueError, TypeError, IndexError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def start_of(day: date) -> datetime:
    """The first moment of `day`, in UTC."""
    return datetime.combine(day, time(), UTC)

"""The sittings of an ICS file: /termine/ics/SD.NET_RIM.ics with all of them, /tops/ics/ with one."""

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, vDDDTypes

from scraper.items import Meeting
from scraper.pages.council.moments import CANCELLED, without_cancellation
from scraper.pages.sdnet.document import Page
from scraper.pages.sdnet.names import meeting_id, slug
from scraper.pages.sdnet.sittings import add_sitting, place_in

PIECES_OF_EVENT = tuple(re.compile(rf"^{piece}\b", re.MULTILINE) for piece in ("BEGIN:VEVENT", "END:VEVENT", "SUMMARY"))
"""Each event has one of each."""
HERE = ZoneInfo("Europe/Berlin")
AGENDA = re.compile(r"https?://\S+/tops/?\?__=[\w%=-]+")
"""Link zur Tagesordnung: https://ris.example.org/tops/?__=UGhVM0hp"""
REMARK = re.compile(r"\bBemerkung:\s*(?P<text>.+)\Z", re.DOTALL)
SAME_SENTENCE = r"(?:(?!\b(?:top|tagesordnungspunkte?|punkte?)\b)[^.!?])*"
CALLED_OFF = re.compile(
    rf"\bsitzung\b{SAME_SENTENCE}\b(?:abgesagt|entfällt|entfallen|ausgefallen|fällt aus|nicht statt)\b"
    rf"|\b(?:entfällt{SAME_SENTENCE}\bsitzung|fällt{SAME_SENTENCE}\bsitzung{SAME_SENTENCE}\baus)\b"
    r"|^\W*(?:abgesagt|entfällt|fällt aus)\W*$",
    re.IGNORECASE,
)
"""Die Sitzung entfällt!; not: TOP 3 entfällt."""


def read_events(page: Page) -> None:
    """Meetings and "agenda" for those that link one.

    An event without a link is a sitting that has no agenda yet; its remark is kept, for no page will tell it.
    """
    try:
        events: list[Any] = Calendar.from_ical(page.source).walk("VEVENT")
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:  # what a damaged file leads it to
        page.complain_of_layout("a calendar file (ICS)", f"one that can't be read: {error!s:.150}")
        return
    for event in events:
        _read_event(page, event)
    written = max(len(found) for found in (pattern.findall(page.source) for pattern in PIECES_OF_EVENT))
    if written != len(events):
        page.complain_of_layout(f"{written} events", f"{len(events)} that can be read")


def _read_event(page: Page, event: Any) -> None:
    summary, told = _text(event, "SUMMARY"), _text(event, "DESCRIPTION")
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    named = meeting_id(summary, start) if start else None
    if not named:
        page.complain_of_layout(
            "an event with its committee and its start", f"{summary!r}, {_text(event, 'DTSTART')!r}"
        )
        return
    link, remark = AGENDA.search(told), REMARK.search(told)
    if not link and "/tops/" in told:
        page.complain_of_layout("the link to the agenda", told[:200])
    note = " ".join(remark["text"].split()) if remark else ""
    cancelled = CANCELLED.search(summary) or CALLED_OFF.search(note) or _text(event, "STATUS") == "CANCELLED"
    meeting = Meeting(
        vendor_id=named,
        organization=slug(without_cancellation(summary)),
        start_text=start,
        end_text=end,
        place=place_in(_text(event, "LOCATION")),
        cancelled=True if cancelled else None,
    )
    if link is None:
        meeting.name = without_cancellation(summary)
        meeting.other = {"Bemerkung": note} if note else {}
    add_sitting(page, meeting, link.group() if link else None)


def _text(event: Any, name: str) -> str:
    value = event.get(name)
    return str(value[0] if isinstance(value, list) and value else value or "").strip()


def _moment(event: Any, name: str) -> str | None:
    """As the pages write it: "29.09.2026 16:30 Uhr"; None where there is none, or one that can't be read."""
    value = event.get(name)
    moment = value.dt if isinstance(value, vDDDTypes) else None
    if isinstance(moment, datetime):
        local = moment.astimezone(HERE) if moment.tzinfo else moment
        return f"{local:%d.%m.%Y %H:%M} Uhr"
    return f"{moment:%d.%m.%Y}" if isinstance(moment, date) else None

"""api/v1/sitzungen: the sittings of a span of days.

Times are told twice, in UTC (`beginn`) and as people write them (`dat`, `sb`, `se`): the latter are taken.
"""

import re

from scraper.items import Meeting
from scraper.pages.council.data import Told, word
from scraper.pages.council.moments import CANCELLED
from scraper.pages.sessionnet6.addresses import agenda_url, meeting_url
from scraper.pages.sessionnet6.document import Page, number_of

DAY = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")
TIME = re.compile(r"[0-2]?[0-9]:[0-5][0-9]")
UNKNOWN = "00:00"
RELEASED = "Freigabe"
"""Key in a Meeting's `other`: the day from which on the app opens the sitting."""


def read_calendar(page: Page) -> None:
    """The Meetings. The agendas of those that the app opens are to follow."""
    for told in page.listed("sittings", "siNr") or []:
        meeting = _meeting(page, told)
        page.add(meeting)
        if meeting.other.get(RELEASED):
            page.follow("agenda", meeting.vendor_id, agenda_url(page.url, meeting.vendor_id))


def _meeting(page: Page, told: Told) -> Meeting:
    number = number_of(told, "siNr") or ""
    day, name = word(told, "dat"), word(told, "name")
    if name is None or day is None or not DAY.fullmatch(day):
        page.complain_of_layout(f"the day and the name of sitting {number}", f"{day!r}, {name!r}")
        day = None
    meeting = Meeting(
        vendor_id=number,
        source_url=meeting_url(page.url, number),
        name=name,
        start_text=_start_text(day, told) if day else None,
        place=_place(told),
        cancelled=True if name and CANCELLED.search(name) else None,
    )
    for key, field in (("Sitzung", "nummer"), (RELEASED, "freigabeDatum")):
        if value := word(told, field):
            meeting.other[key] = value
    return meeting


def _start_text(day: str, told: Told) -> str:
    """ "2026-09-09 18:00-19:30 Uhr" """
    begin, end = _time(told, "sb"), _time(told, "se")
    if begin is None:
        return day
    return f"{day} {begin}-{end} Uhr" if end else f"{day} {begin} Uhr"


def _time(told: Told, name: str) -> str | None:
    time = word(told, name)
    return time if time and TIME.fullmatch(time) and time != UNKNOWN else None


def _place(told: Told) -> str | None:
    """The room, which mostly has its address, and the town where the room does not name it."""
    room, town = word(told, "raum"), word(told, "ort")
    return ", ".join(piece for piece in (room, None if room and town and town in room else town) if piece) or None

"""What a calendar says of a sitting, whichever form the calendar has, and where a sitting is."""

import re

from scraper.items import Meeting
from scraper.pages.sdnet.document import Page

BETWEEN = re.compile(r"\s*(?:[,\n]\s*)+")
"""Commas and ends of lines between the parts of an address; parts may be empty."""


def add_sitting(page: Page, meeting: Meeting, address: str | None) -> None:
    """Once: of two sittings of one committee on one day, no other page tells which is meant."""
    known = [item for item in page.reading.items if item.vendor_id == meeting.vendor_id]
    if known:
        page.complain(
            f"one sitting {meeting.vendor_id}",
            f"another one, {meeting.start_text}",
            "Committee and day name a sitting in this system. Only the first of the day is archived.",
            severity="warning",
        )
        return
    page.add(meeting)
    if address:
        page.follow("agenda", meeting.vendor_id, address)


def place_in(text: str) -> str | None:
    """The same words from the lines of a page and from the one line of an event; None for nothing.

    >>> place_in("Rathaus, Am Platz 1, , Saal, ")
    'Rathaus, Am Platz 1, Saal'
    """
    return ", ".join(" ".join(piece.split()) for piece in BETWEEN.split(text) if piece.strip()) or None

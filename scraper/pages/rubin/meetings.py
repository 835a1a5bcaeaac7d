"""A sitting as the data tells of it, in the calendar and with its agenda alike."""

import re
from collections.abc import Iterable

from scraper.items import Body, Meeting, MeetingOrganization, Organization
from scraper.pages.council.data import Told, is_set, objects, part, word
from scraper.pages.council.moments import CANCELLED
from scraper.pages.rubin.addresses import lasting, number_in, page_url
from scraper.pages.rubin.document import Page

DAY = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")
TIME = re.compile(r"([0-2][0-9]:[0-5][0-9])(?::[0-5][0-9])?")
UNKNOWN = "00:00"
"""A stand-in: no council begins at midnight."""
UNKNOWN_DAY = re.compile(r"0000-")
"""0000-00-00 00:00:00"""
COMMITTEE_FIELDS = [f"gremium_{number}" for number in range(1, 6)]
PARTS = {"beginn_oef": "öffentlicher Teil", "beginn_noef": "nichtöffentlicher Teil"}
SITTING = 1
"""event_type_id: what is none is another event in the calendar."""


def is_sitting(told: Told) -> bool:
    """Whether it is a sitting that the site shows: no draft, no other event."""
    return not is_set(told, "is_draft") and str(told.get("event_type_id") or SITTING) == str(SITTING)


def meeting_of(page: Page, told: Told) -> Meeting | None:
    """The Meeting, with what is odd complained of; None, with an error, without a number."""
    number, day, name = word(told, "nummer"), word(told, "datum"), word(told, "titel", "title")
    if number is None:
        page.complain_of_layout("a number for each sitting", f"none: {str(told)[:150]!r}")
        return None
    if day is None or not DAY.fullmatch(day) or name is None:
        page.complain_of_layout(f"the day and the name of sitting {number}", f"{day!r}, {name!r}")
    address = word(told, "full_url", "fullUrl")
    shown = number_in(address) if address else None
    if shown and lasting(shown) != lasting(number):
        page.complain_of_layout(f"the address of sitting {number}", f"that of {shown}")
    meeting = Meeting(
        vendor_id=lasting(word(told, "nummer_si") or number),
        source_url=page_url(page.url, number, address) if address else None,
        name=name,
        start_text=_start_text(day, told) if day and DAY.fullmatch(day) else None,
        place=place_of(part(told, "room")),
        cancelled=True if name and CANCELLED.search(name) else None,
    )
    if parts := _parts(told):
        meeting.other["parts"] = parts
    if is_set(told, "fraktionssitzung"):
        meeting.other["Fraktionssitzung"] = True
    _add_organizations(page, meeting, told)
    return meeting


def place_of(room: Told) -> str | None:
    """Ratsstube, Hauptstraße 28, 67822 Kalkofen"""
    town = " ".join(text for name in ("PLZ", "Ort") if (text := word(room, name)))
    pieces = [word(room, "Bezeichnung", "name"), word(room, "Strasse"), town]
    return ", ".join(piece for piece in pieces if piece) or None


def organization_of(page: Page, told: Told) -> Organization | None:
    """A committee; None, with a complaint, without its short name, by which the calendar knows it."""
    key, name = word(told, "id", "Kuerzel"), word(told, "name", "Bezeichnung")
    if key is None or name is None:
        page.complain_of_layout("each committee with short name and name", f"{key!r}, {name!r}")
        return None
    if word(told, "Kuerzel") not in (None, key):
        page.complain_of_layout(f"committee {key}", f"committee {word(told, 'Kuerzel')}")
    body = word(told, "Koerperschaftsnummer")
    if body:
        page.add_once(Body(vendor_id=body))
    return Organization(vendor_id=key, name=name, short_name=word(told, "Kuerzel"), body=body)


def _add_organizations(page: Page, meeting: Meeting, told: Told) -> None:
    """Up to five committees sit together. With the agenda comes what they are called."""
    found = []
    for committee in objects(told.get("committees")):
        if organization := organization_of(page, committee):
            page.add_once(organization)
            found.append(organization.vendor_id)
    found += [key for name in COMMITTEE_FIELDS if (key := word(told, name))]
    meeting.organizations = [MeetingOrganization(organization=key) for key in unique(found)]
    meeting.organization = meeting.organizations[0].organization if found else None


def unique(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))


def _start_text(day: str, told: Told) -> str:
    """ "2026-09-03 20:00-22:12 Uhr": what is a stand-in is left out."""
    begin, end = _time(told, "beginn"), _time(told, "ende")
    if begin is None:
        return day
    return f"{day} {begin}-{end} Uhr" if end else f"{day} {begin} Uhr"


def _time(told: Told, name: str) -> str | None:
    found = TIME.fullmatch(word(told, name) or "")
    return found[1] if found and found[1] != UNKNOWN else None


def _parts(told: Told) -> list[dict[str, str]]:
    return [{"name": name, "time": time} for field, name in PARTS.items() if (time := _time(told, field))]


def complain_of_another_sitting(page: Page, told: Told) -> None:
    """The page that answered should be about the sitting that was asked for."""
    asked = number_in(page.url)
    numbers = [number for name in ("nummer", "nummer_si", "id") if (number := word(told, name))]
    if asked and lasting(asked) not in {lasting(number) for number in numbers}:
        page.complain_of_layout(f"sitting {asked}", f"sitting {', '.join(numbers)}")

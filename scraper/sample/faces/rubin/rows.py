"""Meetings as more! rubin's calendar lists them, and the calendar for other programs."""

from datetime import UTC, datetime, timedelta

from scraper.sample.faces.council import Month
from scraper.sample.faces.rubin.council import short_key
from scraper.sample.faces.rubin.site import Json, Site, moment_text, time_of
from scraper.sample.town import Location, Meeting

CANCELLED = "Abgesagt - "
INVITED, ENTERED = 4, 1
"""Status of a meeting: its agenda is out, or it is only in the calendar."""
CALENDAR_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//more! software//rubin//DE", "X-WR-TIMEZONE:Europe/Berlin")


def calendar(site: Site, first: Month, last: Month) -> Json:
    """All meetings of the months from `first` to `last`, each with its room."""
    council = site.council
    return {
        "first_day": str(first.first_day),
        "last_day": str(last.days[-1]),
        "meetings": [
            {**meeting_row(site, one), "room": room(council.town.location_of[one.location_id])}
            for one in council.meetings_between(first, last)
        ],
    }


def meeting_row(site: Site, meeting: Meeting) -> Json:
    council = site.council
    number, old = council.number_of(meeting), council.number_before_minutes(meeting)
    begins = {part.public: part.begins for part in council.parts_of(meeting)}
    return {
        "id": meeting.id,
        "nummer": number,
        "nummer_si": old if old != number else None,
        "event_type_id": 1,
        "fraktionssitzung": "0",
        "datum": f"{meeting.start:%Y-%m-%d}",
        "titel": (CANCELLED if meeting.cancelled else "") + meeting.name,
        "status": INVITED if meeting.invitation_id else ENTERED,
        "niederschrift_status": meeting.minutes_id is not None,
        "gremium_1": short_key(council.organ_of(meeting)),
        "gremium_2": "",
        "gremium_3": "",
        "gremium_4": "",
        "gremium_5": "",
        "raum": room_key(council.town.location_of[meeting.location_id]),
        "beginn": time_of(meeting.start),
        "beginn_oef": time_of(begins.get(True)),
        "beginn_noef": time_of(begins.get(False)),
        "ende": time_of(meeting.end),
        "chairman_id": meeting.chair_id,
        "updated_at": moment_text(meeting.modified),
        "is_draft": False,
        "closed_at": None,
        "full_url": f"{site.base}/{site.edition.meeting_page}?id={number}",
    }


def room_key(location: Location) -> str:
    return f"R{location.id:02}"


def room(location: Location) -> Json:
    key = room_key(location)
    return {
        "Kuerzel": key,
        "Bezeichnung": location.room,
        "Strasse": location.street_address,
        "PLZ": location.postal_code,
        "Ort": location.locality,
        "Ortsteil": "",
        "Telefon": "",
        "Fax": "",
        "origin_created_at": None,
        "origin_updated_at": None,
        "origin_id": None,
        "id": key,
        "name": location.room,
        "address": {
            "street": location.street_address,
            "zip_code": location.postal_code,
            "location": location.locality,
            "district": "",
        },
        "phone_number": "",
        "fax_number": "",
    }


def calendar_file(site: Site) -> str:
    """iCalendar, all meetings from a year ago on; times are the town's own."""
    council = site.council
    events = [
        "\r\n".join(
            (
                "BEGIN:VEVENT",
                f"UID:{council.number_before_minutes(one)}@rubin",
                f"DTSTAMP:{_moment(one.modified.astimezone(UTC))}Z",
                f"DTSTART;TZID=Europe/Berlin:{_moment(one.start)}",
                *((f"DTEND;TZID=Europe/Berlin:{_moment(one.end)}",) if one.end else ()),
                f"SUMMARY:{_escaped((CANCELLED if one.cancelled else '') + one.name)}",
                f"LOCATION:{_escaped(council.place_of(one))}",
                f"URL:{site.base}/{site.edition.meeting_page}?id={council.number_of(one)}",
                "END:VEVENT",
            )
        )
        for one in council.meetings
        if council.town.today - one.start.date() <= timedelta(days=365)
    ]
    return "\r\n".join((*CALENDAR_HEAD, *events, "END:VCALENDAR", ""))


def _moment(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _escaped(text: str) -> str:
    """As RFC 5545 (3.3.11) has texts."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")

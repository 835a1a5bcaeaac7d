"""The calendar: a page that a script fills, the meetings of a year as a list, and all of them as ICS."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from hashlib import sha256

from scraper.sample.faces.markup import raw
from scraper.sample.faces.sdnet.agenda import place_lines
from scraper.sample.faces.sdnet.frame import heading, meeting_link, page, row, table
from scraper.sample.faces.sdnet.site import Site
from scraper.sample.town import Meeting

EXPORT = "/termine/ics/SD.NET_RIM.ics"
EVENTS = "/termine/json/Sitzungstermine/"
"""Answers only the page's own script, which sends a token along."""
COLUMNS = (("termin", "Termin"), ("uebersicht", "Übersicht"))
ICS_HEAD = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:PUBLISH
PRODID:-//SD.NET RIM v1.0//DE
CALSCALE:GREGORIAN
X-WR-CALNAME:SD.NET RIM
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def session_of(visit: int) -> str:
    return sha256(f"visit {visit}".encode()).hexdigest()


def calendar(site: Site, visit: int) -> str:
    """No meeting stands on it: the browser asks for those of the month it shows."""
    session = session_of(visit)
    content = f"""    <button id="btn-export-ics" data-export-url="{site.base}{EXPORT}">Kalender exportieren</button>
{_years(site)}    <div id="calendar" class="sstfc" data-source="{site.base}{EVENTS}"></div>
    <script>
        sessionStorage.setItem('csrfToken', '{session}');
        loadCalendar({{ url: '{site.base}{EVENTS}', headers: {{ 'X-CSRF-Token': '{session}' }} }});
    </script>
"""
    intro = heading("Sitzungen", "Der Kalender zeigt die Sitzungen aller Gremien.")
    return page(site, "termine", "Sitzungen", intro + content, active="termine")


def year(site: Site, number: int) -> str:
    """The meetings of a year, in their order; those without a page are only named."""
    rows = (
        row(place, [("termin", meeting_link(site, one)), ("uebersicht", raw(site.council.organ_of(one).name))])
        for place, one in enumerate(one for one in site.council.meetings if one.start.year == number)
    )
    intro = heading(f"Sitzungen {number}", "Die Liste zeigt die Sitzungen aller Gremien in einem Jahr.")
    content = table("termine", "Sitzungen", COLUMNS, rows)
    return page(site, "termine", "Sitzungen", intro + _years(site) + content, active="termine")


def _years(site: Site) -> str:
    years = sorted({one.start.year for one in site.council.meetings})
    links = "".join(f'<li><a href="{site.year(one)}" aria-label="Sitzungen {one}">{one}</a></li>' for one in years)
    return f'    <ul class="termine-jahre">{links}</ul>\n'


def export(site: Site, meetings: Iterable[Meeting]) -> str:
    return ICS_HEAD + "".join(_event(site, one) for one in meetings) + "END:VCALENDAR\n"


def _event(site: Site, meeting: Meeting) -> str:
    """Public sites fold no lines and escape no commas.

    The number is that of the meeting behind year and month: 2024104818 is 4818, in October 2024.
    """
    town = site.council.town
    notes = []
    if site.council.has_page(meeting):
        notes.append(f"Link zur Tagesordnung: {site.meeting(meeting)}")
    if meeting.cancelled:
        notes.append("Bemerkung:\\nDie Sitzung entfällt!")
    lines = [
        "BEGIN:VEVENT",
        f"DTSTAMP:{datetime.combine(town.today, time(12), UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/Berlin:{meeting.start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{meeting.end:%Y%m%dT%H%M%S}" if meeting.end else "",
        f"SUMMARY:{site.council.organ_of(meeting).name}",
        "DESCRIPTION:" + "\\n\\n".join(notes) if notes else "",
        f"UID:{meeting.start:%Y%m}{meeting.id:04}",
        f"LOCATION:{', '.join(place_lines(town.location_of[meeting.location_id]))}",
        "END:VEVENT",
    ]
    return "".join(f"{line}\n" for line in lines if line)

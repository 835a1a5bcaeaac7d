"""The month calendar si010_e, the list of sittings si018_a, and a sitting as an entry for somebody's own calendar."""

from collections.abc import Iterator
from datetime import UTC, date

from scraper.sample.faces.allris3.council import Council, day_of, number_asked, time_of
from scraper.sample.faces.allris3.frame import (
    NOTHING,
    agenda_form,
    agenda_link,
    framed,
    page,
    posting,
    stripe,
)
from scraper.sample.faces.council import CLASSES, Month
from scraper.sample.faces.markup import MONTHS, SATURDAY, WEEKDAYS, raw
from scraper.sample.faces.web import Request
from scraper.sample.town import Meeting

CANCELLED = "ENTFÄLLT! "
"""The office writes it into the name."""
EXPORT = "Sitzungstermin im Outlook-kompatiblen Format exportieren"
SHOWN_DAYS = 28
"""How far back the list of sittings goes for who does not ask for all."""


def month(council: Council, request: Request) -> str:
    """One month, with a row for each day on which nothing is."""
    asked = council.month_asked(request)
    rows = [row for day in asked.days for row in _day(council, day)]
    table = f"""<table class="tl1" cellspacing="0" cellpadding="1" border="0">
\t<tr class="zw1"><th colspan="2">Datum</th><th>Uhrzeit</th><th>&nbsp;</th><th colspan="4" width="65%">Sitzung</th>\
<th>Raum</th>\t</tr>
{"".join(rows)}</table>
"""
    own = f"si010_e.asp?MM={asked.month}&YY={asked.year}"
    content = framed(_navigation(asked) + table, border="spir")
    return page(council, "si010", "Sitzungskalender", "Sitzungskalender", content, own=own)


def _navigation(asked: Month) -> str:
    """The name of the month stands in no row below it."""

    def button(one: Month, text: str, tip: str = "") -> str:
        name = tip or f"{MONTHS[one.month - 1]} {one.year}"
        address = f"/bi/si010_e.asp?MM={one.month}&amp;YY={one.year}"
        return (
            f'\t\t<td align="center" style="border: 1px solid #888a85;"><a href="{address}" title="{name}" '
            f'style="display: block;">{text}</a></td>'
        )

    years = "".join(button(Month(asked.year + by, asked.month), str(asked.year + by)) for by in (-2, -1, 1, 2))
    months = "".join(button(Month(asked.year, one), MONTHS[one - 1][:3]) for one in range(1, 13) if one != asked.month)
    before, after = button(asked.previous, "&lt;", "Vorheriger Monat"), button(asked.next, "&gt;", "Nächster Monat")
    first, last = asked.days[0], asked.days[-1]
    return f"""<table width="100%" cellspacing="0" cellpadding="0" border="0">
\t<tr>
\t\t<td width="50%">&nbsp;</td>\t\t<td nowrap="nowrap"><h2 align="center">{MONTHS[asked.month - 1]}&nbsp;{asked.year}\
</h2>\t\t</td>\t\t<td width="50%">&nbsp;</td>\t</tr>
\t</table>
\t<table width="100%" cellspacing="2" cellpadding="1" border="0">
\t<tr>
{years}\t\t<td align="right" colspan="5"><form method="post" action="/bi/si010_e.asp" name="kaldatform" \
style="margin:0">Zeitraum:&nbsp;<input type="text" size="9" name="kaldatvon" value="{day_of(first)}"  /> - <input \
type="text" size="9" name="kaldatbis" value="{day_of(last)}"  /></form></td>\t</tr>
\t<tr>
{before}{months}{after}\t</tr>
\t</table>
"""


def _day(council: Council, day: date) -> Iterator[str]:
    """Of several sittings of a day only the first has the day beside it."""
    kind = f"zl1{day.weekday() + 1}" if day.weekday() >= SATURDAY else stripe(day.toordinal())
    figures = str(day.day).rjust(2).replace(" ", NOTHING * 2)
    name = (
        f'<td class="text2" width="20">{WEEKDAYS[day.weekday()][:2]}</td><td class="text2" width="20">{figures}</td>\n'
    )
    meetings = council.meetings_on.get(day, [])
    if not meetings:
        yield f'\t<tr class="{kind}">\n{name}\t\t<td colspan="8">&nbsp;</td>\n\t</tr>\n'
    for number, one in enumerate(meetings):
        yield _row(council, one, kind, "\t\t<td>&nbsp;</td>\n\t\t<td>&nbsp;</td>\n" if number else name)


def _row(council: Council, meeting: Meeting, kind: str, day: str) -> str:
    """Nobody can open the agenda of a sitting that nobody has been invited to yet; its number is in the export."""
    room = raw(council.town.location_of[meeting.location_id].room)
    linked = council.has_agenda_page(meeting)
    fields = {"SILFDNR": str(meeting.id), "selfaction": "Termin exportieren", "template": "ics"}
    picture = f'<input type="image" class="il1" src="images/calexp.gif" alt="{EXPORT}" title="{EXPORT}"  />'
    export = posting("to010.asp", fields, picture)
    return f"""\t<tr class="{kind}" valign="top">
{day}\t\t<td class="text2">{time_of(meeting)}&nbsp;</td>
<td>{export}</td>
<td>{agenda_form(meeting) if linked else NOTHING}</td>
<td>{_name(council, meeting)}</td>
<td>&nbsp;</td>
<td>&nbsp;</td>
\t\t<td class="text4">{room}</td>
\t</tr>
"""


def _name(council: Council, meeting: Meeting) -> str:
    if council.has_agenda_page(meeting):
        return agenda_link(meeting)
    return (CANCELLED if meeting.cancelled else "") + raw(meeting.name)


def listing(council: Council, request: Request) -> str:
    """The sittings to come and those of the last weeks; all with showall=true; with GRA those of one organ."""
    organ, all_of_them = number_asked(request, "GRA"), request.query.get("showall") == "true"
    shown = [
        one
        for one in council.meetings
        if organ in (0, one.organization_id)
        and (all_of_them or (one.start.date() - council.town.today).days >= -SHOWN_DAYS)
    ]
    rows = "".join(_listed(council, one, stripe(number)) for number, one in enumerate(shown))
    more = f"si018_a.asp?showall=true{f'&amp;GRA={organ}' if organ else ''}"
    content = f"""<table class="tl1" cellspacing="0" cellpadding="2" border="0">
\t<tr class="zk1"><th colspan="2">Sitzung</th><th>Anlass</th><th colspan="3">&nbsp;</th><th>Datum</th><th>Uhrzeit</th>\
<th>Gremium</th></tr>
{rows}\t<tr>
\t\t<td class="text4" colspan="9">{len(shown)} Sitzungen | <a href="{more}" title="">alle</a></td>
\t</tr>
</table>
"""
    own = f"si018_a.asp?GRA={organ}" if organ else "si018_a.asp"
    return page(council, "si018", "Sitzungsübersicht", "Sitzungsübersicht", content, own=own)


def _listed(council: Council, meeting: Meeting, kind: str) -> str:
    linked = council.has_agenda_page(meeting)
    organ = council.organ_of(meeting)
    return f"""\t<tr class="{kind}" valign="top">
<td>{agenda_form(meeting) if linked else NOTHING}</td>
<td>{_name(council, meeting)}</td>
\t\t<td class="text4">Sitzung</td>
<td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td>
\t\t<td class="text2">{day_of(meeting.start.date())}</td>
\t\t<td class="text2">{time_of(meeting)}</td>
\t\t<td class="text4" title="{CLASSES[organ.kind]}">{raw(organ.name)}</td>
\t</tr>
"""


def exported(council: Council, meeting: Meeting) -> str:
    """What the symbol beside a sitting answers: https://www.rfc-editor.org/rfc/rfc5545"""
    times = [("DTSTART", meeting.start), *([("DTEND", meeting.end)] if meeting.end else [])]
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CC e-gov GmbH//ALLRIS net//DE",
        "BEGIN:VEVENT",
        f"UID:SILFDNR{meeting.id}",
        *(f"{name}:{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for name, moment in times),
        f"SUMMARY:{CANCELLED if meeting.cancelled else ''}{_protected(meeting.name)}",
        f"LOCATION:{_protected(council.place_of(meeting))}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "\r\n".join(lines) + "\r\n"


def _protected(text: str) -> str:
    return text.replace(",", "\\,")

"""si010: an empty page, and the table of the month that its script asks for."""

import re
from collections.abc import Iterator
from datetime import date

from scraper.sample.faces.allris4.ajax import ajax_response, listener_of, loading_page
from scraper.sample.faces.allris4.frame import SHORT_DAYS, boxed, ids_from, page_number, speaks_german
from scraper.sample.faces.council import Council, Month
from scraper.sample.faces.markup import SATURDAY, raw, raw_attribute
from scraper.sample.faces.web import Request
from scraper.sample.town import Meeting

ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_BUTTON = re.compile(r"form-calNav-months-(\d+)-monthlink")
"""form-calNav-months-0-monthlink: January of the year shown."""
FREE_DAYS = {
    (1, 1): "Neujahr", (5, 1): "Tag der Arbeit", (10, 3): "Tag der Deutschen Einheit", (11, 1): "Allerheiligen",
    (12, 25): "1. Weihnachtstag", (12, 26): "2. Weihnachtstag",
}  # fmt: skip
HOLIDAYS = (
    ("Sommerferien", (7, 20), (8, 26)),
    ("Herbstferien", (10, 19), (10, 31)),
    ("Winterferien", (12, 23), (12, 31)),
)
"""Name, first and last day. Councils meet on the last days of them."""
COLUMNS = (("dateCol", "Datum"), ("time", "Uhrzeit"), ("textCol", "Sitzung"), ("raum", "Raum"))


def number(council: Council, request: Request) -> int:
    return page_number(f"si010 {_month(council, request)}")


def shell(council: Council, request: Request) -> str:
    """The month stands in MM and YY; the current one is shown for any that is none."""
    query = "&".join(f"{name}={request.query[name]}" for name in ("MM", "YY") if request.query.get(name, "").isdigit())
    own = number(council, request)
    buttons = [f"form-calNav-months-{one}-monthlink" for one in range(12)]
    return loading_page("si010", own, query, "Sitzungen Kalender", ids_from(own), buttons)


def content(council: Council, request: Request) -> str:
    """The month of the page, or the one whose button was pressed."""
    month = _month(council, request)
    listener = listener_of(request)
    pressed = MONTH_BUTTON.fullmatch(listener.component) if listener else None
    if pressed and int(pressed[1]) < 12:
        month = Month(month.year, int(pressed[1]) + 1)
    ids = ids_from(number(council, request) + 20)
    german = speaks_german(request)
    rows = "".join(row for day in month.days for row in _day(council, day, german=german))
    heads = "\n".join(f'<th class="{kind}" scope="col"><span>{name}</span></th>\n' for kind, name in COLUMNS)
    table = (
        f'<table id="{next(ids)}" class="calenderView hoverRow stickyHeader">\n<caption>Kalender</caption>\n<thead>\n\n'
        f'<tr class="headers">\n\n{heads}\n</tr>\n\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n'
    )
    return ajax_response(ids, table)


def _month(council: Council, request: Request) -> Month:
    year, month = request.whole_number("YY", 0), request.whole_number("MM", 0)
    today = council.town.today
    return Month(year, month) if 1900 < year < 2100 and 1 <= month <= 12 else Month(today.year, today.month)


def _day(council: Council, day: date, *, german: bool) -> Iterator[str]:
    """The meetings of a day: the day stands in the first row only. Free days and holidays have a row before them."""
    free, holiday = FREE_DAYS.get((day.month, day.day)), _holiday(day)
    kind = f"{ENGLISH_DAYS[day.weekday()].lower()} {'odd' if day.weekday() in (1, 3, 5, 6) else 'even'}"
    kind += " freeholiday" if free else " holiday" if holiday else ""
    kind += " today-sides today-top" if day == council.town.today else ""
    names = SHORT_DAYS if german else ENGLISH_DAYS
    told = f'<span class="dow">{names[day.weekday()]}</span><span class="dom">{day:%d}</span>'
    meetings = council.meetings_on.get(day, [])
    if free or holiday or not meetings:
        yield (
            f'<tr class="{kind} emptyRow">\n<td class="nowrapContent">{told}</td>\n<td colspan="3">\n'
            f"<div>{free or holiday or ' '}</div>\n</td>\n</tr>"
        )
        told = ""
    for one in meetings:
        yield _meeting(council, one, kind, told)
        told = ""


def _holiday(day: date) -> str | None:
    if day.weekday() >= SATURDAY:
        return None
    return next((name for name, first, last in HOLIDAYS if first <= (day.month, day.day) <= last), None)


def _meeting(council: Council, meeting: Meeting, kind: str, day: str) -> str:
    """A meeting that nobody has been invited to yet has a number, and no link; its room may be open still."""
    place = raw(council.town.location_of[meeting.location_id].room)
    name = f'<a id="si_{meeting.id}">{raw(meeting.name)}</a>'
    if council.has_page(meeting):
        start = meeting.start
        tip = raw_attribute(f" am {SHORT_DAYS[start.weekday()]}, {start:%d.%m.%Y} um {start:%H:%M} Uhr.")
        name = (
            f'<a href="./to010?SILFDNR={meeting.id}&amp;refresh=false" id="si_{meeting.id}" '
            f'data-simpletooltip-text="{tip}" class="js-simple-tooltip tooltipProvider">{raw(meeting.name)}</a>'
        )
    elif meeting.id % 2:
        place = ""
    return (
        f'<tr class="{"" if day else "sameday "}{kind}">\n<td class="nowrapContent">{day}</td>\n<td class="time">\n'
        f'<div>{meeting.start:%H:%M}</div>\n</td><td class="textCol" data-bordercolor="transparent">\n<div>\n{name}\n'
        f'</div>\n</td><td class="raum">\n{boxed(place)}\n</td>\n</tr>'
    )

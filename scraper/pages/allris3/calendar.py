"""si010 (a month, in all its views) and si018 (a list): the sittings, and the way to their agendas.

Name and time are written as on the agenda's page. Room and documents of a linked sitting are left to that page.
"""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from scraper.items import Meeting
from scraper.pages.allris3.addresses import canonical, number_in, script_of
from scraper.pages.allris3.document import Page, cells_in, hidden_in, is_without_address
from scraper.pages.council.moments import CANCELLED, day_in, start_text, time_in
from scraper.pages.council.page import rows_of, text_of, unique
from scraper.pages.council.weekdays import falls_on

TABLES = "table.tl1, table.calenderView"
NO_SITTINGS = re.compile(r"\bkeine?\b[^.]{0,40}\b(?:Sitzung|Termin|Treffer|Ergebnis|Daten)", re.IGNORECASE)
"""Keine Sitzungen gefunden: what a list says; a month shows its days in any case."""
SPAN = re.compile(r"""name="kaldatvonbis"[^>]*value="([0-9.]{8,10})-([0-9.]{8,10})\"""", re.IGNORECASE)
"""<input type="hidden" name="kaldatvonbis" value="01.09.2026-30.09.2026"  />"""
FIRST = re.compile(r"""id="kaldatvon"[^>]*value="([0-9.]{8,10})\"""", re.IGNORECASE)
ONE_BY_ONE = "Make a source of each council, with the address that its name links (si010_a.asp?PALFDNR=1)."
MONTH = re.compile(r"[0-9]{1,2}\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
WEEKDAY = r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So"
DAY_NUMBER = re.compile(rf"(?:(?P<weekday>{WEEKDAY})[.,]*\s*)?(?P<day>[0-9]{{1,2}})\.?", re.IGNORECASE)
"""1; in the responsive skin weekday and day stand in one cell: Mi2"""


@dataclass(frozen=True)
class Day:
    """As it is written: the number is that of the month."""

    number: str = ""
    weekday: str = ""


def read_calendar(page: Page) -> None:
    """Meetings (shallow), and "agenda" for each that has one. A sitting without a number is not taken: it comes once
    it has one."""
    tables = unique(page.tree.css(TABLES))
    if not tables:
        councils = {number_in(address, "council") for address, _ in page.links() if script_of(address) == "si010"} - {
            None
        }
        if councils:
            page.complain("a calendar", f"a choice of {len(councils)} councils", ONE_BY_ONE)
        elif script_of(page.url) != "si018" or not NO_SITTINGS.search(text_of(page.tree.body)):
            page.complain_of_refusal("a calendar")
        return
    month = _month(page)
    rows = [row for table in tables for row in rows_of(table)]
    day, unlinked = Day(), []
    for row in rows:
        cells = cells_in(row)
        own = _day_of(cells)
        day = own or day
        of_row = day if own or _is_of_day_above(cells) else Day()
        if not _read_row(page, row, cells, of_row, month) and time_in(row.text(separator=" ")):
            unlinked.append(_name(cells))
    page.complain_of_unlinked(unlinked)
    found = {item.vendor_id for item in page.reading.items}
    page.complain_of_unread_numbers("meeting", "sittings", found, "error")


def _read_row(page: Page, row: LexborNode, cells: list[LexborNode], day: Day, month: str | None) -> bool:
    """Adds the Meeting; whether it has a number."""
    link = next((one for address, one in page.links(row) if number_in(address, "meeting")), None)
    number = number_in((link.attributes.get("href") or "") if link is not None else "", "meeting")
    number = number or hidden_in(row, "meeting")
    if is_without_address(row) or (number is None and row.css_first("form") is not None):
        page.complain_of_layout("links and forms with the number of a sitting", text_of(row)[:200])
    if number is None:
        return False
    time = next((time for cell in cells[:3] if (time := time_in(text_of(cell)))), None)
    name = text_of(link) if link is not None else _name(cells)
    if not name:
        page.complain_of_layout(f"the name of sitting {number}", text_of(row)[:200])
    whole_day = next((found for cell in cells[:3] if (found := day_in(text_of(cell)))), None)
    if not whole_day and day.number and month:
        whole_day = f"{int(day.number):02}.{month}"
        if not falls_on(int(month[3:]), int(month[:2]), int(day.number), day.weekday):
            told = f"{day.weekday} {day.number} in a calendar taken for that of {month}"
            page.complain_of_layout(f"a day of the month for sitting {number}", told)
    if not whole_day:
        page.complain_of_layout(
            f"the date of sitting {number}", f"day {day.number!r}, month {month!r} in {text_of(row)[:150]!r}"
        )
    linked = link is not None
    page.add(
        Meeting(
            vendor_id=number,
            name=name or None,
            start_text=start_text(whole_day, time),
            place=None if linked else _room(cells),
            cancelled=True if CANCELLED.search(name) else None,
        )
    )
    if link is not None:
        page.follow("agenda", number, canonical(link.attributes.get("href") or "", "meeting"))
    return True


def _day_of(cells: list[LexborNode]) -> Day | None:
    """None on the second sitting of a day."""
    texts = [text_of(cell) for cell in cells[:2]]
    for text in texts:
        if found := DAY_NUMBER.fullmatch(text):
            return Day(found["day"], found["weekday"] or texts[0])
    return None


def _is_of_day_above(cells: list[LexborNode]) -> bool:
    """Whether nothing stands in the place of its day, so that it is the day of the row above."""
    text = text_of(cells[0]) if cells else ""
    return not text or time_in(text) is not None


def _name(cells: list[LexborNode]) -> str:
    """The name of a sitting without a link: the first words behind day and time."""
    for cell in cells[1:]:
        text = text_of(cell)
        if text and cell.css_first("form") is None and not (time_in(text) or DAY_NUMBER.fullmatch(text)):
            return text
    return ""


def _room(cells: list[LexborNode]) -> str | None:
    last = cells[-1] if len(cells) > 3 else None
    classes = ((last.attributes.get("class") or "") if last is not None else "").split()
    return (text_of(last) or None) if "text4" in classes or "raum" in classes else None


def _month(page: Page) -> str | None:
    """Month and year that the page shows, "09.2026": as it says itself, else as asked for."""
    if span := SPAN.search(page.source):
        first, last = (MONTH.fullmatch(text) for text in span.groups())
        if first and last and first.groups() != last.groups():
            page.complain_of_layout("a calendar of one month", f"one from {span.group(1)} to {span.group(2)}")
            return None
    told = span or FIRST.search(page.source)
    if told and (found := MONTH.fullmatch(told.group(1))):
        return f"{int(found['month']):02}.{found['year']}"
    year, month = number_in(page.url, "year"), number_in(page.url, "month")
    return f"{int(month):02}.{year}" if year and month and int(month) <= 12 else None

"""si010, a month: the sittings, and the way to their agendas. The rows come in an answer of their own (wicket.py).

A sitting without a page has its number all the same: in the id of its link that leads nowhere.
"""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Meeting
from scraper.pages.allris4.addresses import agenda_address, name_of, number_in
from scraper.pages.allris4.document import Page, cells_of, columns_of
from scraper.pages.allris4.files import TOOLTIP
from scraper.pages.allris4.refusals import complain_of_what_came
from scraper.pages.council.moments import CANCELLED, DAY, day_in, start_text, time_in
from scraper.pages.council.page import classes_of, rows_of, tables_around, text_of
from scraper.pages.council.weekdays import falls_on

TABLE = "table.calenderView"
SITTINGS = "a[id^='si_'], a[href*='SILFDNR=']"
SITTING = re.compile(r"si_(?P<number>[0-9]{1,18})")
"""<a id="si_1000649">Sitzung des Ortsbeirates Nord</a>"""
IDS = re.compile(r"""\bid=["']?si_0*([0-9]{1,18})(?![0-9])""")
COLUMNS = {"Uhrzeit": "time", "Sitzung": "textCol", "Raum": "raum"}
NO_SITTING = "emptyRow"
"""Class of a row with a day, a holiday or nothing."""


def read_calendar(page: Page) -> None:
    """Meetings (shallow), and "agenda" for each that has a page."""
    tables = page.tree.css(TABLE) or tables_around(page.tree.css(SITTINGS))
    if not tables:
        complain_of_what_came(page, "a calendar")
        return
    rows = [row for table in tables for row in rows_of(table)]
    columns = columns_of(rows, COLUMNS)
    month = _month(page)
    day = weekday = ""
    for row in rows:
        if told := text_of(row.css_first("span.dom")):  # none on the second sitting of a day
            day, weekday = told.rstrip("."), text_of(row.css_first("span.dow"))
        sittings = row.css(SITTINGS)
        if sittings:
            _read_sitting(page, sittings[0], cells_of(row, columns), (day, weekday), month)
        elif _looks_like_sitting(row):
            page.complain_of_layout("the sitting's number in each row", text_of(row)[:200])
    if not any(row.css_first("td") is not None for row in rows):
        page.complain_of_layout("rows in the table of the calendar", "none")
    read = {item.vendor_id for item in page.reading.items}
    page.complain_of_unread("sittings", set(IDS.findall(page.source)), read, "error")
    page.complain_of_unread_numbers("meeting", "sittings", read, "error")


def _read_sitting(
    page: Page, link: LexborNode, cells: dict[str, LexborNode], told: tuple[str, str], month: str | None
) -> None:
    """`told`: number of the day and weekday, as the row or one above says them."""
    day, weekday = told[0] if told[0].isdecimal() else "", told[1]
    address = link.attributes.get("href") or ""
    named = SITTING.fullmatch(link.attributes.get("id") or "")
    number = number_in(address, "meeting") or (named["number"].lstrip("0") if named else None)
    name = text_of(link)
    if not number or not name:
        page.complain_of_layout("a sitting's number and name", f"{address!r}: {name[:200]!r}")
        return
    tooltip = link.attributes.get(TOOLTIP) or ""
    whole_day = day_in(tooltip)
    if whole_day and day and int(whole_day.partition(".")[0]) != int(day):
        page.complain(
            f"sitting {number} on the day of its row, the {day}.",
            f"a link that says {whole_day}",
            "The link's date is taken. Look at the page in a browser.",
            severity="warning",
        )
    if not whole_day and not (day and month):
        page.complain_of_layout(f"the date of sitting {number}", f"neither in its link nor in its row: {tooltip!r}")
    elif not whole_day and month and not falls_on(int(month[:4]), int(month[5:]), int(day), weekday):
        came = f"{weekday} {day} in a calendar taken for that of {month}"
        page.complain_of_layout(f"a day of the month for sitting {number}", came)
    place = text_of(cells.get("raum"))
    time = time_in(text_of(cells.get("time"))) or time_in(tooltip)
    page.add(
        Meeting(
            vendor_id=number,
            name=name,
            start_text=start_text(whole_day or day or None, time) if whole_day or month else None,
            date_context=None if whole_day else month,
            place=place or None,
            cancelled=True if CANCELLED.search(f"{name} {tooltip} {place}") else None,
        )
    )
    if name_of(address) == "to010":
        page.follow("agenda", number, agenda_address(number))


def _looks_like_sitting(row: LexborNode) -> bool:
    cells = [cell for cell in row.iter() if cell.tag == "td"]
    return len(cells) > 2 and NO_SITTING not in classes_of(row) and any(text_of(cell) for cell in cells[1:])


def _month(page: Page) -> str | None:
    """Year and month, "2026-10": of the dates that links say, which is what is shown; else as it was asked for."""
    days = [day for link in page.tree.css(f"a[{TOOLTIP}]") for day in DAY.findall(link.attributes.get(TOOLTIP) or "")]
    months = {tuple(day.split(".")[:0:-1]) for day in days}
    if len(months) == 1:
        year, month = months.pop()
        return f"{year}-{int(month):02}"
    asked = number_in(page.url, "year"), number_in(page.url, "month")
    return f"{asked[0]}-{int(asked[1]):02}" if not months and asked[0] and asked[1] and int(asked[1]) <= 12 else None

"""si0040 (a month), si0046 and si0041 (lists): the sittings, and the way to their agendas.

What a calendar says of a sitting is a first word that the agenda's page repeats and completes; both say it in the same
words. Documents of a row are left to the agenda's page, which shows all of them.
"""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Meeting
from scraper.pages.council.moments import CANCELLED, DAY, PORTAL, day_in, name_before_date, start_text, time_in
from scraper.pages.council.page import rows_of, tables_around, text_of, unique
from scraper.pages.council.refusals import refusal
from scraper.pages.sessionnet.addresses import AGENDA_SCRIPT, canonical, number_in
from scraper.pages.sessionnet.document import Page, cells_of

TABLES = (
    "table[id^='smc_page_si0040'], table[id^='smc_page_si0046'], table[id^='smc_page_si0041'], table.smctablesitzungen"
)
SITTING_CELLS = "td.silink, td.smc_field_silink"
SITTING = re.compile(r"silink[\"\s]|smc-detail-list|Details anzeigen: \w", re.IGNORECASE)
"""What sittings have in the source, be they in a table or not."""
HEADING = ".smc-el-h, h4"
"""What holds a sitting's name, linked or not."""
SIGNS = "[class*='smc_page_si004'], a[class*='smcfiltermenumonth']"
"""What a calendar without any sitting still has."""
SELECTED_MONTH = "a.smcfiltermenumonth.smcfiltermenuselected, a.smcfiltermenuselected[href*='__cmonat']"
SHOW_DETAILS = re.compile(r"^Details anzeigen:?\s*", re.IGNORECASE)
"""title="Details anzeigen: Ortsbeirat 16.05.2019 " """
SHORT_DAY = re.compile(r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})(?![0-9])")
"""Fr., 20.03.26"""
MONTHS: tuple[str, ...] = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august")
MONTHS += ("september", "oktober", "november", "dezember")
SHOWN_MONTH = re.compile(
    rf"(?P<before>20[0-9]{{2}})?\s*\b(?P<month>{'|'.join(MONTHS)})\b\s*(?P<behind>20[0-9]{{2}})?", re.IGNORECASE
)
"""Kalender 2026 Oktober; Sitzungskalender Oktober 2026"""
DAY_NUMBER = re.compile(r"[0-9]{1,2}")
"""1 Di"""


def read_calendar(page: Page) -> None:
    """Meetings (shallow), and "agenda" for each of them. Sittings without any number yet are not taken."""
    tables = unique(page.tree.css(TABLES)) or tables_around(page.tree.css(SITTING_CELLS))
    if not tables and page.tree.css_first(SIGNS) is None:
        page.complain("a calendar", *refusal(page))
        return
    month = _month(page)
    rows = [row for table in tables for row in rows_of(table)]
    day, has_sitting_cells, unlinked = "", False, []
    for row in rows:
        cells = cells_of(row)
        day = _day(cells) or day
        has_sitting_cells |= "silink" in cells
        is_read = "silink" in cells and _read_sitting(page, cells, day, month)
        if not is_read:
            unlinked.append(text_of(cells.get("silink")) or (text_of(row) if time_in(row.text(separator=" ")) else ""))
        if "silink" not in cells and row.css_first("a[href*='__ksinr=' i]") is not None:
            page.complain_of_layout("the sitting's name in its own cell of the row", text_of(row)[:200])
    if rows and not has_sitting_cells and any(row.css_first("td") is not None for row in rows):
        page.complain_of_layout("a cell for the sitting in each row of the calendar", f"{len(rows)} rows without it")
    elif not has_sitting_cells and SITTING.search(page.source):
        page.complain_of_layout("the cells of sittings in rows of a table", "cells without one")
    page.complain_of_unlinked(unlinked or AGENDA_SCRIPT.findall(page.source))
    read = {item.vendor_id for item in page.reading.items}
    page.complain_of_unread_numbers("meeting", "sittings", read, "error")
    page.complain_of_unread_numbers("appointment", "sittings", read)


def _read_sitting(page: Page, cells: dict[str, LexborNode], day: str, month: str | None) -> bool:
    """Adds the Meeting; whether it has a link."""
    cell = cells["silink"]
    found = next(((number, link) for a, link in page.links(cell) if (number := number_in(a, "meeting"))), None)
    if found is None and cell.css_first("a") is not None:
        page.complain_of_layout("a link with the sitting's number", (cell.html or "")[:300])
        return False
    number, link = found or _appointment(page, cells)
    if number is None or link is None:
        return False
    title = link.attributes.get("title") or link.attributes.get("aria-label") or ""
    name = _name(cell, link if found else None, title)
    if not name:
        page.complain_of_layout(f"the name of sitting {number}", (cell.html or "")[:300])
    details = [text for entry in cell.css("ul.smc-detail-list li") if (text := text_of(entry))]
    beside = text_of(cell).replace(text_of(link), "", 1)
    told = (text_of(cells.get("yytime")), *details, *(() if details else (beside,)))
    time = next((time for one in told if (time := time_in(one))), None)
    place = text_of(cells.get("siort")) or next((one for one in details if not time_in(one)), "")
    whole_day = day_in(title) or day_in(text_of(link)) or _whole_day(cells)
    if whole_day and day and int(whole_day.partition(".")[0]) != int(day):
        page.complain(
            f"sitting {number} on the day of its row, the {day}.",
            f"a link that says {whole_day}",
            "The link's date is taken. Look at the page in a browser.",
            severity="warning",
        )
    if not whole_day and not (day and month):
        page.complain_of_layout(f"the date of sitting {number}", f"neither in its link nor in its row: {title!r}")
    page.add(
        Meeting(
            vendor_id=number,
            name=name or None,
            start_text=start_text(whole_day or day or None, time) if whole_day or month else None,
            date_context=None if whole_day else month,
            place=place.rstrip(" ,") or None,
            cancelled=True if CANCELLED.search(cell.text(separator=" ")) else None,
        )
    )
    if found:
        page.follow("agenda", number, canonical(link.attributes.get("href") or "", "meeting"))
    return found is not None


def _appointment(page: Page, cells: dict[str, LexborNode]) -> tuple[str, LexborNode] | tuple[None, None]:
    """The number of a sitting that has no agenda yet, in the link by which its appointment can be taken over."""
    cell = cells.get("sitermin")
    links = page.links(cell) if cell is not None else []
    return next(((number, link) for a, link in links if (number := number_in(a, "appointment"))), (None, None))


def _name(cell: LexborNode, link: LexborNode | None, title: str) -> str:
    """As the link says, or the heading in a cell without one; lists of one committee's sittings link their dates."""
    name = PORTAL.sub("", text_of(link if link is not None else cell.css_first(HEADING)))
    if DAY.fullmatch(name):
        return name_before_date(SHOW_DETAILS.sub("", title)) or ""
    return name


def _whole_day(cells: dict[str, LexborNode]) -> str | None:
    """The date in a cell of its own: "Mi, 04.03.2026", "Fr., 20.03.26"."""
    found = SHORT_DAY.search(text_of(cells.get("siday")))
    return found.group() if found else None


def _day(cells: dict[str, LexborNode]) -> str:
    """The day's number in its own cell; empty on the second sitting of a day, and in layouts without that cell."""
    found = DAY_NUMBER.match(text_of(cells.get("smc_fct_day")))
    return found.group() if found else ""


def _month(page: Page) -> str | None:
    """Year and month that the page shows, "2026-09": as asked for, or as its filter or its heading says."""
    selected = [link.attributes.get("href") or "" for link in page.tree.css(SELECTED_MONTH)]
    for address in (page.url, *selected):
        year, month = number_in(address, "year"), number_in(address, "month")
        if year and month and int(month) <= 12:
            return f"{year}-{int(month):02}"
    for text in (page.heading, page.title):
        found = SHOWN_MONTH.search(text)
        if found and (year := found["behind"] or found["before"]):
            return f"{year}-{MONTHS.index(found['month'].lower()) + 1:02}"
    return None

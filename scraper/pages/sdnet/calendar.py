"""/termine: all sittings as ICS, and the page with the lists of single years, which reach further back."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import Meeting
from scraper.pages.council.moments import CANCELLED, day_in, start_text, time_in, without_cancellation
from scraper.pages.council.page import tables_around, text_of
from scraper.pages.council.refusals import refusal
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page, columns_of, data_rows
from scraper.pages.sdnet.events import read_events
from scraper.pages.sdnet.names import meeting_id, slug
from scraper.pages.sdnet.sittings import add_sitting

CELLS = "td.column-termin, td.column-uebersicht"
ORGAN_CELLS = ("uebersicht", "gremium", "bezeichnung")
READ = frozenset({"termin", *ORGAN_CELLS})
SIGNS = "[data-export-url], div.termine"
EXPORT_BUTTON = "[data-export-url]"
PERIOD = re.compile(r"(?:\w+ )?(?:19|20)[0-9]{2}")
"""2024, September 2024"""
SITTING = re.compile(r"\bSitzung am .{8,40} des Gremiums (?P<organ>.+?) anzeigen")
"""aria-label="Sitzung am Dienstag, 29.09.2026 16:30 Uhr des Gremiums Rat anzeigen." """


def read_calendar(page: Page) -> None:
    """Meetings (shallow), "agenda" for those with a page, and "calendar" for the export and the lists of years.

    The page itself names no sitting where a script fills it in.
    """
    if page.is_ics:
        read_events(page)
        return
    tables = tables_around(page.tree.css(CELLS))
    if not tables and page.tree.css_first(SIGNS) is None:
        page.complain("a calendar", *refusal(page))
        return
    _follow_calendars(page)
    for table in tables:
        for row in data_rows(table):
            _read_row(page, row)
    agendas = {link.attributes.get("href") for a, link in page.links() if kind_of(a) == "agenda"}
    lost = len(agendas) - len([one for one in page.reading.follow if one.kind == "agenda"])
    rows_elsewhere = [row for row in page.tree.css("tr[class*='row-']") if columns_of(row).keys().isdisjoint(READ)]
    if lost > 0 or rows_elsewhere:
        page.complain_of_layout(
            "all sittings of the list to be read", f"{max(lost, len(rows_elsewhere))} that were not"
        )


def _read_row(page: Page, row: LexborNode) -> None:
    cells = columns_of(row)
    told = next((text for name in ORGAN_CELLS if (text := text_of(cells.get(name)))), "")
    when = text_of(cells.get("termin"))
    named = meeting_id(told, when)
    if named is None:
        if text_of(row):
            page.complain_of_layout("a sitting with its date and its committee", text_of(row)[:200])
        return
    link = cells["termin"].css_first("a[href]")
    address = (link.attributes.get("href") if link is not None else None) or ""
    label = SITTING.search((link.attributes.get("aria-label") if link is not None else None) or "")
    if label and slug(label["organ"]) != slug(without_cancellation(told)):
        page.complain_of_layout(f"a link to a sitting of {told!r}", f"one of {label['organ']!r}")
    has_page = kind_of(address) == "agenda"
    if not has_page and cells["termin"].css_first("a") is not None:
        page.complain_of_layout("a link to the sitting", f"{address[:80]!r} at {told!r}, {when!r}")
    add_sitting(
        page,
        Meeting(
            vendor_id=named,
            name=None if has_page else without_cancellation(told),
            organization=slug(without_cancellation(told)),
            start_text=start_text(day_in(when), time_in(when)),
            cancelled=True if CANCELLED.search(f"{told} {when}") else None,
        ),
        address if has_page else None,
    )


def _follow_calendars(page: Page) -> None:
    for button in page.tree.css(EXPORT_BUTTON):
        page.follow("calendar", "export", button.attributes.get("data-export-url") or "")
    for address, link in page.links():
        if kind_of(address) == "calendar" and PERIOD.fullmatch(text_of(link)):
            page.follow("calendar", text_of(link), address)

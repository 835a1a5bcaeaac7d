"""si010 and si018 as XML: all sittings of the days asked for, also those whose agenda nobody may see.

A sitting begins and ends in UTC ("20270302T150000Z"); pages write Berlin's time, and so do we.
"""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from scraper.items import Meeting
from scraper.pages.allris3.addresses import agenda_urls
from scraper.pages.allris3.document import Page
from scraper.pages.allris3.xml import answer_of, entries_of
from scraper.pages.council.moments import CANCELLED, start_text
from scraper.pages.reading import NAMED_ORGANIZATION

BERLIN = ZoneInfo("Europe/Berlin")
MOMENT = re.compile(r"[0-9]{8}T[0-9]{4}(?:[0-9]{2})?Z?")
"""20270302T150000Z; without Z it would be local (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5)"""


def read_calendar(page: Page) -> None:
    """Meetings (shallow), and "agenda" for each, though it may be there or not: the XML does not say. A list without
    sittings is no fault."""
    answer = answer_of(page, "a list of sittings")
    if answer is None:
        return
    block = answer.list_of("silfdnr")
    if block is None:
        page.complain_of_layout("a list of sittings", answer.told)
        return
    for number, entry in entries_of(page, answer, block, "silfdnr", "sittings"):
        name = entry.get("sitext") or entry.get("siname")
        start = span(entry.get("sisbvcs"), entry.get("sisevcs"))
        if not name:
            page.complain_of_layout(f"the name of sitting {number}", ", ".join(entry)[:200])
        if not start:
            told = f"sisbvcs {entry.get('sisbvcs')!r}, sisevcs {entry.get('sisevcs')!r}"
            page.complain_of_layout(f"begin and end of sitting {number}", told)
        told_off = f"{entry.get('siname', '')} {entry.get('sitext', '')}"
        page.add(
            Meeting(
                vendor_id=number,
                name=name,
                start_text=start,
                cancelled=True if CANCELLED.search(told_off) else None,
                other={NAMED_ORGANIZATION: entry["grname"]} if entry.get("grname") else {},
            )
        )
        page.follow("agenda", number, agenda_urls(page.url, number)[0])


def span(begin: str | None, end: str | None) -> str | None:
    """Begin and end as pages write them: "02.03.2027 16:00 - 18:10". None for what are no two moments.

    A sitting without an end has none here either; so has one that would end before it begins.
    """
    start, stop = _local(begin), _local(end)
    if start is None or (end and stop is None):
        return None
    until = f" - {stop:%H:%M}" if stop and stop > start else ""
    return start_text(f"{start:%d.%m.%Y}", f"{start:%H:%M}{until}")


def _local(text: str | None) -> datetime | None:
    if not text or not MOMENT.fullmatch(text):
        return None
    digits = text.rstrip("Z").replace("T", "").ljust(14, "0")
    try:
        moment = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC if text.endswith("Z") else BERLIN)
    except ValueError:
        return None
    return moment.astimezone(BERLIN)

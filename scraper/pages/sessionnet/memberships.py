"""Memberships as a committee's page and a person's page both tell them: the same ones under the same names."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from scraper.items import Membership
from scraper.pages.council.moments import DAY
from scraper.pages.council.page import text_of

ALL_TERMS = "__cwpall=1"
"""With it a page tells of former members and memberships too."""
SPAN = re.compile(r"\bvon (?P<start>[0-9.]{8,10})(?: bis (?P<end>[0-9.]{8,10}))?")
"""von 24.06.2014 bis 31.10.2020"""


def span_of(row: LexborNode, cells: dict[str, LexborNode]) -> tuple[str | None, str | None]:
    """The first and the last day of a row's membership: in cells of their own, or "von … bis …" in one."""
    span = next((found for cell in row.iter() if (found := SPAN.search(text_of(cell)))), None)
    start, end = (span["start"], span["end"]) if span else (None, None)
    return text_of(cells.get("mgadat")) or start, text_of(cells.get("mgedat")) or end


def name_apart(memberships: Iterable[Membership]) -> None:
    """Gives those of one person in one committee names of their own.

    The latest one keeps person and committee, which is all that a page without dates knows of it; earlier ones carry
    the day of their beginning besides.
    """
    several: dict[str, list[Membership]] = {}
    for membership in memberships:
        several.setdefault(membership.vendor_id, []).append(membership)
    for name, of_one in several.items():
        latest = max(of_one, key=_beginning)
        used = {name}
        for membership in of_one:
            if membership is latest:
                continue
            named = f"{name}-{membership.start_date}" if membership.start_date else name
            place = 1
            while (distinct := named if place == 1 else f"{named}x{place}") in used:
                place += 1
            membership.vendor_id = distinct
            used.add(distinct)


def _beginning(membership: Membership) -> tuple[str, ...]:
    """Orders beginnings: 24.06.2014 before 01.11.2020; those that are not told come first."""
    text = membership.start_date or ""
    return tuple(part.zfill(2) for part in reversed(text.split("."))) if DAY.fullmatch(text) else ()

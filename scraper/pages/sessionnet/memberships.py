"""When a membership began and ended, as a row of a committee's or a person's page tells it."""

import re

from selectolax.lexbor import LexborNode

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

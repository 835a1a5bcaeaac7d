"""Tables of votes by group within a text: in plain lines their empty cells would be lost, and with them who said no."""

import re

from selectolax.lexbor import LexborNode

from scraper.pages.council.page import rows_of, text_of

CELLS = frozenset({"td", "th"})
YES = re.compile(r"(?:ja(?:[- ]?stimmen)?|dafür)", re.IGNORECASE)
NO = re.compile(r"(?:nein(?:[- ]?stimmen)?|gegenstimmen|dagegen)", re.IGNORECASE)
"""Alone in a cell; "Dafür:" has its number beside it."""


def vote_rows(table: LexborNode) -> list[str]:
    """Its rows with bars around the cells, if a row heads columns with Ja and Nein; else nothing.

    ``| Fraktion | Ja | Nein |``, ``| SPD | | 7 |``
    """
    rows = [[text_of(cell) for cell in row.iter() if cell.tag in CELLS] for row in rows_of(table)]
    if not any(any(YES.fullmatch(cell) for cell in row) and any(NO.fullmatch(cell) for cell in row) for row in rows):
        return []
    return [" ".join(f"| {' | '.join(row)} |".split()) for row in rows if any(row)]

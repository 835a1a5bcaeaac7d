"""Votes that a page shows as a table: cells of HTML."""

import re
from collections.abc import Iterator
from html import unescape

from pipelines.german.outcomes.tables.grids import read_grid
from pipelines.german.outcomes.told import Told

MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,4000}>")
_TABLE = re.compile(r"(?is)<table\b.*?</table\s*>")
_ROW = re.compile(r"(?is)<tr\b[^>]*>(.*?)(?=</tr|<tr\b|</table)")
_CELL = re.compile(r"(?is)<t[dh]\b[^>]*>(.*?)(?=</t[dh]|<t[dh]\b|\Z)")
_TAG = re.compile(r"(?s)<[^>]{0,4000}>")
_BLOCK = re.compile(r"(?i)</?(?:p|div|br|tr|li|ul|ol|h\d|table|tbody|td|th)\b")
_NOTHING = "\u200b"
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|\w{2,10});")


def without_tags(html: str) -> str:
    """The same text at the same places: spaces stand where tags stood, line feeds where a block begins or ends."""
    bare = _TAG.sub(lambda tag: ("\n" if _BLOCK.match(tag.group()) else " ") + " " * (len(tag.group()) - 1), html)
    return _ENTITY.sub(_plain, bare)


def _plain(entity: re.Match[str]) -> str:
    """The character, and nothing that is seen in the rest of its place: "Gr&uuml;ne" stays one word."""
    return unescape(entity.group())[:1].replace("\xa0", " ").ljust(len(entity.group()), _NOTHING)


def find_html_tables(html: str) -> Iterator[Told]:
    """The tables of a page that tell votes."""
    for found in _TABLE.finditer(html):
        rows = _ROW.findall(found.group())
        grid = read_grid([[_text(cell) for cell in _CELL.findall(row)] for row in rows])
        if grid is not None:
            yield grid.told(found.span())


def _text(cell: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", cell)).split())

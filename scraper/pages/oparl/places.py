"""A meeting's place in words, out of the parts of an OParl location."""

import re
from typing import Any

from scraper.pages.oparl import values
from scraper.pages.oparl.addresses import is_address

BETWEEN_PIECES = re.compile(r"\s*(?:,|\r?\n)\s*")
"""Rathaus, Marktplatz 1, 12345 Musterstadt"""


def place_in_words(location: Any) -> str | None:
    """A meeting's room and address in words: the parts of its location, each said once."""
    if isinstance(location, list):
        location = next((one for one in location if isinstance(one, dict)), None)
    if not isinstance(location, dict):
        return location.strip() if isinstance(location, str) and not is_address(location) else None
    town = " ".join(_words(location.get(key)) for key in ("postalCode", "locality")).strip()
    said = ""
    for part in (*(_words(location.get(key)) for key in ("description", "room", "streetAddress")), town):
        for piece in BETWEEN_PIECES.split(part.strip()):
            if piece and piece.casefold() not in said.casefold():
                said = f"{said}, {piece}" if said else piece
    return said or None


def _words(value: Any) -> str:
    read = values.text(value)
    return " ".join(read.split(" ")).strip() if isinstance(read, str) else ""

"""Values as OParl servers write them -> values of our fields. What cannot be read is UNREADABLE, never guessed."""

import re
from enum import Enum
from typing import Any, Final


class Unreadable(Enum):
    VALUE = "a value that is not what the property should hold"


UNREADABLE: Final = Unreadable.VALUE

BLANK = frozenset({"", "n/a"})
"""What ALLRIS and others write where nothing is known, in lower case."""

TRUTHS = {"true": True, "1": True, "ja": True, "yes": True, "false": False, "0": False, "nein": False, "no": False}

WHOLE_NUMBER = re.compile(r"-?\d+(?:\.0+)?")
""" "48213", and "48213.0" of servers that know no whole numbers."""


def is_blank(value: Any) -> bool:
    """Whether a server says nothing by it: null, "", " ", "N/A", [], {} and lists of these."""
    if isinstance(value, str):
        return value.replace("\0", "").strip().lower() in BLANK
    if isinstance(value, list):
        return all(is_blank(one) for one in value)
    return value is None or value == {}


def text(value: Any) -> str | Unreadable | None:
    """The words as found, spaces included; numbers as text. A list with one entry is that entry."""
    if is_blank(value):
        return None
    if isinstance(value, list) and len(filled := [one for one in value if not is_blank(one)]) == 1:
        value = filled[0]
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return UNREADABLE


def texts(value: Any) -> list[str] | Unreadable:
    """A list of words; one word stands for a list with it. Blank entries are left out."""
    found = []
    for one in as_list(value):
        read = text(one)
        if isinstance(read, Unreadable):
            return UNREADABLE
        if read is not None:
            found.append(read)
    return found


def number(value: Any) -> int | Unreadable | None:
    if is_blank(value):
        return None
    if isinstance(value, bool):
        return UNREADABLE
    if isinstance(value, int):
        return value
    if WHOLE_NUMBER.fullmatch(written := str(value).strip()):
        return int(written.partition(".")[0])
    return UNREADABLE


def truth(value: Any) -> bool | Unreadable | None:
    if is_blank(value):
        return None
    if isinstance(value, bool):
        return value
    return TRUTHS.get(str(value).strip().lower(), UNREADABLE)


def mapping(value: Any) -> dict[str, Any] | Unreadable:
    if is_blank(value):
        return {}
    return value if isinstance(value, dict) else UNREADABLE


def as_list(value: Any) -> list[Any]:
    """What a list property holds; servers write the only entry without its list, and null for none."""
    if is_blank(value):
        return []
    return value if isinstance(value, list) else [value]

"""Addresses of ALLRIS 4: which page one is, which number it carries, and how to build those we ask for.

Page names are the same on every site and have no ending; the folder they stand in differs (/public/, /allris/, none).
All numbers are those of the site's database. The rest of an address (Wicket's page version, `refresh`, a session's id)
belongs to one visit.
"""

import re

NAME = re.compile(r"(?:^|/)(?P<name>[a-z]{2}[0-9]{3})(?:;[^/]*)?/?$", re.IGNORECASE)
"""…/public/to010;jsessionid=0A1B"""
KINDS = {
    "si010": "calendar",
    "to010": "agenda",
    "to020": "item",
    "vo020": "paper",
    "gr010": "organizations",
    "gr020": "organization",
    "kp020": "person",
}
NUMBER = {
    "meeting": re.compile(r"[?&;]SILFDNR=([0-9]{1,18})(?![0-9])"),  # ./to010?SILFDNR=1000264&refresh=false
    "item": re.compile(r"[?&;]TOLFDNR=([0-9]{1,18})(?![0-9])"),  # ./to020?TOLFDNR=1008602&SILFDNR=1000264
    "paper": re.compile(r"[?&;]VOLFDNR=([0-9]{1,18})(?![0-9])"),  # ./vo020?VOLFDNR=1001540&refresh=false
    "organization": re.compile(r"[?&;]GRLFDNR=([0-9]{1,18})(?![0-9])"),  # ./gr020?GRLFDNR=1
    "person": re.compile(r"[?&;]KPLFDNR=([0-9]{1,18})(?![0-9])"),  # ./kp020?KPLFDNR=1000472
    "document": re.compile(r"/doc([0-9]{1,18})\.[a-z]"),  # ./wicket/resource/org.apache.wicket.Application/doc15.pdf
    "year": re.compile(r"[?&;]YY=([0-9]{4})(?![0-9])"),
    "month": re.compile(r"[?&;]MM=([0-9]{1,2})(?![0-9])"),
}
"""By what they number."""
NUMBERED = {"SI": "meeting", "TO": "item", "VO": "paper", "GR": "organization", "KP": "person"}
"""What the parameters called …LFDNR number."""
BEFORE_NAME = ("?", "&", ";")
DIGITS = re.compile(r"[0-9]{1,18}(?![0-9])")
PATH_END = re.compile("[?#]")
STATELESS = "refresh=false"
"""With it a page is the same whoever asked for what before."""


def number_in(address: str, of: str) -> str | None:
    """The number of `of` (a key of NUMBER) in an address, without leading zeros.

    >>> number_in("./to010?SILFDNR=1000264&refresh=false", "meeting")
    '1000264'
    """
    found = NUMBER[of].search(address)
    return (found.group(1).lstrip("0") or None) if found else None


def numbers_in(source: str) -> dict[str, set[str]]:
    """All numbers that the source of a page has, wherever they stand, by what they number; of keys of NUMBERED only."""
    found: dict[str, set[str]] = {of: set() for of in NUMBERED.values()}
    before, *pieces = source.split("LFDNR=")
    for piece in pieces:
        of, digits = NUMBERED.get(before[-2:]), DIGITS.match(piece)
        if of and digits and before[-3:-2] in BEFORE_NAME:
            found[of].add(digits.group().lstrip("0"))
        before = piece
    return {of: numbers - {""} for of, numbers in found.items()}


def name_of(address: str) -> str | None:
    """ "to010" for ./to010?SILFDNR=7; None if no page of ALLRIS is asked for."""
    found = NAME.search(PATH_END.split(address, maxsplit=1)[0])
    return found["name"].lower() if found else None


def kind_of(url: str) -> str | None:
    """The kind of page, as in READERS; None for an address whose page is not read."""
    return KINDS.get(name_of(url) or "")


def folder_of(root: str) -> str:
    """Where the site's pages stand, with a slash at the end. `root` may be any page of it, or the folder itself."""
    path = PATH_END.split(root, maxsplit=1)[0]
    found = NAME.search(path)
    return f"{path[: found.start()] if found else path.rstrip('/')}/"


def calendar_url(root: str, year: int, month: int) -> str:
    return f"{folder_of(root)}si010?MM={month}&YY={year}"


def organizations_urls(root: str) -> list[str]:
    return [f"{folder_of(root)}gr010"]


def agenda_urls(root: str, meeting_id: str) -> list[str]:
    return [folder_of(root) + agenda_address(meeting_id)]


def agenda_address(meeting: str) -> str:
    return f"to010?SILFDNR={meeting}&{STATELESS}"


def paper_address(paper: str) -> str:
    return f"vo020?VOLFDNR={paper}&{STATELESS}"


def item_address(item: str, meeting: str) -> str:
    return f"to020?TOLFDNR={item}&SILFDNR={meeting}"


def organization_address(organization: str) -> str:
    return f"gr020?GRLFDNR={organization}"


def person_address(person: str) -> str:
    return f"kp020?KPLFDNR={person}"

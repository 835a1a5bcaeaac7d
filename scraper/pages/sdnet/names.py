"""vendor_ids of SD.NET RIM: made of what people call a thing, as its addresses say nothing that lasts.

What each is made of, and why, stands in docs/systems.md.
"""

import re
import unicodedata
from collections import Counter

from scraper.pages.council.moments import day_in, without_cancellation
from scraper.pages.council.people import ADDRESSED

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
NOT_ID = re.compile(r"[^a-z0-9]+")
LONGEST = 70
"""Characters of a name that is part of another: the archive's ids keep 80."""
DAY_OF_MEETING = re.compile(r"-([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))$")
"""rat-2026-09-29"""
TITLE = re.compile(r"(?:Prof|Dr|Dipl|Ing|med|jur|phil|rer|nat|h|c|habil|Mag|Univ)\.(?:-?[A-Z][a-z]+\.)*(?:\s|$)")
"""Prof. Dr. med."""


def slug(text: str) -> str:
    """`text` in small letters, digits and "-".

    >>> slug("T 02/325/26")
    't-02-325-26'
    """
    folded = unicodedata.normalize("NFC", text).lower().translate(UMLAUTS)
    return NOT_ID.sub("-", unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()).strip("-")


def meeting_id(organ: str, when: str) -> str | None:
    """`when` holds the date: "Di, 29.09.2026 16:30 Uhr"; its time is left out, for minutes correct it.

    >>> meeting_id("Rat", "Di, 29.09.2026 16:30 Uhr")
    'rat-2026-09-29'
    """
    day, name = day_in(when), slug(without_cancellation(organ))[:LONGEST].strip("-")
    if not day or not name:
        return None
    number, month, year = day.split(".")
    return f"{name}-{year}-{month.zfill(2)}-{number.zfill(2)}"


def day_of_meeting(meeting: str) -> str | None:
    """The day, as ISO 8601, in the name of a sitting.

    >>> day_of_meeting("rat-2026-09-29")
    '2026-09-29'
    """
    found = DAY_OF_MEETING.search(meeting)
    return found.group(1) if found else None


def paper_id(reference: str) -> str | None:
    return slug(reference) or None


def item_id(meeting: str, paper: str | None, key: str | None, public: bool | None, number: str) -> str | None:
    """The first of these that the page has: the paper's number, the row's `data-vorgang-id`, the printed number."""
    if paper or key:
        return f"{meeting}-{paper or slug(key or '')}"
    return f"{meeting}-{'n' if public is False else ''}{slug(number)}" if slug(number) else None


def person_id(name: str) -> str:
    """Without form of address and titles, which not all pages show. Namesakes are one.

    >>> person_id("Frau Dr. Erika Muster")
    'erika-muster'
    """
    return slug(TITLE.sub("", person_name(name)[1])) or slug(name)


def person_name(text: str) -> tuple[str | None, str]:
    """Form of address and name in the order in which it is spoken.

    >>> person_name("Muster, Dr. Erika")
    (None, 'Dr. Erika Muster')
    """
    addressed = ADDRESSED.fullmatch(text)
    name = addressed["name"] if addressed else text
    family, comma, given = name.partition(", ")
    spoken = f"{given} {family}" if comma and given and "," not in given else name
    return (addressed["form"].rstrip("n") if addressed else None), spoken


class Once:
    """Names that two things of a page share are told apart by their order: the second is …x2."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def __call__(self, name: str) -> str:
        self._used[name] += 1
        return name if self._used[name] == 1 else f"{name}x{self._used[name]}"

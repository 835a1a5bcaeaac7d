"""Names of people, and memberships that a committee's page and a person's page both tell: the same under one name."""

import re
from collections.abc import Iterable

from scraper.items import Membership
from scraper.pages.council.moments import DAY

ADDRESSED = re.compile(r"(?P<form>Herrn?|Frau)\s+(?P<name>\S.*)")
"""Frau Dr. Erika Muster"""


def beginning(text: str | None) -> tuple[str, ...]:
    """Orders days: 24.06.2014 before 01.11.2020; those that are not told come first."""
    found = DAY.search(text or "")
    return tuple(part.zfill(2) for part in reversed(found.group().split("."))) if found else ()


def name_apart(memberships: Iterable[Membership]) -> None:
    """Gives those of one person in one committee names of their own.

    The latest one keeps person and committee, which is all that a page without dates knows of it; earlier ones carry
    the day of their beginning besides.
    """
    several: dict[str, list[Membership]] = {}
    for membership in memberships:
        several.setdefault(membership.vendor_id, []).append(membership)
    for name, of_one in several.items():
        latest = max(of_one, key=lambda one: beginning(one.start_date))
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

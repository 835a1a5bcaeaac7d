"""Musterhausen, the small town next door: another council, and another system than Musterstadt's."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from scraper.sample.generate import make_town
from scraper.sample.making.words import TOWN
from scraper.sample.size import YOUNGEST, Size
from scraper.sample.town import Town

NAME = "Musterhausen"


def make_neighbour(seed: int = 1) -> Town:
    """A town of other people and papers than the one of that `seed`. Its today is that of its last meeting, so that
    all of them have their pages."""
    town = cast("Town", _renamed(make_town(seed + 1, Size(years=YOUNGEST))))
    return replace(town, today=max(one.start for one in town.meetings).date())


def _renamed(value: Any) -> Any:
    """`value` with the one town's name in all texts replaced by the other's."""
    if isinstance(value, str):
        return value.replace(TOWN, NAME)
    if isinstance(value, tuple):
        return tuple(_renamed(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _renamed(getattr(value, one.name)) for one in fields(value)})
    return value

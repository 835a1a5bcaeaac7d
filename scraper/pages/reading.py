"""What a reader makes of one page of a council's site, whichever system made the page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from scraper.items import Complaint, Item

NAMED_ORGANIZATION = "Gremium"
"""The key in an item's `other` for the name of an organization that the page gives without its number."""


@dataclass(frozen=True, kw_only=True)
class Follow:
    """A page that this one leads to. `key` is the vendor_id of what it shows: two addresses of one thing are one."""

    kind: str
    """The kind of page, as in the system's READERS: "agenda", "paper", "organization"."""
    key: str
    url: str
    """Absolute."""


@dataclass(kw_only=True)
class Reading:
    """Items in an order in which a thing stands before its parts; nothing is guessed, what is odd is a complaint."""

    items: list[Item] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    follow: list[Follow] = field(default_factory=list)


Reader = Callable[[bytes, str], Reading]
"""Page function: the answer's bytes and its address -> Reading. Pure: no network, no clock, never raises."""

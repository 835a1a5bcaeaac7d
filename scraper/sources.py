"""sources.yml -> Source: the towns and parties that are scraped, one entry each."""

from dataclasses import dataclass, field
from datetime import date

SYSTEMS = ("oparl", "press")


@dataclass(frozen=True, kw_only=True)
class PressRules:
    """What a press site is told by hand where finding it by itself fails. All are addresses or CSS selectors."""

    method: str | None = None
    """wordpress, feed, sitemap, list or None (try them in that order)."""
    start: str | None = None
    """The address of the API, feed, sitemap or list page."""
    link: str | None = None
    """On a list page: the links to articles."""
    next: str | None = None
    """On a list page: the link to the next page."""
    title: str | None = None
    date: str | None = None
    author: str | None = None
    text: str | None = None
    include: str | None = None
    """Regular expression that an article's address must contain."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One entry of sources.yml. `key` is the first part of every id of its records."""

    key: str
    name: str
    system: str
    url: str
    body: str | None = None
    """OParl: the address of the one body to take, where a server holds several."""
    since: date | None = None
    """Nothing older than this day is asked for; None: all there is."""
    delay: float = 1.0
    """Seconds between two requests to its host."""
    party: str | None = None
    council: str | None = None
    """Key of the council whose items the releases may be about."""
    press: PressRules = field(default_factory=PressRules)

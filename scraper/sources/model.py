"""What sources.yml says, as plain data: the towns and parties that are scraped, one Source each."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scraper.sources.values import did_you_mean

SYSTEMS = ("oparl", "sessionnet", "sessionnet6", "allris3", "allris4", "sdnet", "rubin", "press")

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""``gruene-duesseldorf``"""

CONTACT_ADVICE = "name who answers for the requests at the top of the file, for example contact: archiv@example.org"


class SourcesError(ValueError):
    """A mistake in sources.yml. The message names the file, the line and what to do; several have a line each."""


@dataclass(frozen=True, kw_only=True)
class PressRules:
    """What a press site is told by hand where finding it by itself fails: addresses and CSS selectors."""

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
    """Seconds between two requests to a host."""
    files: str = "none"
    """Which documents are fetched for their text: all, minutes or none."""
    keep_files: bool = False
    """Whether the documents themselves stay beside the archive, and not their text alone."""
    tls: str = "verified"
    """verified or unverified: whether its hosts must prove who they are."""
    party: str | None = None
    council: str | None = None
    """Key of the council whose items the releases may be about."""
    press: PressRules = field(default_factory=PressRules)
    contact: str | None = None
    """Who answers for the requests, from the head of the file, for the User-Agent. Without it: only loopback."""


@dataclass(frozen=True)
class Sources:
    """What a sources.yml says. `sources` is by key, in the order of the file."""

    path: Path
    contact: str | None
    sources: dict[str, Source]

    def by_key(self, key: str) -> Source:
        """The source called `key`. Raises SourcesError, naming those there are."""
        if key not in self.sources:
            raise SourcesError(
                f'{self.path}: no source is called "{key}"{did_you_mean(key, self.sources)}'
                f" There are: {', '.join(self.sources)}."
            )
        return self.sources[key]

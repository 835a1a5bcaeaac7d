"""`ratsarchiv detect URL`, and what `ratsarchiv add URL` does first: the source that an address would make."""

import re
from dataclasses import dataclass
from pathlib import Path

from scraper.addresses import fault_of, host_of, is_loopback
from scraper.commands.scrape import settings_for
from scraper.detection.findings import Findings
from scraper.detection.look import look_at
from scraper.sources import Source, SourcesError, default_key, load_sources

TITLE_PARTS = re.compile(r"\s+[|–—:·-]\s+|\s*[|»]\s*")  # "Aktuelles – CDU Musterstadt"
NO_NAMES = re.compile(
    r"(?:start(?:seite)?|home(?:page)?|(?:herzlich )?willkommen|aktuelle[sn]?|presse(?:mitteilungen)?|news)\W*",
    re.IGNORECASE,
)
"""What stands in a title and is nobody's name."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a person said about a source; None is taken from the site."""

    name: str | None = None
    key: str | None = None
    system: str | None = None
    party: str | None = None
    council: str | None = None
    contact: str | None = None


def find_source(sources_file: Path, url: str, given: Given) -> tuple[Findings, Source | None]:
    """What stands at `url`, and the source that it makes; None where it makes none.

    The contact may stand in `sources_file`. Raises SourcesError where nobody may be asked: no address, no contact.
    """
    if fault := fault_of(url):
        raise SourcesError(fault)
    known = load_sources(sources_file) if sources_file.exists() else None
    contact = given.contact or (known.contact if known else None)
    if not is_loopback(url) and not contact:
        raise SourcesError(f"{url} is a real site: tell its operators who asks, with --contact you@example.org")
    settings = settings_for(verbose=False)
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")
    findings = look_at(Source(key="look", name="look", system="press", url=url, contact=contact), settings)
    found = findings.detected
    if found is None:
        return findings, None
    body_name = next(iter(findings.bodies.values())) if len(findings.bodies) == 1 else None
    name = given.name or body_name or name_in(found.name or "") or host_of(url)
    source = Source(
        key=given.key or default_key(name),
        name=name,
        system=given.system or found.system or "press",
        url=found.url,
        body=found.body,
        party=given.party,
        council=given.council,
        contact=contact,
    )
    return findings, source


def name_in(title: str) -> str:
    """The part of a page's title that names the site; "" where none does.

    >>> name_in("Aktuelles – CDU Musterstadt")
    'CDU Musterstadt'
    """
    return next((part for part in TITLE_PARTS.split(title) if part and not NO_NAMES.fullmatch(part)), "")

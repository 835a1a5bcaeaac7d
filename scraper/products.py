"""The council systems that towns run: how a page of theirs is known, and where their OParl servers usually stand."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from scraper.councils import all_councils


@dataclass(frozen=True)
class Product:
    """A council system as a page shows it."""

    name: str
    version: str | None
    evidence: str
    """The words of the page that say so."""


@dataclass(frozen=True)
class _Fingerprint:
    name: str
    pattern: re.Pattern[str]
    """A group `version` where the words hold one."""


def _print(name: str, pattern: str) -> _Fingerprint:
    return _Fingerprint(name, re.compile(pattern, re.IGNORECASE))


FINGERPRINTS: tuple[_Fingerprint, ...] = (
    # The makers' own words first, then what only their pages are made of.
    _print("SessionNet", r"SessionNet Version (?P<version>\d[\d.]*)"),  # SessionNet Version 5.4.6 KP2 bi (Layout 6)
    _print("ALLRIS", r"ALLRIS net Version (?P<version>\d[\d.]*)"),  # ALLRIS net Version 4.1.7 (4170041) - 08.07.2026
    _print("SD.NET RIM", r"SD\.NET RIM (?P<version>\d+)"),  # … - SD.NET RIM 4 | Stadt Wesel
    _print("more! rubin", r"more!\s*rubin|\bgremien\.info\b"),  # https://rockenhausen.gremien.info/…
    _print("SessionNet", r'name="sessionnet"|\b(?:si004[06]|si005[067]|to00[45]0|vo005[03])\.(?:php|asp)\?__'),
    _print("ALLRIS", r'\b(?:si010|si018|to010|to020|vo020|au020)(?:_\w)?\.asp\b|id="allris|class="allris'),
    _print("SD.NET RIM", r"/sdnetrim/"),  # /sdnetrim/UGhVM0hpd2NXNFdFcExjZ…/Vorlage.pdf
    _print("more! rubin", r'window\.components\[?[."\']*MeetingPage|\bsitzungskalender\.php\b'),
)
OPARL_PATHS = {
    "SessionNet": ("oparl/system", "Oparl/system", "ris/oparl/system"),
    "ALLRIS": ("oparl/system", "public/oparl/system", "bi/oparl/1.0/system.asp", "oi/oparl/1.1/system.asp"),
    "SD.NET RIM": ("webservice/oparl/v1.1/system", "webservice/oparl/v1.0/system"),
    "more! rubin": ("oparl/system",),
}
"""Below the site's root or a folder of it; as the servers of the directory (scraper/councils) have them."""

SESSIONNET_CALENDAR = re.compile(
    r'["\']([^"\'?]*si0040\.(?:php|asp))\b', re.IGNORECASE
)  # href="si0040.asp?__cjahr=2026"


def product_of(page: str) -> Product | None:
    """The council system that made `page` (HTML or JSON as text), None for any other page.

    >>> product_of('<meta name="generator" content="…, SessionNet Version 5.4.6 KP2 bi (Layout 6)">').version
    '5.4.6'
    """
    for fingerprint in FINGERPRINTS:
        if found := fingerprint.pattern.search(page):
            return Product(fingerprint.name, found.groupdict().get("version"), found.group(0))
    return None


def sessionnet_start(url: str, page: str) -> str:
    """The address of a SessionNet site's calendar, from any page of it; `url` itself where the page links none."""
    found = SESSIONNET_CALENDAR.search(page)
    return urljoin(url, found.group(1)) if found else url


def oparl_addresses(url: str, product: str) -> list[str]:
    """Where the OParl server of the council site at `url` may stand: those known at its host, then the usual paths."""
    host = urlsplit(url).hostname
    known = [one.address for one in all_councils() if urlsplit(one.address).hostname == host]
    folders = [urljoin(url, "/")]
    for folder in urlsplit(url).path.split("/")[1:-1]:
        folders.append(f"{folders[-1]}{folder}/")
    usual = [urljoin(folder, path) for folder in reversed(folders) for path in OPARL_PATHS[product]]
    return list(dict.fromkeys([*known, *usual]))

"""The council systems that towns run: how a page of theirs is known, and where their OParl servers usually stand."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from scraper.councils import all_councils


@dataclass(frozen=True)
class Product:
    """A council system as a page shows it."""

    name: str
    """As its makers call it."""
    system: str | None
    """The name of its readers in sources.yml; None: its pages are not read."""
    version: str | None
    evidence: str
    """The words of the page that say so."""


@dataclass(frozen=True)
class _Fingerprint:
    name: str
    system: str | None
    pattern: re.Pattern[str]
    """A group `version` where the words hold one."""


def _print(name: str, system: str | None, pattern: str) -> _Fingerprint:
    return _Fingerprint(name, system, re.compile(pattern, re.IGNORECASE))


FINGERPRINTS: tuple[_Fingerprint, ...] = (
    # The makers' own words first, then what only their pages are made of.
    # <meta name="author" content="…, SessionNet Version 5.4.6 KP2 bi (Layout 6)">; between tags it is an article's word
    _print("SessionNet", "sessionnet", r"SessionNet Version (?P<version>\d[\d.]*)(?=[^<>]*>)"),
    # <meta name="description" content="ALLRIS net Version 4.1.7 (4170041) - 08.07.2026" />
    _print("ALLRIS 4", "allris4", r"ALLRIS net Version (?P<version>4[\d.]*)(?=[^<>]*>)"),
    _print("ALLRIS 3", "allris3", r"ALLRIS net Version (?P<version>[123][\d.]*)(?=[^<>]*>)"),
    _print("SD.NET RIM", "sdnet", r"SD\.NET RIM (?P<version>\d+)"),  # … - SD.NET RIM 4 | Stadt Wesel
    # <meta name="author" content="more! software">; https://rockenhausen.gremien.info/
    _print("more! rubin", "rubin", r"more!\s*(?:rubin|software)|\bgremien\.info\b|\.more-rubin\d*\.de\b"),
    _print(
        "SessionNet",
        "sessionnet",
        # class="smclayout smc_page_si0057_layout", of a page without links to sittings; <title>SessionNet | Vorlage
        r'name="sessionnet"|\bsmc_page_[a-z]{2}\d{4}_|<title>SessionNet \|(?![\s\S]*<app-root)'
        r"|\b(?:si004[06]|si005[067]|to00[45]0|vo005[03])\.(?:php|asp)\?__",
    ),
    # {"siNr": 2207, "name": "38. Sitzung des Hauptausschusses", …; the app's page
    _print(
        "SessionNet 6",
        "sessionnet6",
        r'"(?:si|to|do|gr)Nr"\s*:\s*\d|<title>SessionNet[^<]*</title>(?=[\s\S]*<app-root)',
    ),
    # href="./to010?SILFDNR=1000264", ./vo020?12-1.-head-searchform&amp;VOLFDNR=1001540; ALLRIS 3 has to010.asp?…
    _print(
        "ALLRIS 4",
        "allris4",
        r"\b(?:to0[12]0|vo020|gr020|kp020)\?(?:[\w.-]*&(?:amp;)?)?(?:SI|TO|VO|GR|KP)LFDNR=|\bde\.allris\.net\.page\b",
    ),
    _print(
        "ALLRIS 3",
        "allris3",
        r'\b(?:si01[08]|to0[12]0|vo020|au020|fr0[12]0|kp020)(?:_\w)?\.asp\b|id="allris|class="allris|\ballris\.net\.asp\b',
    ),
    # <silfdnr>7001</silfdnr>, of the XML that some sites answer with
    _print("ALLRIS 3", "allris3", r"<(?:silfdnr|tolfdnr|kplfdnr|toptext)>"),
    _print("SD.NET RIM", "sdnet", r"/sdnetrim/"),  # /sdnetrim/UGhVM0hpd2NXNFdFcExjZ…/Vorlage.pdf
    # window.components["MeetingPage__…"]; the newer interface's empty page names nobody
    _print(
        "more! rubin",
        "rubin",
        r"""window\.components\[["']\w+Page__|\bsitzungskalender\.php\b"""
        r"""|<title>Ratsinfosystem[^<]*</title>(?=[\s\S]*/components/index-)|"nummer_si"\s*:""",
    ),
    # Systems that are known and not read.
    _print("Provox IIP", None, r"Provox IIP|/meeting/Details/\d+"),  # <!--title>Sitzungsdetails - Provox IIP</title-->
    _print("RISI (Stadt München)", None, r"risi\.muenchen\.de|\bde\.eitco\.ris\b"),
    _print("cronmm_ratsinfo (TYPO3)", None, r"tx_cronmmratsinfo"),  # …&tx_cronmmratsinfo_pi[view]=sitzungen
    _print("KOMFA-RIS", None, r"module=komfaris"),
    _print("SIM (Hannover)", None, r"lhhsimweb\w*\.nsf"),
    _print("PARLIS (Frankfurt)", None, r"PARLISLINK"),
    _print("PIO (Offenbach)", None, r"\bPIO: Politisches Informationssystem|class=[\"']pio-content"),
    _print("regisafe", None, r"\.ris-portal\.de\b|p_p_id=RisSitzung"),
    _print("hitcom cEasy", None, r"cEasy by hitcom"),
    _print("ecics", None, r"\?action=show_sitzung\b"),
    _print("RIS Web (Domino)", None, r"/ris_web\.nsf/"),
)
OPARL_PATHS = {
    "sessionnet": ("oparl/system", "Oparl/system", "ris/oparl/system"),
    "sessionnet6": ("oparl/system", "Oparl/system"),
    "allris3": ("oparl/system", "public/oparl/system", "bi/oparl/1.0/system.asp", "oi/oparl/1.1/system.asp"),
    "allris4": ("oparl/system", "public/oparl/system"),
    "sdnet": ("webservice/oparl/v1.1/system", "webservice/oparl/v1.0/system"),
    "rubin": ("oparl/system",),
}
"""Below the site's root or a folder of it; as the servers of the directory (scraper/councils) have them."""

CALENDARS = {
    "sessionnet": re.compile(r'["\']([^"\'?]*si0040\.(?:php|asp))\b', re.IGNORECASE),  # href="si0040.asp?__cjahr=2026"
    "allris3": re.compile(r'["\']([^"\'?]*si010(?:_\w)?\.asp)\b', re.IGNORECASE),  # href="/bi/si010_e.asp?MM=9&YY=2026"
    "allris4": re.compile(r'["\']([^"\'?]*\bsi010)\b'),  # href="./si010"
    "sdnet": re.compile(r'["\']([^"\'?]*/termine)/?["\'?]'),  # href="https://ris.example.org/termine"
    "rubin": re.compile(r'["\']([^"\'?]*sitzungskalender\.php)\b'),  # href="sitzungskalender.php"
}
"""Links to a system's calendar."""
# https:\/\/rockenhausen. in JSON; href="//ris.example.org/bi/
ADDRESS_BEGINS = re.compile(r"(?:https?:|(?<=[\"'=]))\\?/\\?/[^\s\"'<>]*\Z", re.IGNORECASE)
ADDRESS_GOES_ON = re.compile(r"[^\s\"'<>]*")
HOST = re.compile(r"[\w.-]*\.(?:de|info)", re.IGNORECASE)  # gremien.info, also where no address begins
HOST_BEGINS = re.compile(r"[\w.@-]*\Z")
LONGEST_LINK = 300


def product_of(page: str, url: str | None = None) -> Product | None:
    """The council system that made `page` (HTML or JSON as text), None for any other page.

    With the page's `url`, links to other sites don't count: a party's page may link to the council's.

    >>> product_of('<meta name="generator" content="…, SessionNet Version 5.4.6 KP2 bi (Layout 6)">').version
    '5.4.6'
    """
    for fingerprint in FINGERPRINTS:
        for found in fingerprint.pattern.finditer(page):
            link = _link_around(page, found)
            if url is None or link is None or _site(link) == _site(url):
                return Product(fingerprint.name, fingerprint.system, found.groupdict().get("version"), found.group(0))
    return None


def linked_council(page: str, url: str) -> str | None:
    """The address of a council system at another site that `page` links to."""
    links = (
        urljoin(url, link)
        for fingerprint in FINGERPRINTS
        for found in fingerprint.pattern.finditer(page)
        if (link := _link_around(page, found)) and _site(link) != _site(url)
    )
    return next(links, None)


def start_of(system: str, url: str, page: str) -> str:
    """The address of the calendar of a `system`'s site, from any page of it; `url` itself where the page links none."""
    calendar = CALENDARS.get(system)
    found = calendar.search(page) if calendar else None
    return urljoin(url, found.group(1)) if found else url


def oparl_addresses(url: str, system: str | None) -> list[str]:
    """Where the OParl server of the council site at `url` may stand: those known at its host, then the usual paths of
    its system; those of all systems if it is of none that is read."""
    host = urlsplit(url).hostname
    known = [one.address for one in all_councils() if urlsplit(one.address).hostname == host]
    folders = [urljoin(url, "/")]
    for folder in urlsplit(url).path.split("/")[1:-1]:
        folders.append(f"{folders[-1]}{folder}/")
    paths = OPARL_PATHS[system] if system else [path for several in OPARL_PATHS.values() for path in several]
    usual = [urljoin(folder, path) for folder in reversed(folders) for path in paths]
    return list(dict.fromkeys([*known, *usual]))


def _link_around(page: str, found: re.Match[str]) -> str | None:
    """The address with a host that holds what was found; None where it stands in none."""
    ahead = page[max(0, found.start() - LONGEST_LINK) : found.start()]
    before, after = ADDRESS_BEGINS.search(ahead), ADDRESS_GOES_ON.match(page, found.end())
    if before is not None and after is not None:
        return unescape(f"{before.group()}{found.group()}{after.group()}".replace("\\/", "/"))
    if HOST.fullmatch(found.group()) and (named := HOST_BEGINS.search(ahead)):
        return f"//{named.group()}{found.group()}"  # Termine auf musterstadt.gremien.info; post@gremien.info
    return None


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")

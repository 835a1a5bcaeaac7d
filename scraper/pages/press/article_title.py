"""The title of an article and the heading that carries it on the page."""

import re
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from scraper.pages.press.addresses import is_front_page
from scraper.pages.press.document import attribute, comparable, one_line, text_of

# What stands between a title and the name of the site: "Radwege | SPD", "Radwege - CDU", "Radwege: Grüne im Bundestag"
SEPARATOR = re.compile(r"\s+[|–—·•»«-]\s+|\s*::\s*|\s[|]|[|]\s|:\s+")
# Headings of a section, never of a release.
SECTION_TITLES = frozenset(
    comparable(text)
    for text in (
        "Aktuelles", "Aktuell", "News", "Neuigkeiten", "Presse", "Pressemitteilung", "Pressemitteilungen",
        "Pressemeldungen", "Nachrichten", "Nachricht", "Meldung", "Meldungen", "Artikel", "Beitrag", "Detail",
        "Details", "Detailansicht", "News Detail", "Newsdetail", "Startseite", "Home", "Willkommen", "Einzelansicht",
        "Blog", "Archiv", "Themen", "Presseinformation", "Presseinformationen",
    )
)  # fmt: skip
TITLE_CLASS = re.compile(
    r"(?:^|[-_ ])(?:title|headline|heading|titel|ueberschrift|überschrift|newsheading)(?:$|[-_ ])", re.IGNORECASE
)
SHORTEST, LONGEST = 12, 300
"""Characters of a title that nothing marks but its being repeated in the page's head, and of any title."""
# The name of the site in its own header: site-title, navbar-brand, logo
SITE_NAME_CLASS = re.compile(
    r"(?:^|[-_ ])(?:site-?(?:title|name|description|branding)|logo\w*|brand|slogan)(?:$|[-_ ])", re.IGNORECASE
)
# What a party's name holds beside its address: CDU Stadtverband Musterstadt
ORGANISATION = re.compile(
    r"\b(?:(?:stadt|orts|kreis|gemeinde|landes)?(?:verband|verein)|(?:stadtrats|rats|kreistags)?-?fraktion|partei|bündnis"
    r"|90|die|der|den|im|in|rat|stadt)\b",
    re.IGNORECASE,
)
ORGANISATION_IN_HOST = re.compile(r"(?:rats)?fraktion|ov(?=\w)|kv(?=\w)")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LARGE = re.compile(r"^(?:\+[1-4]|[4-7])$")
RUNNING_TEXT = 120
"""Characters from which what stands before a heading is text and no label."""
META_TITLES = ("og:title", "twitter:title", "dc.title", "DC.title")


@dataclass(frozen=True)
class Title:
    text: str
    heading: Tag | None
    """Where the page shows it; None if only the page's head has it."""
    confirmed: bool
    """The page says the same in its head and on the page itself."""


def title_claims(soup: BeautifulSoup) -> list[str]:
    """What the page's head calls its title, most specific first; a site's name may still hang on to it."""
    claims = [text_of_meta(soup, name) for name in META_TITLES]
    head_title = soup.find("title")
    claims.append(text_of(head_title) if isinstance(head_title, Tag) else "")
    return [claim for claim in claims if claim]


def text_of_meta(soup: BeautifulSoup, name: str) -> str:
    """The content of <meta property=… or name=…>; "" without it."""
    tag = soup.find("meta", attrs={"property": name}) or soup.find("meta", attrs={"name": name})
    return one_line(attribute(tag, "content")) if isinstance(tag, Tag) else ""


def find_title(soup: BeautifulSoup, headline: str = "", address: str = "") -> Title | None:
    """The title as the page shows it, without the site's name; `headline` is what JSON-LD says.

    A heading that the page's head repeats is sure. Without one, a heading marked as the article's, then the only h1,
    then the only heading of the level below, then what the head says. None if the page has no title at all.
    """
    claims = [claim for claim in (one_line(headline), *title_claims(soup)) if claim]
    host = _host_name(address)
    pieces = [piece.strip() for claim in claims for piece in SEPARATOR.split(claim)]
    site = text_of_meta(soup, "og:site_name") or next((one for one in pieces if _names_host(one, host)), "")
    headings = [(text, tag) for text, tag in _headings(soup) if not _names_host(text, host)]
    if (confirmed := _confirmed(claims, headings, site)) is not None:
        return confirmed
    marked = [(text, tag) for text, tag in headings if attribute(tag, "itemprop") == "headline" or _is_entry_title(tag)]
    first_level = [(text, tag) for text, tag in headings if tag.name == "h1"]
    for candidates in (marked, first_level):
        if len({text for text, _ in candidates}) == 1:
            return Title(candidates[0][0], candidates[0][1], confirmed=False)
    if (confirmed := _confirmed(claims, _bold_words(soup), site)) is not None:
        return confirmed
    for names in (("h2",), ("h3",), ("font",)):
        below = [(text, tag) for text, tag in (*headings, *_large_words(soup)) if tag.name in names]
        if len({text for text, _ in below}) == 1 and _may_head_a_text(below[0][1]):
            return Title(below[0][0], below[0][1], confirmed=False)
        if below:
            break
    stripped = [
        text for claim in claims if (text := without_site(claim, site)) and comparable(text) not in SECTION_TITLES
    ]
    return Title(stripped[0], None, confirmed=False) if stripped else None


def _confirmed(claims: list[str], candidates: list[tuple[str, Tag]], site: str) -> Title | None:
    """The candidate that the first of the claims repeats."""
    for claim in claims:
        matching = [(text, tag) for text, tag in candidates if _claims(claim, text, site)]
        if matching:
            text, tag = max(matching, key=partial(_rank, claim))
            return Title(text, tag, confirmed=True)
    return None


def _bold_words(soup: BeautifulSoup) -> list[tuple[str, Tag]]:
    """What stands for headings on pages of old; nothing but the page's head tells which of them is the title."""
    tags = [
        tag for tag in soup.find_all(("b", "strong", "big", "font")) if tag.find(("b", "strong", "big", "font")) is None
    ]
    words = [(text_of(tag), tag) for tag in tags]
    return [(text, tag) for text, tag in words if len(text) < LONGEST and len(comparable(text)) > SHORTEST]


def _large_words(soup: BeautifulSoup) -> list[tuple[str, Tag]]:
    """<font size="5">: a heading of old."""
    tags = [tag for tag in soup.find_all("font", size=LARGE) if tag.find_parent(("nav", "aside", "footer")) is None]
    return [(text, tag) for tag in tags if SHORTEST < len(text := text_of(tag)) < LONGEST]


def _may_head_a_text(tag: Tag) -> bool:
    """Whether it leads nowhere, and no running text stands before it: then it would be a heading within that."""
    if tag.find("a") is not None or tag.find_parent("a") is not None:
        return False
    return not any(isinstance(one, Tag) and len(text_of(one)) > RUNNING_TEXT for one in tag.previous_siblings)


def _host_name(address: str) -> str:
    """ "fdpmusterstadt" for https://www.fdp-musterstadt.de/."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return comparable(host.rpartition(".")[0])


def _names_host(text: str, host: str) -> bool:
    """Whether `text` is the site's name as its address has it: "FDP-Fraktion Musterstadt" at fdp-musterstadt.de."""
    name = comparable(ORGANISATION.sub("", text)).replace("grünen", "grüne").translate(UMLAUTS)
    return bool(name) and name in (host, ORGANISATION_IN_HOST.sub("", host))


def without_site(claim: str, site: str) -> str:
    """The claim without the name of the site before or after it, as far as `site` (og:site_name) tells."""
    parts = SEPARATOR.split(claim)
    if len(parts) < 2:
        return claim
    if site and comparable(claim).endswith(comparable(site)):
        return claim[: -len(parts[-1])].rstrip(" |–—·•»«-:") if comparable(parts[-1]) in comparable(site) else claim
    if site and comparable(parts[0]) == comparable(site):
        return claim[len(parts[0]) :].lstrip(" |–—·•»«-:")
    # Without the site's name only the bar is sure: a dash or colon belongs as often to the title.
    return max((part.strip() for part in claim.split("|")), key=len) if "|" in claim else claim


def _headings(soup: BeautifulSoup) -> list[tuple[str, Tag]]:
    body = soup.body or soup
    tags = [
        tag
        for tag in body.find_all(True)
        if tag.name in ("h1", "h2", "h3", "h4", "h5", "legend")
        or (
            tag.name in ("div", "p", "span") and TITLE_CLASS.search(f"{attribute(tag, 'class')} {attribute(tag, 'id')}")
        )
    ]
    found = []
    for tag in tags:
        text = text_of(tag)
        if (
            3 < len(text) < LONGEST
            and not _is_site_name(tag)
            and comparable(text) not in SECTION_TITLES
            and tag.find_parent(("nav", "aside", "footer")) is None
        ):
            found.append((text, tag))
    return found


def _claims(claim: str, heading: str, site: str) -> bool:
    """Whether `claim` is `heading`, alone or with the site's name before or after it."""
    whole, part = comparable(claim), comparable(heading)
    if not part or part == comparable(site):
        return False
    if whole == part:
        return True
    pieces = [comparable(piece) for piece in SEPARATOR.split(claim)]
    ends = {"".join(pieces[:cut]) for cut in range(1, len(pieces))} | {
        "".join(pieces[cut:]) for cut in range(1, len(pieces))
    }
    if part in ends and (len(part) > SHORTEST or part == pieces[0]):
        return True
    # Heads of pages are cut where search engines cut them: "Haugen-Anhörung entlarvt den Unwillen der …"
    return claim.rstrip().endswith(("…", "...")) and len(whole) > 20 and part.startswith(whole)


def _rank(claim: str, candidate: tuple[str, Tag]) -> tuple[bool, bool, int, bool]:
    """Of headings that all repeat the claim: first the article's, then those at its beginning, then the longest."""
    text, tag = candidate
    in_site_header = tag.find_parent("header") is not None and tag.find_parent(("article", "main")) is None
    begins = comparable(claim).startswith(comparable(text))
    return not in_site_header, begins, len(comparable(text)), tag.name == "h1"


def _is_site_name(tag: Tag) -> bool:
    """A heading that is the site's logo, or leads to its front page."""
    if SITE_NAME_CLASS.search(f"{attribute(tag, 'class')} {attribute(tag, 'id')}"):
        return True
    link = tag.find("a") or tag.find_parent("a")
    href = attribute(link, "href") if isinstance(link, Tag) else ""
    return href in ("/", "./", "#") or (href.startswith("http") and is_front_page(href))


def _is_entry_title(tag: Tag) -> bool:
    return any(
        name
        in ("entry-title", "article-title", "post-title", "news-title", "articleheadline", "page-title", "headline")
        for name in attribute(tag, "class").lower().split()
    )

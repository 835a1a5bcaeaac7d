"""Pages that answered with 200 and are no release: error pages, logins, cookie walls, empty shells, overviews."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from scraper.pages.press.addresses import is_front_page
from scraper.pages.press.article_text import blocks_of, joined
from scraper.pages.press.document import attribute, text_of

NOT_FOUND = re.compile(
    r"\b(?:404|seite (?:wurde )?(?:leider )?nicht gefunden|(?:page|file|content) not found|nichts gefunden"
    r"|existiert nicht(?: mehr)?"
    r"|inhalt (?:wurde )?nicht gefunden|fehler 40[34]|error 40[34]|nicht (?:mehr )?verfügbar)\b",
    re.IGNORECASE,
)
LOGIN = re.compile(
    r"^(?:anmelden|login|log in|anmeldung|einloggen|mitglieder-?login|bitte melden sie sich an)\b", re.IGNORECASE
)
WALL = re.compile(
    r"(?:just a moment|checking your browser|enable javascript and cookies|attention required|are you a robot"
    r"|zugriff verweigert|access denied"
    r"|bitte aktivieren sie (?:java|cookies)|sicherheitsüberprüfung|ddos|captcha|wartungsmodus|under maintenance"
    r"|wartungsarbeiten"
    r"|cookies? (?:akzeptieren|zustimmen|zulassen).{0,40}um (?:fortzufahren|weiterzulesen|die seite))",
    re.IGNORECASE,
)
NEEDS_JAVASCRIPT = re.compile(
    r"(?:enable|aktivieren).{0,30}javascript|javascript.{0,60}(?:aktivier|enable|required|benötigt)", re.IGNORECASE
)
# Types and classes by which a page says itself that it lists articles.
LIST_CLASSES = frozenset(
    [
        "home",
        "blog",
        "archive",
        "category",
        "tag",
        "author",
        "search-results",
        "error404",
        "paged",
        "front",
        "page-template-home",
    ]
)
SEVERAL = 3
SHORT = 600
"""Characters: a refusal is a short page; an article about a login is longer."""


@dataclass(frozen=True)
class Signs:
    """What a page shows before its furniture is taken away."""

    head_title: str
    classes: frozenset[str]
    """Of its body."""
    has_password_field: bool
    has_script: bool
    shown: str
    """The beginning of all its text."""
    canonical: str
    linked_headings: int
    """Headings outside menus and sidebars that lead to other pages."""


def signs_of(soup: BeautifulSoup) -> Signs:
    body = soup.body or soup
    title, link = soup.find("title"), soup.find("link", rel="canonical")
    return Signs(
        head_title=text_of(title) if isinstance(title, Tag) else "",
        classes=frozenset(attribute(body, "class").lower().split()),
        has_password_field=soup.find("input", type="password") is not None,
        has_script=soup.find("script") is not None,
        shown=joined(blocks_of(body))[:2000],
        canonical=attribute(link, "href") if isinstance(link, Tag) else "",
        linked_headings=sum(
            1
            for heading in body.find_all(("h1", "h2", "h3", "h4"))
            if (heading.find("a", href=True) or heading.find_parent("a"))
            and heading.find_parent(("nav", "aside", "footer", "header")) is None
        ),
    )


def refusal(signs: Signs, address: str, title: str, text: str, *, shows_title: bool) -> str | None:
    """Why the page is no release, in words for a Complaint; None if it may be one.

    `shows_title`: the page has a heading of its own for the release.
    """
    titles = (title, signs.head_title)
    is_short = len(text) < SHORT
    if "error404" in signs.classes or (is_short and any(NOT_FOUND.search(one) for one in titles)):
        return "an error page that answers with 200"
    if is_short and signs.has_password_field and (not text or any(LOGIN.search(one) for one in titles)):
        return "a login page"
    if is_short and (any(WALL.search(one) for one in titles) or (len(text) < 200 and WALL.search(signs.shown))):
        return "a page that asks for cookies, a check or patience before it shows anything"
    if not text and len(signs.shown) < 200 and (signs.has_script or NEEDS_JAVASCRIPT.search(signs.shown)):
        return "an empty shell that a script fills in the browser"
    if not text:
        return "a page without running text"
    if is_overview(signs, address) or (signs.linked_headings >= SEVERAL and not shows_title):
        return "an overview of several releases or the site's front page, not a release"
    return None


def is_overview(signs: Signs, address: str) -> bool:
    """Whether the page lists articles: it says so in its body's class, or it calls itself the front page."""
    if signs.classes & {"single", "single-post"}:
        return False
    if signs.classes & LIST_CLASSES:
        return True
    if address:
        return is_front_page(address)
    return signs.canonical in ("/", "./") or (signs.canonical.startswith("http") and is_front_page(signs.canonical))

"""Addresses of press sites: what makes two of them the same page, the same site, a release.

One release is found at many addresses: with http and https, with and without "www.", with a campaign's
parameters, from the API as well as from a feed. `page_key` is the one name that all of these share and that an
item keeps as its vendor_id; it need not be an address that answers. `tidy` is an address that does.
"""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that say where a reader came from or how the page is shown, not which page it is: ?utm_source=brief&print=1
TRACKING = re.compile(
    r"^(?:utm_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa?_\w+|_hs\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|igshid|phpsessid"
    r"|jsessionid|sid"
    r"|nb|no_?n?amp|preview|chash|no_cache|nocache|ref|referrer|source|share|replytocom|print|type|amp|lang|l|v|cb)$",
    re.IGNORECASE,
)
# Parameters that name the page: ?p=123, ?id=45, index.php?tx_news_pi1[news]=7
IDENTIFYING = re.compile(
    r"^(?:p|post|article|artikel|news|beitrag|meldung|pm|view|option|task|tx_\w+(?:\[[^\]]*\])+|\w*id|\w+nr)$",
    re.IGNORECASE,
)
# A script answers for many pages, so what follows names one of them: /detail.php?show=radwege
SCRIPT = re.compile(r"\.(?:php\d?|aspx?|jsp|cfm|pl|cgi)$", re.IGNORECASE)
# TYPO3 says in brackets which action shows the page; every detail page has the same: tx_news_pi1[action]=detail
ACTION = re.compile(r"\[(?:action|controller|day|month|year|@widget[^\]]*)\]$", re.IGNORECASE)
SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
INDEX_FILE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
# https://web.archive.org/web/20170317081200id_/http://www.gruene-duesseldorf.de/presse/
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:)", re.IGNORECASE)
# Another view of the page before it: /radwege/amp/, /radwege/print/
VIEW = re.compile(r"(?<=[^/])/(?:amp|print|drucken|druckansicht)/?$", re.IGNORECASE)
# A file that is not a page: /fileadmin/pm_radwege.pdf
NOT_A_PAGE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|gz|rar|ics|vcf|jpe?g|png|gif|webp|svg|avif|bmp|tiff?|mp[34]|m4[av]"
    r"|mov|avi|wmv|webm"
    r"|ogg|wav|css|js|json|xml|rss|atom|eps|ai|exe|epub)$",
    re.IGNORECASE,
)
# Words in an address under which sites put their releases: /presse/, /aktuelles/detail/, /2021/01/15/
PRESS_WORDS = re.compile(
    r"(?:press|news|aktuell|meldung|nachricht|neuigkeit|mitteilung|beitrag|beitraege|artikel|article|blog"
    r"|stellungnahme|standpunkt"
    r"|(?:^|[/_-])pm[/_-]|/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])(?:/|$))",
    re.IGNORECASE,
)
# Pages of a press section that are no releases: /presse/kontakt/, /aktuelles/termine/, /kategorie/presse/page/2/
SERVICE_PAGE = re.compile(
    r"/(?:[\w-]*kontakt|ansprechpartner\w*|[\w-]*verteiler|[\w-]*archiv|presse?fotos?|pressebilder|fotos?|bilder"
    r"|bildmaterial|logos?|downloads?"
    r"|pressematerial|impressum|datenschutz\w*|termine?|kalender|veranstaltungen|newsletter|mediathek|galerie|suche"
    r"|search|login|wp-login\.php"
    r"|wp-admin|feed|rss|category|categories|kategorie|tag|tags|schlagwort|author|autor|page|seite|thema"
    r"|themen)(?:/[^/]*)*/?$",
    re.IGNORECASE,
)
# The front pages of a press section itself: /presse, /aktuelles/news/
SECTION = re.compile(
    r"/(?:presse|pressemitteilung(?:en)?|presseinfos?|press|news|aktuelles?|meldungen|nachrichten|neuigkeiten|blog"
    r"|artikel|beitraege|archiv"
    r"|pressearchiv|pressebereich|presse-und-medien|presse-aktuell|home|start(?:seite)?)/?$",
    re.IGNORECASE,
)


def absolute(address: str, base: str) -> str | None:
    """`address` as found on the page `base`, or None if it is no web address (mailto:, javascript:, broken)."""
    try:
        joined = urljoin(base, address.strip())
        parts = urlsplit(joined)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return joined if is_address else None


def tidy(address: str) -> str:
    """The address without what does not name the page: fragment, tracking, session, index file, archive's prefix."""
    address = ARCHIVED.sub("", address.strip())
    parts = urlsplit(address)
    path = INDEX_FILE.sub("/", SESSION.sub("", parts.path)) or "/"
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if _names_the_page(name, value, parts.path)
    ]
    return urlunsplit((parts.scheme.lower(), _host(parts.netloc), _encoded(path), _joined(query), ""))


def page_key(address: str) -> str:
    """The vendor_id of the release at `address`: always https, without "www." and without a slash at the end."""
    parts = urlsplit(tidy(address))
    host = parts.netloc.removeprefix("www.")
    query = _joined(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return urlunsplit(("https", host, VIEW.sub("", parts.path).rstrip("/"), query, ""))


def same_site(address: str, other: str) -> bool:
    """Whether both are on one host; http and https, and "www." before it, make no other site."""
    return _site(address) == _site(other)


def is_page(address: str) -> bool:
    """False for an address that by its ending is a file: a PDF, a picture, a feed."""
    return not NOT_A_PAGE.search(urlsplit(address).path)


def is_front_page(address: str) -> bool:
    """Whether it is the site's own first page."""
    parts = urlsplit(tidy(address))
    return parts.path == "/" and not parts.query


def looks_like_release(address: str) -> bool:
    """Whether a sitemap's address looks like a release: a press word in it, and no section's or service's page."""
    parts = urlsplit(tidy(address))
    path = unquote(parts.path)
    if not is_page(address) or SERVICE_PAGE.search(path) or (SECTION.search(path) and not parts.query):
        return False
    return bool(PRESS_WORDS.search(path) or PRESS_WORDS.search(parts.query))


def _names_the_page(parameter: str, value: str, path: str) -> bool:
    if TRACKING.match(parameter) or ACTION.search(parameter):
        return False
    return bool(IDENTIFYING.match(parameter) or value.isdigit() or SCRIPT.search(path))


def _host(netloc: str) -> str:
    return re.sub(r":(?:80|443)$", "", netloc.rpartition("@")[2].lower())


def _site(address: str) -> str:
    return _host(urlsplit(ARCHIVED.sub("", address)).netloc).removeprefix("www.")


def _encoded(path: str) -> str:
    return quote(unquote(path), safe="/:@!$&'()*+,;=~-._")


def _joined(query: list[tuple[str, str]]) -> str:
    return urlencode(query, safe="[]")

"""Pages that came in place of the one asked for: a login, an error with status 200, a check, maintenance."""

import re

from scraper.pages.council.page import REPORT, Page, text_of

CHECK = re.compile(
    r"just a moment|checking your browser|enable javascript and cookies|attention required|captcha|are you a (?:ro)?bot"
    r"|sicherheits(?:über)?prüfung|ddos|zugriff verweigert|access denied",
    re.IGNORECASE,
)
"""<title>Just a moment...</title>"""
MAINTENANCE = re.compile(r"wartungs(?:arbeiten|modus|fenster)|under maintenance|vorübergehend nicht", re.IGNORECASE)
"""Wegen Wartungsarbeiten steht das System nicht zur Verfügung."""
FAILURE = re.compile(
    r"fehler|error|nicht gefunden|not found|existiert nicht|kein(?:e)? (?:recht|berechtigung|zugriff)"
    r"|nicht (?:mehr )?(?:verfügbar|freigegeben|berechtigt)|sitzung ist abgelaufen",
    re.IGNORECASE,
)
"""SessionNet | Fehlermeldung"""
LOGIN = re.compile(r"anmeld|login|log in|einloggen|passwort|kennwort", re.IGNORECASE)
LOGIN_FORM = "input[type=password], .smc-pagetype-logon"
"""The form, or SessionNet's page that a script fills with it."""
SHOWN = 1500
"""Characters of the page's text that are looked at."""
SHORT = 600
"""Characters: a refusal is a short page."""
ERROR_PAGE = re.compile(r"/error2?(?:\.\w+)?(?:[?#;]|$)", re.IGNORECASE)
"""…/bi/error2.php"""
"""<meta name="sessionnet" content="V:050406"/>"""


def refusal(page: Page) -> tuple[str, str]:
    """What came in place of the page, and what to do. Asked only where the page lacks what it must have."""
    if not page.body.strip():
        return "an empty answer", "The next run asks again."
    if "<" not in page.source or "\0" in page.source[:SHOWN]:
        return "no HTML page", "Look at the address in a browser; the site's address in sources.yml may be wrong."
    told = f"{page.title} {page.heading}"
    shown = text_of(page.tree.body)
    start = f"{told} {shown[:SHOWN]}" if len(shown) < SHORT else told
    if CHECK.search(start):
        return "a check for browsers", "The site keeps programs out. Ask the town to let the archive in, or for OParl."
    if MAINTENANCE.search(start):
        return "a notice of maintenance", "The next run asks again."
    if page.tree.css_first(LOGIN_FORM) is not None or LOGIN.search(told):
        return "a login page", "The page is not public. The archive asks for nothing behind a login."
    if ERROR_PAGE.search(page.url) or FAILURE.search(start):
        return "an error page that answers with 200", "Look at the address in a browser. The next run asks again."
    if page.made_by_product.search(page.source):
        return f"a page of {page.product} without it, called {told.strip()[:80]!r}", REPORT
    return (
        f"a page that is not {page.product}'s",
        "See what stands at this address now; `ratsarchiv detect` tells the system.",
    )

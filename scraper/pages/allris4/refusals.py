"""What ALLRIS 4 answers in place of a page: its own messages, its check for browsers, a page without its rows."""

import re

from scraper.pages.allris4.document import Page
from scraper.pages.allris4.wicket import rows_url
from scraper.pages.council.page import text_of
from scraper.pages.council.refusals import refusal

MESSAGE = ".message_header, .message_text"
"""<div class="message_header">Es ist ein Fehler aufgetreten</div>"""
GATE = re.compile(r"/_gate/|<altcha-widget", re.IGNORECASE)
TOO_OFTEN = re.compile(r"zu viele zugriffe|temporär gesperrt|too many requests", re.IGNORECASE)
"""Zu viele Zugriffe aus Ihrem Netzwerk, Zugriff temporär gesperrt."""
NOT_PUBLIC = re.compile(r"keine information(?:en)? verfügbar", re.IGNORECASE)
"""Keine Information verfügbar: with status 200, for whatever is not public or does not exist."""
ASKED_TOO_OFTEN = "a refusal for asking too often"
BROWSERS_ONLY = "a check for browsers"
SHUT = frozenset({ASKED_TOO_OFTEN, BROWSERS_ONLY})
"""What comes at every address once it has come at one."""


def is_not_public(page: Page) -> bool:
    return NOT_PUBLIC.search(page.source) is not None


def complain_of_what_came(page: Page, expected: str) -> None:
    """For a page that lacks what it must have. What is not public is missing by the town's decision: no fault."""
    if is_not_public(page):
        came = "a page that says that nothing of it is public"
        page.complain(expected, came, "Nothing to do; other pages of the site may name it.", severity="warning")
    else:
        page.complain(expected, *_refusal(page))


def _refusal(page: Page) -> tuple[str, str]:
    """What came in place of the page, and what to do."""
    messages = " ".join(text for node in page.tree.css(MESSAGE) if (text := text_of(node)))
    if GATE.search(page.source):
        return BROWSERS_ONLY, "The site keeps programs out. Ask the town to let the archive in, or for OParl."
    if TOO_OFTEN.search(messages):
        return ASKED_TOO_OFTEN, "Give the source a longer `delay` in sources.yml, and wait a day."
    if rows := rows_url(page.body, page.url):
        return "the page without its rows", f"A browser asks for them, with a cookie and headers, at {rows}"
    if page.is_answer and "<component" not in page.source:
        return "an empty answer", "The visit was over when the rows were asked for. The next run asks again."
    if messages:
        came = f"an error page that answers with 200: {messages[:200]!r}"
        return came, "Look at the address in a browser. The next run asks again."
    return refusal(page)

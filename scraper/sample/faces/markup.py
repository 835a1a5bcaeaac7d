"""Text as council systems write it into their pages: three ways of writing an umlaut, which real pages mix."""

from datetime import datetime
from html import escape
from html.entities import codepoint2name

FIRST_BEYOND_ASCII = 128
NAMED = {code: f"&{name};" for code, name in codepoint2name.items() if code >= FIRST_BEYOND_ASCII}
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SATURDAY = 5


def raw(text: str) -> str:
    """Straße "A & B" -> Straße "A &amp; B" """
    return escape(text, quote=False)


def raw_attribute(text: str) -> str:
    return escape(text)


def numeric(text: str) -> str:
    """Straße -> Stra&#223;e"""
    return escape(text).encode("ascii", "xmlcharrefreplace").decode()


def named(text: str) -> str:
    """Straße -> Stra&szlig;e"""
    return escape(text).translate(NAMED)


def broken(text: str) -> str:
    """Lines of a text as lines of a page; `text` is HTML."""
    return text.replace("\n", "<br>")


def day_text(moment: datetime) -> str:
    return f"{moment:%d.%m.%Y}"


def time_text(start: datetime, end: datetime | None) -> str:
    """As SessionNet has it: 17:00-18:26&nbsp;Uhr"""
    return f"{start:%H:%M}" + (f"-{end:%H:%M}" if end else "") + "&nbsp;Uhr"

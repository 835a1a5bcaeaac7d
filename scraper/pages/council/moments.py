"""Where a page says when a sitting is: pieces of text put in one line for pipelines/german/dates.py, none read here."""

import re

DAY = re.compile(r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])")
"""02.09.2026"""
TIME = re.compile(
    r"(?<![0-9.:])[0-9]{1,2}[:.][0-9]{2}(?![0-9.:])"
    r"(?:\s*(?:(?:Uhr|h)\b\s*)?(?:-|–|bis)\s*[0-9]{1,2}[:.][0-9]{2}(?![0-9.:]))?(?:\s*(?:Uhr|h)\b)?"
    r"|(?<![0-9.:/-])[0-9]{1,2}(?:\s*(?:-|–|bis)\s*[0-9]{1,2})?\s*Uhr\b"
)
"""17:00-18:26 Uhr; 18.00h; 18 Uhr"""
CLOCK = re.compile(r"(?:Uhr|h)$")
TOLD_WITH_NAME = re.compile(r"\s*(?:[-–,]\s*)?(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])")
"""The date behind a sitting's name: "Hauptausschuss - 28.09.2026 - 17:00 Uhr"."""
PORTAL = re.compile(r"^[^-]*(?:informations(?:system|portal|dienst)|ratsinfo|bürgerinfo)[^-]*\s-\s+", re.IGNORECASE)
"""What some sites put before every heading: "Bürgerinformationssystem der Stadt Koblenz - "."""
CANCELLED = re.compile(r"\b(?:abgesagt|entfällt|entfallen|fällt aus|ausgefallen|aufgehoben|absage)\b", re.IGNORECASE)
"""Sozialausschuss - entfällt -"""
CALLED_OFF_BESIDE = re.compile(
    r"^\W*(?:abgesagt|entfällt|absage|ausgefallen|fällt aus)\b\W*"
    r"|\s*[-–(:!,*]+\s*(?:abgesagt|entfällt|absage|ausgefallen|fällt aus)\b.*$",
    re.IGNORECASE,
)
"""Rat - entfällt; ABGESAGT: Rat"""


def day_in(text: str) -> str | None:
    """The date of a text, as it is written."""
    found = DAY.search(text)
    return found.group() if found else None


def time_in(text: str) -> str | None:
    """The time, or the span of times, of a text without its date."""
    found = TIME.search(DAY.sub(" ", text))
    return found.group() if found else None


def start_text(day: str | None, time: str | None) -> str | None:
    """Day and time in one: "02.09.2026 16:00-18:00 Uhr". The same from a calendar and an agenda.

    A time like 17.30, which may be anything without the word, gets it.
    """
    if time and "." in time and not CLOCK.search(time):
        time = f"{time} Uhr"
    return " ".join(piece for piece in (day, time) if piece) if day else None


def without_cancellation(name: str) -> str:
    """A sitting's name without a word beside it that it is off.

    >>> without_cancellation("ENTFÄLLT! Rat")
    'Rat'
    """
    return CALLED_OFF_BESIDE.sub("", name).strip()


def name_before_date(heading: str) -> str | None:
    """The sitting's name in a heading that goes on with its date; None where no date follows."""
    heading = PORTAL.sub("", heading)
    found = TOLD_WITH_NAME.search(heading)
    return (heading[: found.start()].strip(" -–") or None) if found else None

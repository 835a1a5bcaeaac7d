"""Where a date stands in a text, by its shape. Nothing is read here: pipelines/german/dates.py does that."""

import re

MONTH = (
    r"(?:Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jan\.?|Feb\.?|Mär\.?|Mrz\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Okt\.?|Nov\.?|Dez\.?)"
)
# WordPress' own order where a site left it so: Juni 2, 2026 · June 2, 2026
MONTH_FIRST = (
    r"\b(?:" + MONTH + r"|January|February|March|May|June|July|October|December|Mar|Oct|Dec)"
    r"\s+[0-3]?\d(?:st|nd|rd|th)?,\s+(?:19|20)\d\d"
)
WEEKDAY = (
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)"
    r"\.?,?\s+(?:den\s+|dem\s+)?"
)
# 10. März 2017 · 07.12.2016 · 06.11.23 · 2021-11-02. A year is followed by no further digit but another date's day.
DAY = (
    rf"(?:[0-3]?\d(?:\.\s?|\s){MONTH}\s+(?:19|20)\d\d|{MONTH_FIRST}"
    r"|[0-3]?\d\.\s?[01]?\d\.\s?(?:(?:19|20)\d\d|\d\d(?!\d))"
    r"|(?:19|20)\d\d-[01]\d-[0-3]\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)"
)
# 10:15 · um 10.15 Uhr · Drupal: - 10:15
CLOCK = r"(?:(?:,|\s[–|-])?\s+(?:um\s+)?[0-2]?\d[:.][0-5]\d(?!\.?\d)(?:\s*Uhr)?)"
# / Aktualisiert am 16.03.2017 · (zuletzt geändert: 16.03.2017)
CHANGED = (
    r"\s*[/|(·,;–-]?\s*(?:zuletzt\s+)?(?:aktualisiert|geändert|bearbeitet|letzte (?:änderung|aktualisierung)|updated?)"
    r"(?:\s+am)?:?\s*"
)
ONE_DATE = rf"(?:{WEEKDAY})?{DAY}{CLOCK}?"
# 10. März 201716. März 2017: WordPress themes print the day of publishing and the day of the last change run together.
# An ISO moment is one date, also where another follows without a space.
DATES = rf"{ONE_DATE}(?:(?:{CHANGED}|\s*(?<!\dZ)(?<!:\d\d)){ONE_DATE})?"
# Before the date: "Veröffentlicht am", "Pressemitteilung vom", "Gespeichert von spd am", "Stand:", "Musterstadt, den"
BEFORE_DATE = (
    r"(?:(?:Veröffentlicht|Erstellt|Eingestellt|Geschrieben|Gespeichert|Verfasst|Publiziert|Gepostet|Beitrag|Meldung"
    r"|Nachricht|Artikel|PM|Pressemitteilung|Pressemeldung|Presseinformation)"
    r"(?:\s+(?:am|vom|von(?:\s+[\w.-]+){1,4}\s+am|Nr\.?\s*[\d/-]+))*"
    r"|Von(?:\s+[\w.-]+){1,4}(?:\s*[|,·–-]|\s+am)|Stand|Datum|vom|[A-ZÄÖÜ][\w./ -]{2,25},(?:\s+den|\s+der)?)?[\s:|–-]*"
)

RUN_TOGETHER = re.compile(r"(?<![\d./-])" + DATES, re.IGNORECASE)
# https://www.spd-duesseldorf.de/2021/01/15/gruene-geben-…
DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-])")


def dates_in(text: str) -> str | None:
    """The first date of `text`, with the one that runs on from it: "10. März 201716. März 2017"; None without any."""
    found = RUN_TOGETHER.search(text)
    return found.group().strip() if found else None


def day_in_address(address: str) -> str | None:
    """ "2021-01-15" where the address says /2021/01/15/, else None."""
    found = DAY_IN_ADDRESS.search(address)
    return "-".join(part.zfill(2) for part in found.groups()) if found else None

"""The pieces of dates in a text: each day, month and time of day that stands in it, with its place.

One pass with the grammar of date_grammar; here is decided what a match is worth beside its neighbours, since section
numbers, papers' numbers and telephone numbers have the same shapes. Which pieces belong together is decided later.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from pipelines.german.date_grammar import BEFORE_YEAR, FIND, LONGEST_BEFORE_YEAR, RUN_ON
from pipelines.german.date_neighbours import (
    SPLIT_DAY,
    SPLIT_HOUR,
    follows_area_code,
    follows_misread_digit,
    follows_number_and_dash,
    follows_number_word,
    joined,
)
from pipelines.german.date_values import Clock, Day, clock_of, day_of, day_or_impossible
from pipelines.german.date_words import DASH, MONTH, MONTHS, ORDINALS

Match = re.Match[str]


class Piece(NamedTuple):
    """A day (``day``), a time (``clock``) or, in ISO 8601, both; and where in the text it stands.

    What the text leaves out of a day is 0: ``14.`` of ``14./15. Dezember``, ``25.07.`` of ``25.07. - 09.08.2015``.
    """

    start: int
    end: int
    day: Day | None
    clock: Clock | None


_MONTH_NAME = re.compile(MONTH)
_LAST_WORD_REVERSED = re.compile(r"[\s.,:-]{0,14}(?:([^\W\d_]+)|(?P<day>(?<=,)[0-9]|(?<=, )[0-9]))")
_BEGINNINGS = {*MONTHS, "jah"}
"""What the last word before a year may begin with; looked at first, because most years follow none of them."""
_YEARS_GO_ON = re.compile(rf"\s{{0,3}}(?:{DASH}|bis|und|/|,)\s{{0,3}}[0-9]{{4}}")
"""``der Jahre 2019 bis 2021``: a length of time, no date"""

_NUMBER_GOES_ON = re.compile(r"[-/][0-9](?![0-9]?\.)")
"""``-157707`` after the 6.08.01 of a file number"""
_HEADING = re.compile(r"\s{1,4}[^\W\d_]")
"""`` Bebauungsplan`` after 4.2.10"""
_STAND_BEFORE = re.compile(r"(?:\b[Ss]tand|[Kk]alender|\b[Mm]onat):?\s{0,2}\Z")
"""``Stand: `` before 03/2017, which alone may be a paper's number"""

_SPLIT_BEFORE_DOT = re.compile(r"[^\S\n]\.")
_MORE_DIGITS = re.compile(r"[^\S\n]{1,2}([0-9]{2})(?![0-9]|[.:][0-9]|\s?(?:Uhr|h)\b)")
"""``  23`` after the 05.  10  .20 of a split date"""

_PART_BEFORE = re.compile(r"[0-9lIO][,./]\Z")
"""The 10, of 10,03.2017"""

_PAGE_NUMBER = re.compile(rf"{DASH}[^\S\n]{{0,3}}\Z")
_SAME_LINE_SPAN = re.compile(
    rf"[^\S\n]{{0,3}}(?:{DASH}|bis)[^\S\n]{{0,3}}(?:zum )?[0-9]"
    r"|/[0-9]{1,2}\.(?:[0-9]{1,2}\.[0-9]{4}|\s?[^\W\d_])"
)
"""`` - 3.`` after 2, but not the line break after the page number ``- 2 -``; not the 3/ of ``Anlage 3/19.03.20``"""


def pieces_of(text: str) -> list[Piece]:
    """All pieces of dates in a text, in their order."""
    pieces: list[Piece] = []
    size, at = len(text), 0
    find = FIND.search
    while at < size and (match := find(text, at)):
        at = match.end()
        _READERS[match.lastgroup](match, pieces)
        while at < size and "0" <= text[at] <= "9" and pieces and pieces[-1].end == at:
            if not (run_together := RUN_ON.match(text, at)):
                break
            at = run_together.end()
            _READERS[run_together.lastgroup](run_together, pieces)
    return pieces


def _read_numeric(match: Match, pieces: list[Piece]) -> None:
    lead, month, year = match.group("lead", "month", "year")
    start, end = match.span()
    if len(lead) == 1:
        start, lead = joined(SPLIT_DAY, match.string, start, lead)
    if (day := day_or_impossible(lead, month, year)) and not (start and follows_misread_digit(match.string, start)):
        pieces.append(Piece(start, end, day, None))


def _read_short_numeric(match: Match, pieces: list[Piece]) -> None:
    """``17.05.18``: as short as section numbers, so that its neighbours must not make it one."""
    text, (start, end) = match.string, match.span()
    lead, month, short, apart = match.group("lead", "month", "short", "apart")
    year = short or apart
    if year in ("19", "20") and (more := _MORE_DIGITS.match(text, end)):
        if not _SPLIT_BEFORE_DOT.search(text, start, end):
            return  # "05.10.20 23": 2020 and a number, or 2023 in two pieces
        year, end = year + more[1], more.end()
    before = text[start - 1] if start else ""
    if before.isalpha() or follows_number_word(text, start) or _NUMBER_GOES_ON.match(text, end):
        return
    if before and before in "-/" and not (pieces and pieces[-1].end >= start - 3):
        return  # 411-6.08.01
    if len(lead) == 1 and len(month) == 1 and before in ("", "\n") and _HEADING.match(text, end):
        return  # "4.2.10 Bebauungsplan" at the beginning of a line
    if start > 4 and follows_area_code(text, start):
        return
    if day := day_or_impossible(lead, month, year):
        pieces.append(Piece(start, end, day, None))


def _read_named(match: Match, pieces: list[Piece]) -> None:
    text, start = match.string, match.start()
    lead, name, year = match.group("lead", "name", "name_year")
    end = match.end()
    if year is None:
        apostrophe, short, split = match.group("name_apostrophe", "name_short", "name_split")
        year = apostrophe or short or (split[:2] + split[-2:] if split else "")
        if not year:
            end = match.end("name")
            if _MORE_DIGITS.match(text, end + (text[end : end + 1] == ".")):
                return  # "am 5. März 22 Personen": a year or a number
    ordinal = not text[match.end("lead") : match.start("name")].isspace() and match.end("lead") < match.start("name")
    if not ordinal and (not year or follows_number_word(text, start)):
        start, lead = match.start("name"), ""  # "Ausgabe Nr. 12 Mai 2017"
        if not year:
            return
    if len(lead) == 1:
        start, lead = joined(SPLIT_DAY, text, start, lead)
    day = day_or_impossible(lead, name, year)
    if day and not follows_misread_digit(text, start):
        pieces.append(Piece(start, end, day, None))


def _read_roman(match: Match, pieces: list[Piece]) -> None:
    lead, roman, year, apart = match.group("lead", "roman", "roman_year", "roman_apart")
    if day := day_of(lead, roman, year or apart):
        pieces.append(Piece(*match.span(), day, None))


def _read_yearless(match: Match, pieces: list[Piece]) -> None:
    lead, month = match.group("lead", "yearless")
    day = day_or_impossible(lead, month, "")
    if day and not follows_number_word(match.string, match.start()):
        pieces.append(Piece(*match.span(), day, None))


def _read_day_alone(match: Match, pieces: list[Piece]) -> None:
    text, (start, end) = match.string, match.span()
    day = day_of(match["lead"], "", "")
    if day is None:
        return
    if text[end] != "." and (
        not _SAME_LINE_SPAN.match(text, end)
        or _PAGE_NUMBER.search(text, max(0, start - 4), start)
        or follows_number_word(text, start)
    ):
        return  # a page number before a date: "- 2 - 3. Juni 2020"
    pieces.append(Piece(start, end + (text[end] == "."), day, None))


def _read_dashed(match: Match, pieces: list[Piece]) -> None:
    lead, month, year = match.group("lead", "dashed_month", "dashed_year")
    day = day_of(lead, month, year)
    if (
        day
        and not follows_number_and_dash(match.string, match.start())
        and not follows_number_word(match.string, match.start())
    ):
        pieces.append(Piece(*match.span(), day, None))


def _read_month_of_year(match: Match, pieces: list[Piece]) -> None:
    lead, mark, year = match.group("lead", "month_mark", "month_year")
    text, start = match.string, match.start()
    if len(lead) == 1 or _PART_BEFORE.search(text, max(0, start - 2), start) or follows_number_word(text, start):
        return
    if mark == "/" and not _STAND_BEFORE.search(text, max(0, start - 11), start):
        return  # Nr. 12/2024
    if day := day_of("", lead, year):
        pieces.append(Piece(start, match.end(), day, None))


def _read_iso(match: Match, pieces: list[Piece]) -> None:
    rest, month, number = match.group("rest", "iso_month", "iso_day")
    day = day_of(number, month, match["lead"] + rest)
    if not day or follows_number_and_dash(match.string, match.start()):
        return
    hour = match["iso_hour"]
    clock = clock_of(hour, *match.group("iso_minute", "iso_second", "iso_zone"), False) if hour else None
    pieces.append(Piece(*match.span(), day, clock))


def _read_compact(match: Match, pieces: list[Piece]) -> None:
    rest, month, number = match.group("rest", "compact_month", "compact_day")
    hour, minute, second, zone = match.group("compact_hour", "compact_minute", "compact_second", "compact_zone")
    clock = clock_of(hour, minute, second, zone, False) if hour else None
    if (day := day_of(number, month, match["lead"] + rest)) and (clock or not hour):
        pieces.append(Piece(*match.span(), day, clock))


def _read_path(match: Match, pieces: list[Piece]) -> None:
    text, (start, end) = match.string, match.span()
    rest, month, number = match.group("rest", "path_month", "path_day")
    if match["mark"] == "/" and (text[start - 1 : start] == "/") != (text[end : end + 1] == "/"):
        return  # VO/2024/03/12, but not example.org/2024/03/12/title
    if follows_number_word(text, start):
        return
    if day := day_of(number, month, match["lead"] + rest):
        pieces.append(Piece(start, end, day, None))


def _read_bare_year(match: Match, pieces: list[Piece]) -> None:
    """A year alone is nothing; with a month before it, or the word Jahr, it is."""
    text, (start, end) = match.string, match.span()
    reversed_words = text[max(0, start - LONGEST_BEFORE_YEAR) : start][::-1]
    last = _LAST_WORD_REVERSED.match(reversed_words)
    if last is None:
        return
    word = (last[1] or "")[::-1].lower()
    if not (word[:3] in _BEGINNINGS or word.endswith("rz") or last["day"]):
        return
    before = BEFORE_YEAR.search(text, max(0, start - LONGEST_BEFORE_YEAR), start)
    if before is None:
        return
    year = match["lead"] + match["rest"]
    first, month, day_month, day, ordinal, ordinal_month = before.group(
        "first", "month", "day_month", "day", "ordinal", "ordinal_month"
    )
    number = day or (str(ORDINALS.index(ordinal.lower()) + 1) if ordinal else "")
    found = day_of(number, month or day_month or ordinal_month or "", year)
    if found is None or (before["year"] and _YEARS_GO_ON.match(text, end)):
        return
    begins = before.start("month") if first else before.start()
    taken = pieces[-1].end if pieces else 0
    if begins < taken:
        return  # "1. Mai 10, 2017"
    if first:
        names = _MONTH_NAME.finditer(text, max(taken, before.start()), before.end("first"))
        pieces.extend(Piece(*name.span(), day_of("", name[0], ""), None) for name in names)
    pieces.append(Piece(begins, end, found, None))


def _read_colon_time(match: Match, pieces: list[Piece]) -> None:
    lead, minute, second, zone, uhr_zone, half = match.group("lead", "minute", "second", "zone", "uhr_zone", "half")
    start, end = match.span()
    if len(lead) == 1:
        start, lead = joined(SPLIT_HOUR, match.string, start, lead)
    if clock := clock_of(lead, minute, second, zone or uhr_zone, half is not None):
        pieces.append(Piece(start, end, None, clock))


def _read_uhr(match: Match, pieces: list[Piece]) -> None:
    lead, minute, after, half, zone = match.group("lead", "uhr_minute", "after_minute", "uhr_half", "zone_after")
    text, (start, end) = match.string, match.span()
    after_day = pieces and pieces[-1].day and pieces[-1].end == start - 1
    if start > 1 and text[start - 1] == "," and text[start - 2].isdigit() and not after_day:
        return  # the 5 of "1,5 h", but not the 18 of "10. März 2017,18 Uhr"
    if len(lead) == 1:
        start, lead = joined(SPLIT_HOUR, text, start, lead)
    if clock := clock_of(lead, minute or after, None, zone, half is not None):
        pieces.append(Piece(start, end, None, clock))


def _read_open_time(match: Match, pieces: list[Piece]) -> None:
    lead, minute, um_minute = match.group("lead", "open_minute", "um_minute")
    if clock := clock_of(lead, minute or um_minute, None, None, False):
        pieces.append(Piece(*match.span(), None, clock))


_READERS: dict[str | None, Callable[[Match, list[Piece]], None]] = {
    "year": _read_numeric,
    "short": _read_short_numeric,
    "apart": _read_short_numeric,
    "named": _read_named,
    "roman_year": _read_roman,
    "roman_apart": _read_roman,
    "yearless": _read_yearless,
    "only": _read_day_alone,
    "dashed_year": _read_dashed,
    "month_year": _read_month_of_year,
    "iso": _read_iso,
    "compact": _read_compact,
    "path": _read_path,
    "bare": _read_bare_year,
    "colon": _read_colon_time,
    "uhr": _read_uhr,
    "open": _read_open_time,
    "um_minute": _read_open_time,
}
"""What reads a match, by the last group of the grammar that took part in it."""

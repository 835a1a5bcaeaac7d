"""Numbers of agenda items, as agendas and minutes print them, in one form that can be compared."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from pipelines.derive.minutes.words import ITEM_WORD

Strength = Literal["item", "weak", "bare", "title"]
"""What the minutes print before the number: "TOP" and the like; "zu", "Punkt", "§"; nothing; no number either."""

SIDE = r"(?:(?P<side>n\s?ö|nö|ö|oe|n|o(?=\s?\d))(?![a-zäöüß]|\.)\s*[.:]?\s*)?"  # O 7: what OCR makes of Ö 7
FIGURES = r"\d{1,3}(?:\.\d{1,2})*"
BODY = (
    rf"(?P<body>{FIGURES}(?:[a-z](?![\wäöüß])|\s[a-z](?![\wäöüß.]))?"
    rf"|(?:[A-Z]|[IVX]{{1,6}})(?:\.\s?|/|-|\s)?{FIGURES}(?![\wäöüß/])"
    r"|[IVX]{1,6}(?![\wäöüß])|[A-Z](?![\wäöüß]))"
)
END = r"(?!\.?\d)"
ONE = re.compile(SIDE + BODY + END, re.IGNORECASE)  # Ö 7.1 / N 17 / 3.1a / IV / A 3 / I/2
AGENDA_NUMBER = re.compile(r"\W*(?:(?:TOP|Punkt|zu)\b\W*)?" + SIDE + BODY, re.IGNORECASE)
"""On agendas also with what follows: "3.1 Nachtrag: 01.09.2026 *"."""

ITEM_MARK = re.compile(
    r"""\W{0,3}(?:(?:noch|fortsetzung(?:\s+von)?|wiederaufnahme(?:\s+von)?|sitzungseröffnung\s+und)\s+)?(?:(?:zu[mr]?(?:\s+den)?|die)\s+)?
    (?:(?:T\s?[O0]\s?Ps?|Tages\s?ordnungs\s?punkt(?:e[sn]?|s)?|TO-Punkte?|Punkte?\s+der\s+Tagesordnung)(?![a-zäöüß])[\s.:#-]*(?:Nr\.?\s*)?
    |(?=(?:N?Ö|N)\s?\d))""",
    re.IGNORECASE | re.VERBOSE,
)
"""TOP 7.1 / TOP: Ö 4.2 / zu TOP 5 / Tagesordnungspunkt 8 / Ö 7.1"""
OF_THE_AGENDA = re.compile(r"[\s.:]*(?:auf\s+|aus\s+)?der\s+(?:heutigen\s+)?Tagesordnung(?![a-zäöüß])", re.IGNORECASE)
WEAK_MARK = re.compile(
    r"\W{0,3}(?:(?:noch|sitzungseröffnung\s+und)\s+)?(?:zu[mr]?\s+(?:den\s+)?)?(?:(?:Punkt(?:en?)?|Pkt\.?|Ziffer)\s+|§§?\s*|zu\s+)",
    re.IGNORECASE,
)
"""Punkt 7 / § 7 / zu 7.1. "Punkt 7 der Tagesordnung" is as good as TOP 7."""
JOINT = re.compile(
    r"\s*\.?\s*(?P<word>,|;|und|u\.|sowie|&|\+|/|bis|[-–—])\s*(?:zu\s+)?(?:(?:TOP|Tagesordnungspunkte?|Punkte?|Ö|N)\s*(?=[\dIVXÖN]))?",
    re.IGNORECASE,
)
"""TOP 8 und 9 / TOP 3, 5 und 7 / TOP 4 bis 6 / TOP 4 - 6"""
PART = re.compile(r"\s*\((?P<hidden>nicht[-\s]?)?öffentlich(?:er\s+Teil)?\)", re.IGNORECASE)  # TOP 3 (nicht öffentlich)
WORD_BEHIND = re.compile(rf"(?:{ITEM_WORD.pattern})\s*:?\s*", re.IGNORECASE)  # 3. Tagesordnungspunkt: Haushalt
PAGE_BEFORE = re.compile(r"[-–]\s?\d{1,4}\s?[-–]\s+(?=\d)")
"""The number of the page, run together with the first line below it: "- 2 - 3. Haushalt"."""
UNUSUAL = (
    re.compile(r"[\W_]{0,4}(?=[\dA-Z])"),
    re.compile(r"[\W_]{0,4}(?:[^\W\d_]{1,16}\.?[\s.-]+){1,2}[\W_]{0,2}(?=\d)"),
)
"""Lfd. Nr. 3 / TO 3 / Gegenstand 3 / (3) / ## 3 / II / A"""
ONE_AS_LETTER = re.compile(r"(T\s?[O0]\s?P\s?)[l|](?=[\s.:\d])")  # what OCR makes of TOP 1
MARKS: tuple[tuple[re.Pattern[str], Strength], ...] = ((ITEM_MARK, "item"), (WEAK_MARK, "weak"))
AFTER = re.compile(r"[.)]?(?:[\s:.)\-–—|]+|$)")
LETTERS = re.compile(r"([A-Z]+)[./-]?(?=\d)", re.IGNORECASE)  # of "A 3", "I/2"
ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True)
class Number:
    """`key` is "7.1", "3a", "IV", "A", "A.3"; `public` what a letter before it says."""

    key: str
    public: bool | None

    @property
    def keys(self) -> tuple[str, ...]:
        """Under which an agenda may list it: roman numerals also as arabic ones."""
        if self.key.isalpha() and set(self.key) <= set(ROMAN):
            return (self.key, str(_arabic(self.key)))
        return (self.key,)


@dataclass(frozen=True)
class Mark:
    """How a line begins that may head an item."""

    strength: Strength
    sign: str
    """The word before the number, "top", "§", "zu"; else the sign after it. Minutes have one for all items."""
    numbers: tuple[Number, ...]
    ranges: frozenset[int]
    """Indexes of numbers that end a range which begins with the number before."""
    printed: str
    """The numbers as printed."""
    rest_at: int
    """Where in the line the words after the numbers begin."""
    first_rest_at: int
    """The same, when only the first number is the item's and "TOP 4 - 2. Änderung" has the others in its title."""


def read_number(text: str | None) -> Number | None:
    """The number of an agenda item as the agenda prints it; None without one.

    >>> read_number("Ö 7.1.")
    Number(key='7.1', public=True)
    """
    match = AGENDA_NUMBER.match(text or "")
    return _number(match) if match else None


def read_mark(line: str) -> Mark | None:
    """How `line` begins: "TOP 8 und 9 gemeinsam", "7.1. Haushalt"; None for a line that begins with no number."""
    line = ONE_AS_LETTER.sub(r"\g<1>1", line, count=1)
    for pattern, strength in MARKS:
        if opening := pattern.match(line):
            return _marked(line, opening.end(), opening.group().strip(" \t.:#-–—*•").casefold(), strength)
    page = PAGE_BEFORE.match(line)
    start = page.end() if page else 0
    match = ONE.match(line, start)
    if match is None or match["side"] or _is_word(match["body"]):
        return None
    after = AFTER.match(line, match.end())
    if after is None or (match["body"].isalpha() and line[match.end() : match.end() + 1] not in (".", ")")):
        return None
    sign = line[match.end() : match.end() + 1].strip()
    several = _marked(line, match.start(), sign, "bare")
    if several and len(several.numbers) > 1:
        return several
    word = WORD_BEHIND.match(line, after.end())
    rest_at = word.end() if word else after.end()
    return Mark("bare", sign, (_number(match),), frozenset(), match.group().strip(), rest_at, rest_at)


def read_unusual_mark(line: str) -> Mark | None:
    """The number in an opening that proves nothing but before the item's title: "Lfd. Nr. 3", "(3)", "## 3.", "II"."""
    for pattern in UNUSUAL:
        opening = pattern.match(line)
        match = ONE.match(line, opening.end()) if opening else None
        after = AFTER.match(line, match.end()) if match else None
        if not (opening and match and after) or match["side"] or _is_word(match["body"]) or after.end() == len(line):
            continue
        sign = opening.group().strip().casefold()
        return Mark("bare", sign, (_number(match),), frozenset(), match.group().strip(), after.end(), after.end())
    return None


def _is_word(body: str) -> bool:
    """Whether it is no number but "v", "i" or "a 3": letters of numbers are capitals."""
    return body[0].isalpha() and not body[0].isupper()


def _marked(line: str, start: int, sign: str, strength: Strength) -> Mark | None:
    """The mark whose numbers begin at `start`."""
    first = ONE.match(line, start)
    if first is None or _is_word(first["body"]):
        return None
    numbers, ranges, end = [_number(first)], set(), first.end()
    while joint := JOINT.match(line, end):
        following = ONE.match(line, joint.end())
        if following is None or following["body"].isalpha() or AFTER.match(line, following.end()) is None:
            break
        if joint["word"].casefold() in ("bis", "-", "–", "—"):
            if re.match(r"\.\s+\w", line[following.end() :]):  # TOP 4 - 2. Änderung der Satzung
                break
            ranges.add(len(numbers))
        numbers.append(_number(following))
        end = following.end()
    if of_the_agenda := OF_THE_AGENDA.match(line, end):
        strength, end = "item", of_the_agenda.end()
    if which_part := PART.match(line, end):
        public = which_part["hidden"] is None
        numbers = [replace(one, public=public if one.public is None else one.public) for one in numbers]
    after = AFTER.match(line, which_part.end() if which_part else end)
    first_after = AFTER.match(line, first.end())
    return Mark(
        strength, sign, tuple(numbers), frozenset(ranges), line[first.start() : end].strip() if not of_the_agenda
        else line[first.start() : of_the_agenda.start()].strip(),
        after.end() if after else end, first_after.end() if first_after else first.end(),
    )  # fmt: skip


def _number(match: re.Match[str]) -> Number:
    side = (match["side"] or "").casefold().replace(" ", "")
    body = re.sub(r"\s", "", match["body"])
    letters = LETTERS.match(body)
    parts = [part.lstrip("0") or "0" for part in body[letters.end() if letters else 0 :].split(".")]
    key = ".".join(parts).lower() if body[0].isdigit() or letters else body.upper()
    if letters:
        key = f"{letters[1].upper()}.{key}"
    return Number(key, {"ö": True, "oe": True, "o": True, "n": False, "nö": False}.get(side))


def _arabic(roman: str) -> int:
    values = [ROMAN[letter] for letter in roman]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))

"""Numbers of agenda items, as agendas and minutes print them, in one form that can be compared."""

import re
from dataclasses import dataclass
from typing import Literal

Strength = Literal["item", "weak", "bare", "title"]
"""What the minutes print before the number: "TOP" and the like; "zu", "Punkt", "§"; nothing; no number either."""

SIDE = r"(?:(?P<side{0}>n\s?ö|nö|ö|oe|n)(?![a-zäöüß]|\.)\s*[.:]?\s*)?"
BODY = (
    r"(?P<body{0}>\d{{1,3}}(?:\.\d{{1,2}})*(?:[a-z](?![\wäöüß])|\s[a-z](?![\wäöüß.]))?"
    r"|[IVX]{{1,6}}(?![\wäöüß])|[A-Z](?![\wäöüß]))"
)
END = r"(?!\.?\d)"
ONE = re.compile((SIDE + BODY).format("") + END, re.IGNORECASE)  # Ö 7.1 / N 17 / 3.1a / IV
AGENDA_NUMBER = re.compile(r"\W*(?:(?:TOP|Punkt|zu)\b\W*)?" + (SIDE + BODY).format(""), re.IGNORECASE)
"""On agendas also with what follows: "3.1 Nachtrag: 01.09.2026 *"."""

ITEM_MARK = re.compile(
    r"""\W{0,3}(?:(?:noch|fortsetzung(?:\s+von)?|wiederaufnahme(?:\s+von)?|sitzungseröffnung\s+und)\s+)?(?:(?:zu[mr]?(?:\s+den)?|die)\s+)?
    (?:(?:T\s?O\s?Ps?|Tages\s?ordnungs\s?punkt(?:e[sn]?|s)?|TO-Punkte?|Punkte?\s+der\s+Tagesordnung)(?![a-zäöüß])[\s.:#]*(?:Nr\.?\s*)?
    |(?=(?:N?Ö|N)\s?\d))""",
    re.IGNORECASE | re.VERBOSE,
)
"""TOP 7.1 / TOP: Ö 4.2 / zu TOP 5 / Tagesordnungspunkt 8 / Ö 7.1"""
OF_THE_AGENDA = re.compile(r"[\s.:]*(?:auf\s+|aus\s+)?der\s+(?:heutigen\s+)?Tagesordnung(?![a-zäöüß])", re.IGNORECASE)
WEAK_MARK = re.compile(
    r"\W{0,3}(?:(?:noch|sitzungseröffnung\s+und)\s+)?(?:zu\s+)?(?:(?:Punkte?|Pkt\.?|Ziffer)\s+|§§?\s*|zu\s+)",
    re.IGNORECASE,
)
"""Punkt 7 / § 7 / zu 7.1. "Punkt 7 der Tagesordnung" is as good as TOP 7."""
JOINT = re.compile(
    r"\s*\.?\s*(?P<word>,|;|und|u\.|sowie|&|\+|/|bis|[-–—])\s*(?:(?:TOP|Tagesordnungspunkte?|Punkte?|Ö|N)\s*(?=[\dIVXÖN]))?",
    re.IGNORECASE,
)
"""TOP 8 und 9 / TOP 3, 5 und 7 / TOP 4 bis 6 / TOP 4 - 6"""
AFTER = re.compile(r"[.)]?(?:[\s:.)\-–—|]+|$)")
ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True)
class Number:
    """`key` is "7.1", "3a", "IV", "A"; `public` what a letter before it says."""

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
    if opening := ITEM_MARK.match(line):
        return _marked(line, opening, "item")
    if opening := WEAK_MARK.match(line):
        return _marked(line, opening, "weak")
    match = ONE.match(line)
    if match is None or match["side"] or (match["body"].isalpha() and not match["body"].isupper()):
        return None
    after = AFTER.match(line, match.end())
    if after is None or (match["body"].isalpha() and line[match.end() : match.end() + 1] not in (".", ")")):
        return None
    sign = line[match.end() : match.end() + 1].strip()
    return Mark("bare", sign, (_number(match),), frozenset(), match.group().strip(), after.end(), after.end())


def _marked(line: str, opening: re.Match[str], strength: Strength) -> Mark | None:
    first = ONE.match(line, opening.end())
    if first is None or (first["body"].isalpha() and not first["body"].isupper()):
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
    sign = opening.group().strip(" \t.:#-–—*•").casefold()
    if of_the_agenda := OF_THE_AGENDA.match(line, end):
        strength, end = "item", of_the_agenda.end()
    after, first_after = AFTER.match(line, end), AFTER.match(line, first.end())
    return Mark(
        strength, sign, tuple(numbers), frozenset(ranges), line[first.start() : end].strip() if not of_the_agenda
        else line[first.start() : of_the_agenda.start()].strip(),
        after.end() if after else end, first_after.end() if first_after else first.end(),
    )  # fmt: skip


def _number(match: re.Match[str]) -> Number:
    side = (match["side"] or "").casefold().replace(" ", "")
    body = re.sub(r"\s", "", match["body"])
    parts = [part.lstrip("0") or "0" for part in body.split(".")]
    key = ".".join(parts).lower() if body[0].isdigit() else body.upper()
    return Number(key, {"ö": True, "oe": True, "n": False, "nö": False}.get(side))


def _arabic(roman: str) -> int:
    values = [ROMAN[letter] for letter in roman]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))

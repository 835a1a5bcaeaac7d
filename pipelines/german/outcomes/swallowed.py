"""Tables of votes whose cells a server ran together: "JaNeinEnthaltungBM1CDU81SPD6Gesamt1510".

Where "81" ends one number and begins the next is not written. But the last line is the sum of the others, and often
only one way of cutting all the digits adds up. What all ways that add up have in common is proven; the rest stays
unread. SD.NET's OParl servers send results so.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from pipelines.german.outcomes.values import Span

_TABLE = re.compile(
    r"Ja\s?[nN]ein\s?Enthaltung(?:en)?(?P<rows>(?:(?!Ja\s?[nN]ein)[^\n]){4,300}?)"
    r"(?:Gesamt|Ergebnis|Summe|Insgesamt)\W{0,2}(?P<sums>\d{2,6})(?!\d)"
)
_DIGITS = re.compile(r"\d+")
_PARTY_NUMBER = re.compile(r"(?<!\d)90(?=\s?/)")
"""B‘90/Die Grünen: not a number of votes."""
_COLUMNS = 3
_MOST_VOTES = 99

Line = tuple[int, int, int]


def find_tables(text: str) -> Iterator[tuple[Span, str]]:
    """Where such a table stands, and what it says in words: "Ja: 15, Nein: 1, Enthaltungen: 0"."""
    for table in _TABLE.finditer(text):
        rows = _DIGITS.findall(_PARTY_NUMBER.sub("", table["rows"]))
        reached: set[Line] = {(0, 0, 0)}
        for row in rows:
            reached = {(one[0] + two[0], one[1] + two[1], one[2] + two[2]) for one in reached for two in _readings(row)}
            reached = {line for line in reached if max(line) <= _MOST_VOTES}
        yield table.span(), _in_words(reached & _readings(table["sums"]))


def _in_words(ways: set[Line]) -> str:
    """What all ways to read the sums say; a question mark if that is nothing."""
    told = [
        f"{name}: {numbers.pop()}"
        for name, place in (("Ja", 0), ("Nein", 1), ("Enthaltungen", 2))
        if len(numbers := {line[place] for line in ways}) == 1
    ]
    outcomes = {yes > no for yes, no, _ in ways}
    if len(ways) > 1 and len(outcomes) == 1:
        told.append("zugestimmt" if outcomes.pop() else "abgelehnt")
    return f"\n{', '.join(told) or '?'}\n"


def _readings(digits: str) -> set[Line]:
    """All ways to read digits as one to three numbers, in order, in three columns of which some are empty."""
    found: set[Line] = set()
    for count in range(1, min(_COLUMNS, len(digits)) + 1):
        for cuts in combinations(range(1, len(digits)), count - 1):
            edges = (0, *cuts, len(digits))
            numbers = [digits[start:end] for start, end in pairwise(edges)]
            if any(len(number) > 2 or (len(number) > 1 and number[0] == "0") for number in numbers):
                continue
            for places in combinations(range(_COLUMNS), count):
                line = [0] * _COLUMNS
                for place, number in zip(places, numbers, strict=True):
                    line[place] = int(number)
                found.add((line[0], line[1], line[2]))
    return found

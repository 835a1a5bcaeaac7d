"""Tables of votes whose cells a server ran together: "JaNeinEnthaltungBM1CDU81SPD6Gesamt1510".

Where "81" ends one number and begins the next is not written, nor which cells were empty. But the last line is the sum
of the others, a person has one vote, and often only one way of cutting all the digits adds up (`columns`). SD.NET's
OParl servers send results so.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from pipelines.german.outcomes.names import has_one_vote, kind_of
from pipelines.german.outcomes.tables.columns import COLUMNS, MOST, MOST_IN_ALL, cut, lay_out, solve
from pipelines.german.outcomes.told import Told, row_stances
from pipelines.german.outcomes.values import Line, Outcome, Span, Stance

_HEAD = re.compile(r"Ja\s?[nN]ein\s?Enthaltung(?:en)?")
_NUMBERED = r"B(?:ü\.?|ündnis|ÜNDNIS)?\W{0,2}90"
"""B‘90/Die Grünen; B90/ Die Grünen: not a number of votes"""
_ROW = re.compile(r"(?P<who>[^\d\n]*[^\d\s])\s*(?P<digits>\d+(?: +\d+)*)")
_SUM = re.compile(r"(?:Gesamt|Ergebnis|Summe|Insgesamt)\W{0,3}\Z")
_LONGEST = 500
"""So many letters behind its head a table may have."""
_ENUMERATES = re.compile(r"[.)]|[ \t]+\S|[a-z]\)")
"""Behind a number of which the end is not the table's: "Gesamt1927", and then "2. Antrag"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""May be part of a name: PARTEI2020"""

_KNOWN = (
    r"(?:BM(?:in)?|OBM?|CDU|CSU|SPD|FDP|AfD|BSW|ÖDP|SSW|UWG|FWG|FW|Volt|Piraten|(?:(?:Die|DIE) ?)?(?:Linken?|LINKEN?)"
    rf"|(?:{_NUMBERED}\W{{0,3}})?(?:(?:Die|DIE) ?)?(?:Grünen?|GRÜNEN?)|Freie Wähler"
    r"|(?:Herr|Frau|Hr\.?|Fr\.?) ?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*)"
)
_EMPTY_LINES = re.compile(rf"(?:{_KNOWN}(?=[A-ZÄÖÜ]))+")
"""BMCDU, Hr. BeispielFDP: lines without a number, and the name of the one that has it"""
_SEAM = re.compile(r"[a-zäöüß]{2}[A-ZÄÖÜ]|[A-ZÄÖÜ]{2}(?:Herr|Frau|Hr|Fr|Die |B\W?90)")
"""GrünenMuster, FDPHerr: two names"""


@dataclass(frozen=True)
class _Row:
    """A line: whose it is (empty where that is not certain), its digits as they stand there, all that they can say."""

    who: str
    digits: str
    ways: frozenset[Line]


def find_swallowed_tables(text: str) -> Iterator[Told]:
    """Such tables in `text`."""
    heads = list(_HEAD.finditer(text))
    masked = re.sub(_NUMBERED, lambda found: re.sub(r"\d", "#", found.group()), text)
    for number, head in enumerate(heads):
        limit = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        told = _read(text, masked, head, min(limit, head.end() + _LONGEST))
        if told:
            yield told


def _read(text: str, masked: str, head: re.Match[str], limit: int) -> Told | None:
    rows: list[_Row] = []
    place = head.end()
    for row in _ROW.finditer(masked, head.end(), limit):
        if row.start() != place:
            return None
        place = row.end()
        label = text[slice(*row.span("who"))]
        if _SUM.search(label):
            return _with_sums(text, head.start(), rows, row.span("digits"))
        rows.append(_row(label, row["digits"]))
    if len(rows) > 1 and not rows[-1].ways and text[place : place + 1] in ("", "\n"):
        return _without_label((head.start(), place), rows)
    return None


def _name(label: str) -> str:
    """Whose numbers follow: the last name of the label; empty where that is not certain."""
    label = label.strip(" :\t")
    empty = _EMPTY_LINES.match(label)
    rest = label[empty.end() :] if empty else label
    if re.fullmatch(_KNOWN, label) or len(rest) < 2:  # FWG is no FW with a line G behind it
        rest = label
    return rest if kind_of(rest) and not _SEAM.search(rest.replace("Die Gr", "")) else ""


def _row(label: str, digits: str) -> _Row:
    """A person has one vote. Parted by spaces, each number is one."""
    who = _name(label)
    ways = _ways(digits)
    if has_one_vote(who):
        return _Row(who, digits, frozenset(line for line in ways if sum(line) <= 1))
    return _Row(who, digits, ways | cut(digits[4:]) if _YEAR.match(digits) and digits.isdigit() else ways)


def _ways(digits: str, *, most: int = MOST) -> frozenset[Line]:
    numbers = digits.split()
    return cut(digits, most=most) if len(numbers) < 2 else lay_out([int(one) for one in numbers])


def _sums(text: str, first: int, last: int) -> dict[int, frozenset[Line]]:
    """What the sums that begin at `first` can be, by where they end; the last digits may belong to what follows."""
    numbers = list(re.finditer(r"\d+", text[first:last]))
    more = bool(_ENUMERATES.match(text, last))
    if len(numbers) > 1:
        values = [int(one.group()) for one in numbers]
        least = 1 if more else min(len(values), COLUMNS)
        ways = {numbers[many - 1].end() + first: lay_out(values[:many])
                for many in range(max(least, 2), min(len(values), COLUMNS) + 1)}  # fmt: skip
        return ways | ({numbers[0].end() + first: cut(numbers[0].group())} if more else {})
    ends_here = [last, *(range(max(first + 1, last - 2), last) if more else ())]
    return {end: cut(text[first:end]) for end in ends_here if end == last or text[end] != "0"}


def _with_sums(text: str, start: int, rows: Sequence[_Row], digits: Span) -> Told:
    ways = _sums(text, *digits)
    reading = solve([row.ways for row in rows], frozenset().union(*ways.values()))
    if reading is None:
        return Told(span=(start, digits[1]))
    fitting = [end for end, sums in ways.items() if sums & reading.sums]
    if not fitting:
        return _contradicted(text, start, rows, digits) if len(ways) == 1 else Told(span=(start, digits[1]))
    told = [reading.row(place) for place in range(len(rows))]
    return _told((start, fitting[0] if len(fitting) == 1 else digits[1]), reading.sums, _stances(rows, told))


def _without_label(span: Span, rows: Sequence[_Row]) -> Told | None:
    """The table whose last digits are those of its last line and the sums: "Hr. Muster12221" is 1, and 22, 2, 1."""
    sums: set[Line] = set()
    found: list[set[Line]] = [set() for _ in rows]
    digits = rows[-1].digits
    for split in range(min(len(digits) - 1, 7) if digits.isdigit() else 0):
        last = _row(rows[-1].who, digits[:split])
        reading = solve([*(row.ways for row in rows[:-1]), last.ways], cut(digits[split:]))
        if reading is None:
            return None
        sums |= reading.sums
        for ways, more in zip(found, reading.rows, strict=True):
            ways |= more
    if not sums:
        return None
    return _told(span, sums, _stances(rows, [next(iter(ways)) if len(ways) == 1 else None for ways in found]))


def _contradicted(text: str, start: int, rows: Sequence[_Row], digits: Span) -> Told:
    """A table that does not add up: its sums where they can be cut in one way only, and nobody's vote."""
    most = 2 + sum(max(map(sum, _ways(row.digits)), default=MOST_IN_ALL) for row in rows)
    sums = {line for line in _ways(text[slice(*digits)], most=MOST_IN_ALL) if sum(line) <= most}
    return _told((start, digits[1]), sums if len(sums) == 1 else frozenset(), ())


def _stances(rows: Sequence[_Row], lines: Sequence[Line | None]) -> tuple[Stance, ...]:
    found: list[Stance] = []
    for row, line in zip(rows, lines, strict=True):
        if not row.who or line is None:
            continue
        year = _YEAR.match(row.digits)
        if year and row.digits.isdigit() and line in cut(row.digits[4:]):
            found += row_stances(row.who + year.group(), line) if line not in _ways(row.digits) else []
        else:
            found += row_stances(row.who, line)
    return tuple(found)


def _told(span: Span, sums: Set[Line], stances: tuple[Stance, ...]) -> Told:
    """What all ways to read the sums say."""
    numbers = [{line[column] for line in sums} for column in range(3)]
    yes, no, abstain = (next(iter(ways)) if len(ways) == 1 else None for ways in numbers)
    accepted = {line[0] > line[1] for line in sums}
    outcome: Outcome | None = None
    if len(sums) > 1 and len(accepted) == 1:
        outcome = "accepted" if accepted.pop() else "rejected"
    return Told(span=span, yes=yes, no=no, abstain=abstain, outcome=outcome, stances=stances)

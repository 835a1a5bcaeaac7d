"""Tables of votes cell by cell: columns Ja, Nein, Enthaltung, a line for each group or person, a line with the sums.

A cell has a number ("CDU | 9 | 2 | 0") or a cross ("Muster, Erika | x | |"), or a column has the words ("Ja").
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipelines.german.outcomes.names import Kind, could_be_name, is_full_name, kind_of, read_name
from pipelines.german.outcomes.told import Told
from pipelines.german.outcomes.values import Span, Stance, StanceVote

_COLUMNS: tuple[tuple[StanceVote, re.Pattern[str]], ...] = (
    ("yes", re.compile(r"(?i)ja\b|dafür|zustimm|pro\b")),
    ("no", re.compile(r"(?i)nein|dagegen|ablehn|contra|gegen")),
    ("abstain", re.compile(r"(?i)(?:stimm)?enth")),
    ("biased", re.compile(r"(?i)befang")),
)
_SAID: tuple[tuple[StanceVote, re.Pattern[str]], ...] = (
    ("yes", re.compile(r"(?i)ja|dafür|zustimmung|j")),
    ("no", re.compile(r"(?i)nein|dagegen|ablehnung|n")),
    ("abstain", re.compile(r"(?i)(?:stimm)?enthaltung|enth\.?|enthalten|e")),
    ("biased", re.compile(r"(?i)befangen")),
)
_VOTE_HEAD = re.compile(r"(?i)abstimmung\w*|stimme|stimmabgabe|votum|abgestimmt mit|stimmverhalten")
"""Over a column that has the words Ja and Nein in its cells."""
_NAMES_HEAD = re.compile(
    r"(?i)(?:vor- und )?(?:zu|nach|familien)?name\b.*|\w*mitglied(?:er)?|(?:stadt|gemeinde|kreis)r[aä]t\w*"
    r"|\w*verordnete\w*"
)
"""Over a column of persons."""
_SUM = re.compile(r"(?i)(?:gesamt|summe|insgesamt|ergebnis|zusammen|stimmen|abstimmung)\w*\W*")
_CROSS = re.compile(r"[xX×✓✔☒☑●•■]")
_EMPTY = re.compile(r"[-–—☐□○./ ]*")
_NUMBER = re.compile(r"\d{1,3}")


class Grid(NamedTuple):
    """What a table tells."""

    sums: Mapping[StanceVote, int]
    """As printed below it; empty where they are not."""
    stances: tuple[Stance, ...]

    def told(self, span: Span) -> Told:
        return Told(
            span=span, yes=self.sums.get("yes"), no=self.sums.get("no"), abstain=self.sums.get("abstain"),
            biased=self.sums.get("biased"), stances=self.stances,
        )  # fmt: skip


def column(cell: str) -> StanceVote | None:
    """What a heading stands over: "Ja-Stimmen"."""
    return next((name for name, words in _COLUMNS if words.match(cell)), None)


def is_mark(cell: str) -> bool:
    """A number, a cross or a dash."""
    return bool(cell) and bool(_NUMBER.fullmatch(cell) or _CROSS.fullmatch(cell) or _EMPTY.fullmatch(cell))


def is_sum(label: str) -> bool:
    return bool(_SUM.fullmatch(label))


def read_grid(rows: Sequence[Sequence[str]]) -> Grid | None:
    """What a table (lines of cells) tells; None where it tells nothing of votes.

    Where the printed sums are not those of the lines, nobody's vote is told: one of them is wrong.
    """
    head = next((row for row in rows if len({column(cell) for cell in row} - {None}) >= 2), None)
    if head is None:
        return _spelled(rows)
    body = rows[list(rows).index(head) + 1 :]
    columns = {place: name for place, cell in enumerate(head) if (name := column(cell))}
    if column(head[0]) and any(row and not is_mark(row[0]) for row in body) and len(body[0]) == len(head) + 1:
        head, columns = ["", *head], {place + 1: name for place, name in columns.items()}
    who = _who(head, min(columns))
    sums: dict[StanceVote, int] = {}
    counted: dict[StanceVote, int] = dict.fromkeys(columns.values(), 0)
    stances: list[Stance] = []
    for row in body:
        if len(row) < len(head) - 1 or not row:
            continue
        cells = {name: row[place] for place, name in columns.items() if place < len(row)}
        label = _label(row, who, min(columns)) if min(columns) else ""
        if is_sum(label) or not label:
            numbers = {name: int(cell) for name, cell in cells.items() if _NUMBER.fullmatch(cell)}
            sums = numbers or sums
            continue
        told = _line(label, cells, persons=bool(_NAMES_HEAD.fullmatch(head[who])))
        stances += told
        for one in told:
            counted[one.vote] += 1 if one.count is None else one.count
    if any(number != counted[name] for name, number in sums.items()) and stances:
        stances = []
    return Grid(sums, tuple(stances)) if sums or stances else None


def _who(head: Sequence[str], first: int) -> int:
    """The place of the column with the names: "Nr. | Name | Fraktion | Ja | Nein"."""
    return next((place for place, cell in enumerate(head[:first]) if _NAMES_HEAD.fullmatch(cell.strip())), 0)


def _label(row: Sequence[str], who: int, first: int) -> str:
    """The name in a line; the next cell's where a running number stands in its place."""
    label = row[who].strip() if who < len(row) else ""
    if who == 0 and first > 1 and re.fullmatch(r"\d{1,3}\.?", label):
        label = row[1].strip()
    return re.sub(r"\A\d{1,3}\. ", "", label)


def _line(who: str, cells: Mapping[StanceVote, str], *, persons: bool) -> list[Stance]:
    """A person has one vote: the numbers behind a candidate's name are not the candidate's."""
    crossed = [name for name, cell in cells.items() if _CROSS.fullmatch(cell)]
    kind = _kind(who, persons=persons)
    if crossed:
        return [Stance(who=who, kind=kind, vote=crossed[0], count=None)] if kind and len(crossed) == 1 else []
    numbers = {name: int(cell) for name, cell in cells.items() if _NUMBER.fullmatch(cell)}
    if not could_be_name(who) or (kind == "person" and sum(numbers.values()) > 1):
        return []
    return [Stance(who=who, kind=kind or "group", vote=name, count=count) for name, count in numbers.items() if count]


def _kind(who: str, *, persons: bool) -> Kind | None:
    """Of the name in a line; None where it could be anything. "Muster, Erika" is a person in any column."""
    if could_be_name(who) and ((persons and kind_of(who) != "group") or ("," in who and is_full_name(who))):
        return "person"
    named = read_name(who)
    return named.kind if named else None


def _spelled(rows: Sequence[Sequence[str]]) -> Grid | None:
    """A table with one column of words: "Muster, Erika | CDU | Ja"."""
    for number, head in enumerate(rows):
        place = next((place for place, cell in enumerate(head) if place and _VOTE_HEAD.fullmatch(cell)), None)
        if place is None:
            continue
        who = _who(head, place)
        persons = bool(_NAMES_HEAD.fullmatch(head[who]))
        stances = [
            Stance(who=label, kind=kind, vote=vote, count=None)
            for row in rows[number + 1 :]
            if place < len(row)
            and (vote := said(row[place]))
            and (kind := _kind(label := _label(row, who, place), persons=persons))
        ]
        if stances:
            return Grid({}, tuple(stances))
    return None


def said(words: str) -> StanceVote | None:
    """What one word says: "Ja", "Enthaltung"."""
    return next((name for name, word in _SAID if word.fullmatch(words.strip())), None)

"""Tables of votes in plain text: cells parted by bars, tabs or columns of spaces, or each in a line of its own.

Which column a cell is in is certain where all cells are there, or where it stands below its heading. Where that is
lost, lines and sums are reasoned out (`columns`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.german.outcomes.names import has_one_vote, is_full_name, kind_of
from pipelines.german.outcomes.tables.columns import COLUMNS, lay_out, solve
from pipelines.german.outcomes.tables.grids import Grid, column, is_mark, is_sum, read_grid
from pipelines.german.outcomes.told import Told
from pipelines.german.outcomes.values import Line, Stance, StanceVote

_SIDE = re.compile(
    r"(?i)(?:ja|nein)(?:[- ]?stimmen?)?|dafür|dagegen|gegenstimmen?|zustimmung(?:en)?|ablehnung(?:en)?"
    r"|(?:stimm)?enth(?:altung(?:en)?|\.)?|befangen(?:heit)?"
)
_LABEL = re.compile(
    r"(?i)(?:vor- und )?(?:zu|nach|familien)?name(?: ?, ?vorname)?|vorname|fraktion(?:en)?|partei(?:en)?"
    r"|gruppe(?:n)?|gruppierung|liste|\w*mitglied(?:er)?|\w*verordnete(?:r)?|(?:stadt|gemeinde|kreis)r[aä]t\w*|nr\.?"
    r"|lfd\. ?nr\.?|gremium|stimmberechtigte?"
)
"""Over the columns before the votes."""
_RULE = re.compile(r"[-|+:= \t]+")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_PARTY_NUMBER = re.compile(r"\b(?:Bündnis|BÜNDNIS|B)\W{0,2}\Z")
_NEAR = 2
"""A cell may stand so far beside its heading."""
_LONGEST_LABEL = 70


@dataclass(frozen=True)
class _Cell:
    text: str
    start: int = 0
    end: int = 0
    apart: bool = False
    """Two spaces or more, or the line's begin, stand before it: it was set below something."""


@dataclass(frozen=True)
class _Row:
    start: int
    end: int
    cells: tuple[_Cell, ...]
    parted: bool
    """By bars or tabs: empty cells are cells."""


def find_plain_tables(text: str) -> Iterator[Told]:
    """Such tables in `text`, which is no HTML."""
    if len(re.findall(r"(?i)\b(?:nein|dagegen|ablehnung)", text)) == 0:
        return
    lines = [(found.start(), found.group()) for found in _LINE.finditer(text) if found.group()]
    number = 0
    while number < len(lines):
        found = _table(lines, number)
        if found is None:
            number += 1
            continue
        told, number = found
        yield told


def _table(lines: Sequence[tuple[int, str]], number: int) -> tuple[Told, int] | None:
    """The table that begins with the line at `number`, and the number of the line behind it."""
    start, line = lines[number]
    head = _cells(start, line)
    if head is not None and _is_head(head.cells):
        rows, after = _rows(lines, number + 1, head)
    else:
        stacked = _stacked(lines, number)
        if stacked is None:
            return None
        head, rows, after = stacked
    grid = _read(head, rows)
    return (grid.told((head.start, rows[-1].end)), after) if rows and grid else None


def _cells(start: int, line: str) -> _Row | None:
    bare = line.rstrip("\n")
    if not bare.strip():
        return None
    sign = "|" if bare.count("|") >= 2 else "\t" if "\t" in bare else None
    if sign is None:
        chunks = [_placed(one, bare) for one in _CHUNK.finditer(bare)]
        if len(chunks) == 1:
            chunks = [_placed(one, bare) for one in re.finditer(r"\S+", bare)]
        return _Row(start, start + len(bare.rstrip()), tuple(chunks), parted=False)
    framed = sign == "|" and bare.strip().startswith("|") and bare.strip().endswith("|")
    inner = bare.strip()[1:-1] if framed else bare
    cells = tuple(_Cell(one.strip()) for one in inner.split(sign))
    return _Row(start, start + len(bare.rstrip()), cells, parted=True)


def _placed(found: re.Match[str], line: str) -> _Cell:
    before = line[: found.start()]
    return _Cell(found.group(), found.start(), found.end(), apart=not before or before.endswith("  "))


def _is_head(cells: Sequence[_Cell]) -> bool:
    sides = {column(cell.text) for cell in cells if _SIDE.fullmatch(cell.text)}
    known = all(_SIDE.fullmatch(one.text) or _LABEL.fullmatch(one.text) or not one.text for one in cells)
    return known and {"yes", "no"} <= sides


def _rows(lines: Sequence[tuple[int, str]], number: int, head: _Row) -> tuple[list[_Row], int]:
    rows: list[_Row] = []
    blank = 0
    while number < len(lines):
        start, line = lines[number]
        row = _cells(start, line)
        if row is None or (head.parted and _RULE.fullmatch(line.strip())):
            blank += row is None
            if blank > 1 and rows:
                break
            number += 1
            continue
        if row.parted != head.parted or (not row.parted and (row := _loose(row, line)) is None):
            break
        if row.parted and not _fits(row, head):
            break
        rows.append(row)
        blank = 0
        number += 1
        if is_sum(row.cells[0].text):
            break
    while rows and len(rows[-1].cells) == 1:  # a name without a cell ends no table
        rows.pop()
        number -= 1
    return rows, number


def _fits(row: _Row, head: _Row) -> bool:
    places = [number for number, cell in enumerate(head.cells) if _SIDE.fullmatch(cell.text)]
    return len(row.cells) <= len(head.cells) + 1 and all(
        not cell.text or is_mark(cell.text) for number, cell in enumerate(row.cells) if number in places and number
    )


def _loose(row: _Row, line: str) -> _Row | None:
    """A line of a name and its cells, with only spaces between them; None if it is none."""
    words = list(re.finditer(r"\S+", line))
    first = len(words)
    while first and is_mark(words[first - 1].group()):
        first -= 1
    if first < len(words) and _PARTY_NUMBER.search(line[: words[first].start()].rstrip()):
        first += 1
    marks = tuple(_placed(one, line) for one in words[first:])
    label = line[: words[first].start()].strip() if marks else line.strip()
    if len(label) > _LONGEST_LABEL or len(marks) > COLUMNS + 2 or re.search(r"(?<!\bDr)(?<!\b\w)[.?!;]\Z", label):
        return None
    if not marks and not (is_full_name(label) or (kind_of(label) and len(label) < 40)):
        return None
    parts = re.split(r" {2,}", re.sub(r"\A\d{1,3}\.?\s+", "", label))
    return _Row(row.start, row.end, (_Cell(parts[0]), *marks), parted=False)


def _stacked(lines: Sequence[tuple[int, str]], number: int) -> tuple[_Row, list[_Row], int] | None:
    """A table each cell of which stands in a line of its own; empty ones have vanished."""
    heads: list[_Cell] = []
    place = number
    while place < len(lines) and (word := lines[place][1].strip()) and (_SIDE.fullmatch(word) or (
            not heads and _LABEL.fullmatch(word))):  # fmt: skip
        heads.append(_Cell(word))
        place += 1
    if not _is_head(heads):
        return None
    rows: list[_Row] = []
    while place < len(lines):
        start, line = lines[place]
        label = line.strip()
        if not label or len(label) > 40 or is_mark(label):
            break
        marks: list[_Cell] = []
        after = place + 1
        while after < len(lines) and re.fullmatch(r"\d{1,3}", lines[after][1].strip()):
            marks.append(_Cell(lines[after][1].strip()))
            after += 1
        if not marks and kind_of(label) is None:
            break
        end = lines[after - 1][0] + len(lines[after - 1][1].rstrip())
        rows.append(_Row(start, end, (_Cell(label), *marks), parted=False))
        place = after
        if is_sum(label):
            break
    start = lines[number][0]
    return _Row(start, start, tuple(heads), parted=False), rows, place


def _read(head: _Row, rows: Sequence[_Row]) -> Grid | None:
    if head.parted:
        return read_grid([[cell.text for cell in row.cells] for row in (head, *rows)])
    sides = [cell for cell in head.cells if _SIDE.fullmatch(cell.text)]
    label = next((cell.text for cell in head.cells if not _SIDE.fullmatch(cell.text)), "")
    table = [[label, *(cell.text for cell in sides)]]
    for row in rows:
        cells = _below(sides, row.cells[1:])
        if cells is None:
            return _reasoned(sides, rows)
        table.append([row.cells[0].text, *cells])
    return read_grid(table)


def _below(sides: Sequence[_Cell], marks: Sequence[_Cell]) -> list[str] | None:
    """The cells of a line by column; None where that is not certain."""
    if len(marks) == len(sides):
        return [mark.text for mark in marks]
    if not all(side.apart for side in sides):
        return None
    cells = [""] * len(sides)
    for mark in marks:
        near = [number for number, side in enumerate(sides)
                if side.start - _NEAR <= mark.start and mark.end <= side.end + _NEAR]  # fmt: skip
        if len(near) != 1 or cells[near[0]] or not mark.apart:
            return None
        cells[near[0]] = mark.text
    return cells


def _reasoned(sides: Sequence[_Cell], rows: Sequence[_Row]) -> Grid | None:
    """What adds up, where the columns are lost."""
    names: list[StanceVote | None] = [column(side.text) for side in sides]
    numbers = [[int(cell.text) for cell in row.cells[1:] if cell.text.isdigit()] for row in rows]
    plain = all(len(row.cells) - 1 == len(these) for row, these in zip(rows, numbers, strict=True))
    if len(names) > COLUMNS or len(rows) < 2 or not is_sum(rows[-1].cells[0].text) or not plain:
        return None
    if any(len(these) > len(names) for these in numbers):
        return None
    ways = [_ways(row.cells[0].text, these, len(names)) for row, these in zip(rows, numbers, strict=True)]
    reading = solve(ways[:-1], ways[-1])
    if reading is None or not reading.sums:
        return None
    said = [{line[place] for line in reading.sums} for place in range(COLUMNS)]
    sums = {name: next(iter(these)) for name, these in zip(names, said, strict=False) if name and len(these) == 1}
    stances = [
        Stance(who=row.cells[0].text, kind="person" if kind_of(row.cells[0].text) == "person" else "group",
               vote=name, count=line[place])
        for number, row in enumerate(rows[:-1])
        if (line := reading.row(number)) is not None
        for place, name in enumerate(names)
        if name and line[place]
    ]  # fmt: skip
    return Grid(sums, tuple(stances)) if sums or stances else None


def _ways(who: str, numbers: Sequence[int], columns: int) -> frozenset[Line]:
    most = 1 if has_one_vote(who) else 999
    return frozenset(
        line for line in lay_out(numbers) if not any(line[columns:]) and (sum(line) <= most or is_sum(who))
    )

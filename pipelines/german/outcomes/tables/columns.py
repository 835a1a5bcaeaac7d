"""Numbers of a table whose columns are not written: which of them can be yes, no and abstentions is reasoned out.

The last line of such a table is the sum of the others. What holds in every way of reading that adds up is proven; what
differs from one way to another stays unread.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, pairwise

from pipelines.german.outcomes.values import Line

COLUMNS = 3
MOST = 99
"""Votes in one cell. No council has a group so strong, and few a hundred members: what tells more stays unread."""
MOST_IN_ALL = 130
"""Members of a council; the greatest have about 120."""
_MOST_ROWS = 40
_MOST_SUMS = 5_000
"""So many different sums of the first lines are kept in mind; beyond that nothing is told."""


@dataclass(frozen=True)
class Reading:
    """All that the lines and the sums can be so that they add up."""

    sums: frozenset[Line]
    rows: tuple[frozenset[Line], ...]

    def row(self, place: int) -> Line | None:
        """What the line at `place` says in every way of reading."""
        return next(iter(self.rows[place])) if len(self.rows[place]) == 1 else None


def cut(digits: str, *, most: int = MOST) -> frozenset[Line]:
    """All ways to read digits as one to three numbers up to `most` each, in order, in columns of which some are empty.

    "92" is 92 in one of three columns, or 9 and 2 in two of them. No number but 0 begins with 0.
    """
    if not digits:
        return frozenset({(0, 0, 0)})
    if len(digits) > 3 * COLUMNS:
        return frozenset()
    found: set[Line] = set()
    for count in range(1, min(COLUMNS, len(digits)) + 1):
        for cuts in combinations(range(1, len(digits)), count - 1):
            numbers = [digits[start:end] for start, end in pairwise((0, *cuts, len(digits)))]
            if any(len(one) > 3 or (len(one) > 1 and one[0] == "0") or int(one) > most for one in numbers):
                continue
            found |= lay_out([int(one) for one in numbers])
    return frozenset(line for line in found if sum(line) <= MOST_IN_ALL)


def lay_out(numbers: Sequence[int]) -> frozenset[Line]:
    """All ways to put up to three numbers, in order, in three columns; none where there are more."""
    found: set[Line] = set()
    for places in combinations(range(COLUMNS), len(numbers)):
        line = [0] * COLUMNS
        for column, number in zip(places, numbers, strict=True):
            line[column] = number
        found.add((line[0], line[1], line[2]))
    return frozenset(found)


def solve(rows: Sequence[Set[Line]], sums: Set[Line]) -> Reading | None:
    """What the lines and the sums say in all ways that add up.

    None where the table is too long to be reasoned out. Where nothing adds up, `sums` of the answer is empty.
    """
    if len(rows) > _MOST_ROWS:
        return None
    limit = (max((one[0] for one in sums), default=0), max((one[1] for one in sums), default=0),
             max((one[2] for one in sums), default=0))  # fmt: skip
    before = _running(rows, limit)
    after = _running(rows[::-1], limit)
    if before is None or after is None:
        return None
    reached = frozenset(before[-1] & sums)
    left = [frozenset(_minus(total, rest) for total in reached for rest in after[len(rows) - 1 - number])
            for number in range(len(rows))]  # fmt: skip
    return Reading(reached, tuple(
        frozenset(one for one in row if any(_minus(need, one) in before[number] for need in left[number]))
        for number, row in enumerate(rows)
    ))  # fmt: skip


def _running(rows: Iterable[Set[Line]], limit: Line) -> list[set[Line]] | None:
    """The sums that the first 0, 1, 2 … lines can have; None where there are too many."""
    running: list[set[Line]] = [{(0, 0, 0)}]
    for row in rows:
        reached = {(one[0] + two[0], one[1] + two[1], one[2] + two[2]) for one in running[-1] for two in row}
        reached = {one for one in reached if one[0] <= limit[0] and one[1] <= limit[1] and one[2] <= limit[2]}
        if len(reached) > _MOST_SUMS:
            return None
        running.append(reached)
    return running


def _minus(one: Line, two: Line) -> Line:
    return one[0] - two[0], one[1] - two[1], one[2] - two[2]

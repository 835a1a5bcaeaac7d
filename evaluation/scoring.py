"""Outcomes read from minutes against those that a council's own system gives. Pure: no file is read here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.german.outcomes import Outcome, of_item, read_minutes_item, read_result

VOTED: frozenset[Outcome] = frozenset({"accepted", "amended", "partly", "rejected"})
"""What the key says of an item that was voted on."""

SAID_OTHERWISE: Mapping[str, Outcome] = {"einverstanden": "settled"}
"""Results whose words alone would mean something else. "einverstanden" is Karlsruhe's short form of "mit Stellungnahme
einverstanden": the minutes of all items with it say "Keine Abstimmung"."""

_LEFT_AT_THAT: frozenset[Outcome | None] = frozenset({"noted", "settled", "no_vote"})
"""No vote, and the matter rests: taken note of, settled by the administration's answer."""
_CHOSEN: frozenset[Outcome | None] = frozenset({"accepted", "elected"})
"""A proposal of persons that is agreed to is an election."""


@dataclass(frozen=True)
class Item:
    """One agenda item of the key, and the text of its minutes."""

    file: str
    number: str | None
    result: str
    text: str


@dataclass(frozen=True)
class Judged:
    """An item of the key with what was read of it."""

    file: str
    number: str | None
    result: str
    key: Outcome | None
    read: Outcome | None

    @property
    def same(self) -> bool:
        return self.key == self.read

    @property
    def same_meaning(self) -> bool:
        """As `same`, or both say that it rested there, or both that somebody was chosen; "keine Abstimmung" in the key
        leaves open what happened instead."""
        if self.key == "no_vote":
            return self.read is not None and self.read not in VOTED | {"elected"}
        return self.same or {self.key, self.read} <= _LEFT_AT_THAT or {self.key, self.read} <= _CHOSEN


@dataclass(frozen=True)
class Remark:
    """A disagreement that a person looked at."""

    verdict: str
    """ "key": the key is wrong; "both": both are right, of different things; "read": we are."""
    why: str


def judge(items: Iterable[Item]) -> list[Judged]:
    return [Judged(item.file, item.number, item.result, expected(item.result), read(item)) for item in items]


def expected(result: str) -> Outcome | None:
    """What a result of the key means."""
    if result.strip() in SAID_OTHERWISE:
        return SAID_OTHERWISE[result.strip()]
    vote = of_item(read_result(result))
    return vote.outcome if vote else None


def read(item: Item) -> Outcome | None:
    vote = of_item(read_minutes_item(item.text).votes, item=item.number)
    return vote.outcome if vote else None


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Markdown. The first column is words, the others are numbers."""
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def share(part: int, whole: int) -> str:
    """Rounded down: 96.97 % has not reached 97 %."""
    return f"{1000 * part // whole / 10:.1f} %" if whole else "–"


def overall(judged: Sequence[Judged]) -> str:
    """How many items agree: those voted on, and all."""
    voted = [one for one in judged if one.key in VOTED]
    rows = [
        ("voted on, same outcome", voted, [one for one in voted if one.same]),
        ("voted on, same meaning", voted, [one for one in voted if one.same_meaning]),
        ("all, same outcome", judged, [one for one in judged if one.same]),
        ("all, same meaning", judged, [one for one in judged if one.same_meaning]),
    ]
    return table(
        ("items", "number", "agree", "share"),
        ((name, len(items), len(right), share(len(right), len(items))) for name, items, right in rows),
    )


def by_result(judged: Sequence[Judged]) -> str:
    """One line a wording of the key, the most frequent first."""
    numbers = Counter(one.result for one in judged)
    right = Counter(one.result for one in judged if one.same_meaning)
    meaning = {one.result: one.key for one in judged}
    return table(
        ("the council's result, means", "number", "same meaning", "share"),
        (
            (f"{words}: {meaning[words] or '?'}", number, right[words], share(right[words], number))
            for words, number in sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
        ),
    )


def confusion(judged: Sequence[Judged]) -> str:
    """Key outcomes down, read outcomes across."""
    cells = Counter((one.key or "none", one.read or "none") for one in judged)
    across = sorted({read_as for _, read_as in cells})
    return table(
        ("key \\ read", *across),
        ((key, *(cells[key, read_as] or "" for read_as in across)) for key in sorted({key for key, _ in cells})),
    )


def explained(judged: Sequence[Judged], remarks: Mapping[str, Remark]) -> str:
    """What a person found about each disagreement in meaning."""
    apart = [one for one in judged if not one.same_meaning]
    verdicts = Counter(remarks[one.file].verdict if one.file in remarks else "not looked at" for one in apart)
    names = {"key": "the key is wrong", "both": "both are right", "read": "we are wrong"}
    return table(("disagreements", "number"), ((names.get(one, one), number) for one, number in verdicts.most_common()))

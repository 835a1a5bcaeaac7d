"""What was decided on an agenda item: the votes that each source tells of, and which source goes before the others.

Pure: rows and texts in, decisions out. Each source keeps its own rows; the one that goes before the others is marked.
In this order: a source that says what became of the item goes before one that says nothing or only that nobody voted;
then minutes go before extracts of them, these before the minutes that a page shows, these before a result that a server
or a page tells in a word or two. Minutes are the record that the council itself approves, and they tell the count.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipelines.german.outcomes import Outcome, Vote, of_item, read_minutes_item, read_result

Origin = Literal["minutes", "extract", "html_minutes", "html", "oparl"]
ORDER: tuple[Origin, ...] = ("minutes", "extract", "html_minutes", "html", "oparl")
"""The first goes before the others."""
UNDECIDED = frozenset({None, "no_vote"})
MORE_EXACT = frozenset({("accepted", "elected"), ("accepted", "amended")})
"""An outcome, and what it may be when it is told more exactly."""
TABLE = re.compile(r"<table\b", re.IGNORECASE)
"""SD.NET RIM sends votes by group as an HTML table in the resolution's text."""
NUMBER = re.compile(r"^(?:[ÖN]\s+)?(.*?)\.?$")
"""Ö 7.1; 7.1."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one source tells of one item."""

    origin: Origin
    text: str
    resolution_text: str | None = None
    file_id: str | None = None
    start: int = 0
    """Where `text` begins in the text of the file, whose pages are joined by a line feed."""
    together: tuple[str, ...] = ()
    """Ids of the items whose minutes these are as well."""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One vote, as one source tells it."""

    origin: Origin
    vote: Vote
    preferred: bool
    item_outcome: Outcome | None
    """What became of the item as a whole, at the vote that says most about it; None at the others."""
    resolution_text: str | None
    file_id: str | None
    start: int | None
    """Of its words in the text of the file; None without a file."""
    together: tuple[str, ...]


@dataclass
class _Reading:
    told: Told
    votes: list[Vote]
    resolution: str | None
    main: Vote | None = field(init=False)

    def __post_init__(self) -> None:
        self.main = of_item(self.votes)

    @property
    def outcome(self) -> Outcome | None:
        return self.main.outcome if self.main else None

    @property
    def rank(self) -> tuple[bool, int]:
        return self.outcome not in UNDECIDED, -ORDER.index(self.told.origin)


def decide(number: str | None, told: Iterable[Told]) -> list[Decision]:
    """All decisions on the item with the printed `number`, those of the preferred source first."""
    readings = [reading for one in told if (reading := _read(one, number)).votes]
    readings.sort(key=lambda reading: reading.rank, reverse=True)
    outcome = _outcome_of_item([reading.outcome for reading in readings])
    return [
        Decision(
            origin=reading.told.origin,
            vote=vote,
            preferred=place == 0,
            item_outcome=(outcome if place == 0 else reading.outcome) if _is_main(vote, reading) else None,
            resolution_text=reading.resolution if _is_main(vote, reading) else None,
            file_id=reading.told.file_id,
            start=reading.told.start + vote.span[0] if reading.told.file_id else None,
            together=reading.told.together,
        )
        for place, reading in enumerate(readings)
        for vote in reading.votes
    ]


def _is_main(vote: Vote, reading: _Reading) -> bool:
    return reading.main is not None and vote.span == reading.main.span


def _outcome_of_item(outcomes: Sequence[Outcome | None]) -> Outcome | None:
    """That of the preferred source, said more exactly where another one does: "einstimmig" may be an election."""
    preferred = outcomes[0] if outcomes else None
    return next((one for one in outcomes if (preferred, one) in MORE_EXACT), preferred)


def contradiction(decisions: Sequence[Decision]) -> str | None:
    """Where two sources say different things of what became of the item: in words for people."""
    outcomes = {one.origin: one.item_outcome for one in decisions if one.item_outcome not in UNDECIDED}
    said = set(outcomes.values())
    if len(said) < 2 or any(said == set(pair) for pair in MORE_EXACT):
        return None
    return ", ".join(f"{origin}: {outcome}" for origin, outcome in outcomes.items())


def _read(told: Told, number: str | None) -> _Reading:
    if told.origin in ("html", "oparl"):
        table = told.resolution_text if TABLE.search(told.resolution_text or "") else None
        votes = read_result(told.text) or (read_result(table) if table else [])
        return _Reading(told, votes, None if table else told.resolution_text)
    found = read_minutes_item(told.text)
    votes = [vote for vote in found.votes if _is_about(vote, number, told)]
    resolution = found.resolution[0] if found.resolution else told.resolution_text
    return _Reading(told, votes, resolution)


def _is_about(vote: Vote, number: str | None, told: Told) -> bool:
    """Where several items were taken together, a vote may name the one it is about."""
    if not (told.together and vote.items and number):
        return True
    return _bare(number) in {_bare(one) for one in vote.items}


def _bare(number: str) -> str:
    return NUMBER.sub(r"\1", number)

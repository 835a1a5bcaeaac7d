"""What was decided on an agenda item: the votes that each source tells of, and which source goes before the others.

Pure: rows and texts in, decisions out. Each source keeps its own rows; the one that goes before the others is marked.
In this order: a source that says what became of the item goes before one that says nothing or only that nobody voted;
then minutes go before extracts of them, these before the minutes that a page shows, these before a result that a server
or a page tells in a word or two. Minutes are the record that the council itself approves, and they tell the count;
where those on a page do not, the result on the same page goes before them. Corrected minutes go before others.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from pipelines.derive.minutes.numbers import read_number
from pipelines.german.outcomes import Outcome, Vote, of_item, read_minutes_item, read_result
from pipelines.german.outcomes.words import read_words

Origin = Literal["minutes", "extract", "html_minutes", "html", "oparl"]
ORDER: tuple[Origin, ...] = ("minutes", "extract", "html_minutes", "html", "oparl")
"""The first goes before the others."""
UNDECIDED = frozenset({None, "no_vote"})
MORE_EXACT = frozenset({("accepted", "elected"), ("accepted", "amended")})
"""An outcome, and what it may be when it is told more exactly."""
TABLE = re.compile(r"<table\b", re.IGNORECASE)
"""SD.NET RIM sends votes by group as an HTML table in the resolution's text."""
OF_AN_ITEM = re.compile(r"(?:antrag|vorlage|beschluss\w*) zu (?:TOP|Tagesordnungspunkt) ([\d.]*\d)", re.IGNORECASE)
"""Dem Antrag zu TOP 3 wird zugestimmt: minutes of another item that was taken together with it."""
RESOLUTION = "Beschluss:\n"
"""What minutes print above a resolution."""
VOTE_LINE = re.compile(r"^\W*abstimmung", re.IGNORECASE | re.MULTILINE)
"""Abstimmungsergebnis: 20 Ja, 3 Nein: below the text of a resolution it tells the vote on it."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one source tells of one item, or a stretch of it: minutes may come back to an item."""

    origin: Origin
    text: str
    resolution_text: str | None = None
    file_id: str | None = None
    start: int = 0
    """Where `text` begins in the text of the file, whose pages are joined by a line feed."""
    together: tuple[str, ...] = ()
    """Ids of the items whose minutes these are as well."""
    number: str | None = None
    """The item's as these minutes print it: the agenda may have been numbered anew since."""
    standing: int = 0
    """Of two minutes of a meeting the one with the higher standing goes first: corrected ones, 1; drafts, -1."""
    beside: str | None = None
    """The result (Beschlussart) on the page that shows these minutes."""


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


@dataclass(frozen=True)
class _Reading:
    """All votes of one file, one page or one server's answer, in the order of its text."""

    told: Sequence[Told]
    votes: Sequence[tuple[Vote, Told]]
    """Their spans count from the beginning of the file."""
    resolutions: Sequence[tuple[str, Told]]
    is_behind: bool = False
    """Whether the page's own result goes before it."""

    @cached_property
    def main(self) -> Vote | None:
        return of_item([vote for vote, _ in self.votes])

    @property
    def outcome(self) -> Outcome | None:
        return self.main.outcome if self.main else None

    @property
    def rank(self) -> tuple[bool, int, bool, int]:
        origin = "html" if self.is_behind else self.told[0].origin
        return self.outcome not in UNDECIDED, -ORDER.index(origin), not self.is_behind, self.told[0].standing

    def is_main(self, vote: Vote) -> bool:
        return self.main is not None and vote.span == self.main.span

    def resolution_beside(self, told: Told) -> str | None:
        """The one in the same stretch of the minutes as the vote, or the first."""
        texts = [text for text, one in self.resolutions if one is told] or [text for text, _ in self.resolutions]
        return texts[0] if texts else None


def decide(number: str | None, told: Iterable[Told]) -> list[Decision]:
    """All decisions on the item with the printed `number`, those of the preferred source first."""
    sources: dict[tuple[Origin, str | None], list[Told]] = {}
    for one in told:
        sources.setdefault((one.origin, one.file_id), []).append(one)
    readings = [reading for same in sources.values() if (reading := _read(same, number)).votes]
    readings.sort(key=lambda reading: reading.rank, reverse=True)
    outcome = _outcome_of_item([reading.outcome for reading in readings])
    return [
        Decision(
            origin=source.origin,
            vote=vote,
            preferred=place == 0,
            item_outcome=(outcome if place == 0 else reading.outcome) if reading.is_main(vote) else None,
            resolution_text=reading.resolution_beside(source) if reading.is_main(vote) else None,
            file_id=source.file_id,
            start=vote.span[0] if source.file_id else None,
            together=source.together,
        )
        for place, reading in enumerate(readings)
        for vote, source in reading.votes
    ]


def _outcome_of_item(outcomes: Sequence[Outcome | None]) -> Outcome | None:
    """That of the preferred source, said more exactly where another one does: "einstimmig" may be an election."""
    preferred = outcomes[0] if outcomes else None
    return next((one for one in outcomes if (preferred, one) in MORE_EXACT), preferred)


def contradiction(decisions: Sequence[Decision]) -> str | None:
    """Where two sources say different things of what became of the item: in words for people."""
    told = dict.fromkeys((one.origin, one.item_outcome) for one in decisions if one.item_outcome not in UNDECIDED)
    said = {outcome for _, outcome in told}
    if len(said) < 2 or any(said == set(pair) for pair in MORE_EXACT):
        return None
    return ", ".join(f"{origin}: {outcome}" for origin, outcome in told)


def _read(same: Sequence[Told], number: str | None) -> _Reading:
    """What the stretches of `same` source tell."""
    votes: list[tuple[Vote, Told]] = []
    resolutions: list[tuple[str, Told]] = []
    for told in same:
        read = _read_given if told.origin in ("html", "oparl") else _read_minutes
        found, resolution = read(told)
        for vote in found:
            if _is_about(vote, number, told):
                begin, end = vote.span
                votes.append((replace(vote, span=(begin + told.start, end + told.start)), told))
        if resolution:
            resolutions.append((resolution, told))
    reading = _Reading(same, votes, resolutions)
    return _compared(reading, same[0].beside) if same[0].beside else reading


def _read_minutes(told: Told) -> tuple[list[Vote], str | None]:
    found = read_minutes_item(told.text)
    return found.votes, found.resolution[0] if found.resolution else told.resolution_text


def _read_given(told: Told) -> tuple[list[Vote], str | None]:
    """A server's result, or the vote that stands in the resolution's text: as a table, in a line below it, in words."""
    votes, text = read_result(told.text), told.resolution_text or ""
    if TABLE.search(text):
        return votes or read_result(text), None
    if any(map(_is_counted, votes)) or (votes and not VOTE_LINE.search(text)):
        return votes, told.resolution_text
    found = read_minutes_item(f"{RESOLUTION}{text}")
    main, said = of_item(found.votes), of_item(votes)
    if main and _is_counted(main) and (said is None or said.outcome == main.outcome):
        return found.votes, found.resolution[0] if found.resolution else told.resolution_text
    return votes, told.resolution_text


def _compared(reading: _Reading, beside: str) -> _Reading:
    """Minutes on a page, read beside the page's own result.

    "Abstimmungsergebnis: mehrheitlich" says of itself what the result does: it may have been rejected so. Where the
    minutes do not tell the vote, and the result says something else or tells it, the result goes first.
    """
    main, result = reading.main, of_item(read_result(beside))
    if main is None or result is None or result.outcome in UNDECIDED:
        return reading
    if main.majority and not _has_numbers(main) and read_words(main.words).outcome is None and not main.part:
        same = [
            (replace(vote, outcome=result.outcome) if vote.span == main.span else vote, told)
            for vote, told in reading.votes
        ]
        return replace(reading, votes=same)
    differs = main.outcome != result.outcome and (result.outcome, main.outcome) not in MORE_EXACT
    behind = not _has_numbers(main) and (differs or (_is_counted(result) and not main.majority))
    return replace(reading, is_behind=behind)


def _is_counted(vote: Vote) -> bool:
    return vote.majority is not None or _has_numbers(vote)


def _has_numbers(vote: Vote) -> bool:
    return vote.yes is not None or vote.no is not None


def _is_about(vote: Vote, number: str | None, told: Told) -> bool:
    """A vote may name the items it is about: one of several that were taken together, or another one. 7.1 is of 7."""
    own = {key for one in (number, told.number) if (key := _key(one))}
    named = {_key(one) for one in vote.items or OF_AN_ITEM.findall(" ".join(vote.words.split()))}
    if not named or not own:
        return True
    if own & named:
        return True
    return not told.together and any(_is_below(one, key) or _is_below(key, one) for one in named for key in own)


def _is_below(key: str, above: str) -> bool:
    """7.1 is below 7."""
    return key.startswith(f"{above}.")


def _key(number: str | None) -> str:
    """Ö 7.1, "7.1." and TOP 7.1 are the same."""
    read = read_number(number)
    return read.key if read else number or ""

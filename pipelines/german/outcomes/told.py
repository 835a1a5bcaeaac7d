"""What tables and roll calls tell: numbers to be read in their place, and who voted how."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.german.outcomes.counts import Counts
from pipelines.german.outcomes.flat import Flat
from pipelines.german.outcomes.names import has_one_vote, is_full_name, kind_of
from pipelines.german.outcomes.statements import decide
from pipelines.german.outcomes.values import Line, Outcome, Span, Stance, StanceVote, Vote

SIDES: tuple[StanceVote, ...] = ("yes", "no", "abstain")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One table or roll call."""

    span: Span
    """Where it stands in the given text."""
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    biased: int | None = None
    """The sums that it prints; None where there is none, or it is not certain."""
    outcome: Outcome | None = None
    """Where the sums are not certain, but every way to read them says so."""
    stances: tuple[Stance, ...] = ()
    is_list: bool = False
    """Names only: the numbers stand in the sentence beside it."""

    @property
    def decides(self) -> bool:
        return self.outcome is not None or (self.yes is not None and self.no is not None)

    @property
    def words(self) -> str:
        """What is to be read in its place; a question mark if nothing is known of the sums."""
        if self.is_list:
            return " "
        numbers = (("Ja", self.yes), ("Nein", self.no), ("Enthaltungen", self.abstain), ("Befangen", self.biased))
        said = [f"{name}: {number}" for name, number in numbers if number is not None]
        if self.outcome is not None:
            said.append("abgelehnt" if self.outcome == "rejected" else "zugestimmt")
        return f"\n{', '.join(said) or '?'}\n"


def row_stances(who: str, line: Line) -> list[Stance]:
    """The stances of one line of a table."""
    person = kind_of(who) == "person" and (has_one_vote(who) or sum(line) <= 1)
    person = person or (sum(line) <= 1 and "," in who and is_full_name(who))
    return [
        Stance(who=who, kind="person" if person else "group", vote=vote, count=count)
        for vote, count in zip(SIDES, line, strict=True)
        if count
    ]


def with_told(votes: Sequence[Vote], tables: Iterable[Told], flat: Flat) -> list[Vote]:
    """`votes` that were read from `flat` with `tables`, each with the stances that its table tells.

    A table that no vote was read from is a vote of its own: without an outcome where that can not be read.
    """
    known = list(votes)
    taken: set[int] = set()
    for table in tables:
        free = [place for place in range(len(known)) if place not in taken]
        holders = [place for place in free if _holds(known[place], table)]
        if not holders and (table.stances or table.is_list):
            holders = [place for place in free if _beside(known[place], table, flat.raw)]
        if not holders:
            taken.add(len(known))
            known.append(_vote(table, flat))
            continue
        taken.add(holders[0])
        vote = known[holders[0]]
        span = (min(vote.span[0], table.span[0]), max(vote.span[1], table.span[1]))
        words = vote.words if span == vote.span else flat.words_at(span)
        known[holders[0]] = replace(vote, span=span, words=words, stances=(*table.stances, *vote.stances))
    return known


def _holds(vote: Vote, table: Told) -> bool:
    return vote.span[0] <= table.span[0] and table.span[1] <= vote.span[1]


def _beside(vote: Vote, table: Told, raw: str) -> bool:
    """The sentence right before or behind a list, or a table whose sums are not read: "Damit ist er abgelehnt." """
    counted = any(one is not None for one in (vote.yes, vote.no, vote.abstain, table.yes, table.no))
    if (counted and not table.is_list) or vote.stances or vote.part:
        return False
    first, second = sorted((vote.span, table.span))
    return first[1] <= second[0] and not raw[first[1] : second[0]].strip(" \t\n:.,;(–-")


def _vote(table: Told, flat: Flat) -> Vote:
    outcome, yes, no, majority = decide(Counts(yes=table.yes, no=table.no), table.outcome, None)
    return Vote(
        outcome=outcome, majority=majority, yes=yes, no=no, abstain=table.abstain, biased=table.biased,
        words=flat.words_at(table.span), span=table.span, stances=table.stances,
    )  # fmt: skip

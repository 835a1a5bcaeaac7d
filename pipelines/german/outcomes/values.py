"""What a reading of results yields: a vote, who voted how, and the votes of one agenda item."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal[
    "accepted", "amended", "partly", "rejected", "postponed", "referred", "withdrawn", "noted", "settled",
    "elected", "no_vote",
]  # fmt: skip
Majority = Literal["unanimous", "majority", "tie"]
StanceVote = Literal["yes", "no", "abstain", "biased"]
Span = tuple[int, int]
Line = tuple[int, int, int]
"""Yes, no, abstentions in one line of a table. An empty cell is none."""

DECIDED: frozenset[Outcome] = frozenset({"accepted", "amended", "partly", "rejected", "elected"})
"""Outcomes that somebody voted on; the others also happen without a vote."""


@dataclass(frozen=True, kw_only=True)
class Stance:
    """How one group or person voted, where the text says so outright."""

    who: str
    """As written: "Fraktion X", "SPD-Fraktion", "Stadträtin Y"."""
    kind: Literal["group", "person"]
    vote: StanceVote
    count: int | None
    """Votes of the group that were so cast; None where the text gives no number."""


@dataclass(frozen=True, kw_only=True)
class Vote:
    """One show of hands, or what happened instead of one."""

    outcome: Outcome | None
    majority: Majority | None
    yes: int | None
    no: int | None
    abstain: int | None
    biased: int | None
    words: str
    """The text it was read from, word for word (without tags, if it was HTML); `span` is where that stands."""
    span: Span
    part: str | None = None
    """What was voted on, where the text names it: "Ziffer 2", "Änderungsantrag der FDP-Fraktion"."""
    is_amendment: bool = False
    """About an amendment or a motion of procedure, not about the item itself."""
    items: tuple[str, ...] = ()
    """Numbers of the agenda items it names: "TOP 6 und 7" -> ("6", "7")."""
    referred_to: str | None = None
    """The committee as written: "Verkehrsausschuss"."""
    against_proposal: bool = False
    """The text says that the proposal was changed or not followed: "geändert beschlossen"."""
    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ItemVotes:
    """What the minutes of one agenda item say."""

    votes: list[Vote]
    resolution: tuple[str, Span] | None
    """The text that was decided (below "Beschluss:"), word for word, and where it stands."""

"""What happened to an agenda item as a whole, out of the votes that were taken on it."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.german.outcomes.parts import is_main, is_procedure
from pipelines.german.outcomes.values import DECIDED, Outcome, Vote

_WEIGHT = {"no_vote": 2, "noted": 1, "settled": 1}
"""Without a vote: being referred, postponed or withdrawn says more than being taken note of."""
_MOVED_ON: frozenset[Outcome | None] = frozenset({"referred", "postponed"})
"""A part that was not agreed to yet: "Ziffer 1: einstimmig zugestimmt, Ziffer 2: verwiesen" is agreed in part."""
_POSITIVE = frozenset({"accepted", "amended", "elected"})


def of_item(votes: Sequence[Vote], *, item: str | None = None) -> Vote | None:
    """The vote that says what became of the item, or None.

    `item` is its number on the agenda: votes that name other items are not about it. An amendment or a motion of
    procedure is not the item; votes on parts ("Ziffer 1 …; Ziffer 2 …") are together one: all accepted, all rejected,
    or partly. Taken note of, referred, settled count where no vote was taken.
    """
    mine = [vote for vote in votes if not vote.items or item is None or item in vote.items]
    if item is not None and any(vote.items for vote in mine):
        mine = [vote for vote in mine if vote.items]
    mine = [vote for vote in mine if vote.outcome is not None]
    main = [vote for vote in mine if not vote.is_amendment]
    decided = [vote for vote in main if vote.outcome in DECIDED]
    if not decided:
        told = sorted(main, key=lambda vote: _WEIGHT.get(vote.outcome or "no_vote", 0))
        return told[0] if told else None
    decided = [vote for vote in decided if is_main(vote.part)] or decided
    moved_on = any(vote.outcome in _MOVED_ON and vote.part for vote in main)
    if len(decided) == 1 or len(whole := [vote for vote in decided if vote.part is None]) == 1:
        vote = decided[0] if len(decided) == 1 else whole[0]
    else:
        vote = replace(decided[-1], outcome=_together(decided), part=None)
    if vote.outcome in _POSITIVE and vote.part is not None and moved_on and not is_main(vote.part):
        vote = replace(vote, outcome="partly")

    changed = any(one.is_amendment and one.outcome in _POSITIVE and not is_procedure(one.part) for one in mine)
    if vote.outcome == "accepted" and changed:
        vote = replace(vote, outcome="amended", against_proposal=True)
    return vote


def _together(votes: Sequence[Vote]) -> Outcome:
    outcomes = {vote.outcome for vote in votes}
    if outcomes <= _POSITIVE:
        return "amended" if "amended" in outcomes else "accepted"
    return "rejected" if outcomes == {"rejected"} else "partly"

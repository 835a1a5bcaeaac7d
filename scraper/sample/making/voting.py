"""How the groups vote. The numbers are counted from what each group did, so they always add up."""

from collections import Counter
from collections.abc import Collection
from random import Random
from typing import Literal

from scraper.sample.town import GroupVote, Majority, Outcome, Vote

Bench = Counter[int | None]
"""Group -> how many of its voting members are present; None: members of no group."""
Mood = Literal["agreed", "contested", "carried", "opposed"]
"""Nobody against; some groups against, now and then as many as for it; some against, but carried; most against."""


def vote(
    rng: Random,
    bench: Bench,
    mood: Mood,
    *,
    movers: Collection[int] = (),
    subject: str | None = None,
    is_amendment: bool = False,
) -> Vote:
    """One vote of those on `bench`. `movers` are the groups that moved it: they are for it.

    `mood` is what is aimed at. The outcome is what the count says: accepted with more yes than no, else rejected.
    """
    present = Counter(bench)
    biased = _take_biased(rng, present)
    stances = _stances(rng, present, mood, movers)
    groups = [_split(rng, group, seats, stances[group]) for group, seats in present.items() if seats]
    if mood == "contested" and rng.random() < 0.06:
        _even_out(groups)
    yes, no = sum(one.yes for one in groups), sum(one.no for one in groups)
    outcome, majority = count(yes, no)
    return Vote(
        subject=subject,
        outcome=outcome,
        majority=majority,
        yes=yes,
        no=no,
        abstain=sum(one.abstain for one in groups),
        biased=biased,
        groups=tuple(groups),
        is_amendment=is_amendment,
    )


def count(yes: int, no: int) -> tuple[Outcome, Majority]:
    """What a count means: a tie is a rejection, and abstentions do not count."""
    if yes > no:
        return "accepted", "unanimous" if no == 0 else "majority"
    if yes == no:
        return "rejected", "tie"
    return "rejected", "unanimous" if yes == 0 else "majority"


def _take_biased(rng: Random, present: Bench) -> int:
    """Now and then a member must not vote (befangen); takes them off the bench."""
    if rng.random() > 0.04:
        return 0
    group = rng.choice([group for group, seats in present.items() if seats > 1] or [None])
    if present[group] < 2:
        return 0
    present[group] -= 1
    return 1


def _stances(rng: Random, present: Bench, mood: Mood, movers: Collection[int]) -> dict[int | None, str]:
    """Group -> "yes", "no" or "abstain"; "mostly yes" or "mostly no" in an organ that has no groups."""
    order = list(present)
    rng.shuffle(order)
    total = present.total()
    if mood == "agreed":
        stances = dict.fromkeys(order, "yes")
        quiet = [group for group in order if group not in movers and present[group] * 4 < total]
        if quiet and rng.random() < 0.3:
            stances[quiet[0]] = "abstain"
        return stances
    winning, losing = ("no", "yes") if mood == "opposed" else ("yes", "no")
    if order == [None]:
        return {None: f"mostly {winning}"}
    stances = dict.fromkeys(order, winning)
    lost = 0
    for group in order:
        bound = group in movers
        joins = bound if mood == "opposed" else not bound and rng.random() < 0.6
        if joins and (lost + present[group]) * 2 < total - 1:
            stances[group] = losing
            lost += present[group]
        elif bound:
            stances[group] = "yes"
    if lost == 0:
        smallest = min(
            (group for group in order if group not in movers), key=lambda group: present[group], default=None
        )
        stances[smallest] = losing
    return stances


def _split(rng: Random, group: int | None, seats: int, stance: str) -> GroupVote:
    """A group mostly votes as one; members of no group always for themselves."""
    if stance.startswith("mostly"):
        fewer = rng.randint(1, max(1, (seats - 1) // 2))
        more = seats - fewer
        return GroupVote(group, *((more, fewer) if stance == "mostly yes" else (fewer, more)), abstain=0)
    given = Counter({stance: seats})
    for _ in range(seats):
        strays = 0.25 if group is None else 0.015
        if stance != "yes" and rng.random() < strays:
            given[stance] -= 1
            given["abstain" if stance == "no" else "yes"] += 1
    return GroupVote(group, yes=given["yes"], no=given["no"], abstain=given["abstain"])


def _even_out(groups: list[GroupVote]) -> None:
    """Makes a narrow vote a tie: members of the largest group in favour abstain."""
    surplus = sum(one.yes for one in groups) - sum(one.no for one in groups)
    largest = max(range(len(groups)), key=lambda place: groups[place].yes)
    one = groups[largest]
    if 0 < surplus <= one.yes:
        groups[largest] = GroupVote(one.group_id, one.yes - surplus, one.no, one.abstain + surplus)

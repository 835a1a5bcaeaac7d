"""One vote that minutes tell in two places: in words at the top, with its numbers below."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.german.outcomes.flat import Flat
from pipelines.german.outcomes.values import Outcome, Vote
from pipelines.german.outcomes.words import read_words

_BETWEEN = re.compile(r"(?i)\W*(?:abstimmung(?:s-?ergebnis)?\W*)?")
"""Beschluss: mehrheitlich beschlossen⏎Abstimmung: Ja: 22, Nein: 3"""
_POSITIVE: frozenset[Outcome | None] = frozenset({"accepted", "amended", "elected"})


def merged(flat: Flat, votes: Sequence[Vote]) -> list[Vote]:
    """`votes` in order, each vote once. Words go before what numbers alone would mean: "mehrheitlich abgelehnt" stays
    rejected beside "Ja: 10, Nein: 3" where more than a simple majority was asked for (Heidenau)."""
    kept: list[Vote] = []
    for vote in sorted(votes, key=lambda one: one.span):
        before = next((one for one in reversed(kept) if _may_be_same(one, vote)), None)
        if before is None:
            kept.append(vote)
        elif _numbers(before) == _numbers(vote):
            kept[kept.index(before)] = replace(before, stances=before.stances or vote.stances)
        elif not _counted(before) and before is kept[-1] and _adjacent(flat, before, vote):
            span = (before.span[0], vote.span[1])
            kept[-1] = _with_words(replace(vote, span=span, words=flat.words_at(span)), before)
        elif not _counted(before) and (vote.outcome is None or _agree(before, vote)):
            kept.remove(before)
            kept.append(_with_words(vote, before))
        else:
            kept.append(vote)
    return kept


def _may_be_same(one: Vote, two: Vote) -> bool:
    """`two` has numbers and no words, and both are about the item itself."""
    if one.is_amendment or two.is_amendment or one.part or two.part or one.items != two.items or not _counted(two):
        return False
    told = read_words(two.words)
    return told.outcome is None and told.majority is None and one.outcome is not None


def _counted(vote: Vote) -> bool:
    return vote.yes is not None


def _numbers(vote: Vote) -> tuple[int | None, ...]:
    return vote.yes, vote.no, vote.abstain


def _adjacent(flat: Flat, one: Vote, two: Vote) -> bool:
    return bool(_BETWEEN.fullmatch(flat.raw[one.span[1] : two.span[0]]))


def _agree(one: Vote, two: Vote) -> bool:
    return one.outcome == two.outcome or (one.outcome in _POSITIVE and two.outcome in _POSITIVE)


def _with_words(vote: Vote, words: Vote) -> Vote:
    return replace(
        vote,
        outcome=words.outcome,
        majority=words.majority or vote.majority,
        referred_to=words.referred_to,
        against_proposal=words.against_proposal,
    )

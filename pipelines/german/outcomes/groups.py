"""One vote told group by group: "CDU: 9 Ja, 2 Nein; SPD: 5 Nein".

The same words tell of several votes where each is on a group's motion: "AfD: 3 Ja, 40 Nein; SPD: 20 Ja, 23 Nein". What
the text says itself decides. Votes on motions are taken by the whole assembly, and each adds up to about as many; a
group's own are fewer, and where overall sums or an overall outcome stand beside them, they fit. Where it stays open,
nobody's vote is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.german.outcomes.counts import Counts, read_counts
from pipelines.german.outcomes.names import Kind, read_name
from pipelines.german.outcomes.parts import names_motion
from pipelines.german.outcomes.told import SIDES, Told
from pipelines.german.outcomes.values import DECIDED, Outcome, Span, Stance
from pipelines.german.outcomes.words import read_words

_SIDE = r"(?:(?:ja|nein)(?:-?stimmen?)?|dafür|dagegen|(?:stimm)?enth(?:altung(?:en)?|\.)?)"
_COUNT = rf"(?:\d{{1,3}}(?: ?x)? {_SIDE}|{_SIDE}:? ?\d{{1,3}})"
_ENTRY = re.compile(
    rf"(?P<who>[A-ZÄÖÜB][^\n:;,()|]{{1,60}}?)(?: ?: ?| ?\(|[ ]{{2,}}| [-–] )"
    rf"(?P<counts>(?i:{_COUNT}(?:(?: ?[,/]| und)? ?{_COUNT}){{0,2}}))\)?(?![^\W\d_])"
)
"""SPD-Fraktion: 5 Ja-Stimmen, 1 Enthaltung; CDU (9 Ja, 2 Nein)"""
_BETWEEN = re.compile(r"[ \t]*(?:[;,.]|\bund\b)?\s{0,3}(?:[-–•*] )?")
_LABEL = re.compile(
    r"(?i)\b(?:abst(?:immungs?|\.)?[- ]?(?:ergebnis\w*|erg\.|verhalten)|abstimmung|ergebnis(?: nach fraktionen)?"
    r"|stimmenverhältnis|davon)\W*\Z"
)
_NEAR = 3
"""Members who came or left between two votes."""
_REACH = 160
"""So many letters before or behind the list may tell the whole vote."""


@dataclass(frozen=True)
class _Entry:
    who: str
    kind: Kind
    counts: Counts
    span: Span

    @property
    def line(self) -> tuple[int, int, int]:
        return self.counts.yes or 0, self.counts.no or self.counts.opposed or 0, self.counts.abstain or 0


def find_group_counts(text: str) -> Iterator[Told]:
    """Lists of two groups or more, each with its own numbers, that are one vote."""
    done = 0
    while entries := _list(text, done):
        done = entries[-1].span[1]
        told = _one_vote(text, entries)
        if told is not None:
            yield told


def _list(text: str, start: int) -> list[_Entry]:
    """The next run of at least two entries."""
    entries: list[_Entry] = []
    for found in _ENTRY.finditer(text, start):
        named = read_name(found["who"])
        if entries and not _BETWEEN.fullmatch(text, entries[-1].span[1], found.start()):
            if len(entries) > 1:
                return entries
            entries = []
        if named is None or named.votes is not None:
            if len(entries) > 1:
                return entries
            entries = []
            continue
        entries.append(_Entry(named.who, named.kind, read_counts(found["counts"]), found.span()))
    return entries if len(entries) > 1 else []


def _one_vote(text: str, entries: Sequence[_Entry]) -> Told | None:
    if len({one.who for one in entries}) < len(entries) or not any(one.kind == "group" for one in entries):
        return None
    lines = [one.line for one in entries]
    sums = tuple(sum(line[side] for line in lines) for side in range(3))
    span = (entries[0].span[0], entries[-1].span[1])
    before, behind = ("" if names_motion(words) else words for words in _beside(text, span))
    beside = read_counts(before).joined(read_counts(behind))
    meaning = read_words(before), read_words(behind)
    outcome = next((one.outcome for one in meaning if one.outcome in DECIDED), None)
    if outcome is None and any(one.majority in ("unanimous", "majority") for one in meaning):
        outcome = "accepted"
    unsaid = Told(span=span, is_list=True)
    if beside.yes is not None and (beside.no is not None or beside.opposed is not None):
        no = beside.no if beside.no is not None else beside.opposed
        if (beside.yes, no) != sums[:2] or beside.abstain not in (None, sums[2]):
            return unsaid
        return replace(unsaid, stances=_stances(entries))
    if _are_motions(lines):
        return None
    won: Outcome = "accepted" if sums[0] > sums[1] else "rejected"
    if outcome is not None:
        fits = (outcome == "rejected") == (won == "rejected")
        return replace(unsaid, stances=_stances(entries)) if fits else unsaid
    labelled = _LABEL.search(before) or not text[: span[0]].strip()
    return Told(span=span, outcome=won, stances=_stances(entries)) if labelled else None


def _are_motions(lines: Sequence[tuple[int, int, int]]) -> bool:
    """Each could be a vote of the same assembly; a group that was of two minds in every line is rare."""
    totals = [sum(line) for line in lines]
    return max(totals) - min(totals) <= _NEAR and sum(1 for line in lines if line[0] and line[1]) > len(lines) / 2


def _beside(text: str, span: Span) -> tuple[str, str]:
    """What is told right before and behind the list, up to a blank line."""
    before = text[max(0, span[0] - _REACH) : span[0]]
    behind = text[span[1] : span[1] + _REACH]
    return re.split(r"\n\s*\n(?=[^\n]*\S)", before.rstrip("\n"))[-1], re.split(r"\n\s*\n", behind.lstrip())[0]


def _stances(entries: Sequence[_Entry]) -> tuple[Stance, ...]:
    return tuple(
        Stance(who=one.who, kind=one.kind, vote=vote, count=count)
        for one in entries
        for vote, count in zip(SIDES, one.line, strict=True)
        if count
    )

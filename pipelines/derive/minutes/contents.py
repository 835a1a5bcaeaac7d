"""The list of items at the front of minutes: an agenda that is repeated below with what happened."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.derive.minutes.headings import Heading
from pipelines.derive.minutes.lines import Line
from pipelines.derive.minutes.titles import compact
from pipelines.derive.minutes.words import AGENDA_WORD, RESULT, VOTE_LABEL

MOST_BETWEEN = 170
"""Letters between two items of a list: papers, reporters, a second line of the title."""
PAPERS = 12
"""So many lines of papers and their movers may stand between a heading and "Beschluss:"."""
SENTENCE = re.compile(r"\w \S*[a-zäöüß]{2}[.!?]$")  # "Herzlich willkommen."
LEADERS = ("....", ". . .", "……", "____")
"""Dots that lead to the number of the page."""


@dataclass(frozen=True)
class Listing:
    """Lines that only list items."""

    lines: range
    titled: bool
    """Titles of items, and not only their numbers before other words: "1. Erika Muster" lists who was there."""


def lists_of_items(headings: Sequence[Heading], lines: Sequence[Line], items: int) -> list[Listing]:
    """The lists of items. `items`: how many there are on the agenda.

    A run of headings with hardly a word between them is a list when most of its items come again further down, or
    when it stands below "Tagesordnung" and either lists most of the agenda or is all there is.
    """
    found = []
    last_of = {place: one.first for one in headings if _heads(one) for place in one.places}
    firsts = [one.first for one in headings]
    for run in _runs([one for one in headings if one.items], lines):
        listed = {place for heading in run for place in heading.places}
        later = {place for place, line in last_of.items() if line > run[-1].last}
        again = len(listed & later) >= max(1, len(listed) / 2)
        at = bisect_left(firsts, run[0].first)
        above = headings[at - 1].last if at else -1
        announced = _announced(lines[max(above + 1, run[0].first - 8) : run[0].first])
        whole = len(run) >= 3 and (not later or len(listed) >= 0.7 * items)
        if _decided_below(run, headings[at + len(run)].first if at + len(run) < len(headings) else len(lines), lines):
            continue
        if (again and (len(run) >= 3 or announced)) or (announced and whole) or _led(run, lines):
            titled = any(one.proof == "title" or not one.titled for one in run)
            found.append(Listing(range(run[0].first, run[-1].last + 1), titled))
    return found


def _runs(headings: Sequence[Heading], lines: Sequence[Line]) -> list[list[Heading]]:
    runs: list[list[Heading]] = []
    for heading in headings:
        before = runs[-1][-1] if runs else None
        goes_on = before is not None and min(before.places) < min(heading.places) and _same_way(before, heading)
        if before is not None and goes_on and _only_listed(before, heading, lines):
            runs[-1].append(heading)
        else:
            runs.append([heading])
    return [run for run in runs if len(run) >= 2]


def _heads(heading: Heading) -> bool:
    """Whether it may head minutes: "TOP 3: einstimmig", "TOP 3: Der Rat beschließt" tell of an item headed above."""
    return heading.proof == "title" or not (heading.in_passing or (heading.titled and not heading.alone))


def _same_way(one: Heading, following: Heading) -> bool:
    """Whether both numbers are printed alike: a list has one way for all, "28. März" above "TOP 4" is none."""
    return "title" in (one.strength, following.strength) or one.strength == following.strength


def _only_listed(one: Heading, following: Heading, lines: Sequence[Line]) -> bool:
    between = [line.text for line in lines[one.last + 1 : following.first] if not line.furniture]
    if one.rest_at is not None:
        between.insert(0, lines[one.last].text[one.rest_at :])
    told = any(RESULT.search(text) or SENTENCE.search(text) for text in between)
    return not told and sum(map(len, between)) <= MOST_BETWEEN


def _decided_below(run: Sequence[Heading], following: int, lines: Sequence[Line]) -> bool:
    """Whether "Beschluss:" stands below the last of the headings: they are items taken together."""
    below = [line.text for line in lines[run[-1].last + 1 : following] if not line.furniture][:PAPERS]
    return any(VOTE_LABEL.fullmatch(text) for text in below)


def _announced(above: Sequence[Line]) -> bool:
    return any(AGENDA_WORD.fullmatch(compact(line.text)) for line in above)


def _led(run: Sequence[Heading], lines: Sequence[Line]) -> bool:
    led = sum(any(sign in lines[one.last].text for sign in LEADERS) for one in run)
    return led >= 2 and led >= len(run) / 2

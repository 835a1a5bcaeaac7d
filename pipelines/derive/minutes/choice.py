"""Which of the lines that may head an item do so.

Titles decide first, then plain numbers, and what proves less counts only where its turn has come: between the item
before and the item after it on the agenda.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from pipelines.derive.minutes.headings import SOMEWHAT, Heading
from pipelines.derive.minutes.lines import Line
from pipelines.derive.minutes.order import in_order
from pipelines.derive.minutes.strangers import with_strangers
from pipelines.derive.minutes.titles import SHORTER
from pipelines.derive.minutes.words import RESUMED

PLAIN = {"item": 0.3, "weak": 0.15, "bare": 0.0, "title": 0.0}
"""How much more a heading counts for the way its number is printed: TOP 3, zu 3, 3."""
LIST = 3
"""So many headings out of order, one after the other, are a list of items and not their minutes."""


def choose(headings: Sequence[Heading], lines: Sequence[Line], *, items: int) -> list[Heading]:
    """Headings in the order of the lines; those that end an item and begin no known one come without items."""
    headings = _doubted(headings)
    marked = sum(one.proof == "title" and one.mark is not None for one in headings)
    named = sum(one.strength == "title" for one in headings)
    anchors = [one for one in headings if _is_anchor(one, named_count=named > marked)]
    spine = in_order(anchors, _weights(anchors, lines), items)
    chosen = sorted([*spine, *_beside(anchors, spine, lines)], key=_line)
    return with_strangers(_fill(chosen, spine, headings, items), headings, lines)


def _doubted(headings: Sequence[Heading]) -> list[Heading]:
    """Where minutes print titles, a number with other words than its title heads what is not on the agenda."""
    with_number = [one for one in headings if one.strength == "item" and len(one.items) == 1]
    titles = sum(one.proof == "title" for one in with_number)
    if not titles or titles < len(with_number) / 2:
        return list(headings)
    return [
        replace(one, items=(), proof="nothing") if one.proof == "number" and one.titled and len(one.items) == 1 else one
        for one in headings
    ]


def _is_anchor(heading: Heading, *, named_count: bool) -> bool:
    if not heading.items or heading.in_passing:
        return False
    if heading.strength == "title":
        return named_count
    return heading.strength == "item" or (heading.proof == "title" and heading.score > SOMEWHAT)


def _weights(anchors: Sequence[Heading], lines: Sequence[Line]) -> list[float]:
    """How much speaks for each: what it proves, how plainly it is printed, how much text stands below it."""
    weights = []
    for heading, after in zip_longest(anchors, anchors[1:]):
        end = lines[after.first].start if after else lines[-1].end
        text = min(end - lines[heading.last].end, 400) / 2000
        weights.append((1 + heading.score if heading.proof == "title" else 0.8) + PLAIN[heading.strength] + text)
    return weights


def _beside(anchors: Sequence[Heading], spine: Sequence[Heading], lines: Sequence[Line]) -> list[Heading]:
    """What is out of order and still a heading: an item taken earlier or later, taken up again, several together."""
    on_spine = {place for one in spine for place in one.places}
    left = set(anchors) - set(spine)
    found: list[Heading] = []
    for again, group in groupby(anchors, lambda one: one in left and on_spine.issuperset(one.places)):
        run = list(group)
        if not again:
            found += [one for one in run if one in left and (one.strength != "bare" or one.score >= SHORTER)]
        elif len(run) < LIST:
            found += [one for one in run if _taken_up(one, spine, lines)]
    return _once_unless_marked(found)


def _once_unless_marked(headings: Sequence[Heading]) -> list[Heading]:
    """Of several headings of an item the best one, as titles are repeated; but "TOP 3" is one wherever it stands."""
    kept: dict[object, Heading] = {}
    for heading in sorted(headings, key=lambda one: (-one.score, one.first)):
        kept.setdefault(heading if heading.strength == "item" else heading.places, heading)
    return list(kept.values())


def _taken_up(heading: Heading, spine: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Of items that have their turn elsewhere: "noch TOP 5 Haushalt", or "TOP 8 und 9" above the two."""
    at = bisect(spine, heading.first, key=_line)
    if len(heading.items) > 1:
        return at < len(spine) and set(spine[at].places) <= set(heading.places)
    resumed = RESUMED.search(lines[heading.first].text)
    if heading.strength != "item":
        return bool(resumed) and heading.mark is not None and heading.proof == "title" and heading.score >= SHORTER
    before = spine[at - 1] if at else None
    if resumed or (before and before.mark is None and before.items == heading.items):
        return True
    return heading.proof == "title" and heading.score >= 0.9 and before is not None and heading.rest_at is None


def _fill(
    chosen: Sequence[Heading], spine: Sequence[Heading], headings: Sequence[Heading], items: int
) -> list[Heading]:
    """Adds, in each gap of the agenda, the items that fit there by less than a title."""
    taken, seen = set(chosen), {place for one in chosen for place in one.places}
    filled = list(chosen)
    for before, after in zip([None, *spine], [*spine, None], strict=True):
        start = bisect(headings, before.first, key=_line) if before else 0
        end = bisect(headings, after.first, key=_line) if after else len(headings)
        gap = [one for one in headings[start:end] if one not in taken]
        turn = range(max(before.places) + 1 if before else 0, min(after.places) if after else items)
        fitting = [
            one
            for one in gap
            if one.items and all(place in turn and place not in seen for place in one.places) and _is_proof(one)
        ]
        chain = in_order(fitting, [PLAIN[one.strength] * 10 + one.score + 1 for one in fitting], items)
        listed = _enumerated(gap, set(chain))
        filled += [one for one in chain if one not in listed and _is_custom(one, spine or chain, items)]
    return sorted(filled, key=_line)


def _is_proof(heading: Heading) -> bool:
    if heading.strength == "bare" and heading.proof == "number":
        return heading.alone or not heading.titled
    return not (heading.strength == "weak" and heading.titled and not heading.alone)


def _is_custom(heading: Heading, fellows: Sequence[Heading], items: int) -> bool:
    """Whether these minutes print items that way. A number alone may be anything: a date, a page, a list."""
    if heading.strength == "item" or (heading.proof == "title" and heading.score > SOMEWHAT):
        return True
    alike = sum(one.sign == heading.sign for one in fellows)
    return alike >= max(2, (items if heading in fellows else len(fellows)) / 2)


def _enumerated(gap: Sequence[Heading], chain: set[Heading]) -> set[Heading]:
    """Numbers of `chain` that go on with others which are no items: a "zu 3" after a "zu 2" answers questions."""
    strays: set[tuple[str | None, bool]] = set()
    found: set[Heading] = set()
    for heading in gap:
        style = (heading.sign, heading.alone)
        if heading not in chain:
            strays.add(style)
        elif heading.strength in ("weak", "bare") and heading.proof != "title" and style in strays:
            found.add(heading)
    return found


def _line(heading: Heading) -> int:
    return heading.first

"""Headings of items that the agenda does not have. They end the item before: its text is not about them."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipelines.derive.minutes.headings import Heading
from pipelines.derive.minutes.lines import Line

UNIT = re.compile(
    r"""\W*(?:mio|mrd|million|milliarde|euro|€|%|prozent|jahre?n?\b|tage?n?\b|uhr|stimmen|person|mitglied|mal\b|quadratmeter
    |km|m²|januar|februar|märz|april|mai\b|juni|juli|august|september|oktober|november|dezember|\d)""",
    re.IGNORECASE | re.VERBOSE,
)
"""After a number that counts or dates something: "2 Millionen Euro", "3. März"."""

FIRST_LETTER = ord("a") - ord("z") - 1
"""What stands for the a of 4a: letters come after 4 and before 4.1."""


def with_strangers(chosen: Sequence[Heading], headings: Sequence[Heading], lines: Sequence[Line]) -> list[Heading]:
    """`chosen` and, without items, those other `headings` whose number follows in the minutes' own order.

    "TOP 7" is one when it stands between smaller and greater numbers. A bare number must be printed as most items are
    and be the next one, and nothing before it may count up to it: then it goes on with a list. Where a
    second "TOP 1" stands alone or has another title, the other part of the meeting begins without saying so, or another
    meeting, and which items follow is not known. A "TOP 11" beyond all numbers of the agenda was added to it, wherever
    it was taken.
    """
    signs = Counter(one.sign for one in chosen if one.mark)
    custom = signs.most_common(1)[0][0] if signs else None
    taken, known = set(chosen), {place for one in chosen for place in one.places}
    found = list(chosen)
    last: Heading | None = None
    counted: set[tuple[int, ...]] = set()
    restarted = False
    most = max((_order(one)[:1] for one in headings if one.items), default=())
    for heading in headings:
        if heading in taken:
            last, counted = heading, set()
            continue
        at = bisect(chosen, heading.first, key=lambda one: one.first)
        after = chosen[at] if at < len(chosen) else None
        unproven = heading.proof != "title" and (heading.alone or heading.titled)
        if last and unproven and heading.strength == "item":
            restarted = restarted or (_order(heading) == (1,) and _order(last) > (1,))
            if restarted and not heading.in_passing:
                last, counted = replace(heading, items=(), proof="nothing"), set()
                found.append(last)
                continue
        open_to_doubt = not heading.in_passing and heading.proof != "title" and known.isdisjoint(heading.places)
        beyond = heading.strength == "item" and not heading.items and () < most < _order(heading)[:1]
        added = beyond and not lines[heading.last].text.rstrip().endswith(".")
        if open_to_doubt and _follows(last, heading) and (added or _follows(heading, after)):
            if heading.strength == "item":
                fits = last is not None or after is not None
            else:
                fits = heading.sign == custom and _is_next(last, heading, lines, counted)
            if fits:
                last, counted = replace(heading, items=(), proof="nothing"), set()
                found.append(last)
                continue
        if heading.sign == custom:
            counted.add(_order(heading))
    return sorted(found, key=lambda one: one.first)


def _is_next(last: Heading | None, heading: Heading, lines: Sequence[Line], counted: set[tuple[int, ...]]) -> bool:
    if last is None or heading.mark is None or UNIT.match(lines[heading.first].text[heading.mark.rest_at :]):
        return False
    number = _order(heading)
    return _succeeds(_order(last), number) and not any(_succeeds(one, number) for one in counted)


def _follows(before: Heading | None, heading: Heading | None) -> bool:
    return before is None or heading is None or not _order(before) or _order(before) < _order(heading)


def _succeeds(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether it is the next number: after 7.1 a 7.1.1, a 7.1a, a 7.2 or an 8."""
    if not last or not number:
        return False
    depth = len(number) - 1
    return number in ((*last, 1), (*last, FIRST_LETTER)) or (
        depth < len(last) and number == (*last[:depth], last[depth] + 1)
    )


def _order(heading: Heading) -> tuple[int, ...]:
    """The printed number for comparison, 4a as 4, -25; empty where it has no figures."""
    key = heading.mark.numbers[-1].key if heading.mark else ""
    figures = key.rstrip("abcdefghijklmnopqrstuvwxyz")
    if not figures or not figures[0].isdigit():
        return ()
    return (*map(int, figures.split(".")), *(ord(letter) - ord("z") - 1 for letter in key[len(figures) :]))

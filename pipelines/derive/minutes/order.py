"""The weightiest sequence of headings that follows the agenda."""

from collections.abc import Sequence

from pipelines.derive.minutes.headings import Heading


def in_order(headings: Sequence[Heading], weights: Sequence[float], items: int) -> list[Heading]:
    """Of all sequences in which each heading's items come later on the agenda than those before, the weightiest.

    `items`: how many the agenda has. Takes n log(items) steps: long minutes hold thousands of lines that begin with a
    number.
    """
    # a Fenwick tree: the best total of sequences that end at or before a place, and their last heading. Of equals the
    # earlier one wins: it has the greater negative index
    tree: list[tuple[float, int]] = [(0.0, 0)] * (items + 1)
    previous: list[int] = []
    for index, (heading, weight) in enumerate(zip(headings, weights, strict=True)):
        total, before = _best(tree, min(heading.places))
        previous.append(before)
        at = max(heading.places) + 1
        while at <= items:
            tree[at] = max(tree[at], (total + weight, -index - 1))
            at += at & -at
    _, last = _best(tree, items)
    chain: list[Heading] = []
    while last:
        chain.append(headings[-last - 1])
        last = previous[-last - 1]
    return chain[::-1]


def _best(tree: Sequence[tuple[float, int]], end: int) -> tuple[float, int]:
    """Of sequences that end at a place below `end`."""
    best = (0.0, 0)
    while end > 0:
        best = max(best, tree[end])
        end -= end & -end
    return best

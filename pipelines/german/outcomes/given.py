"""What was given, plain text or HTML, made ready to be read: tables apart, tags gone, everything still in its place."""

from collections.abc import Iterable

from pipelines.german.outcomes.flat import Flat, flatten
from pipelines.german.outcomes.groups import find_group_counts
from pipelines.german.outcomes.shorthand import find_shorthand
from pipelines.german.outcomes.sides import find_roll_calls, find_sides
from pipelines.german.outcomes.tables.html import MARKUP, find_html_tables, without_tags
from pipelines.german.outcomes.tables.plain import find_plain_tables
from pipelines.german.outcomes.tables.swallowed import find_swallowed_tables
from pipelines.german.outcomes.told import Told
from pipelines.german.outcomes.values import Span


def open_text(text: str) -> tuple[Flat, list[Told]]:
    """`text` made ready, and what tables and roll calls in it tell; their sums are read in their place."""
    markup = bool(MARKUP.search(text))
    bare = without_tags(text) if markup else text
    told = list(find_html_tables(text)) if markup else []
    for find in (find_swallowed_tables, find_plain_tables, find_group_counts, find_roll_calls, find_sides):
        told += [one for one in find(bare) if not _covered(one.span, told)]
    instead = {span: words for span, words in find_shorthand(bare) if not _covered(span, told)}
    return flatten(bare, instead | {one.span: _in_place(one, bare) for one in told}, markup=markup), told


def _in_place(one: Told, text: str) -> str:
    """In a line of its own, or behind the number of its part: "2. Ja: 17, Nein: 4"."""
    begins = one.span[0] == 0 or not text[one.span[0] - 1].isspace() or text[one.span[0] - 1] == "\n"
    return one.words if begins else one.words.lstrip("\n")


def _covered(span: Span, told: Iterable[Told]) -> bool:
    return any(span[0] < one.span[1] and one.span[0] < span[1] for one in told)

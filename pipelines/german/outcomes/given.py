"""What was given, plain text or HTML, made ready to be read: tables apart, tags gone, everything still in its place."""

from pipelines.german.outcomes.flat import Flat, flatten
from pipelines.german.outcomes.shorthand import find_shorthand
from pipelines.german.outcomes.swallowed import find_tables
from pipelines.german.outcomes.tables import MARKUP, cut_tables, without_tags
from pipelines.german.outcomes.values import Vote


def open_text(text: str) -> tuple[list[Vote], Flat]:
    """The votes that tables in `text` tell, and the rest of it."""
    markup = bool(MARKUP.search(text))
    tabled, rest = cut_tables(text) if markup else ([], text)
    bare = without_tags(rest) if markup else rest
    return tabled, flatten(bare, {**dict(find_shorthand(bare)), **dict(find_tables(bare))}, markup=markup)

"""A result as a server or a page gives it: "Einstimmig, 0 Enthaltungen", "Ja: 4, Nein: 0, Enthaltungen: 6"."""

from pipelines.german.outcomes.given import open_text
from pipelines.german.outcomes.statements import read_statements
from pipelines.german.outcomes.told import with_told
from pipelines.german.outcomes.values import Vote


def read_result(text: str) -> list[Vote]:
    """The votes that `text` (plain or HTML) tells, in its order; none where it tells none ("siehe Protokoll")."""
    flat, told = open_text(text)
    votes = with_told(read_statements(flat, 0, len(flat.text)), told, flat)
    return sorted(votes, key=lambda one: one.span)

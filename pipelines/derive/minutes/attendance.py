"""The list of those who were there, and of those who were not."""

import re
from collections.abc import Sequence, Set

from pipelines.derive.minutes.lines import Line
from pipelines.derive.minutes.titles import compact
from pipelines.derive.minutes.words import AGENDA_WORD, SECTION

LIST_BEGINS = re.compile(
    r"""\W*(?:[\dIVXa-z]+[.)]\s*)?(?:
    (?:es\s+(?:waren|sind)\s+)?anwesend(?:e|heit\w*)?\b(?!.{0,40}\b(?:wurde|haben|begrüßt))
    |anwesenheitsliste|teilnehmer\w*|teilnehmende|sitzungsteilnehmer\w*|teilgenommen|erschienen
    |(?:es\s+)?fehl(?:en|ten)\b|entschuldigt\b|abwesend\b|nicht\s+anwesend|unentschuldigt
    |(?:stimmberechtigte|ordentliche|beratende|weitere)\s+mitglieder|mitglieder\s*(?:(?:des|der)\s(?!.*[.,]$)|:|$)
    |vorsitz(?:ende[rn]?)?(?:/r)?\s*(?::|$)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Anwesend: / Es fehlten entschuldigt: / Teilnehmerverzeichnis / Stimmberechtigte Mitglieder / Vorsitz: Nina Muster"""

LIST_ENDS = re.compile(
    r"""(?:beginn|ende|sitzungsbeginn|sitzungsende|sitzungsdauer)\s*(?:der\s+sitzung)?\s*:|.{0,80}\b(?:eröffnet|begrüßt|eröffnete|begrüßte)\b
    |.{0,60}\b(?:beschlussfähig|ordnungsgemäß)|die\s+(?:sitzung|tagesordnung|mitglieder\s+wurden)\b|zur\s+tagesordnung""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginn: 18 Uhr / Der Vorsitzende eröffnet die Sitzung / die Beschlussfähigkeit wird festgestellt"""


def find_attendance(lines: Sequence[Line], listed: Set[Line]) -> tuple[int, int] | None:
    """Start and end of the list in `lines`, which stand outside of the items; `listed` are lines that list items."""
    begin = next((index for index, line in enumerate(lines) if _begins(line) and line not in listed), None)
    if begin is None:
        return None
    end = begin + 1
    while end < len(lines) and lines[end] not in listed and not _ends(lines[end]):
        end += 1
    return lines[begin].start, lines[end - 1].end


def _begins(line: Line) -> bool:
    return not line.furniture and bool(LIST_BEGINS.match(line.text))


def _ends(line: Line) -> bool:
    written = compact(line.text)
    return bool(LIST_ENDS.match(line.text) or AGENDA_WORD.fullmatch(written) or SECTION.fullmatch(written))

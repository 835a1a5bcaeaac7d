"""Where the last item of minutes ends: closing words and signatures are no part of it."""

import re
from collections.abc import Sequence

from pipelines.derive.minutes.lines import Line

CLOSED = re.compile(
    r"""\(?(?:schluss|ende)\s*:\s*(?:um\s+)?\d{1,2}[.:]\d\d\s*uhr|(?:ende\s+der\s+(?:öffentlichen\s+|nichtöffentlichen\s+)?sitzung|sitzungsende|schluss\s+der\s+(?:sitzung|beratung))\b
    |.{0,80}\b(?:schlie(?:ß|ss)(?:t|e)|beendet?|schloss)\b.{0,60}\bsitzung\b|.{0,20}\bsitzung\b.{0,40}\b(?:geschlossen|beendet|endet)\b
    |nachdem\s+(?:keine|sonst)\b.{0,80}(?:schlie(?:ß|ss)t|beendet)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Ende der Sitzung: 20.13 Uhr / Die Vorsitzende schließt die Sitzung um 20 Uhr. / (Schluss: 15.12 Uhr)"""

WHO = (
    r"(?:stellv(?:\.|ertretende[rn]?)\s+)?(?:(?:proto(?:koll|kol))?(?:schriftführ|protokollführ|protokollant|vorsitz|sitzungs?leit|"
    r"ratsvorsitz|ausschussvorsitz|bürgermeister|oberbürgermeister|urkundsperson|beurkund|mandatsträger)\w*)"
)
SIGNED = re.compile(
    rf"""(?:(?:die|der|das|als)\s+)?{WHO}(?:[/:.]*\s*(?:in|innen|r)?\b[\s:/._-]*(?:(?:die|der)\s+)?{WHO}?)*[\s:._-]*
    |zur\s+beurkundung\b.{{0,20}}|für\s+die\s+richtigkeit\b.{{0,60}}|(?:gez(?:\.|eichnet)|unterschrift(?:en)?)\b.{{0,80}}
    |(?:vorgelesen,?\s+)?genehmigt\s+und\s+unterschrieben.{{0,30}}|g(?:esehen)?\.?\s*u\.?\s*g\.?|v\.\s?g\.\s?u\.""",
    re.IGNORECASE | re.VERBOSE,
)
"""Zur Beurkundung: / Die Schriftführerin: / gez. Muster / Sitzungsleitung   Schriftführung"""

BEFORE_SIGNED = re.compile(  # "Musterstadt, den 09.02.2024", "_________"
    r"[A-ZÄÖÜ][\w\s./()-]{2,40},\s*(?:den|am|im)?\s*\d{1,2}\.\s*(?:\d{1,2}\.|[A-Za-zä]+)\s*\d{2,4}\.?|[\W_]+"
)
PROSE = re.compile(r".{30}[a-zäöüß]{3}\.$")  # "Frau Ott dankt allen und verabschiedet sich."
MOST_LINES = 25
"""A signature with so many lines above the end is none."""
ANNEX = re.compile(
    r"\W{0,3}Anlagen?\b(?:\s*(?:Nr\.?\s*)?\d{1,2}\b)?[\s:.–-]*(?:(?:zu[mr]?|der)\s.{3,80})?", re.IGNORECASE
)
"""Anlage 1 / Anlage 2 zur Niederschrift vom 3. Juni"""
MOST_BELOW = 15
"""So many lines closing words and signatures have."""


def end_of_text(lines: Sequence[Line]) -> int | None:
    """Index of the line at which the ending of the last item's `lines` begins; None when they have none."""
    end = len(lines)
    signed = next((index for index in range(max(0, end - MOST_LINES), end) if _is_signed(lines[index:])), None)
    closed = next(
        (
            index
            for index in range(max(0, (signed if signed is not None else end) - 6), end)
            if CLOSED.match(lines[index].text)
        ),
        None,
    )
    at = min((one for one in (signed, closed) if one is not None), default=None)
    if at is None:
        return None
    while at > 0 and (lines[at - 1].furniture or BEFORE_SIGNED.fullmatch(lines[at - 1].text)):
        at -= 1
    return at


def start_of_annexes(lines: Sequence[Line]) -> int:
    """Index of the line at which papers begin that are bound behind the minutes; how many lines there are without them.

    "Anlage 1 zur Niederschrift" heads them where the meeting was closed or signed right above.
    """
    for index, line in enumerate(lines):
        if ANNEX.fullmatch(line.text) and not line.furniture:
            above = lines[max(0, index - MOST_LINES) : index]
            ended = end_of_text(above)
            if ended is not None and len(above) - ended <= MOST_BELOW:
                return index
    return len(lines)


def _is_signed(lines: Sequence[Line]) -> bool:
    """Whether the first of the lines is the label of a signature; "Der Vorsitzende" may also begin a sentence."""
    if not SIGNED.fullmatch(lines[0].text) or (len(lines) > 1 and lines[1].text[0].islower()):
        return False
    return not any(PROSE.search(line.text) and not CLOSED.match(line.text) for line in lines[1:])

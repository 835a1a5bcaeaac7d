"""Whether minutes are corrected ones or a draft, where a meeting has more than one: their first lines say so."""

import re

from pipelines.derive.minutes.numbers import read_mark

FIRST_LINES = 6
"""Title, committee and date stand there; the list of items, which may be about a correction too, below."""
MINUTES = re.compile(r"niederschrift|protokoll|fassung|\A\W*(?:entwurf|korrektur|berichtigung)\W*\Z", re.IGNORECASE)
APPROVED = re.compile(r"genehmigung|bestätigung|einwendung", re.IGNORECASE)
"""An item about the minutes of the meeting before."""
CORRECTED = re.compile(
    r"berichtig|korrigier|korrektur|neufassung|(?:geänderte|neue|[2-9]\.) fassung|fassung [2-9]\b", re.IGNORECASE
)
"""Berichtigte Niederschrift; Protokoll (2. Fassung)"""
DRAFT = re.compile(r"entwurf|vorläufig|(?:noch )?nicht genehmigt|ungenehmigt", re.IGNORECASE)
"""Entwurf der Niederschrift; Protokoll - noch nicht genehmigt"""


def standing_of(text: str) -> int:
    """Of the minutes that begin with `text`: 1 for corrected ones, -1 for a draft, else 0."""
    lines = [line for line in text.splitlines() if line.strip()][:FIRST_LINES]
    titles = [line for line in lines if MINUTES.search(line) and not APPROVED.search(line) and not read_mark(line)]
    if any(CORRECTED.search(line) for line in titles):
        return 1
    return -1 if any(DRAFT.search(line) for line in titles) else 0

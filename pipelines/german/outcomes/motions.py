"""Votes on motions that were taken before the item's own, where only the tale before the result says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.german.outcomes.parts import tidy
from pipelines.german.outcomes.values import Vote

_REACH = 700
"""So many letters before a result may say what was voted on."""
_HOW_TO_VOTE = re.compile(
    r"(?i)\b(?:beantragte?n?|antrag auf|stellte?n? den antrag)\b[^.\n]{0,80}?\b"
    r"(?P<what>(?:geheime|namentliche|getrennte) (?:abstimmung|wahl))"
)
"""Stadtrat Muster beantragte die namentliche Abstimmung."""
_GO_ON = re.compile(
    r"(?i)\bantr[aä]ge?s?\b(?: [^.\n]{0,40})? auf (?P<what>vertagung|zurückstellung|absetzung|schluss|ende"
    r"|nichtbefassung|unterbrechung)"
    r"|vertagungsantrag"
    r"|\bantrag\b,? [^.\n]{0,100}?\b(?:zu vertagen|zu verschieben|zurückzustellen|abzusetzen)\b"
)
"""Stadtverordneter Muster stellt den Antrag auf Vertagung (Laubach); stellt den Antrag, den Punkt zu verschieben."""
_MOTION = re.compile(
    r"(?i)\b(?:(?:rats|ausschuss)?mitglied|stadtr[aä]t\w*|ratsherr|ratsfrau|gemeinder[aä]t\w*|herr|frau|fraktion"
    r"|stadtverordnete\w*|gemeindevertreter\w*|gr|gv|rm|rh|rf|kta|stv\.)(?!\w)[^.\n]{0,60}\b(?:beantragte?n?|stellte?n?\b[^.\n]{0,60}antrag)\b"
    r"|(?:änderungs|ergänzungs|geschäftsordnungs)antrag|weitergehende\w* antrag"
    r"|\b(?:lässt|ließ|wird|wurde)\b[^.\n]{0,40}\büber (?:den|die) antr[aä]ge? (?:de[rs]"
    r"|von) [^.\n]{0,80}\b(?:abgestimmt|abstimmen)"
)
"""Mitglied Muster beantragt für die Fraktion …, den Ansatz zu streichen."""
_ITEM = re.compile(
    r"(?i)(?:\A|\n) ?(?:\w+ )?beschlu(?:ss|ß)\b[^\n:]{0,60}:|haupt-?antrag|gesamtantrag"
    r"|(?:vorlage|vorschlag)[^.\n]{0,60} (?:abstimm|abgestimmt)"
)
"""Beschluss: …; Sodann wird über die Vorlage abgestimmt."""


def moved(votes: Sequence[Vote], before: str, *, is_last: bool) -> Sequence[Vote]:
    """`votes` of one result, told to be about a motion where the tale `before` it says so.

    The last result of an item is about the item (`is_last`), unless the motion was how to vote, or the first line says
    what became of the item: "Beschluss: mehrheitlich beschlossen" at the head of SessionNet's pages.
    """
    tale = before[-_REACH:]
    if _ITEM.search(tale):
        return votes
    how = _HOW_TO_VOTE.search(tale)
    if how:
        return [
            replace(vote, is_amendment=True, part=tidy(how["what"])) if vote.part is None else vote for vote in votes
        ]
    go_on = _GO_ON.search(tale)
    if go_on:
        what = (go_on["what"] or "vertagung").lower()
        adjourned = what in ("vertagung", "zurückstellung", "absetzung")
        return [
            _on_procedure(vote, adjourned=adjourned) if vote.part is None or vote.part.startswith("Antrag") else vote
            for vote in votes
        ]
    if is_last or not _MOTION.search(tale):
        return votes
    return [replace(vote, is_amendment=True) if vote.part is None else vote for vote in votes]


def _on_procedure(vote: Vote, *, adjourned: bool) -> Vote:
    """A vote to adjourn that was won is what became of the item; one that was lost, or another motion, is not."""
    if adjourned and vote.outcome in ("accepted", "postponed"):
        return replace(vote, outcome="postponed")
    return replace(vote, is_amendment=True)

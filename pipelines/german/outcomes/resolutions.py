"""What the text that was resolved says of the vote on it: that it was changed, or that it turns the item away."""

import re
from dataclasses import replace

from pipelines.german.outcomes.referrals import committee_of
from pipelines.german.outcomes.values import Vote
from pipelines.german.outcomes.words import read_words

_CHANGED_LABEL = re.compile(
    r"(?i)\s*geänderte|[^:\n]{0,120}(?::\s*)?\((?:\w+ )?(?:geändert|verändert|modifiziert|ergänzt)"
)
"""Geänderter Beschluss: …; Beschluss (verändert durch Antrag X): …; Beschluss: (modifizierter Beschluss) …"""
_WORKED_IN = re.compile(
    r"(?i)änderungen [^.]{0,80}(?:eingearbeitet|übernommen)|mit (?:der |den )?(?:folgenden?|vorgenannten) (?:änderung"
    r"|ergänzung)"
    r"|einschließlich (?:de[rs] )?(?:änderungs|ergänzungs)antr[^.]{0,80}(?:aufgenommen|übernommen)"
    r"|anm\.: (?:modifiziert|geändert)"
)
"""Die Änderungen aus der Beratung sind eingearbeitet."""
_TURNS = re.compile(
    r"(?:\d\. )?(?:Der|Die|Das|Dem|Den) [^.:;]{1,160}? (?:wird|werden)\b[^.:;]{0,160}?\b(?:abgelehnt|vertagt"
    r"|zurückgestellt"
    r"|abgesetzt|(?:ver|über)wiesen|zur Kenntnis genommen)\W*"
    r"|(?:Der|Die|Das) [^.:;]{2,80}? (?:lehnt [^.:;]+ ab|stellt [^.:;]+ zurück|vertagt [^.:;]+|verweist [^.:;]+"
    r"|nimmt [^.:;]+ zur Kenntnis)\W*"
    r"|(?:Kenntnisnahme|Vertagung|Verweisung)\b[^.:;]{0,80}\W*"
)
"""A resolution of one sentence that turns the item away: Die Angelegenheit wird vertagt (Rhein-Kreis Neuss)."""
_REMARKS = re.compile(
    r"\n[^\n]*\b(?:Beschlussfassung|Beschluss|Abstimmung)\b[^.\n]*\b(?:erfolgte?|Stimmenverhältnis|nicht anwesend"
    r"|nicht teil|teilgenommen)\b[^\n]*"
)
"""Die Beschlussfassung erfolgt mehrheitlich mit einem Stimmenverhältnis von 44 : 4."""
_ITEM_ITSELF = re.compile(
    r"(?i)antr[aä]g|vorlage|vorschlag|voranfrage|gesuch|vorhaben|angelegenheit"
    r"|tagesordnungspunkt"
)
"""What is rejected must be what the item asks for: not "Die Einwendung wird abgelehnt." """


def changed(vote: Vote, told: str) -> Vote:
    """Accepted, and `told` (the resolution with its label) says that it was changed."""
    changed = _CHANGED_LABEL.match(told) or _WORKED_IN.search(told.replace("\n", " "))
    if vote.outcome == "accepted" and not vote.is_amendment and changed:
        return replace(vote, outcome="amended", against_proposal=True)
    return vote


def resolved(vote: Vote, resolution: str) -> Vote:
    """A vote that says no more than "einstimmig zugestimmt" or "12 : 4", on a resolution to adjourn, refer, reject or
    take note; that taking note was "zugestimmt" is a vote. The numbers are as printed: those of the vote on that."""
    sentence = " ".join(_REMARKS.sub("", resolution).split())
    if vote.outcome != "accepted" or vote.part or not _TURNS.fullmatch(sentence):
        return vote
    outcome = read_words(sentence).outcome
    if read_words(vote.words).outcome not in ((None,) if outcome == "noted" else (None, "accepted")):
        return vote
    if outcome == "rejected" and not _ITEM_ITSELF.search(sentence):
        return vote
    return replace(vote, outcome=outcome, referred_to=committee_of(sentence) if outcome == "referred" else None)

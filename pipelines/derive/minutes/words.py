"""Words that minutes use around their items, as data. Each with one example."""

import re

ITEM_WORD = re.compile(  # "TOP 7", "T O P  7", "Tagesordnungspunkt 7", "Punkt 7 der Tagesordnung"
    r"(?:T\s?O\s?P|Tages\s?ordnungs\s?punkte?|TO-Punkte?|Punkte?n?|Pkt\.?|Ziffer)(?![a-zäöüß])", re.IGNORECASE
)

RESULT = re.compile(
    r"""einstimmig|einvernehmlich|einmütig|mehrheitlich|stimmenmehrheit|mit\s+\d+\s+stimmen
    |zustimmung|zugestimmt|beschlossen|angenommen|abgelehnt|ablehnung|ungeändert|\bgewählt
    |\d+\s*(?:x\s*)?(?:ja|nein|dafür|dagegen|enthaltung|gegenstimme)(?:en|n)?\b|(?:ja|nein|enthaltungen|dafür|dagegen)\s*:?\s*\d
    |keine\s+abstimmung|abstimmungsergebnis|\bbeschluss\s*:|zur\s+kenntnis|kenntnisnahme""",
    re.IGNORECASE | re.VERBOSE,
)
"""Something happened here: "einstimmig beschlossen", "12 Ja, 3 Nein", "nimmt den Bericht zur Kenntnis"."""

VOTE_LABEL = re.compile(r"(?:abstimmung(?:sergebnis)?|ergebnis|beschluss)\b[^:\d]{0,30}:?", re.IGNORECASE)
"""Abstimmungsergebnis: / Abstimmung zu den Punkten:"""

STATUS = re.compile(
    r"""\W*(?:(?:dieser|der)\s+(?:tagesordnungs)?punkt\s+)?(?:(?:wird|wurde|ist|nach|vor|von|der|die|in)\s+)*
    (?:\S+\s+){0,4}?(?:abgesetzt|absetzung|entfällt|entfallen|zurückgezogen|zurückgestellt|vertagt|verschoben|gestrichen
    |vorgezogen|nachgezogen|nicht\s+behandelt|erledigt|verlegt)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands where a title should be: "– abgesetzt –", "wurde von der Tagesordnung abgesetzt", "entfällt"."""

TOGETHER = re.compile(r"gemeinsam|zusammen|verbunden|en\s+bloc|im\s+block", re.IGNORECASE)  # "werden gemeinsam beraten"

RESUMED = re.compile(r"\b(?:noch|fortsetzung|erneut|wiederaufnahme|fortgesetzt)\b", re.IGNORECASE)  # "noch TOP 5"

AGENDA_WORD = re.compile(
    r"(?:veroeffentlichte|geaenderte|die|zur|folgende)?(?:tagesordnung|inhalt(?:sverzeichnis|suebersicht)?|uebersicht"
    r"|(?:tagesordnungs|beratungs|verhandlungs)(?:punkte|gegenstaende))(?:\w{0,40}sitzung\w{0,40})?"
    r"|(?:lfd)?(?:top|nr|topnr|nummer|punkt)(?:betreff|bezeichnung|titel|gegenstand|thema|beratungsgegenstand)"
    r"(?:vorlagen?(?:nr|nummer)?|drucksachen?(?:nr|nummer)?|drs|seite)?"
)
"""Compact line above a list of the items: "T a g e s o r d n u n g", "Inhaltsverzeichnis", "TOP Betreff Vorlage"."""

SECTION = re.compile(
    r"""(?:teil)?(?:[abi12]|ii|iii)?(?:teil)?(?P<hidden>nicht)?(?:oe|ö)ffentlich(?:e[rns]?)?
    (?:teil|sitzung|beratung|tagesordnung(?:spunkte)?|zubehandelndetagesordnungspunkte|angelegenheiten|verhandlung)
    (?:derniederschrift|dersitzung|dertagesordnung|teil)?""",
    re.VERBOSE,
)
"""Compact line that parts public from non-public items: "II. Nichtöffentlicher Teil", "B) Öffentliche Sitzung"."""

MID_SENTENCE = re.compile(
    r"""(?:,|[-–/(„]|\b(?:unter|zu|zum|zur|den|dem|der|die|das|des|und|oder|sowie|von|vom|auf|mit|in|im|nach|vor|bei|beim|aus
    |für|durch|über|gegen|an|am|als|wie|bis|ab|siehe|vgl\.|s\.|TOPs?|Tagesordnungspunkte?n?|Punkte?n?|gemäß|laut))\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The end of a line whose sentence goes on: "wie bereits unter"."""

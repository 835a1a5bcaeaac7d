"""The German words of the site for what the archive and Datasette keep as codes."""

import re
from collections.abc import Callable, Iterable

OUTCOMES = {
    "accepted": "angenommen",
    "amended": "geändert angenommen",
    "partly": "teilweise angenommen",
    "rejected": "abgelehnt",
    "postponed": "vertagt",
    "referred": "verwiesen",
    "withdrawn": "zurückgezogen",
    "noted": "zur Kenntnis genommen",
    "settled": "erledigt",
    "elected": "gewählt",
    "no_vote": "ohne Abstimmung",
}
"""What became of an agenda item, as the view decisions_in_words has it too."""
CODES: dict[str, dict[str, str]] = {
    "kind": {
        "motion": "Antrag",
        "amendment": "Änderungsantrag",
        "inquiry": "Anfrage",
        "answer": "Antwort oder Stellungnahme",
        "proposal": "Beschlussvorlage",
        "report": "Bericht oder Mitteilung",
        "notice": "Bekanntmachung",
        "petition": "Eingabe",
        "other": "Sonstiges",
    },
    "precision": {"minute": "auf die Minute", "day": "auf den Tag", "month": "auf den Monat", "year": "auf das Jahr"},
    "system": {
        "oparl": "OParl-Schnittstelle",
        "sessionnet": "SessionNet",
        "sessionnet6": "SessionNet 6",
        "allris3": "ALLRIS 3",
        "allris4": "ALLRIS 4",
        "sdnet": "SD.NET RIM",
        "rubin": "more! rubin",
        "press": "Pressemitteilungen",
    },
    "mode": {"full": "vollständig", "changes": "nur Änderungen", "files": "Dokumente"},
    "outcome": OUTCOMES,
    "item_outcome": OUTCOMES,
    "majority": {"unanimous": "einstimmig", "majority": "mehrheitlich", "tie": "Stimmengleichheit"},
    "origin": {
        "minutes": "Niederschrift",
        "extract": "Auszug",
        "html_minutes": "Protokoll auf der Seite",
        "html": "Seite des Systems",
        "oparl": "OParl-Schnittstelle",
    },
    "vote": {"yes": "ja", "no": "nein", "abstain": "enthalten", "biased": "befangen"},
    "text_status": {
        "read": "gelesen",
        "needs_ocr": "Texterkennung nötig",
        "empty": "leer",
        "encrypted": "verschlüsselt",
        "broken": "beschädigt",
        "too_large": "zu groß",
        "too_slow": "zu langsam",
        "unsupported": "Format nicht lesbar",
    },
    "method": {"text": "aus der Datei", "ocr": "Texterkennung", "none": "nicht lesbar"},
    "verdict": {
        "good": "in Ordnung",
        "suspicious": "auffällig",
        "failed": "fehlgeschlagen",
        "interrupted": "abgebrochen",
    },
    "deleted_reason": {"the source says so": "Die Quelle sagt es selbst"},
    "severity": {"error": "Fehler", "warning": "Hinweis"},
    "role": {
        "mainFile": "Hauptdokument",
        "auxiliaryFile": "Anlage",
        "invitation": "Einladung",
        "resultsProtocol": "Niederschrift",
        "verbatimProtocol": "Wortprotokoll",
        "resolutionFile": "Beschluss",
        "derivativeFile": "Fassung",
        "originator": "eingebracht von",
        "direction": "federführend",
    },
    "relation": {"related": "verwandt", "superordinated": "übergeordnet", "subordinated": "untergeordnet"},
}
"""Per column the words for its values; a value that is not here is shown as it is."""

REASONS: tuple[tuple[str, str], ...] = (
    (
        r"stopped by hand; what was read is kept, the next run goes on",
        "von Hand beendet; das Gelesene bleibt, der nächste Lauf macht weiter",
    ),
    (r"nothing could be read \((\d+) errors, see complaints\)", r"nichts war lesbar (Fehler: \1)"),
    (r"(\d+) answers could not be read \(see complaints\)", r"nicht lesbare Antworten: \1"),
    (r"(\d+) of (\d+) documents did not come \(see complaints\)", r"\1 von \2 Dokumenten kamen nicht"),
    (r"the source gave no record at all", "die Quelle nannte keinen einzigen Eintrag"),
    (
        r"only (\d+) records were seen, (\d+) in the last good full run",
        r"nur \1 Einträge gelesen, im letzten guten vollständigen Lauf waren es \2",
    ),
    (r"(\d+) of (\d+) (\w+) are missing all at once; none was marked", r"\1 von \2 Einträgen fehlen auf einmal (\3)"),
    (r"(\d+) exceptions in the spider \(see the log\)", r"Programmfehler: \1 (siehe Protokoll)"),
)
"""What the pipelines write into `runs.reason` (several are joined by "; "), and the same in German."""

YES_NO = frozenset(
    {"public", "cancelled", "authoritative", "voting_right", "preferred", "is_amendment", "against_proposal"}
)
"""Columns that hold 1, 0 or nothing."""

TRUTH = {"1": "ja", "0": "nein"}

OPERATORS = {
    "exact": "ist gleich",
    "not": "ist nicht",
    "contains": "enthält",
    "endswith": "endet mit",
    "startswith": "beginnt mit",
    "gt": "größer als",
    "gte": "ab (≥)",
    "lt": "kleiner als",
    "lte": "bis (≤)",
    "like": "gleicht dem Muster (LIKE)",
    "notlike": "gleicht nicht dem Muster (LIKE)",
    "glob": "gleicht dem Muster (GLOB)",
    "in": "ist eines von",
    "notin": "ist keines von",
    "arraycontains": "Liste enthält",
    "arraynotcontains": "Liste enthält nicht",
    "date": "ist am Tag",
    "isnull": "fehlt",
    "notnull": "ist vorhanden",
    "isblank": "ist leer",
    "notblank": "ist ausgefüllt",
}
"""Datasette's filters by their key."""

ERRORS = {
    400: ("Diese Abfrage ist nicht möglich", "Die Adresse enthält Angaben, mit denen das Archiv nichts anfangen kann."),
    403: ("Kein Zugriff", "Diese Seite ist nicht öffentlich."),
    404: ("Seite nicht gefunden", "Unter dieser Adresse gibt es im Archiv nichts."),
    500: ("Da ist etwas schiefgegangen", "Der Fehler liegt beim Archiv, nicht bei Ihnen."),
}
TOOK_TOO_LONG = (
    "Die Abfrage dauert zu lange",
    "Das Archiv hat sie abgebrochen. Eine engere Suche oder ein Filter mehr hilft; vollständige Daten gibt es unter "
    "„Daten herunterladen“.",
)

WORD_BREAKS = re.compile(r"_+")  # record_table


def code_word(column: str, value: object) -> str:
    """("kind", "motion") -> "Antrag"; ("public", 1) -> "ja", also for "1", as the history keeps it."""
    words = TRUTH if column in YES_NO else CODES.get(column, {})
    return words.get(str(value), str(value))


def reason(text: str) -> str:
    """A run's reason in German; what is not in REASONS stays as it is.

    >>> reason("the source gave no record at all; odd")
    'die Quelle nannte keinen einzigen Eintrag; odd'
    """
    for pattern, words in REASONS:
        text = re.sub(pattern, words, text)
    return text


def heading_of(description: str | None, column: str) -> str:
    """A column's heading: what its description says before the first colon, else the column's name in words."""
    if description:
        return description.partition(":")[0].strip()
    return WORD_BREAKS.sub(" ", column).strip()


def explanation_of(description: str | None) -> str:
    """What a column's description says behind the first colon."""
    return (description or "").partition(":")[2].strip()


def describe(
    selections: Iterable[tuple[str, str, str]],
    heading: Callable[[str], str],
    search: str,
    sort: str | None,
    sort_desc: str | None,
) -> str:
    """What a table page shows, in one German line: 'Suche nach „Radweg“ · Art ist gleich „Antrag“ · …'.

    `selections` are Datasette's filters as (column, operator key, value).
    """
    parts = [f"Suche nach „{search}“"] if search else []
    for column, operator, value in selections:
        words = f"{heading(column)} {OPERATORS.get(operator, operator)}"
        needs_value = operator not in ("isnull", "notnull", "isblank", "notblank")
        parts.append(f"{words} „{code_word(column, value)}“" if needs_value else words)
    if sort or sort_desc:
        parts.append(f"sortiert nach {heading(sort or sort_desc or '')}{' (absteigend)' if sort_desc else ''}")
    return " · ".join(parts)

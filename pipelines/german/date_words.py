"""The words and characters that German dates are written with, as pieces of regular expressions.

Every piece is bounded (no unlimited repetition inside a repetition), so that reading stays linear in the length of
the text. None of them holds a capturing group: the grammar that uses them numbers and names its own.
"""

DASH = r"[-‐‑‒–—―−\x96\x97]"
"""All dashes a page may write between two dates; 0x96 and 0x97 are windows-1252 dashes that were decoded as Latin-1."""

GAP = r"[^\S\n]{0,6}+\n?[^\S\n]{0,6}+"
"""Spaces inside one date, at most one of them a line break: ``zum 31. \\nDezember 2024``. A blank line ends a date."""

END_OF_WORD = r"(?![^\W\d_])"
"""No letter follows; a digit may, because PDFs lose their spaces: ``1.April2017``."""

MONTH = (
    r"(?:"
    r"[Jj](?i:an(?:uar[sy]?)?|(?:ä|ae|a\u0308)n(?:ners?)?|un(?:i|e|o)?|ul(?:i|y|ei)?)"  # Januar, Jänner, Juno
    r"|[Ff](?i:eb(?:ruar[sy]?|ers?|r)?)"  # Feber
    r"|[Mm](?i:ai|ay|(?:ä|ae|a\u0308|ã¤|a|[\ufffd?])?rz(?:es)?|(?:ä|ae|a\u0308)r|ar(?:ch)?)"  # März, Maerz, Mrz, M?rz
    r"|[Aa](?i:pr(?:ils?)?|ug(?:usts?)?)"
    r"|[Ss](?i:ep(?:t(?:embers?)?)?)"  # Sept.
    r"|[Oo](?i:[kc]t(?:obers?)?)"
    r"|[Nn](?i:ov(?:embers?)?)"
    r"|[Dd](?i:e[zc](?:embers?)?)"
    rf"){END_OF_WORD}"
)
"""A month's name or its abbreviation without the dot; German, Austrian, English (RSS), and März as broken pages
write it. ``Dez. 6`` is a department and ``7200 Märkte`` a budget line: the grammar wants a day or a year beside it."""

_FIRST_LETTERS = (
    "jan jän jae ja\u0308",
    "feb",
    "mar mär mae ma\u0308 mã¤ mrz m\ufffdr m?r",
    "apr",
    "mai may",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt oct",
    "nov",
    "dez dec",
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
MONTHS = {
    **{letters: number for number, month in enumerate(_FIRST_LETTERS, start=1) for letters in month.split()},
    **{roman: number for number, roman in enumerate(_ROMAN, start=1)},
}
"""Number of a month by the first three letters of its name, or by its Roman numeral."""

ROMAN_MONTH = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
"""``10.III.2017``"""

WEEKDAY = (
    r"(?:(?i:mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|so(?:nntag|nnabend)?"
    rf"|mon|tue|wed|thu|fri|sat|sun){END_OF_WORD}[.,]{{0,2}})"
)
"""``Mi.,``. A weekday is passed over, also where it contradicts the date: documents err about it, the date counts."""

ORDINALS = (
    *("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft"),
    *("dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst"),
    *(f"{one}undzwanzigst" for one in ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")),
    *("dreißigst", "einunddreißigst"),
)
"""Days of the month spelled out, without their ending, in their order: ``am ersten März 2020``."""

_NUMBER_WORDS = (
    "top tops punkt punkte pkt ziffer ziffern ziff kapitel kap abschnitt absatz abs artikel art nummer",
    "nummern nr nrn no anlage anlagen seite s teil produkt produkte produktgruppe produktbereich element",
    "plansatz plansätze tabelle tab abbildung abb version ö n az aktenzeichen gz konto finanzposition",
    "drucksache ds vorlage telefon tel fax heft ausgabe raum zimmer satz buchst buchstabe plan bebauungsplan",
    "flurstück flurstücke flurstücken flst flur parzelle din linie pos position positionen lfd zeile spalte",
    "drs paragraph paragraf ver jquery php",
)
NUMBER_WORDS = frozenset(word for line in _NUMBER_WORDS for word in line.split())
"""After these words a number with dots is a number, not a date: ``Top 3.1.12``, ``Plansätze 4.2.10``."""

AMOUNT = (
    r"(?:[^\S\n]{0,2}(?:€|%|(?i:euro|eur|teur|t€|mio|mrd|tsd|prozent|einwohner|personen|stück|stk|stimmen|[cm]?m|meter|km|qm|ha|kg|mal"
    rf"|punkte){END_OF_WORD}|[cm]?m[²³]))"
)
"""What makes the number before it an amount: ``zum 1. Mai 2000 Euro``."""

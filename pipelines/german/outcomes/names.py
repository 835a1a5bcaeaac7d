"""Who votes: groups and persons as minutes write them. What is neither one nor the other is nobody that we know."""

import re
from typing import Literal, NamedTuple

from pipelines.german.outcomes.counts import NUMBER, number_of

Kind = Literal["group", "person"]

_TITLE = (
    r"(?:Herrn?|Frau|Hr\.?|Fr\.?|Dr\.|Prof\.|BM(?:in)?|OBM?|(?:Stadt|Gemeinde|Kreis|Ortschafts|Bezirks)r[aä]t\w*"
    r"|Rats(?:mitglied\w*|herrn?|frau|dame)|\w*[vV]erordnete\w*|\w*[bB]ürgermeister\w*|\w*[vV]ertreter\w*|Mitglied\w*)"
)
_PERSON = re.compile(rf"\A{_TITLE}(?=[\s.]|\Z)")
"""Herr Beispiel; Stadträtin Muster; BM (in a table: the mayor)"""
_GROUP = re.compile(
    r"(?i:fraktion|\bgruppe\b)|\b(?:CDU|CSU|SPD|FDP|[Aa][Ff][Dd]|BSW|Volt|ÖDP|ödp|Piraten|Bündnis|B\W{0,2}90"
    r"|Gr(?i:ünen?)|Linken?"
    r"|LINKEN?|PARTEI|Partei|Freien?|Bürger\w*|Wähler\w*|SSW|Zentrum)\b|\b[A-ZÄÖÜ]{2,}\b"
    r"|\b[A-ZÄÖÜ]{1,3}[a-zäöü]{1,2}[A-ZÄÖÜ]{1,3}\b"
)
"""Names and abbreviations of groups (BfM: Bürger für Musterstadt). What is neither this nor a person stays unread:
nobody knows what it is."""
_ONE_VOTE = re.compile(
    r"(?:Herrn?|Frau|Hr\.?|Fr\.?|Dr\.|Prof\.|BM(?:in)?|OBM?|(?:Ober|Orts|Bezirks)?[bB]ürgermeister(?:in)?"
    r"|(?:Stadt|Gemeinde|Kreis)r[aä]t(?:in)?|Ratsmitglied|Ratsherrn?|Ratsfrau|Stadtverordneter?)(?=[\s.]|\Z)"
)
COUNTED = re.compile(
    rf"(?P<n>{NUMBER})(?: ?x)? +(?:(?:Mitglied|Stadtr|Ratsmitgl|Stimme|Vertreter)\w* +)?(?:(?:de[rs]"
    rf"|von)(?: der)? +)?(?P<who>\S.*)"
)
"""1x Bündnis 90/Grünen; zwei Mitgliedern der SPD-Fraktion"""
NOBODY = re.compile(
    r"(?:Stadt|Gemeinde|Kreis|Ortschafts|Bezirks)r[aä]t\w*|Rats(?:mitglied\w*|herr\w*|frau\w*|dame\w*)|Mitglied\w*"
    r"|\w*(?:[vV]erordnete|[vV]ertreter)\w*|Fraktion\w*"
)
"""gegen die Stimmen von zwei Stadträten: nobody is named"""
ARTICLE = re.compile(r"(?:(?:de[rsnm]|die|das|von|vom)\s+)+")

_WORD = (
    r"(?:[A-ZÄÖÜ][\w'‘’´.&|+/-]*|\d+(?:x|(?:/\S+)?)|\([^()]{2,40}\)"
    r"|(?:der|die|den|des|von|van|de|zu|zum|für|und|im|in|am|afd|ödp)\b)"
)
_NAME = re.compile(rf"(?!\()(?:Die |DIE |die |B\W{{0,2}}90\W{{1,3}})?{_WORD}(?:[ /|+-]{{1,3}}{_WORD}){{0,7}}")
"""Every word of a name begins with a capital, but for small ones: Bündnis 90/Die Grünen, Freie Wähler für Muster."""
_THING = re.compile(
    r"(?i)\b(?:\w*antr[aä]g\w*|\w*vorlage\w*|beschl\w*|\w*vorschl\w*|stimmen?|verwaltung\w*|\w*ausschuss\w*|\w*beirat"
    r"|rat|\w*satzung\w*|ziffern?|punkte?|top|nr|teil|ja|nein|eur|euro|abs|go|baugb|sitzung|anlagen?|enthaltung\w*"
    r"|variante|alternative|frage|abschnitt|sonstige\w*|rest|niemand|keine?r?|übrige\w*|alle|einzelne|aus|seite|teile|mehrheit\w*|uhr|einige)\b"
)
"""What is voted on, or nobody in particular."""
_PART = r"(?:[A-ZÄÖÜ][a-zäöüßéèáøç'’]+(?:-[A-ZÄÖÜ][a-zäöüßéèáøç]+)*|[A-ZÄÖÜ]\.)"
_FULL_NAME = re.compile(
    rf"(?:(?:Dr|Prof)\. ?)*{_PART}(?:,? (?:(?:von|van|de|zu|der|Dr\.|Prof\.) )*{_PART}){{1,3}}"
    r"(?: ?\([^()]{2,40}\))?"
)
"""Erika Muster; Muster, Dr. Erika; Hans-Peter von der Beispiel (FDP)"""


_SURNAME = re.compile(rf"(?:(?:Dr|Prof)\. ?)*(?:(?:von|van|de|zu|der) )*{_PART}(?: ?\([^()]{{2,40}}\))?")
_PLURAL = re.compile(
    r"(?:die |den )?(?:Fraktionen|Gruppen|Gruppierungen|(?P<persons>(?:Rats|Ausschuss|Kreistags)?[mM]itglieder[n]?"
    r"|Stadträt\w+|Gemeinderät\w+|Kreisrät\w+|Ratsherren|Ratsfrauen|Herren|Damen|Stadtverordneten?|Abgeordneten?))\s+"
)
"""die Ratsmitglieder Muster, Beispiel und Sommer: persons, all of them"""
_COMMA = re.compile(
    r" ?[,;] ?(?![^(]*\))| (?:und|sowie|u\.) (?![^(]*\))|(?<=[A-Za-zÄÖÜ]) (?=\d{1,2} [A-ZÄÖÜ])(?<!\bB )(?<!Bündnis )"
)
"""Between the entries of a list. "1 BÜRGERLISTE 1 OP" lacks its comma."""
_LOWER = re.compile(
    r"(?<![\w-])(?!(?:der|die|den|des|dem|von|vom|van|de|zu|zum|für|und|im|in|am|afd|ödp|fraktionslos|parteilos|zwei|drei"
    r"|vier|fünf)\b)[a-zäöüß]{2,}"
)
_CAPITAL_ARTICLE = re.compile(r"\ADie (?=\S*[Ff]raktion\b|CDU\b|CSU\b|SPD\b|FDP\b|AfD\b)")
COUNTED_BEHIND = re.compile(r"(?P<who>\S.*?(?<!\bB)(?<!Bündnis)):? \(?(?P<n>\d{1,2})\)?")
"""CDU (12); CDU 12; CDU: 12"""
LONGEST = 70


class Named(NamedTuple):
    """One entry of a list; `votes` is None where it gives no number."""

    who: str
    kind: Kind
    votes: int | None


def kind_of(who: str) -> Kind | None:
    if _PERSON.search(who):
        return "person"
    return "group" if _GROUP.search(who) else None


def has_one_vote(who: str) -> bool:
    """One person, who can not have cast more than one vote."""
    return bool(_ONE_VOTE.match(who))


def is_full_name(who: str) -> bool:
    """In the form of a person's name with a given name, and not a group's that we know."""
    bare = re.sub(r" ?\([^()]*\)\Z", "", who)
    return bool(_FULL_NAME.fullmatch(who)) and kind_of(bare) != "group" and not _THING.search(bare)


def read_name(entry: str) -> Named | None:
    """An entry that is a group or person and nothing else: "4 SPD", "CDU (12)", "Herr Beispiel (SPD)".

    None for all other words: "Sonstige", "Antrag der FDP", "weil es zu teuer ist".
    """
    entry = " ".join(entry.split()).strip(" ,:;–-")
    if not re.search(r"\bLINKE\.\Z", entry):
        entry = entry.rstrip(".")
    counted = COUNTED.fullmatch(entry) or COUNTED_BEHIND.fullmatch(entry)
    who = counted["who"] if counted else entry
    who = ARTICLE.sub("", who, count=1) if ARTICLE.match(who) else _CAPITAL_ARTICLE.sub("", who)
    kind = kind_of(who)
    if kind is None or len(who) > LONGEST or NOBODY.fullmatch(who) or not _NAME.fullmatch(who):
        return None
    if _THING.search(re.sub(r"\([^()]*\)", "", who)):
        return None
    return Named(who, kind, number_of(counted["n"]) if counted else None)


def read_list(listed: str, *, persons: bool = False, surnames: bool = False) -> list[Named]:
    """The groups and persons of a list; what is neither is passed over. Empty where the words are no list of names.

    `persons`: where nobody is a group or has a title, names with a given name are persons; `surnames`: those without
    one are, too.
    "die Ratsmitglieder Muster, Beispiel und Sommer" are persons without it.
    """
    listed = re.sub(r"\s+", " ", listed).strip(" ,;:–—-/")
    listed = re.sub(r"(?:,? (?:und|sowie|bei)|[,;])\Z", "", listed)
    plural = _PLURAL.match(listed)
    pieces = split_list(listed[plural.end() :] if plural else listed)
    if not pieces or any(not _is_entry(piece) for piece in pieces):
        return []
    found = [read_name(piece) for piece in pieces]
    if plural and plural["persons"]:
        return [one or Named(piece, "person", None) for piece, one in zip(pieces, found, strict=True)
                if one or _SURNAME.fullmatch(piece) or is_full_name(piece)]  # fmt: skip
    if (
        persons
        and not any(found)
        and all(
            is_full_name(piece) or (surnames and _SURNAME.fullmatch(piece) and not _THING.search(piece))
            for piece in pieces
        )
    ):
        return [Named(piece, "person", None) for piece in pieces]
    return [one for one in found if one]


def split_list(listed: str) -> list[str]:
    """The entries of a list. "Fraktion A und B" is one group; "Muster, Erika; Beispiel, Hans" are two persons."""
    if ";" in listed and all(is_full_name(piece.strip()) for piece in listed.split(";") if piece.strip()):
        pieces = listed.split(";")
    elif re.match(r"(?:die )?(?:Fraktion|Gruppe) ", listed):
        pieces = re.split(r" ?[,;] ?", listed)
    else:
        pieces = _COMMA.split(listed)
    return [piece.strip() for piece in pieces if piece.strip()]


def could_be_name(words: str) -> bool:
    """Nothing in it says that it is something else: "Unabhängige", but neither "Ziffer 2" nor "Ist das nötig?"."""
    return bool(words) and _is_entry(words) and not _THING.search(words) and not re.search(r"[?!:]", words)


def _is_entry(piece: str) -> bool:
    """Could be a name: a few words, none of them a verb or the like."""
    return len(piece) <= LONGEST and not _LOWER.search(re.sub(r"\([^()]*\)", "", piece))

"""Who voted how, where a text says so: "gegen die Stimmen der Fraktionen X und Y", "1 Enthaltung (Stadträtin Z)"."""

import re
from collections.abc import Iterator

from pipelines.german.outcomes.counts import NUMBER, number_of
from pipelines.german.outcomes.values import Outcome, Stance, StanceVote

_PERSON = re.compile(
    r"\A(?:Herrn?|Frau|Hr\.?|Fr\.?|Dr\.|Prof\.|BM|OB|(?:Stadt|Gemeinde|Kreis|Ortschafts|Bezirks)r[aä]t\w*"
    r"|Rats(?:mitglied\w*"
    r"|herrn?|frau|dame)|\w*[vV]erordnete\w*|\w*[bB]ürgermeister\w*|\w*[vV]ertreter\w*|Mitglied\w*)(?=[\s.]|\Z)"
)
"""Herr Beispiel; Stadträtin Muster; BM (in a table: the mayor)"""
_GROUP = re.compile(
    r"(?i:fraktion|\bgruppe\b)|\b(?:CDU|CSU|SPD|FDP|[Aa][Ff][Dd]|BSW|Volt|ÖDP|ödp|Piraten|Bündnis|B\W{0,2}90"
    r"|Gr(?i:ünen?)|Linken?"
    r"|LINKEN?|PARTEI|Partei|Freien?|Bürger\w*|Wähler\w*|SSW)\b|\b[A-ZÄÖÜ]{2,}\b"
    r"|\b[A-ZÄÖÜ]{1,3}[a-zäöü]{1,2}[A-ZÄÖÜ]{1,3}\b"
)
"""Names and abbreviations of groups (BfM: Bürger für Musterstadt). What is neither this nor a person stays unread:
nobody knows what it is."""

_SAID: dict[str, StanceVote] = {"yes": "yes", "no": "no", "abstain": "abstain"}
"""Words that say the vote itself, whatever became of the motion."""
_OF = r"(?: ?(?:de[rsn]|von|vom|seitens|durch)(?: de[rsnm])?\b)?"
_ANCHORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (how, re.compile(rf"(?<![^\W\d_])(?:{words}){_OF}(?P<open> ?:? ?\(?) ?"))
    for how, words in (
        ("opposed", rf"gegen (?:die |(?P<n>{NUMBER}) )?Stimmen?"),  # gegen die Stimmen der FDP-Fraktion
        ("opposed", rf"(?:(?P<n>{NUMBER})[ x]{{1,2}})?[gG]egenstimmen?"),  # Gegenstimmen: FDP, AfD
        ("in_favour", rf"[mM]it (?:den|allen|(?P<n>{NUMBER})) Stimmen"),  # mit den Stimmen von CDU und SPD
        (
            "abstain",
            rf"(?:(?P<n>{NUMBER})[ x]{{1,2}})?(?:[sS]timm)?[eE]nthaltung(?:en|\(en\))?(?: durch)?",
        ),  # bei Enthaltung der SPD
        ("no", rf"(?:(?P<n>{NUMBER})[ x]{{1,2}})?[nN][eE][iI][nN]-?[sS]timmen?"),  # 1 Nein-Stimme CDU-Fraktion
        ("yes", rf"(?:(?P<n>{NUMBER})[ x]{{1,2}})?[jJ][aA]-?[sS]timmen?"),  # 4 Ja-Stimmen (1 x FDP, 3 x SPD)
    )
)
_END = re.compile(
    r"\n\n|[.;)](?!\w)(?<!Hr\.)(?<!Fr\.)(?<!Dr\.)(?!(?<=LINKE\.)\s(?:und|sowie|bei)\b)|\b(?:an(?:genommen|zu)"
    r"|abgelehnt|beschlossen"
    r"|(?:un)?(?:ver)?ge?ändert|zugestimmt|zu geändert\w*|empfohlen|"
    r"genehmigt|gewählt|bei|gegen|einstimmig\w*|mehrheitlich\w*|zur|keine|ohne|wird|wurde|hat|haben|ist|sich|stimm\w*"
    r"|abzulehnen)\b"
    r"|(?<=[\w.])(?<!\bund)(?<!\bsowie)(?<!\bfür)(?<!\bu\.)\s(?:die|den|das|dem|beschließ\w+|nimmt|lehnt|empfiehlt"
    r"|folgende\w*)\b"
    rf"|\b(?:in|an) (?:den|die)\b|\bmit\s(?:[äÄ]nder|[eE]rgänz|den\b|{NUMBER})|(?:,|\bund|\bsowie|\bu\.|\n)\s*(?:bei "
    rf"|mit |der )?(?:{NUMBER} )?"
    r"(?:[a-zA-Z]+-?)?(?:[eE]nthaltung|[jJ]a\b|[nN]ein\b|[sS]timmen\b|[gG]egenstimme)|\b(?:Ziffer|Nr|Punkt|TOP)\b"
    r"|\n[^\n:]{1,80}:"
)
"""What ends a list of names."""
_COUNTED = re.compile(
    rf"(?P<n>{NUMBER})(?: ?x)? +(?:(?:Mitglied|Stadtr|Ratsmitgl|Stimme|Vertreter)\w* +)?(?:(?:de[rs]"
    rf"|von)(?: der)? +)?(?P<who>\S.*)"
)
"""1x Bündnis 90/Grünen; zwei Mitgliedern der SPD-Fraktion"""
_NOBODY = re.compile(
    r"(?:Stadt|Gemeinde|Kreis|Ortschafts|Bezirks)r[aä]t\w*|Rats(?:mitglied\w*|herr\w*|frau\w*|dame\w*)|Mitglied\w*"
    r"|\w*(?:[vV]erordnete|[vV]ertreter)\w*|Fraktion\w*"
)
"""gegen die Stimmen von zwei Stadträten: nobody is named"""
_ARTICLE = re.compile(r"(?:(?:de[rsnm]|die|das|von|vom)\s+)+")
_PLURAL = re.compile(r"(?:Fraktionen|Gruppen|Ratsmitglieder[n]?|Stadträte[n]?|Herren|Gruppierungen)\s+")


def read_stances(text: str, outcome: Outcome | None, *, numbers_beside: bool) -> tuple[Stance, ...]:
    """Groups and persons that flat text says voted so. `numbers_beside`: the text counts yes and no as well.

    "gegen die Stimmen von X abgelehnt" says that X wanted it; bare "Gegenstimmen: X" does not say it where it was voted
    down, unless yes and no are counted beside it.
    """
    found: list[Stance] = []
    for how, anchor in _ANCHORS:
        for match in anchor.finditer(text):
            vote = _vote(how, match.group(), outcome, numbers_beside=numbers_beside)
            if vote is None:
                continue
            for stance in _names(text, match, vote):
                if not any((one.who, one.vote) == (stance.who, stance.vote) for one in found):
                    found.append(stance)
    return tuple(found)


def kind_of(who: str) -> str | None:
    if _PERSON.search(who):
        return "person"
    return "group" if _GROUP.search(who) else None


def _vote(how: str, words: str, outcome: Outcome | None, *, numbers_beside: bool) -> StanceVote | None:
    rejected = outcome == "rejected"
    if how == "opposed":
        if not rejected or (numbers_beside and "egenstimme" in words):
            return "no"
        return "yes" if words.startswith("gegen ") else None
    if how == "in_favour":
        return "no" if rejected else "yes"
    return _SAID[how]


def _names(text: str, anchor: re.Match[str], vote: StanceVote) -> Iterator[Stance]:
    rest = text[anchor.end() : anchor.end() + 240]
    opened = "(" in anchor["open"]
    end = re.search(r"\)", rest) if opened else _END.search(rest)
    listed = rest[: end.start()] if end else rest
    if end and listed.count("(") > listed.count(")") and end.group() == ")":
        listed += ")"
    names = _split(listed)
    total = number_of(anchor["n"]) if "n" in anchor.re.groupindex and anchor["n"] else None
    if total == 0 or rest.startswith("\n"):
        return
    for name in names:
        counted = _COUNTED.fullmatch(name)
        who = (
            _ARTICLE.sub("", counted["who"] if counted else name, count=1) if counted or _ARTICLE.match(name) else name
        )
        kind = kind_of(who)
        if (
            kind is None
            or len(who) > 70
            or _NOBODY.fullmatch(who)
            or re.match(r"(?:aus|Teile|einige|einzelne|übrige|alle)", who)
        ):
            continue
        count = number_of(counted["n"]) if counted else total if len(names) == 1 else None
        yield Stance(who=who, kind="person" if kind == "person" else "group", vote=vote, count=count)


def _split(listed: str) -> list[str]:
    """The names of a list. "Fraktion A und B" without a second article is one group; "Fraktionen A und B" are two."""
    listed = re.sub(r"\s+", " ", listed).strip(" ,:(")
    plural = _PLURAL.match(_ARTICLE.sub("", listed, count=1) if _ARTICLE.match(listed) else listed)
    singular = re.match(r"(?:de[rs] )?(?:Fraktion|Gruppe) ", listed)
    if plural:
        listed = _PLURAL.sub("", listed, count=1)
    if singular:
        pieces = re.split(r" ?, ?| (?:und|sowie|u\.) (?=(?:de[rsn]|die|von) |(?:Herr|Frau|Stadtr|Ratsm)|\d)", listed)
    else:
        pieces = re.split(r" ?[,;] ?(?![^(]*\))| (?:und|sowie|u\.) ", listed)
    return [piece.strip() for piece in pieces if piece.strip()]

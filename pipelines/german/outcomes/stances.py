"""Who voted how, where a text says so: "gegen die Stimmen der Fraktionen X und Y", "1 Enthaltung (Stadträtin Z)"."""

import re
from collections.abc import Iterator

from pipelines.german.outcomes.counts import NUMBER, number_of
from pipelines.german.outcomes.names import (
    ARTICLE,
    COUNTED,
    COUNTED_BEHIND,
    LONGEST,
    NOBODY,
    kind_of,
    read_list,
    read_name,
)
from pipelines.german.outcomes.values import Outcome, Stance, StanceVote

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
    r"|abzulehnen|so)\b"
    r"|(?<=[\w.])(?<!\bund)(?<!\bsowie)(?<!\bfür)(?<!\bu\.)\s(?:die|den|das|dem|beschließ\w+|nimmt|lehnt|empfiehlt"
    r"|folgende\w*)\b"
    rf"|\b(?:in|an) (?:den|die)\b|\bmit\s(?:[äÄ]nder|[eE]rgänz|den\b|{NUMBER})|(?:,|\bund|\bsowie|\bu\.|\n)\s*(?:bei "
    rf"|mit |der )?(?:{NUMBER} )?"
    r"(?:[a-zA-Z]+-?)?(?:[eE]nthaltung|[jJ]a\b|[nN]ein\b|[sS]timmen\b|[gG]egenstimme)|\b(?:Ziffer|Nr|Punkt|TOP)\b"
    r"|\n[^\n:]{1,80}:"
)
"""What ends a list of names."""
_REMARK = re.compile(r" \([^()]*\b(?:siehe|vgl|[Ss]\.|[aA]nlage|\w*[dD]rucksache|TOP|Nr)\b[^()]*\)?\Z")
"""der SPD-Fraktion (Drucksache 21/1967, siehe Anlage)"""
_PLURAL = re.compile(r"(?:Fraktionen|Gruppen|Ratsmitglieder[n]?|Stadträte[n]?|Herren|Gruppierungen)\s+")


_SIDES: tuple[tuple[StanceVote, str], ...] = (
    ("yes", r"ja(?:-?stimmen)?|dafür|zustimmung"),
    ("no", r"nein(?:-?stimmen)?|dagegen|ablehnung"),
    ("abstain", r"(?:stimm)?enth(?:altung(?:en)?|\.)"),
)
_LISTED = re.compile(
    rf"(?<![\w-])(?i:{'|'.join(f'(?P<{name}>{words})' for name, words in _SIDES)})(?![\w-])(?P<colon>\s?:)?\s*"
    r"(?:(?P<n>\d{1,3})(?: Stimmen?)?\s*)?(?:\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?P<rest>[^\n;()]{2,300}))"
)
"""Dafür: 12 (CDU, FDP), Dagegen: 9 (SPD, GRÜNE); dagegen (FDP, AfD); dagegen: FDP"""
_NEXT_SIDE = re.compile(
    rf"(?i)[,.]?\s*(?<![\w-])(?:{'|'.join(words for _, words in _SIDES)})(?![\w-])|\.(?=\s|\Z)|\s[–—]\s"
)
_AGAINST = re.compile(
    r"(?:\A|\b(?:[mM]ehrheitlich\w*|[eE]instimmig\w*|beschlossen|angenommen|abgelehnt|zugestimmt|empfohlen))"
    r"\W{0,3}gegen "
    r"(?P<names>(?:die |den |das |Herrn |Frau |[A-ZÄÖÜ])[^.;()\n]{2,200})"
)
"""Mehrheitlich gegen die FDP-Fraktion und Herrn Muster zugestimmt"""
_BY = re.compile(
    r"\bbei (?:(?P<yes>Zustimmung)|Ablehnung)(?: durch)? (?P<names>(?:de[rs] |von )?[A-ZÄÖÜ][^.;()\n]{2,200})"
)
"""angenommen bei Ablehnung der FDP"""
_MARKED = re.compile(
    r"(?P<who>[^,;()\n]{2,60}?) \(= ?(?:(?P<yes>Annahme|Zustimmung)|(?P<no>Ablehnung)|(?P<abstain>Enthaltung))\)"
)
"""CDU und SPD gegen FDP (= Ablehnung) sowie LINKE. (= Enthaltung)"""


def read_stances(text: str, outcome: Outcome | None, *, numbers_beside: bool) -> tuple[Stance, ...]:
    """Groups and persons that flat text says voted so. `numbers_beside`: the text counts yes and no as well.

    "gegen die Stimmen von X abgelehnt" says that X wanted it; bare "Gegenstimmen: X" does not say it where it was voted
    down, unless yes and no are counted beside it.
    """
    found: list[Stance] = []
    for how, anchor in _ANCHORS:
        for match in anchor.finditer(text):
            vote = _vote(how, match.group(), outcome, numbers_beside=numbers_beside)
            if vote is not None:
                found += _names(text, match, vote)
    found += _listed(text, outcome, numbers_beside=numbers_beside)
    found += _clauses(text, outcome)
    known: dict[tuple[str, StanceVote], Stance] = {}
    for stance in found:
        known.setdefault((stance.who, stance.vote), stance)
    return tuple(known.values())


def _listed(text: str, outcome: Outcome | None, *, numbers_beside: bool) -> Iterator[Stance]:
    """Names in brackets or behind a colon: "dagegen: FDP, AfD". Bare "dagegen" does not say against what it is, where
    the motion was voted down and nobody is named for it."""
    told: dict[StanceVote, list[Stance]] = {}
    for found in _LISTED.finditer(text):
        if found["inside"] is None and not (found["colon"] and found["rest"]):
            continue
        vote = next(name for name, _ in _SIDES if found[name])
        listed = found["inside"] or _NEXT_SIDE.split(found["rest"] or "", maxsplit=1)[0]
        names = read_list(listed) if found["n"] is None or int(found["n"]) else []
        total = int(found["n"]) if found["n"] and len(names) == 1 else None
        told.setdefault(vote, []).extend(
            Stance(who=one.who, kind=one.kind, vote=vote, count=one.votes or total) for one in names
        )
    if outcome == "rejected" and not numbers_beside and not told.get("yes"):
        told.pop("no", None)
    for stances in told.values():
        yield from stances


def _clauses(text: str, outcome: Outcome | None) -> Iterator[Stance]:
    """Names in a clause without the word for votes, or marked each with its own."""
    for found in _AGAINST.finditer(text):
        vote: StanceVote = "yes" if outcome == "rejected" else "no"
        for one in read_list(_until_end(found["names"])):
            yield Stance(who=one.who, kind=one.kind, vote=vote, count=one.votes)
    for found in _BY.finditer(text):
        for one in read_list(_until_end(found["names"])):
            yield Stance(who=one.who, kind=one.kind, vote="yes" if found["yes"] else "no", count=one.votes)
    for found in _MARKED.finditer(text):
        vote = next(side for side, _ in _SIDES if found[side])
        one_name = read_name(re.split(r"\b(?:gegen|und|sowie|bei|:) ", found["who"])[-1])
        if one_name:
            yield Stance(who=one_name.who, kind=one_name.kind, vote=vote, count=one_name.votes)


def _until_end(names: str) -> str:
    end = _END.search(names)
    return names[: end.start()] if end else names


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
    for name in (_REMARK.sub("", one) for one in names):
        counted = COUNTED.fullmatch(name) or COUNTED_BEHIND.fullmatch(name)
        who = ARTICLE.sub("", counted["who"] if counted else name, count=1) if counted or ARTICLE.match(name) else name
        kind = kind_of(who)
        if (
            kind is None
            or len(who) > LONGEST
            or who.startswith("(")
            or NOBODY.fullmatch(who)
            or re.match(r"(?:aus|Teile|einige|einzelne|übrige|alle)", who)
        ):
            continue
        count = number_of(counted["n"]) if counted else total if len(names) == 1 else None
        yield Stance(who=who, kind="person" if kind == "person" else "group", vote=vote, count=count)


def _split(listed: str) -> list[str]:
    """The names of a list. "Fraktion A und B" without a second article is one group; "Fraktionen A und B" are two."""
    listed = re.sub(r"\s+", " ", listed).strip(" ,:(")
    plural = _PLURAL.match(ARTICLE.sub("", listed, count=1) if ARTICLE.match(listed) else listed)
    singular = re.match(r"(?:de[rs] )?(?:Fraktion|Gruppe) ", listed)
    if plural:
        listed = _PLURAL.sub("", listed, count=1)
    if singular:
        pieces = re.split(r" ?, ?| (?:und|sowie|u\.) (?=(?:de[rsn]|die|von) |(?:Herr|Frau|Stadtr|Ratsm)|\d)", listed)
    else:
        pieces = re.split(r" ?[,;] ?(?![^(]*\))| (?:und|sowie|u\.) ", listed)
    return [piece.strip() for piece in pieces if piece.strip()]

"""Who voted how, side by side: "Ja: SPD, CDU; Nein: AfD", "CDU dafür, SPD dagegen", "Muster, Erika: Ja".

Only whole lists count. Every name must be a group's or person's; what else stands in a list is passed over, and words
that are no list at all ("dagegen, weil …") end it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.german.outcomes.counts import NUMBER
from pipelines.german.outcomes.names import is_full_name, read_list, read_name, split_list
from pipelines.german.outcomes.told import Told
from pipelines.german.outcomes.values import Stance, StanceVote

_VOTED = r"(?:stimm(?:t|te|en|ten)|haben gestimmt|votierten)"
_SIDES: tuple[tuple[StanceVote, str], ...] = (
    # Ja: SPD; Dafür CDU; Mit Ja stimmten: …; Für den Antrag stimmten die Ratsmitglieder …; Zustimmung: CDU
    (
        "yes",
        rf"(?:[Ee]s {_VOTED} )?(?:[Mm]it )?[\"„]?(?:[Jj]a|JA)[\"“]?(?: {_VOTED}|-[Ss]timmen?(?=:))?"
        rf"|[Dd]afür(?: {_VOTED})?|Zustimmung|Für (?:den|die|das) [\wäöüß-]+(?: {_VOTED}|(?=:))",
    ),
    (
        "no",
        rf"(?:[Ee]s {_VOTED} )?(?:[Mm]it )?[\"„]?(?:[Nn]ein|NEIN)[\"“]?(?: {_VOTED}|-[Ss]timmen?(?=:))?"
        rf"|[Dd]agegen(?: {_VOTED})?|Ablehnung|[Gg]egen (?:den|die|das) [\wäöüß-]+(?: {_VOTED}|(?=:))",
    ),
    (
        "abstain",
        r"(?:[Ss]timm)?[Ee]nthaltung(?:en)?|ENTHALTUNG(?:EN)?|Enth\.|(?:[Dd]er Stimme )?[Ee]nthalten(?: haben sich)?"
        r"|(?:[Dd]er Stimme |[Ee]s )?enthielten sich(?: der Stimme)?",
    ),
)
_SIDE = re.compile("|".join(rf"(?P<{name}>(?<![\w-])(?:{words})(?![\w-]))" for name, words in _SIDES))
_BETWEEN = re.compile(r"\s*(?:[,;/.–—-]|\bund\b|\bsowie\b|\bbei\b)*\s*")
_LIST_END = re.compile(
    r"\n\s*\n|(?<![,; \t\n])(?<!\bund)(?<!\bsowie)[ \t]*\n|[()]\Z"
    r"|(?<!\bDr)(?<!\bHr)(?<!\bFr)(?<!\bProf)(?<!\b\w)\.(?=\s|\Z)(?!(?<=LINKE\.)\s(?:und|sowie))"
)
"""A line's end, unless the list goes on: "Adler,⏎Beispiel"; a full stop that is none of "Dr." """
_NUMBER = re.compile(r"\d{1,3}(?: Stimmen?)?\s*(?:\(|\Z|\n)")
"""Dafür: 12 (CDU, FDP)"""
_HEAD = re.compile(r"[ \t]*(?::[ \t]*\n?[ \t]*)?(?:(?:durch|seitens|von)\s)?")
_BY_NAME = re.compile(r"(?i)namentlich")
_COUNTED = re.compile(rf"{NUMBER}(?: ?x| Stimmen)? ?\Z")
"""2 Enthaltungen FDP: `stances` reads that"""
_LONGEST = 1500

_ENTRY = re.compile(
    r"(?P<who>[^\n:;|–\t]{2,70}?)(?:[ \t]*[:–|\t][ \t]*| - | {2,}|(?P<bare> ))"
    r"(?P<vote>Ja|JA|ja|Nein|NEIN|nein|(?:[Ss]timm)?[Ee]nthaltung|Enth\.|enthalten"
    r"|(?:stimm(?:t|te|en|ten) )?(?:dafür|dagegen)|[Zz]ustimmung|[Aa]blehnung|Dafür|Dagegen"
    r"|[Bb]efangen(?:heit)?|enthält sich|enthalten sich"
    r"|abwesend|entschuldigt|nicht anwesend|fehlt|-{1,2}|\./\.)"
    r"(?=[ \t]*(?:\n|\Z|[,;.|](?!\w)|[A-ZÄÖÜ][a-zäöüß]))"
)
"""Muster, Erika (SPD): Ja"""
_NEXT = re.compile(r"[\s,;.|]*(?:und )?(?:\d{1,3}\.?\s+)?")
_START = re.compile(r"(?:\A|\n|: ?|\. )[ \t|]*(?:\d{1,3}\.?[ \t]+)?")
_SAID: tuple[tuple[StanceVote, str], ...] = (
    ("yes", "ja|dafür|zustimmung"),
    ("no", "nein|dagegen|ablehnung"),
    ("abstain", "enth"),
    ("biased", "befangen"),
)
"""Of an entry's last word, by its beginning."""


@dataclass(frozen=True)
class _Side:
    vote: StanceVote
    start: int
    end: int
    verb: bool
    """It says that these voted so: "Mit Ja stimmten"."""


def find_sides(text: str) -> Iterator[Told]:
    """Lists behind the words for each side: at least two, or one behind "stimmten"."""
    sides = [
        _side(found)
        for found in _SIDE.finditer(text)
        if not _COUNTED.search(text[max(0, found.start() - 12) : found.start()])
    ]
    number = 0
    while number < len(sides):
        stances: list[Stance] = []
        first, end = sides[number], 0
        lists = 0
        while number < len(sides):
            side = sides[number]
            if lists and not _BETWEEN.fullmatch(text, end, side.start):
                break
            limit = sides[number + 1].start if number + 1 < len(sides) else len(text)
            listed = _list(text, side, min(limit, side.end + _LONGEST), persons=first.verb)
            if listed is None:
                break
            found, end = listed
            stances += found
            lists += 1
            number += 1
        if stances and (first.verb or len({one.vote for one in stances}) > 1):
            yield Told(span=(first.start, end), stances=_certain(stances), is_list=True)
        number += not lists


def _side(found: re.Match[str]) -> _Side:
    vote = next(name for name, _ in _SIDES if name == found.lastgroup)
    return _Side(vote, found.start(), found.end(), bool(re.search(_VOTED, found.group())))


def _list(text: str, side: _Side, limit: int, *, persons: bool) -> tuple[list[Stance], int] | None:
    """The names behind a side's words and where they end; None where no list of names follows."""
    head = _HEAD.match(text, side.end, limit)
    begin = head.end() if head else side.end
    end_found = _LIST_END.search(text, begin, limit)
    end = end_found.start() if end_found else limit
    end = begin + len(text[begin:end].rstrip(" \t\n,;–—-/"))
    by_name = bool(_BY_NAME.search(text, max(0, side.start - 400), side.start))
    names = read_list(text[begin:end], persons=persons, surnames=by_name)
    if not names or _NUMBER.match(text, begin) or text[begin] in ",.;":
        return None
    return [Stance(who=one.who, kind=one.kind, vote=side.vote, count=one.votes) for one in names], end


def find_roll_calls(text: str) -> Iterator[Told]:
    """Names each with its vote, one after the other: at least two groups, or three persons."""
    done = 0
    for start in _START.finditer(text):
        if start.end() < done:
            continue
        entries: list[tuple[str, str]] = []
        at = end = start.end()
        while entry := _ENTRY.match(text, at):
            if not _are_names(entry["who"], bare=bool(entry["bare"])):
                break
            entries.append((entry["who"].strip(), entry["vote"]))
            end = entry.end()
            skipped = _NEXT.match(text, end)
            at = skipped.end() if skipped else end
        stances = [stance for who, vote in entries for stance in _entry(who, vote)]
        groups = bool(stances) and all(one.kind == "group" for one in stances)
        if len(entries) >= (2 if groups else 3) and len(stances) > 1:
            yield Told(span=(start.end(), end), stances=_certain(stances), is_list=True)
            done = end


def _are_names(who: str, *, bare: bool) -> bool:
    if is_full_name(who.strip()):
        return not bare
    return bool(who.strip()) and all(read_name(piece) for piece in split_list(who))


def _entry(who: str, vote: str) -> Iterator[Stance]:
    word = vote.lower().split()[-1] if "sich" not in vote else "enth"
    said = next((name for name, begin in _SAID if re.match(begin, word)), None)
    if said is None:
        return
    if is_full_name(who):
        yield Stance(who=who, kind="person", vote=said, count=None)
        return
    for piece in split_list(who):
        named = read_name(piece)
        if named:
            yield Stance(who=named.who, kind=named.kind, vote=said, count=named.votes)


def _certain(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """Without persons that are said to have voted in two ways."""
    ways = {one.who: {other.vote for other in stances if other.who == one.who} for one in stances}
    return tuple(one for one in stances if one.kind == "group" or len(ways[one.who]) == 1)

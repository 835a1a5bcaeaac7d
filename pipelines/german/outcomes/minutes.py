"""The minutes of one agenda item: what was resolved, and the votes on the way there."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.german.outcomes.flat import Flat
from pipelines.german.outcomes.given import open_text
from pipelines.german.outcomes.merging import merged
from pipelines.german.outcomes.motions import moved
from pipelines.german.outcomes.parts import Headings, Paper, is_amendment, is_name, items_of, tidy
from pipelines.german.outcomes.prose import read_prose
from pipelines.german.outcomes.resolutions import changed, resolved
from pipelines.german.outcomes.statements import is_vote_line, read_statements
from pipelines.german.outcomes.told import with_told
from pipelines.german.outcomes.values import DECIDED, ItemVotes, Outcome, Vote

_LABEL = re.compile(
    r"(?:\A|(?<=\n)|(?<= )(?=Beschlussart:)) ?(?:\| ?)?(?i:"
    r"(?P<result>(?:abstimmungs?[- ]?ergebniss?e?|abst(?:immung)?s?\.[- ]?(?:ergebnis|erg\.)"
    r"|ergebnis (?:der abstimmung|nach fraktionen)|beratungsergebniss?e?|abstimmung"
    r"|stimmabgabe|beschlussart"
    r"|stimmenverhältnis|stimm(?:en)?ergebnis|wahlergebnis|votum)(?P<about>(?:[ (][^:\n]{0,90})?) ?:)"
    r"|(?P<resolution>(?:geänderte[rs] |einstimmiger |mehrheitlicher )?(?:beschlu(?:ss|ß)|empfehlungsbeschluss"
    r"|beschlussempfehlung|beschlusstext|beschlussfassung"
    r"|beschlussantrag)(?:[ (][^:\n]{0,60}?)?(?:(?P<score>\(?(?:mit )?\d{1,3} ?: ?\d{1,3}(?: Stimmen)?\)?) ?:"
    r"| ?:(?!\d)))"
    r"|(?P<passed>(?:der|die|das) [\w-]+(?: [^\n:.;]{0,40})? fass(?:t|te|en|ten) (?:\w+ ){0,2}?folgende[nr]? "
    r"(?:\w+ )?(?:beschlu(?:ss|ß)|empfehlung):)"
    r"|(?P<other>(?:beschlussvorschlag|begründung|sachverhalt|protokoll|wortprotokoll|beratung(?:sverlauf)?"
    r"|diskussion|aussprache|anlagen?"
    r"|anmerkung(?: der verwaltung)?|sachdarstellung) ?:)"
    r")"
)
"""Abstimmungsergebnis Ziffer 2: …; Beschluss (geändert): …; and what stands between them in other councils' minutes"""
_CHAIR = re.compile(
    r"(?:\A|\n)(?:(?:Der|Die) (?:\w*[vV]orsitzende\w?|(?:Erste |Ober|Zweite )?\w*[bB]ürgermeister\w*|Schriftführ\w+"
    r"|Ratsvorsitzende\w?)(?: [A-Z][^\n]*)? "
    r"|(?:Erster |Zweiter )?(?:Ober)?[bB]ürgermeister(?:in)? (?:Dr\. )?[A-ZÄÖÜ]|Vorsitzende ruft|Zur Beurkundung)"
)
"""Where the tale begins: Der Vorsitzende ruft …; Oberbürgermeisterin Muster …"""
_TURN = re.compile(
    rf"{_CHAIR.pattern}|\A(?:Stadtr[aä]t|Stadtverordnete|Ratsmitglied|Ratsherr|Ratsfrau|Gemeinder[aä]t"
    rf"|Gemeindevertreter|Herr|Frau)\w* [A-ZÄÖÜ(]"
)
"""Stadtrat Beispiel (SPD): …"""
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_HEADING_ITEM = re.compile(
    r"(?:\A|(?<=\n))(?:Sitzungseröffnung und )?(?:Punkte?|TOPs?"
    r"|Tagesordnungspunkte?):? ?(?:[ÖN] ?)?(?P<number>\d{1,3}(?:\.\d{1,3})*)"
)
"""Punkt 7.1 der Tagesordnung: …"""


_REFERENCE = re.compile(
    r"(?:Vorlage|Drucksache|DS|Drs\.)(?:[- ]?Nr\.?)?:? ?(?P<reference>(?:[A-Z]{1,4}[-/ ])?\d[\w/.-]{3,20}\w)"
)
"""Vorlage: 2014/0494; Drucksache Nr. VO/2024/0312"""
_BARE_RESULT = re.compile(
    r"(?i)(?:\d{1,2}\.(?: ?(?:–|-|bis) ?\d{1,2}\.)? )?(?:bei |mit |\()?"
    r"(?:\d{1,3} (?:ja|nein|stimmen|dafür)|(?:mit )?\d{1,3} ?: ?\d{1,3}(?: stimmen)?\W*\Z"
    r"|einstimmig\w*\W*(?:\Z|,|bei|mit|(?:un)?geändert"
    r"|zugestimmt|angenommen|beschlossen|empfohlen|abgelehnt|genehmigt)"
    r"|mehrheitlich\w*\W*(?:\Z|,|bei|mit|(?:un)?geändert|zugestimmt|angenommen|beschlossen|empfohlen|abgelehnt)"
    r"|ja: ?\d"
    r"|(?:(?:un|ab)?geändert |mit änderungen |unverändert )?(?:vertagt|zurückgestellt|zurückgezogen|abgelehnt"
    r"|abgesetzt"
    r"|beschlossen|empfohlen|zugestimmt|angenommen|(?:zur )?kenntnis(?:nahme| genommen)|annahme|ablehnung|zustimmung"
    r"|verwiesen)(?: (?:zur|in|an|auf) [^\n.]{3,60})?\W*\Z)"
)
"""What stands below or behind "Beschluss:" in minutes that give no text there: einstimmig zugestimmt; vertagt zur
nächsten Sitzung (Schwelm)"""
_ONE = r"(?:ja|nein|enth(?:altungen|\.)|befangen|anwesend|dafür|dagegen): ?\d{1,3}"
_ONE_LINE = re.compile(rf"(?i) ?{_ONE}(?:, ?{_ONE})*[, ]*(?=\n|\Z)")
"""Abstimmung: Ja: 55, Nein: 0, Anwesend: 55: SessionNet writes all of it in one line, and the resolution below"""
_TALLY = re.compile(
    r"(?i)(?:\A|\n)[ (]*(?:(?:offene|geheime) (?:wahl|abstimmung)[ ,–-]*)?"
    r"(?:(?:befangen|[a-zäöü ]*stimmzettel): ?\d{1,3}, *)*(?=(?:stimmen )?(?:dafür|ja-?stimmen): ?\d{1,3}\b)"
)
"""dafür: 2 (2 ABC), and dagegen: 13 (4 DEF, 9 GHI) below it, without a label (Leverkusen); Befangen: 1,
Stimmberechtigte: 76, Stimmen dafür: 76 (Mittelsachsen)"""
_FAR = 2_000
_WITHOUT_VOTE: frozenset[Outcome] = frozenset({"noted", "referred", "settled", "withdrawn", "postponed"})


@dataclass(frozen=True)
class _Block:
    """A label and the text below it: ``text[start:end]``."""

    label: re.Match[str]
    start: int
    end: int
    is_result: bool
    """Tells votes; "Beschluss: einstimmig zugestimmt" does too."""

    @property
    def is_resolution(self) -> bool:
        return bool(self.label["resolution"] or self.label["passed"]) and not self.is_result


def read_minutes_item(text: str) -> ItemVotes:
    """What `text` (plain or HTML), the minutes of one agenda item, says of its votes and its resolution."""
    flat, tables = open_text(text)
    blocks = _blocks(flat)
    known = _headings(flat.text[: blocks[0].label.start() if blocks else len(flat.text)])
    resolution = next((block for block in blocks if block.is_resolution), None)
    votes: list[Vote] = []
    results = [block for block in blocks if block.is_result]
    for place, block in enumerate(results):
        before = flat.text[results[place - 1].end if place else 0 : block.label.start()]
        is_last = block is results[-1] and (place == 0 or not results[0].label["resolution"])
        votes.extend(moved(_result(flat, block, known), before, is_last=is_last))
    for block in blocks:
        if block.label["score"]:
            votes.extend(read_statements(flat, *block.label.span("score"), known))
    votes = merged(flat, with_told(votes, [table for table in tables if table.decides], flat))
    if resolution is not None:
        told = flat.text[resolution.label.start() : resolution.end]
        votes = [changed(vote, told) for vote in votes]
        if len(votes) == 1:
            votes = [resolved(votes[0], flat.text[resolution.start : resolution.end])]
    main = [vote for vote in votes if not vote.is_amendment and (not vote.items or known.first in (None, *vote.items))]
    if len(main) == 1 and main[0].outcome is None and main[0].yes:
        votes = [_named(flat, vote, known) if vote is main[0] else vote for vote in votes]
    if not main or all(vote.outcome == "no_vote" for vote in main):
        instead = _instead(flat, blocks, resolution, known)
        votes = [vote for vote in votes if not (instead and vote in main)] + instead
    if not any(vote.yes is not None or vote.no is not None for vote in votes):
        votes.extend(_tallies(flat, blocks, known))
    votes = with_told(votes, [table for table in tables if not table.decides], flat)
    span = flat.span(resolution.start, resolution.end) if resolution and resolution.start < resolution.end else None
    return ItemVotes(
        votes=merged(flat, votes),
        resolution=(flat.words_at(span), span) if span and span[0] < span[1] else None,
    )


def _blocks(flat: Flat) -> list[_Block]:
    labels = list(_LABEL.finditer(flat.text))
    blocks: list[_Block] = []
    for place, label in enumerate(labels):
        limit = labels[place + 1].start() if place + 1 < len(labels) else len(flat.text)
        is_result = bool(label["result"]) or (bool(label["resolution"]) and _is_result(flat.text, label.end(), limit))
        one_line = _ONE_LINE.match(flat.text, label.end(), limit) if is_result else None
        end_of = _end_of_result if is_result else _end_of_text
        end = one_line.end() if one_line else end_of(flat.text, label.end(), limit)
        blocks.append(_Block(label, label.end(), end, is_result))
    return blocks


def _is_result(text: str, start: int, limit: int) -> bool:
    line = _LINE.search(text, start, limit)
    words = line.group().strip() if line else ""
    return len(words) < 140 and bool(_BARE_RESULT.match(words))


def _end_of_text(text: str, start: int, limit: int) -> int:
    turn = _CHAIR.search(text, start, limit)
    return turn.start() if turn else limit


def _end_of_result(text: str, start: int, limit: int) -> int:
    """Where the result ends: at the chair's or a speaker's turn, or at the first paragraph that tells no vote."""
    end = start
    blank = True
    for line in _LINE.finditer(text, start, limit):
        words = line.group().strip()
        if not words:
            blank = True
            continue
        if end > start and (_TURN.match(words) or (blank and not is_vote_line(words))):
            return end
        if end == start and _CHAIR.match("\n" + words):
            return end
        end, blank = line.end(), False
    return end


def _result(flat: Flat, block: _Block, known: Headings) -> list[Vote]:
    votes = read_statements(flat, block.start, block.end, known)
    about = tidy(
        re.sub(
            r"(?i)\A\W*(?:(?:zu[mr]?|über|für|der|des|den"
            r"|die)\b\s*)*",
            "",
            block.label["about"] or "",
        ).strip("() ")
    )
    if not about or not is_name(about):
        return votes
    return [
        replace(
            vote,
            part=about if vote.part is None else f"{about}, {vote.part}",
            is_amendment=vote.is_amendment or is_amendment(about),
            items=vote.items or items_of(about, known),
        )
        for vote in votes
    ]


def _named(flat: Flat, vote: Vote, known: Headings) -> Vote:
    """A vote of which the result says only how many were for it ("Ja: 29"), and the minutes below what became of it."""
    told = read_prose(flat, bisect_left(flat.origin, vote.span[1]), len(flat.text), known)
    decided = [one for one in told if one.outcome in DECIDED and not one.is_amendment and one.yes is None]
    if len(decided) != 1 or decided[0].span[0] - vote.span[1] > _FAR:
        return vote
    span = (vote.span[0], decided[0].span[1])
    return replace(vote, outcome=decided[0].outcome, majority=decided[0].majority, span=span, words=flat.words_at(span))


def _tallies(flat: Flat, blocks: list[_Block], known: Headings) -> Iterator[Vote]:
    """Numbers that stand below the resolution without a label."""
    done = 0
    for found in _TALLY.finditer(flat.text):
        inside = any(block.is_result and block.start <= found.end() < block.end for block in blocks)
        if not inside and found.end() >= done:
            done = _end_of_result(flat.text, found.end(), len(flat.text))
            yield from read_statements(flat, found.end(), done, known)


def _instead(flat: Flat, blocks: list[_Block], resolution: _Block | None, known: Headings) -> list[Vote]:
    """What happened to an item that has no line with a result, or one that says "keine Abstimmung".

    The resolution says it ("Kenntnisnahme"), and what the minutes tell may go beyond it: "Der Vorsitzende vertagt den
    Punkt."
    """
    voted = any(block.is_result and flat.text[block.start : block.end].strip() for block in blocks)
    told = read_prose(flat, max((block.end for block in blocks), default=0) if voted else 0, len(flat.text), known)
    if voted:
        told = [vote for vote in told if vote.outcome in _WITHOUT_VOTE and not vote.is_amendment]
    if resolution is None:
        return told
    end = min(resolution.end, resolution.start + 1500)
    resolved = [vote for vote in read_statements(flat, resolution.start, end, known) if vote.outcome in _WITHOUT_VOTE]
    if voted and resolved and all(vote.outcome in ("noted", "settled") for vote in resolved):
        beyond = [vote for vote in told if vote.outcome in ("postponed", "withdrawn", "referred")]
        return resolved + beyond[:1]
    return resolved if voted and resolved else told or resolved


def _headings(head: str) -> Headings:
    """The numbers of the agenda items that the headings name, and the papers below each."""
    items = list(_HEADING_ITEM.finditer(head))
    papers: dict[str, Paper] = {}
    for place, item in enumerate(items):
        end = items[place + 1].start() if place + 1 < len(items) else len(head)
        before = item.end()
        for number, found in enumerate(_REFERENCE.finditer(head, item.end(), end)):
            kind = head[before : found.start()]
            papers[found["reference"]] = Paper(item["number"], main=number == 0 and not is_amendment(kind))
            before = found.end()
    return Headings(frozenset(item["number"] for item in items), papers, items[0]["number"] if items else None)

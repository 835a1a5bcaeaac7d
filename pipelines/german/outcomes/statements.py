"""Votes in flat text that is known to tell results: where one ends, the next begins, and what each says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.german.outcomes.counts import Counts, read_counts
from pipelines.german.outcomes.flat import Flat
from pipelines.german.outcomes.parts import (
    NO_HEADINGS,
    Headings,
    Mark,
    find_marks,
    is_amendment,
    is_name,
    is_number,
    items_of,
    names_motion,
    sends_on,
    tidy,
)
from pipelines.german.outcomes.referrals import committee_of
from pipelines.german.outcomes.shorthand import present_at
from pipelines.german.outcomes.stances import read_stances
from pipelines.german.outcomes.values import Majority, Outcome, Vote
from pipelines.german.outcomes.words import Meaning, is_changed, read_words

_FACTS = re.compile(
    r"(?i)einstimm\w*|mehrheitlich\w*|zugestimmt|zustimmung|beschlossen|angenommen|annahme\b|empfohlen|genehmigt"
    r"|abgelehnt|ablehnung"
    r"|gewählt|keine abstimmung|kenntnisnahme|kenntnis genommen|verwiesen|vertagt|zurückgestellt|zurückgezogen"
    r"|erledigt|abgesetzt"
    r"|\b(?:(?:stimm(?:en)?)?enthaltung(?:en)?|gegenstimmen?|(?:ja|nein)[- ]{0,3}stimmen?)\b|\b\d+ (?:ja"
    r"|nein)\b|\b(?:ja|nein|befangen"
    r"|enthaltungen): ?\d+"
)
_PIECE = re.compile(
    r"(?:\([^()\n]{0,200}\)|[^\n.;]|\.(?!\s|\Z)|(?<=\b\w)\.|(?<=\d)\.(?=\s(?:\d|Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep"
    r"|Okt|Nov|Dez|Sitzung))|(?<=Nr)\.|(?<=Hr)\.|(?<=Fr)\.|(?<=Dr)\.|(?<=Enth)\.|(?<=LINKE)\.(?=\s(?:und|sowie"
    r"|bei)\b))+[.;]?"
)
_WHOLE_NO_VOTE = re.compile(r"(?i)\W{0,5}(?:ohne|entfällt)\W{0,5}(?:,? da .{0,60})?")
"""The server's whole result: "Ohne.", "Ohne, da Mitteilungsvorlage.", "entfällt" """
_HEADING = re.compile(r"(?!\d+ Stimmen)[A-ZÄÖÜ\d(][^\n]{1,110}?[^.,;:]")
_SPOKEN = re.compile(r"\b(?:ich|Ich|wir|Wir|uns|mir|Ihnen|sei|seien|habe|werde)\b")
"""Speech, or the tale of it: results stand in neither."""
_EARLIER = re.compile(r"\b(?:hat|haben|wurden?)\b[^.;]{0,120}?\b[sS]itzung (?:am|vom) \d")
"""Der Gemeinderat hat in der Sitzung vom 3.5.2031 beschlossen, …"""
_NAMES = re.compile(
    r"(?i)\s*(?:bei )?(?:gegenstimmen?|enthaltung(?:en)?|(?:ja|nein)-stimmen?|(?:dagegen|dafür)):? ?\(?(?!\d)\w"
)
_QUALIFIED = re.compile(
    r"(?i)zwei[ -]?drittel|dritteln|qualifizierte\w* mehrheit|absolute\w* mehrheit"
    r"|(?:notwendige|erforderliche)\w* (?:\w+ )?mehrheit"
)
"""Where more than a simple majority is asked for, numbers alone do not tell the outcome."""
_TAKEN_IN = re.compile(
    r"[.,;]?\s*(?:[Ss]ie |[Ee]r |und )?(?:wird |wurde )?(?:[Aa]ufnahme|[Üü]bernahme|aufgenommen|als )\b[^.\n]{0,60}"
    r"\b(?:in|zu) de[nmrs] \w*(?:[bB]eschluss|[aA]ntrag|[vV]orlage)"
)
"""Antrag X: … zugestimmt. Aufnahme als Ziffer 5 in den Beschlussvorschlag: the motion changed the item's own paper."""
_PROSE = re.compile(
    r"(?i)\b(?:stimmten|wird|wurde|ist|sind|war|verlässt|betritt|nimmt|dankt|bittet|siehe|hat|haben|vgl)\b"
)


def is_vote_line(line: str) -> bool:
    """Tells a vote, or names what one was about."""
    if _SPOKEN.search(line) or _EARLIER.search(line):
        return False
    return bool(_FACTS.search(line[:90]) or find_marks(line, _FACTS) or read_counts(line) or is_number(line))


@dataclass
class _Facts:
    start: int
    end: int
    counts: Counts
    meaning: Meaning
    names: bool = False
    """Says who, and nothing else: "Gegenstimmen: FDP"."""

    def __bool__(self) -> bool:
        return self.told or self.meaning.changed or self.names

    @property
    def told(self) -> bool:
        return self.voted or self.meaning.outcome is not None

    @property
    def voted(self) -> bool:
        return bool(self.counts) or self.meaning.majority is not None


def read_statements(flat: Flat, start: int, end: int, headings: Headings = NO_HEADINGS) -> list[Vote]:
    """The votes told in ``flat.text[start:end]``, in order."""
    text = flat.text[start:end]
    if _WHOLE_NO_VOTE.fullmatch(text) and text.strip():
        nothing = Meaning("no_vote", None, False, False, False)
        return [_vote(flat, _Facts(start, end, Counts(), nothing), None, headings)]
    marks = find_marks(text, _FACTS)
    votes: list[Vote] = []
    parent: str | None = None
    edges = [(0, 0, None), *((one.start, one.end, one) for one in marks)]
    for place, (_, after, mark) in enumerate(edges):
        until = edges[place + 1][0] if place + 1 < len(edges) else len(text)
        name = _name(mark, parent)
        groups = [one for one in _group(text, after, until) if one[0].told]
        trailing = _parent(text[groups[-1][0].end if groups else after : until], None if groups else name)
        if not groups or trailing:
            parent = trailing
        elif mark is not None and not mark.numbered:
            parent = None
        for number, (facts, heading) in enumerate(groups):
            inherits = number == 0 or not names_motion(text[facts.start : facts.end])
            own = heading or (name if inherits else None)
            begin = mark.start if mark is not None and number == 0 else facts.start
            placed = _Facts(start + begin, start + facts.end, facts.counts, facts.meaning)
            votes.append(_vote(flat, placed, own, headings))
    return votes


def _parent(between: str, name: str | None) -> str | None:
    """What the parts that follow are parts of: "Antrag der X-Fraktion: a) … b) …", or a line of its own before them."""
    lines = [tidy(line) for line in between.split("\n") if tidy(line)]
    if not lines:
        return name
    heading = lines[-1] if _is_heading(lines[-1]) else None
    return f"{name} {heading}" if name and heading and len(lines) == 1 else heading


def _is_heading(words: str) -> bool:
    return bool(_HEADING.fullmatch(words)) and is_name(words) and not _PROSE.search(words)


def _name(mark: Mark | None, parent: str | None) -> str | None:
    if mark is None:
        return None
    return f"{parent}, {mark.name}" if parent and mark.numbered else mark.name


def _group(text: str, start: int, end: int) -> Iterator[tuple[_Facts, str | None]]:
    """Pieces (sentences, lines) of one part that tell one vote together, with the heading before it."""
    current: _Facts | None = None
    heading: str | None = None
    waiting: str | None = None
    gap = False
    for found in _PIECE.finditer(text, start, end):
        piece = _facts(text, found.start(), found.end())
        if not piece:
            words = tidy(found.group())
            waiting = words if _is_heading(words) else None
            gap = gap or bool(words)
            continue
        apart = gap and piece.voted and current is not None and current.voted
        if current is not None and not apart and _together(current, piece):
            current = _facts(text, current.start, found.end(), current, piece)
        else:
            if current is not None:
                yield current, heading
            current, heading = piece, waiting
        waiting, gap = None, False
    if current is not None:
        yield current, heading


def _together(one: _Facts, two: _Facts) -> bool:
    if one.counts.contradicts(two.counts):
        return False
    unanimous = "unanimous" in (one.meaning.majority, two.meaning.majority)
    both = one.counts.joined(two.counts)
    if unanimous and both.yes and both.no:
        return False
    first, second = one.meaning.outcome, two.meaning.outcome
    if first is None or second is None or first == second:
        return not (one.meaning.majority and two.meaning.majority and one.meaning.majority != two.meaning.majority)
    if "no_vote" in (first, second):
        return not (one.voted or two.voted)
    return first == "amended" and second == "accepted"


def _facts(text: str, start: int, end: int, one: _Facts | None = None, two: _Facts | None = None) -> _Facts:
    words = text[start:end]
    counts, meaning = read_counts(words), read_words(words)
    if one is not None and two is not None:  # what the pieces said alone counts; the whole adds what a line's end cut
        counts = one.counts.joined(two.counts).joined(counts)
        told = one.meaning if one.meaning.outcome not in (None, "no_vote") else two.meaning
        meaning = meaning._replace(
            outcome=told.outcome or one.meaning.outcome, majority=one.meaning.majority or two.meaning.majority
        )
        if meaning.outcome == "accepted" and meaning.changed:
            meaning = meaning._replace(outcome="amended", against_proposal=True)
    return _Facts(start, end, counts, meaning, names=bool(_NAMES.match(words)))


def _vote(flat: Flat, facts: _Facts, part: str | None, headings: Headings) -> Vote:
    words = flat.text[facts.start : facts.end]
    meaning = facts.meaning
    paper = headings.paper_in(part)
    amendment = is_amendment(part) or meaning.procedural or (paper is not None and not paper.main)
    outcome, yes, no, majority = decide(facts.counts, meaning.outcome, meaning.majority)
    if outcome is None and yes is not None and no is None:
        present = present_at(flat.raw, flat.origin[facts.start])
        outcome = "accepted" if present is not None and 2 * yes > present else None
    if meaning.outcome is None and outcome != "rejected" and _QUALIFIED.search(flat.text):
        outcome = None
    if meaning.procedural and meaning.outcome == "accepted":
        part = part or "Dringlichkeit"
    taken_in = outcome == "accepted" and names_motion(part or "") and bool(_TAKEN_IN.match(flat.text, facts.end))
    amendment = amendment or taken_in
    onward = sends_on(part)
    if onward and outcome in ("accepted", onward):
        outcome, amendment = onward, False
    if outcome == "accepted" and not amendment and (meaning.changed or is_changed(part or "")):
        outcome = "amended"
    return Vote(
        outcome=outcome,
        majority=majority,
        yes=yes,
        no=no,
        abstain=facts.counts.abstain,
        biased=facts.counts.biased,
        words=flat.words(facts.start, facts.end),
        span=flat.span(facts.start, facts.end),
        part=part,
        is_amendment=amendment,
        items=items_of(part, headings),
        referred_to=committee_of(f"{part} {words}" if onward else words) if outcome == "referred" else None,
        against_proposal=meaning.against_proposal or outcome == "amended",
        stances=read_stances(words, outcome, numbers_beside=yes is not None and no is not None),
    )


def decide(
    counts: Counts, outcome: Outcome | None, majority: Majority | None
) -> tuple[Outcome | None, int | None, int | None, Majority | None]:
    """Outcome, yes, no, majority. Words come before numbers; without words more yes than no accepts, and a tie rejects,
    as all German municipal codes have it. "einstimmig" alone as a result means that the proposal was accepted."""
    yes, no = counts.yes, counts.no
    if counts.score is not None and yes is None and no is None:
        yes, no = counts.score
        if outcome is not None and (outcome == "rejected") != (yes < no):
            yes, no = no, yes
    if counts.opposed is not None and no is None and (outcome != "rejected" or yes is not None):
        no = counts.opposed
    if outcome is None and yes is not None and no is not None:
        outcome = "accepted" if yes > no else "rejected"
    elif outcome is None and yes and majority is None and no is None:
        outcome = "accepted" if counts.abstain is not None else None
    elif outcome is None and majority in ("unanimous", "majority"):
        outcome = "accepted"
    elif outcome is None and majority == "tie":
        outcome = "rejected"
    if outcome == "no_vote" and majority is not None:
        outcome = "accepted"
    if (
        majority is None
        and yes is not None
        and no is not None
        and outcome in ("accepted", "amended", "rejected", "elected")
    ):
        majority = "tie" if yes == no else "unanimous" if 0 in (yes, no) else "majority"
    return outcome, yes, no, majority

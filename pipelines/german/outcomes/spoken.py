"""Votes as a chair speaks them in verbatim minutes: "Gegenstimmen? - Keine. Dann ist das so beschlossen."

Of all that is said in such minutes only the chair's closing words count, and only where the chair asked for a show of
hands before them: debate is full of "beschlossen", "abgelehnt" and "gewählt" about other days and other bodies. Which
hands were seen is not counted; numbers are those that the chair says.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.german.outcomes.counts import Counts, read_counts
from pipelines.german.outcomes.flat import Flat
from pipelines.german.outcomes.names import ARTICLE
from pipelines.german.outcomes.parts import is_amendment, is_part, tidy
from pipelines.german.outcomes.referrals import committee_of
from pipelines.german.outcomes.stances import read_stances
from pipelines.german.outcomes.values import Outcome, Vote
from pipelines.german.outcomes.words import Meaning, read_words

_ASKED = re.compile(
    r"(?i)\b(?:gegenstimmen?|(?:stimm)?enthaltungen?|gegenprobe|dagegen|dafür)\b[^.?!:;]{0,80}[?!]"
    r"|\b(?:um (?:das|ein|ihr|sein) handzeichen|die hand (?:zu )?heben)\b"
)
"""Gibt es Gegenstimmen? Wer dem zustimmt, den bitte ich um das Handzeichen."""
_BALLOTS = re.compile(
    r"(?i)\babgegebenen?\s(?:gültigen?\s)?(?:stimmen|stimmzettel)|\b(?:stimmen|stimmzettel)\swurden\sabgegeben"
    r"|\b(?:stimmen|stimmzettel)\sabgegeben\b"
)
"""75 Stimmen wurden abgegeben: the chair counts an election."""
_CLOSING = (
    r"beschlossen|angenommen|abgelehnt|zugestimmt|zur\s+Kenntnis\s+genommen|verwiesen|überwiesen|vertagt"
    r"|zurückgestellt|erledigt|gewählt|bestellt|berufen|bestätigt|genehmigt|erfolgt"
)
_WORD = r"(?:[^.?!;]|(?<=Dr)\.|(?<=Prof)\.|(?<=Nr)\.|(?<=\d)\.)"
_CLOSED = re.compile(
    rf"\b(?:Damit|Dann|Somit)\s+(?:ist|sind|wird|wurden?|haben\swir|hat)\b{_WORD}{{0,200}}?\b(?P<what>{_CLOSING})\b"
    rf"(?!\s+(?:werden|wird|würde))(?:\s+(?:worden|ist|sind|wurden?))?{_WORD}{{0,80}}[.!]?"
    rf"|\b(?:stelle|stellt|halte)\b[^.?!;,]{{0,40}}\bfest,\s+dass\b{_WORD}{{0,240}}?\b(?P<found>{_CLOSING})\b"
    rf"(?:\s+(?:worden|ist|sind|wurden?|hat))+[.!]?"
)
"""Damit ist dieser Vorschlag mehrheitlich angenommen. Ich stelle fest, dass Herr Muster mit großer Mehrheit gewählt
wurde."""
_ELECTED = re.compile(
    r"(?<!\d\.\s)(?:(?<=[.?!)\n:] )|(?<=[.?!):]\n)|(?<=\n))"
    r"(?!(?:Wenn|Falls|Ob|Wie|Unter|Bisher|Am \d|In den|Im)\b)[A-ZÄÖÜ]"
    rf"{_WORD}{{0,240}}?\b(?:ist|sind|wurden?)\b{_WORD}{{0,240}}?\b(?P<elected>gewählt)\b(?:\s+worden)?\s?[.!]"
)
"""Die Vorschläge 1 bis 5 sind gewählt."""
_ABOUT = re.compile(
    r"\büber\s+(?P<what>(?:den|die|das|diesen|diese|dieses|[A-Z])[^.?!:]{1,120}?)\s+(?:abstimmen|abzustimmen"
    r"|abgestimmt|(?:zur\s+)?Abstimmung)"
)
"""Dann lasse ich über Teil B abstimmen."""
_CHOSEN = {"gewählt", "bestellt", "berufen"}
_AGENDA = re.compile(r"(?i)\btagesordnung\b")
_SENT_ON = re.compile(
    r"\b(?:Vorlage|Antrag|Anfrage|Angelegenheit|Tagesordnungspunkt)\b(?:[^.?!;]|\.(?=\w))*\b(?P<how>verwiesen|überwiesen"
    r"|vertagt|zurückgestellt)\b(?:\s+werden)?\.\s*\Z"
)
"""Die Vorlage soll in den Finanzausschuss verwiesen werden. Gibt es Gegenstimmen?"""
_BEHIND = re.compile(r"\s*[^.?!]{0,120}[.]")
_COUNT = re.compile(r"(?i)\benthaltung")
_UNFINISHED = re.compile(r"[^.?!)]*\Z")
_PROPOSAL = re.compile(r"(?:[vV]orlage|[vV]orschlag|Hauptantrag)\Z")
"""den durch den Änderungsantrag ergänzten Beschlussvorschlag: the item's own"""
_CHAIRED = re.compile(
    r"\bGibt\ses\b[^.?!]{0,60}\?|\b(?:[Ii]ch\srufe|[Ww]ir\skommen|kommen\swir|[Ii]ch\slasse|lasse\sich)\b|\((?:Beifall|Zurufe?)\b"
)
_REACH = 1_200
"""So far before the closing words the chair may have asked."""
_APART = 250
_VERBATIM = 3
"""So many of a chair's phrases show that minutes are verbatim."""


def is_spoken(text: str) -> bool:
    """Flat text of verbatim minutes: the chair asks for hands and closes the vote, or leads on in the first person."""
    if _CLOSED.search(text) and (_ASKED.search(text) or (_BALLOTS.search(text) and _CHAIRED.search(text))):
        return True
    return len(_CHAIRED.findall(text)) + len(_ASKED.findall(text)) >= _VERBATIM


def read_spoken(flat: Flat, start: int, end: int) -> list[Vote]:
    """The votes that the chair closes in ``flat.text[start:end]``, in order."""
    votes: list[Vote] = []
    done = start
    for first, last, kind in _closings(flat.text, start, end):
        since = max(done, first - _REACH)
        asked = list(_ASKED.finditer(flat.text, since, first))
        ballots = _BALLOTS.search(flat.text, since, min(end, last + 200))
        if asked or (kind == "elected" and ballots):
            begin = _asking(asked) if asked else since
            counts, last_count = _counts(flat.text, begin, last, end)
            vote = _vote(flat, (first, last), flat.text[since:begin], flat.text[since:first], counts)
            votes.append(vote if asked else replace(vote, outcome="elected"))
            last = last_count
        elif votes and kind == "elected" and votes[-1].outcome == "accepted" and first - done < _REACH:
            votes[-1] = replace(votes[-1], outcome="elected")
        else:
            continue
        done = last
    return _motions_first(votes)


def _closings(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where the closing words stand, and whether they are about an election."""
    found = [
        (one.start(), one.end(), "elected" if _CHOSEN & {one["what"], one["found"]} else "closed")
        for one in _CLOSED.finditer(text, start, end)
    ]
    for one in _ELECTED.finditer(text, start, end):
        if not any(first < one.end() and one.start() < last for first, last, _ in found):
            found.append((one.start(), one.end(), "elected"))
    yield from sorted(found)


def _asking(asked: list[re.Match[str]]) -> int:
    """Where the questions right before the closing words begin: not where a speaker asked something before them."""
    begin = asked[-1].start()
    for one in reversed(asked):
        if begin - one.end() > _APART:
            break
        begin = min(begin, one.start())
    return begin


def _is_motion(part: str) -> bool:
    return is_amendment(part) and not _PROPOSAL.search(part)


def _counts(text: str, begin: int, last: int, end: int) -> tuple[Counts, int]:
    """Numbers between the question and the closing words, or of the sentence behind these ("Es gab 25 Enthaltungen."),
    and where they end."""
    counts = read_counts(text[begin:last])
    behind = _BEHIND.match(text, last, end)
    if behind and _COUNT.search(behind.group()):
        return counts.joined(read_counts(behind.group())), behind.end()
    return counts, last


def _vote(flat: Flat, place: tuple[int, int], proposed: str, before: str, counts: Counts) -> Vote:
    """`proposed` is what was said before the chair asked, `before` what was said before the closing words."""
    words = flat.text[slice(*place)]
    meaning = read_words(words)
    outcome = _outcome(meaning, words, proposed)
    about = [tidy(ARTICLE.sub("", found["what"], count=1)) for found in _ABOUT.finditer(before)]
    part = about[-1] if about and (is_part(about[-1]) or _is_motion(about[-1])) else None
    agenda = bool(_AGENDA.search(" ".join([words, *about[-1:]])))
    return Vote(
        outcome=outcome,
        majority=meaning.majority,
        yes=counts.yes,
        no=counts.no,
        abstain=counts.abstain,
        biased=counts.biased,
        words=flat.words(*place),
        span=flat.span(*place),
        part="Tagesordnung" if agenda else part,
        is_amendment=agenda or is_amendment(part),
        referred_to=committee_of(proposed[-400:]) if outcome == "referred" else None,
        against_proposal=meaning.against_proposal,
        stances=read_stances(words, outcome, numbers_beside=False),
    )


def _outcome(meaning: Meaning, words: str, proposed: str) -> Outcome | None:
    """ "so beschlossen" is what was put to the vote: here it may be that the paper goes to a committee."""
    sent = _SENT_ON.search(_UNFINISHED.sub("", proposed))
    if meaning.outcome == "accepted" and sent and re.search(r"\bso\s+(?:beschlossen|zugestimmt)", words):
        return "referred" if "wiesen" in sent["how"] else "postponed"
    if meaning.outcome is None:
        if "berweisung" in words or "erweisung" in words:
            return "referred"
        return "elected" if "gewählt" in words else "accepted"
    return meaning.outcome


def _motions_first(votes: list[Vote]) -> list[Vote]:
    """A motion that was voted down before a vote that was won is not the item, where neither says what it was about."""
    last = max((place for place, vote in enumerate(votes) if vote.outcome not in ("rejected", None)), default=-1)
    return [
        replace(vote, is_amendment=True) if vote.outcome == "rejected" and place < last and vote.part is None else vote
        for place, vote in enumerate(votes)
    ]

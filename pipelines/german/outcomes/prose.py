"""Results told in sentences, where minutes have no line for them: "Der Antrag wird einstimmig angenommen."

Only sentences that report are read: none in the first or second person, no question, no wish, nothing about another day
or another body, nothing that a speaker says.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.german.outcomes.flat import Flat
from pipelines.german.outcomes.motions import moved
from pipelines.german.outcomes.parts import NO_HEADINGS, Headings
from pipelines.german.outcomes.spoken import is_spoken, read_spoken
from pipelines.german.outcomes.statements import read_statements
from pipelines.german.outcomes.values import Vote
from pipelines.german.outcomes.words import read_words

_SENTENCE = re.compile(
    r"(?:[^.!?\n]|\n(?!\n| ?\d{1,2}\. | ?[a-z]\) )|(?<=\d)\.(?=[ \n]?(?:[\da-zäöü]|Januar|Februar|März|April"
    r"|Mai|Juni|Juli|Aug|Sept|Okt|Nov"
    r"|Dez|Sitzung|öffentl))"
    r"|(?<=\b\w)\.|(?<=\b[A-ZÄÖÜa-zäöü]{2})\.(?=[ \n]?[a-z])|(?<=Dr)\.|(?<=Nr)\.|(?<=Abs)\.|(?<=Enth)\."
    r"|(?<=LINKE)\.(?=\s+(?:[a-zäöü]|[A-Z]{2,3}\b))|\.(?=\w))+[.!?]?"
)
_SPEECH = re.compile(
    r"(?:\A|(?<=\n))(?![^\n:.]{0,120}\b(?:fasst|beschließt|beschloss|empfiehlt|stimmt|folgende\w*|nachstehende\w*)\b)"
    r"(?:(?:Der|Die) )?(?:Vorsitzende\w?|\w*[bB]ürgermeister\w*|Stadtr\w+|Ratsm\w+|Ratsherr|Ratsfrau"
    r"|Gemeinder\w+|Bezirksv\w+|Herr|Frau"
    r"|[A-ZÄÖÜ][\wé-]+ [A-ZÄÖÜ][\wé-]+)(?: [^\n:.]{0,60}?)?(?:\([^)\n]{1,40}\))?(?: [^\n:.]{0,20}?)?"
    r"(?<!\d)(?<!\d ):(?=[ \n])(?!\s*\d{1,3}\b)"
)
"""Stadträtin Muster (SPD): what follows is said, up to the next paragraph that tells."""
_PROPOSED = re.compile(
    r"(?:\A|(?<=\n)) ?(?:Beschluss|Verwaltungs)vorschlag(?: der Verwaltung)? ?:?\s*\n\s*"
    r"(?:Der|Die|Das|Dem|Den|Es|\d\.|[a-z]\)|[IV]+\.)[ \n](?:[^\n]|\n(?! ?\n))+"
)
"""The paragraph that was proposed, below its heading; nobody has decided it yet."""
_TELLING = re.compile(
    r"(?:\A|\n)(?:Der|Die) (?:Vorsitzende|\w*[bB]ürgermeister\w*"
    r"|Sitzungsleitung)\b(?![^\n:]{0,60}:)"
)
_SAID = re.compile(
    r"(?i)\b(?:ich|wir|uns|unser\w*|mir|mich|mein\w*)\b|(?<!\A)(?-i:\b(?:Sie|Ihnen|Ihr\w*)\b)|\?\s*\Z"
    r"|\b(?:soll|sollen|solle|sollte\w*|könn\w+|kann|möge\w*|möchte\w*|müss\w+|muss|würde\w*|wenn|falls|ob|sofern"
    r"|bitte\w*|bittet|beantragt\w*|schlägt|vorgeschlagen|regt|wünscht|plädiert|kündigt|will|wolle\w*|könne"
    r"|hätte\w*|wäre\w*|frag\w+|dass)\b"
)
"""Wir lehnen das ab. Frau Muster beantragt, dass die Vorlage vertagt wird. Gibt es Gegenstimmen?"""
_WHAT = re.compile(r",? -? ?(?:\w+ (?:der )?\w+, )?dass\b|[–-] (?:mit|aus) der Begründung\b")
"""Der Gemeinderat beschließt, dass …: what follows was decided, and does not say who wishes or asks what."""
_MONTH = r"januar|februar|märz|april|mai\b|juni|juli|august|september|oktober|november|dezember"
_OUTSIDERS = (
    r"(?:vertretern|eigentümer\w*|kirche\w*|\w*behörde\w*|landratsamt\w*|regierungspräsidium|\w*ministeri\w*|gericht\w*"
    r"|land|landtag|landesregierung|bund|bundestag|bundesrat|bundesregierung|anwohner\w*|bürgern|verwaltung)"
)
"""Who decides, but not as a council: der Antrag wurde von der Verwaltung abgelehnt."""
_NOTICED = re.compile(r"\bstellt\b[^.;]{0,80}\bfest, dass\b")
"""Der Beirat stellt fest, dass …: what is noticed there may be another's decision."""
_ELSEWHERE = re.compile(
    r"(?i)\b(?:vorberat\w+|seinerzeit|damals|bereits|in der (?:letzten|vergangenen)|in den (?:letzten|vergangenen)"
    r"|im jahr|hatte\w*|worden)\b"
    r"|\b(?:hat|haben|wurden?|war|waren)\b[^;]{0,120}?\b(?:in (?:seine|ihre|de)r [^.;]{0,40}\bsitzung (?:am|vom|im)"
    rf"|am|im) (?:\d|{_MONTH})"
    rf"|(?:\A\W*(?:im|am)|\bin (?:seine|ihre|de)r [^.;]{{0,40}}\bsitzung (?:am|vom|im)) (?:\d|{_MONTH})[^;]{{0,60}}"
    r"\b(?:hat|haben|wurden?)\b"
    rf"|\b(?:von|vom|durch) (?:den |der |dem |das |die )?(?:\w+ )?{_OUTSIDERS}\b[^;]{{0,160}}\b(?:abgelehnt|genehmigt"
    r"|beschlossen|zugestimmt|empfohlen|erteilt|versagt|zurückgewiesen|gebilligt)\b"
    r"|\b(?:mit|durch|laut|gemäß|per) (?:\w+ ){0,2}beschlu(?:ss|ß)\w*\b[^.;]{0,60} vom \d"
    r"|\b(?:im|in der|vom|durch den) [\w-]*(?:ausschuss|ausschusssitzung|beirat)\b[^;]{0,30}\b(?:wurde|hat|haben"
    r"|am \d)\b"
    r"|\b(?:wurde|hat)\b[^;]{0,40}\b(?:im|in der|vom|durch den) [\w-]*(?:ausschuss|ausschusssitzung|beirat)\b"
    r"|\b(?:der|die) [\w-]*(?:ausschuss|beirat)\b[^;]{0,20}\bhat\b[^;]{0,60}\b(?:in seiner|empfohlen)\b"
    r"|\bverwiesen aus\b|\b(?:sei|seien|ist|sind|war)\b[^;]{0,240}\b(?:ver|über)wiesen\b"  # a state it came in
)
"""Der Antrag wurde am 3. März verwiesen. Im April hat der Rat beschlossen. Der
Bauausschuss hat bereits zugestimmt. Er wurde im Beirat abgelehnt."""
_PASSIVE = re.compile(
    r"(?i)\b(?:wird|werden|werde|wurden?|ist|sind|sei|seien|gilt|gelten|habe|hat|haben)\b[^;]{0,200}?\b(?:angenommen"
    r"|beschlossen|abgelehnt|zugestimmt|(?:zurück)?verwiesen|überwiesen"
    r"|vertagt|zurückgestellt|zurückgezogen|zurückgenommen|erledigt|kenntnis|gewählt|genehmigt|abgesetzt|empfohlen"
    r"|gebilligt|festgestellt|weitergeleitet|erteilt|versagt|entsprochen|verabschiedet|zurückgewiesen)\b"
    r"|\b(?:wird|werden|wurden?)\b[^;]{0,200}?\b(?:einstimmig|mehrheitlich|stimmen?)\b[^;]{0,80}?\bbestätigt\b"
    r"|\bohne (?:\w+ )?(?:abstimmung|beschlussfassung|beschluss|votum) (?:\w+ )?(?:beendet|abgeschlossen|geschlossen)\b"
    r"|\b(?:beschluss|abstimmung|zustimmung|beschlussfassung|annahme|genehmigung) (?:erfolgte?|erging) (?:\w+ )?"
    r"(?:einst|mehrh|mit|bei)"
    r"|\b(?:findet|fand|erhält|erhielt|erreichte?|verfehlte?)\b[^;]{0,120}\b(?:mehrheit|zustimmung)\b"
)
"""Der Antrag wird bei 2 Enthaltungen angenommen. Der Beschluss erfolgte einstimmig (Thalfang). Der Antrag findet bei
4 Ja-Stimmen keine Mehrheit."""
_ORGAN = (
    r"(?:Der|Die|Das) (?:[\w-]+ ){0,4}?[\w-]*(?:[rR]at|[aA]usschuss|[aA]usschuß|vertretung|[vV]ersammlung"
    r"|[bB]eirat|[kK]reistag|[gG]remium|[sS]enat|[bB]ürgerschaft|mitglieder|Mitglieder|[bB]ezirksrat"
    r"|[oO]rtsrat|Anwesenden)\b"
)
_ACTIVE = re.compile(
    rf"\A\W{{0,5}}(?:{_ORGAN})[^;]{{0,120}}?\b(?:beschließ(?:t|en)|beschloss|empf(?:iehlt|ehlen|ahl)|stimm(?:t|en"
    rf"|te)\b[^;]*\bzu|lehn(?:t|en|te)\b[^;]*\bab|nimm?t|nehmen|nahm|"
    r"vertagt|verweist|überweist|wählt|genehmigt|billigt|verabschiedet|fasst|stellt|(?:ist|sind)\b[^;]*\beinverstanden"
    r"|(?:spricht|sprechen) sich\b[^;]*\baus)\b"
    rf"|\A[^;:]{{0,160}}?\b(?:beschließt|beschloss|stimmte?|genehmigte?|billigte?|lehnte?(?: es)?) (?i:{_ORGAN})"
)
"""Die Bezirksvertretung lehnt den Antrag ab. Der geänderten Tagesordnung stimmte der Gemeinderat zu (Nalbach). Die
Ausschussmitglieder sind mit der Vertagung einverstanden (Emmerich)."""
_COUNTED = re.compile(
    r"(?i)(?:\A|:\n)\W{0,5}(?:beschluss-?(?:nr|nummer)[^:\n]{0,30}:\s*)?(?:abstimmung\w*|ergebnis"
    r"|beschluss)?\W{0,5}(?:einstimmig|mehrheitlich|(?:mit"
    r"|durch) stimmenmehrheit|einvernehmlich|bei \w+ gegenst|bei \d|mit \d|\d{1,3} (?:x )?(?:ja|dafür|nein|stimm)"
    r"|ja\W|dafür|einstimmiger beschluss|\d{1,2} ?: ?\d{1,2}(?: stimmen)?\W{0,3}\Z"
    r"|mehrheitsbeschluss|mit den stimmen (?:von|de)|ohne gegenstimmen?|(?:ohne aussprache|en bloc) (?:einst|mehrh)"
    r"|(?:(?:ziffer|punkt|nr\.|teil) \w{1,3}[.)]?:?|\d{1,2}\.(?: ?[–-] ?\d{1,2}\.)?)"
    r" (?:einstimmig|mehrheitlich|\d{1,2} ?: ?\d|\d{1,3} ja)"
    r"|(?:mehrheitlich|einstimmig) abgelehnt|(?:abgelehnt|angenommen|zugestimmt|beschlossen) (?:mit|bei|gegen|\d))"
)
"""Abstimmung: 5 dafür 0 dagegen; Beschlussvorschlag der Stadt: ⏎ einstimmig beschlossen; 13 : 0; Nr. 1: einstimmig"""
_CHAIR = re.compile(
    r"\bverweist (?:er|sie) (?!auf)[^;]{0,160}\b(?:in|an)\b"
    r"|\A\W{0,5}(?:Der|Die) (?:Vorsitzende\w?|\w*[bB]ürgermeister\w*)(?: [A-ZÄÖÜ][\w.-]+){0,3} (?:vertagt"
    r"|setzt [^;]{0,120} ab|stellt [^;]{0,120} zurück)\b"
)
"""Der Vorsitzende vertagt Tagesordnungspunkt 27."""
_WANTED = re.compile(
    r"(?i)\A\W*(?:einstimmig|mehrheitlich|einvernehmlich) (?!bei|mit|gegen|ohne|nach|laut|gemäß|wie|und|für|dafür"
    r"|dagegen|so\b)[a-zäöü]"
)
"""Mehrheitlich Tempo 30 gewünscht: a majority of whom is not said; what was done must be."""
_MAY_BE_A_TIME = re.compile(
    r"(?s)(?!.*(?i:abst|ergebnis|beschlu|stimm)).*?(?:\A|:\s)\W*(?:[01]?\d"
    r"|2[0-4]) ?: ?[0-5]\d\W*"
)
"""A line with "18 : 30" alone, or below "Beginn:": when the sitting went on, unless what stands before it was decided.
"12 : 3" can be no time."""
_FOLLOWS = re.compile(r"folgende\w* (?:Beschluss|Empfehlung|Resolution)\W*\Z")
"""Der Rat fasst mit 18 Ja-Stimmen folgenden Beschluss: what stands below is the text, and no second vote."""
_LABELLED = re.compile(r"\A\W{0,5}(?i:beschlu(?:ss|ß))(?: [^:\n]{0,40})?:\W*(?=(?:Der|Die|Das)\b)")
"""Beschluss: Der Stadtrat beschließt einstimmig, … (Ottweiler)"""
_ASCERTAINED = re.compile(
    r"(?i)\bstellt\b[^.]{0,160}\b(?:erledigung|einstimmig\w*|zustimmung|ablehnung|mehrheitlich\w*|kenntnisnahme)\b"
)
"""Die Vorsitzende stellt die Erledigung des Antrags fest."""


def read_prose(flat: Flat, start: int, end: int, headings: Headings = NO_HEADINGS) -> list[Vote]:
    """The votes that sentences of ``flat.text[start:end]`` report, in order."""
    if is_spoken(flat.text[start:end]):
        return read_spoken(flat, start, end)
    told: list[tuple[list[Vote], str]] = []
    for first, last in _told(flat.text, start, end):
        before, done = "", first
        for found in _SENTENCE.finditer(flat.text, first, last):
            sentence = found.group().strip()
            if not sentence:
                continue
            a_time = _MAY_BE_A_TIME.fullmatch(sentence) and not _reports(before)
            if _reports(sentence) and not a_time and not (told and _FOLLOWS.search(before)):
                votes = read_statements(flat, found.start(), found.end(), headings)
                if votes:
                    told.append((votes, flat.text[done : found.start()]))
                    done = found.end()
            before = sentence
    return _joined(flat, [vote for votes, tale in told for vote in moved(votes, tale, is_last=votes is told[-1][0])])


def _reports(sentence: str) -> bool:
    sentence = _LABELLED.sub("", sentence)
    told = _WHAT.split(sentence)[0]
    told = told if _ACTIVE.search(told) and not _NOTICED.search(sentence) else sentence
    if _SAID.search(told) or _ELSEWHERE.search(" ".join(told.split())):
        return False
    if _WANTED.match(sentence) and read_words(sentence).outcome is None:
        return False
    return any(one.search(sentence) for one in (_PASSIVE, _ACTIVE, _COUNTED, _CHAIR, _ASCERTAINED))


def _told(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches that are not speech."""
    place = start
    while place < end:
        proposed = _PROPOSED.search(text, place, end)
        if proposed:
            yield from _told(text, place, proposed.start())
            place = proposed.end()
            continue
        speech = _SPEECH.search(text, place, end)
        if speech is None:
            yield place, end
            return
        yield place, speech.start()
        told = _TELLING.search(text, speech.end(), end)
        if told is None:
            return
        place = told.start() + 1


def _joined(flat: Flat, votes: list[Vote]) -> list[Vote]:
    """ "Der Rat beschließt die Satzung. Einstimmig bei 2 Enthaltungen." is one vote, told in two sentences."""
    joined: list[Vote] = []
    for vote in votes:
        before = joined[-1] if joined else None
        if before is not None and (before.outcome, before.part) == (vote.outcome, vote.part) and _goes_on(before, vote):
            span = (before.span[0], vote.span[1])
            joined[-1] = replace(vote, span=span, words=flat.words_at(span))
        else:
            joined.append(vote)
    return joined


def _goes_on(one: Vote, two: Vote) -> bool:
    """`one` tells an outcome without numbers, and no other majority than `two`: "Mehrheitlich zugestimmt." "10 Ja"."""
    if one.stances or (one.yes, one.no, one.abstain) != (None, None, None):
        return False
    return one.majority is None or (one.majority == two.majority and two.yes is not None)

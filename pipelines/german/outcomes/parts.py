"""What a vote was about, where the text names it: "Ziffer 2", "Änderungsantrag der FDP-Fraktion", "TOP 6 und 7"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipelines.german.outcomes.values import Outcome

_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*\.?|[IVX]{1,4}\b\.?|[a-zA-Z](?:\)|\b))"
_LIST = rf"{_NUMBER}(?: ?(?:,|und|u\.|sowie|bis|\+|–|-|/|\n) ?{_NUMBER})*(?: ?[a-f]\)?(?!\w))?"
_ITEM = re.compile(rf"(?P<word>TOPs?|Tagesordnungspunkte?n?|Punkte?n?)[ \n]?(?P<numbers>{_LIST})")
"""TOP 8, 8.1 und 8.2. "Punkt 7" names an agenda item only where the minutes number their items so."""
_ITEM_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")

_NUMBERED_WORD = (
    r"(?:(?:Beratungsergebnis(?: zu)?|zu|Zu|Über|über) )?(?:Ziffern?|Ziff\.|Nrn?[.:]?|Nummern?|Punkte?n?|Pkt\."
    r"|Abs\.|Absatz|Absätze|Satz|Teil|Listen?|Variante|Alternative|Vorschlag|Spiegelstriche?|Buchstaben?|lit\."
    r"|Abschnitt|Frage|Los|TOPs?|Tagesordnungspunkte?|Beratungsergebnis|Beschlusspunkte?)"
)
"""zu Ziffer 2; Nrn. 1 + 2; Beratungsergebnis 3"""
_NUMBERED = (
    rf"{_NUMBERED_WORD}[ \n]?{_LIST}"
    rf"(?:,?[ \n](?:\(\w[^)\n]{{0,60}}\)|(?:und |u\. |sowie )?{_NUMBERED_WORD}[ \n]?{_LIST}))*"
)
"""Punkt 11.1 Ziffer 1 und Punkt 11.4 Ziffer 1; Liste 1, Ziffern 3, 12 (zweite Stelle)"""
_MOTION = r"(?:[A-ZÄÖÜ][\wäöüß/-]*(?:antr[aä]ge?[ns]?|vorlagen?|vorschlag|empfehlung)|Antr[aä]ge?[ns]?|Vorlagen?)\b"
"""Änderungsantrag, Beschlussvorlage, Wahlvorschlag"""
_ADJECTIVE = r"(?:\((?:un)?geändert\w*\) |(?:[A-ZÄÖÜ]\w+e[rnsm]?|[A-Z]{2,}-?) )"

_HEAD = re.compile(rf"{_NUMBERED}|{_ADJECTIVE}{{0,2}}{_MOTION}|(?<![\w.])(?:zu )?(?:[a-z]\)|\d{{1,2}}[.)])(?=\Z)")
"""Where the name of a part begins that others stand before: "… beschlossen Ziffer 2:"."""

_FACT = (
    r"(?:(?:[bB]ei|[mM]it|[gG]egen|[wW]ird|[wW]urden?|[wW]erden|[iI]st|[sS]ind) |[eE]instimm|[mM]ehrheitl"
    r"|[kK]eine? Abst|[oO]hne Abst|[eE]rledigt|[kK]enntnis|[zZ]ur Kenntnis"
    r"|\d{1,3}[ -]?x? ?(?:Ja|JA|ja|Nein|NEIN|nein|Stimm|Enth)|Ja\b|Nein\b"
    r"|[zZ]urückg|[vV]erwiesen|[vV]ertagt|[aA]ngenommen|[aA]bgelehnt|[zZ]ugestimmt|[bB]eschlossen|[zZ]ustimm"
    r"|[aA]blehn|[gG]eändert|[uU]nverändert)"
)
"""How what happened to a part begins."""
_WITHOUT_COLON = re.compile(
    rf"(?:\A|(?<=\n)|(?<=[.;,:] )|(?<=– ))(?P<name>{_NUMBERED}"
    rf"|{_ADJECTIVE}{{0,2}}{_MOTION}(?: und {_MOTION})?)[ \n](?={_FACT})"
    rf"|(?:\A|(?<=\n)|(?<=[;,] ))(?P<line>(?:zu )?(?:[a-z]\)(?=[ \n]?{_FACT})"
    rf"|\d{{1,2}}\.(?: ?(?:,|und|u\.|bis|–|-) ?\d{{1,2}}\.){{1,6}}(?=[ \n]?{_FACT})"
    rf"|\d{{1,2}}[.)](?:\d\.?)?(?=[ \n]{_FACT})))"
    rf"|(?<=[\w)] )(?P<letter>[b-z]\)) (?={_FACT})"
    rf"|(?:\A|(?<=\n)|(?<=[.;] ))(?:(?:Der|Die|Das|Den|Dem) )?"
    rf"(?P<subject>{_ADJECTIVE}{{0,2}}{_MOTION}[^:;.\n]{{0,90}}?)[ \n]"
    r"(?=(?:wird|wurden?|werden|ist|sind|war)\b)"
)
"""Punkt 4.1 Ziffer 2 bei 15 Ja-Stimmen …; b) einstimmig; Der Ergänzungsantrag ist erledigt"""

_ABOUT_PROCEDURE = (
    r"geschäftsordnungsantr|vertagungsantr|verweisungsantr|verfahrensantr|antrag zur geschäfts"
    r"|antr[aä]ge?(?: de[rs] [^.\n]{1,50})? auf (?:vertagung|verweisung|absetzung|schluss|ende|nichtbefassung|geheime"
    r"|namentliche)"
    r"|antr[aä]ge?\b[^.\n]{0,120}?\b(?:zu vertagen|zu verschieben|zurückzustellen|abzusetzen|zu (?:ver|über)weisen)\b"
)
"""Antrag der X-Fraktion auf Verweisung; Antrag von Herrn Muster, den Punkt zu vertagen"""
_AMENDMENT = re.compile(rf"(?i)(?:änderungs|ergänzungs|zusatz|gegen|alternativ)antr|{_ABOUT_PROCEDURE}")
_SENDS_ON = re.compile(
    r"(?i)(?:vertagungs|verweisungs)antr|antr[aä]ge?\b[^.\n]{0,120}?\b(?:auf (?:vertagung|zurückstellung|absetzung"
    r"|verweisung|überweisung)|zu vertagen|zu verschieben|zurückzustellen|abzusetzen|zu (?:ver|über)weisen)\b"
)
_PROCEDURE = re.compile(
    rf"(?i){_ABOUT_PROCEDURE}|\ATagesordnung\Z|\ADringlichkeit\Z|(?:geheime|namentliche|getrennte) (?:abstimmung|wahl)"
)
_MAIN = re.compile(
    r"(?i)vorlage\b(?! ?(?:nr\.? ?)?\d)|hauptantr|beschlussvorschlag|beschlussempfehlung|beschlussantrag|unverändert"
    r"|urspr(?:ung|üng)"
)
_REFERENCE = re.compile(r"(?:[A-Z]{1,4}[-/ ])?\d[\w/.-]{3,20}\w")
_BARE = re.compile(r"(?:Beschluss|Verwaltungs)?(?:[aA]ntrag|[vV]orlage|[vV]orschlag)|(?:Die|Der) (?:Antrag|Vorlage)")
"""The item itself: "Antrag zurückgezogen" """
_COLON = re.compile(r"(?<!Vorlage):(?!\d)|(?<=Vorlage):(?! ?\S{0,12}\d)")
"""Ends a name; not within "Vorlage: 2014/0494: abgelehnt" and "Ja:4" """
_SCORE_BEGINS = re.compile(r"(?:\A|\b(?i:mit|bei|abstimmung|ergebnis)\b|[(:])\s*\d{1,3} ?\Z")
_SCORE_REST = re.compile(r" ?\d{1,3}\s*(?:\Z|\n|[,;.(:)]|Stimmen?\b|bei\b)")
"""15 : 0; mit 9 : 2 Stimmen"""
_NOT_A_NAME = re.compile(
    r"(?i)\b(?:ja|nein|(?:stimm(?:en)?)?enth\w*|gegenstimmen?|befangen|dafür|dagegen|(?:ja"
    r"|nein)[- ]{0,3}stimmen?|rest)\W*\Z"
    r"|\A(?:abstimmungs?\w*|ergebnis|beratungsergebnis|beschluss|beschlussart|anmerkung\w*|hinweis|protokoll\w*"
    r"|stimmen|(?:un)?gültig\w*|gesamt|insgesamt|zusammen|summe)\W*\Z"
    r"|\babst(?:immungs|\.)?[- ]?(?:ergebnis|erg\.)\W*\Z|\A(?:ergebnis der |in )?(?:geheime?r?|namentliche?r?"
    r"|offene?r?"
    r"|der)? ?abstimmung(?: vom \S+)?\W*\Z|\A(?:namentlich|geheim|offen|ja\W+nein\W+\w+)\W*\Z"
    r"|\A(?:mit )?(?:ja|nein) (?:stimmt?en|haben gestimmt|votierten)\W*\Z"
    r"|\A(?:davon )?(?:\d+ )?(?:anwesend|stimmberechtigt)\w*"
)
"""Abstimmungsergebnis; In geheimer Abstimmung; Mit Nein stimmten: none of them was voted on"""


@dataclass(frozen=True)
class Mark:
    """The name of a part in flat text; what was voted on it follows."""

    start: int
    end: int
    name: str
    numbered: bool
    """ "Ziffer 2" of whatever was named before it."""


def is_amendment(name: str | None) -> bool:
    """ "Änderungsantrag der FDP-Fraktion", but not "Vorlage (geändert durch den Änderungsantrag der FDP-Fraktion)"."""
    if name is None:
        return False
    amendment, main = _AMENDMENT.search(name), _MAIN.search(name)
    return bool(amendment) and not (main and amendment and main.start() < amendment.start())


def is_procedure(name: str | None) -> bool:
    """About how to go on, not about what the proposal says: "Antrag auf Schluss der Debatte"."""
    return name is not None and bool(_PROCEDURE.search(name))


def sends_on(name: str | None) -> Outcome | None:
    """What becomes of the item if a motion of that name is won: "Antrag auf Vertagung"; None for other names."""
    found = _SENDS_ON.search(name or "")
    return None if found is None else "referred" if "weis" in found.group().lower() else "postponed"


def is_main(name: str | None) -> bool:
    """ "Geänderte Beschlussvorlage": the item's own proposal, beside motions about it."""
    return name is not None and not is_amendment(name) and bool(_MAIN.search(name))


@dataclass(frozen=True)
class Paper:
    """A paper that the headings of the minutes name below an agenda item."""

    item: str
    main: bool
    """The item's own paper; the others are motions about it."""


@dataclass(frozen=True)
class Headings:
    """What the headings of the minutes say: the numbers of the agenda items, and whose papers are whose."""

    items: frozenset[str] = frozenset()
    papers: Mapping[str, Paper] = field(default_factory=dict)
    first: str | None = None

    def paper_in(self, name: str | None) -> Paper | None:
        return next((self.papers[one] for one in _REFERENCE.findall(name or "") if one in self.papers), None)


NO_HEADINGS = Headings()


def items_of(name: str | None, headings: Headings = NO_HEADINGS) -> tuple[str, ...]:
    """Numbers of the agenda items in a part's name. "Punkt 2" and "8.1" are items where the headings have them."""
    if name is None:
        return ()
    numbers: list[str] = []
    for found in _ITEM.finditer(name):
        these = _ITEM_NUMBER.findall(found["numbers"])
        if found["word"][0] == "T" or any(one in headings.items for one in these):
            numbers.extend(one for one in these if one not in numbers)
    alone = re.fullmatch(r"(\d{1,3}(?:\.\d{1,3})*)[.)]?", name)
    if alone and alone[1] in headings.items:
        numbers.append(alone[1])
    paper = headings.paper_in(name)
    if not numbers and paper is not None and len(headings.items) > 1:
        numbers.append(paper.item)
    return tuple(numbers)


def find_marks(text: str, facts: re.Pattern[str]) -> list[Mark]:
    """The names of parts in flat text. `facts` are words that tell a vote: no name holds them."""
    with_colon = list(_with_colon(text, facts))
    marks = list(with_colon)
    for found in _WITHOUT_COLON.finditer(text):
        group = next(name for name in ("name", "line", "letter", "subject") if found[name])
        start, end = found.span(group)
        if _BARE.fullmatch(found[group]):
            continue
        if not any(one.start < end and start < one.end for one in with_colon):
            marks.append(
                Mark(
                    start,
                    end,
                    tidy(found[group]),
                    numbered=group != "subject"
                    and not re.match(rf"{_ADJECTIVE}{{0,2}}{_MOTION}|{_ITEM.pattern}", found[group]),
                )
            )
    return sorted(marks, key=lambda one: one.start)


def names_motion(words: str) -> bool:
    """ "Dadurch veränderte Beschlussvorlage, …": about a motion of its own."""
    return bool(re.search(_MOTION, words))


def is_number(line: str) -> bool:
    """A line of its own before its votes: "Punkt 8.2"."""
    return bool(re.fullmatch(rf"{_NUMBERED}\W{{0,3}}", line))


def is_part(name: str) -> bool:
    """ "Teil B", "Beschlusspunkt II der Vorlage": one of several that are voted on one by one."""
    return bool(re.match(_NUMBERED, name))


def is_name(words: str) -> bool:
    """Not the label that every result has: "Abstimmungsergebnis:", "Enthaltungen:"."""
    return not _NOT_A_NAME.search(words)


def tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" ,;:–")


def _with_colon(text: str, facts: re.Pattern[str]) -> Iterator[Mark]:
    done = 0
    for colon in _COLON.finditer(text):
        start = max(done, colon.start() - 160)
        for boundary in re.finditer(r"\n\n|; |\. (?=[A-ZÄÖÜ])", text[start : colon.start()]):
            done = max(done, start + boundary.end())
        start = max(done, start)
        region = text[start : colon.start()]
        last = 0
        for fact in facts.finditer(region):
            last = fact.end()
        head = _HEAD.search(region, last)
        line = region.rfind("\n") + 1
        if (line >= last and not (head and head.start() < line)) or (last == 0 and not head):
            begin = line
        elif head:
            begin = head.start()
        else:
            continue
        name = region[begin:]
        if _SCORE_BEGINS.search(name) and _SCORE_REST.match(text, colon.end()):
            continue
        if _NOT_A_NAME.search(tidy(name)) or not tidy(name):
            continue
        if len(name) <= 140:
            yield Mark(
                start + begin,
                colon.end(),
                tidy(name),
                numbered=bool(
                    (re.match(_NUMBERED, name) and not _ITEM.match(name))
                    or re.fullmatch(r"(?:zu )?(?:[a-z]\)?|\d{1,2}[.)]?(?:\d\.?)?)", tidy(name))
                ),
            )
            done = colon.end()

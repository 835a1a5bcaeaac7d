"""Numbers of votes as they are printed: "39 Ja-Stimmen, 2 Nein-Stimmen", "Ja: 4, Nein: 0", "bei drei Gegenstimmen"."""

import re
from dataclasses import asdict, dataclass

_NUMERALS = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
    "zwanzig",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_VALUES = {
    **{word: number for number, word in enumerate(_NUMERALS)},
    **{ten: 10 * place for place, ten in enumerate(_TENS, 2)},
    **{f"{_NUMERALS[one]}und{ten}": 10 * place + one for place, ten in enumerate(_TENS, 2) for one in range(1, 10)},
    **dict.fromkeys(("eine", "einer", "einem"), 1),
    **dict.fromkeys(("kein", "keine", "keiner", "keinen", "ohne"), 0),
    "o": 0,  # "O Enthaltungen": a letter typed, or read, for the digit
}
NUMBER = rf"(?:(?<![\d/§-])(?<!\d[.,:])\d{{1,3}}(?![\d/]|[.,:]\d)|(?<![^\W\d_])(?i:{'|'.join(_VALUES)})(?![^\W\d_]))"
"""Not part of a reference (2014/0494), a date (3.5.2023), a time (16:30) or a section (§ 24)."""

_NOUNS = {
    "yes": r"(?:ja|pro|für)[- ]{0,3}stimmen?|ja|dafür",  # 12 Ja-Stimmen, 13 Ja- Stimmen, Ja - Stimmen: 19, 5 dafür
    "opposed": r"(?:gegen|contra|kontra)[- ]{0,2}stimmen?",  # bei 3 Gegenstimmen
    "no": r"nein[- ]{0,3}stimmen?|nein|dagegen",
    "abstain": r"(?:stimm(?:en)?)?(?:enthaltung|entahltung|enthaltug|enhaltung)(?:en|\(en\))?|enth\."
    r"|(?<=\d )enthalten|enthalten(?=:? ?\d)",  # 0 Entahltungen
    "biased": r"befangen(?:heit(?:en)?)?",  # Befangen: 0
    "invalid": r"ungültige? stimmen?|ungültig",  # 2 ungültige Stimmen: neither yes nor no
}
_TOKEN = re.compile(
    rf"(?P<number>{NUMBER})"
    rf"|(?<![^\W\d_])(?i:{'|'.join(f'(?P<{name}>{words})' for name, words in _NOUNS.items())})(?![^\W\d_])"
)
_NUMBER_TO_NOUN = re.compile(r"[ \n]?(?i:x|mal|stimmen?|mitglieder)?[ \n]?-?(?: mit)? ?")
"""13-Ja-Stimmen, 14x nein, 12 Stimmen dafür, 12 mit Ja"""
_NOUN_TO_NUMBER = re.compile(r" ?(?P<sign>[:=])?[ \n]?")
"""Ja: 4, Ja-Stimmen = 12, dafür 5"""
_AND = re.compile(r"(?: ?,| und| oder| sowie| /)(?: ohne| keine)? ")
"""ohne Gegenstimmen und Enthaltungen"""

_AGAINST = re.compile(rf"(?i:gegen) (?P<number>{NUMBER}) (?i:stimmen?)\b")
"""gegen 2 Stimmen"""
_SCORE = re.compile(
    r"(?:\A|(?i:mit|bei|abstimmung|ergebnis):?\s|(?i:gleichheit|mehrheit|einstimmig|mehrheitlich|angenommen|abgelehnt"
    r"|beschlossen|zugestimmt) (?=\())\s*\(?(?<![\d.,/])(?P<one>\d{1,3})"
    rf"(?:(?: Stimmen)? (?:zu|gegen) | ?: ?)(?P<two>\d{{1,3}}|(?i:{'|'.join(_NUMERALS)}))(?![\w/]|[.,]\d| ?Uhr)\)?"
    r"(?= ?Stimmen?\b| (?:angenommen|beschlossen|zugestimmt|empfohlen|abgelehnt)| bei |\s*[.,;(]|\s*\Z)"
)
"""mit 12 zu 3 Stimmen; 15 : 0; mit 20 Stimmen gegen 5 Stimmen; bei Stimmengleichheit (7:7); mit 26 zu zwölf Stimmen
(Heidelberg). The greater number is the majority's."""


@dataclass(frozen=True)
class Counts:
    """What is printed, and nothing else: "einstimmig" prints no number."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    biased: int | None = None
    opposed: int | None = None
    """ "Gegenstimmen": those against what the majority wanted, which are "no" unless that majority said no."""
    score: tuple[int, int] | None = None
    """ "12 zu 3 Stimmen": which of them is yes depends on the outcome."""

    def __bool__(self) -> bool:
        return any(one is not None for one in asdict(self).values())

    def contradicts(self, other: "Counts") -> bool:
        mine, theirs = asdict(self), asdict(other)
        return any(mine[name] is not None and theirs[name] not in (None, mine[name]) for name in mine)

    def joined(self, other: "Counts") -> "Counts":
        mine, theirs = asdict(self), asdict(other)
        return Counts(**{name: theirs[name] if mine[name] is None else mine[name] for name in mine})


def number_of(text: str) -> int:
    """Of a match of `NUMBER`."""
    return int(text) if text.isdigit() else _VALUES[text.lower()]


def read_counts(text: str) -> Counts:
    """The numbers of one vote in flat text. A number said twice differently ("1 Enthaltung der
    CDU-Fraktion, 2 Enthaltungen der FDP-Fraktion") is none: the sum is not printed."""
    tokens = list(_TOKEN.finditer(text))
    taken: set[int] = set()
    found: dict[str, int] = {}
    unclear = {"invalid"}
    empty_before = -2
    for place, token in enumerate(tokens):
        name = str(token.lastgroup)
        if name == "number":
            continue
        number = _beside(text, tokens, place, taken)
        if number is not None:
            taken.add(number)
            value = number_of(tokens[number].group())
            if value == 0:
                empty_before = place
        elif empty_before == place - 1 and _AND.fullmatch(text, tokens[place - 1].end(), token.start()):
            value, empty_before = 0, place
        else:
            continue
        if found.setdefault(name, value) != value:
            unclear.add(name)
    found = {name: value for name, value in found.items() if name not in unclear}
    against = _AGAINST.search(text)
    if against and "no" not in found:
        found.setdefault("opposed", number_of(against["number"]))
    score = _SCORE.search(text)
    return Counts(**found, score=(int(score["one"]), number_of(score["two"])) if score and "yes" not in found else None)


def _beside(text: str, tokens: list[re.Match[str]], place: int, taken: set[int]) -> int | None:
    """The place of the number that belongs to the noun at `place`: the one before it, unless a colon points ahead."""
    noun = tokens[place]
    ahead = None
    if place + 1 < len(tokens) and tokens[place + 1].lastgroup == "number":
        ahead = _NOUN_TO_NUMBER.fullmatch(text, noun.end(), tokens[place + 1].start())
    before = place - 1
    if not (before >= 0 and before not in taken and tokens[before].lastgroup == "number"):
        return place + 1 if ahead else None
    if ahead and ahead["sign"] and not _leads_on(text, tokens, place + 1):
        return place + 1
    if _NUMBER_TO_NOUN.fullmatch(text, tokens[before].end(), noun.start()):
        return before
    return place + 1 if ahead else None


def _leads_on(text: str, tokens: list[re.Match[str]], place: int) -> bool:
    """The number at `place` belongs to the noun behind it: "11 Ja-Stimmen: 1 Nein-Stimme"; not "Ja: 10 Nein: 3"."""
    if place + 1 >= len(tokens) or tokens[place + 1].lastgroup == "number":
        return False
    if place + 2 < len(tokens) and tokens[place + 2].lastgroup == "number":
        ahead = _NOUN_TO_NUMBER.fullmatch(text, tokens[place + 1].end(), tokens[place + 2].start())
        if ahead and ahead["sign"]:
            return False
    return bool(_NUMBER_TO_NOUN.fullmatch(text, tokens[place].end(), tokens[place + 1].start()))

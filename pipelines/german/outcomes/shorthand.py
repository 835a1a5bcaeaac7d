"""Results as forms print them, and what they say in words: boxes ticked, "J 9 / N 2", "9/2/1", "anwesend: 15".

Each reading is proven by its own notation: "9/2/1" is read where a label or "einstimmig" stands before it, and not
where the first number may count those who were there.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from pipelines.german.outcomes.values import Span

_N = r"\d{1,3}(?![\d/]|[.,:]\d)"
_GAP = r"[ \t]*[:=]?[ \t.…_]*"
_AND = r"\s*[,;/|:–-]?\s*(?:und\s)?\s*"

_PRESENT = re.compile(
    r"(?i)(?<![^\W\d_])(?:(?:davon|zahl der|anzahl der|stimmberechtigte?) )?"
    r"(?:anwesend(?:e|en)?(?: (?:mitglieder|stimmberechtigten?))?|anw\.|(?:gesetzl(?:iche|\.) )?(?:mitgliederzahl"
    r"|(?:an)?zahl (?:der )?(?:anwesenden )?(?:\w*mitglieder|\w*vertreter(?:/?-?innen)?))"
    r"|gewählte \w*mitglieder|(?:stimmberechtigt|abstimmungsberechtigt)(?:e|en)?(?: mitglieder)?"
    rf"|sollstärke){_GAP}\d{{1,3}}(?![.,/]?\d)"
    r"(?! (?:x |mit )?(?:ja|stimmen|dafür)(?:-?stimmen)?\b(?![ \t]*[:=]?[ \t]*\d))(?: \+ \d{1,2})?[ \t]*[,;/]?"
    r"|^[^\S\n]*\d{1,3} (?:mitglieder )?(?:anwesend|stimmberechtigt)(?:e|en)?(?: mitglieder)?[^\S\n]*[,;]?[^\S\n]*$",
    re.MULTILINE,
)
"""Anwesend 15 Ja 12 Nein 3; gesetzliche Mitgliederzahl: 17; gesetzl. Anzahl der Vertreter: .6: those who were there or
might have been, and no votes"""
_BOX = re.compile(r"(?P<on>[☒☑✓✔✗✘]|[\[(] ?[xX] ?[\])])|[☐□◻]|\[ {0,2}\]|\( {1,2}\)|\[_\]")
_SAID_BY_BOX = re.compile(r"[^\n☒☑☐□◻✓✔✗✘\[]{0,120}")
"""☐ einstimmig ☒ mehrheitlich: only what is ticked was said"""
_FORM = re.compile(
    r"(?i)\beinstimmig\s*(?:/\s*(?:mit\s)?(?:stimmen)?mehrheit\w*|\smit\s+stimmenmehrheit)"
    r"(?:\s*[/\s]\s*(?:ja|nein|(?:stimm(?:en)?)?enthaltung(?:en)?|abgelehnt|laut\sbeschluss\w*"
    r"|abweichend\w*(?:\sbeschluss\w*)?)"
    r"(?!\W{0,3}\d)\b)*"
)
"""Einstimmig / mit Stimmenmehrheit / abgelehnt: a form that nobody filled in"""
_SUM = re.compile(r"(?i)(?:(?:ja|nein)-?stimmen|enthaltungen|dafür|dagegen):? ?\d{1,3} ?\+ ?\d{1,3}\b")
"""Ja-Stimmen: 16 + 1: council and mayor apart; the sum is not printed"""
_PAIRS = tuple(
    re.compile(rf"(?<![^\W\d_])(?:{yes}){_GAP}(?P<yes>{_N}){_AND}(?:{no}){_GAP}(?P<no>{_N})"
               rf"(?:{_AND}(?:{rest}){_GAP}(?P<abstain>{_N}))?")
    for yes, no, rest in (
        (r"J\.?", r"N\.?", r"E\.?"),  # J 9 / N 2 / E 1
        (r"[Ff]ür(?: den Antrag| die Vorlage| den Beschluss(?:vorschlag)?)?", r"[Gg]egen(?: den Antrag"
         r"| die Vorlage| den Beschluss(?:vorschlag)?)?", r"(?:Stimm(?:en)?)?[Ee]nth(?:altung(?:en)?|\.)"),
        # Zustimmung: 5, Ablehnung: 2
        (r"Zustimmung(?:en)?", r"Ablehnung(?:en)?", r"(?:Stimm(?:en)?)?Enthaltung(?:en)?"),
        (r"[Dd]afür (?:stimm(?:t)?en|waren|haben gestimmt)", r"[Dd]agegen(?: stimm(?:t)?en)?",
         r"(?:Stimm(?:en)?)?[Ee]nthaltung(?:en)?|[Ee]nthalten(?: haben sich)?"),
    )
)  # fmt: skip
_FOR_AND_AGAINST = re.compile(rf"(?P<yes>{_N}) Stimmen für d\w+ \w+{_AND}(?P<no>{_N}) (?:Stimmen )?gegen d\w+ \w+")
"""9 Stimmen für den Antrag, 12 Stimmen gegen den Antrag"""
_HEADED = re.compile(
    r"(?im)^[^\S\n]*(?:ja|dafür|zustimmung)(?:-?stimmen)?[ \t/|,]+(?:nein|dagegen|ablehnung)(?:-?stimmen)?"
    r"(?:[ \t/|,]+(?P<third>(?:stimm(?:en)?)?enth(?:altung(?:en)?|\.)))?[ \t]*:?[ \t]*\n\s*"
    r"(?P<yes>\d{1,3})[ \t/|:,]+(?P<no>\d{1,3})(?:[ \t/|:,]+(?P<abstain>\d{1,3}))?[^\S\n]*$"
)
"""Ja / Nein / Enthaltung, and in the line below: 5 / 2 / 3"""
_PIPES = re.compile(r"(?m)^[ \t]*\|(?P<row>[^|\n]{2,60}\|[ \t]*(?:\d{1,3}|[a-zäöü]{3,20})[ \t]*)\|[ \t]*$")
"""| Ja - Stimmen: | 19 |: a row of a table as plain text has it"""
_TRIPLE = re.compile(
    r"(?P<before>(?i:\bmit(?=[^\n]{3,20}stimmen)|abst(?:immungs?|\.)?[- ]?(?:ergebnis|erg\.)|abstimmung"
    r"|einstimmig\w*|mehrheitlich\w*|angenommen|beschlossen|zugestimmt"
    r"|abgelehnt)(?P<legend>[ ]?\([^()\n\d]{5,60}\))?[ \t]*:?\s*\(?)"
    r"(?P<yes>\d{1,3}) ?(?P<sign>[/|:–-]) ?(?P<no>\d{1,3}) ?(?P=sign) ?(?P<abstain>\d{1,3})(?![\d./|:–-])\)?"
    r"(?P<after>[ ]?\([^()\n\d]{5,60}\))?"
)
"""Abstimmungsergebnis (Ja/Nein/Enthaltung): 9/2/1; einstimmig (9/0/0)"""
_LEGEND = re.compile(
    r"(?i)\W*(?:ja|dafür|zustimmung)[\w-]*\W+(?:nein|dagegen"
    r"|ablehnung)[\w-]*\W+(?:stimm(?:en)?)?enth\w*\W*"
)
_RESULT_ROW = re.compile(
    r"(?im)^[ \t]*\|[ \t]*(?P<result>(?:einstimmig|mehrheitlich|(?:zur )?kenntnis|vertagt|zurückgestellt|zurückgezogen"
    r"|abgelehnt|angenommen|beschlossen|zugestimmt|abgesetzt|verwiesen)[^|\n]{0,60})"
    r"\|(?P<numbers>[^|\n]{0,80})\|[ \t]*$"
)
"""| Einstimmig beschlossen | Ja 17 Nein 0 Anwesend 17 |: the result line of some councils' official journals"""
_DASH = re.compile(
    r"(?i)(?P<name>(?:nein-?stimmen|nein|dagegen|gegenstimmen"
    r"|(?:stimm(?:en)?)?enthaltung(?:en)?)):?[ \t]*(?:[-–—]{1,3}|\./\.)"
    r"(?=[ \t]*(?:[\n,;/]|\Z))"
)
"""Nein-Stimmen: -"""
_COUNTED_BEFORE = re.compile(r"(?i)(?:ja|dafür)\w*(?:-stimmen)?:?[ \t]*\d{1,3}\b[\s\S]{0,80}\Z")
_COUNT_LINE = re.compile(
    r"(?im)^[^\S\n]*(?:\d{1,3}[ \t]+)?(?:stimmen[ \t]+)?(?P<what>ja|nein|dafür|dagegen"
    r"|(?:stimm(?:en)?)?enth)[\w.-]{0,12}[ \t]*"
    r"(?::?[ \t]*\d{1,3})?[ \t]*(?:\([^()\n]{1,200}\))?[^\S\n]*$"
)
_APART = re.compile(
    r"(?im)^[^\S\n]*(?:(?:ja|nein)(?:-?stimmen)?|dafür|dagegen"
    r"|(?:stimm(?:en)?)?enthaltung(?:en)?):?(?P<gap>\s*\n\s*)(?=\d{1,3}[^\S\n]*(?:\n|\Z))"
)
"""Ja-Stimmen, and the number in the line below: cells of a table"""
_COUNT_NOUN = (
    r"(?:stimmen[ \t]+)?(?:dafür|dagegen|ja|nein|(?:ja|nein|gegen)-?stimmen?|(?:stimm(?:en)?)?enthaltung(?:en)?):?"
)
_BELOW = re.compile(
    rf"(?im)^[^\S\n]*{_COUNT_NOUN}\s*\n\s*\d{{1,3}}[^\S\n]*$(?:\s*\n\s*{_COUNT_NOUN}\s*\n\s*\d{{1,3}}[^\S\n]*$)+"
)
"""Ja-Stimmen, 12, Nein-Stimmen, 3, each in a line of its own: cells of a table"""
_ABOVE = re.compile(
    rf"(?im)^[^\S\n]*\d{{1,3}}\s*\n\s*{_COUNT_NOUN}[^\S\n]*$(?:\s*\n\s*\d{{1,3}}\s*\n\s*{_COUNT_NOUN}[^\S\n]*$)+"
)
"""7, Stimmen dafür, 0, Stimmen dagegen: the same in the other order (Eisenach)"""
_ORDER = {"ja": 0, "dafür": 0, "nein": 1, "dagegen": 1}


def find_shorthand(text: str) -> Iterator[tuple[Span, str]]:
    """Where such notations stand, and what is to be read instead. No two of them overlap."""
    done: list[Span] = []
    for find in (_boxes, _pipes, _cells, _blanks, _numbers, _triples, _dashes, _gaps):
        for (start, end), words in find(text):
            if not any(start < other_end and other_start < end for other_start, other_end in done):
                done.append((start, end))
                yield (start, end), words


def _boxes(text: str) -> Iterator[tuple[Span, str]]:
    boxes = list(_BOX.finditer(text))
    if len(boxes) < 2 or not any(box["on"] for box in boxes):
        return
    for box in boxes:
        said = _SAID_BY_BOX.match(text, box.end())
        yield (box.start(), box.end() if box["on"] or not said else said.end()), " "


def _cells(text: str) -> Iterator[tuple[Span, str]]:
    place = 0
    while both := [found for one in (_BELOW, _ABOVE) if (found := one.search(text, place))]:
        found = min(both, key=lambda one: one.start())
        numbers = re.findall(r"\d{1,3}", found.group())
        nouns = re.findall(rf"(?i){_COUNT_NOUN}", found.group())
        yield found.span(), "\n".join(f"{noun.rstrip(':')}: {n}" for noun, n in zip(nouns, numbers, strict=True))
        place = found.end()


def _blanks(text: str) -> Iterator[tuple[Span, str]]:
    for one in (_FORM, _SUM, _PRESENT):
        for found in one.finditer(text):
            yield found.span(), " "


def present_at(text: str, place: int) -> int | None:
    """How many were there or might have voted, where the line at `place` of a text as it was given says so."""
    first = text.rfind("\n", 0, place) + 1
    last = text.find("\n", place)
    found = _PRESENT.search(text, first, last if last >= 0 else len(text))
    number = re.search(r"\d{1,3}", found.group()) if found else None
    return int(number.group()) if number else None


def _pipes(text: str) -> Iterator[tuple[Span, str]]:
    for row in _RESULT_ROW.finditer(text):
        told = f"{row['result']} {_PRESENT.sub(' ', row['numbers'])}"
        yield row.span(), f"Abstimmungsergebnis: {' '.join(told.split())}"
    for row in _PIPES.finditer(text):
        words = " ".join(row["row"].replace("|", " ").split())
        yield row.span(), " " if _PRESENT.fullmatch(words) else words


def _numbers(text: str) -> Iterator[tuple[Span, str]]:
    for found in _HEADED.finditer(text):
        if bool(found["third"]) == bool(found["abstain"]):
            yield found.span(), _in_words(found.groupdict().get)
    for one in (*_PAIRS, _FOR_AND_AGAINST):
        for found in one.finditer(text):
            yield found.span(), _in_words(found.groupdict().get)


def _triples(text: str) -> Iterator[tuple[Span, str]]:
    for found in _TRIPLE.finditer(text):
        legend = found["legend"] or found["after"]
        yes, no, abstain = int(found["yes"]), int(found["no"]), int(found["abstain"])
        if legend and not _LEGEND.fullmatch(legend):
            continue
        if legend or yes != no + abstain:
            yield (found.start("yes"), found.end()), _in_words(found.groupdict().get)


def _dashes(text: str) -> Iterator[tuple[Span, str]]:
    told = ""
    last = 0
    for found in _DASH.finditer(text):
        told = (told + text[last : found.start()])[-200:]
        last = found.end()
        if _COUNTED_BEFORE.search(told):
            yield found.span(), f"{found['name']}: 0"


def _gaps(text: str) -> Iterator[tuple[Span, str]]:
    """Blank lines between "dafür: 2" and "dagegen: 13"."""
    lines = list(_COUNT_LINE.finditer(text))
    for found in _APART.finditer(text):
        yield found.span("gap"), " "
    for before, after in pairwise(lines):
        between = text[before.end() : after.start()]
        rises = _ORDER.get(before["what"].lower(), 2) < _ORDER.get(after["what"].lower(), 2)
        if rises and not between.strip() and between.count("\n") > 1:
            yield (before.end(), after.start()), "\n"


def _in_words(number: Callable[[str], str | None]) -> str:
    told = f"{number('yes')} Ja, {number('no')} Nein"
    abstain = number("abstain")
    return f"{told}, {abstain} Enthaltungen" if abstain else told

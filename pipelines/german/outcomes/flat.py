"""Text without what paper did to it: hyphenation, page marks, runs of spaces. Every character knows where it stood."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipelines.german.outcomes.values import Span

_GLUED = (
    r"(?<=nthaltung)(?=[A-ZÄÖÜ\d]|[a-z]\))"  # 0 EnthaltungRatsmitglied
    r"|(?<=nthaltungen)(?=[A-ZÄÖÜ\d]|[a-z]\)|zu )"  # einstimmig, 0 Enthaltungenb) einstimmig
    r"|(?<=Stimme)(?=[A-ZÄÖÜ\d])|(?<=Stimmen)(?=[A-ZÄÖÜ\d]|[a-z]\))|(?<=\))(?=[b-z]\) )"  # 0 Nein-Stimmen1. Antrag
    r"|(?<=instimmig)(?=[A-ZÄÖÜ\d]|zu )|(?<=ehrheitlich)(?=[A-ZÄÖÜ\d])"  # einstimmig12 Ja-Stimmen
    r"|(?<=raktion)(?=\d|[a-z]\)|einstimmig\b)|(?<=[a-zäöüß])(?=Ergebnis:)"  # Antrag der SPD-Fraktion5 Ja-Stimmen
    r"|(?<=[a-zäöüßA-ZÄÖÜ]{3})(?=a\) ?(?:einstimmig|\d{1,2} [JjNn]))"  # Die Grünena) 2 Ja-Stimmen
    r"|(?<=[a-zäöüß]{4})(?=einstimmig\b)"  # Westnetz GmbH, Düreneinstimmig
)
"""Line breaks that a server swallowed: nothing stands there, and a line begins."""

_GROUP = r"(?:de[rs] )?(?:[A-ZÄÖÜ]{2}|AfD|Fraktion|Bündnis|Grüne|Linke|Rats(?:herr|frau|mitgl)|Stadtr[aä]t)"
_PAPER = re.compile(
    r"(?P<hyphen>(?:[-\u2010]|\u00ad|\ufffe|\x02)[^\S\n]*\n[^\S\n]*(?=[a-zäöüß]))"  # zuge-⏎stimmt
    r"|(?P<wrap>(?<=-)[^\S\n]*\n[^\S\n]*(?=[A-ZÄÖÜ][a-zäöü])"  # Nein-⏎Stimmen
    r"|(?<=\d/)[^\S\n]*\n[^\S\n]*(?=Die |DIE |Gr))"  # Bündnis 90/⏎Die Grünen
    r"|(?P<list>(?<=,)[^\S\n]*\n[^\S\n]*(?=(?!\w{1,3}[.)])[A-Za-zÄÖÜäöü])"  # Gegenstimmen: FDP, Die Linke,⏎BfM
    rf"|(?:(?<=\bund)|(?<=\bsowie)|(?<=\bvon))[^\S\n]*\n[^\S\n]*(?={_GROUP})"  # gegen SPD und⏎FDP
    rf"|(?:(?<=LINKE\.)|(?<=raktion)|(?<=[A-ZÄÖÜ]{{2}}))[^\S\n]*\n[^\S\n]*(?=(?:und|sowie) {_GROUP}))"  # SPD⏎und FDP
    r"|(?P<page>\n[^\S\n]*(?:[–—-]{1,2}[^\S\n]*(?:Seite[^\S\n]*)?\d{1,4}(?: of \d{1,4})?[^\S\n]*[–—-]{1,2}"  # – 2 –
    r"|Seite[^\S\n]+\d{1,4}(?:[^\S\n]+von[^\S\n]+\d{1,4})?)[^\S\n]*(?=\n|\Z))"  # Seite 3 von 7
    r"|(?P<soft>[\u00ad\u200b\ufeff\ufffe\x02])"
    r"|(?P<line>[^\S\n]*[\n\x0b\x0c\u2028][^\S\n]*)"
    r"|(?P<space>[^\S\n]+)"
    rf"|(?P<glued>{_GLUED})"
)
_REPLACEMENTS = {
    "hyphen": "",
    "wrap": "",
    "list": " ",
    "page": "",
    "soft": "",
    "line": "\n",
    "space": " ",
    "glued": "\n",
}


@dataclass(frozen=True)
class Flat:
    """`text` is what is read, `origin` the place of each of its characters in what was given."""

    raw: str
    text: str
    origin: tuple[int, ...]
    markup: bool = False
    """`raw` is HTML whose tags were blanked out."""

    def span(self, start: int, end: int) -> Span:
        """Of ``text[start:end]`` in the given text, without the spaces around it."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return self.origin[start] if start < len(self.origin) else len(self.raw), len(self.raw)
        return self.origin[start], self.origin[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """What stands there in the given text, word for word."""
        return self.words_at(self.span(start, end))

    def words_at(self, span: Span) -> str:
        """As `words`, by place in the given text."""
        words = self.raw[slice(*span)]
        return " ".join(words.replace("\u200b", "").split()) if self.markup else words


def flatten(raw: str, instead: Mapping[Span, str] = MappingProxyType({}), *, markup: bool = False) -> Flat:
    """Lines end with one line feed each; a word cut in two at a line's end is whole again.

    `instead`: what is to be read in place of some stretches of `raw`. A piece of it that is cut stands for the whole.
    """
    flat = replace(_flatten(raw), markup=markup)
    for (start, end), words in sorted(instead.items(), reverse=True):
        first, last = bisect_left(flat.origin, start), bisect_left(flat.origin, end)
        origin = (*[start] * (len(words) - 2), *[end - 1] * min(2, len(words)))
        flat = replace(
            flat,
            text=flat.text[:first] + words + flat.text[last:],
            origin=flat.origin[:first] + origin + flat.origin[last:],
        )
    return flat


def _flatten(raw: str) -> Flat:
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for found in _PAPER.finditer(raw):
        pieces.append(raw[done : found.start()])
        origin.extend(range(done, found.start()))
        replacement = _REPLACEMENTS[str(found.lastgroup)]
        pieces.append(replacement)
        origin.extend([min(found.start(), max(len(raw) - 1, 0))] * len(replacement))
        done = found.end()
    pieces.append(raw[done:])
    origin.extend(range(done, len(raw)))
    return Flat(raw, "".join(pieces), tuple(origin))

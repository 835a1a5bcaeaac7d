"""How well the lines of a heading agree with a title on the agenda.

Titles are compared without blanks, signs and case, since text out of PDFs breaks, hyphenates and spaces words as it
likes. A title may be printed shorter or longer than on the agenda, but figures that contradict each other ("Jahr 2023",
"Jahr 2024") are two titles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

TRANSLITERATED = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue"})
MAX_TITLE = 240
"""Longer titles are compared by so many letters: they are told apart by then."""
MAX_LINES = 9
FIGURES = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]{6,}")
GROUP = re.compile(r"\b(?:AfD|FW|[A-ZÄÖÜ]{3,5}|Grüne|Linke|Volt|Piraten)")  # CDU-Fraktion, Die Linke
BREAK = re.compile(r"[-\xad\ufffe]\s*\n\s*(?=[a-zäöüß])|[\xad\ufffe]\s*")  # "Nachbe-\nsetzung"
BOILERPLATE = (
    "antrag", "anfrag", "frakti", "beschl", "vorlag", "verwal", "bericht", "berich", "mittei", "sitzun", "nieder",
    "geneh", "stadt", "gemein", "öffent", "betref", "änderu", "bekann", "eröffn", "festst", "protok", "tageso",
    "beratu", "rates", "aussch", "kenntn", "bürger", "punkt", "sachst",
)  # fmt: skip
"""Stems that many titles of one agenda share: "Antrag der … Fraktion". They prove nothing."""
ENDING = re.compile(r"(?:e?[nrs]|e)(?!\w)")  # "Obergrenze" on the agenda, "Obergrenzen" in the minutes
UNLIKE = 0.4
"""The score of lines that resemble a title and name another year, group or thing: other titles reach 0.45."""
SHORTER = 0.84
"""The score of lines that are the beginning of the title."""


@dataclass(frozen=True)
class Fit:
    """How well lines agree with a title, 0 to 1, and how many of the lines it takes."""

    score: float
    lines: int
    rest_at: int | None = None
    """Where in the last line the title ends and other words begin; None where the line ends with the title."""


NO_FIT = Fit(0.0, 0)


class Title:
    """The title of an agenda item."""

    def __init__(self, name: str | None) -> None:
        self.name = (name or "").strip()
        self.letters = compact(self.name)[:MAX_TITLE]
        self.figures = _figures(self.name)
        self.groups = _groups(self.name)
        self.words = words_of(self.name)

    @property
    def enough(self) -> float:
        """From which score on lines say this title, whatever number is printed: short titles resemble others."""
        return 0.93 if len(self.letters) < 15 else 0.85

    @property
    def alike(self) -> float:
        """From which score on they do so below its number."""
        if len(self.letters) < 15:
            return SHORTER
        return 0.72 if len(self.letters) < 30 else 0.6

    def shares_word(self, lines: Sequence[str]) -> bool:
        """Whether the first lines hold a word of the title that tells titles apart."""
        return bool(self.words & words_of("\n".join(lines[:3])))

    def is_in(self, lines: Sequence[str]) -> bool:
        """Whether the first lines hold the whole title, among other words."""
        return len(self.letters) >= 10 and self.letters in compact("".join(lines[:3]))

    def fit(self, lines: Sequence[str]) -> Fit:
        """Of the lines from the first on; the first without the number."""
        if not self.letters:
            return NO_FIT
        best, written = NO_FIT, ""
        for count, line in enumerate(lines[:MAX_LINES], 1):
            before, written = written, written + compact(line)
            if not written:
                continue
            fit = self._fit(written, before, line, count, lines)
            if fit.score > best.score:
                best = fit
            if best.score == 1.0 or len(written) > 1.5 * len(self.letters) + 12:
                break
        return best

    def _fit(self, written: str, before: str, line: str, count: int, lines: Sequence[str]) -> Fit:
        if written == self.letters:
            return Fit(1.0, count)
        if written.startswith(self.letters):
            if len(self.letters) == MAX_TITLE:
                return Fit(1.0, count)
            end = _end_of(len(self.letters) - len(before), line)
            if _word_ends(line, end):
                return Fit(1.0, count, end)
            ending = ENDING.match(line, end)
            if ending is None or len(self.letters) < 15:
                return NO_FIT
            return Fit(0.97, count, ending.end() if line[ending.end() :].strip() else None)
        if self.letters.startswith(written):
            if (
                count < len(lines)
                and len(written) < len(self.letters)
                and self.letters.startswith(written + compact(lines[count])[:8])
            ):
                return NO_FIT  # the next line goes on with it
            share = len(written) / len(self.letters)
            whole = _word_ends(self.name, _end_of(len(written), self.name))
            return Fit(SHORTER if whole and (share >= 0.5 or self.shares_word(lines[:count])) else UNLIKE, count)
        if not 0.6 <= len(written) / len(self.letters) <= 1.5:
            return NO_FIT
        matcher = SequenceMatcher(None, self.letters, written, autojunk=False)
        if matcher.real_quick_ratio() < 0.6 or matcher.quick_ratio() < 0.6:
            return NO_FIT
        return Fit(UNLIKE if self._is_other("\n".join(lines[:count])) else min(matcher.ratio(), 0.99), count)

    def _is_other(self, printed: str) -> bool:
        return bool(self.words and not self.words & words_of(printed)) or self.contradicted(printed)

    def contradicted(self, printed: str) -> bool:
        """Whether words name another year, number or group than the title does."""
        figures, groups = _figures(printed), _groups(printed)
        return bool(
            (figures - self.figures and self.figures - figures) or (groups - self.groups and self.groups - groups)
        )


def compact(text: str) -> str:
    """Letters and figures alone, lower case, umlauts and ß spelled out."""
    return "".join(filter(str.isalnum, text.casefold().translate(TRANSLITERATED)))


def _figures(text: str) -> frozenset[int]:
    return frozenset(int(one) for one in FIGURES.findall(text) if len(one) < 10 and one.isascii())


def _groups(text: str) -> frozenset[str]:
    return frozenset(one.casefold()[:4] for one in GROUP.findall(text))


def words_of(text: str) -> frozenset[str]:
    """Stems of the words that tell titles apart."""
    stems = {word[:6] for word in WORD.findall(BREAK.sub("", text).casefold())}
    return frozenset(stem for stem in stems if not stem.startswith(BOILERPLATE))


def _end_of(letters: int, text: str) -> int:
    """Where in `text` so many compact letters end."""
    seen = 0
    for position, char in enumerate(text):
        if seen >= letters:
            return position
        seen += len(compact(char))
    return len(text)


def _word_ends(text: str, position: int) -> bool:
    return not (position < len(text) and text[position].isalnum() and text[position - 1].isalnum())

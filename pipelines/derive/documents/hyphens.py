"""Words broken at the end of a line are put together again, the hyphens that belong to a word are kept.

"beschlos-/sen" is one word; "CDU-/Fraktion", "16-/20" and "EU-/weit" keep their hyphen; "Haupt-/und Finanzausschuss"
is left as it stands. Where both are possible the document itself decides: a word that it writes with a hyphen within a
line ("nordrhein-westfälisch") has one.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
SUSPENDED = frozenset(
    {"und", "oder", "bzw", "sowie", "bis", "u", "beziehungsweise", "noch", "als", "wie", "statt", "zu"}
)
"""What follows a hyphen that stands for a part of the next word: "Haupt- und", "Vor- oder", "Ost- bzw."."""
LETTERS = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"[ \t]*(?=[^\W_])(([^\W\d_]*)\S*)[ \t]*\n?")
"""What is not a space at the start of a line, and the letters it begins with: "sen." behind "beschlos-"."""
STARTS_LOWER = re.compile(r"[ \t]*[a-zäöüß]")


class Hyphens:
    """Mends the lines of one document, whose text decides the doubtful cases. Lines must not end with spaces."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._pages = pages
        self._words: dict[str, bool] = {}

    def mended_pages(self) -> list[str]:
        """The pages with broken words whole; a word broken between two pages stands on the first."""
        mended = [self._mended(page) for page in self._pages]
        for number, (page, following) in enumerate(pairwise(mended)):
            if page.endswith(HYPHENS) and STARTS_LOWER.match(following):
                both = self._joined(page[:-1], page[-1], following)
                if both is not None:
                    first, mended[number + 1] = both
                    mended[number] = first.rstrip()
        return mended

    def _mended(self, page: str) -> str:
        """A page with broken words whole, each on the line where it begins."""
        for hyphen in HYPHENS:
            broken = f"{hyphen}\n"
            if broken in page:
                done, *pieces = page.split(broken)
                parts = []
                for piece in pieces:
                    both = self._joined(done, hyphen, piece)
                    if both is None:
                        parts.append(done + broken)
                        done = piece
                    else:
                        parts.append(both[0])
                        done = both[1]
                page = "".join(parts) + done
        return page.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in page else page

    def _joined(self, before: str, hyphen: str, behind: str) -> tuple[str, str] | None:
        """The text up to the joined word, and what is left behind it; None when there is nothing to join."""
        left = _last_word(before)
        token = TOKEN.match(behind)
        if not left or token is None:
            return None
        rest = token[2]
        if rest in SUSPENDED:
            return None
        keeps = hyphen != SOFT_HYPHEN and self._keeps_hyphen(left, rest)
        end = "\n" if token.end() < len(behind) or token[0].endswith("\n") else ""
        # a hyphen at the end of the next line may be the same word's: it must not be cut off from what it joins
        if not end:
            return f"{before}{hyphen if keeps else ''}", token[1]
        return f"{before}{hyphen if keeps else ''}{token[1]}{end}", behind[token.end() :]

    def _keeps_hyphen(self, left: str, rest: str) -> bool:
        """Between the last word of a line and the letters, if any, that the next begins with."""
        if not rest or left[-1].isdigit() or len(left) == 1:
            return True  # "16-/20", "CO2-/neutral", "E-/mail"
        capitals = left.isupper()
        if rest[0].isupper() or capitals:  # "CDU-/Fraktion", "EU-/weit"; "BESCHLUSS-/VORLAGE", "CDU-/FDP"
            return not (capitals and rest.isupper() and self._is_one_word(left + rest))
        return f"{left}-{rest}" in self._with_hyphen and not self._is_one_word(left + rest)

    def _is_one_word(self, word: str) -> bool:
        if word not in self._words:
            found = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
            self._words[word] = any(found.search(page) for page in self._pages)
        return self._words[word]

    @cached_property
    def _with_hyphen(self) -> frozenset[str]:
        """The words with a hyphen within a line, as far as the letters beside that hyphen."""
        return frozenset(
            f"{left}-{right.group()}"
            for page in self._pages
            for before, behind in pairwise(page.split("-"))
            if (right := LETTERS.match(behind)) and (left := _last_word(before))
        )


def _last_word(text: str) -> str:
    """The letters and digits at the end of the text."""
    word = text[text.rfind(" ") + 1 :]
    if word.isalnum():  # most are, and to look at each character takes longer
        return word
    start = len(text)
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    return text[start:]

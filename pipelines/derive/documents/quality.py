"""How good the text of a page is: whether to believe it, or to recognise the page's picture instead."""

import re
from dataclasses import dataclass

GARBAGE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd-\uffff\ue000-\uf8ff]")
"""What fonts without a table of their letters yield: control characters, private ones, "\ufffd"."""
NO_LETTERS = bytes(code for code in range(256) if not chr(code).isalpha())
VOWELS = "aeiouyäöüAEIOUYÄÖÜ".encode("latin-1")
MOST_CONSONANTS = 0.8
"""Of the letters. German has 62 %; text of a font whose letters are all shifted ("Ehvfkoxvv") 85 %. A table of
abbreviations may have many, therefore only pages with many letters are judged."""
LETTERS_TO_JUDGE = 200
SAMPLE = 1000
"""Characters of a page that are enough to tell."""
LONG_WORD = 30
"""Letters. "Straßenreinigungsgebührensatzung" has 32, and a page has few of that kind."""
WORD_OF_LETTERS = re.compile(r"[^\W\d_]+")
FEW_CHARACTERS = 50
"""A stamp or a page number over a scanned page: "Anlage 2 zu TOP 7"."""
MUCH_GARBAGE = 0.1
MANY_MISSING_SPACES = 0.3
FEWEST_MISSING = 100
"""Characters in long words that are no mere title: "Vergnügungssteueränderungssatzung"."""


@dataclass(frozen=True, kw_only=True)
class Quality:
    """Shares are of the page's characters, spaces not counted; 0 for a page without any."""

    characters: int
    garbage: float
    """Share of characters that are none, or 1 when the letters can't be a language's."""
    missing_spaces: float
    """Share of characters in words too long to be one."""

    @property
    def empty(self) -> bool:
        return self.characters == 0

    @property
    def little(self) -> bool:
        """No more than may be stamped on the picture of a page."""
        return self.characters < FEW_CHARACTERS

    @property
    def readable(self) -> bool:
        run_together = self.missing_spaces > MANY_MISSING_SPACES
        if self.empty or self.garbage > MUCH_GARBAGE:
            return False
        return not run_together or self.missing_spaces * self.characters < FEWEST_MISSING


def measure(text: str) -> Quality:
    words = text.split()
    seen = "".join(words)
    if not seen:
        return Quality(characters=0, garbage=0.0, missing_spaces=0.0)
    # one look tells that there is nothing to count
    bad = 0 if seen.isprintable() and "\ufffd" not in seen else len(GARBAGE.findall(seen))
    long = sum(map(_letters_in_long_runs, words)) if max(map(len, words)) > LONG_WORD else 0
    return Quality(
        characters=len(seen),
        garbage=1.0 if _is_no_language(seen[:SAMPLE]) else bad / len(seen),
        missing_spaces=min(1.0, long / len(seen)),
    )


def _is_no_language(sample: str) -> bool:
    # all German letters are in that encoding, and bytes are counted ten times as fast
    letters = sample.encode("latin-1", "ignore").translate(None, NO_LETTERS)
    return len(letters) >= LETTERS_TO_JUDGE and len(letters.translate(None, VOWELS)) > MOST_CONSONANTS * len(letters)


def _letters_in_long_runs(word: str) -> int:
    """Addresses, dotted lines and numbers with many parts have none."""
    if len(word) <= LONG_WORD:
        return 0
    return sum(len(run) for run in WORD_OF_LETTERS.findall(word) if len(run) > LONG_WORD)

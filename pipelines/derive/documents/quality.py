"""How good the text of a page is: whether to believe it, or to recognise the page's picture instead."""

import re
from dataclasses import dataclass

GARBAGE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd-\uffff\ue000-\uf8ff]")
"""What fonts without a table of their letters yield: control characters, private ones, "\ufffd"."""
VOWELS = frozenset("aeiouyäöüAEIOUYÄÖÜ")
DRAWN = "._-–—·•…|*="
"""Signs that lines are drawn with, and ways from a word to a number are dotted with."""
ENCODING = "cp1252"
"""Has what German is written with in a byte for each character, and bytes are counted ten times as fast."""
CHARACTERS = bytes(range(256)).decode(ENCODING, "replace")
MOST_CONSONANTS = 0.8
"""Of the letters. German has 62 %; text of a font whose letters are all shifted ("Ehvfkoxvv") 85 %. A table of
abbreviations may have many, therefore only pages with many letters are judged."""
LETTERS_TO_JUDGE = 80
MOST_POINTS = 0.4
"""Of the characters: signs other than letters, digits and those that lines are drawn with. A table of sums in euros has
a quarter, text of a font whose letters are signs nearly all."""
CHARACTERS_TO_JUDGE = 100
SAMPLE = 1000
"""Characters of a page that are enough to tell."""
COMMON = re.compile(
    r"\b(?:und|der|die|das|den|dem|des|in|im|von|zu|zur|zum|für|mit|nicht|auf|ist|ein|eine|einer|wird|werden|hat|sich|bei)\b",
    re.IGNORECASE,
)
"""A third of the words of a German text."""
LONG_WORD = 30
"""Letters. "Straßenreinigungsgebührensatzung" has 32, and a page has few of that kind."""
LONG_RUN = re.compile(rf"[^\W\d_]{{{LONG_WORD + 1},}}")
"""Addresses, dotted lines and numbers with many parts have none."""
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
    coded = text.encode(ENCODING, "replace")
    seen = coded.translate(SIGNS).translate(None, b" ")
    characters, bad = len(seen), 0
    if b"\0" in seen or coded.count(b"?") > text.count("?"):
        # there is garbage, or there are characters that the encoding lacks
        there = "".join(text.split())
        characters, bad = len(there), len(GARBAGE.findall(there))
    if not characters:
        return Quality(characters=0, garbage=0.0, missing_spaces=0.0)
    long = sum(map(len, LONG_RUN.findall(text))) if MAY_BE_LONG in coded.translate(LETTERS) else 0
    return Quality(
        characters=characters,
        garbage=1.0 if _is_no_language(seen[:SAMPLE]) else bad / characters,
        missing_spaces=long / characters,
    )


def common_words(text: str) -> int:
    """How many of the words that each German sentence has stand at its beginning: a measure between two readings of the
    same page."""
    return len(COMMON.findall(text, 0, SAMPLE))


def _is_no_language(signs: bytes) -> bool:
    if len(signs) >= CHARACTERS_TO_JUDGE and signs.count(b"!") > MOST_POINTS * len(signs):
        return True
    consonants = signs.count(b"k")
    letters = consonants + signs.count(b"a")
    return letters >= LETTERS_TO_JUDGE and consonants > MOST_CONSONANTS * letters


def _sign(character: str) -> str:
    if character.isspace():
        return " "
    if GARBAGE.match(character):
        return "\0"
    if not character.isalnum() and character not in DRAWN:
        return "!"
    return ("a" if character in VOWELS else "k") if character.isalpha() else "."


SIGNS = "".join(map(_sign, CHARACTERS)).encode()
"""What the character of each byte is: a vowel "a", another letter "k", a space, garbage "\0", a sign that no line is
drawn with "!", anything else "."."""
LETTERS = bytes(ord("a" if sign.isalpha() or sign == "?" else " ") for sign in CHARACTERS)
"""... whether it is a letter; "?" may stand for one that the encoding lacks."""
MAY_BE_LONG = b"a" * (LONG_WORD + 1)

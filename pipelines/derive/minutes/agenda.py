"""The agenda that minutes are cut by: which items a printed number, a range of numbers or a title may mean."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipelines.derive.minutes.model import AgendaEntry
from pipelines.derive.minutes.numbers import Mark, Number, read_number
from pipelines.derive.minutes.titles import Title, compact, words_of
from pipelines.derive.minutes.words import SECTION

COMMON = 10
"""A word that more titles of the agenda share tells them apart no more."""
OPENING = 6
LONG_OPENING = 20
"""The same where many titles of the agenda begin with "Bebauungsplan"."""

WITHDRAWN = re.compile(
    r"\W*(?:(?:der|dieser)\s+(?:tagesordnungs)?punkt\s+)?(?:(?:wird|wurde|ist)\s+)?"
    r"(?:abgesetzt|entfällt|entfallen|gestrichen|vertagt|verschoben|zurückgezogen|zurückgestellt)\W*",
    re.IGNORECASE,
)
"""What an agenda prints instead of a title: "- abgesetzt -"."""


class Item:
    """An entry that minutes can deal with. `place` counts the items in the order of the agenda."""

    def __init__(self, entry: AgendaEntry, place: int) -> None:
        self.id = entry.id
        self.place = place
        self.number = read_number(entry.number)
        self.public = entry.public if entry.public is not None else (self.number.public if self.number else None)
        self.title = Title(None if WITHDRAWN.fullmatch(entry.name or "") else entry.name)


class Agenda:
    """The items of a meeting without the lines that only part them ("I. Öffentlicher Teil")."""

    def __init__(self, entries: Sequence[AgendaEntry]) -> None:
        ordered = sorted(entries, key=lambda one: one.position)
        kept = [entry for entry in ordered if not SECTION.fullmatch(compact(entry.name or ""))]
        self.items = [Item(entry, place) for place, entry in enumerate(kept)]
        self._numbers: dict[str, list[Item]] = defaultdict(list)
        self._openings: dict[str, list[Item]] = defaultdict(list)
        self._words: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            if item.number is not None:
                self._numbers[item.number.key].append(item)
            if item.title.letters:
                self._openings[item.title.letters[:OPENING]].append(item)
            for word in item.title.words:
                self._words[word].append(item)
        self._lengths = {len(one) for one in self._openings}

    def opens(self, letters: str) -> list[Item]:
        """Items whose title begins with these compact letters."""
        found = [item for length in self._lengths for item in self._openings.get(letters[:length], ())]
        if len(found) > COMMON:
            return [item for item in found if letters.startswith(item.title.letters[:LONG_OPENING])]
        return found

    def titled(self, lines: Sequence[str]) -> list[Item]:
        """Items whose title the lines may print: they begin alike, or share a word that tells titles apart."""
        words = words_of("\n".join(lines[:3]))
        return [
            *self.opens(compact(" ".join(lines[:2])[:80])),
            *(item for word in words for item in self._words.get(word, ()) if len(self._words[word]) <= COMMON),
        ]

    def numbered(self, number: Number, *, public: bool | None, bare: bool = False) -> list[Item]:
        """Items that carry the number; of those on both sides of the agenda the ones on the side that is known.

        A bare "IV." is no 4: it parts the minutes, or it is on the agenda as it stands.
        """
        side = number.public if number.public is not None else public
        keys = (number.key,) if bare else number.keys
        found = next((same for key in keys if (same := self._numbers.get(key))), [])
        if number.public is None and len(found) < 2:
            return found
        return [item for item in found if item.public is None or side is None or item.public == side]

    def begins(self, mark: Mark, line: str) -> bool:
        """Whether the title of the mark's own item begins behind it: such a line goes on with no other title."""
        written = compact(line[mark.rest_at :])[:OPENING]
        same = self.numbered(mark.numbers[0], public=None, bare=mark.strength == "bare")
        return len(written) == OPENING and any(item.title.letters.startswith(written) for item in same)

    def meant(self, mark: Mark, *, public: bool | None) -> list[Item]:
        """The items that "TOP 8 und 9", "TOP 4 bis 6" mean; empty where a number may mean two items."""
        meant: list[Item] = []
        for index, number in enumerate(mark.numbers):
            found = self.numbered(number, public=public)
            if len(found) != 1:
                continue
            (item,) = found
            if index in mark.ranges and meant and meant[-1].place < item.place:
                meant += [one for one in self.items if meant[-1].place < one.place < item.place]
            if item not in meant:
                meant.append(item)
        return meant

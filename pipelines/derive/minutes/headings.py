"""Lines that may head an item, and what they prove: its title, its number, or only that something else begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pipelines.derive.minutes.agenda import OPENING, Agenda, Item
from pipelines.derive.minutes.lines import Line
from pipelines.derive.minutes.numbers import Mark, Strength, read_mark, read_unusual_mark
from pipelines.derive.minutes.titles import NO_FIT, SHORTER, Fit, compact
from pipelines.derive.minutes.words import MID_SENTENCE, RESULT, STATUS, TOGETHER, VOTE_LABEL

Proof = Literal["title", "number", "nothing"]

BEFORE_TITLE = re.compile(  # "Auszug - Sanierung des Stadions", "Betreff: Haushalt"
    r"(?:(?:beschluss|protokoll)?auszug|betreff|betrifft|betr\.|(?:beratungs)?gegenstand)\s*[:–-]\s*", re.IGNORECASE
)
GOES_ON = (",", ";", ")", "?", "!", "“", "”")  # "TOP 3, dass"
ANNOUNCED = re.compile(
    r"(?:^|\bzum?\s|\bden\s|\bnächsten\s|\bbei\s)tagesordnungspunkt\s*:?$", re.IGNORECASE
)  # "Wir kommen zu"
NO_MORE = re.compile(r"\s*(?::|\(?(?:zu\s+)?TOP\s?[ÖN]?\s?[\d.]+\)?$)", re.IGNORECASE)
"""After a title without a number: "Haushalt:", "Haushalt (TOP 4)"."""
LABEL = re.compile(  # "Protokoll:", "Beschluss:", "Vorlage: 12/2024"
    r"(?:protokoll|beschluss|abstimm|ergebnis|sachverhalt|diskussion|aussprache|vorlage|drucksache|beratung|gremium"
    r"|datum|status)\w*\s*(?::|$)",
    re.IGNORECASE,
)
ENOUGH_ALONE = 0.93
"""A title without a number must be printed as it is on the agenda."""
SAME_NUMBER = 0.15
"""So much the same number counts beside the title when several items might be meant."""
SOMEWHAT = 0.5
"""Titles that have nothing to do with each other reach 0.45."""


@dataclass(frozen=True, eq=False)
class Heading:
    """Lines `first` to `last` may head `items`."""

    first: int
    last: int
    rest_at: int | None
    """Where in the last line the text of the item begins; None: below it."""
    mark: Mark | None
    items: tuple[Item, ...]
    proof: Proof
    score: float
    alone: bool = False
    """Nothing but the number on its line."""
    in_passing: bool = False
    """In a sentence, or with a result instead of a title: a heading only where the item's turn has come."""
    titled: bool = False
    """The number's item has a title on the agenda, and other words stand at its place."""

    @property
    def strength(self) -> Strength:
        return self.mark.strength if self.mark else "title"

    @property
    def sign(self) -> str | None:
        return self.mark.sign if self.mark else None

    @cached_property
    def places(self) -> tuple[int, ...]:
        return tuple(item.place for item in self.items)


class Reader:
    """Reads headings out of the lines of one document."""

    def __init__(self, lines: Sequence[Line], agenda: Agenda) -> None:
        self.lines = lines
        self.agenda = agenda
        self.compact = [compact(line.text[:200]) for line in lines]
        lengths = sorted(len(line.text) for line in lines)
        self.width = lengths[int(len(lengths) * 0.9)] if lengths else 0

    def heading(self, index: int, public: bool | None) -> Heading | None:
        """What the line heads; `public`: the part of the meeting it stands in, None where that is not known."""
        line = self.lines[index]
        if line.furniture:
            return None
        mark = read_mark(line.text)
        if mark is None:
            return self._unusual(index, public) or self._titled(index, public)
        if len(mark.numbers) > 1:
            single = self._numbered(index, mark, public, mark.first_rest_at)
            in_title = compact(line.text[mark.first_rest_at : mark.rest_at])
            if single and single.proof == "title" and single.items[0].title.letters.startswith(in_title):
                return single
            return self._joint(index, mark, public)
        return self._numbered(index, mark, public, mark.rest_at) or self._titled(index, public)

    def _unusual(self, index: int, public: bool | None) -> Heading | None:
        """The number behind words that prove nothing: "Lfd. Nr. 3", "(3)". The title of its own item must follow."""
        mark = read_unusual_mark(self.lines[index].text)
        if mark is None or not self.agenda.numbered(mark.numbers[0], public=public):
            return None
        heading = self._numbered(index, mark, public, mark.rest_at)
        if heading is None or heading.proof != "title" or heading.score < SHORTER:
            return None
        return heading if heading.items[0] in self.agenda.numbered(mark.numbers[0], public=public) else None

    def _titled(self, index: int, public: bool | None) -> Heading | None:
        text = self.lines[index].text
        before = BEFORE_TITLE.match(text)
        start = before.end() if before else 0
        if not before and not self.agenda.opens(self.compact[index]):
            return None
        at, window = self._window(index, start)
        item, fit = self._best(window, [], public)
        if item is None or fit.score < ENOUGH_ALONE or (not before and not self._begins(index)):
            return None
        rest_at = self._place_of_rest(fit, start)
        last = at[fit.lines - 1]
        if rest_at is not None and not NO_MORE.match(self.lines[last].text[rest_at:]):
            return None
        return Heading(index, last, rest_at, None, (item,), "title", fit.score)

    def _numbered(self, index: int, mark: Mark, public: bool | None, rest_at: int) -> Heading | None:
        (number, *_), rest = mark.numbers, self.lines[index].text[rest_at:]
        same = self.agenda.numbered(number, public=public, bare=mark.strength == "bare")
        at, window = self._window(index, rest_at)
        item, fit = self._best(window, same, public)
        if item is not None:
            last = at[fit.lines - 1]
            torn = not self._begins(index) and (fit.score < SHORTER or self._next_goes_on(last))
            if not torn and len(same) == 1 and same[0] is not item and _is_below(same[0], item):
                return Heading(index, last, None, mark, (same[0],), "title", SOMEWHAT)
            own = item in same or not window[0].strip() or item.title.letters.startswith(compact(window[0])[:OPENING])
            if not torn and own and self._is_title(item, fit, same, last, mark):
                after = self._place_of_rest(fit, rest_at)
                return Heading(index, last, after, mark, (item,), "title", fit.score, alone=not window[0].strip())
        if not self._begins(index):
            return None
        return self._by_number(index, mark, same, window, fit.score if item in same else 0.0, rest)

    def _is_title(self, item: Item, fit: Fit, same: Sequence[Item], last: int, mark: Mark) -> bool:
        """Below another number the title must be whole, and nothing else on its line but what happened."""
        if item in same:
            return fit.score >= item.title.alike
        if mark.strength == "bare" and fit.score < ENOUGH_ALONE and fit.score != SHORTER:
            return False
        rest = "" if fit.rest_at is None else self.lines[last].text
        return fit.score >= item.title.enough and (not rest or bool(RESULT.search(rest)))

    def _by_number(
        self, index: int, mark: Mark, same: Sequence[Item], window: Sequence[str], score: float, rest: str
    ) -> Heading | None:
        item = same[0] if len(same) == 1 else None
        status, result = bool(STATUS.match(rest)), bool(RESULT.search(rest[:40]))
        if (result or not rest) and self._in_list_of_votes(index):
            return None
        if self._goes_on(index, rest) and not (status or result):
            return None
        if item is None:
            return Heading(index, index, None, mark, (), "nothing", 0.0, alone=not rest)
        following = next((text for text in window if text.strip()), "")
        titled = bool(item.title.letters) and bool(following) and not (status or result or LABEL.match(following))
        near = window[:3] if mark.strength == "item" else [following]
        named = (item.title.shares_word(near) or item.title.is_in(near)) and not item.title.contradicted(following)
        if titled and (score >= SOMEWHAT or named):
            return Heading(index, index, None, mark, (item,), "title", max(score, SOMEWHAT), alone=not rest)
        rest_at = len(self.lines[index].text) - len(rest) if status or result else None
        return Heading(
            index, index, rest_at, mark, (item,), "number", score,
            alone=not rest, in_passing=status or result, titled=titled,
        )  # fmt: skip

    def _joint(self, index: int, mark: Mark, public: bool | None) -> Heading | None:
        rest = self.lines[index].text[mark.rest_at :]
        items = self.agenda.meant(mark, public=public)
        sentence = self._goes_on(index, rest)
        if not items or not self._begins(index) or (sentence and not TOGETHER.search(rest[:80])):
            return None
        last = self._titles_below(index, mark, items)
        if mark.strength == "bare" and last is None and not self._is_joint_without_word(index, mark, items, rest):
            return None
        if last is not None:
            return Heading(index, last, None, mark, tuple(items), "title", 1.0, alone=not rest)
        spoken = sentence and not TOGETHER.match(rest)
        rest_at = mark.rest_at if spoken or RESULT.search(rest[:40]) else None
        return Heading(
            index, index, rest_at, mark, tuple(items), "number", 0.0, alone=not rest, in_passing=rest_at is not None
        )

    def _titles_below(self, index: int, mark: Mark, items: Sequence[Item]) -> int | None:
        """The last line of the titles of all `items`, which follow "TOP 8 und 9" one below the other."""
        text = self.lines[index].text
        together = TOGETHER.match(text[mark.rest_at :].lstrip("( "))
        at, window = self._window(index, len(text) if together else mark.rest_at)
        left, start = list(items), 0
        while left and start < len(window):
            if not window[start].strip():
                start += 1
                continue
            item, fit = max(((one, one.title.fit(window[start:])) for one in left), key=lambda pair: pair[1].score)
            if fit.score < item.title.enough or fit.rest_at is not None:
                return None
            left.remove(item)
            start += fit.lines
        return None if left or not start else at[start - 1]

    def _is_joint_without_word(self, index: int, mark: Mark, items: Sequence[Item], rest: str) -> bool:
        """ "8. und 9." heads items only where it says so, or where the title of one of them follows."""
        if len(items) < 2 or len(items) < len(mark.numbers):
            return False
        if TOGETHER.match(rest.lstrip("( ")):
            return True
        _, window = self._window(index, mark.rest_at)
        return any(item.title.fit(window).score >= item.title.enough for item in items)

    def _best(self, window: Sequence[str], same: Sequence[Item], public: bool | None) -> tuple[Item | None, Fit]:
        """The item whose title the lines print, its number and its part of the meeting considered."""
        best: tuple[float, Item | None, Fit] = (0.0, None, NO_FIT)
        for item in dict.fromkeys([*same, *self.agenda.titled(window)]):
            fit = item.title.fit(window)
            value = fit.score + (SAME_NUMBER if item in same else 0.0) + min(len(item.title.letters), 200) / 10000
            if public is not None and item.public is not None and item.public != public:
                value -= 0.05
            if fit.score and (value, -item.place) > (best[0], -best[1].place if best[1] else -len(self.agenda.items)):
                best = (value, item, fit)
                if item in same and fit.score == 1.0:
                    break
        return best[1], best[2]

    def _window(self, index: int, start: int) -> tuple[list[int], list[str]]:
        """The lines in which a title may stand, the first from `start` on, up to a blank line or the next item."""
        at, window = [index], [self.lines[index].text[start:]]
        for following in range(index + 1, min(index + 14, len(self.lines))):
            line = self.lines[following]
            if line.furniture:
                continue
            if line.after_blank and any(text.strip() for text in window):
                break
            mark = read_mark(line.text)
            if mark is not None and (mark.strength == "item" or self.agenda.begins(mark, line.text)):
                break
            at.append(following)
            window.append(line.text)
        return at, window

    @staticmethod
    def _place_of_rest(fit: Fit, start: int) -> int | None:
        if fit.rest_at is None:
            return None
        return fit.rest_at + start if fit.lines == 1 else fit.rest_at

    def _before(self, index: int) -> int:
        """The index of the line before that is no running one; -1 without one."""
        return next((one for one in range(index - 1, -1, -1) if not self.lines[one].furniture), -1)

    def _begins(self, index: int) -> bool:
        """Whether something may begin here: the line before does not run on into it."""
        at, line = self._before(index), self.lines[index]
        if at < 0 or line.after_blank:
            return True
        before = self.lines[at]
        if MID_SENTENCE.search(before.text):
            return bool(ANNOUNCED.search(before.text))
        return not (before.text[-1].islower() and len(before.text) >= 0.85 * self.width and self.width > 60)

    def _goes_on(self, index: int, rest: str) -> bool:
        """Whether the words after the number are no title: "TOP 3 besprochen", but "TOP 3: regioBus"."""
        before = self.lines[index].text.removesuffix(rest).rstrip()
        return rest[:1] in GOES_ON or (rest[:1].islower() and not before.endswith(":"))

    def _next_goes_on(self, last: int) -> bool:
        following = next((line for line in self.lines[last + 1 :] if not line.furniture), None)
        return following is not None and following.text[0].islower() and not following.after_blank

    def _in_list_of_votes(self, index: int) -> bool:
        """Under "Abstimmungsergebnis:" a line "TOP 6: mehrheitlich zugestimmt" is one of the votes and no heading.

        And so is "TOP 6:" right under "Beschluss:".
        """
        while (index := self._before(index)) >= 0:
            text = self.lines[index].text
            mark = read_mark(text)
            if mark is None or not RESULT.search(text[mark.rest_at :][:60]):
                return bool(VOTE_LABEL.fullmatch(text)) and not RESULT.search(text.removesuffix(":"))
        return False


def _is_below(item: Item, above: Item) -> bool:
    """Whether it is the 5.1 of a 5: a title printed below 5.1 may be the one that all of 5 have in common."""
    return bool(item.number and above.number and item.number.key.startswith(above.number.key + "."))

"""Which pieces of dates belong together: a time to its day, a beginning to its end."""

import re
from dataclasses import dataclass

from pipelines.german.date_joints import between_days, between_times, is_time_before, is_time_of
from pipelines.german.date_pieces import Piece
from pipelines.german.date_values import Clock, Day, iso_day, iso_moment, precision
from pipelines.german.date_words import END_OF_WORD
from pipelines.german.date_years import complete_days

EARLY_MORNING, AFTERNOON = 6, 12
"""A span from an hour of the afternoon or evening to one before six is over on the next day: ``19:00 - 01:10 Uhr``."""
_NOT_A_TIME_AFTER = re.compile(rf"\s?(?:Stimmen|Ja|Nein|Tore|Punkte|Siege?){END_OF_WORD}|-?Sieg")
"""`` Stimmen`` after 10.03.2017 (12:10"""


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date of a text, or a span of time.

    `start` and `end` are ISO 8601: ``2017-03-10``, less where less is said (``2017-03``, ``2017``), a time with the
    offset of Europe/Berlin at that moment (``2017-03-10T17:00:00+01:00``). `end` is None if none is said, or if it is
    unknown: 00:00, or before the start. `precision` is that of `start`: minute, day, month or year.
    `span` says where in the text it stands: first character, and the one after the last.
    """

    start: str
    end: str | None
    precision: str
    span: tuple[int, int]


def readings_of(text: str, pieces: list[Piece], context: Day | None) -> list[DateReading]:
    """The dates that the pieces of a text make, in their order. A year that is left out is that of the context."""
    if len(pieces) == 1:
        start, end, day, clock = pieces[0]
        if day and day.year and not clock:  # most texts are just that
            return [DateReading(iso_day(day), None, precision(day), (start, end))]
    if len(pieces) == 2 and (day := pieces[0].day) and day.year and day.day:
        clock = pieces[1].clock
        if clock and not pieces[0].clock and not pieces[1].day and _is_its_time(text, *pieces):  # or that
            return [time_span(day, clock, None, (pieces[0].start, pieces[1].end))]
    days = complete_days(text, pieces, context)
    return _Composer(text, pieces, days).readings() if any(days) else []


def time_span(day: Day, first: Clock, last: Clock | None, span: tuple[int, int]) -> DateReading:
    """A time, or from a time to a time, on one day. The end 00:00 is what systems write that know of no end."""
    start = iso_moment(day, first)
    if last is None or not is_known_end(last):
        return DateReading(start, None, "minute", span)
    end = iso_moment(day, last._replace(hour=last.hour + 24) if _is_after_midnight(first, last) else last)
    return DateReading(start, not_before(start, end), "minute", span)


def _is_after_midnight(first: Clock, last: Clock) -> bool:
    return last.hour < EARLY_MORNING and first.hour >= AFTERNOON and first.zone is None and last.zone is None


def is_known_end(clock: Clock) -> bool:
    return bool(clock.hour or clock.minute or clock.second or clock.zone is not None)


def not_before(start: str, end: str | None) -> str | None:
    """An end before its start is unknown. Both are compared as precisely as both are said."""
    size = min(len(start), len(end), 19) if end else 0
    return end if end and end[:size] >= start[:size] else None


def _is_its_time(text: str, day: Piece, time: Piece) -> bool:
    return is_time_of(text, day, time) and not _NOT_A_TIME_AFTER.match(text, time.end)


def _is_whole(day: Day | None) -> bool:
    return day is not None and day.year > 0


class _Composer:
    """Walks once over the pieces of a text."""

    def __init__(self, text: str, pieces: list[Piece], days: list[Day | None]) -> None:
        self.text, self.pieces, self.days = text, pieces, days

    def readings(self) -> list[DateReading]:
        found: list[DateReading] = []
        at = 0
        while at < len(self.pieces):
            if self.days[at]:
                at = self._read_from_day(at, found)
            elif (day := self.pieces[at].day) is None:
                at = self._read_from_time(at, found)
            else:
                at += 2 if day.month and self._is_span(at, at + 1) else 1  # the end of a span with no beginning
        return found

    def _read_from_day(self, at: int, found: list[DateReading]) -> int:
        """Appends the date that begins at a piece with a day; returns the first piece after it."""
        pieces = self.pieces
        day = self.days[at]
        assert day is not None
        first, last, after = self._times_of(at)
        end = pieces[after - 1].end
        if last is None and self._is_span(at, after):
            while self._is_slash(after, after + 1) and self.days[after + 1]:
                after += 1  # 1./2./3. März 2017
            end_day = self.days[after]
            assert end_day is not None
            end_clock, end_last, end_after = self._times_of(after)
            if end_clock and first is None and not _is_whole(pieces[at].day):
                end_clock, end_after = None, after + 1  # "10.-12. März 2017, 18 Uhr": on which of the days?
            if end_last is None:
                found.append(_day_span(day, first, end_day, end_clock, (pieces[at].start, pieces[end_after - 1].end)))
                return end_after
        if first is None:
            found.append(DateReading(iso_day(day), None, precision(day), (pieces[at].start, end)))
            return after
        found.append(time_span(day, first, last, (pieces[at].start, end)))
        return self._read_further_times(day, after, found)

    def _read_further_times(self, day: Day, at: int, found: list[DateReading]) -> int:
        """``am 10. März 2017 um 9 Uhr und um 14 Uhr``"""
        text, pieces = self.text, self.pieces
        while at < len(pieces) and (clock := pieces[at].clock) and pieces[at].day is None:
            if between_times(text, pieces[at - 1], pieces[at]) != "list":
                break
            last, after = self._end_time(at)
            found.append(time_span(day, clock, last, (pieces[at].start, pieces[after - 1].end)))
            at = after
        return at

    def _read_from_time(self, at: int, found: list[DateReading]) -> int:
        """A time before its day: ``17:00 Uhr, 10. März 2017``. A day with a time of its own keeps that."""
        text, pieces = self.text, self.pieces
        clock = pieces[at].clock
        last, after = self._end_time(at)
        day = self.days[after] if after < len(pieces) else None
        if clock is None or day is None or not day.day or pieces[after].clock:
            return after
        if not is_time_before(text, pieces[after - 1], pieces[after]):
            return after
        if at > 0 and text[pieces[after - 1].end : pieces[after].start].isspace():
            return after  # the last column of the row before, as likely
        if self._times_of(after)[0] or self._is_span(after, after + 1):
            return after
        if at > 0 and pieces[at - 1].day and is_time_of(text, pieces[at - 1], pieces[at]):
            return after
        found.append(time_span(day, clock, last, (pieces[at].start, pieces[after].end)))
        return after + 1

    def _times_of(self, at: int) -> tuple[Clock | None, Clock | None, int]:
        """Beginning and end of the times that follow a day, and the first piece after them."""
        text, pieces = self.text, self.pieces
        day, clock = self.days[at], pieces[at].clock
        after = at + 1
        if clock is None:
            if after == len(pieces) or pieces[after].day or not day or not day.day:
                return None, None, after
            if not _is_its_time(text, pieces[at], pieces[after]):
                return None, None, after
            clock = pieces[after].clock
            after += 1
        last, after = self._end_time(after - 1)
        return clock, last, after

    def _end_time(self, at: int) -> tuple[Clock | None, int]:
        """The end of a span of times that begins at a piece, and the first piece after it."""
        following = at + 1
        if following == len(self.pieces) or self.pieces[following].day:
            return None, following
        if between_times(self.text, self.pieces[at], self.pieces[following]) != "span":
            return None, following
        return self.pieces[following].clock, following + 1

    def _is_span(self, at: int, following: int) -> bool:
        """Whether a day goes on to another. A slash joins ``14./15. Dezember``, not two whole dates."""
        if following >= len(self.pieces) or not self.days[following]:
            return False
        joint = between_days(self.text, self.pieces[following - 1], self.pieces[following])
        return joint == "span" or (joint == "slash" and (self._is_slash(at, following) or self._is_iso(at)))

    def _is_slash(self, at: int, following: int) -> bool:
        if _is_whole(self.pieces[at].day) or following >= len(self.pieces):
            return False
        return between_days(self.text, self.pieces[at], self.pieces[following]) == "slash"

    def _is_iso(self, at: int) -> bool:
        """ISO 8601 has intervals with a slash."""
        start = self.pieces[at].start
        return self.text[start + 4 : start + 5] == "-"


def _day_span(day: Day, first: Clock | None, end_day: Day, last: Clock | None, span: tuple[int, int]) -> DateReading:
    start = iso_moment(day, first) if first else iso_day(day)
    if last is None:
        end: str | None = iso_day(end_day)
    else:
        end = iso_moment(end_day, last) if is_known_end(last) else None
    return DateReading(start, not_before(start, end), "minute" if first else precision(day), span)

"""When the organs of Musterstadt meet: each on its weekday, not in the holidays, the council least often put off."""

from bisect import bisect_right
from datetime import date, timedelta
from random import Random

from scraper.sample.making.clock import TODAY, at
from scraper.sample.making.drafts import MeetingDraft
from scraper.sample.making.organs import Organs
from scraper.sample.size import Size
from scraper.sample.town import Organization

PLANNED_DAYS = 75
"""How far ahead meetings are announced."""
INVITED_DAYS = 12
"""How long before a meeting its agenda is known."""
HOLIDAYS = ((1, 1, 1, 12), (7, 14, 8, 24), (12, 19, 12, 31))
"""First month and day, last month and day: no meetings."""
BEFORE_THE_BREAK = TODAY + timedelta(days=9)
"""The council's last meeting before the summer: its agenda is out on the town's today, its decisions are not."""
START_HOURS = {"council": (15, 17), "committee": (16, 18), "district": (18, 19), "advisory": (10, 15)}


class Timetable:
    """All meetings in order, and the next one of an organ after a day."""

    def __init__(self, meetings: list[MeetingDraft]) -> None:
        self.meetings = meetings
        self._of_organ: dict[int, list[MeetingDraft]] = {}
        for meeting in meetings:
            if not meeting.cancelled:
                self._of_organ.setdefault(meeting.organ.id, []).append(meeting)
        self._days = {organ: [one.day for one in held] for organ, held in self._of_organ.items()}

    def next(self, organ: Organization, after: date) -> MeetingDraft | None:
        """The organ's first meeting later than the day `after`; None: none is announced."""
        place = bisect_right(self._days.get(organ.id, []), after)
        return self._of_organ[organ.id][place] if place < len(self._days.get(organ.id, [])) else None

    def previous(self, organ: Organization, before: date) -> MeetingDraft | None:
        place = bisect_right(self._days.get(organ.id, []), before - timedelta(days=1))
        return self._of_organ[organ.id][place - 1] if place else None


def make_timetable(rng: Random, organs: Organs, first_day: date, size: Size) -> Timetable:
    last_day = TODAY + timedelta(days=PLANNED_DAYS)
    found: list[tuple[date, Organization]] = []
    for organ in organs.organizations:
        if organ.kind in START_HOURS:
            found.extend((day, organ) for day in _days(rng, organ, first_day, last_day, size))
    found.sort(key=lambda one: (one[0], one[1].id))
    meetings: list[MeetingDraft] = []
    numbers: dict[tuple[int, int], int] = {}
    for number, (day, organ) in enumerate(found, start=1):
        held = (organ.id, organs.term_on(day).id)
        numbers[held] = numbers.get(held, 0) + 1
        start = at(day, rng.randint(*START_HOURS[organ.kind]), rng.choice((0, 0, 0, 30)))
        cancelled = organ.kind != "council" and rng.random() < 0.04
        meetings.append(MeetingDraft(number, organ, start, numbers[held], cancelled))
    return Timetable(meetings)


def _days(rng: Random, organ: Organization, first_day: date, last_day: date, size: Size) -> list[date]:
    """Spread evenly over the year, each moved by up to a week, all on the organ's weekday."""
    weekday = 3 if organ.kind == "council" else organ.id % 4
    apart = 365.25 / size.meetings_of(organ.kind)
    days: list[date] = []
    offset = rng.uniform(0, apart)
    taken = BEFORE_THE_BREAK if organ.kind == "council" else None
    while (near := first_day + timedelta(days=int(offset))) <= last_day:
        offset += apart
        day = near + timedelta(days=rng.randint(-6, 6))
        day += timedelta(days=(weekday - day.weekday()) % 7)
        while _in_holidays(day):
            day += timedelta(days=7)
        if taken is not None and abs(day - taken) < timedelta(days=14):
            continue
        if first_day <= day <= last_day and (not days or day > days[-1]):
            days.append(day)
    return sorted([*days, taken] if taken else days)


def _in_holidays(day: date) -> bool:
    return any((a, b) <= (day.month, day.day) <= (c, d) for a, b, c, d in HOLIDAYS)

"""The numbers and short names by which more! rubin knows Musterstadt's records, and what addresses ask for."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from scraper.sample.faces import council
from scraper.sample.faces.council import Month
from scraper.sample.town import AgendaItem, Meeting, Organization, Paper

BODY = "MUS"
"""The number of the town among the bodies that share a server."""
MINUTES_PREFIX = "ni_"
"""Put before the number of a meeting, and so of all its items, once there are minutes."""
SUBMISSIONS_START = 100_000
MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])")  # 2026-09
PUBLIC, NOT_PUBLIC = 1, 2
TIMES_IN_CATALOGUE = 5
"""So often an item must come up to be in the office's catalogue of usual items."""


@dataclass(frozen=True)
class Subject:
    """What an item is about: a paper (vl), an entry of the catalogue of usual items (at), or its own words (zt)."""

    kind: str
    number: str
    """Unique in a part of the agenda: the paper's number, "MDV", "zt_0"."""


class Council(council.Council):
    """The council with the names of more! rubin. All are the same for the same town, and stay when items are added."""

    def number_before_minutes(self, meeting: Meeting) -> str:
        """2026-HFA-17; the last number is the meeting's id."""
        return f"{meeting.start.year}-{short_key(self.organ_of(meeting))}-{meeting.id}"

    def number_of(self, meeting: Meeting) -> str:
        """2026-HFA-17, and ni_2026-HFA-17 once there are minutes."""
        return (MINUTES_PREFIX if meeting.minutes_id else "") + self.number_before_minutes(meeting)

    def meeting_asked(self, number: str) -> Meeting | None:
        """The meeting of that number, the old one or the present."""
        found = self._by_number.get(number.removeprefix(MINUTES_PREFIX))
        return found if found and number in (self.number_of(found), self.number_before_minutes(found)) else None

    def meetings_between(self, first: Month, last: Month) -> list[Meeting]:
        """Those of the months from `first` to `last`."""
        return [one for one in self.meetings if first.first_day <= one.start.date() < last.next.first_day]

    def status_of(self, item: AgendaItem) -> int:
        return PUBLIC if item.public else NOT_PUBLIC

    def items_of(self, meeting: Meeting) -> list[AgendaItem]:
        """Without the lines between them: the program parts items by their status."""
        return [item for part in self.parts_of(meeting) for item in part.items]

    def item_id(self, item: AgendaItem) -> str:
        """ni_2026-HFA-17|20260109100004|1"""
        meeting = self.town.meeting_of[item.meeting_id]
        return f"{self.number_of(meeting)}|{self.subject_of(item).number}|{self.status_of(item)}"

    def subject_of(self, item: AgendaItem) -> Subject:
        return self._subjects[item.id]

    @cached_property
    def _by_number(self) -> dict[str, Meeting]:
        return {self.number_before_minutes(one): one for one in self.town.meetings}

    @cached_property
    def _subjects(self) -> dict[int, Subject]:
        found = {}
        for meeting in self.town.meetings:
            for part in self.parts_of(meeting):
                taken: set[str] = set()
                own_words = 0
                for item in part.items:
                    code = "".join(word[0] for word in re.findall(r"\w+", item.name)).upper()
                    if item.paper_id:
                        subject = Subject("vl", submission_number(self.town.paper_of[item.paper_id]))
                    elif item.name in self._catalogue and code not in taken:
                        subject = Subject("at", code)
                    else:
                        subject = Subject("zt", f"zt_{own_words}")
                        own_words += 1
                    taken.add(subject.number)
                    found[item.id] = subject
        return found

    @cached_property
    def _catalogue(self) -> frozenset[str]:
        counted = Counter(item.name for item in self.town.agenda_items if not item.paper_id)
        return frozenset(name for name, times in counted.items() if times >= TIMES_IN_CATALOGUE)


def short_key(organ: Organization) -> str:
    """The short name's letters and digits, ten at most: "BV 1" -> "BV1"."""
    plain = unicodedata.normalize("NFKD", organ.short_name).encode("ascii", "ignore").decode()
    return re.sub(r"\W", "", plain)[:10]


def submission_number(paper: Paper) -> str:
    """Year, day and month of the paper, then its id above 100,000: 20260109100004."""
    return f"{paper.day:%Y%d%m}{SUBMISSIONS_START + paper.id}"


def title(text: str) -> str:
    """Offices write a heading and what is below it into one title: "Anfrage der FDP-Fraktion:\\r\\nSachstand …"."""
    return text.replace(": ", ":\r\n")


def month_asked(text: str) -> Month | None:
    """ "2026-09" -> that month; None for anything else."""
    found = MONTH.fullmatch(text)
    return Month(int(found["year"]), int(found["month"])) if found else None

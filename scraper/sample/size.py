"""How large Musterstadt is: from a village of two hundred agenda items to a city of hundreds of thousands."""

from dataclasses import dataclass, replace

from scraper.sample.making import words
from scraper.sample.town import OrganKind

ITEMS_A_MEETING = 11
"""Measured on towns of all sizes; it only has to be about right."""
SMALL_MEETINGS = 200
MOST_ORGANS = 60
YOUNGEST = 0.7
"""Years that a town must have to have a council day whose minutes are approved."""


@dataclass(frozen=True)
class Size:
    """How much town there is. Everything grows in step with the number of meetings."""

    years: float = 2.5
    """Before the town's today; the meetings of the next weeks are announced too. At least 0.7."""
    committees: int = 4
    districts: int = 1
    advisory: int = 1
    council_meetings: int = 7
    """A year; a committee meets about half as often."""
    papers: float = 3.2
    """New ones a meeting, on average."""

    @staticmethod
    def of(agenda_items: int) -> "Size":
        """A town of about this many agenda items: first more years, then more organs, then ever more years."""
        meetings = agenda_items / ITEMS_A_MEETING
        if meetings <= SMALL_MEETINGS:
            return Size(years=max(YOUNGEST, meetings / Size().meetings_a_year))
        organs = min(MOST_ORGANS, int(meetings / 40))
        committees = min(len(words.COMMITTEES), organs // 2)
        advisory = min(len(words.ADVISORY), organs // 6)
        districts = organs - committees - advisory
        large = Size(committees=committees, districts=districts, advisory=advisory, council_meetings=10)
        return replace(large, years=max(YOUNGEST, meetings / large.meetings_a_year))

    def meetings_of(self, kind: OrganKind) -> int:
        """A year."""
        shares: dict[OrganKind, float] = {"council": 1.0, "committee": 0.6, "district": 0.45, "advisory": 0.35}
        return max(1, round(self.council_meetings * shares[kind]))

    @property
    def meetings_a_year(self) -> int:
        return (
            self.meetings_of("council")
            + self.committees * self.meetings_of("committee")
            + self.districts * self.meetings_of("district")
            + self.advisory * self.meetings_of("advisory")
        )

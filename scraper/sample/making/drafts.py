"""What is being planned: meetings, papers and their way, before anything has its final number.

Drafts are changed while the town is made and are gone when it is finished; town.py has what remains.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from scraper.sample.making.voting import Mood
from scraper.sample.town import Organization, PaperKind

Fate = Literal[
    "vote", "amend", "parts", "note", "postpone", "refer", "withdraw", "settle", "elect", "pass_on",
]  # fmt: skip
"""What happens to a paper at a station: decided; decided with changes; point by point; noted; put off; sent to another
committee; taken back by who moved it; settled; an election; passed on without a vote."""


@dataclass(eq=False)
class MeetingDraft:
    id: int
    organ: Organization
    start: datetime
    number: int
    cancelled: bool
    stations: list["StationDraft"] = field(default_factory=list)

    @property
    def day(self) -> date:
        return self.start.date()


@dataclass(frozen=True)
class Motion:
    """An amendment moved in the meeting, without a paper of its own."""

    group: Organization
    mood: Mood


@dataclass(eq=False)
class StationDraft:
    """One stop of a paper. `meeting` None: not on any agenda yet."""

    paper: "PaperDraft"
    organ: Organization
    role: str
    meeting: MeetingDraft | None
    fate: Fate = "vote"
    mood: Mood = "agreed"
    authoritative: bool = False
    late: bool = False
    referred_to: Organization | None = None
    motions: list["Motion"] = field(default_factory=list)
    """In the order in which they are voted on."""
    id: int = 0
    item_id: int | None = None


@dataclass(eq=False)
class PaperDraft:
    kind: PaperKind
    paper_type: str
    prefix: str
    """Which numbers it takes part in: references.py."""
    name: str
    day: date
    noun: str
    resolution: str
    reasons: tuple[str, ...]
    originators: tuple[Organization, ...]
    lead: Organization
    person_ids: tuple[int, ...] = ()
    related: "PaperDraft | None" = None
    place_id: int | None = None
    attachments: tuple[str, ...] = ()
    stations: list[StationDraft] = field(default_factory=list)
    reference: str = ""
    id: int = 0

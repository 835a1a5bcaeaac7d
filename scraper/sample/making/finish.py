"""From drafts to the finished town: meetings are held and recorded, papers filed, files named."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from scraper.sample.making.agendas import Line, make_lines
from scraper.sample.making.clock import TODAY, at, end_of_today, office_hour
from scraper.sample.making.decisions import Decision, decide_all, decide_formal
from scraper.sample.making.drafts import MeetingDraft, PaperDraft, StationDraft
from scraper.sample.making.organs import Organs
from scraper.sample.making.routes import is_invited, is_over
from scraper.sample.making.timetable import INVITED_DAYS, Timetable
from scraper.sample.making.voting import Bench
from scraper.sample.town import AgendaItem, Consultation, File, FileKind, Meeting, Organization, Paper

MINUTES_DAYS = (16, 40)
"""How long after a meeting its minutes are there."""
EXTRACTS = 0.3
"""Share of the council's decisions of which there is an extract from the minutes."""
ABSENT = 0.07


@dataclass
class Registry:
    """The council's office: holds the meetings in their order and numbers what it files."""

    rng: Random
    organs: Organs
    timetable: Timetable
    files: list[File] = field(default_factory=list)
    items: int = 0
    decided_on: dict[int, datetime] = field(default_factory=dict)
    """Paper -> when the office last entered a decision about it."""
    groups: Mapping[int, Organization] = field(init=False)

    def __post_init__(self) -> None:
        self.groups = {group.id: group for group in self.organs.of_kind("group")}

    def file(
        self, kind: FileKind, name: str, file_name: str, entered: datetime, *,
        meeting_id: int | None = None, agenda_item_id: int | None = None, paper_id: int | None = None,
    ) -> int:  # fmt: skip
        one = File(
            len(self.files) + 1, entered, entered, kind, name, file_name, entered.date(),
            meeting_id, agenda_item_id, paper_id,
        )  # fmt: skip
        self.files.append(one)
        return one.id

    def hold(self, draft: MeetingDraft) -> Meeting:
        """Records one meeting as far as it has come on the town's today."""
        announced = office_hour(self.rng, draft.day - timedelta(days=self.rng.randint(90, 180)))
        modified = announced
        invited = is_invited(draft) and not draft.cancelled
        over = is_over(draft) and not draft.cancelled
        members = self.organs.voting[draft.organ.id, self.organs.term_on(draft.day).id]
        present = [one for one in members[1:] if self.rng.random() > ABSENT] if over else []
        present = [members[0], *present] if over else []
        agenda: tuple[AgendaItem, ...] = ()
        invitation_id = minutes_id = end = None
        if invited:
            modified = office_hour(self.rng, draft.day - timedelta(days=INVITED_DAYS))
            invitation_id = self.file(
                "invitation", "Einladung", f"Einladung_{draft.organ.id}_{draft.day}.pdf", modified, meeting_id=draft.id
            )
            agenda = self._agenda(draft, modified, Counter(one.group_id for one in present) if over else None)
            modified = max([modified, *(item.modified for item in agenda)])
        if over:
            end = draft.start + timedelta(minutes=20 + 6 * len(agenda) + self.rng.randint(0, 50))
            written = office_hour(self.rng, draft.day + timedelta(days=self.rng.randint(*MINUTES_DAYS)))
            if written <= end_of_today():
                minutes_id = self.file(
                    "minutes", "Niederschrift (öffentlich)", f"Niederschrift_{draft.organ.id}_{draft.day}.pdf", written,
                    meeting_id=draft.id,
                )  # fmt: skip
                modified = max(modified, written)
        if draft.cancelled:
            modified = min(office_hour(self.rng, draft.day - timedelta(days=5)), end_of_today())
        return Meeting(
            id=draft.id,
            created=announced,
            modified=max(announced, modified),
            organization_id=draft.organ.id,
            name=f"{draft.organ.name}, {draft.number}. Sitzung",
            start=draft.start,
            end=end,
            state="terminiert" if not is_invited(draft) else "durchgeführt" if over else "eingeladen",
            cancelled=draft.cancelled,
            location_id=draft.organ.location_id or 1,
            present_ids=tuple(one.person_id for one in present),
            chair_id=members[0].person_id,
            agenda=agenda,
            invitation_id=invitation_id,
            minutes_id=minutes_id,
            number=draft.number,
        )

    def _agenda(self, draft: MeetingDraft, invited: datetime, bench: Bench | None) -> tuple[AgendaItem, ...]:
        """`bench` None: the meeting is still to come."""
        decided: dict[StationDraft, Decision] = {}
        entered = invited
        if bench is not None:
            decided = decide_all(self.rng, draft.stations, bench, self.groups)
            entered = office_hour(self.rng, min(draft.day + timedelta(days=self.rng.randint(1, 4)), TODAY))
        items: list[AgendaItem] = []
        for position, line in enumerate(make_lines(self.rng, draft, self.timetable)):
            decision = decided.get(line.station, Decision()) if line.station else Decision()
            if line.verb and bench is not None:
                decision = decide_formal(
                    self.rng, bench, line.verb, "elected" if line.verb == "gewählt" else "accepted"
                )
            items.append(self._item(draft, position, line, decision, invited, entered))
        return tuple(items)

    def _item(
        self, draft: MeetingDraft, position: int, line: Line, decision: Decision, invited: datetime, entered: datetime
    ) -> AgendaItem:
        self.items += 1
        station = line.station
        late = station is not None and station.late
        created = min(office_hour(self.rng, draft.day - timedelta(days=2)), at(draft.day, 10)) if late else invited
        modified = max(created, entered) if decision.outcome else created
        extract_id = None
        if station is not None:
            station.item_id = self.items
            if decision.outcome:
                self.decided_on[station.paper.id] = modified
            if decision.votes and draft.organ.kind == "council" and self.rng.random() < EXTRACTS:
                name = f"Beschlussauszug {line.number}"
                extract_id = self.file("extract", name, f"Auszug_{self.items}.pdf", modified, agenda_item_id=self.items)
        return AgendaItem(
            id=self.items,
            created=created,
            modified=modified,
            meeting_id=draft.id,
            position=position,
            number=line.number,
            name=line.name,
            public=line.public,
            heading=line.heading,
            late=late,
            paper_id=station.paper.id if station else None,
            consultation_id=station.id if station else None,
            outcome=decision.outcome,
            votes=decision.votes,
            en_bloc=decision.en_bloc,
            result=decision.result,
            resolution=decision.resolution,
            referred_to_id=station.referred_to.id if station and station.referred_to else None,
            extract_id=extract_id,
        )

    def file_paper(self, draft: PaperDraft) -> Paper:
        """Files a paper; its meetings must have been held before."""
        entered = office_hour(self.rng, draft.day)
        modified = max(entered, self.decided_on.get(draft.id, entered))
        plain = draft.reference.replace("/", "-").replace(" ", "_")
        return Paper(
            id=draft.id,
            created=entered,
            modified=modified,
            kind=draft.kind,
            paper_type=draft.paper_type,
            reference=draft.reference,
            name=draft.name,
            day=draft.day,
            topic_noun=draft.noun,
            resolution=draft.resolution,
            reasons=draft.reasons,
            originator_ids=tuple(one.id for one in draft.originators),
            originator_person_ids=draft.person_ids,
            lead_id=draft.lead.id,
            related_id=draft.related.id if draft.related else None,
            location_id=draft.place_id,
            file_id=self.file("paper", draft.paper_type, f"{plain}.pdf", entered, paper_id=draft.id),
            attachment_ids=tuple(
                self.file(
                    "attachment", f"Anlage {number}: {name}", f"{plain}_Anlage_{number}.pdf", entered, paper_id=draft.id
                )
                for number, name in enumerate(draft.attachments, start=1)
            ),
            consultations=tuple(self._consultation(station, entered, modified) for station in draft.stations),
        )

    def _consultation(self, station: StationDraft, entered: datetime, modified: datetime) -> Consultation:
        return Consultation(
            id=station.id,
            created=entered,
            modified=modified,
            paper_id=station.paper.id,
            organization_id=station.organ.id,
            role=station.role,
            authoritative=station.authoritative,
            meeting_id=station.meeting.id if station.meeting else None,
            agenda_item_id=station.item_id,
        )

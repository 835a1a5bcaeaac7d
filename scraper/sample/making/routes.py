"""The way of each paper through the organs (Beratungsfolge), and what becomes of it at each station."""

from datetime import date, timedelta
from random import Random

from scraper.sample.making.clock import TODAY, working_day
from scraper.sample.making.drafts import Fate, MeetingDraft, Motion, PaperDraft, StationDraft
from scraper.sample.making.organs import Organs
from scraper.sample.making.papers import make_amendment, make_answer, make_paper, subject_of
from scraper.sample.making.timetable import INVITED_DAYS, Timetable
from scraper.sample.making.voting import Mood
from scraper.sample.town import Organization

HEARING, PRELIMINARY, DECISION, NOTING = "Anhörung", "Vorberatung", "Entscheidung", "Kenntnisnahme"
LONGEST_WAY = 7
FATES: dict[str, dict[Fate, int]] = {
    "proposal decided": {"vote": 70, "amend": 14, "parts": 6, "postpone": 4, "refer": 3, "withdraw": 2},
    "proposal prepared": {"vote": 76, "amend": 8, "postpone": 7, "pass_on": 6, "withdraw": 1, "note": 2},
    "motion": {"vote": 53, "amend": 14, "parts": 4, "refer": 12, "withdraw": 6, "settle": 6, "postpone": 5},
    "heard": {"vote": 40, "note": 60},
    "noted": {"note": 95, "postpone": 5},
}
MOODS: dict[str, dict[Mood, int]] = {
    "proposal": {"agreed": 62, "contested": 34, "opposed": 4},
    "motion": {"agreed": 22, "contested": 33, "opposed": 45},
}
TO_COUNCIL = 0.55
"""Share of a committee's proposals on which the council decides."""
SECOND_COMMITTEE = 0.35
ANSWERED = 0.7
LATE = 0.08


def make_papers(rng: Random, organs: Organs, timetable: Timetable, papers_a_meeting: float) -> list[PaperDraft]:
    """All papers with their stations; every station with a known agenda is also in its meeting's `stations`."""
    papers: list[PaperDraft] = []
    for meeting in timetable.meetings:
        if meeting.cancelled or not is_invited(meeting):
            continue
        wanted = papers_a_meeting * rng.uniform(0.5, 1.5)
        for _ in range(int(wanted + rng.random())):
            paper = make_paper(rng, organs, meeting.organ, meeting.day)
            papers.append(paper)
            papers.extend(_send(rng, organs, timetable, paper, meeting))
    return papers


def is_invited(meeting: MeetingDraft) -> bool:
    """Whether its agenda is known on the town's today."""
    return meeting.day - timedelta(days=INVITED_DAYS) <= TODAY


def is_over(meeting: MeetingDraft) -> bool:
    return meeting.day < TODAY


def add_station(station: StationDraft) -> None:
    """Puts a station on its paper's way, and on its meeting's agenda if that is known."""
    station.paper.stations.append(station)
    if station.meeting is not None and is_invited(station.meeting):
        station.meeting.stations.append(station)


def _send(
    rng: Random, organs: Organs, timetable: Timetable, paper: PaperDraft, first: MeetingDraft
) -> list[PaperDraft]:
    """Sends `paper` its way from the meeting `first` on. Returns the papers that came of it: amendments, an answer."""
    came_of_it: list[PaperDraft] = []
    way = _planned_way(rng, organs, paper, first.organ)
    meeting: MeetingDraft | None = first
    while way:
        organ, role = way.pop(0)
        station = StationDraft(paper, organ, role, meeting, authoritative=role == DECISION)
        station.late = meeting is not None and is_over(meeting) and rng.random() < LATE
        add_station(station)
        if meeting is None or not is_over(meeting):
            break
        station.fate, station.mood = _fate(rng, paper, role)
        came_of_it.extend(_company(rng, organs, station, meeting))
        if station.fate == "withdraw" or (station.fate == "settle" and role == DECISION):
            break
        if len(paper.stations) < LONGEST_WAY:
            way = _detour(rng, organs, station) + way
        elif station.fate in ("postpone", "refer"):
            station.fate = "vote"
        if way:
            meeting = timetable.next(way[0][0], meeting.day)
    return came_of_it


def _planned_way(rng: Random, organs: Organs, paper: PaperDraft, first: Organization) -> list[tuple[Organization, str]]:
    council = organs.council
    if paper.kind in ("report", "notice", "inquiry"):
        return [(first, NOTING)]
    if first.kind == "advisory":
        return [(first, HEARING), (paper_home(rng, organs, first), PRELIMINARY), (council, DECISION)]
    if paper.kind != "proposal" or first.kind == "council" or rng.random() > TO_COUNCIL:
        return [(first, DECISION)]
    way = [(first, PRELIMINARY)]
    if paper.place_id and organs.of_kind("district"):
        way.append((rng.choice(organs.of_kind("district")), HEARING))
    others = [organ for organ in organs.of_kind("committee") if organ is not first]
    if others and rng.random() < SECOND_COMMITTEE:
        way.append((rng.choice(others), PRELIMINARY))
    return [*way, (council, DECISION)]


def paper_home(rng: Random, organs: Organs, organ: Organization) -> Organization:
    """The committee that takes up what an advisory body was heard on."""
    fields = organs.fields.get(organ.id) or tuple(organs.leads)
    return rng.choice(organs.leads[rng.choice(fields)])


def _fate(rng: Random, paper: PaperDraft, role: str) -> tuple[Fate, Mood]:
    if role == NOTING:
        table = "noted"
    elif role == HEARING:
        table = "heard"
    elif paper.kind == "proposal":
        table = "proposal decided" if role == DECISION else "proposal prepared"
    else:
        table = "motion"
    fates, moods = FATES[table], MOODS["proposal" if paper.kind == "proposal" else "motion"]
    fate = rng.choices(list(fates), list(fates.values()))[0]
    return fate, rng.choices(list(moods), list(moods.values()))[0]


def _detour(rng: Random, organs: Organs, station: StationDraft) -> list[tuple[Organization, str]]:
    """What a station adds to the way: once more to the same organ, or to another committee."""
    if station.fate == "postpone":
        return [(station.organ, station.role)]
    if station.fate == "refer":
        others = [organ for organ in organs.of_kind("committee") if organ is not station.organ]
        if not others:
            station.fate = "vote"
            return []
        station.referred_to = rng.choice(others)
        back = [(station.organ, DECISION)] if station.paper.kind == "proposal" else []
        return [(station.referred_to, PRELIMINARY if back else DECISION), *back]
    return []


def _company(rng: Random, organs: Organs, station: StationDraft, meeting: MeetingDraft) -> list[PaperDraft]:
    """Papers that join another one on the same agenda: amendments to it, the answer to an inquiry."""
    paper = station.paper
    if paper.kind == "inquiry" and station.fate == "note" and rng.random() < ANSWERED:
        day = working_day(meeting.day - timedelta(days=rng.randint(1, 6)))
        answer = make_answer(rng, organs, paper, subject_of(rng, organs, paper), min(day, meeting.day))
        return [_beside(station, answer, "note", "agreed")]
    if station.fate != "amend":
        return []
    movers = [group for group in organs.groups_on(meeting.day) if group not in paper.originators]
    chosen = rng.sample(movers, min(len(movers), rng.choice((1, 1, 2))))
    if rng.random() < 0.5:
        moods: tuple[Mood, ...] = ("contested", "opposed")
        station.motions = [Motion(group, mood) for group, mood in zip(chosen, moods, strict=False)][::-1]
        return []
    joined = []
    for place, group in enumerate(chosen):
        amendment = make_amendment(rng, organs, paper, group, _shortly_before(rng, meeting.day, paper.day))
        joined.append(_beside(station, amendment, "vote", "opposed" if place else "contested"))
    return joined


def _beside(station: StationDraft, paper: PaperDraft, fate: Fate, mood: Mood) -> PaperDraft:
    beside = StationDraft(
        paper, station.organ, station.role, station.meeting, fate, mood, station.authoritative, late=station.late
    )
    add_station(beside)
    return paper


def _shortly_before(rng: Random, meeting_day: date, paper_day: date) -> date:
    return max(paper_day, meeting_day - timedelta(days=rng.randint(0, 5)))

"""Makes Musterstadt: the same town for the same seed and size, on every day and every machine."""

from datetime import timedelta
from random import Random

from scraper.sample.making import words
from scraper.sample.making.clock import TODAY, office_hour
from scraper.sample.making.concept_day import plan_concept_day
from scraper.sample.making.concept_release import release_concept
from scraper.sample.making.drafts import PaperDraft, StationDraft
from scraper.sample.making.finish import Registry
from scraper.sample.making.organs import make_organs
from scraper.sample.making.papers import number_papers
from scraper.sample.making.people import settle
from scraper.sample.making.press import PressOffice
from scraper.sample.making.routes import make_papers
from scraper.sample.making.timetable import make_timetable
from scraper.sample.size import Size
from scraper.sample.town import ConceptDay, Deleted, Meeting, Paper, Town

SMALL = Size()
"""About 75 meetings in two and a half years."""


def make_town(seed: int = 1, size: Size = SMALL) -> Town:
    """Musterstadt as of TODAY. Takes time in proportion to the number of agenda items.

    Raises ValueError for a size of less than about 0.7 years, in which no concept can be decided.
    """
    rng = Random(seed)
    first_day = TODAY - timedelta(days=round(size.years * 365.25))
    organs = make_organs(rng, first_day, size)
    settle(rng, organs)
    timetable = make_timetable(rng, organs, first_day, size)
    drafts = make_papers(rng, organs, timetable, size.papers)
    concept = plan_concept_day(organs, timetable)
    drafts.append(concept.paper)
    number_papers(drafts)
    _number_stations(drafts)

    registry = Registry(rng, organs, timetable)
    meetings = [registry.hold(draft) for draft in timetable.meetings]
    papers = [registry.file_paper(draft) for draft in drafts]
    office = PressOffice(rng, organs, papers)
    concept_day = _report_concept(office, concept, meetings, papers)
    office.write_all(meetings)
    return Town(
        name=words.TOWN,
        today=TODAY,
        seed=seed,
        locations=tuple(organs.locations),
        terms=tuple(organs.terms),
        organizations=tuple(organs.organizations),
        persons=tuple(organs.persons),
        memberships=tuple(organs.memberships),
        meetings=tuple(meetings),
        papers=tuple(papers),
        files=tuple(registry.files),
        releases=tuple(office.releases),
        deleted=_taken_down(rng, len(papers), len(meetings)),
        concept_day=concept_day,
    )


def _number_stations(drafts: list[PaperDraft]) -> None:
    number = 0
    for draft in drafts:
        for station in draft.stations:
            number += 1
            station.id = number


def _report_concept(
    office: PressOffice, concept: StationDraft, meetings: list[Meeting], papers: list[Paper]
) -> ConceptDay:
    paper = papers[concept.paper.id - 1]
    meeting = next(one for one in meetings if concept.meeting is not None and one.id == concept.meeting.id)
    item = next(one for one in meeting.agenda if one.paper_id == paper.id)
    release = release_concept(office, meeting, item, paper)
    return ConceptDay(meeting.id, item.id, paper.id, release.id)


def _taken_down(rng: Random, papers: int, meetings: int) -> tuple[Deleted, ...]:
    """A paper filed twice and a meeting entered by mistake; their ids are not used otherwise."""
    entered = office_hour(rng, TODAY - timedelta(days=120))
    removed = office_hour(rng, TODAY - timedelta(days=30))
    return (
        Deleted(papers + 1, entered, removed, "paper"),
        Deleted(papers + 2, entered + timedelta(days=1), removed, "paper"),
        Deleted(meetings + 1, entered, removed, "meeting"),
    )

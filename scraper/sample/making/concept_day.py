"""The council day around which this project began, as Musterstadt has it: a concept is decided, and reported at once.

Through the winter a concept goes through the committees; the council decides it with changes; the same evening a
party publishes a release about it and edits it six days later. Its page then shows "26. März 20261. April 2026".
"""

from datetime import timedelta

from scraper.sample.making.clock import TODAY, working_day
from scraper.sample.making.drafts import MeetingDraft, Motion, PaperDraft, StationDraft
from scraper.sample.making.organs import Organs
from scraper.sample.making.papers import FORMS
from scraper.sample.making.routes import DECISION, PRELIMINARY, add_station
from scraper.sample.making.timetable import Timetable
from scraper.sample.town import Organization

NAME = "Klimaanpassungskonzept der Stadt Musterstadt"
NOUN = "Klimaanpassungskonzept"
RESOLUTION = (
    "Das Klimaanpassungskonzept der Stadt Musterstadt wird als Grundlage des Verwaltungshandelns beschlossen. "
    "Die Verwaltung legt dem Rat bis zum Jahresende einen Zeit- und Kostenplan für die zwanzig vordringlichen "
    "Maßnahmen vor."
)
REASONS = (
    "Hitze, Trockenheit und Starkregen haben in den vergangenen Jahren auch in Musterstadt spürbar zugenommen.",
    "Das Konzept benennt 84 Maßnahmen zu Gesundheit, Stadtgrün, Wasser, Bauen und Katastrophenschutz.",
    "An der Erarbeitung waren Fachämter, Beiräte und mehr als 300 Bürgerinnen und Bürger beteiligt.",
)
SETTLED_DAYS = 60
"""The day lies so far back that its minutes are approved."""


def plan_concept_day(organs: Organs, timetable: Timetable) -> StationDraft:
    """Adds the concept's stations; returns that of the council. Raises ValueError in a town too young to have one."""
    council = _last_meeting(timetable, organs.council)
    last = [timetable.previous(organ, council.day) for organ in organs.of_kind("committee")]
    prepared = sorted((one for one in last if one is not None), key=lambda one: one.start)
    lead = next((one.organ for one in prepared if "climate" in organs.fields[one.organ.id]), organs.council)
    first_day = min(one.day for one in [*prepared, council])
    paper = PaperDraft(
        kind="proposal",
        paper_type=FORMS["proposal"].paper_type,
        prefix=FORMS["proposal"].reference,
        name=NAME,
        day=working_day(first_day - timedelta(days=21)),
        noun=NOUN,
        resolution=RESOLUTION,
        reasons=REASONS,
        originators=(organs.offices["climate"],),
        lead=lead,
        attachments=("Klimaanpassungskonzept, Entwurf", "Maßnahmenkatalog"),
    )
    for meeting in prepared:
        add_station(StationDraft(paper, meeting.organ, PRELIMINARY, meeting))
    decided = StationDraft(paper, organs.council, DECISION, council, fate="amend", authoritative=True)
    by_label = {group.short_name: group for group in organs.groups_on(council.day)}
    decided.motions = [
        Motion(by_label["FDP"], "opposed"),
        Motion(by_label["Bündnis 90/Die Grünen"], "carried"),
    ]
    add_station(decided)
    return decided


def _last_meeting(timetable: Timetable, organ: Organization) -> MeetingDraft:
    meeting = timetable.previous(organ, TODAY - timedelta(days=SETTLED_DAYS))
    if meeting is None:
        raise ValueError("this town is too small for a council day with settled minutes: give it at least 0.7 years")
    return meeting

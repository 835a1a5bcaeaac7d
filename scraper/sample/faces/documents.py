"""What stands in Musterstadt's documents: invitations, minutes, papers, extracts. Blocks of text, however shown.

The minutes tell every vote, in the wording of their organ's office; what they say follows from the votes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from scraper.sample.making.clock import WEEKDAYS, long_day, numeric_day
from scraper.sample.making.wording import into, named, phrase, tally
from scraper.sample.town import AgendaItem, File, Meeting, Organization, Paper, Town, Vote

OUTCOMES_WITHOUT_VOTE = {
    "noted": "{organ} nimmt die Ausführungen zur Kenntnis.",
    "postponed": "Die Beratung wird in die nächste Sitzung vertagt.",
    "withdrawn": "Der Antrag wird von den Antragstellenden zurückgezogen.",
    "settled": "Der Antrag ist durch Verwaltungshandeln erledigt.",
    "no_vote": "Eine Abstimmung erfolgt nicht; die Vorlage wird ohne Beschlussempfehlung weitergeleitet.",
}
DEBATES = (
    "Die Verwaltung erläutert die Vorlage und beantwortet Fragen aus der Mitte des Gremiums.",
    "Mehrere Mitglieder nehmen zu den Kosten Stellung. Die Verwaltung sagt eine schriftliche Antwort zu.",
    "Es besteht kein Beratungsbedarf.",
)
TO_THE_VOTE = "Nach kurzer Aussprache lässt die Sitzungsleitung abstimmen."


@dataclass(frozen=True)
class Block:
    """A piece of a document: its head line, a heading, a paragraph, or a label with its value."""

    kind: Literal["title", "heading", "text", "field"]
    text: str
    label: str = ""


def blocks_of(town: Town, file: File) -> list[Block]:
    """What the document behind `file` says."""
    if file.kind in ("paper", "attachment"):
        paper = town.paper_of[file.paper_id or 0]
        return list(_paper(town, paper) if file.kind == "paper" else _attachment(file, paper))
    if file.kind == "extract":
        return list(_extract(town, town.agenda_item_of[file.agenda_item_id or 0]))
    meeting = town.meeting_of[file.meeting_id or 0]
    return list(_invitation(town, meeting) if file.kind == "invitation" else _minutes(town, meeting, file))


def _head(town: Town, meeting: Meeting) -> Iterator[Block]:
    organ = town.organization_of[meeting.organization_id]
    day = meeting.start.date()
    yield Block("field", organ.name, "Gremium")
    yield Block("field", f"{meeting.number}. Sitzung", "Sitzung")
    yield Block("field", f"{WEEKDAYS[day.weekday()]}, {long_day(day)}", "Sitzungstag")
    yield Block("field", town.location_of[meeting.location_id].description, "Ort")


def _invitation(town: Town, meeting: Meeting) -> Iterator[Block]:
    yield Block("title", "Einladung")
    yield from _head(town, meeting)
    yield Block("field", f"{meeting.start:%H:%M} Uhr", "Beginn")
    yield Block("heading", "Tagesordnung")
    for item in meeting.agenda:
        if item.late:
            continue
        paper = town.paper_of[item.paper_id] if item.paper_id else None
        if item.heading:
            yield Block("heading", f"{item.number} {item.name}")
        else:
            yield Block("text", f"{item.number} {item.name}" + (f"\nVorlage: {paper.reference}" if paper else ""))


def _minutes(town: Town, meeting: Meeting, file: File) -> Iterator[Block]:
    """Of the public part. Items of the other part are not even named."""
    yield Block("title", "Niederschrift")
    yield from _head(town, meeting)
    if meeting.end is not None:
        yield Block("field", f"{meeting.start:%H.%M} Uhr", "Beginn")
        yield Block("field", f"{meeting.end:%H.%M} Uhr", "Ende")
    yield Block("heading", "Anwesend")
    yield Block("field", town.person_of[meeting.chair_id].name, "Vorsitz")
    present = [town.person_of[number].name for number in meeting.present_ids]
    yield Block("field", f"{len(present)}: {', '.join(present)}", "Stimmberechtigte Mitglieder")
    for item in meeting.agenda:
        if item.public:
            yield from _minuted(town, meeting, item)
    yield Block("text", f"{town.name}, {numeric_day(file.day)}")
    yield Block("text", "Sitzungsleitung                                   Schriftführung")


def _minuted(town: Town, meeting: Meeting, item: AgendaItem) -> Iterator[Block]:
    if item.heading:
        yield Block("heading", f"{item.number} {item.name}")
        return
    organ = town.organization_of[meeting.organization_id]
    yield Block("heading", f"TOP {item.number} {item.name}")
    paper = town.paper_of[item.paper_id] if item.paper_id else None
    if paper:
        yield Block("text", f"Vorlage: {paper.reference}")
        debates = (*DEBATES, TO_THE_VOTE) if item.votes else DEBATES
        yield Block("text", debates[item.id % len(debates)])
    if item.en_bloc:
        yield Block("text", "Über diesen Punkt wird en bloc abgestimmt.")
    if item.resolution:
        yield Block("field", item.resolution, "Beschluss")
    elif paper and item.votes:
        yield Block("field", paper.resolution, "Beschlussvorschlag")
    style, verb = Random(item.id), _verb(item, paper)
    for vote in item.votes:
        label = f"Abstimmungsergebnis {vote.subject}" if vote.subject else "Abstimmungsergebnis"
        yield Block("field", _result(town, style, organ, vote, verb), label)
    if item.referred_to_id:
        yield Block("text", f"Die Angelegenheit wird {into(town.organization_of[item.referred_to_id])} verwiesen.")
    elif item.outcome and not item.votes:
        name = f"{'Die' if organ.feminine else 'Der'} {organ.name}"
        yield Block("text", OUTCOMES_WITHOUT_VOTE[item.outcome].format(organ=name))


def _verb(item: AgendaItem, paper: Paper | None) -> str:
    """A committee that only prepares a decision recommends it."""
    if paper is None:
        return "gewählt" if item.outcome == "elected" else "genehmigt"
    decides = any(one.id == item.consultation_id and one.authoritative for one in paper.consultations)
    return "beschlossen" if decides else "empfohlen"


def _result(town: Town, style: Random, organ: Organization, vote: Vote, verb: str) -> str:
    """A third of the organs give bare numbers, a third numbers and groups, a third words."""
    if organ.id % 3 == 2:
        return tally(vote)
    words = phrase(style, vote, town.organization_of, verb=verb)
    if organ.id % 3 == 0:
        return words
    against = ", ".join(group.short_name for group in named(vote, "no", town.organization_of))
    return f"{words}\n{tally(vote)}" + (f"\nGegenstimmen: {against}" if against else "")


def _extract(town: Town, item: AgendaItem) -> Iterator[Block]:
    meeting = town.meeting_of[item.meeting_id]
    yield Block("title", "Beschlussauszug")
    yield from _head(town, meeting)
    yield from _minuted(town, meeting, item)


def _paper(town: Town, paper: Paper) -> Iterator[Block]:
    yield Block("title", paper.paper_type)
    yield Block("field", paper.reference, "Drucksache")
    yield Block("field", numeric_day(paper.day), "Datum")
    originators = ", ".join(town.organization_of[number].name for number in paper.originator_ids)
    yield Block("field", originators, "Einbringende" if paper.originator_person_ids else "Verfasst von")
    yield Block("field", paper.name, "Betreff")
    yield Block("field", town.organization_of[paper.lead_id].name, "Federführend")
    yield Block("heading", "Beratungsfolge")
    for station in paper.consultations:
        organ = town.organization_of[station.organization_id].name
        day = numeric_day(town.meeting_of[station.meeting_id].start.date()) if station.meeting_id else "offen"
        yield Block("text", f"{day}   {organ}   {station.role}")
    yield Block("heading", "Frage" if paper.kind == "inquiry" else "Beschlussvorschlag")
    yield Block("text", paper.resolution)
    yield Block("heading", "Begründung")
    for reason in paper.reasons:
        yield Block("text", reason)
    for number in paper.originator_person_ids:
        yield Block("text", f"gez. {town.person_of[number].name}")


def _attachment(file: File, paper: Paper) -> Iterator[Block]:
    yield Block("title", file.name)
    yield Block("field", paper.reference, "zur Drucksache")
    yield Block("text", f"Diese Anlage gehört zu: {paper.name}")

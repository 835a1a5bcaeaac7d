"""Agenda items of more! rubin with their documents, and the way of their papers."""

from scraper.sample.faces.council import bare_number
from scraper.sample.faces.rubin.council import NOT_PUBLIC, PUBLIC, short_key, submission_number, title
from scraper.sample.faces.rubin.documents import resolution_document, submission, submission_documents
from scraper.sample.faces.rubin.organs import committee
from scraper.sample.faces.rubin.rows import meeting_row
from scraper.sample.faces.rubin.site import Json, Site, moment_text
from scraper.sample.town import AgendaItem, Consultation, Meeting, Paper

ROLES = {"Vorberatung": 1, "Entscheidung": 2, "Anhörung": 3, "Kenntnisnahme": 4}
"""What an organ does with a paper, in the town's words, and its number in the office's list."""
PLANNED, ASSIGNED, DEALT_WITH = (0, "vorgesehen"), (1, "zugeordnet"), (4, "verhandelt")
STATUS_NAMES = {PUBLIC: "öffentlich", NOT_PUBLIC: "nichtöffentlich"}


def agenda_items(site: Site, meeting: Meeting, *, with_documents: bool) -> list[Json]:
    items = enumerate(site.council.items_of(meeting), start=1)
    return [_item(site, meeting, item, order, with_documents=with_documents) for order, item in items]


def _item(site: Site, meeting: Meeting, item: AgendaItem, order: int, *, with_documents: bool) -> Json:
    paper = site.council.town.paper_of[item.paper_id] if item.paper_id else None
    told = {
        **_item_row(site, meeting, item, order),
        "default_voting_run_visibility": "cumulative",
        "created_at": moment_text(item.created),
        "mehrfachabstimmung": False,
        "auth_user_biased": False,
        "votings": [],
        "counselling_status": _counselling_status(site, item),
    }
    if with_documents:
        told["documents"] = documents = _documents(site, meeting, item, paper)
        if documents:
            told["has_documents"] = True
    if paper:
        told["submission"] = {**submission(site, paper), "consultations": _consultations(site, paper)}
    return told


def _item_row(site: Site, meeting: Meeting, item: AgendaItem, order: int) -> Json:
    """The item as it is told in its meeting and on the way of its paper. A result stands in `abstimmungstext`."""
    council = site.council
    subject, number = council.subject_of(item), bare_number(item)
    return {
        "ai_id": item.id,
        "parent_id": None,
        "nummer": council.number_of(meeting),
        "meeting_id": meeting.id,
        "vorlagennummer": subject.number,
        "folge": order,
        "topnummer": number,
        "status": council.status_of(item),
        "abstimmungstext": item.result or "",
        "topart": subject.kind,
        "id": council.item_id(item),
        "title": title(item.name),
        "number": number,
        "resolution_number": "",
    }


def _documents(site: Site, meeting: Meeting, item: AgendaItem, paper: Paper | None) -> list[Json]:
    number = bare_number(item)
    found = submission_documents(site, paper, site.council.item_id(item), number) if paper else []
    if item.extract_id:
        extract = site.council.town.file_of[item.extract_id]
        found.append(resolution_document(site, extract, number, meeting.name))
    return found


def _counselling_status(site: Site, item: AgendaItem) -> Json | None:
    stations = site.council.town.paper_of[item.paper_id].consultations if item.paper_id else ()
    role = next((one.role for one in stations if one.id == item.consultation_id), None)
    if role is None:
        return None
    number = ROLES[role]
    return {
        "id": number + 1,
        "origin_id": number,
        "name": role,
        "resolution_creation_enabled": True,
        "can_be_voted": False,
    }


def _consultations(site: Site, paper: Paper) -> list[Json]:
    return [_consultation(site, paper, one, order) for order, one in enumerate(paper.consultations, start=1)]


def _consultation(site: Site, paper: Paper, station: Consultation, order: int) -> Json:
    """A station of the paper's way. Without a meeting nothing is told but the organ and what it is to do."""
    council, organ = site.council, site.council.town.organization_of[station.organization_id]
    meeting = council.town.meeting_of[station.meeting_id] if station.meeting_id else None
    item = council.town.agenda_item_of[station.agenda_item_id] if station.agenda_item_id else None
    public = council.status_of(item) if item else PUBLIC
    state, state_name = PLANNED if meeting is None else DEALT_WITH if meeting.minutes_id else ASSIGNED
    told = {
        "agenda_item_id": council.item_id(item) if item else None,
        "id": station.id,
        "origin_id": station.id,
        "vorlagennummer": submission_number(paper),
        "folge": order,
        "gremium": short_key(organ),
        "topstatus": public,
        "topstatus_lang": STATUS_NAMES[public],
        "topnummer": None,
        "sitzungsdatum": f"{meeting.start:%Y-%m-%d}" if meeting else None,
        "beratungsstatus": ROLES[station.role],
        "beratungsstatus_lang": station.role,
        "zuordnung": state,
        "sitzungsnummer": council.number_of(meeting) if meeting else "",
        "origin_created_at": None,
        "origin_updated_at": None,
        "status": state_name,
        "committee": committee(site, organ),
    }
    if meeting:
        told["meeting"] = meeting_row(site, meeting)
    if meeting and item:
        told["agendaItem"] = _item_row(site, meeting, item, council.items_of(meeting).index(item) + 1)
    return told

"""Documents of more! rubin: what the data says of each, its address, and which file an address asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from scraper.sample.faces.rubin.council import MINUTES_PREFIX, PUBLIC, Council, submission_number, title
from scraper.sample.faces.rubin.site import Json, Site, moment_text
from scraper.sample.town import File, Paper


@dataclass(frozen=True)
class DocumentType:
    """What a document belongs to, and the parameter of its address that says to which one."""

    number: int
    name: str
    alias: str
    relation: str
    parameter: str


ANNOUNCEMENT = DocumentType(1, "Bekanntmachung", "sib", "Meeting", "meeting_id")
MINUTES = DocumentType(3, "Niederschrift", "ni", "Meeting", "meeting_id")
SUBMISSION = DocumentType(4, "Vorlage", "vl", "Submission", "submission_id")
RESOLUTION = DocumentType(5, "Beschluss", "be", "AgendaItem", "agenda_item_id")
ATTACHMENT = DocumentType(13, "Vorlagen-Anlage", "vla", "SubmissionAttachment", "submission_attachment_id")
"""The number of MINUTES and the aliases of MINUTES and RESOLUTION are our own: no page with them could be looked at."""
TYPES = {
    "invitation": ANNOUNCEMENT, "minutes": MINUTES, "paper": SUBMISSION, "extract": RESOLUTION,
    "attachment": ATTACHMENT,
}  # fmt: skip


def file_asked(council: Council, query: Mapping[str, str]) -> File | None:
    """The file of a document's address. A number that minutes have changed since then is still known."""
    for file in council.town.files:
        kind = TYPES[file.kind]
        if query.get("document_type_id") == str(kind.number):
            asked = query.get(kind.parameter, "").removeprefix(MINUTES_PREFIX)
            if asked == _relation(council, file).removeprefix(MINUTES_PREFIX):
                return file
    return None


def address(site: Site, file: File) -> str:
    kind, relation = TYPES[file.kind], quote(_relation(site.council, file), safe="")
    again = f"&document_relation_id={relation}" if site.edition.names_relation else ""
    system = "&system=ris" if site.edition.names_relation else ""
    return (
        f"{site.base}/{site.edition.documents}?document_type_id={kind.number}{again}&{kind.parameter}={relation}"
        f"&id=69&json=1&platform=ris{system}"
    )


def meeting_document(site: Site, file: File) -> Json:
    return {"id": file.id, **_document(site, file, file.name), "createdAt": moment_text(file.created)}


def resolution_document(site: Site, file: File, number: str, meeting_name: str) -> Json:
    """Two blanks after the first word: the program leaves room for a number that the office doesn't give."""
    return {"id": file.id, **_document(site, file, f"Beschluss  von TOP {number} {meeting_name}")}


def submission(site: Site, paper: Paper) -> Json:
    """The paper and its document, which are one to more! rubin."""
    council = site.council
    file = council.town.file_of[paper.file_id]
    return {
        "id": submission_number(paper),
        "erstellungsdatum": f"{paper.day} 00:00:00",
        "Status": PUBLIC,
        "is_draft": False,
        "type": {
            "kuerzel": paper.paper_type[:3].upper(),
            "bezeichnung": paper.paper_type,
            "mit_suchfunktion": 0,
            "origin_created_at": None,
            "origin_updated_at": None,
            "origin_id": None,
            "name": paper.paper_type,
        },
        **_document(site, file, f"{paper.paper_type} {paper.reference} ({title(paper.name)}).pdf"),
        "name": title(paper.name),
        "alias": paper.reference,
    }


def submission_documents(site: Site, paper: Paper, item_id: str, number: str) -> list[Json]:
    """The documents of a paper below an item: the paper itself, then what is attached to it."""
    place = {
        "parentBookmarkText": f"TOP {number}: {title(paper.name)}",
        "agendaItemId": item_id,
        "agendaItemNumber": number,
    }
    told = submission(site, paper)
    attached = [site.council.town.file_of[one] for one in paper.attachment_ids]
    return [
        {**told, "bookmarkText": f"{paper.paper_type} {paper.reference}", **place},
        *({**_attachment(site, one, order), **place, "submission": told} for order, one in enumerate(attached, 1)),
    ]


def _attachment(site: Site, file: File, order: int) -> Json:
    relation, moment = _relation(site.council, file), moment_text(file.created)
    number, name, _ = relation.split("|")
    return {
        "id": relation,
        "vorlagennummer": number,
        "sitzungsnummer": "",
        "topstatus": 0,
        "dateiname": name,
        "status_anlage": PUBLIC,
        "beschreibung": file.name,
        "beschreibung_lang": "",
        "folge": order,
        "datum": moment,
        "created_at": moment,
        "updated_at": moment_text(file.modified),
        "last_upload": moment,
        "origin_id": file.id,
        "gueltiger_eintrag": 0,
        "bookmarkText": f"Anlage {order}: {file.name}",
        "parentRelationId": number,
        "parentRelationType": "App\\Submission",
        **_document(site, file, file.name),
    }


def _document(site: Site, file: File, name: str) -> Json:
    """What is said of every document. Its size and number of pages are left out: each would have to be made first."""
    kind, relation = TYPES[file.kind], _relation(site.council, file)
    model = f"App\\{kind.relation}"
    return {
        "documentUrl": address(site, file),
        "documentType": {"id": kind.number, "name": kind.name, "alias": kind.alias, "relation_type": model},
        "documentName": name,
        "documentDate": moment_text(file.created),
        "origin_created_at": moment_text(file.created),
        "origin_updated_at": moment_text(file.modified),
        "relationId": relation,
        "relationType": model,
        "documentPublicStatusId": PUBLIC,
        "documentExtension": "pdf",
        "compositeId": f"{relation}|{kind.number}",
    }


def _relation(council: Council, file: File) -> str:
    """What the document belongs to: a meeting's number, an item's id, a paper's number, a paper's attachment."""
    town = council.town
    if file.kind == "extract":
        return council.item_id(town.agenda_item_of[file.agenda_item_id or 0])
    if file.kind in ("paper", "attachment"):
        number = submission_number(town.paper_of[file.paper_id or 0])
        return number if file.kind == "paper" else f"{number}|{file.created:%Y%m%d%H%M%S}-{file.id}.pdf|"
    meeting = town.meeting_of[file.meeting_id or 0]
    return council.number_of(meeting) if file.kind == "minutes" else council.number_before_minutes(meeting)

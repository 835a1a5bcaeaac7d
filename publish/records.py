"""What stands on a record's page beside its own columns: an agenda, the way of a paper, members, files, changes.

Each function reads rows from an open archive (sqlite3.Connection with sqlite3.Row rows) and knows one kind of page.
Rows that point to records which are not in the archive keep their place, with empty names.
"""

from collections.abc import Callable, Iterable
from typing import Any

Rows = list[Any]
MOST_ROWS = 200
"""Rows of one list on a page; the page links to the table with all of them."""
NEWEST_MEETINGS = 20
MOST_CHANGES = 50

FILE = """files.id, files.name, files.file_name, files.mime_type, files.size, files.access_url, files.download_url,
    files.deleted_at"""

MEETING_AGENDA = "SELECT * FROM agenda_items WHERE meeting_id = ? ORDER BY position, id"
MEETING_ORGANIZATIONS = """
    SELECT organizations.id, organizations.name FROM meeting_organizations
    JOIN organizations ON organizations.id = meeting_organizations.organization_id
    WHERE meeting_organizations.meeting_id = ?1
    UNION SELECT organizations.id, organizations.name FROM meetings
    JOIN organizations ON organizations.id = meetings.organization_id WHERE meetings.id = ?1
    ORDER BY 2
"""
MEETING_PARTICIPANTS = """
    SELECT persons.id, persons.name FROM meeting_participants
    JOIN persons ON persons.id = meeting_participants.person_id
    WHERE meeting_participants.meeting_id = ? ORDER BY meeting_participants.position
"""
MEETING_PAPERS = """
    SELECT agenda_items.id AS agenda_item_id, papers.id, papers.reference, papers.name, papers.kind
    FROM agenda_items JOIN consultations ON consultations.agenda_item_id = agenda_items.id
    JOIN papers ON papers.id = consultations.paper_id WHERE agenda_items.meeting_id = ?1
    UNION SELECT agenda_items.id, papers.id, papers.reference, papers.name, papers.kind
    FROM agenda_items JOIN consultations ON consultations.id = agenda_items.consultation_id
    JOIN papers ON papers.id = consultations.paper_id WHERE agenda_items.meeting_id = ?1
"""
MEETING_ITEM_FILES = f"""
    SELECT file_links.agenda_item_id, file_links.role, {FILE} FROM agenda_items
    JOIN file_links ON file_links.agenda_item_id = agenda_items.id JOIN files ON files.id = file_links.file_id
    WHERE agenda_items.meeting_id = ? ORDER BY file_links.position
"""
MEETING_FILES = f"""
    SELECT file_links.role, {FILE}, file_links.position AS place FROM file_links
    JOIN files ON files.id = file_links.file_id WHERE file_links.meeting_id = ?1
    UNION ALL SELECT 'invitation', {FILE}, -3 FROM meetings
    JOIN files ON files.id = meetings.invitation_id WHERE meetings.id = ?1
    UNION ALL SELECT 'resultsProtocol', {FILE}, -2 FROM meetings
    JOIN files ON files.id = meetings.results_protocol_id WHERE meetings.id = ?1
    UNION ALL SELECT 'verbatimProtocol', {FILE}, -1 FROM meetings
    JOIN files ON files.id = meetings.verbatim_protocol_id WHERE meetings.id = ?1
    ORDER BY place
"""
ITEM_PAPERS = """
    SELECT papers.* FROM consultations JOIN papers ON papers.id = consultations.paper_id
    WHERE consultations.agenda_item_id = ?1
    UNION SELECT papers.* FROM agenda_items JOIN consultations ON consultations.id = agenda_items.consultation_id
    JOIN papers ON papers.id = consultations.paper_id WHERE agenda_items.id = ?1
"""
ITEM_FILES = f"""
    SELECT file_links.role, {FILE}, file_links.position AS place FROM file_links
    JOIN files ON files.id = file_links.file_id WHERE file_links.agenda_item_id = ?1
    UNION ALL SELECT 'resolutionFile', {FILE}, -1 FROM agenda_items
    JOIN files ON files.id = agenda_items.resolution_file_id WHERE agenda_items.id = ?1
    ORDER BY place
"""
VOTERS = """(
    SELECT group_concat(who || iif(kind = 'group' AND count IS NOT NULL, ' (' || count || ')', ''), ', ')
    FROM (SELECT * FROM votes WHERE decision_id = decisions.id AND vote = '{}' ORDER BY position)
)"""
"""Who voted so, with the number of votes of groups where it is told; the view decisions_in_words has the same."""
ITEM_DECISIONS = f"""
    SELECT decisions.*, files.name AS file, coalesce(files.access_url, files.download_url) AS file_url,
        {VOTERS.format("no")} AS opposed, {VOTERS.format("yes")} AS in_favour, {VOTERS.format("abstain")} AS abstaining
    FROM decisions LEFT JOIN files ON files.id = decisions.file_id
    WHERE decisions.agenda_item_id = ? ORDER BY decisions.preferred DESC, decisions.position
"""
ITEM_MINUTES = """
    SELECT minutes.number, minutes.heading, minutes.text, minutes.first_page, files.name AS file,
        coalesce(files.access_url, files.download_url) AS file_url
    FROM minutes LEFT JOIN files ON files.id = minutes.file_id
    WHERE minutes.agenda_item_id = ? AND minutes.part = 'item' ORDER BY minutes.position
"""
ITEM_MEETING = """
    SELECT meetings.id, meetings.name, meetings.start, meetings.cancelled, organizations.id AS organization_id,
        organizations.name AS organization
    FROM agenda_items JOIN meetings ON meetings.id = agenda_items.meeting_id
    LEFT JOIN organizations ON organizations.id = meetings.organization_id WHERE agenda_items.id = ?
"""
PAPER_ORIGINATORS = """
    SELECT paper_originators.role, paper_originators.name AS written,
        organizations.id AS organization_id, organizations.name AS organization,
        persons.id AS person_id, persons.name AS person
    FROM paper_originators
    LEFT JOIN organizations ON organizations.id = paper_originators.organization_id
    LEFT JOIN persons ON persons.id = paper_originators.person_id
    WHERE paper_originators.paper_id = ? ORDER BY paper_originators.role DESC, paper_originators.position
"""
PAPER_STATIONS = """
    SELECT consultations.id, consultations.role, consultations.authoritative, consultations.deleted_at,
        organizations.id AS organization_id, organizations.name AS organization,
        meetings.id AS meeting_id, meetings.name AS meeting, meetings.start, meetings.cancelled,
        agenda_items.id AS agenda_item_id, agenda_items.number, agenda_items.result
    FROM consultations
    LEFT JOIN meetings ON meetings.id = consultations.meeting_id
    LEFT JOIN organizations ON organizations.id = coalesce(consultations.organization_id, meetings.organization_id)
    LEFT JOIN agenda_items ON agenda_items.id = consultations.agenda_item_id
    WHERE consultations.paper_id = ?
    ORDER BY consultations.position IS NULL, consultations.position, meetings.start, consultations.id
"""
PAPER_FILES = f"""
    SELECT file_links.role, {FILE}, file_links.position AS place FROM file_links
    JOIN files ON files.id = file_links.file_id WHERE file_links.paper_id = ?1
    UNION ALL SELECT 'mainFile', {FILE}, -1 FROM papers
    JOIN files ON files.id = papers.main_file_id WHERE papers.id = ?1
    ORDER BY place
"""
PAPER_RELATIONS = """
    SELECT paper_relations.relation, papers.id, papers.reference, papers.name FROM paper_relations
    JOIN papers ON papers.id = paper_relations.related_paper_id WHERE paper_relations.paper_id = ?1
    UNION
    SELECT CASE paper_relations.relation WHEN 'superordinated' THEN 'subordinated'
            WHEN 'subordinated' THEN 'superordinated' ELSE paper_relations.relation END,
        papers.id, papers.reference, papers.name
    FROM paper_relations JOIN papers ON papers.id = paper_relations.paper_id
    WHERE paper_relations.related_paper_id = ?1
"""
ORGANIZATION_MEETINGS = """
    SELECT id, name, start, cancelled, place, deleted_at FROM meetings WHERE organization_id = ?1
    UNION SELECT meetings.id, meetings.name, meetings.start, meetings.cancelled, meetings.place, meetings.deleted_at
    FROM meeting_organizations JOIN meetings ON meetings.id = meeting_organizations.meeting_id
    WHERE meeting_organizations.organization_id = ?1
    ORDER BY start DESC LIMIT ?2
"""
ORGANIZATION_MEMBERS = """
    SELECT memberships.*, persons.name AS person, coalesce(memberships.end_date, '9999') < date('now') AS former
    FROM memberships JOIN persons ON persons.id = memberships.person_id WHERE memberships.organization_id = ?1
    ORDER BY former, persons.family_name, persons.name LIMIT ?2
"""
ORGANIZATION_PAPERS = """
    SELECT papers.id, papers.reference, papers.name, papers.date FROM paper_originators
    JOIN papers ON papers.id = paper_originators.paper_id WHERE paper_originators.organization_id = ?1
    ORDER BY papers.date DESC LIMIT ?2
"""
PERSON_MEMBERSHIPS = """
    SELECT memberships.*, organizations.name AS organization FROM memberships
    JOIN organizations ON organizations.id = memberships.organization_id WHERE memberships.person_id = ?1
    ORDER BY coalesce(memberships.end_date, '9999') < date('now'), memberships.start_date DESC LIMIT ?2
"""
PERSON_PAPERS = """
    SELECT papers.id, papers.reference, papers.name, papers.date FROM paper_originators
    JOIN papers ON papers.id = paper_originators.paper_id WHERE paper_originators.person_id = ?1
    ORDER BY papers.date DESC LIMIT ?2
"""
CHANGES = """
    SELECT field, old, new, seen_at FROM changes WHERE record_table = ? AND record_id = ? ORDER BY id DESC LIMIT ?
"""


def read_record(connection: Any, table: str, key: str) -> dict[str, Any]:
    """The lists of the page of record `key` of `table`, by the names that its template uses; always with `changes`."""
    reader = READERS.get(table)
    related = reader(connection, key) if reader else {}
    changes = connection.execute(CHANGES, (table, key, MOST_CHANGES)).fetchall()
    return {**related, "changes": changes}


def _meeting(connection: Any, key: str) -> dict[str, Any]:
    return {
        "organizations": connection.execute(MEETING_ORGANIZATIONS, (key,)).fetchall(),
        "participants": connection.execute(MEETING_PARTICIPANTS, (key,)).fetchall(),
        "files": _once(connection.execute(MEETING_FILES, (key,))),
        "agenda": connection.execute(MEETING_AGENDA, (key,)).fetchall(),
        "papers": _grouped(connection.execute(MEETING_PAPERS, (key,)), "agenda_item_id"),
        "item_files": _grouped(connection.execute(MEETING_ITEM_FILES, (key,)), "agenda_item_id"),
    }


def _agenda_item(connection: Any, key: str) -> dict[str, Any]:
    return {
        "meeting": connection.execute(ITEM_MEETING, (key,)).fetchone(),
        "papers": connection.execute(ITEM_PAPERS, (key,)).fetchall(),
        "files": _once(connection.execute(ITEM_FILES, (key,))),
        "decisions": connection.execute(ITEM_DECISIONS, (key,)).fetchall(),
        "minutes": connection.execute(ITEM_MINUTES, (key,)).fetchall(),
    }


def _paper(connection: Any, key: str) -> dict[str, Any]:
    return {
        "originators": connection.execute(PAPER_ORIGINATORS, (key,)).fetchall(),
        "stations": connection.execute(PAPER_STATIONS, (key,)).fetchall(),
        "files": _once(connection.execute(PAPER_FILES, (key,))),
        "relations": connection.execute(PAPER_RELATIONS, (key,)).fetchall(),
    }


def _organization(connection: Any, key: str) -> dict[str, Any]:
    return {
        "meetings": connection.execute(ORGANIZATION_MEETINGS, (key, NEWEST_MEETINGS)).fetchall(),
        "members": connection.execute(ORGANIZATION_MEMBERS, (key, MOST_ROWS)).fetchall(),
        "papers": connection.execute(ORGANIZATION_PAPERS, (key, MOST_ROWS)).fetchall(),
    }


def _person(connection: Any, key: str) -> dict[str, Any]:
    return {
        "memberships": connection.execute(PERSON_MEMBERSHIPS, (key, MOST_ROWS)).fetchall(),
        "papers": connection.execute(PERSON_PAPERS, (key, MOST_ROWS)).fetchall(),
    }


READERS: dict[str, Callable[[Any, str], dict[str, Any]]] = {
    "meetings": _meeting,
    "agenda_items": _agenda_item,
    "papers": _paper,
    "organizations": _organization,
    "persons": _person,
}


def _grouped(rows: Iterable[Any], column: str) -> dict[str, Rows]:
    groups: dict[str, Rows] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def _once(files: Iterable[Any]) -> Rows:
    """Each file once: a main file stands in the record itself and in its links. The first one counts."""
    by_id: dict[str, Any] = {}
    for row in files:
        by_id.setdefault(row["id"], row)
    return list(by_id.values())

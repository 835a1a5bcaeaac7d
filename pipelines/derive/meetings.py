"""Minutes and decisions of a source, meeting by meeting: archive to archive, only where something changed."""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from pipelines.derive.decisions import RESOLUTION, Decision, Origin, Told, contradiction, decide
from pipelines.derive.minutes import AgendaEntry, Cut, Part, cut_minutes, standing_of
from pipelines.derived_tables import DerivedTables
from pipelines.records import Value

RULES = 4
"""Raised when rules of reading change: everything is then read again."""
SHOWN_MINUTES = "Protokoll"
SHOWN_VOTE = "Abstimmungsergebnis"
"""What pages of ALLRIS say of an item beyond its result, in `other`."""


@dataclass
class Derived:
    """How many rows were made for a source."""

    meetings: int = 0
    """That were read, because something had changed."""
    minutes: int = 0
    decisions: int = 0


@dataclass
class _Meeting:
    """All that the minutes and decisions of one meeting are made of."""

    row: dict[str, Any]
    system: str
    agenda: list[dict[str, Any]]
    files: list[str]
    """Ids of the meeting's minutes, each once."""
    extracts: dict[str, list[str]]
    """Ids of the other files in which items' decisions stand, and the items of each."""
    pages: dict[str, list[str]] = field(default_factory=dict)
    """The text of all of them, page by page; those without text are missing."""
    minutes: list[dict[str, Value]] = field(default_factory=list)
    told: dict[str, list[Told]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def fingerprint(self, tables: DerivedTables) -> str:
        """Of all that is read, without reading the texts themselves."""
        items = [
            [item[name] for name in ("id", "number", "name", "public", "result", "resolution_text", "other")]
            for item in self.agenda
        ]
        texts = [(file, self.extracts.get(file), tables.reading_of(file)) for file in self.all_files()]
        said = json.dumps([RULES, self.system, items, texts], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()

    def all_files(self) -> list[str]:
        return [*self.files, *self.extracts]

    def entries(self) -> list[AgendaEntry]:
        return [_entry(item, place) for place, item in enumerate(self.agenda)]


def derive_source(tables: DerivedTables, source: str, system: str) -> Derived:
    """Brings the minutes and decisions of `source` up to date, a transaction a meeting. Raises ArchiveError."""
    done = Derived()
    for row in tables.meetings_of(source):
        meeting = _gather(tables, row, system)
        inputs = meeting.fingerprint(tables)
        if tables.derived_from(row["id"]) == inputs:
            continue
        _read_files(tables, meeting)
        decisions, votes = _decide(meeting)
        with tables.archive.transaction():
            tables.replace_derived(row["id"], inputs, meeting.minutes, decisions, votes, meeting.complaints)
        done.meetings += 1
        done.minutes += len(meeting.minutes)
        done.decisions += len(decisions)
    return done


def _gather(tables: DerivedTables, row: dict[str, Any], system: str) -> _Meeting:
    """A file that is named twice, as minutes and at each item too, is read once."""
    agenda = tables.agenda_of(row["id"])
    files = list(dict.fromkeys(tables.files_of_meeting(row["id"])))
    extracts: dict[str, list[str]] = {}
    for item, listed in tables.extracts_of([item["id"] for item in agenda]).items():
        for file in dict.fromkeys(listed):
            if file not in files:
                extracts.setdefault(file, []).append(item)
    return _Meeting(row, system, agenda, files, extracts)


def _read_files(tables: DerivedTables, meeting: _Meeting) -> None:
    entries = meeting.entries()
    for file in meeting.all_files():
        pages = tables.page_texts(file)
        if pages:
            meeting.pages[file] = pages
        elif tables.reading_of(file):
            meeting.complaints.append(f"{file}: expected minutes, got no text: see documents.problem.")
    for file in meeting.files:
        if file in meeting.pages:
            _read_minutes(meeting, file, entries)
    for file, items in meeting.extracts.items():
        if file in meeting.pages:
            _read_extract(meeting, file, [entry for entry in entries if entry.id in items])


def _read_minutes(meeting: _Meeting, file: str, entries: list[AgendaEntry]) -> None:
    cut = cut_minutes(meeting.pages[file], entries)
    meeting.complaints += cut.complaints
    _keep_minutes(meeting, file, cut)
    standing = standing_of(meeting.pages[file][0])
    for part in cut.parts:
        for item in part.agenda_items:
            _tell(meeting, item, part, "minutes", file, standing)


def _read_extract(meeting: _Meeting, file: str, entries: list[AgendaEntry]) -> None:
    """What is about one item only need not name it. A file of several items may be the minutes of the whole meeting."""
    pages = meeting.pages[file]
    cut = cut_minutes(pages, entries)
    _keep_minutes(meeting, file, cut)
    for part in cut.parts:
        for item in part.agenda_items:
            _tell(meeting, item, part, "extract", file)
    if not any(part.agenda_items for part in cut.parts):
        items = tuple(entry.id for entry in entries)
        text = "\n".join(pages)
        for item in items:
            others = tuple(one for one in items if one != item)
            told = Told(origin="extract", text=text, file_id=file, together=others)
            meeting.told.setdefault(item, []).append(told)


def _tell(meeting: _Meeting, item: str, part: Part, origin: Origin, file: str, standing: int = 0) -> None:
    others = tuple(one for one in part.agenda_items if one != item)
    told = Told(
        origin=origin,
        text=part.text,
        file_id=file,
        start=part.span[1] - len(part.text),
        together=others,
        number=None if others else part.number,
        standing=standing,
    )
    meeting.told.setdefault(item, []).append(told)


def _keep_minutes(meeting: _Meeting, file: str, cut: Cut) -> None:
    pieces: list[tuple[str, str | None, str | None, str | None, str, int | None, int | None]] = []
    if cut.attendance:
        pieces.append(("attendance", None, None, None, cut.attendance, None, None))
    if cut.head.strip():
        pieces.append(("head", None, None, None, cut.head, 1, None))
    for part in cut.parts:
        pieces += [
            ("item", item, part.number, part.heading, part.text, part.first_page, part.last_page)
            for item in part.agenda_items or (None,)
        ]
    if cut.tail.strip():
        pieces.append(("tail", None, None, None, cut.tail, None, None))
    for part_name, item, number, heading, text, first_page, last_page in pieces:
        place = len(meeting.minutes)
        meeting.minutes.append(
            {
                "id": f"{meeting.row['id']}-minutes-{place}",
                "source": meeting.row["source"],
                "meeting_id": meeting.row["id"],
                "agenda_item_id": item,
                "part": part_name,
                "position": place,
                "number": number,
                "heading": heading,
                "text": text,
                "file_id": file,
                "first_page": first_page,
                "last_page": last_page,
            }
        )


def _decide(meeting: _Meeting) -> tuple[list[dict[str, Value]], list[dict[str, Value]]]:
    decisions: list[dict[str, Value]] = []
    votes: list[dict[str, Value]] = []
    for item in meeting.agenda:
        found = decide(item["number"], [*meeting.told.get(item["id"], ()), *_told_by_system(item, meeting.system)])
        if words := contradiction(found):
            meeting.complaints.append(f"{item['number'] or item['id']}: sources disagree ({words})")
        for place, decision in enumerate(found):
            row = _row(meeting, item, place, decision)
            decisions.append(row)
            votes += [
                {
                    "decision_id": row["id"],
                    "position": number,
                    "who": stance.who,
                    "kind": stance.kind,
                    "vote": stance.vote,
                    "count": stance.count,
                }
                for number, stance in enumerate(decision.vote.stances)
            ]
    return decisions, votes


def _told_by_system(item: dict[str, Any], system: str) -> Iterator[Told]:
    """What the council's system itself says: the result, and the minutes that some pages show."""
    if shown := _shown(item):
        yield Told(
            origin="html_minutes", text=shown, resolution_text=item["resolution_text"], beside=item["result"] or None
        )
    if item["result"] or item["resolution_text"]:
        origin: Origin = "oparl" if system == "oparl" else "html"
        yield Told(origin=origin, text=item["result"] or "", resolution_text=item["resolution_text"])


def _shown(item: dict[str, Any]) -> str:
    """The texts of a page one below the other, under the headings that they have there; "" where it has only a result.

    A vote below its heading is read in fewer words than one in a tale: "15 : 0 : 0".
    """
    other = json.loads(item["other"] or "{}")
    minutes, vote = (text if isinstance(text := other.get(name), str) else "" for name in (SHOWN_MINUTES, SHOWN_VOTE))
    if not (minutes or vote):
        return ""
    resolution = item["resolution_text"] and f"{RESOLUTION}{item['resolution_text']}"
    return "\n".join(filter(None, (minutes, resolution, vote and f"{SHOWN_VOTE}:\n{vote}")))


def _row(meeting: _Meeting, item: dict[str, Any], place: int, decision: Decision) -> dict[str, Value]:
    vote = decision.vote
    page, start = _place_in_file(meeting, decision)
    return {
        "id": f"{item['id']}-decision-{place}",
        "source": meeting.row["source"],
        "meeting_id": meeting.row["id"],
        "agenda_item_id": item["id"],
        "position": place,
        "origin": decision.origin,
        "preferred": decision.preferred,
        "item_outcome": decision.item_outcome,
        "outcome": vote.outcome,
        "majority": vote.majority,
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
        "biased": vote.biased,
        "part": vote.part,
        "is_amendment": vote.is_amendment,
        "together": json.dumps(decision.together) if decision.together else None,
        "referred_to": vote.referred_to,
        "against_proposal": vote.against_proposal,
        "result_text": vote.words,
        "resolution_text": decision.resolution_text,
        "file_id": decision.file_id,
        "page": page,
        "span_start": start,
        "span_end": start + len(vote.words) if start is not None else None,
    }


def _place_in_file(meeting: _Meeting, decision: Decision) -> tuple[int | None, int | None]:
    """The page on which the words begin, from 1, and where in its text; None without a file."""
    if decision.file_id is None or decision.start is None:
        return None, None
    pages = meeting.pages[decision.file_id]
    begins = [0, *accumulate(len(text) + 1 for text in pages)][: len(pages)]
    page = bisect_right(begins, decision.start)
    return page, decision.start - begins[page - 1]


def _entry(item: dict[str, Any], place: int) -> AgendaEntry:
    public = None if item["public"] is None else bool(item["public"])
    position = place if item["position"] is None else item["position"]
    return AgendaEntry(id=item["id"], number=item["number"], name=item["name"], position=position, public=public)

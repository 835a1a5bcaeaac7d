"""/suche: one search over papers, agenda items and press releases, the best hits first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from publish.fts import FINDS_NOTHING, match_expression

PAGE_SIZE = 20
LAST_PAGE = 50
"""Whoever leafs further is better served by the table's own page, which holds all hits."""
SNIPPET_WORDS = 30
MARK_START, MARK_END = "\x02", "\x03"
"""Stand around the found words until the text is escaped."""
MARKED = re.compile(f"{MARK_START}([^{MARK_START}{MARK_END}]*){MARK_END}")
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Kind:
    """One searched table. The SQL fragments name columns of `table` and of `joins`."""

    table: str
    weights: str
    """Of the index's columns, for bm25: a word in the title counts more than one in the text."""
    title: str
    date: str
    note: str
    """What stands beside the title: reference, committee, party."""
    joins: str = ""

    @property
    def index(self) -> str:
        return f"{self.table}_fts"


KINDS = {
    "vorlagen": Kind(
        table="papers",
        weights="8.0, 4.0",
        title="papers.name",
        date="papers.date",
        note="papers.reference",
    ),
    "punkte": Kind(
        table="agenda_items",
        weights="4.0, 2.0, 1.0",
        title="agenda_items.name",
        date="meetings.start",
        note="coalesce(organizations.name, meetings.name)",
        joins="LEFT JOIN meetings ON meetings.id = agenda_items.meeting_id "
        "LEFT JOIN organizations ON organizations.id = meetings.organization_id",
    ),
    "presse": Kind(
        table="press_releases",
        weights="6.0, 1.0, 2.0, 2.0",
        title="press_releases.title",
        date="press_releases.published",
        note="press_releases.party",
    ),
}
"""By their word in the address (?art=presse)."""


@dataclass(frozen=True)
class Question:
    """What a person asks for. Empty fields ask for everything."""

    typed: str = ""
    kind: str = ""
    source: str = ""
    first_year: str = ""
    last_year: str = ""
    page: int = 1

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> "Question":
        """Reads the address's arguments; values that make no sense count as left out."""
        page = arguments.get("seite", "")
        kind = arguments.get("art", "")
        return cls(
            typed=arguments.get("q", "").replace("\0", " ").strip(),
            kind=kind if kind in KINDS else "",
            source=arguments.get("quelle", ""),
            first_year=_year(arguments.get("von", "")),
            last_year=_year(arguments.get("bis", "")),
            page=min(max(int(page), 1), LAST_PAGE) if page.isdecimal() and len(page) < 5 else 1,
        )

    def address(self, **changed: Any) -> str:
        """The query string of this question, with some of it `changed`; a changed question starts at page 1."""
        asked = replace(self, **{"page": 1, **changed})
        named = {
            "q": asked.typed,
            "art": asked.kind,
            "quelle": asked.source,
            "von": asked.first_year,
            "bis": asked.last_year,
            "seite": str(asked.page) if asked.page > 1 else "",
        }
        return urlencode({name: value for name, value in named.items() if value})


@dataclass(frozen=True)
class Hit:
    kind: str
    table: str
    id: str
    title: str
    note: str
    date: str | None
    source: str
    deleted_at: str | None
    snippet: Markup
    """Where the words were found; empty when it would only repeat the title."""


@dataclass(frozen=True)
class Answer:
    question: Question
    hits: list[Hit] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """Hits per kind, for the same words, source and years."""

    @property
    def total(self) -> int:
        return sum(self.counts.values()) if not self.question.kind else self.counts.get(self.question.kind, 0)

    @property
    def pages(self) -> int:
        return min(-(-self.total // PAGE_SIZE), LAST_PAGE)


def ask(connection: Any, question: Question) -> Answer:
    """Answers `question` from an open archive (sqlite3.Connection with sqlite3.Row rows). Blocks; reads only."""
    match = match_expression(question.typed)
    if match == FINDS_NOTHING:
        return Answer(question)
    values = {
        "match": match,
        "source": question.source,
        "first": question.first_year,
        "last": question.last_year,
        "limit": question.page * PAGE_SIZE,
    }
    counts = {name: _count(connection, kind, question, values) for name, kind in KINDS.items()}
    ranked: list[tuple[float, str, int]] = []
    for name, kind in KINDS.items():
        if question.kind in ("", name) and counts[name]:
            ranked += ((rank, name, docid) for rank, docid in _best(connection, kind, question, values))
    ranked.sort(key=lambda hit: (hit[0], -hit[2]))
    shown = ranked[(question.page - 1) * PAGE_SIZE : question.page * PAGE_SIZE]
    found = (_hit(connection, name, docid, match) for _, name, docid in shown)
    return Answer(question, [hit for hit in found if hit], counts)


def _where(kind: Kind, question: Question) -> str:
    """FROM and WHERE of the hits of `kind`; joins only what a filter needs."""
    conditions = [f"{kind.index} MATCH :match"]
    tables = kind.index
    if question.source or question.first_year or question.last_year:
        tables += f" JOIN {kind.table} ON {kind.table}.docid = {kind.index}.rowid {kind.joins}"
    if question.source:
        conditions.append(f"{kind.table}.source = :source")
    if question.first_year:
        conditions.append(f"{kind.date} >= :first")
    if question.last_year:
        conditions.append(f"substr({kind.date}, 1, 4) <= :last")
    return f"FROM {tables} WHERE {' AND '.join(conditions)}"


def _count(connection: Any, kind: Kind, question: Question, values: dict[str, Any]) -> int:
    row = connection.execute(f"SELECT count(*) {_where(kind, question)}", values).fetchone()
    return int(row[0])


def _best(connection: Any, kind: Kind, question: Question, values: dict[str, Any]) -> list[tuple[float, int]]:
    """(bm25, docid) of the best hits; lower is better, and what came later stands first among equals."""
    sql = (
        f"SELECT bm25({kind.index}, {kind.weights}) AS rank, {kind.index}.rowid "
        f"{_where(kind, question)} ORDER BY 1, 2 DESC LIMIT :limit"
    )
    return [(row[0], row[1]) for row in connection.execute(sql, values)]


def _hit(connection: Any, name: str, docid: int, match: str) -> Hit | None:
    """None when a run changed the record while we were looking."""
    kind = KINDS[name]
    row = connection.execute(
        f"SELECT {kind.table}.id, {kind.title} AS title, {kind.date} AS date, {kind.note} AS note, "
        f"sources.name AS source, {kind.table}.deleted_at, "
        f"snippet({kind.index}, -1, :start, :end, ' … ', :words) AS snippet "
        f"FROM {kind.index} JOIN {kind.table} ON {kind.table}.docid = {kind.index}.rowid {kind.joins} "
        f"JOIN sources ON sources.key = {kind.table}.source "
        f"WHERE {kind.index} MATCH :match AND {kind.index}.rowid = :docid",
        {"match": match, "docid": docid, "start": MARK_START, "end": MARK_END, "words": SNIPPET_WORDS},
    ).fetchone()
    if row is None:
        return None
    return Hit(
        kind=name,
        table=kind.table,
        id=row["id"],
        title=row["title"] or "",
        note=row["note"] or "",
        date=row["date"],
        source=row["source"],
        deleted_at=row["deleted_at"],
        snippet=Markup() if _unmarked(row["snippet"] or "") == row["title"] else marked(row["snippet"] or ""),
    )


def marked(snippet: str) -> Markup:
    """A snippet of the index with its marks -> HTML with <mark>; everything else in it is escaped."""
    html = MARKED.sub(r"<mark>\1</mark>", str(escape(snippet)))
    return Markup(html.replace(MARK_START, "").replace(MARK_END, ""))  # noqa: S704 - escaped one line above


def _unmarked(snippet: str) -> str:
    return snippet.replace(MARK_START, "").replace(MARK_END, "")


def _year(text: str) -> str:
    text = text.strip()
    return text if YEAR.fullmatch(text) and text.isascii() else ""

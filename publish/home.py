"""What the home page shows: the sources with what they hold and how their last run went, and what is new."""

from dataclasses import dataclass
from typing import Any

COUNTED = ("meetings", "agenda_items", "papers", "files", "press_releases")
"""Tables counted per source. Their indexes on source alone answer that, without reading a record."""
NEWEST = 5


@dataclass(frozen=True)
class SourceState:
    """A source, its counts by table (only those above zero), and its last run (None: never scraped)."""

    source: Any
    counts: dict[str, int]
    last_run: Any | None


@dataclass(frozen=True)
class Home:
    sources: list[SourceState]
    coming_meetings: list[Any]
    past_meetings: list[Any]
    papers: list[Any]
    press_releases: list[Any]

    def total(self, table: str) -> int:
        return sum(state.counts.get(table, 0) for state in self.sources)


MEETINGS = """
    SELECT meetings.id, meetings.name, meetings.start, meetings.cancelled, meetings.place,
        organizations.name AS organization, sources.name AS source
    FROM meetings
    JOIN sources ON sources.key = meetings.source
    LEFT JOIN organizations ON organizations.id = meetings.organization_id
    WHERE meetings.deleted_at IS NULL AND meetings.start {} ORDER BY meetings.start {} LIMIT :newest
"""
PAPERS = """
    SELECT papers.id, papers.reference, papers.name, papers.date, papers.paper_type, sources.name AS source
    FROM papers JOIN sources ON sources.key = papers.source
    WHERE papers.deleted_at IS NULL AND papers.date <= date('now', '+1 day') ORDER BY papers.date DESC LIMIT :newest
"""
PRESS_RELEASES = """
    SELECT press_releases.id, press_releases.title, press_releases.published, press_releases.party,
        sources.name AS source
    FROM press_releases JOIN sources ON sources.key = press_releases.source
    WHERE press_releases.deleted_at IS NULL AND press_releases.published <= date('now', '+1 day')
    ORDER BY press_releases.published DESC LIMIT :newest
"""


def read_home(connection: Any) -> Home:
    """Reads the home page's data from an open archive (sqlite3.Connection with sqlite3.Row rows)."""
    counts: dict[str, dict[str, int]] = {}
    for table in COUNTED:
        for source, count in connection.execute(f"SELECT source, count(*) FROM {table} GROUP BY source"):
            counts.setdefault(source, {})[table] = count
    newest_runs = "SELECT * FROM runs WHERE id IN (SELECT max(id) FROM runs WHERE mode <> 'files' GROUP BY source)"
    last_runs = {run["source"]: run for run in connection.execute(newest_runs)}
    sources = connection.execute("SELECT * FROM sources ORDER BY system, name").fetchall()

    def newest(sql: str) -> list[Any]:
        rows: list[Any] = connection.execute(sql, {"newest": NEWEST}).fetchall()
        return rows

    return Home(
        sources=[SourceState(row, counts.get(row["key"], {}), last_runs.get(row["key"])) for row in sources],
        coming_meetings=newest(MEETINGS.format(">= date('now')", "ASC")),
        past_meetings=newest(MEETINGS.format("< date('now')", "DESC")),
        papers=newest(PAPERS),
        press_releases=newest(PRESS_RELEASES),
    )

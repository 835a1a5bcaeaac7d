"""What one run does to the archive: only what changed is written, and every change is kept.

A record may be told more than once in a run, and not always as fully: OParl servers embed the same file in a meeting
and in a paper. So within a run the tellings add up. The first one that fills a field wins, and a field that was filled
yesterday is emptied only at the end of a run in which no telling filled it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from pipelines.archive import Archive, RunCounts
from pipelines.records import (
    BOOKKEEPING,
    LINK_TABLES,
    LinkRows,
    Record,
    Value,
    content_hash,
    server_times,
    stored_content,
)
from pipelines.verdict import Verdict, too_many_missing
from pipelines.visits import ADDRESSES, lasting
from scraper.sources import Source

EMPTY: tuple[Any, ...] = (None, [])
EMBEDDED_IN_MANY = frozenset({"files", "locations", "consultations"})
"""Tables whose records stand inside several others; a run that asks for changes only does not see all tellings."""
DELETED_BY_SOURCE = "the source says so"


def iso(moment: datetime) -> str:
    """`moment` (aware) as the archive writes times of its own, to the second."""
    return moment.isoformat(timespec="seconds")


class Run:
    """One run over one source: opened, given batches, finished.

    Each method is one transaction: after an error or a kill the archive holds all from before that call and nothing of
    it. A run whose write() has failed takes no further batch.
    """

    def __init__(self, archive: Archive, source: Source, mode: str, clock: Callable[[], datetime]) -> None:
        """`mode` is "full" or "changes"; `clock` gives aware times."""
        self.archive = archive
        self.source = source
        self.mode = mode
        self.clock = clock
        self.counts: Counter[str] = Counter()
        self._seen: defaultdict[str, set[str]] = defaultdict(set)
        self._inserted: set[tuple[str, str]] = set()
        self._updated: set[tuple[str, str]] = set()
        self._unfilled: dict[tuple[str, str], set[str]] = {}
        self.written = RunCounts()
        """What has been committed so far."""
        with archive.transaction():
            archive.put_source(source)
            self.id = archive.start_run(source.key, mode, iso(clock()))

    def write(
        self,
        records: Iterable[Record],
        complaints: Iterable[dict[str, Value]] = (),
        fetches: Iterable[dict[str, Value]] = (),
    ) -> None:
        """Writes a batch. `complaints` and `fetches` are rows of those tables without run and source.

        Raises ArchiveError when SQLite can't write.
        """
        by_table: defaultdict[str, list[Record]] = defaultdict(list)
        for record in records:
            by_table[record.table].append(record)
        counted: Counter[str] = Counter()
        with self.archive.transaction():
            for table, group in by_table.items():
                self._write_table(table, group, counted)
            for complaint in complaints:
                self.archive.add_complaint(self.id, self.source.key, complaint)
                counted["errors" if complaint["severity"] == "error" else "warnings"] += 1
            for fetch in fetches:
                self.archive.put_fetch(self.source.key, fetch)
                counted["responses"] += 1
        self.counts += counted
        self.written = self._tally()

    def finish(self, stopped: str | None, read_whole: set[str], notes: Iterable[str] = ()) -> Verdict:
        """Closes the run: empties what no telling filled, marks what is missing, writes counts and verdict.

        `stopped` says why the run ended before its time, None if it did not. `read_whole` names the tables of which
        the source was read to the end. `notes` say what else went wrong.
        """
        notes = list(notes)
        clean = stopped is None and not self.counts["errors"] and not notes
        before = self.archive.last_whole_run(self.source.key)
        with self.archive.transaction():
            if clean:
                self._empty_unfilled()
                if self.mode == "full":
                    notes = [note for table in sorted(read_whole) if (note := self._mark_missing(table, before))]
            counts = self._tally()
            verdict = Verdict.of(counts, self.mode, stopped, notes, before["items"] if before else None)
            self.archive.finish_run(self.id, counts, verdict.word, verdict.reason, iso(self.clock()))
        self.written = counts
        return verdict

    def _tally(self) -> RunCounts:
        seen = sum(len(ids) for ids in self._seen.values())
        updated = len(self._updated)
        return RunCounts(
            responses=self.counts["responses"],
            items=seen,
            inserted=len(self._inserted),
            updated=updated,
            unchanged=seen - len(self._inserted) - updated,
            deleted=self.counts["deleted"],
            errors=self.counts["errors"],
            warnings=self.counts["warnings"],
        )

    def _write_table(self, table: str, records: list[Record], counted: Counter[str]) -> None:
        stored = self.archive.rows(table, {record.id for record in records})
        for record in records:
            row = stored.get(record.id)
            if row is None:
                self._insert(record)
                counted["deleted"] += record.deleted
            elif not self._is_known(record, row):
                counted["deleted"] += self._merge(record, row, counted)
            else:
                self._seen[table].add(record.id)
                continue
            stored.update(self.archive.rows(table, [record.id]))

    def _insert(self, record: Record) -> None:
        now = iso(self.clock())
        if record.deleted:
            record.values |= {"deleted_at": record.deleted_at, "deleted_reason": DELETED_BY_SOURCE}
        digest = content_hash(record.table, stored_content(record.values, record.links))
        self.archive.insert(record, digest, now)
        for field, rows in record.links.items():
            if rows:
                self.archive.replace_links(record.table, record.id, field, rows)
        self._seen[record.table].add(record.id)
        self._inserted.add((record.table, record.id))

    def _is_known(self, record: Record, row: dict[str, Any]) -> bool:
        """True when the archive holds just this; most records of most runs end here."""
        if record.deleted or row["deleted_at"] or row["last_seen"]:
            return False
        told_before = record.id in self._seen[record.table]
        return not told_before and bool(row["content_hash"] == content_hash(record.table, record.content()))

    def _merge(self, record: Record, row: dict[str, Any], counted: Counter[str]) -> bool:
        """Writes what `record` says anew about the stored `row`. Returns whether it is thereby marked deleted."""
        key = (record.table, record.id)
        stored = stored_content(row, self.archive.links(*key))
        told = {name: value for name, value in record.content().items() if value not in EMPTY}
        if record.id not in self._seen[record.table]:
            new = {name: value for name, value in told.items() if lasting(name, value) != lasting(name, stored[name])}
            if not record.deleted:
                self._unfilled[key] = {n for n, v in stored.items() if v not in EMPTY and n not in told}
            self._seen[record.table].add(record.id)
        else:
            new, contradicting = self._said_later(key, told, stored)
            if contradicting:
                self.archive.add_complaint(self.id, self.source.key, _contradiction(record, contradicting))
                counted["warnings"] += 1
        columns: dict[str, Value] = {}
        if record.deleted != bool(row["deleted_at"]):
            columns["deleted_at"] = record.deleted_at
            columns["deleted_reason"] = DELETED_BY_SOURCE if record.deleted else None
        if row["last_seen"]:
            columns["last_seen"] = None
        if new.keys() - server_times(record.table) or columns:
            columns |= {name: record.values[name] for name in BOOKKEEPING if name in record.values}
            columns |= {name: record.values[name] for name in ADDRESSES & told.keys() - new.keys()}
            self._apply(key, stored, new, columns, row)
        return record.deleted and not row["deleted_at"]

    def _said_later(
        self, key: tuple[str, str], told: dict[str, Any], stored: dict[str, Any]
    ) -> tuple[dict[str, Value | LinkRows], list[str]]:
        """What a later telling in the same run adds, and the names of fields in which it contradicts an earlier one."""
        unfilled = self._unfilled.get(key, set())
        new = {}
        contradicting = []
        for name, value in told.items():
            if name in unfilled:
                unfilled.discard(name)
            elif stored[name] not in EMPTY:
                if lasting(name, value) != lasting(name, stored[name]) and name not in server_times(key[0]):
                    contradicting.append(name)
                continue
            if lasting(name, value) != lasting(name, stored[name]):
                new[name] = value
        return new, contradicting

    def _apply(
        self,
        key: tuple[str, str],
        stored: dict[str, Value | LinkRows],
        new: dict[str, Value | LinkRows],
        columns: dict[str, Value],
        row: dict[str, Any],
    ) -> None:
        """Writes `new` content and `columns` of the archive's own, and each change of either to the history.

        What is added to a record that this run brought in is no change: the source said it all at once.
        """
        table, record_id = key
        now = iso(self.clock())
        changes = [(name, stored[name], value) for name, value in new.items()]
        changes += [(name, row[name], columns[name]) for name in ("deleted_at", "last_seen") if name in columns]
        if key not in self._inserted:
            self._updated.add(key)
            for name, old, value in changes:
                self.archive.add_change(key, name, old, value, now, self.id)
        for name, value in new.items():
            if isinstance(value, list):
                self.archive.replace_links(table, record_id, name, value)
            else:
                columns[name] = value
        columns |= {"changed_at": now, "content_hash": content_hash(table, {**stored, **new})}
        self.archive.update(table, record_id, columns)

    def _empty_unfilled(self) -> None:
        for key, names in self._unfilled.items():
            table, record_id = key
            if not names or (self.mode == "changes" and table in EMBEDDED_IN_MANY):
                continue
            row = self.archive.rows(table, [record_id])[record_id]
            stored = stored_content(row, self.archive.links(*key))
            emptied: dict[str, Value | LinkRows] = {name: [] if name in LINK_TABLES[table] else None for name in names}
            self._apply(key, stored, emptied, {}, row)

    def _mark_missing(self, table: str, before: Any) -> str | None:
        """Notes when records of `table` were seen last if this run did not see them. Absence is not deletion.

        Returns a note when so many are missing that the run is not believed; then nothing is marked.
        """
        on_show = self.archive.ids_on_show(table, self.source.key)
        missing = on_show - self._seen[table]
        if not missing or before is None:
            return None
        if too_many_missing(len(missing), len(on_show)):
            return f"{len(missing)} of {len(on_show)} {table} are missing all at once; none was marked"
        for record_id in missing:
            row = self.archive.rows(table, [record_id])[record_id]
            stored = stored_content(row, self.archive.links(table, record_id))
            self._apply((table, record_id), stored, {}, {"last_seen": before["started"]}, row)
        return None


def _contradiction(record: Record, names: list[str]) -> dict[str, Value]:
    return {
        "severity": "warning",
        "address": str(record.values.get("source_url") or record.id),
        "page_kind": record.table,
        "expected": "one telling of the record, or tellings that agree",
        "came": f"another value in {', '.join(names)} than a moment before",
        "advice": "The first one is archived. Two things may share one name at the source.",
    }

"""An archive in a temporary folder that is told of meetings and files as a run tells it, and asked what it holds."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from pipelines.archive import Archive
from pipelines.derive.documents import DocumentText, read_document
from pipelines.derive.meetings import Derived, derive_source
from pipelines.derived_tables import DerivedTables
from pipelines.history import Run, iso
from pipelines.normalise import normalise
from scraper.items import AgendaItem, File, FileLink, Item, Meeting
from scraper.sources import Source

SOURCE = Source(key="town", name="Town", system="oparl", url="http://127.0.0.1/")
FIRST = datetime(2027, 3, 1, 3, 0, tzinfo=UTC)


class SmallArchive:
    """One source, "town"; each run and each fetch is a day after the one before."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.tables = DerivedTables(archive)
        self._days = count()

    def tell(self, *items: Item) -> None:
        run = Run(self.archive, SOURCE, "changes", self._now)
        run.write([normalise(item, SOURCE, self._now()) for item in items])
        run.finish(None, set())

    def fetch(self, file: str, body: str | bytes, name: str = "minutes.txt") -> DocumentText:
        document = read_document(body.encode() if isinstance(body, str) else body, name=name)
        now = iso(self._now())
        with self.archive.transaction():
            self.tables.put_document(document, None, now)
            self.tables.put_download(
                f"town-file-{file}", "town", f"http://127.0.0.1/{file}", now, sha256=document.sha256, problem=None
            )
        return document

    def derive(self, system: str = "oparl") -> Derived:
        return derive_source(self.tables, "town", system)

    def rows(self, columns: str, table: str = "decisions", where: str = "1") -> list[tuple[Any, ...]]:
        """Decisions by item and place; ids without "town-agenda-item-"."""
        order = {"decisions": "agenda_item_id, position", "minutes": "meeting_id, position", "votes": "decision_id"}
        statement = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY {order.get(table, 1)}"
        return [tuple(_short(one) for one in row) for row in self.archive.connection.execute(statement)]

    def complaints(self) -> str:
        told = self.archive.connection.execute("SELECT complaints FROM derived ORDER BY meeting_id")
        return "\n".join(row[0] or "" for row in told)

    def wrong_proofs(self) -> list[tuple[str, str]]:
        """The words of decisions that do not stand where they are said to stand, and what stands there."""
        statement = "SELECT result_text, file_id, page, span_start, span_end FROM decisions WHERE file_id IS NOT NULL"
        wrong = []
        for words, file, page, start, end in self.archive.connection.execute(statement):
            there = "\n".join(self.tables.page_texts(file)[page - 1 :])[start:end]
            if there != words:
                wrong.append((words, there))
        return wrong

    def _now(self) -> datetime:
        return FIRST + timedelta(days=next(self._days))


def meeting(number: str, *agenda: AgendaItem, minutes: tuple[str, ...] = (), **other: Any) -> list[Item]:
    """A meeting with its items and the files of its minutes."""
    links = [FileLink(file=file, role="resultsProtocol") for file in minutes]
    files = [*minutes, *(link.file for one in agenda for link in one.files)]
    return [
        Meeting(vendor_id=number, files=links, **other),
        *agenda,
        *(File(vendor_id=file, download_url=f"http://127.0.0.1/{file}.pdf") for file in dict.fromkeys(files)),
    ]


def item(number: str, key: str, place: int, printed: str, name: str, *, extract: str = "", **other: Any) -> AgendaItem:
    """Item `key` of meeting `number`; `extract`: the file with what was decided on it."""
    files = [FileLink(file=extract, role="resolutionFile")] if extract else []
    return AgendaItem(vendor_id=key, meeting=number, position=place, number=printed, name=name, files=files, **other)


def _short(value: Any) -> Any:
    return value.replace("town-agenda-item-", "") if isinstance(value, str) else value

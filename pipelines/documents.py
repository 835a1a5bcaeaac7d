"""Item pipeline of the documents' spider: reads each document apart, writes its text, keeps or drops the file."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from twisted.python.failure import Failure

from pipelines.archive import Archive, ArchiveError, RunCounts
from pipelines.derive.documents import DocumentText, Ocr, Stated, Workers, difference, kind_of
from pipelines.derived_tables import DerivedTables
from pipelines.history import iso
from pipelines.records import complaint_row
from pipelines.verdict import Verdict, too_many_missing
from scraper.documents import DocumentsSpider, FetchedFile, LostFile, WantedFile
from scraper.items import Complaint
from scraper.middlewares.fetch_log import Fetch

MODE = "files"
"""In `runs`, beside "full" and "changes"."""
KEPT_FOLDER = "documents"
"""Beside the archive: the files themselves, where the source's entry says keep_files."""
COUNTED = ("responses", "items", "inserted", "errors", "warnings")
HTML = "text/html"
DIFFERS = (
    "What came was read. If it ends too early there, the site has only a part of it: tell the people of the site. If"
    " the site has another version by now, a later run asks for it when its record changes."
)
CAN_NOT_WRITE = "the archive can't be written"


class Documents:
    """Takes FetchedFiles, LostFiles, Complaints and Fetches. Its run stands in `runs` with the mode "files"."""

    def __init__(
        self, crawler: Crawler, archive: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.crawler = crawler
        self.path = archive
        self.clock = clock
        self.counts: Counter[str] = Counter()
        self.failure: ArchiveError | None = None
        self.run = 0
        self._reading: dict[str, asyncio.Future[DocumentText]] = {}
        """Documents that are being read, by their sha256: the same content may come twice at once."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Documents":
        pipeline = cls(crawler, Path(crawler.settings["ARCHIVE"]))
        crawler.signals.connect(pipeline.item_error, signal=signals.item_error)
        crawler.signals.connect(pipeline.spider_closed, signal=signals.spider_closed)
        return pipeline

    def open_spider(self) -> None:
        self.archive = Archive.open(self.path)
        self.tables = DerivedTables(self.archive)
        ocr = Ocr.installed()
        self.has_ocr = ocr is not None
        self.workers = Workers(ocr=ocr)
        with self.archive.transaction():
            self.archive.put_source(self.spider.source)
            self.run = self.archive.start_run(self.spider.source.key, MODE, iso(self.clock()))

    async def process_item(self, item: Any) -> Any:
        if self.failure:
            return item
        try:
            match item:
                case FetchedFile():
                    await self._take(item)
                case LostFile():
                    self._lose(item.wanted, item.problem)
                case Complaint():
                    self._complain(item)
                case Fetch():
                    with self.archive.transaction():
                        self.archive.put_fetch(self.spider.source.key, asdict(item))
                    self.counts["responses"] += 1
        except ArchiveError as error:
            self.failure = error
            raise CloseSpider(CAN_NOT_WRITE) from error
        return item

    async def _take(self, fetched: FetchedFile) -> None:
        wanted, body = fetched.wanted, fetched.body
        if _is_page_in_place_of(wanted, body):
            problem = "an HTML page in place of the document: a login or an error page"
            self._complain(_complaint(wanted, "the document", problem, "Look at the address in a browser."))
            self._lose(wanted, problem)
            return
        digest = sha256(body).hexdigest()
        if not self._has(digest):
            document = await self._read(digest, body, wanted.name)
            if not self._has(digest):  # the same content may have come twice meanwhile
                self._write(wanted, document, body)
        self.counts["items"] += 1
        self._note(wanted, sha256=digest, problem=self._compare(wanted, body))

    def _compare(self, wanted: WantedFile, body: bytes) -> str | None:
        """Tells of a file that isn't the one the source speaks of: cut on its way, or replaced since."""
        found = difference(Stated(size=wanted.size, sha1=wanted.sha1, sha512=wanted.sha512), body)
        if found is None:
            return None
        self._complain(_complaint(wanted, found.expected, found.came, DIFFERS))
        return f"expected {found.expected}; came {found.came}"

    def _has(self, digest: str) -> bool:
        return self.tables.has_document(digest, with_ocr=self.has_ocr)

    def _write(self, wanted: WantedFile, document: DocumentText, body: bytes) -> None:
        kept_as = self._keep(body, document.sha256) if self.spider.source.keep_files else None
        with self.archive.transaction():
            self.tables.put_document(document, kept_as, iso(self.clock()))
        self.counts["inserted"] += 1
        if document.problem:
            self._complain(
                _complaint(wanted, "a document that can be read", document.problem, _advice(document.status))
            )

    async def _read(self, digest: str, body: bytes, name: str) -> DocumentText:
        if digest not in self._reading:
            self._reading[digest] = asyncio.wrap_future(self.workers.read(body, name=name))
        try:
            return await self._reading[digest]
        finally:
            self._reading.pop(digest, None)

    def _lose(self, wanted: WantedFile, problem: str) -> None:
        self.counts["lost"] += 1
        self._note(wanted, problem=problem)

    def _note(self, wanted: WantedFile, *, sha256: str | None = None, problem: str | None = None) -> None:
        with self.archive.transaction():
            now = iso(self.clock())
            self.tables.put_download(
                wanted.file_id, self.spider.source.key, wanted.address, now, sha256=sha256, problem=problem
            )

    def _complain(self, complaint: Complaint) -> None:
        with self.archive.transaction():
            self.archive.add_complaint(self.run, self.spider.source.key, complaint_row(complaint))
        self.counts["errors" if complaint.severity == "error" else "warnings"] += 1

    def _keep(self, body: bytes, digest: str) -> str:
        kept_as = f"{KEPT_FOLDER}/{digest[:2]}/{digest}"
        path = self.path.parent / kept_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        return kept_as

    def item_error(self, item: Any, failure: Failure) -> None:
        """An exception here (a full disk where files are kept): it costs one document, which the next run asks for."""
        if self.failure or not isinstance(item, FetchedFile):
            return
        came = f"{type(failure.value).__name__}: {failure.getErrorMessage()}"
        advice = "Make room if the disk is full; else this is a fault in Ratsarchiv. The next run asks again."
        complaint = _complaint(item.wanted, "a document that can be archived", came, advice)
        complaint.severity = "error"
        self._complain(complaint)

    def spider_closed(self, spider: DocumentsSpider, reason: str) -> None:
        self.workers.__exit__()
        stopped = str(self.failure) if self.failure else None if reason == "finished" else reason
        counts = RunCounts(**{name: self.counts[name] for name in COUNTED})
        lost, asked = self.counts["lost"], self.counts["lost"] + self.counts["items"]
        notes = [f"{lost} of {asked} documents did not come (see complaints)"] if too_many_missing(lost, asked) else []
        verdict = Verdict.of(counts, MODE, stopped, notes, None)
        try:
            with self.archive.transaction():
                self.archive.finish_run(self.run, counts, verdict.word, verdict.reason, iso(self.clock()))
        except ArchiveError as error:
            verdict = Verdict("failed", str(error))
        finally:
            self.archive.close()
        for name, value in (("verdict", verdict.word), ("reason", verdict.reason), ("counts", asdict(counts))):
            assert self.crawler.stats is not None
            self.crawler.stats.set_value(f"archive/{name}", value)

    @property
    def spider(self) -> DocumentsSpider:
        spider = self.crawler.spider
        assert isinstance(spider, DocumentsSpider)
        return spider


def _is_page_in_place_of(wanted: WantedFile, body: bytes) -> bool:
    """Error pages with status 200: told by what the file should have been."""
    promised = (wanted.mime_type or "").lower() or (HTML if wanted.name.lower().endswith((".html", ".htm")) else "")
    says_other = promised not in ("", HTML) or wanted.name.lower().endswith((".pdf", ".docx", ".doc", ".odt", ".rtf"))
    return says_other and kind_of(body) == HTML


def _advice(status: str) -> str:
    if status == "needs_ocr":
        return "Install tesseract with German (apt install tesseract-ocr tesseract-ocr-deu); the next run reads it."
    return "Open the file. If it is right there, please report it."


def _complaint(wanted: WantedFile, expected: str, came: str, advice: str) -> Complaint:
    return Complaint(
        address=wanted.address, page_kind="document", expected=expected, came=came, advice=advice, severity="warning"
    )

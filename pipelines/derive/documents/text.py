"""What is known of a document once it has been read, and what reading may cost."""

from dataclasses import dataclass
from typing import Literal

from pipelines.derive.documents.quality import Quality

Method = Literal["text", "ocr", "none"]
"""How a page's text was got: it stood in the file, it was recognised in a picture, or not at all."""
Status = Literal["read", "needs_ocr", "empty", "encrypted", "broken", "too_large", "too_slow", "unsupported"]

MIB = 1 << 20


@dataclass(frozen=True, kw_only=True)
class PageText:
    """A page, counted from 1. A file without pages (HTML, most RTF) is one."""

    number: int
    text: str
    method: Method
    quality: Quality


@dataclass(frozen=True, kw_only=True)
class DocumentText:
    """A document as far as it could be read.

    `status` is "read" when every page was; any other comes with a `problem` in words a person can act on. A document
    that was read may have a problem too (its name promises another format). "needs_ocr" and "broken" keep the pages
    that could be read.
    """

    mime_type: str
    """By the bytes, whatever the server or the name says."""
    pages: tuple[PageText, ...]
    status: Status
    problem: str | None
    sha256: str
    size: int


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one document may cost. Budgets of large cities have some 1,500 pages and 60 MB."""

    size: int = 100 * MIB
    """Bytes of the file."""
    pages: int = 3_000
    unpacked: int = 64 * MIB
    """Bytes that are taken out of a packed file (DOCX, ODT)."""
    seconds: float = 60
    """For reading what stands in the file; `read_safely` ends what takes longer."""
    ocr_seconds: float = 900
    """For recognising pages, beside `seconds`; the pages behind stay unread."""
    memory: int = 1024 * MIB
    """Address space of the process that `read_safely` reads in."""

    def seconds_in_all(self, *, with_ocr: bool) -> float:
        return self.seconds + (self.ocr_seconds if with_ocr else 0)


class UnreadableError(Exception):
    """A document can't be read, for a known reason."""

    def __init__(self, status: Status, problem: str) -> None:
        super().__init__(problem)
        self.status: Status = status
        self.problem = problem


def too_large(size: int, limits: Limits) -> UnreadableError:
    problem = f"It has {size / MIB:,.1f} MiB, and {limits.size / MIB:,.1f} are read at most."
    return UnreadableError("too_large", problem)


def too_many_pages(pages: int, limits: Limits) -> UnreadableError:
    return UnreadableError("too_large", f"It has {pages:,} pages, and {limits.pages:,} are read at most.")


@dataclass(frozen=True)
class PageDraft:
    """A page as it stands in the file."""

    text: str
    method: Method = "text"
    quality: Quality | None = None
    """Where the reader had to measure it."""


@dataclass(kw_only=True)
class Draft:
    """What a reader of one format hands on: pages as they stand in the file, before they are cleaned."""

    pages: list[PageDraft]
    printed: bool = False
    """Lines end where they end on paper: words may be broken, heads and page numbers stand among the text."""
    status: Status = "read"
    problem: str | None = None

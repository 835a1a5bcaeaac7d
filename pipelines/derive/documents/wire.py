"""What two processes say to each other about a document: lines of JSON, and the document's bytes.

JSON and not pickle, because the process that answers has read bytes of strangers.
"""

import json
from dataclasses import asdict
from typing import IO, Any

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.quality import Quality
from pipelines.derive.documents.text import DocumentText, Limits, PageText


def ask(to: IO[bytes], body: bytes, name: str, limits: Limits, ocr: Ocr | None) -> None:
    _put(to, {"size": len(body), "name": name, "limits": asdict(limits), "ocr": asdict(ocr) if ocr else None})
    to.write(body)
    to.flush()


def asked(by: IO[bytes]) -> tuple[bytes, str, Limits, Ocr | None] | None:
    """The next question; None when there will be no more."""
    line = by.readline()
    if not line:
        return None
    said = json.loads(line)
    body = by.read(said["size"])
    return body, said["name"], Limits(**said["limits"]), Ocr(**said["ocr"]) if said["ocr"] else None


def answer(to: IO[bytes], document: DocumentText | None) -> None:
    """None says that memory was not enough."""
    _put(to, asdict(document) if document else None)
    to.flush()


def answered(by: IO[bytes]) -> DocumentText | None:
    """Raises EOFError when the other process has ended without an answer."""
    line = by.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    said = json.loads(line)
    if said is None:
        return None
    pages = tuple(PageText(**{**page, "quality": Quality(**page["quality"])}) for page in said.pop("pages"))
    return DocumentText(pages=pages, **said)


def _put(to: IO[bytes], what: dict[str, Any] | None) -> None:
    to.write(json.dumps(what).encode() + b"\n")

"""MHTML: a web page in one file, as Word and browsers save it (RFC 2557)."""

from email import message_from_bytes

from pipelines.derive.documents.html import read_html
from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import Draft, Limits, UnreadableError


def read_mhtml(body: bytes, limits: Limits, ocr: Ocr | None) -> Draft:
    """The first page in it: the others are frames and pictures. Raises UnreadableError when there is none."""
    for part in message_from_bytes(body.lstrip()).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            assert isinstance(page, bytes)
            return read_html(page, limits, ocr)
    raise UnreadableError("broken", "It is a web page in one file, but without the page. Fetch it again.")

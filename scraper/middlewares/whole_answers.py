"""Packed answers that end too early: Scrapy unpacks what is there of a gzip stream and hands on the half as a whole."""

import zlib

from scrapy import Request
from scrapy.http import Response

GZIP = zlib.MAX_WBITS | 16
STEP = 1024 * 1024
"""Bytes unpacked at a time; they are looked at and thrown away, so that a small answer can't fill the memory."""


class WholeAnswers:
    """Downloader middleware, behind Scrapy's unpacking as seen from the spider."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Raises EOFError for a gzip stream without its end."""
        encodings = b",".join(response.headers.getlist("Content-Encoding")).lower()
        if encodings in (b"gzip", b"x-gzip") and response.body and not _has_its_end(response.body):
            raise EOFError("the packed answer ends too early")
        return response


def _has_its_end(packed: bytes) -> bool:
    """False for a gzip stream that is cut off. What is no gzip at all is for the unpacking to complain about."""
    stream = zlib.decompressobj(GZIP)
    try:
        while packed and not stream.eof:
            stream.decompress(packed, STEP)
            packed = stream.unconsumed_tail
    except zlib.error:
        return True
    return stream.eof

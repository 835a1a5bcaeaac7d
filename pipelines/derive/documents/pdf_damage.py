"""Damage that PDFium reads over: a PDF that was cut, or zeros in the place of its parts."""

import zlib

from pipelines.derive.documents.text import Draft

TAIL = 2048
"""Bytes at the end in which a whole file says where its table stands: "startxref", "%%EOF"."""
ZEROS = bytes(64)
"""So many in a row are rare where nothing is damaged."""
LONGEST_HEAD = 4096
"""Bytes of an object before its stream."""
STEP, MOST_STEPS = 1 << 20, 64
"""Bytes that are unpacked at a time to see whether a stream is whole, and how often."""


def report_damage(draft: Draft, body: bytes, failed: list[int], bare: list[int]) -> None:
    """Says so when pages were lost."""
    if failed:
        told = f"Of {len(draft.pages)} pages, {len(failed)} can't be opened: {_some(failed)}."
        draft.status, draft.problem = "broken", told
    elif not any(mark in _tail(body) for mark in (b"%%EOF", b"startxref")):
        draft.status = "broken"
        draft.problem = (
            f"It ends before its end: {len(draft.pages)} pages are there, more may be missing. Fetch it again."
        )
    elif _is_zeroed(body, bool(bare)):
        where = f", and pages are bare: {_some(bare)}" if bare else ": text may be missing"
        draft.status, draft.problem = "broken", f"Parts of it are zeros{where}. Fetch it again."


def _tail(body: bytes) -> bytes:
    """Some servers fill the last block with zeros."""
    return (body.rstrip(b"\0") if body.endswith(b"\0") else body)[-TAIL:]


def _some(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (" ..." if len(numbers) > 10 else "")


def _is_zeroed(body: bytes, bare: bool) -> bool:
    """Whether zeros stand where nobody writes them: between objects, in a packed stream that they spoil, or in an open
    one if pages are `bare`. Behind the file's end they do no harm."""
    end = body.rfind(b"%%EOF")
    at = body.find(ZEROS)
    while 0 <= at < end:
        start = body.rfind(b"stream", 0, at)
        if start < 0 or body[start - 3 : start] == b"end":
            return True
        first = max(start - LONGEST_HEAD, 0)
        head = body[max(body.rfind(b" obj", first, start), first) : start]
        behind = body.find(b"endstream", at)
        content = body[start + len(b"stream") : behind if behind > 0 else end]
        if not _unpacks(content.lstrip(b"\r\n")) if b"/FlateDecode" in head else bare:
            return True
        at = body.find(ZEROS, behind) if behind > 0 else -1
    return False


def _unpacks(packed: bytes) -> bool:
    """Whether a stream can be unpacked; what is behind its first 64 MiB is believed."""
    stream = zlib.decompressobj()
    try:
        for _ in range(MOST_STEPS):
            stream.decompress(packed, STEP)
            packed = stream.unconsumed_tail
            if stream.eof or not packed:
                return stream.eof
    except zlib.error:
        return False
    return True

"""Pictures: photographed or scanned papers. Without OCR nothing of them can be read."""

import struct
import zlib
from collections.abc import Callable, Iterator

from pipelines.derive.documents.kinds import kind_of
from pipelines.derive.documents.ocr import NOT_INSTALLED, Ocr, OcrError
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError

TAIL = 4096
"""Bytes at the end in which a whole JPEG has its mark; cameras and scanners put things behind it."""
TIFF_HEAD = {b"II": "<", b"MM": ">"}
STRIPS = {273: 279, 324: 325}
"""Tags of a TIFF: where the parts of a picture stand, and those of their lengths."""
NUMBERS = {3: "H", 4: "I"}
"""Types of a TIFF's fields that offsets and lengths have."""
FIELD = 12
MOST_PICTURES = 10_000
"""In a TIFF. A damaged one may send its reader around in a circle."""


def read_image(body: bytes, _: Limits, ocr: Ocr | None) -> Draft:
    """Raises UnreadableError when a part is missing, or tesseract can't open it."""
    is_whole = WHOLE.get(kind_of(body))
    if is_whole is not None and not is_whole(body):
        raise UnreadableError("broken", "It is a picture of which a part is missing or damaged. Fetch it again.")
    if ocr is None:
        problem = f"It is a picture, and {NOT_INSTALLED}."
        return Draft(pages=[PageDraft("", "none")], status="needs_ocr", problem=problem)
    try:
        text = ocr.read(body)
    except OcrError as error:
        raise UnreadableError("broken", f"It is a picture that could not be recognised: {error}.") from error
    return Draft(pages=[PageDraft(page, "ocr") for page in text.rstrip("\f").split("\f")], printed=True)


def _whole_jpeg(body: bytes) -> bool:
    return b"\xff\xd9" in body[-TAIL:]


def _whole_png(body: bytes) -> bool:
    """Each chunk has a checksum; the last is IEND."""
    at = 8
    while at + 12 <= len(body):
        length = int.from_bytes(body[at : at + 4], "big")
        end = at + 8 + length
        chunk = body[at + 4 : end]
        if zlib.crc32(chunk) != int.from_bytes(body[end : end + 4], "big"):
            return False
        if chunk.startswith(b"IEND"):
            return True
        at = end + 4
    return False


def _whole_gif(body: bytes) -> bool:
    return body.rstrip(b"\0").endswith(b";")


def _whole_webp(body: bytes) -> bool:
    return len(body) >= 8 + int.from_bytes(body[4:8], "little")


def _whole_bmp(body: bytes) -> bool:
    return len(body) >= int.from_bytes(body[2:6], "little")


def _whole_tiff(body: bytes) -> bool:
    """Each picture names where its parts stand."""
    try:
        return all(offset + length <= len(body) for offset, length in _strips(body))
    except struct.error:  # a table beyond the end
        return False


def _strips(body: bytes) -> Iterator[tuple[int, int]]:
    """Offset and length of the parts of all pictures of a TIFF."""
    order = TIFF_HEAD[body[:2]]
    (table,) = struct.unpack_from(f"{order}I", body, 4)
    for _ in range(MOST_PICTURES):
        (count,) = struct.unpack_from(f"{order}H", body, table)
        fields = {}
        for number in range(count):
            at = table + 2 + number * FIELD
            tag, kind, length = struct.unpack_from(f"{order}HHI", body, at)
            if (tag in STRIPS or tag in STRIPS.values()) and kind in NUMBERS:
                numbers = f"{order}{min(length, len(body))}{NUMBERS[kind]}"
                if struct.calcsize(numbers) > 4:  # else they stand in the field itself
                    (place,) = struct.unpack_from(f"{order}I", body, at + 8)
                else:
                    place = at + 8
                fields[tag] = struct.unpack_from(numbers, body, place)
        for offsets, lengths in STRIPS.items():
            yield from zip(fields.get(offsets, ()), fields.get(lengths, ()), strict=False)
        (table,) = struct.unpack_from(f"{order}I", body, table + 2 + count * FIELD)
        if not table:
            return


WHOLE: dict[str, Callable[[bytes], bool]] = {
    "image/jpeg": _whole_jpeg, "image/png": _whole_png, "image/gif": _whole_gif, "image/webp": _whole_webp,
    "image/bmp": _whole_bmp, "image/tiff": _whole_tiff,
}  # fmt: skip

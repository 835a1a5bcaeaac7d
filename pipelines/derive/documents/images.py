"""Pictures: photographed or scanned papers. Without OCR nothing of them can be read."""

from pipelines.derive.documents.kinds import kind_of
from pipelines.derive.documents.ocr import NOT_INSTALLED, Ocr, OcrError
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError

LAST_BYTES = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND"}
"""What a whole file has near its end."""
TAIL = 4096


def read_image(body: bytes, _: Limits, ocr: Ocr | None) -> Draft:
    """Raises UnreadableError when tesseract can't open it."""
    mark = LAST_BYTES.get(kind_of(body))
    if mark is not None and mark not in body[-TAIL:]:
        raise UnreadableError("broken", "It is a picture that ends before its end. Fetch it again.")
    if ocr is None:
        problem = f"It is a picture, and {NOT_INSTALLED}."
        return Draft(pages=[PageDraft("", "none")], status="needs_ocr", problem=problem)
    try:
        text = ocr.read(body)
    except OcrError as error:
        raise UnreadableError("broken", f"It is a picture that could not be recognised: {error}.") from error
    return Draft(pages=[PageDraft(page, "ocr") for page in text.rstrip("\f").split("\f")], printed=True)

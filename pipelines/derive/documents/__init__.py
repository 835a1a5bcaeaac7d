"""The text of documents, page by page: PDF, DOCX, ODT, RTF, HTML, plain text, and images and scans by OCR.

`Workers` reads many documents, each in a process with limits on time and memory; `read_document` reads one in this
process. Bytes in, `DocumentText` out: no database and no network.
"""

from pipelines.derive.documents.apart import read_safely
from pipelines.derive.documents.kinds import kind_of
from pipelines.derive.documents.ocr import NOT_INSTALLED, Ocr
from pipelines.derive.documents.quality import Quality
from pipelines.derive.documents.reading import read_document
from pipelines.derive.documents.stated import Stated, difference
from pipelines.derive.documents.text import DocumentText, Limits, PageText
from pipelines.derive.documents.workers import Workers

__all__ = [
    "NOT_INSTALLED",
    "DocumentText",
    "Limits",
    "Ocr",
    "PageText",
    "Quality",
    "Stated",
    "Workers",
    "difference",
    "kind_of",
    "read_document",
    "read_safely",
]

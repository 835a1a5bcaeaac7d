"""What a file is, by its bytes. Servers send error pages as "application/pdf", and names end in anything."""

import re
import zipfile
from io import BytesIO

from pipelines.derive.documents.plain import wide_encoding

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
OTT = "application/vnd.oasis.opendocument.text-template"
ODM = "application/vnd.oasis.opendocument.text-master"
FODT = "application/vnd.oasis.opendocument.text-flat-xml"
DOC = "application/msword"
OLE = "application/x-ole-storage"
RTF = "application/rtf"
HTML = "text/html"
MHTML = "multipart/related"
XML = "application/xml"
PLAIN = "text/plain"
ZIP = "application/zip"
NOTHING = "application/x-empty"
UNKNOWN = "application/octet-stream"

STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
)
IMAGES = frozenset({"image/png", "image/jpeg", "image/tiff", "image/gif", "image/webp", "image/bmp"})
PARTS_OF_OFFICE = (("xl/workbook.xml", XLSX), ("ppt/presentation.xml", PPTX))
DOCX_TEXT = re.compile(r"word/document\d*\.xml")
"""Word's own is document.xml; SharePoint writes document2.xml."""
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_STREAM = "WordDocument".encode("utf-16-le")
"""The name of a stream in the old Word's files."""
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""... and in a DOCX with a password."""
PDF_HEAD = 1024
"""Bytes in which readers of PDF look for its mark: some servers put a line before it."""
HTML_HEAD = 4096
RTF_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
MHTML_START = re.compile(
    rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart/related\b", re.IGNORECASE
)
"""Heads as of a mail: what Word and browsers save as a web page in one file, which some call .doc."""
FLAT_HEAD = 1 << 14
"""Bytes: LibreOffice names forty schemes before it says what the file is."""
FLAT_TEXT = re.compile(rb"<office:document\b[^>]*\bmimetype=[\"']" + ODT.encode() + rb"[\"'-]")
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|h[1-6]|span|br|ul|ol|center|font|script)\b",
    re.IGNORECASE,
)
XML_START = re.compile(rb"<\?xml\s")
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z-]+")
LONGEST_TYPE = 200
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
CONTROLS_IN_TEXT = 0.002
"""Share of control characters that a text may have: old word processors left some."""
SUFFIXES: dict[str, frozenset[str]] = {
    suffix: frozenset(kinds.split())
    for suffix, kinds in {
        "pdf": PDF, "docx": DOCX, "docm": DOCX, "dotx": DOCX, "odt": ODT, "ott": OTT, "fodt": FODT,
        "doc": f"{DOC} {OLE} {RTF} {DOCX} {HTML} {MHTML}", "mht": MHTML, "mhtml": MHTML, "rtf": RTF,
        "htm": HTML, "html": HTML, "txt": PLAIN, "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png",
        "tif": "image/tiff", "tiff": "image/tiff", "xlsx": XLSX, "pptx": PPTX,
    }.items()
}  # fmt: skip
"""What may be in a file of that name. Word opens RTF and HTML called .doc, and offices know it."""


def kind_of(body: bytes) -> str:
    """The MIME type of what the bytes are; `UNKNOWN` when they are nothing known."""
    if not body:
        return NOTHING
    if b"%PDF-" in body[:PDF_HEAD]:
        return PDF
    for start, kind in STARTS:
        if body.startswith(start):
            return kind
    if RTF_START.match(body):
        return RTF
    if body.startswith(b"RIFF") and body[8:12] == b"WEBP":
        return "image/webp"
    if body.startswith(b"BM") and body[6:10] == b"\x00\x00\x00\x00":
        return "image/bmp"
    if body.startswith(OLE_START):
        return DOC if WORD_STREAM in body else OLE
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(body)
    return _kind_of_text(body)


def contradiction(name: str, kind: str) -> str | None:
    """What to say when the name promises another format; None when it fits, or says nothing."""
    promised = promised_by(name)
    if not promised or kind in promised:
        return None
    suffix = name.rpartition(".")[2].lower()
    return f"It is called .{suffix} but is {kind}: look whether the server sent an error page in its place."


def promised_by(name: str) -> frozenset[str]:
    """The kinds that a file of that name may be; none when it doesn't say."""
    return SUFFIXES.get(name.rpartition(".")[2].lower(), frozenset())


def _kind_of_zip(body: bytes) -> str:
    # the first member's content stands unpacked at the start, if the writer keeps to the standard
    if body[30:].startswith(b"mimetype" + ODT.encode()):
        return ODT
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            names = set(packed.namelist())
            if "mimetype" in names and packed.getinfo("mimetype").file_size <= LONGEST_TYPE:
                said = packed.read("mimetype").strip()
                return said.decode() if OPEN_DOCUMENT.fullmatch(said) else ZIP
    except Exception:  # a damaged directory raises whatever it likes
        names = {part for part in ("word/document.xml", *dict(PARTS_OF_OFFICE)) if part.encode() in body}
    if any(map(DOCX_TEXT.fullmatch, names)):
        return DOCX
    return next((kind for part, kind in PARTS_OF_OFFICE if part in names), ZIP)


def _kind_of_text(body: bytes) -> str:
    if not body.startswith(BYTE_ORDER_MARKS) and not wide_encoding(body):
        controls = len(body) - len(body.translate(None, CONTROLS)) - body.endswith(b"\x00")
        if controls > CONTROLS_IN_TEXT * len(body):
            return UNKNOWN
    head = body[:HTML_HEAD].replace(b"\x00", b"")
    if MHTML_START.match(head):
        return MHTML
    if XML_START.search(head[:100]) and FLAT_TEXT.search(body[:FLAT_HEAD]):
        return FODT
    if MARKUP.search(head):
        return HTML
    return XML if XML_START.search(head[:100]) else PLAIN

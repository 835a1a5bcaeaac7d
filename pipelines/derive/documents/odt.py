"""ODT (OpenDocument): the text of a document with its tables and notes, and the pages it was last shown with."""

from lxml import etree

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError
from pipelines.derive.documents.writing import Writing
from pipelines.derive.documents.zips import opened, part, xml

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
LOCKED = b"encryption-data"
"""An element of the manifest; the parts themselves are noise then."""
SKIPPED = frozenset(
    {"tracked-changes", "annotation", "note-citation", "automatic-styles", "font-face-decls", "scripts"}
)
MOST_SPACES = 100
"""In a row: the file says how many, and may say a billion."""


def read_odt(body: bytes, limits: Limits, _: Ocr | None) -> Draft:
    """Raises UnreadableError. Numbers that the program counts itself ("1." of a list) are not part of the text."""
    writing = Writing()
    with opened(body) as packed:
        if MANIFEST in packed.namelist() and LOCKED in part(packed, MANIFEST, limits):
            raise UnreadableError("encrypted", "It is locked with a password: ask for an open one.")
        _write(writing, xml(part(packed, CONTENT, limits)))
    return Draft(pages=[PageDraft(page) for page in writing.pages()])


def _write(writing: Writing, root: "etree._Element") -> None:
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "start":
            if name in SKIPPED:
                walk.skip_subtree()
                continue
            if name == "soft-page-break":
                writing.end_page()
            elif name == "tab":
                writing.put("\t")
            elif name == "line-break":
                writing.put("\n")
            elif name == "s":
                writing.put(" " * _count(element))
            elif name == "note":
                writing.put(" ")
            _put(writing, element.text)
        else:
            if name in ("p", "h"):
                writing.end_paragraph()
            elif name == "table-cell":
                writing.end_cell()
            elif name == "table-row":
                writing.end_row()
        if event == "end" or name in SKIPPED:
            _put(writing, element.tail)


def _put(writing: Writing, text: str | None) -> None:
    """Line ends in the file are its writer's, not the text's."""
    if text and not (text.isspace() and "\n" in text):
        writing.put(text.replace("\n", " "))


def _count(element: "etree._Element") -> int:
    said = next((str(value) for key, value in element.items() if etree.QName(key).localname == "c"), "1")
    return min(int(said), MOST_SPACES) if said.isdecimal() else 1

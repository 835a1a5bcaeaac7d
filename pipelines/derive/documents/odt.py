"""ODT (OpenDocument): the text of a document with its tables and notes, and the pages it was last shown with.

A flat one (FODT) is a single XML file instead of a packed one.
"""

from lxml import etree

from pipelines.derive.documents.kinds import FODT, kind_of
from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError
from pipelines.derive.documents.writing import Writing
from pipelines.derive.documents.zips import opened, part, xml

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
LOCKED = b"encryption-data"
"""An element of the manifest; the parts themselves are noise then."""
SKIPPED = frozenset(
    {"tracked-changes", "annotation", "note-citation", "binary-data", "automatic-styles", "font-face-decls", "scripts"}
)
SOURCE = "-source"
"""Ends the names of elements that say how a table of contents or an index is made."""
PICTURES = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
"""Titles and descriptions of pictures, which a reader does not see."""
ASIDES = frozenset({"note-body", "text-box"})
HIDDEN_STYLE = "{*}automatic-styles/{*}style/{*}text-properties"
MOST_SPACES = 100
"""In a row: the file says how many, and may say a billion."""


def read_odt(body: bytes, limits: Limits, _: Ocr | None) -> Draft:
    """Raises UnreadableError. Numbers that the program counts itself ("1." of a list) are not part of the text."""
    writing = Writing()
    if kind_of(body) == FODT:
        _write(writing, xml(body))
        return Draft(pages=[PageDraft(page) for page in writing.pages()])
    with opened(body) as packed:
        if MANIFEST in packed.namelist() and LOCKED in part(packed, MANIFEST, limits):
            raise UnreadableError("encrypted", "It is locked with a password: ask for an open one.")
        _write(writing, xml(part(packed, CONTENT, limits)))
    return Draft(pages=[PageDraft(page) for page in writing.pages()])


def _write(writing: Writing, root: "etree._Element") -> None:
    text = root.find("{*}body")
    walk = etree.iterwalk(root if text is None else text, events=("start", "end"))
    hidden = _hidden_styles(root)
    gone: set[etree._Element] = set()
    covered = 0  # cells that the one before them reaches over: they are none of the row's
    for event, element in walk:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "start":
            if _is_unseen(element, name, hidden):
                walk.skip_subtree()
                gone.add(element)
                continue
            if name in ASIDES:
                writing.begin_aside()
            elif name == "table-cell":
                writing.begin_cell()
                covered = _number(element, "number-columns-spanned") - 1
            elif name == "soft-page-break":
                writing.end_page()
            elif name == "tab":
                writing.put("\t")
            elif name == "line-break":
                writing.put("\n")
            elif name == "s":
                writing.put(" " * min(_number(element, "c"), MOST_SPACES))
            _put(writing, element.text)
        elif element in gone:
            gone.discard(element)
        else:
            if name in ("p", "h"):
                writing.end_paragraph()
            elif name in ASIDES:
                writing.end_aside()
            elif name == "number":  # of an item of a list, as it was last shown
                writing.put(" ")
            elif name == "covered-table-cell":
                covered -= 1
                if covered < 0:  # it is one of a row above that reaches over it
                    writing.end_cell()
            elif name == "table-cell":
                writing.end_cell()
            elif name == "table-row":
                writing.end_row()
        if event == "end":
            _put(writing, element.tail)


def _put(writing: Writing, text: str | None) -> None:
    """Line ends in the file are its writer's, not the text's."""
    if text and not (text.isspace() and "\n" in text):
        writing.put(text.replace("\n", " "))


def _hidden_styles(root: "etree._Element") -> frozenset[str | None]:
    """The names of styles whose words the program doesn't show."""
    return frozenset(
        _attribute(style, "name")
        for properties in root.iterfind(HIDDEN_STYLE)
        if _attribute(properties, "display") == "none" and (style := properties.getparent()) is not None
    )


def _is_unseen(element: "etree._Element", name: str, hidden: frozenset[str | None]) -> bool:
    if name in SKIPPED or name.endswith(SOURCE) or etree.QName(element).namespace == PICTURES:
        return True
    if "none" in element.values() and _attribute(element, "display") == "none":
        return True
    if "true" in element.values() and _attribute(element, "is-hidden") == "true":
        return True
    return bool(hidden) and _attribute(element, "style-name") in hidden


def _attribute(element: "etree._Element", name: str) -> str | None:
    return next((str(value) for key, value in element.items() if etree.QName(key).localname == name), None)


def _number(element: "etree._Element", name: str) -> int:
    """Such an attribute's, 1 where it says none."""
    said = _attribute(element, name) or ""
    return int(said) if said.isdecimal() else 1

"""DOCX (Office Open XML): the text of a document with its tables and notes, where Word last put its pages."""

import re

from lxml import etree

from pipelines.derive.documents.kinds import DOCX_TEXT
from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.symbols import sign_of
from pipelines.derive.documents.text import Draft, Limits, PageDraft
from pipelines.derive.documents.writing import Writing
from pipelines.derive.documents.zips import opened, part, xml

NOTES = re.compile(r"word/(?:foot|end)notes\d*\.xml")
SKIPPED = frozenset({"Fallback", "instrText", "delText", "moveFrom", "del", "pPr"})
"""A text box told a second time for old readers, the formula of a field, what was struck out, and the shape of a
paragraph, whose "tab" is no sign."""
GONE = {"tr": ("trPr", "del"), "r": ("rPr", "vanish")}
BOX = "txbxContent"
TICKS = ("☐", "☒")
"""Of a box in a form of the kind that Word had before 2010."""
BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(body: bytes, limits: Limits, _: Ocr | None) -> Draft:
    """Raises UnreadableError. Numbers that Word counts itself ("1." of a list) are not part of the text."""
    writing = Writing()
    with opened(body) as packed:
        names = packed.namelist()
        text = next(filter(DOCX_TEXT.fullmatch, names), "word/document.xml")
        _write(writing, xml(part(packed, text, limits)))
        for name in names:
            if NOTES.fullmatch(name):
                _write(writing, xml(part(packed, name, limits)))
    return Draft(pages=[PageDraft(page) for page in writing.pages()])


def _write(writing: Writing, root: "etree._Element") -> None:
    walk = etree.iterwalk(root, events=("start", "end"))
    gone: set[etree._Element] = set()
    for event, element in walk:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "start":
            if name in SKIPPED or (name in ("tr", "r") and _is_gone(element, name)):
                walk.skip_subtree()
                gone.add(element)
            elif name == "t":
                writing.put(element.text or "")
            elif name == "lastRenderedPageBreak" or (name == "br" and _attribute(element, "type") == "page"):
                writing.end_page()
            elif name in BREAKS:
                writing.put(BREAKS[name])
            elif name == "sym":
                writing.put(_sign(element))
            elif name == "checkBox":
                writing.put(TICKS[_is_ticked(element)])
            elif name == "tc":
                writing.begin_cell()
            elif name == BOX:
                writing.begin_aside()
        elif element in gone:
            gone.discard(element)
        elif name == "p":
            writing.end_paragraph()
        elif name == BOX:
            writing.end_aside()
        elif name == "tc":
            writing.end_cell()
        elif name == "tr":
            writing.end_row()


def _is_gone(element: "etree._Element", name: str) -> bool:
    """A row that was struck out, or words that Word hides."""
    properties, mark = GONE[name]
    return _is_on(element.find(f"{{*}}{properties}/{{*}}{mark}"))


def _is_on(found: "etree._Element | None") -> bool:
    return found is not None and _attribute(found, "val") not in ("0", "false", "off")


def _is_ticked(box: "etree._Element") -> bool:
    """What somebody did to it, else how the form has it."""
    now = box.find("{*}checked")
    return _is_on(box.find("{*}default") if now is None else now)


def _sign(element: "etree._Element") -> str:
    """A sign of a symbol font."""
    try:
        code = int(_attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return sign_of(_attribute(element, "font") or "", code)


def _attribute(element: "etree._Element", name: str) -> str | None:
    """Whichever of the two namespaces (as drafted, and as ISO took it over) the file uses."""
    return next((str(value) for key, value in element.items() if etree.QName(key).localname == name), None)

"""RTF: the text of a document as word processors of the nineties and some council systems still write it."""

import re
from dataclasses import dataclass, replace

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.rtf_fonts import CODE_PAGES, Fonts, known_code_page
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError
from pipelines.derive.documents.writing import Writing

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)
"""A word with its number ("\\par", "\\u228"), a byte ("\\'e4"), a sign ("\\~"), a bracket, or plain text."""
SKIPPED = frozenset({
    "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "info", "generator",
    "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "themedata",
    "fldinst", "xmlnstbl", "latentstyles", "datastore", "bkmkstart", "bkmkend", "annotation", "nonshppict", "deleted",
    "template", "operator", "filetbl", "mmathPr", "pgptbl", "xe", "tc", "private", "sp",
    "shprslt", "nonesttables",
})  # fmt: skip
"""Groups that hold something other than the document's text."""
HAVE_WORDS = frozenset({"shpinst", "do", "footnote", "ud", "nesttableprops"})
"""Groups that readers may skip, but with words in them: boxes, notes, the end of a row in a table within another, and
text that stands beside it in old letters for readers without Unicode ("\\upr")."""
ASIDES = frozenset({"footnote", "shptxt", "dptxbxtext"})
"""Groups within the words of a paragraph, but no part of it."""
PARAGRAPH_ENDS = ("par", "sect")
WORDS = {
    "line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "qmspace": " ",
}  # fmt: skip
SIGNS = {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
START = b"{\\rtf"
FIRST_HALVES = range(0xD800, 0xDC00)
DEEPEST = 1000
"""Groups within each other."""


@dataclass(frozen=True)
class _Group:
    skipped: bool = False
    hidden: bool = False
    """Words that the word processor does not show."""
    stand_ins: int = 1
    """Characters behind each "\\u" for readers that don't know it."""
    starred: bool = False
    """Behind "\\*": the next word may be skipped with its group, if it isn't known."""
    names_fonts: bool = False
    """Holds the table of fonts."""
    font: int | None = None
    aside: bool = False
    """What is in it was begun as an aside of the text, which ends with the group."""
    told_twice: bool = False
    """The next group is for readers without Unicode, the one behind it for others."""


def read_rtf(body: bytes, limits: Limits, _: Ocr | None) -> Draft:
    """Raises UnreadableError for a file that ends before its last group does and holds no text."""
    reader = _Reader(body)
    reader.read()
    draft = Draft(pages=[PageDraft(page) for page in reader.writing.pages()])
    if reader.groups:
        draft.status = "broken"
        draft.problem = f"It ends before its end: {len(reader.groups)} groups are open. Fetch it again."
    return draft


class _Reader:
    def __init__(self, body: bytes) -> None:
        self.body = body
        self.writing = Writing()
        self.groups: list[_Group] = []
        self._group = _Group()
        self._fonts = Fonts()
        self._bytes = bytearray()
        self._skip = 0
        self._surrogate: str = ""

    def read(self) -> None:
        at = max(0, self.body.find(START))
        while found := TOKEN.match(self.body, at):
            at = found.end()
            word, number, byte, sign, bracket, text = found.groups()
            if byte is not None:
                self._put_bytes(bytes([int(byte, 16)]))
                continue
            if text is not None:
                self._put_bytes(text)
                continue
            self._flush()
            if bracket is not None:
                if not self._bracket(bracket):
                    return
            elif word is not None:
                if word == b"bin":
                    at += max(0, int(number or 0))
                    continue
                self._word(word.decode("ascii"), int(number) if number is not None else None)
            elif sign == b"*":
                self._group = replace(self._group, starred=True)
            elif sign is not None and not self._is_unseen:
                self.writing.put(SIGNS.get(sign, ""))
        self._flush()

    def _bracket(self, bracket: bytes) -> bool:
        """False when the document is over."""
        self._skip = 0
        if bracket == b"{":
            if len(self.groups) >= DEEPEST:
                raise UnreadableError("broken", f"It has more than {DEEPEST} groups within each other.")
            self.groups.append(replace(self._group, told_twice=False))
            skipped = self._group.skipped or self._group.told_twice
            self._group = replace(self._group, skipped=skipped, aside=False, told_twice=False)
            return True
        if self._group.aside:
            self.writing.end_aside()
        if self.groups:
            self._group = self.groups.pop()
        return bool(self.groups)

    @property
    def _is_unseen(self) -> bool:
        return self._group.skipped or self._group.hidden

    def _word(self, word: str, number: int | None) -> None:
        if self._group.names_fonts:
            # "{\\*\\falt Arial}" within the table is no part of a font's name
            self._group = replace(self._group, names_fonts=not self._group.starred)
            self._fonts.word(word, number)
        elif word == "fonttbl":
            self._group = replace(self._group, skipped=True, names_fonts=True)
        elif word in SKIPPED or (self._group.starred and word not in HAVE_WORDS):
            self._group = replace(self._group, skipped=True, starred=False)
        elif word in HAVE_WORDS or word in ASIDES:
            self._begin(word)
        elif word == "upr":
            self._group = replace(self._group, told_twice=True)
        elif word == "v":
            self._group = replace(self._group, hidden=number != 0)
        elif word == "plain":
            self._group = replace(self._group, hidden=False, font=None)
        elif word == "f":
            self._group = replace(self._group, font=number)
        elif word == "deff":
            self._fonts.first = number or 0
        elif word == "uc":
            self._group = replace(self._group, stand_ins=max(0, number or 0))
        elif word in CODE_PAGES:
            self._fonts.code_page = CODE_PAGES[word]
        elif word == "ansicpg":
            self._fonts.code_page = known_code_page(number or 0) or self._fonts.code_page
        elif self._is_unseen:
            return
        elif word == "u" and number is not None:
            self._put_unit(number % 0x10000)
            self._skip = self._group.stand_ins
        elif word in PARAGRAPH_ENDS:
            self.writing.end_paragraph()
        elif word in WORDS:
            self.writing.put(WORDS[word])
        elif word == "page":
            self.writing.end_page()
        elif word == "trowd":
            self.writing.begin_cell()
        elif word in ("cell", "nestcell"):
            self.writing.end_cell()
        elif word in ("row", "nestrow"):
            self.writing.end_row()

    def _begin(self, word: str) -> None:
        aside = word in ASIDES and not self._is_unseen and not self._group.aside
        if aside:
            self.writing.begin_aside()
        self._group = replace(self._group, starred=False, aside=self._group.aside or aside)

    def _put_unit(self, unit: int) -> None:
        """One half of a character beyond the first 65,536 waits for the other."""
        both = self._surrogate + chr(unit)
        text = both.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        self._surrogate = chr(unit) if not text and unit in FIRST_HALVES else ""
        self.writing.put(text)

    def _put_bytes(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if self._group.names_fonts:
            self._fonts.name(text)
        elif not self._is_unseen:
            self._bytes += text

    def _flush(self) -> None:
        if self._bytes:
            self.writing.put(self._fonts.decoded(bytes(self._bytes), self._group.font))
            self._bytes.clear()

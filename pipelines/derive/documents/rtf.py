"""RTF: the text of a document as word processors of the nineties and some council systems still write it."""

import codecs
import re
from dataclasses import dataclass, replace

from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import Draft, Limits, PageDraft, UnreadableError
from pipelines.derive.documents.writing import Writing

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)
"""A word with its number ("\\par", "\\u228"), a byte ("\\'e4"), a sign ("\\~"), a bracket, or plain text."""
SKIPPED = frozenset({
    "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "info", "generator",
    "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "themedata",
    "fldinst", "xmlnstbl", "latentstyles", "datastore", "bkmkstart", "bkmkend", "annotation", "nonshppict", "deleted",
    "template", "operator", "filetbl", "mmathPr", "pgptbl", "xe", "tc", "private", "sp",
})  # fmt: skip
"""Groups that hold something other than the document's text."""
TEXT_BOX = "shpinst"
"""A group that readers may skip, but has words in it."""
WORDS = {
    "par": "\n", "line": "\n", "sect": "\n", "tab": "\t", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "qmspace": " ",
}  # fmt: skip
SIGNS = {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
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
        self._code_page = "cp1252"
        self._bytes = bytearray()
        self._skip = 0
        self._surrogate: str = ""

    def read(self) -> None:
        at = 0
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
            self.groups.append(self._group)
            return True
        if self.groups:
            self._group = self.groups.pop()
        return bool(self.groups)

    @property
    def _is_unseen(self) -> bool:
        return self._group.skipped or self._group.hidden

    def _word(self, word: str, number: int | None) -> None:
        if word in SKIPPED or (self._group.starred and word != TEXT_BOX):
            self._group = replace(self._group, skipped=True, starred=False)
        elif word == TEXT_BOX:
            self._group = replace(self._group, starred=False)
        elif word == "v":
            self._group = replace(self._group, hidden=number != 0)
        elif word == "uc":
            self._group = replace(self._group, stand_ins=max(0, number or 0))
        elif word in CODE_PAGES:
            self._code_page = CODE_PAGES[word]
        elif word == "ansicpg":
            self._code_page = _known(f"cp{number}") or self._code_page
        elif self._is_unseen:
            return
        elif word == "u" and number is not None:
            self._put_unit(number % 0x10000)
            self._skip = self._group.stand_ins
        elif word in WORDS:
            self.writing.put(WORDS[word])
        elif word == "page":
            self.writing.end_page()
        elif word in ("cell", "nestcell"):
            self.writing.end_cell()
        elif word in ("row", "nestrow"):
            self.writing.end_row()

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
        if not self._is_unseen:
            self._bytes += text

    def _flush(self) -> None:
        if self._bytes:
            self.writing.put(self._bytes.decode(self._code_page, "replace"))
            self._bytes.clear()


def _known(code_page: str) -> str | None:
    try:
        return codecs.lookup(code_page).name
    except LookupError:
        return None

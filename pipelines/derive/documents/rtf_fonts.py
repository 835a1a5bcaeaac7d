"""Fonts of an RTF file: each may have its bytes in a code page of its own (Word's specification, "Font Table")."""

import codecs
from dataclasses import dataclass

from pipelines.derive.documents.symbols import sign_of

CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
"""Of the whole file."""
CHARACTER_SETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""By the number behind "\\fcharset"; 0 and 1 are the file's own."""


@dataclass
class Font:
    name: bytes = b""
    code_page: str | None = None
    """None where it is the file's."""


class Fonts:
    """The table of fonts, as it is read word by word, and what it makes of bytes."""

    def __init__(self) -> None:
        self.code_page = "cp1252"
        """The file's."""
        self.first = 0
        """The font of text that names none."""
        self._fonts: dict[int, Font] = {}
        self._defined = Font()

    def word(self, word: str, number: int | None) -> None:
        """A word within the table of fonts."""
        if word == "f" and number is not None:
            self._defined = self._fonts[number] = Font()
        elif word == "fcharset" and number is not None:
            self._defined.code_page = self._defined.code_page or CHARACTER_SETS.get(number)
        elif word == "cpg" and number:
            self._defined.code_page = known_code_page(number) or self._defined.code_page

    def name(self, text: bytes) -> None:
        """Text within the table: a part of a font's name, or the ";" behind it."""
        self._defined.name += text

    def decoded(self, text: bytes, font: int | None) -> str:
        """Bytes of text in the font with that number."""
        found = self._fonts.get(self.first if font is None else font, Font())
        name = found.name.strip(b"; ").decode("ascii", "replace")
        decoded = text.decode(found.code_page or self.code_page, "replace")
        if len(decoded) != len(text) or not name:
            return decoded
        return "".join(sign_of(name, code) or letter for code, letter in zip(text, decoded, strict=True))


def known_code_page(number: int) -> str | None:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return None

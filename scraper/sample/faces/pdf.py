"""Musterstadt's documents as PDFs with real text. The same bytes for the same town."""

from datetime import UTC, datetime, time

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from scraper.sample.faces.documents import Block, blocks_of
from scraper.sample.town import File, Town

FONT = "Helvetica"
MARGIN = 22
LABEL_WIDTH = 46


class _Page(FPDF):
    """A4 with the town's name above and the page's number below."""

    def __init__(self, town: Town, file: File) -> None:
        super().__init__(format="A4")
        # the fonts every reader has built in know windows-1252: umlauts, quotation marks, dashes, the euro sign
        self.core_fonts_encoding = "windows-1252"
        self.town_name = town.name
        self.set_creation_date(datetime.combine(file.day, time(8), UTC))
        self.set_producer("Ratsarchiv, Musterstadt")
        self.set_title(file.name)
        self.set_lang("de-DE")
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, margin=MARGIN)
        self.add_page()

    def header(self) -> None:
        self.set_font(FONT, size=9)
        self.cell(0, 6, f"Stadt {self.town_name}", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font(FONT, size=8)
        self.cell(0, 6, f"Seite {self.page_no()}", align="C")

    def put(self, block: Block) -> None:
        if block.kind == "title":
            self._write(block.text, style="B", size=17, height=9)
        elif block.kind == "heading":
            self.ln(3)
            self._write(block.text, style="B", size=11.5, height=6)
        elif block.kind == "field":
            self.set_font(FONT, style="B", size=10.5)
            if self.get_string_width(f"{block.label}: ") > LABEL_WIDTH:
                self._write(f"{block.label}:", style="B", size=10.5, height=5.5)
            else:
                self.cell(LABEL_WIDTH, 5.5, f"{block.label}: ")
            self.set_font(FONT, size=10.5)
            self.multi_cell(0, 5.5, block.text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        else:
            self._write(block.text, style="", size=10.5, height=5.5)
        self.ln(1.5)

    def _write(self, text: str, *, style: str, size: float, height: float) -> None:
        self.set_font(FONT, style=style, size=size)
        self.multi_cell(0, height, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def render(town: Town, file: File) -> bytes:
    """The document behind `file` as a PDF."""
    page = _Page(town, file)
    for block in blocks_of(town, file):
        page.put(block)
    return bytes(page.output())

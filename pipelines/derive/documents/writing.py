"""Text as it comes out of a word processor's file, piece by piece: paragraphs, rows of tables, notes, pages."""

from dataclasses import dataclass, field


@dataclass
class _Flow:
    """The text itself, or what stands beside it."""

    pieces: list[str] = field(default_factory=list)
    cell: int = 0
    """Where in `pieces` the cell began: the line ends before are those of the paragraphs and rows above."""
    asides: list[str] = field(default_factory=list)
    """Notes and boxes of the paragraph that is being written."""


class Writing:
    """Gathers pages. Paragraphs are lines, the cells of a table's row one line with tabs between them.

    Notes and text boxes stand within the words of a paragraph in the file: they are put behind it, on lines of their
    own.
    """

    def __init__(self) -> None:
        self._pages: list[str] = []
        self._flow = _Flow()
        self._outer: list[_Flow] = []

    def put(self, text: str) -> None:
        if text:
            self._flow.pieces.append(text)

    def put_flowing(self, text: str) -> None:
        """Text in which a space at the start of a line means nothing."""
        pieces = self._flow.pieces
        if pieces and pieces[-1][-1] in "\n\t ":
            text = text.lstrip(" ")
        self.put(text)

    def end_line(self) -> None:
        """Ends the line unless it has just begun."""
        pieces = self._flow.pieces
        if pieces and pieces[-1][-1] not in "\n\t":
            pieces.append("\n")

    def end_paragraph(self) -> None:
        self._flow.pieces.append("\n")
        self._put_asides()

    def begin_cell(self) -> None:
        self._flow.cell = len(self._flow.pieces)

    def end_cell(self) -> None:
        """The line ends behind the cell's last words are not the row's."""
        self._put_asides()
        pieces = self._flow.pieces
        while len(pieces) > self._flow.cell and pieces[-1] == "\n":
            pieces.pop()
        pieces.append("\t")
        self.begin_cell()

    def end_row(self) -> None:
        pieces = self._flow.pieces
        if pieces and pieces[-1] == "\t":
            pieces.pop()
        if pieces and pieces[-1][-1] != "\n":
            pieces.append("\n")
        self.begin_cell()

    def begin_aside(self) -> None:
        self._outer.append(self._flow)
        self._flow = _Flow()

    def end_aside(self) -> None:
        self._put_asides()
        text = "".join(self._flow.pieces).strip(" \n")
        self._flow = self._outer.pop()
        if text.strip():
            self._flow.asides.append(text)

    def end_page(self) -> None:
        """Word notes a page's end twice where someone had asked for it: a page without words is none."""
        if self._outer:
            return
        page = "".join(self._flow.pieces)
        if page.strip() or self._flow.asides:
            self._put_asides()
            self._pages.append("".join(self._flow.pieces))
            self._flow = _Flow()

    def pages(self) -> list[str]:
        """All that was written; one empty page when nothing was."""
        while self._outer:  # the file ended in the middle of a note
            self.end_aside()
        self.end_page()
        return self._pages or [""]

    def _put_asides(self) -> None:
        for aside in self._flow.asides:
            self.end_line()
            self._flow.pieces += (aside, "\n")
        self._flow.asides = []

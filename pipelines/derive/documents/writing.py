"""Text as it comes out of a word processor's file, piece by piece: paragraphs, rows of tables, pages."""


class Writing:
    """Gathers pages. Paragraphs are lines, the cells of a table's row one line with tabs between them."""

    def __init__(self) -> None:
        self._pages: list[str] = []
        self._pieces: list[str] = []

    def put(self, text: str) -> None:
        if text:
            self._pieces.append(text)

    def put_flowing(self, text: str) -> None:
        """Text in which a space at the start of a line means nothing."""
        if self._pieces and self._pieces[-1][-1] in "\n\t ":
            text = text.lstrip(" ")
        if text:
            self._pieces.append(text)

    def end_line(self) -> None:
        """Ends the line unless it has just begun."""
        if self._pieces and self._pieces[-1][-1] not in "\n\t":
            self._pieces.append("\n")

    def end_paragraph(self) -> None:
        self._pieces.append("\n")

    def end_cell(self) -> None:
        """The paragraphs' ends in a cell before are those of a line of its own, and become spaces."""
        self._drop_line_end()
        self._pieces.append("\t")

    def end_row(self) -> None:
        self._drop_line_end()
        self._pieces.append("\n")

    def end_page(self) -> None:
        """Word notes a page's end twice where someone had asked for it: a page without words is none."""
        page = "".join(self._pieces)
        if page.strip():
            self._pages.append(page)
            self._pieces = []

    def pages(self) -> list[str]:
        """All that was written; one empty page when nothing was."""
        self.end_page()
        return self._pages or [""]

    def _drop_line_end(self) -> None:
        while self._pieces and self._pieces[-1] in ("\n", "\t"):
            self._pieces.pop()

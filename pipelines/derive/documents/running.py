"""Heads, feet and page numbers that run over the pages of a document, taken off where they interrupt its text.

A line runs when it stands at the same edge of several pages, either the same each time or with a number that grows with
the pages. Only whole lines at the edge are taken off, from the outside in, up to the first that doesn't run. What
carries a result ("einstimmig beschlossen" at the foot of every extract) or counts items ("TOP 3" on page 3) never runs.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

Edge = Literal["head", "foot"]

EDGES: tuple[Edge, Edge] = ("head", "foot")
ZONE = 8
"""Lines at an edge that may run. Feet with a bank account and an address have up to seven."""
LONGEST_NUMBER = 30
"""Characters of a line that is a page's number: "Seite 1204 von 1311"."""
LONGEST_LINE = 300
"""Characters. A longer one is a paragraph of a file without lines."""
FEWEST_PAGES = 3
SHARE = 0.4
"""Of the pages between the first and the last with that line: heads of left and right pages take turns."""
ENDS_OF_SENTENCES = (".", "!", "?", ":")
"""What minutes say again and again, at the edge of a page or not: "Es gibt keine Wortmeldungen.", "(Beifall)"."""
SHARE_OF_SENTENCES = 0.8
"""Of all pages, for such a line to be a foot: "Markt 1, Tel. 0123 456, Termine nach Vereinbarung."."""
NUMBER = re.compile(r"\d{1,4}")
NAMED_NUMBER = re.compile(r"(?:\b(?:Seite|Seiten|Blatt|Page|S\.|Bl\.)|[-–—|])\s*:?\s*\Z", re.IGNORECASE)
"""What stands before a page's number: "Niederschrift vom 3. Mai Seite 4"."""
PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*(?:Seite\s*)?(\d{1,4})\s*[-–—]|(?:Seite|Blatt|Page|S\.|Bl\.)\s*:?\s*(\d{1,4})(?:\s*(?:von|/|of)\s*\d{1,4})?)",
    re.IGNORECASE,
)
"""A line that can be nothing else, however few pages there are: "- 4 -", "Seite 4 von 12"."""
BARE_NUMBER = re.compile(r"(\d{1,4})(?:\s*(?:/|von|of)\s*\d{1,4})?")
"""A line that may be a page's number: "4", "4/12"."""
FRAMED_NUMBER = re.compile(r"(?:\[\s*\d{1,4}\s*\]|\(\s*\d{1,4}\s*\)|<\s*\d{1,4}\s*>|([~*|·•])\s*\d{1,4}\s*\1)")
"""Another: "[4]", "~ 4 ~"."""
ROMAN_NUMBER = re.compile(r"(?:Seite\s+)?[-–—(\[]?\s*([ivxl]{1,7}|[IVXL]{1,7})\s*[-–—)\]]?")
"""Another, before the text itself begins: "iv", "- IV -"."""
ROMANS = {
    f"{tens}{ones}": 10 * ten + one
    for ten, tens in enumerate(("", "X", "XX", "XXX", "XL", "L"))
    for one, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
}
COUNTS_ITEMS = re.compile(
    r"\W*(?:TOP|Punkt|Tagesordnungspunkt|Ziffer|Nr|Nummer|Antrag|Anlage|Artikel|Abschnitt|Kapitel|Teil|Frage|Vorlage"
    r"|Drucksache|Beschluss|Abschn|Los|Variante|§|Ö|N)\b", re.IGNORECASE,
)  # fmt: skip
"""Starts a line whose number counts something else than pages, though it may grow with them."""
RESULT = re.compile(
    r"\b(?:einstimmig\w*|mehrheitlich\w*|abgelehnt|angenommen|zugestimmt|beschlossen|ablehnung|zustimmung|vertagt|verwiesen"
    r"|kenntnis\w*|ja|nein|ja-\w+|nein-\w+|enthaltung\w*|abstimmung\w*|beschluss|beschlussvorschlag|befangen\w*"
    r"|zurückgezogen|zurückgestellt|abgesetzt|erledigt|gewählt)\b", re.IGNORECASE,
)  # fmt: skip
"""A line with one of these may be what was decided. "Beschlussprotokoll der 5. Sitzung" has none."""

_Running = tuple[str, int | None]
"""A line as it is on every page: with "#" for the number, which is the page's own plus the second."""
ROMAN = "#roman"
"""The line of a Roman number: two pages with "I" and "II" at their edge may be two parts of a text."""


def without_running_lines(pages: Sequence[list[str]]) -> list[list[str]]:
    """The lines of each page without heads, feet and page numbers.

    Two pages are too few to tell a head from the same title twice: only the second loses a line that both have.
    """
    rest = [list(lines) for lines in pages]
    for edge in EDGES:
        _peel(rest, edge)
    return rest


def _peel(pages: list[list[str]], edge: Edge) -> None:
    """Takes the outermost lines off as long as they run, all pages side by side."""
    seen: defaultdict[_Running, set[int]] = defaultdict(set)
    at = 0 if edge == "head" else -1
    numbered: set[int] = set()
    keys: dict[int, list[_Running]] = {}
    uncovered: Iterable[int] = range(len(pages))
    for _ in range(ZONE):
        for page in uncovered:
            lines = pages[page]
            while lines and not lines[at].strip():
                del lines[at]
            keys[page] = _keys(lines[at], page) if lines else []
            for key in keys[page]:
                seen[key].add(page)
        known = {key for found in keys.values() for key in found if len(seen[key]) > 1}
        runs = {key: on for key in known if (on := _pages_that_run(key, seen[key], len(pages)))}
        taken = [
            page
            for page, found in keys.items()
            if any(page in runs.get(key, ()) for key in found) and not RESULT.search(pages[page][at])
        ]
        for page in set(uncovered) - numbered - set(taken):
            if pages[page] and _is_page_number(pages[page][at].strip()):
                numbered.add(page)
                taken.append(page)
        if not taken:
            return
        for page in taken:
            del pages[page][at]
        uncovered = taken


def _is_page_number(line: str) -> bool:
    return len(line) <= LONGEST_NUMBER and PAGE_NUMBER.fullmatch(line) is not None


def _pages_that_run(key: _Running, found: set[int], pages: int) -> set[int]:
    """The pages that lose the line."""
    text, offset = key
    if offset is None and _is_sentence(text):
        return found if len(found) >= max(FEWEST_PAGES, SHARE_OF_SENTENCES * pages) else set()
    if len(found) >= FEWEST_PAGES:
        return found if len(found) >= SHARE * (max(found) - min(found) + 1) else set()
    if pages == len(found) == FEWEST_PAGES - 1 and text != ROMAN:
        return found if offset is not None else {max(found)}
    return set()


def _is_sentence(text: str) -> bool:
    return text.endswith(ENDS_OF_SENTENCES) or (text.startswith("(") and text.endswith(")"))


def _keys(line: str, page: int) -> list[_Running]:
    """All that a line could be a case of."""
    if not line or len(line) > LONGEST_LINE:
        return []
    text = " ".join(line.split())
    if not NUMBER.search(text):
        roman = ROMAN_NUMBER.fullmatch(text) if len(text) <= LONGEST_NUMBER else None
        if roman and (number := ROMANS.get(roman[1].upper())):
            return [(ROMAN, number - page)]
        return [(text, None)]
    keys: list[_Running] = [] if BARE_NUMBER.fullmatch(text) else [(text, None)]
    may_be_the_pages = _is_named if COUNTS_ITEMS.match(text) else _may_be_the_pages
    keys.extend(
        (f"{text[: found.start()]}#{text[found.end() :]}", int(found.group()) - page)
        for found in NUMBER.finditer(text)
        if may_be_the_pages(text, found)
    )
    return keys


def _is_named(text: str, found: re.Match[str]) -> bool:
    return NAMED_NUMBER.search(text[: found.start()]) is not None


def _may_be_the_pages(text: str, found: re.Match[str]) -> bool:
    """A number at the line's start or end, or one that is called a page's: not the 3 of "am 3. Mai in Raum 12a"."""
    if found.end() == len(text) or _is_named(text, found):
        return True
    behind = text[found.end() :]
    return (
        (found.start() == 0 and behind[0] in " |-–/")
        or BARE_NUMBER.fullmatch(text) is not None
        or FRAMED_NUMBER.fullmatch(text) is not None
        or behind in ("-", " -", "–", " –")
    )

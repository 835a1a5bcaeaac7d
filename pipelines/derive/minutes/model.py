"""What goes into the cutting of minutes and what comes out."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class AgendaEntry:
    """One line of a meeting's agenda, as the council's system lists it."""

    id: str
    number: str | None
    """As on the agenda: "Ö 7.1", "3.", "II."; not unique in a meeting."""
    name: str | None
    position: int
    public: bool | None


@dataclass(frozen=True, kw_only=True)
class Part:
    """The minutes of one agenda item, or of several that were taken together."""

    agenda_items: tuple[str, ...]
    """Ids of the entries it is about; empty where the minutes head something that no entry fits."""
    number: str | None
    """As printed in the minutes: "7.1", "8 und 9"; None where only the title is printed."""
    heading: str
    """Number and title as printed, on one line, hyphenation at line ends mended."""
    text: str
    """Word for word what stands below the heading: the end of `span`."""
    first_page: int
    last_page: int
    """Pages count from 1."""
    span: tuple[int, int]
    """Heading and text in the pages joined by a line feed. ``span[1] - len(text)`` is where the text begins."""


@dataclass(frozen=True, kw_only=True)
class Cut:
    """Minutes cut by agenda item. Head, parts and tail follow each other without a gap, and nothing is dropped."""

    parts: tuple[Part, ...]
    """In the order of the minutes. Parts are not nested; an item taken up again has two."""
    attendance: str | None
    """Who was there and who was not: a piece of head or tail, word for word; None where no list is found."""
    head: str
    """What stands before the first part; everything where no part was found."""
    tail: str
    """What stands after the last part: closing words, signatures, lists."""
    complaints: tuple[str, ...]
    """For people: what was expected and not found."""

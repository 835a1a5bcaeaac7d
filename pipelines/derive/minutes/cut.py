"""Cuts the text of minutes by agenda item."""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from pipelines.derive.minutes.agenda import Agenda
from pipelines.derive.minutes.attendance import find_attendance
from pipelines.derive.minutes.choice import choose
from pipelines.derive.minutes.contents import Listing, lists_of_items
from pipelines.derive.minutes.ending import end_of_text, start_of_annexes
from pipelines.derive.minutes.headings import Heading, Reader
from pipelines.derive.minutes.lines import Line, read_lines
from pipelines.derive.minutes.model import AgendaEntry, Cut, Part
from pipelines.derive.minutes.pieces import Piece, join
from pipelines.derive.minutes.titles import compact
from pipelines.derive.minutes.words import SECTION

HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\xad\ufffe]\s*\n\s*(?=[a-zäöüß])|[\xad\ufffe]\s*")  # "Beschluss-\nvorlage"


def cut_minutes(pages: Sequence[str], agenda: Sequence[AgendaEntry]) -> Cut:
    """The minutes of a meeting, or of one item, given page by page, cut by the items of the meeting's `agenda`.

    A text is tied to an item by the item's title, or by its number where the words beside it do not speak against it.
    A heading that fits no item has a part without one. Where nothing fits, all is head and a complaint says so.
    """
    text = "\n".join(pages)
    lines = read_lines(pages)
    items = Agenda(agenda)
    body = _without_annexes(lines, items)
    headings, listings = _headings(Reader(body, items), body, items)
    listed = {index for one in listings for index in one.lines}
    pieces = join(_pieces(headings, _parting_lines(body, listed), body, len(text)), text)
    begin, tail = len(text), len(text)
    if pieces:
        end = lines[len(body)].start if len(body) < len(lines) else len(text)
        begin, tail = pieces[0].start, _tail(pieces[-1], body, end)
        pieces[-1] = replace(pieces[-1], body=min(pieces[-1].body, tail), end=tail)
    starts = list(accumulate((len(page) + 1 for page in pages), initial=0))
    parts = tuple(_part(piece, text, lines, starts) for piece in pieces)
    before, after = [one for one in lines if one.start < begin], [one for one in lines if one.start >= tail]
    listing = {lines[index] for one in listings if one.titled for index in one.lines}
    attendance = find_attendance(before, listing) or find_attendance(after, listing)
    return Cut(
        parts=parts,
        attendance=text[slice(*attendance)] if attendance else None,
        head=text[:begin],
        tail=text[tail:],
        complaints=tuple(_complaints(parts, items, lines)),
    )


def _without_annexes(lines: Sequence[Line], agenda: Agenda) -> Sequence[Line]:
    """The lines up to the papers bound behind the minutes; all of them where an item is headed only behind."""
    end = start_of_annexes(lines)
    if end == len(lines):
        return lines
    titled = [one for one in _candidates(Reader(lines, agenda), lines, set()) if one.proof == "title"]
    before = {place for one in titled if one.first < end for place in one.places}
    behind = {place for one in titled if one.first >= end for place in one.places}
    return lines[:end] if behind <= before else lines


def _headings(reader: Reader, lines: Sequence[Line], agenda: Agenda) -> tuple[list[Heading], list[Listing]]:
    """The lines that head an item, and those that only list items."""
    listings = lists_of_items(_candidates(reader, lines, set()), lines, len(agenda.items))
    listed = {index for one in listings for index in one.lines}
    return choose(_candidates(reader, lines, listed), lines, items=len(agenda.items)), listings


def _candidates(reader: Reader, lines: Sequence[Line], listed: set[int]) -> list[Heading]:
    parting = _parting_lines(lines, listed)
    public, covered = True, -1
    found: list[Heading] = []
    for index in range(len(lines)):
        if index in parting:
            public = parting[index]
        elif index > covered and index not in listed and (heading := reader.heading(index, public)):
            found.append(heading)
            covered = heading.last
    return found


def _parting_lines(lines: Sequence[Line], listed: set[int]) -> dict[int, bool]:
    """Indexes of "II. Nichtöffentlicher Teil", with whether what follows is public."""
    parting = {}
    for index, line in enumerate(lines):
        if index in listed or line.furniture or len(line.text) > 90:
            continue
        if match := SECTION.fullmatch(compact(line.text)):
            parting[index] = match["hidden"] is None
    return parting


def _pieces(headings: Sequence[Heading], parting: dict[int, bool], lines: Sequence[Line], end: int) -> list[Piece]:
    """From the first item on; what stands between a parting line and the next item is of no item."""
    begun: list[Piece] = []
    for heading in headings:
        last = lines[heading.last]
        body = last.end if heading.rest_at is None else last.start + heading.rest_at
        number = heading.mark.printed if heading.mark else None
        begun.append(Piece(heading.items, number, lines[heading.first].start, body, end))
    for index in parting:
        if begun and lines[index].start > begun[0].start:
            begun.append(Piece((), None, lines[index].start, lines[index].end, end))
    begun.sort(key=lambda one: one.start)
    return [replace(one, end=following.start) for one, following in pairwise(begun)] + begun[-1:]


def _tail(piece: Piece, lines: Sequence[Line], end: int) -> int:
    own = [line for line in lines if line.start >= piece.body]
    index = end_of_text(own)
    return end if index is None else own[index].start


def _part(piece: Piece, text: str, lines: Sequence[Line], starts: Sequence[int]) -> Part:
    end = piece.body + len(text[piece.body : piece.end].rstrip())
    first, last = (bisect_left(lines, offset, key=lambda line: line.start) for offset in (piece.start, piece.body))
    head = [text[line.start : min(line.end, piece.body)] for line in lines[first:last] if not line.furniture]
    return Part(
        agenda_items=tuple(item.id for item in piece.items),
        number=piece.number,
        heading=" ".join(HYPHENATED.sub("", "\n".join(head)).split()),
        text=text[piece.body : piece.end],
        first_page=_page(piece.start, starts),
        last_page=_page(max(piece.start, end - 1), starts),
        span=(piece.start, piece.end),
    )


def _page(offset: int, starts: Sequence[int]) -> int:
    """`starts` has one more than there are pages: where another would begin."""
    return min(bisect(starts, offset), len(starts) - 1)


def _complaints(parts: Sequence[Part], agenda: Agenda, lines: Sequence[Line]) -> Iterator[str]:
    if not lines:
        yield "The minutes hold no text."
        return
    found = {one for part in parts for one in part.agenda_items}
    if not found:
        yield f"None of the {len(agenda.items)} agenda items is headed in the minutes: nothing is cut."
        return
    strangers = [part.heading for part in parts if not part.agenda_items and part.number]
    if strangers:
        yield f"{len(strangers)} headings fit no agenda item: " + "; ".join(one[:60] for one in strangers[:5])
    if len(found) > 1:
        missing = [item for item in agenda.items if item.id not in found and item.public is not False]
        if missing:
            names = ", ".join((item.number.key if item.number else item.title.name[:40]) for item in missing[:12])
            yield f"{len(missing)} of {len(agenda.items)} agenda items have no part: {names}"

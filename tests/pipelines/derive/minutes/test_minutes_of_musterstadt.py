"""Every item of the sample town's minutes, cut out of their PDFs, against the model they were made from."""

from collections import Counter

import pytest

from pipelines.derive.minutes import AgendaEntry, cut_minutes
from scraper.sample.faces.pdf import render
from scraper.sample.generate import make_town
from scraper.sample.town import File, Meeting, Town

pdfium = pytest.importorskip("pypdfium2")


@pytest.fixture(scope="module")
def town() -> Town:
    return make_town(seed=3)


def read(town: Town, file: File) -> list[str]:
    document = pdfium.PdfDocument(render(town, file))
    return [document[page].get_textpage().get_text_range() for page in range(len(document))]


def agenda(meeting: Meeting) -> list[AgendaEntry]:
    return [
        AgendaEntry(id=str(item.id), number=item.number, name=item.name, position=item.position, public=item.public)
        for item in meeting.agenda
    ]


def test_each_item_has_its_part(town: Town) -> None:
    for meeting in town.meetings:
        if meeting.minutes_id is None:
            continue
        found = cut_minutes(read(town, town.file_of[meeting.minutes_id]), agenda(meeting))
        dealt_with = [item for item in meeting.agenda if item.public and not item.heading]
        assert Counter(one for part in found.parts for one in part.agenda_items) == {
            str(one.id): 1 for one in dealt_with
        }
        part_of = {one: part for part in found.parts for one in part.agenda_items}
        for item in dealt_with:
            part = part_of[str(item.id)]
            assert part.heading == f"TOP {item.number} {item.name}"
            assert "TOP" not in part.text
            assert item.paper_id is None or town.paper_of[item.paper_id].reference in part.text
        assert found.attendance is not None
        assert found.attendance.startswith("Anwesend")
        assert "Sitzungsleitung" in found.tail
        assert found.complaints == ()


def test_extracts(town: Town) -> None:
    extracts = [file for file in town.files if file.kind == "extract" and file.agenda_item_id is not None]
    assert extracts
    for file in extracts:
        meeting = town.meeting_of[town.agenda_item_of[file.agenda_item_id or 0].meeting_id]
        found = cut_minutes(read(town, file), agenda(meeting))
        assert [part.agenda_items for part in found.parts] == [(str(file.agenda_item_id),)]

"""Musterstadt's PDFs: real text in them, which says what the model says."""

import re
import zlib

import pytest

from scraper.sample.faces.documents import blocks_of
from scraper.sample.faces.pdf import render
from scraper.sample.generate import make_town
from scraper.sample.town import File, Meeting

town = make_town()
concept_meeting = town.meeting_of[town.concept_day.meeting_id]
SHOWN = re.compile(rb"\(((?:\\.|[^\\()])*)\) Tj")
"""A piece of text in a page's content stream: ``(Niederschrift) Tj``"""


def text_of(pdf: bytes) -> str:
    """The text as a simple extractor sees it, a line for each piece."""
    lines: list[str] = []
    for stream in re.findall(rb"stream\n(.*?)\nendstream", pdf, flags=re.DOTALL):
        content = zlib.decompress(stream)
        lines += [re.sub(rb"\\(.)", rb"\1", one).decode("windows-1252") for one in SHOWN.findall(content)]
    return "\n".join(lines)


def words_of(file: File) -> str:
    return " ".join(f"{block.label} {block.text}" for block in blocks_of(town, file))


def minutes() -> list[tuple[Meeting, File]]:
    return [(one, town.file_of[one.minutes_id]) for one in town.meetings if one.minutes_id]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


class TestPdf:
    @pytest.mark.parametrize("kind", ["invitation", "minutes", "paper", "attachment", "extract"])
    def test_its_text_is_that_of_the_blocks_umlauts_and_all(self, kind: str) -> None:
        file = next(one for one in town.files if one.kind == kind)
        text = squeezed(text_of(render(town, file)))
        for block in blocks_of(town, file):
            if len(block.text) < 60:  # longer ones may be broken by a page's head
                assert squeezed(block.text) in text

    def test_the_same_bytes_each_time(self) -> None:
        file = town.file_of[concept_meeting.minutes_id or 0]
        assert render(town, file) == render(make_town(), file)

    def test_long_minutes_go_over_several_pages(self) -> None:
        longest = max((file for _, file in minutes()), key=lambda file: len(words_of(file)))
        assert "Seite 2" in text_of(render(town, longest))


class TestMinutes:
    def test_every_public_item_is_in_them_and_no_other(self) -> None:
        for meeting, file in minutes():
            text = words_of(file)
            for item in meeting.agenda:
                line = f"{item.number} {item.name}" if item.heading else f"TOP {item.number} {item.name}"
                assert (line in text) == item.public, line

    def test_every_vote_has_its_result(self) -> None:
        for meeting, file in minutes():
            labels = [block.label for block in blocks_of(town, file) if block.label.startswith("Abstimmungsergebnis")]
            assert len(labels) == sum(len(item.votes) for item in meeting.agenda)

    def test_numbers_are_those_of_the_votes(self) -> None:
        taken = re.compile(r"Ja: (\d+), Nein: (\d+), Enthaltungen: (\d+), Befangen: (\d+)")
        for meeting, file in minutes():
            counted = {(one.yes, one.no, one.abstain, one.biased) for item in meeting.agenda for one in item.votes}
            found = {tuple(int(one) for one in numbers) for numbers in taken.findall(words_of(file))}
            assert found <= counted

    def test_those_present_are_named_and_counted(self) -> None:
        for meeting, file in minutes():
            present = next(one.text for one in blocks_of(town, file) if one.label.startswith("Stimmberechtigte"))
            assert present.startswith(f"{len(meeting.present_ids)}: ")
            assert all(town.person_of[number].name in present for number in meeting.present_ids)

    def test_the_amendments_to_the_concept_come_before_it(self) -> None:
        text = words_of(town.file_of[concept_meeting.minutes_id or 0])
        places = [
            text.index("Abstimmungsergebnis Änderungsantrag der FDP-Fraktion"),
            text.index("Abstimmungsergebnis Änderungsantrag der Fraktion Bündnis 90/Die Grünen"),
            text.index("Änderungen", text.index("Abstimmungsergebnis Änderungsantrag der Fraktion Bündnis 90")),
        ]
        assert places == sorted(places)


class TestPaper:
    def test_it_names_its_number_and_its_way(self) -> None:
        paper = town.paper_of[town.concept_day.paper_id]
        text = words_of(town.file_of[paper.file_id])
        assert paper.reference in text
        for station in paper.consultations:
            assert f"{town.organization_of[station.organization_id].name}   {station.role}" in text

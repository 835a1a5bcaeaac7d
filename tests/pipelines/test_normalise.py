from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from pipelines.normalise import normalise
from pipelines.records import Record
from scraper.items import AgendaItem, FileLink, Item, Meeting, Membership, Paper, Person, PressRelease
from scraper.sources import Source

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
TOWN = Source(key="town", name="Town", system="oparl", url="http://127.0.0.1/")


def record(item: Item) -> Record:
    return normalise(item, TOWN, NOW)


@pytest.mark.parametrize(
    ("start_text", "end_text", "context", "start", "end", "precision"),
    [
        ("2017-03-10T17:00:00+01:00", None, None, "2017-03-10T17:00:00+01:00", None, "minute"),
        (
            "2017-03-10T17:00:00+01:00",
            "2017-03-10T19:00:00+01:00",
            None,
            "2017-03-10T17:00:00+01:00",
            "2017-03-10T19:00:00+01:00",
            "minute",
        ),
        # a time that stands for "unknown"
        ("2017-03-10T00:00:00+01:00", None, None, "2017-03-10", None, "day"),
        ("2017-03-10T17:00:00+01:00", "2017-03-11T00:00:00+01:00", None, "2017-03-10T17:00:00+01:00", None, "minute"),
        # an end before its start
        ("2017-03-10T17:00:00+01:00", "2017-03-10T16:00:00+01:00", None, "2017-03-10T17:00:00+01:00", None, "minute"),
        # both in one text, the day from the page
        (
            "17:00-18:26 Uhr",
            None,
            "2026-09-01",
            "2026-09-01T17:00:00+02:00",
            "2026-09-01T18:26:00+02:00",
            "minute",
        ),
        # an end that is a time only belongs to the day of the start
        (
            "01.09.2026, 17:00 Uhr",
            "18:26 Uhr",
            None,
            "2026-09-01T17:00:00+02:00",
            "2026-09-01T18:26:00+02:00",
            "minute",
        ),
        # it ends after midnight, in another offset than it began
        (
            "2026-10-24T23:30:00+02:00",
            "2026-10-25T02:45:00+01:00",
            None,
            "2026-10-24T23:30:00+02:00",
            "2026-10-25T02:45:00+01:00",
            "minute",
        ),
    ],
)
def test_when_a_meeting_was(
    start_text: str, end_text: str | None, context: str | None, start: str, end: str | None, precision: str
) -> None:
    meeting = Meeting(vendor_id="1", start_text=start_text, end_text=end_text, date_context=context)
    values = record(meeting).values
    assert (values["start"], values["end"], values["precision"]) == (start, end, precision)
    assert (values["start_text"], values["end_text"]) == (start_text, end_text)


def test_what_can_not_be_read_is_empty_and_its_text_stays() -> None:
    made = record(Meeting(vendor_id="1", start_text="nach Vereinbarung"))
    assert (made.values["start"], made.values["start_text"]) == (None, "nach Vereinbarung")
    (complaint,) = made.complaints
    assert (complaint.came, complaint.severity) == ("nach Vereinbarung", "warning")


def test_a_date_field_without_text_column_keeps_its_text_in_other() -> None:
    made = record(Membership(vendor_id="1", start_date="seit der Wahl"))
    assert (made.values["start_date"], made.values["other"]) == (None, '{"start_date": "seit der Wahl"}')
    assert len(made.complaints) == 1


def test_a_meeting_far_in_the_future_is_archived_and_complained_about() -> None:
    made = record(Meeting(vendor_id="1", start_text="01.01.2030 01:00 Uhr"))
    assert made.values["start"] == "2030-01-01T01:00:00+01:00"
    assert "2030" in made.complaints[0].came


def test_two_dates_that_run_together_are_published_and_modified() -> None:
    values = record(PressRelease(vendor_id="1", published_text="10. März 201716. März 2017")).values
    assert (values["published"], values["modified"], values["precision"]) == ("2017-03-10", "2017-03-16", "day")


def test_a_date_of_its_own_says_when_a_release_was_modified() -> None:
    release = PressRelease(vendor_id="1", published_text="12.3.2017", modified_text="2017-03-14T09:00:00+01:00")
    assert record(release).values["modified"] == "2017-03-14T09:00:00+01:00"


def test_references_become_our_ids() -> None:
    base = "https://ris.example.org/oparl/bodies/0001"
    item = AgendaItem(
        vendor_id=f"{base}/agendaitems/56166",
        meeting=f"{base}/meetings/6155",
        files=[FileLink(file=f"{base}/files/624217", role="auxiliaryFile")],
    )
    made = record(item)
    assert (made.id, made.values["meeting_id"]) == ("town-agenda-item-56166", "town-meeting-6155")
    assert made.links["files"] == [{"file_id": "town-file-624217", "role": "auxiliaryFile"}]


def test_lists_and_vendor_fields_become_json_and_empty_ones_nothing() -> None:
    values = record(Person(vendor_id="1", title=["Dr."], other={"ACME:order": 3})).values
    assert (values["title"], values["status"], values["other"]) == ('["Dr."]', None, '{"ACME:order": 3}')


@pytest.mark.parametrize(("text", "day"), [("2017-03-10", "2017-03-10"), ("2017-03-10T12:00:00+01:00", "2017-03-10")])
def test_papers_have_a_day_and_a_kind(text: str, day: str) -> None:
    values = record(Paper(vendor_id="1", date_text=text, paper_type="Änderungsantrag")).values
    assert (values["date"], values["date_text"], values["kind"]) == (day, text, "amendment")


def test_a_release_is_of_the_sources_party() -> None:
    greens = replace(TOWN, system="press", party="Bündnis 90/Die Grünen")
    assert normalise(PressRelease(vendor_id="1"), greens, NOW).values["party"] == "Bündnis 90/Die Grünen"


@pytest.mark.parametrize(
    ("modified", "deleted_at"), [("2026-08-01T10:00:00+02:00", "2026-08-01T10:00:00+02:00"), (None, NOW.isoformat())]
)
def test_a_deletion_happened_when_the_source_says_or_else_now(modified: Any, deleted_at: str) -> None:
    assert record(Paper(vendor_id="1", deleted=True, modified=modified)).deleted_at == deleted_at

"""Dates in running texts: where they stand, one or several, long texts, the recorded table."""

import warnings
from pathlib import Path

import pytest

from pipelines.german.dates import DateReading, as_json, find_dates, read_date
from tests.support.date_readings import readings

CORPUS_TABLE = Path(__file__).resolve().parents[3] / "../shared/corpus/dates.tsv"


@pytest.mark.parametrize(
    ("text", "context", "found"),
    [
        ("10. März 2017, 17:00 Uhr", None, ["10. März 2017, 17:00 Uhr"]),
        ("Titel 10. März 201716. März 2017 Text", None, ["10. März 2017", "16. März 2017"]),
        ("im  Jahr 2017.", None, ["Jahr 2017"]),
        ("Januar, Februar und März 2017", None, ["Januar", "Februar", "März 2017"]),
        ("1 Mai 10, 2017", "2017", ["1 Mai 10"]),
        ("vom 2., 3. und 4. April 2025", None, ["2.", "3.", "4. April 2025"]),
        ("Termine: September 2026!", None, ["September 2026"]),
        ("  17:00 - 18:30 Uhr ", "2026-09-28", ["17:00 - 18:30 Uhr"]),
        (" 1\n", "2026-09", ["1"]),
        ("\u00ad\u200bam 10.\u200b Mä\u00adrz 2017\u200b, 3.4.2017", None, ["10.\u200b Mä\u00adrz 2017", "3.4.2017"]),
        ("am 10. Okto-\nber 2020 und 11.10.2020", None, ["10. Okto-\nber 2020", "11.10.2020"]),
    ],
)
def test_spans_are_places_in_the_text_as_it_is(text: str, context: str | None, found: list[str]) -> None:
    assert [text[slice(*date.span)] for date in find_dates(text, context)] == found


def test_read_date_wants_one_date() -> None:
    assert read_date("am 10. März 2017") == DateReading("2017-03-10", None, "day", (3, 16))
    assert read_date("10.03.2017 (10. März 2017)") == DateReading("2017-03-10", None, "day", (0, 10))
    assert read_date("10.03.2017 oder 11.03.2017") is None
    assert read_date("demnächst") is None


def test_dateparser_reads_other_orders_but_fills_up_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_date("2017, 10. März") == DateReading("2017-03-10", None, "day", (0, 14))
        assert find_dates("2017, 10. März") == []
        for unsaid in (
            "März, der 10.",
            "März 17",
            "31 Februar, 2017",
            "2017, 31. Februar",
            "gestern um 10",
            "vor 2 Jahren im Mai",
        ):
            assert read_date(unsaid) is None


def test_json_is_plain_data() -> None:
    assert as_json("10. März 2017, 17:00 Uhr") == {
        "text": "10. März 2017, 17:00 Uhr",
        "dates": [{"start": "2017-03-10T17:00:00+01:00", "end": None, "precision": "minute", "span": [0, 24]}],
    }
    assert as_json("keines") == {"text": "keines", "dates": []}


def test_a_running_text() -> None:
    text = (
        "Niederschrift der 12. Sitzung\n28. Juni 2022, 15:30 Uhr\nPunkt 18.1: Zukunft (Vorlage 2022/0562)\n"
        "Der Rat hat am 3. Mai 2.500.000 Euro für 2023 bewilligt; die Satzung vom 1.1.2019 gilt bis 31.\n"
        "Dezember 2024. Die Sitzung endet um 19:20 Uhr.\n\n– 2 –\n13. Juli 2022"
    )
    assert [date.start for date in find_dates(text)] == [
        "2022-06-28T15:30:00+02:00",
        "2019-01-01",
        "2024-12-31",
        "2022-07-13",
    ]
    assert "2023-05-03" in [date.start for date in find_dates(text, context="2023")]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1. ",
        "10.03.",
        "10. März - ",
        "17:00 ",
        "2017 ",
        "a-\n",
        "\u00ad1",
        "10. März 20179. März 2017",
        "30.02. ",
        "Mai, Juni, ",
        " ",
        "Mo., ",
        "\ud800",
    ],
)
def test_very_long_texts_are_read(piece: str) -> None:
    dates = find_dates(piece * 20_000 + " 10. März 2017")
    assert dates[-1].start == "2017-03-10"


def _corpus_rows() -> list[list[str]]:
    if not CORPUS_TABLE.exists():
        return []
    lines = CORPUS_TABLE.read_text(encoding="utf-8").split("\n")
    return [line.split("\t")[:3] for line in lines[1:] if line]


@pytest.mark.skipif(not CORPUS_TABLE.exists(), reason="the recorded corpus is not here")
@pytest.mark.parametrize(("text", "expected", "context"), _corpus_rows())
def test_the_corpus_reads_as_written_there(text: str, expected: str, context: str) -> None:
    assert readings(text, context or None) == expected.removeprefix("-")

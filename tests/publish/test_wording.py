import pytest
from datasette.filters import Filters

from pipelines.archive import RunCounts
from pipelines.verdict import Verdict
from publish import wording


@pytest.mark.parametrize(
    ("column", "value", "word"),
    [
        ("kind", "motion", "Antrag"),
        ("kind", "etwas Neues", "etwas Neues"),
        ("public", 1, "ja"),
        ("public", "0", "nein"),
        ("position", 1, "1"),
        ("role", "mainFile", "Hauptdokument"),
        ("role", "Vorsitz", "Vorsitz"),
        ("verdict", "suspicious", "auffällig"),
        ("verdict", "interrupted", "abgebrochen"),
    ],
)
def test_codes_have_words(column: str, value: object, word: str) -> None:
    assert wording.code_word(column, value) == word


def test_headings_stand_before_the_first_colon() -> None:
    description = "Aktenzeichen: die Nummer, zum Beispiel: A-12"
    assert wording.heading_of(description, "reference") == "Aktenzeichen"
    assert wording.explanation_of(description) == "die Nummer, zum Beispiel: A-12"
    assert wording.heading_of(None, "record_table") == "record table"


def test_a_table_page_says_what_it_shows() -> None:
    filters = [("kind", "exact", "motion"), ("date", "gte", "2026"), ("result", "isnull", "1")]
    line = wording.describe(filters, str.title, "Radweg", None, "date")
    assert line == (
        "Suche nach „Radweg“ · Kind ist gleich „Antrag“ · Date ab (≥) „2026“ · Result fehlt"
        " · sortiert nach Date (absteigend)"
    )
    assert wording.describe([], str.title, "", None, None) == ""


def test_every_filter_of_datasette_has_german_words() -> None:
    assert {key for key, *_ in Filters([]).lookups()} == set(wording.OPERATORS)


MISSING = "9 of 20 papers are missing all at once; none was marked"


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (
            Verdict.of(RunCounts(), "full", "shutdown", [], None),
            "von Hand beendet; das Gelesene bleibt, der nächste Lauf macht weiter",
        ),
        (Verdict.of(RunCounts(errors=2), "full", None, [], None), "nichts war lesbar (Fehler: 2)"),
        (
            Verdict.of(RunCounts(items=4, errors=1), "full", None, [], 10),
            "nicht lesbare Antworten: 1; nur 4 Einträge gelesen, im letzten guten vollständigen Lauf waren es 10",
        ),
        (
            Verdict.of(RunCounts(items=1), "full", None, [MISSING], 1),
            "9 von 20 Einträgen fehlen auf einmal (papers)",
        ),
        (Verdict.of(RunCounts(), "full", "archive.db: disk full", [], None), "archive.db: disk full"),
    ],
)
def test_the_reason_of_a_run_is_told_in_german(verdict: Verdict, words: str) -> None:
    assert wording.reason(verdict.reason) == words

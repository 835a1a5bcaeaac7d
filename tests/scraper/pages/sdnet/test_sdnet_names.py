import pytest

from scraper.pages.council.moments import without_cancellation
from scraper.pages.sdnet.names import (
    Once,
    day_of_meeting,
    item_id,
    meeting_id,
    paper_id,
    person_id,
    person_name,
    slug,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("T 02/325/26", "t-02-325-26"),
        ("926 /XI.", "926-xi"),
        ("FB 2/324/26 1. Ergänzung", "fb-2-324-26-1-ergaenzung"),
        ("Straße & Größe", "strasse-groesse"),
        ("Größe", "groesse"),  # the letter and its dots apart
        ("Café Señor", "cafe-senor"),
        (" - ", ""),
    ],
)
def test_names_are_made_of_letters_and_digits(text: str, name: str) -> None:
    assert slug(text) == name


@pytest.mark.parametrize(
    ("organ", "when", "name"),
    [
        ("Rat", "Di, 29.09.2026 16:30 Uhr", "rat-2026-09-29"),
        ("Rat", "Di, 29.09.2026 16:34 Uhr", "rat-2026-09-29"),  # corrected by the minutes
        ("Rat - entfällt -", "29.9.2026", "rat-2026-09-29"),
        ("ABGESAGT: Rat", "29.09.2026", "rat-2026-09-29"),
        ("Rat", "wird noch genannt", None),
        ("", "29.09.2026", None),
    ],
)
def test_a_sitting_is_named_by_committee_and_day(organ: str, when: str, name: str | None) -> None:
    assert meeting_id(organ, when) == name


def test_a_committee_with_a_long_name_keeps_the_day() -> None:
    named = meeting_id("Ausschuss für Dinge " * 12, "29.09.2026")
    assert named
    assert named.endswith("-2026-09-29")
    assert len(named) < 85
    assert day_of_meeting(named) == "2026-09-29"


def test_the_words_about_a_cancellation_are_no_part_of_the_committee() -> None:
    assert without_cancellation("Ausschuss für Entfallenes") == "Ausschuss für Entfallenes"
    assert without_cancellation("Werkausschuss (abgesagt)") == "Werkausschuss"


@pytest.mark.parametrize(
    ("paper", "key", "public", "number", "name"),
    [
        ("bv-1-27", "505_7", True, "3.", "rat-2027-03-18-bv-1-27"),
        (None, "200_16903", True, "3.", "rat-2027-03-18-200-16903"),
        (None, None, True, "3.1", "rat-2027-03-18-3-1"),
        (None, None, False, "3.1", "rat-2027-03-18-n3-1"),
        (None, None, True, "", None),
    ],
)
def test_an_item_is_named_by_its_paper_or_its_record(
    paper: str | None, key: str | None, public: bool, number: str, name: str | None
) -> None:
    assert item_id("rat-2027-03-18", paper, key, public, number) == name


@pytest.mark.parametrize(
    ("text", "form", "name", "named"),
    [
        ("Frau Dr. Wilma Muster", "Frau", "Dr. Wilma Muster", "wilma-muster"),
        ("Wilma Muster", None, "Wilma Muster", "wilma-muster"),
        ("Muster, Wilma", None, "Wilma Muster", "wilma-muster"),
        ("Herrn Prof. Dr. med. Bodo van Beispiel", "Herr", "Prof. Dr. med. Bodo van Beispiel", "bodo-van-beispiel"),
        ("Dipl.-Ing. Otto Probe", None, "Dipl.-Ing. Otto Probe", "otto-probe"),
    ],
)
def test_a_person_keeps_the_name_with_and_without_titles(text: str, form: str | None, name: str, named: str) -> None:
    assert person_name(text) == (form, name)
    assert person_id(text) == person_id(name) == named


def test_a_paper_without_a_number_has_no_name() -> None:
    assert paper_id("\N{NO-BREAK SPACE}") is None


def test_the_second_of_a_name_is_told_apart() -> None:
    once = Once()
    assert [once("a"), once("b"), once("a")] == ["a", "b", "ax2"]

import pytest

from publish import german


@pytest.mark.parametrize(
    ("value", "words", "short"),
    [
        ("2017-03-10T17:00:00+01:00", "Freitag, 10. März 2017, 17:00 Uhr", "10.03.2017, 17:00"),
        ("2026-07-01T10:05:00Z", "Mittwoch, 1. Juli 2026, 12:05 Uhr", "01.07.2026, 12:05"),
        ("2026-12-31T23:30:00+00:00", "Freitag, 1. Januar 2027, 00:30 Uhr", "01.01.2027, 00:30"),
        ("2017-03-10T17:00:00", "Freitag, 10. März 2017, 17:00 Uhr", "10.03.2017, 17:00"),
        ("2017-03-10", "Freitag, 10. März 2017", "10.03.2017"),
        ("2024-02-29", "Donnerstag, 29. Februar 2024", "29.02.2024"),
        ("2017-03", "März 2017", "03.2017"),
        ("2017", "2017", "2017"),
        ("0900-01-01", "Freitag, 1. Januar 900", "01.01.0900"),
        ("2017-02-30", "2017-02-30", "2017-02-30"),
        ("2017-13", "2017-13", "2017-13"),
        ("9999-12-31T23:59:59-01:00", "9999-12-31T23:59:59-01:00", "9999-12-31T23:59:59-01:00"),
        ("demnächst", "demnächst", "demnächst"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_dates(value: str | None, words: str, short: str) -> None:
    assert german.day_in_words(value) == words
    assert german.short_day(value) == short


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2017-03-10T17:00:00+01:00", "2017-03-10T19:30:00+01:00", "Freitag, 10. März 2017, 17:00 bis 19:30 Uhr"),
        (
            "2017-03-10T17:00:00+01:00",
            "2017-03-11T00:30:00+01:00",
            "Freitag, 10. März 2017, 17:00 Uhr, bis Samstag, 11. März 2017, 00:30 Uhr",
        ),
        ("2017-03-10T17:00:00+01:00", None, "Freitag, 10. März 2017, 17:00 Uhr"),
        ("2017-03-10T17:00:00+01:00", "2017-03-10T16:00:00+01:00", "Freitag, 10. März 2017, 17:00 Uhr"),
        ("2017-03-10T17:00:00+01:00", "2017-03-10T17:00:00", "Freitag, 10. März 2017, 17:00 Uhr"),
        ("2017-03-10", "2017-03-12", "Freitag, 10. März 2017"),
        (None, None, ""),
    ],
)
def test_spans(start: str | None, end: str | None, words: str) -> None:
    assert german.span_in_words(start, end) == words


def test_numbers() -> None:
    assert german.number(0) == "0"
    assert german.number(1_234_567) == "1.234.567"
    assert german.counted(1, "Sitzung", "Sitzungen") == "1 Sitzung"
    assert german.counted(1000, "Sitzung", "Sitzungen") == "1.000 Sitzungen"


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0 Byte"), (999, "999 Byte"), (1000, "1,0 kB"), (2_400_000, "2,4 MB"), (3_000_000_000, "3,0 GB")],
)
def test_sizes(value: int, words: str) -> None:
    assert german.size(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('["Rat", "Haushalt"]', ["Rat", "Haushalt"]),
        ("[2017]", ["2017"]),
        ("[]", []),
        ("Rat, Haushalt", ["Rat, Haushalt"]),
        ('{"a": 1}', ['{"a": 1}']),
        ("[kaputt", ["[kaputt"]),
        (None, []),
    ],
)
def test_lists(value: str | None, words: list[str]) -> None:
    assert german.listed(value) == words

"""Times as pages write them, put in one line that pipelines/german/dates.py reads."""

import pytest

from pipelines.german.dates import read_date
from scraper.pages.council.moments import start_text, time_in


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("17:00-18:26 Uhr", "17:00", "18:26"),
        ("17.30", "17:30", None),
        ("17.00 - 18.26", "17:00", "18:26"),
        ("18.00 Uhr", "18:00", None),
        ("18.00\N{NO-BREAK SPACE}Uhr", "18:00", None),
        ("18:00h", "18:00", None),
        ("18.00 h bis 20.00 h", "18:00", "20:00"),
        ("15:00h-15:45h", "15:00", "15:45"),
        ("17:00 Uhr bis 19:00 Uhr", "17:00", "19:00"),
        ("18 Uhr", "18:00", None),
        ("am 02.09.2026 um 18 Uhr", "18:00", None),
    ],
)
def test_a_time_is_read_however_it_is_written(told: str, start: str, end: str | None) -> None:
    found = read_date(start_text("02.09.2026", time_in(told)) or "", None)
    assert found
    assert found.start == f"2026-09-02T{start}:00+02:00"
    assert found.end == (f"2026-09-02T{end}:00+02:00" if end else None)


@pytest.mark.parametrize("told", ["", "Saal 12", "02.09.2026", "Rat, 8. Sitzung", "VO 12.30.1", "Haus 3, 2. OG"])
def test_other_numbers_are_no_times(told: str) -> None:
    assert time_in(told) is None

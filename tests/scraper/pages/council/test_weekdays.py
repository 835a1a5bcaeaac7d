"""Days and the weekdays that stand beside them."""

import pytest

from scraper.pages.council.weekdays import falls_on


@pytest.mark.parametrize("weekday", ["Di", "Di.", "Dienstag", "Tue", " di", "", "Ferien"])
def test_a_day_on_its_weekday_or_beside_another_word(weekday: str) -> None:
    assert falls_on(2027, 3, 2, weekday)


@pytest.mark.parametrize(
    ("month", "day", "weekday"), [(3, 2, "Mi"), (3, 2, "Wed"), (2, 30, ""), (3, 0, "Di"), (13, 2, "Di")]
)
def test_a_day_that_is_not_there_or_on_another_weekday(month: int, day: int, weekday: str) -> None:
    assert not falls_on(2027, month, day, weekday)

"""What holds for every day and every time, not only for those somebody thought of."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.german.dates import DateReading, as_json, find_dates, read_date

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)
SHORT_MONTHS = ("Jan.", "Feb.", "Mrz.", "Apr.", "Mai", "Jun.", "Jul.", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")

SHAPES = {
    "D. MMMM YYYY": lambda day: f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
    "DD. MMMM YYYY": lambda day: f"{day.day:02}. {MONTHS[day.month - 1]} {day.year}",
    "D.MMMMYYYY": lambda day: f"{day.day}.{MONTHS[day.month - 1]}{day.year}",
    "D. MMMM, upper case": lambda day: f"{day.day}. {MONTHS[day.month - 1].upper()} {day.year}",
    "D. MMM YYYY": lambda day: f"{day.day}. {SHORT_MONTHS[day.month - 1]} {day.year}",
    "DD.MM.YYYY": lambda day: f"{day:%d.%m}.{day.year}",
    "D.M.YYYY": lambda day: f"{day.day}.{day.month}.{day.year}",
    "D. M. YYYY": lambda day: f"{day.day}. {day.month}. {day.year}",
    "D.MM. YYYY": lambda day: f"{day.day}.{day:%m}. {day.year}",
    "D.ROMAN.YYYY": lambda day: f"{day.day}.{ROMAN[day.month - 1]}.{day.year}",
    "YYYY-MM-DD": lambda day: f"{day.year}-{day:%m-%d}",
    "DD-MM-YYYY": lambda day: f"{day:%d-%m}-{day.year}",
    "YYYY/MM/DD": lambda day: f"{day.year}/{day:%m/%d}",
    "MMMM D, YYYY": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "WWWW, den D. MMMM YYYY": lambda day: (
        f"{WEEKDAYS[day.weekday()]}, den {day.day}. {MONTHS[day.month - 1]} {day.year}"
    ),
    "WW., DD.MM.YYYY": lambda day: f"{WEEKDAYS[day.weekday()][:2]}., {day:%d.%m}.{day.year}",
}
RUNNING_TOGETHER = ("D. MMMM YYYY", "DD. MMMM YYYY", "D. MMM YYYY", "DD.MM.YYYY", "D.M.YYYY")

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
shapes = st.sampled_from(sorted(SHAPES))
quick = settings(max_examples=150, deadline=None)


@quick
@given(days, shapes)
def test_any_day_in_any_shape_comes_back(day: date, shape: str) -> None:
    text = SHAPES[shape](day)
    reading = read_date(text)
    assert reading is not None
    assert (reading.start, reading.end, reading.precision) == (day.isoformat(), None, "day")
    assert find_dates(f"Beschluss vom {text}, öffentlich") == find_dates(f"Beschluss vom {text}")


@quick
@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_two_digits_of_a_year_are_of_the_hundred_years_from_1969(day: date) -> None:
    assert [reading.start for reading in find_dates(f"am {day:%d.%m.%y} beraten")] == [day.isoformat()]


@quick
@given(days, days, st.sampled_from(RUNNING_TOGETHER), st.sampled_from(RUNNING_TOGETHER))
def test_two_days_run_together_come_back_as_two(first: date, second: date, shape: str, other: str) -> None:
    text = SHAPES[shape](first) + SHAPES[other](second)
    readings = find_dates(f"Titel {text} Text")
    assert [reading.start for reading in readings] == [first.isoformat(), second.isoformat()]
    assert readings[0].span[1] == readings[1].span[0]


@quick
@given(days, st.times(), st.sampled_from(["{:%H:%M}", "{:%H:%M} Uhr", "{:%H.%M} Uhr", "um {:%H:%M} h"]), shapes)
def test_any_time_has_the_offset_of_its_day(day: date, clock: time, written: str, shape: str) -> None:
    (reading,) = find_dates(f"{SHAPES[shape](day)}, {written.format(clock)}")
    moment = datetime(day.year, day.month, day.day, clock.hour, clock.minute, tzinfo=ZoneInfo("Europe/Berlin"))
    assert reading.start == moment.isoformat()
    assert (reading.end, reading.precision) == (None, "minute")


@quick
@given(days, st.integers(1, 40), shapes, st.sampled_from([" - ", " bis ", "–", " bis zum "]))
def test_any_span_has_both_ends(day: date, length: int, shape: str, joint: str) -> None:
    end = min(day + timedelta(days=length), date(2100, 12, 31))
    reading = read_date(f"vom {SHAPES[shape](day)}{joint}{SHAPES[shape](end)}")
    assert reading is not None
    assert (reading.start, reading.end) == (day.isoformat(), end.isoformat())


@quick
@given(days)
def test_a_day_without_its_year_needs_a_context(day: date) -> None:
    for text in (f"{day.day}. {MONTHS[day.month - 1]}", f"am {day:%d.%m.}"):
        assert read_date(text) is None
        assert read_date(text, str(day.year)) == read_date(text, day.isoformat())
        reading = read_date(text, str(day.year))
        assert reading is not None
        assert reading.start == day.isoformat()


def check_places(text: str, readings: list[DateReading]) -> None:
    places = [reading.span for reading in readings]
    assert all(0 <= begin < end <= len(text) for begin, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))


PARTS = st.sampled_from(
    [
        *("1", "2", "10", "12.", "31.", "03.", "2017", "2018", ".03.", ".2017", "20 17", "März", "Mai", "Dez.", "III."),
        *("und", "bis", "-", "–", "/", ",", ":", "am", "den", "Mo.", "Freitag,", "Jahr", "zwischen", "§", "TOP", "Nr."),
        *("Uhr", "17:00", "17.30", "um", "T", "Z", "+01:00", "2017-03-10", "ersten", "€", "letzten", "-\n", "a-\nb"),
        *("\n", "\u00a0", "\u00ad", "\u200b", "\u0308", "ſ", "İ", "\ud800", "²", "٣", "", "MÃ¤rz", "M?rz"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(), st.lists(PARTS).map("".join), st.lists(PARTS).map(" ".join)),
    st.sampled_from([None, "2017", "2017-03", "2017-03-10", "", "Unsinn"]),
)
def test_any_text_is_read_without_raising(text: str, context: str | None) -> None:
    check_places(text, find_dates(text, context))
    for found in as_json(text, context)["dates"]:
        assert found["precision"] in ("minute", "day", "month", "year")
        assert found["end"] is None or found["end"][: len(found["start"])] >= found["start"][: len(found["end"])]


@quick
@given(st.text(st.characters(exclude_categories=["Nd"], exclude_characters="0123456789")))
def test_without_digits_there_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_day_of_a_leap_year(shape: str) -> None:
    for number in range(366):
        day = date(2024, 1, 1) + timedelta(days=number)
        assert [reading.start for reading in find_dates(SHAPES[shape](day))] == [day.isoformat()]

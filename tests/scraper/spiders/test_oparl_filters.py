"""Whether a server honours modified_since, judged by its answers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from scrapy.http import Request

from scraper.pages.oparl import ListPage
from scraper.pages.oparl.addresses import with_query
from scraper.spiders.oparl.filters import FAR_FUTURE, judge, mistrust, moment, written_for_query

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def page(*modified: str | None, total: int | None = None) -> ListPage:
    entries: list[Any] = [{"id": str(number), "modified": one} for number, one in enumerate(modified)]
    return ListPage(tuple(entries), total=total)


OLD = page("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z", total=500)
NEW = page("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z", total=2)


@pytest.mark.parametrize(
    ("sample", "reason"),
    [
        (page(None, None), "carry no modified"),
        (page("gestern"), "carry no modified"),
        (page("2000-01-01T00:00:00+01:00"), "placeholder"),
        (page("1970-01-01", "1970-01-01"), "placeholder"),
        (page(*["2024-05-05T10:00:00Z"] * 3), "the same everywhere"),
    ],
)
def test_modified_that_cannot_be_trusted(sample: ListPage, reason: str) -> None:
    assert reason in (mistrust(sample) or "")


@pytest.mark.parametrize("sample", [OLD, NEW, page("2024-05-05T10:00:00Z"), page(*["2024-05-05T10:00:00Z"] * 2)])
def test_modified_that_may_be_trusted(sample: ListPage) -> None:
    assert mistrust(sample) is None


@pytest.mark.parametrize(
    ("sample", "answer", "honoured"),
    [
        (OLD, NEW, True),
        (OLD, OLD, False),
        (OLD, page("2026-02-01T00:00:00Z", "2020-01-01T00:00:00Z", total=2), False),
        (NEW, page(), False),
        (NEW, None, False),
    ],
)
def test_what_the_answer_alone_decides(sample: ListPage, answer: ListPage | None, honoured: bool) -> None:
    assert judge(sample, answer, SINCE).honoured is honoured


def test_an_empty_window_is_believed_if_the_filter_gives_anything_at_all() -> None:
    for nothing in (page(), None):
        judgement = judge(OLD, nothing, SINCE)
        assert judgement.honoured is None
        assert judgement.probe == datetime(2022, 1, 1, tzinfo=UTC) - timedelta(days=1)
        assert judgement.after_probe(gave_objects=True).honoured is True
        assert judgement.after_probe(gave_objects=False).honoured is False


def test_if_all_was_modified_since_the_far_future_decides() -> None:
    judgement = judge(NEW, NEW, SINCE)
    assert judgement.probe == FAR_FUTURE
    assert judgement.after_probe(gave_objects=False).honoured is True
    assert judgement.after_probe(gave_objects=True).honoured is False


def test_no_value_needs_encoding_or_has_microseconds() -> None:
    since = datetime(2026, 7, 1, 12, 30, 15, 123456, tzinfo=UTC)
    assert written_for_query(since) == ("2026-07-01T12:30:15Z", "2026-07-01T12:30:15+00:00")


def test_scrapy_sends_the_value_as_it_stands() -> None:
    for value in written_for_query(SINCE):
        url = with_query("http://a.example.org/papers?page=2", {"modified_since": value})
        assert Request(url).url == f"http://a.example.org/papers?page=2&modified_since={value}"


def test_moments_without_a_zone_are_german() -> None:
    assert moment("2026-07-01T12:00:00") == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert moment("2026-07-01") == datetime(2026, 6, 30, 22, tzinfo=UTC)
    assert moment(20260701) is None

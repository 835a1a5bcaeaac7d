"""Whatever comes in place of a page is called by its name, and never read as an empty page."""

import pytest

from tests.scraper.pages.allris4.saved import SHOWN_AT, SITE, read_as, saved

ADDRESSES = sorted(set(SHOWN_AT.values()))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("page", "came"),
    [
        ("gate.html", "a check for browsers"),
        ("too-often.html", "a refusal for asking too often"),
        ("not-public.html", "a page that says that nothing of it is public"),
        ("login.html", "a login page"),
        ("maintenance.html", "a notice of maintenance"),
        ("elsewhere.html", "a page that is not ALLRIS 4's"),
        ("visit-over.xml", "an empty answer"),
        (
            "error.html",
            "an error page that answers with 200: 'Es ist ein Fehler aufgetreten Die Adresse ist nicht vollständig.'",
        ),
    ],
)
def test_a_page_that_is_another(address: str, page: str, came: str) -> None:
    reading = read_as(saved(page), SITE + address)
    assert (reading.items, reading.follow) == ([], [])
    assert [complaint.came for complaint in reading.complaints] == [came]
    assert reading.complaints[0].body


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("body", "came"),
    [(b"", "an empty answer"), (b"%PDF-1.4\n\0\0", "no HTML page"), (b'{"error": "none"}', "no HTML page")],
)
def test_an_answer_that_is_no_page(address: str, body: bytes, came: str) -> None:
    reading = read_as(body, SITE + address)
    assert reading.items == []
    assert [complaint.came for complaint in reading.complaints] == [came]

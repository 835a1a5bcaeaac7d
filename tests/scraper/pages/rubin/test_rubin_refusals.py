"""What comes in place of the page that was asked for, and how it is said."""

import pytest

from tests.scraper.pages.rubin.saved import PAGES, SHOWN_AT, SITE, read_as

SHELL = (
    b'<!DOCTYPE html><html><head><title>Ratsinfosystem</title><script type="module" src="/components/index-1.js">'
    b'</script></head><body><div id="app"></div></body></html>'
)
NULL = (
    b'<html><script>window.components["MeetingPage__1"] = {props: {"passed-meeting":null}, store: []};</script></html>'
)


TABLE = "sitzungen_top.html"
"""The one page that never carries data."""


@pytest.mark.parametrize("page", SHOWN_AT)
@pytest.mark.parametrize(
    ("body", "came"),
    [
        (b"", "an empty answer"),
        (b"\x89PNG\r\n\x1a\n", "no HTML page"),
        (b"<html><title>Just a moment...</title></html>", "a check for browsers"),
        (b"<html><h1>Anmeldung</h1><input type=password></html>", "a login page"),
        (b"<html><body>Wegen Wartungsarbeiten geschlossen</body></html>", "a notice of maintenance"),
        (b"<html><h1>404</h1><p>Not Found</p></html>", "an error page that answers with 200"),
        (b"<html><title>Musterhausen</title><p>Willkommen</p></html>", "a page that is not more! rubin's"),
    ],
)
def test_another_page_is_said_to_be_what_it_is(page: str, body: bytes, came: str) -> None:
    reading = read_as(body, SITE + SHOWN_AT[page])
    assert reading.items == []
    assert [(one.severity, one.came) for one in reading.complaints] == [("error", came)]


@pytest.mark.parametrize("page", [page for page in SHOWN_AT if page != TABLE])
@pytest.mark.parametrize(
    ("body", "came"),
    [
        (b'{"meetings": [', "damaged data: "),
        (b'{"ErrorCode": 101}', "an error: ErrorCode 101"),
        (b'[{"ErrorCode":101}]', "an error: ErrorCode 101"),
        (b'{"message": "Too Many Attempts."}', "an error: message Too Many Attempts."),
        (b"[]", "other data: "),
        (b'{"first_day": "2027-03-01"}', "other data: "),
        (SHELL, "an empty page that is filled by script"),
        (NULL, "other data: "),
    ],
)
def test_other_data_is_said_to_be_what_it_is(page: str, body: bytes, came: str) -> None:
    reading = read_as(body, SITE + SHOWN_AT[page])
    assert reading.items == []
    (complaint,) = reading.complaints
    assert complaint.severity == "error"
    assert complaint.came.startswith(came)


def test_data_that_breaks_off_is_not_taken() -> None:
    page = "meeting-page.html"
    whole = PAGES.joinpath(page).read_bytes()
    reading = read_as(whole[: len(whole) // 2], SITE + SHOWN_AT[page])
    assert reading.items == []
    assert any("damaged data" in one.came for one in reading.complaints)


def test_fields_that_are_there_twice_are_complained_of() -> None:
    page = "calendar.json"
    body = PAGES.joinpath(page).read_bytes().replace(b'"raum": "BH"', b'"titel": "Andere Sitzung"', 1)
    assert [one.came for one in read_as(body, SITE + SHOWN_AT[page]).complaints] == ["twice: titel"]

"""Whatever comes in place of a page is called by its name, and never read as an empty page."""

import pytest

from scraper.pages.sessionnet import READERS
from tests.scraper.pages.sessionnet.saved import PAGES, SHOWN_AT, SITE, read_as

ADDRESSES = sorted(set(SHOWN_AT.values()))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("page", "came"),
    [
        ("login.html", "a login page"),
        ("error.html", "an error page that answers with 200"),
        ("check.html", "a check for browsers"),
        ("maintenance.html", "a notice of maintenance"),
        ("elsewhere.html", "a page that is not SessionNet's"),
    ],
)
def test_a_page_that_is_another(address: str, page: str, came: str) -> None:
    reading = read_as(PAGES.joinpath(page).read_bytes(), SITE + address)
    assert (reading.items, reading.follow) == ([], [])
    assert [complaint.came for complaint in reading.complaints] == [came]
    assert reading.complaints[0].body


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("body", "came"),
    [
        (b"", "an empty answer"),
        (b" \r\n", "an empty answer"),
        (b"%PDF-1.4\n\0\0", "no HTML page"),
        (b'{"error": "none"}', "no HTML page"),
        (b"<html><body>smc_body</body></html>", "a page of SessionNet without it, called ''"),
        (
            b'<title>SessionNet</title><div class="smclayout smc-pagetype-logon smc_page_ylogon_layout2"></div>',
            "a login page",
        ),
        (
            b'<title>SessionNet | SessionNet Fehlermeldung</title><div class="smclayout smc_page_error_layout"></div>',
            "an error page that answers with 200",
        ),
    ],
)
def test_an_answer_that_is_no_page(address: str, body: bytes, came: str) -> None:
    reading = read_as(body, SITE + address)
    assert reading.items == []
    assert [complaint.came for complaint in reading.complaints] == [came]


def test_the_agenda_behind_an_error_address_is_an_error() -> None:
    body = b"<html><head><title>SessionNet</title></head><body><p>Hinweis</p></body></html>"
    reading = READERS["agenda"](body, f"{SITE}error2.php")
    assert [complaint.came for complaint in reading.complaints] == ["an error page that answers with 200"]

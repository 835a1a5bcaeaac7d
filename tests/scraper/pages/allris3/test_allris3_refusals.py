"""What comes in place of a page is recognised, whichever page was asked for."""

import pytest

from scraper.pages.allris3 import READERS
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, read_as, text_of


@pytest.mark.parametrize("asked", SHOWN_AT.values())
@pytest.mark.parametrize(
    ("page", "came"),
    [
        ("refused.html", "the refusal of si010_j.asp"),
        ("noauth.html", "a page that denies access"),
        ("nothing.html", "a page that says that there is nothing"),
        ("login.html", "a login page"),
        ("error.html", "an error page that answers with 200"),
        ("elsewhere.html", "a page that is not ALLRIS's"),
    ],
)
def test_refusals(page: str, came: str, asked: str) -> None:
    reading = read_as(text_of(page), SITE + asked)
    assert (reading.items, reading.follow) == ([], [])
    assert [(one.severity, one.came) for one in reading.complaints] == [("error", came)]
    assert reading.complaints[0].page_kind.startswith("ALLRIS ")


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("body", [b"", b"   ", b"%PDF-1.7", b"\0" * 50, b"<html></html>"])
def test_no_page_at_all(kind: str, body: bytes) -> None:
    reading = READERS[kind](body, f"{SITE}to010.asp?SILFDNR=1&TOLFDNR=1&VOLFDNR=1&KPLFDNR=1")
    assert reading.items == []
    assert [one.severity for one in reading.complaints][:1] == ["error"]


def test_a_page_of_another_kind_is_no_page_of_this_one() -> None:
    reading = READERS["paper"](text_of("to010-classic.html").encode("cp1252"), f"{SITE}vo020.asp?VOLFDNR=1")
    assert reading.items == []
    assert reading.complaints[0].came.startswith("a page of ALLRIS without it")

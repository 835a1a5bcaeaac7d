"""Pages without their rows, and the answers that bring them."""

import pytest

from scraper.pages.allris4.wicket import is_answer, markup_of, rows_headers, rows_url
from tests.scraper.pages.allris4.saved import SITE, read_as, saved

MONTH = f"{SITE}si010?MM=3&YY=2027"


def test_the_script_of_a_page_says_where_its_rows_are() -> None:
    assert rows_url(saved("si010-shell.html"), MONTH) == f"{SITE}si010?4-1.0-&MM=3&YY=2027"
    assert rows_url(saved("gr010-shell.html"), f"{SITE}gr010") == f"{SITE}gr010?7-1.0-"


@pytest.mark.parametrize(
    "script",
    [
        '{"u":"./si010?12-1.0-&MM=3&YY=2027","c":"id27"}',
        '{"u":"./si010?12-1.0-&amp;MM=3&amp;YY=2027"}',
        '{"u":"./si010?12-1.0-\\u0026MM=3\\u0026YY=2027"}',
        '{ "u" : "https://ris.example.org/public/si010?12-1.0-&MM=3&YY=2027" }',
        '{"u":"./si010?12-1.0-form-calNav-months-2-monthlink&MM=3&YY=2027"};{"u":"./si010?12-1.0-&MM=3&YY=2027"}',
    ],
)
def test_the_address_is_written_in_several_ways(script: str) -> None:
    body = f"<html><script>Wicket.Ajax.ajax({script});</script></html>".encode()
    assert rows_url(body, MONTH) == f"{SITE}si010?12-1.0-&MM=3&YY=2027"


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (saved("si010-rows.xml"), f"{SITE}si010?4-1.0-&MM=3&YY=2027"),
        (saved("visit-over.xml"), f"{SITE}si010?4-1.0-&MM=3&YY=2027"),
        (b'<table class="calenderView"></table><script>{"u":"./si010?1-1.0-"}</script>', MONTH),
        (b'<script>{"u":"./si010?1-1.0-form-calNav-next"}</script>', MONTH),
        (b'<script>{"u":"./vo020?1-1.0-&VOLFDNR=7"}</script>', f"{SITE}vo020?VOLFDNR=7"),
        (b"", MONTH),
    ],
)
def test_no_rows_are_asked_for_where_they_are_or_no_address_is_told(body: bytes, url: str) -> None:
    assert rows_url(body, url) is None


def test_the_request_says_which_page_it_is_for() -> None:
    headers = rows_headers(saved("si010-shell.html"), f"{SITE}si010?4&MM=3")
    assert headers["Wicket-Ajax"] == "true"
    assert headers["Wicket-Ajax-BaseURL"] == "si010?MM=3&YY=2027"
    assert headers["Accept-Language"] == "de"
    assert rows_headers(b"", MONTH)["Wicket-Ajax-BaseURL"] == "si010?MM=3&YY=2027"


def test_an_answer_holds_html() -> None:
    answer = saved("gr010-rows.xml").decode()
    assert is_answer(answer)
    assert not is_answer(saved("gr010-shell.html").decode())
    assert markup_of(answer).startswith('<div id="id2a">')
    assert "<head" not in markup_of(answer)


def test_brackets_may_be_written_apart() -> None:
    answer = '<ajax-response><component id="a" encoding="wicket1"><![CDATA[<b>x]^]^</b>]]></component></ajax-response>'
    assert markup_of(answer) == "<b>x]]</b>"


def test_an_answer_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = saved("si010-rows.xml")
    reading = read_as(whole[: whole.index(b"70013")], MONTH)
    assert {item.vendor_id for item in reading.items} == {"70011", "70012"}
    assert any(complaint.came == "one that breaks off before its end" for complaint in reading.complaints)

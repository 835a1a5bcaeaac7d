"""Musterstadt as ALLRIS 4: whatever the town has is found by following links and asking as the pages' scripts do."""

import re
from html import unescape
from pathlib import Path

import pytest

from scraper.sample.faces.allris4.ajax import EMPTY_RESPONSE
from scraper.sample.faces.allris4.face import SESSION_COOKIE
from scraper.sample.faces.allris4.frame import VERSION
from scraper.sample.faces.council import CLASSES
from tests.support.allris4_site import OWN_REQUEST, PUBLIC, SCRIPT, council, crawled, get, loaded, text, town

RECORDINGS = Path(__file__).resolve().parents[3] / "../shared/corpus/pages/allris4/trier"
NUMBER = re.compile(r"/(\w{5})\?(\w{2})LFDNR=(\d+)")
NAMES_OF_WICKET = re.compile(r"id[0-9a-f]+")


def test_whatever_the_town_has_is_reached_from_its_calendar() -> None:
    reached = {found.groups() for address in crawled() for found in NUMBER.finditer(address)}
    sitting = [one for one in town.persons if council.sits_now(one)]
    assert {(page, number) for page, _, number in reached} == {
        *(("to010", str(one.id)) for one in town.meetings if council.has_page(one)),
        *(("vo020", str(one.id)) for one in town.papers),
        *(("gr020", str(one.id)) for one in town.organizations if one.kind in CLASSES),
        *(("kp020", str(one.id)) for one in sitting),
        *(("to020", str(one.id)) for one in town.agenda_items if one.public and not one.heading),
    }


@pytest.mark.parametrize(
    ("recording", "page"),
    [
        ("si010-2026-10.excerpt.xml", "si010"),
        ("to010_1000264.excerpt.html", "to010"),
        ("vo020_1001540.excerpt.html", "vo020"),
    ],
)
def test_pages_are_marked_up_as_on_a_public_site(recording: str, page: str) -> None:
    """Every class and every id of a recorded page, but for numbers, is on one of ours."""
    if not (RECORDINGS / recording).exists():
        pytest.skip("the recorded pages are not on this machine")
    ours = "".join(body for address, body in crawled().items() if f"/{page}" in address)
    assert names((RECORDINGS / recording).read_text()) - names(ours) == set()


def names(page: str) -> set[str]:
    classes = {one for found in re.findall(r' class="([^"]*)"', page) for one in found.split()}
    ids = {one for one in re.findall(r' id="([^"]*)"', page) if not NAMES_OF_WICKET.fullmatch(one)}
    return classes | {re.sub(r"\d+", "0", one) for one in ids}


def test_the_calendar_is_empty_until_its_script_asks() -> None:
    response = get("si010?MM=8&YY=2026", session=False)
    shell = response.body.decode()
    assert response.headers["Set-Cookie"] == f"{SESSION_COOKIE}; Path=/public; HttpOnly"
    assert VERSION in shell
    assert 'Wicket.Ajax.baseUrl="si010?MM=8&amp;YY=2026";' in shell
    assert "<table" not in shell
    table = loaded("si010?MM=8&YY=2026")
    assert table.startswith('<?xml version="1.0" encoding="UTF-8"?><ajax-response><component id="id')
    assert table.count("<![CDATA[") == table.count("]]>") == 2
    assert len(re.findall(r'class="dom"', table)) == 31


def test_only_the_script_of_an_open_page_gets_its_content() -> None:
    own = OWN_REQUEST.search(text("si010?MM=8&YY=2026"))
    assert own
    other = re.sub(r"\?\d+-", lambda found: f"?{int(found[0][1:-1]) + 1}-", own[1])
    assert "si_73" in text(own[1], SCRIPT)
    assert text(other, SCRIPT) == EMPTY_RESPONSE
    assert text(own[1].replace("MM=8", "MM=9"), SCRIPT) == EMPTY_RESPONSE
    assert get(own[1], session=False, headers=SCRIPT).body.decode() == EMPTY_RESPONSE
    assert get(own[1], headers={"Wicket-Ajax": "true"}).status == 500
    for headers in ({}, {"X-Requested-With": "XMLHttpRequest"}):
        answer = get(own[1], headers=headers)
        assert (answer.status, answer.headers["Location"]) == (302, f"{PUBLIC}si010?MM=8&YY=2026")


def test_the_buttons_of_the_calendar_show_other_months() -> None:
    button = re.search(r'"u":"\./(si010\?\d+-1\.0-form-calNav-months-4-monthlink&[^"]*)"', text("si010?MM=8&YY=2026"))
    assert button
    assert re.findall(r'id="si_\d+"', text(button[1], SCRIPT)) == re.findall(
        r'id="si_\d+"', loaded("si010?MM=5&YY=2026")
    )


@pytest.mark.parametrize("query", ["", "?MM=13&YY=2026", "?MM=x&YY=2026", "?MM=5&YY=26"])
def test_a_month_that_is_none_is_the_current_one(query: str) -> None:
    assert re.findall(r'class="dom">(\d+)<', loaded(f"si010{query}")) == [f"{day:02}" for day in range(1, 31)]
    assert "today-sides" in loaded(f"si010{query}")


def test_every_file_can_be_had() -> None:
    pages = "".join(crawled().values())
    attachments = {number for paper in town.papers for number in paper.attachment_ids}
    assert {int(one) for one in re.findall(r"Application/doc(\d+)\.pdf", pages)} == set(town.file_of) - attachments
    file = town.files[0]
    response = get(f"wicket/resource/org.apache.wicket.Application/doc{file.id}.pdf", session=False)
    assert (response.status, response.content_type, response.body[:5]) == (200, "application/pdf", b"%PDF-")
    assert file.file_name in response.headers["Content-Disposition"]


def test_attachments_are_asked_of_their_papers_page() -> None:
    """In a session, by place; the box beside the basic data and the table below the text have different addresses."""
    paper = next(one for one in town.papers if len(one.attachment_ids) == 2)
    page = text(f"vo020?VOLFDNR={paper.id}")
    links = [unescape(one) for one in re.findall(r'<a href="([^"]*)"[^>]*attlink pdf"', page)]
    assert len(links) == 4
    for place, number in enumerate(paper.attachment_ids):
        for link in (links[place], links[place + 2]):
            assert town.file_of[number].file_name in get(link).headers["Content-Disposition"]
    answer = get(links[0], session=False)
    assert (answer.status, answer.headers["Location"]) == (302, f"{PUBLIC}vo020?VOLFDNR={paper.id}&refresh=false")
    assert get(links[0].replace("List-0", "List-2")).status == 302


@pytest.mark.parametrize(
    "asked",
    [
        "to010?SILFDNR=9999",
        "to020?TOLFDNR=12",
        "to020?TOLFDNR=1",
        "vo020?VOLFDNR=9999",
        "gr020?GRLFDNR=15",
        "kp020?KPLFDNR=0",
    ],
)
def test_what_is_unknown_or_not_public_leads_to_a_notice(asked: str) -> None:
    answer = get(asked)
    assert (answer.status, answer.headers["Location"]) == (302, f"{PUBLIC}noauth")
    assert '<h1 class="title">Keine Information verfügbar</h1>' in text("noauth")


@pytest.mark.parametrize("asked", ["to010", "to020?TOLFDNR=", "vo020?VOLFDNR=x", "gr020", "kp020?GRLFDNR=1"])
def test_an_address_without_its_number_fails(asked: str) -> None:
    answer = get(asked)
    assert answer.status == 500
    assert "Es ist ein Fehler aufgetreten" in answer.body.decode()


@pytest.mark.parametrize(
    "asked", ["si018", "to010.asp", "/bi/si010", "wicket/resource/org.apache.wicket.Application/doc9999.pdf"]
)
def test_what_is_no_page_is_404(asked: str) -> None:
    assert get(asked).status == 404


@pytest.mark.parametrize("path", ["/", "/public", "/public/"])
def test_the_site_begins_with_its_calendar(path: str) -> None:
    assert get(path).headers["Location"] == f"{PUBLIC}si010"
    assert "Allow: /" in text("/robots.txt")


def test_headers_are_known_by_any_spelling() -> None:
    """HTTP clients write them as they like."""
    own = OWN_REQUEST.search(text("si010"))
    assert own
    assert "<table" in text(own[1], {"wicket-ajax": "true", "WICKET-AJAX-BASEURL": "si010"})

"""Addresses and menus: what a page is, what it shows, and where the calendar and the lists are."""

import pytest

from scraper.pages.allris3 import (
    calendar_in,
    calendar_url,
    councils_in,
    kind_of,
    lists_in,
    organizations_urls,
    papers_in,
)
from scraper.pages.allris3.addresses import canonical_organ, number_in, numbers_in, organ_in
from tests.scraper.pages.allris3.saved import SITE, text_of


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("si010_e.asp", "calendar"),
        ("/bi/si010_j.asp?MM=3&YY=2027", "calendar"),
        ("si010_r.asp", "calendar"),
        ("si018_a.asp?GRA=12", "calendar"),
        ("to010.asp?SILFDNR=1", "agenda"),
        ("TO010_R.ASP?SILFDNR=1", "agenda"),
        ("to020.asp?TOLFDNR=1", "item"),
        ("vo020_r.asp?VOLFDNR=1", "paper"),
        ("vo040.asp?showall=true", "papers"),
        ("au010.asp?T1=Aussch%FCsse", "organizations"),
        ("pa021.asp", "organization"),
        ("kp020.asp?KPLFDNR=1", "person"),
        ("do027.asp?DOLFDNR=1", None),
        ("to010.php?SILFDNR=1", None),
        ("allris.net.asp", None),
    ],
)
def test_kinds_of_pages(address: str, kind: str | None) -> None:
    assert kind_of(SITE + address.removeprefix("/bi/")) == kind


@pytest.mark.parametrize(
    ("address", "of", "number"),
    [
        ("to010.asp?SILFDNR=3712&amp;TOLFDNR=76116", "item", "76116"),
        ("to010.asp?silfdnr=3712", "meeting", "3712"),
        ("to010.asp?SILFDNR=0012", "meeting", "12"),
        ("to010.asp?SILFDNR=0", "meeting", None),
        ("to010.asp?SILFDNR=1234567890123456789", "meeting", None),
        ("to010.asp?XSILFDNR=12", "meeting", None),
    ],
)
def test_numbers(address: str, of: str, number: str | None) -> None:
    assert number_in(address, of) == number


def test_numbers_of_forms_in_both_orders_of_attributes() -> None:
    source = '<input type="hidden" name="DOLFDNR" value="7"  /><input name="DOLFDNR" type="hidden" value="8"/>'
    assert numbers_in(source, "file") == {"7", "8"}


def test_councils_committees_and_groups_are_counted_apart() -> None:
    addresses = ("pa020.asp?PALFDNR=1", "au020.asp?T1=x&AULFDNR=1&altoption=Ausschuss", "fr020_r.asp?FRLFDNR=1")
    assert [organ_in(address) for address in addresses] == ["pa1", "au1", "fr1"]
    assert canonical_organ(addresses[1]) == "au020.asp?AULFDNR=1"


@pytest.mark.parametrize(
    ("root", "asked"),
    [
        ("si010_j.asp", "si010_j.asp?MM=3&YY=2027"),
        ("si010_a.asp?PALFDNR=4", "si010_a.asp?MM=3&YY=2027&PALFDNR=4"),
        ("allris.net.asp", "si010_e.asp?MM=3&YY=2027"),
        ("", "si010_e.asp?MM=3&YY=2027"),
        ("to010_r.asp?SILFDNR=1", "si010_r.asp?MM=3&YY=2027"),
    ],
)
def test_the_calendar_of_a_month(root: str, asked: str) -> None:
    assert calendar_url(SITE + root, 2027, 3) == SITE + asked


def test_lists_are_asked_in_the_skin_of_the_site() -> None:
    assert organizations_urls(f"{SITE}si010_r.asp") == [f"{SITE}{one}_r.asp" for one in ("pa021", "au010", "fr010")]


def test_the_menu_names_calendar_and_lists() -> None:
    body, url = text_of("to010-classic.html").encode("cp1252"), f"{SITE}to010.asp?SILFDNR=7001"
    assert calendar_in(body, url) == f"{SITE}si010_e.asp"
    assert papers_in(body, url) == f"{SITE}vo040.asp"
    assert councils_in(body, url) == []
    assert lists_in(body, url) == [
        f"{SITE}pa021.asp",
        f"{SITE}au010.asp?T1=Aussch%FCsse&AU=Ausschuss&SORTVON=1&SORTBIS=400",
        f"{SITE}au010.asp?T1=Beir%E4te&AU=Beirat&SORTVON=401",
        f"{SITE}fr010.asp?SELECT=1",
    ]


def test_the_list_of_people_is_asked_for_former_ones_too() -> None:
    assert lists_in(b'<a href="kp041.asp?SORT=1">Mandate</a>', SITE) == [f"{SITE}kp041.asp?showAll=true"]


def test_the_site_around_may_link_another_installation() -> None:
    around = b'<a href="https://ris.example.org/alt/si010.asp">Sitzungen</a><a href="/alt/au010.asp">Gremien</a>'
    own = (
        b'<div id="allris"><a href="/bi/si010_r.asp">Kalender</a><a href="http://ris.example.org/bi/au010_r.asp">A</a>'
    )
    assert calendar_in(around + own, SITE) == f"{SITE}si010_r.asp"
    assert lists_in(around + own, SITE) == ["http://ris.example.org/bi/au010_r.asp"]
    assert calendar_in(around, SITE) == "https://ris.example.org/alt/si010.asp"


def test_links_to_other_sites_are_no_menu() -> None:
    assert lists_in(b'<a href="https://other.example.org/bi/au010.asp">x</a>', SITE) == []
    assert calendar_in(b'<a href="https://other.example.org/bi/si010.asp">x</a>', SITE) is None

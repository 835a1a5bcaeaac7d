"""What Musterstadt's ALLRIS 3 answers as XML, compared with the town."""

import re
from datetime import UTC
from html import unescape
from typing import Any

import pytest
from lxml import etree

from scraper.sample.faces.allris3.council import Council, has_extract_page
from scraper.sample.faces.allris3.face import Allris3Face
from tests.support.allris3_site import get, text, town

XML = "selfaction=ws&template=xyz"
LINK = re.compile(r"</?a\b[^<>]*>")


def answer(address: str) -> Any:
    """The root, links taken out, which no XML could hold as they are written."""
    response = get(address)
    assert (response.status, response.content_type) == (200, "text/xml; charset=iso-8859-1")
    return etree.fromstring(LINK.sub("", response.body.decode("windows-1252").partition("?>")[2]))


def said(element: Any, name: str) -> str:
    """Unescaped for the second time."""
    return unescape(element.findtext(name) or "")


def test_all_sittings_with_their_moments_in_utc() -> None:
    root = answer(f"si010.asp?{XML}&showall=true")
    assert [one.tag for one in root] == ["special", "list"]
    for one in root[1]:
        meeting = town.meeting_of[int(said(one, "silfdnr"))]
        assert said(one, "sisbvcs") == f"{meeting.start.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        assert said(one, "sitext").endswith(meeting.name)
        assert said(one, "grname") == Council(town).organ_of(meeting).name
    assert len(root[1]) == len(town.meetings)
    assert b"&amp;auml;" in get(f"si010.asp?{XML}&showall=true").body  # escaped twice
    assert get(f"si018.asp?{XML}&showall=true").body == get(f"si010.asp?{XML}&showall=true").body


def test_sittings_of_the_days_asked_for_and_else_of_this_month() -> None:
    days = answer(f"si010.asp?{XML}&kaldatvon=01.03.2025&kaldatbis=31.05.2025")[1]
    held = [one.id for one in town.meetings if one.start.year == 2025 and 3 <= one.start.month <= 5]
    assert sorted(int(said(one, "silfdnr")) for one in days) == sorted(held)
    now = (town.today.year, town.today.month)
    held = [one.id for one in town.meetings if (one.start.year, one.start.month) == now]
    assert sorted(int(said(one, "silfdnr")) for one in answer(f"si010.asp?{XML}")[1]) == sorted(held)


def test_an_agenda_has_head_and_items() -> None:
    meeting = next(one for one in town.meetings if one.minutes_id)
    special, head, items = answer(f"to010.asp?{XML}&SILFDNR={meeting.id}")
    assert (said(special, "saname"), said(head, "sitext")) == ("Sitzung", meeting.name)
    shown = [one for one in meeting.agenda if not one.heading]
    assert [said(one, "tolfdnr") for one in items] == [str(one.id) for one in shown]
    assert [said(one, "totext1") for one in items] == [one.name for one in shown]
    assert [said(one, "volfdnr") for one in items] == [str(one.paper_id or 0) for one in shown]
    assert {said(one, "toostLang") for one in items} == {"öffentlich", "nichtöffentlich"}


def test_an_item_has_its_texts_as_documents() -> None:
    item = next(one for one in town.agenda_items if has_extract_page(one) and one.resolution)
    [block] = answer(f"to020.asp?{XML}&TOLFDNR={item.id}")
    assert said(block, "toptext") == item.name
    assert said(block, "nowDate")
    [document] = block.find("rtfBS")
    assert etree.QName(document).localname == "html"
    assert "".join(document[1].itertext()).strip() == (item.resolution or "").replace("\n", "")


def test_people_stand_there_with_what_nobody_may_take() -> None:
    everybody, sitting = (answer(f"kp041.asp?{XML}{more}")[1] for more in ("&showAll=true", ""))
    assert len(sitting) < len(everybody) == len(Council(town).persons)
    assert any(said(one, "adtel") for one in everybody)


@pytest.mark.parametrize("script", ["to010.asp?SILFDNR=99999", "to020.asp?TOLFDNR=99999"])
def test_what_may_not_be_seen_leads_away(script: str) -> None:
    assert get(f"{script}&{XML}").headers["Location"] == "noauth.asp"


def test_a_town_without_xml_answers_with_its_pages() -> None:
    without = Allris3Face(town, offers_xml=False)
    assert get(f"si010.asp?{XML}&showall=true", of=without).status == 404
    assert text(f"to010.asp?SILFDNR=6&{XML}", of=without) == text("to010.asp?SILFDNR=6")

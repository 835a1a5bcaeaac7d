"""Musterstadt as a more! rubin site: which address answers what, in the portal and in the PHP pages."""

import re
from html import unescape

import pytest

from scraper.sample.faces.rubin.council import MINUTES_PREFIX
from scraper.sample.faces.rubin.site import PAGES, PORTAL, Edition
from scraper.sample.generate import make_town
from tests.support.rubin_site import BASE, EDITIONS, council, server_of, told, town

town_with_cancellations = make_town(2)


@EDITIONS
def test_the_calendar_lists_every_meeting(edition: Edition) -> None:
    listed = server_of(edition).listed()
    assert [str(one["id"]) for one in listed] == [str(one.id) for one in council.meetings]
    for row, meeting in zip(listed, council.meetings, strict=True):
        assert (row["datum"], row["beginn"]) == (f"{meeting.start:%Y-%m-%d}", f"{meeting.start:%H:%M}:00")
        assert row["ende"] == (f"{meeting.end:%H:%M}:00" if meeting.end else "00:00:00")
        assert row["titel"] == meeting.name
        room, place = row["room"], town.location_of[meeting.location_id].description
        assert f"{room['name']}, {room['Strasse']}, {room['PLZ']} {room['Ort']}" == place


@EDITIONS
def test_the_calendar_ends_with_the_month_asked_for(edition: Edition) -> None:
    server = server_of(edition)
    assert {one["datum"][:7] for one in server.listed("2026-04", "2026-05")} == {"2026-04", "2026-05"}
    assert server.listed("2026-05", "2026-04") == []
    answer = server.service("id=calendar&action=get")
    assert (answer["first_day"], answer["last_day"]) == ("2026-06-01", "2026-07-31")
    assert server.service("id=calendar&action=get&from=2024-01&body_id=XY")["meetings"] == []


def test_parts_that_an_office_noted_have_their_times() -> None:
    """Every other organ's office notes when a part began; 00:00:00 stands for what is not known."""
    noted = [one for one in server_of(PORTAL).listed() if one["beginn_oef"] != "00:00:00"]
    assert noted
    assert all(one["beginn_oef"] == one["beginn"] < one["ende"] for one in noted)
    assert any(one["beginn"] < one["beginn_noef"] < one["ende"] for one in noted)


@EDITIONS
def test_minutes_change_a_meetings_number_and_the_old_one_still_answers(edition: Edition) -> None:
    server = server_of(edition)
    for meeting in council.meetings:
        old = council.number_before_minutes(meeting)
        answer = server.meeting(old)
        if meeting.minutes_id:
            assert (answer["nummer"], answer["nummer_si"]) == (f"{MINUTES_PREFIX}{old}", old)
            assert server.meeting(f"{MINUTES_PREFIX}{old}") == answer
        else:
            assert (answer["nummer"], answer["nummer_si"]) == (old, None)
            assert server.meeting(f"{MINUTES_PREFIX}{old}") is None


def test_a_page_is_asked_for_by_either_parameter() -> None:
    server = server_of(PAGES)
    number = council.number_of(council.meetings[0])
    assert server.get(f"/meeting.php?sid={number}") == server.get(f"/meeting.php?id={number}")


def test_items_come_without_documents_unless_they_are_asked_for() -> None:
    number = council.number_of(council.meetings[0])
    answer = server_of(PORTAL).service(f"id=meetings&action=get&meeting_id={number}")
    assert not any("documents" in row for row in answer["agenda_items"])
    assert answer["documents"]


@EDITIONS
def test_a_cancelled_meeting_says_so_in_its_title(edition: Edition) -> None:
    titles = {str(one["id"]): one["titel"] for one in server_of(edition, town_with_cancellations).listed()}
    cancelled = {str(one.id): f"Abgesagt - {one.name}" for one in town_with_cancellations.meetings if one.cancelled}
    assert cancelled
    assert {key: text for key, text in titles.items() if text.startswith("Abgesagt")} == cancelled


def test_the_calendars_page_lists_every_day_and_links_its_meetings() -> None:
    page = server_of(PAGES).get("/sitzungskalender.php?skc_zeitraum=1&skc_ansicht=k&d_von=2026-08&d_bis=2026-08").body
    text = page.decode()
    assert len(re.findall(r'<td class="SKDatum_td">', text)) == 32  # two on the 27th
    numbers = [council.number_of(one) for one in council.meetings if f"{one.start:%Y-%m}" == "2026-08"]
    assert re.findall(r'<td class="SKTerminTitel_td"><a href="meeting\.php\?sid=([^"]+)" title=', text) == numbers
    assert re.findall(r'<input type="hidden" name="sid" value="([^"]+)">', text) == numbers
    assert "Di., 25.08.2026" in text


def test_every_meeting_is_reached_by_the_calendars_links() -> None:
    server = server_of(PAGES)
    waiting, seen = ["sitzungskalender.php"], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = server.get(f"/{address}")
        assert response.status == 200
        if not address.startswith("meeting.php"):
            waiting += [unescape(one) for one in re.findall(r'<a href="([^"]+)"', response.body.decode())]
    found = {one.removeprefix("meeting.php?sid=") for one in seen if one.startswith("meeting.php")}
    assert found == {council.number_of(one) for one in town.meetings}


@pytest.mark.parametrize("query", ["", "?d_von=2026-13", "?d_von=08.2026", "?d_von=x&d_bis=y"])
def test_a_month_that_is_none_is_the_current_one(query: str) -> None:
    assert b"<b>Juni 2026</b>" in server_of(PAGES).get(f"/sitzungskalender.php{query}").body


def test_the_portals_calendar_is_there_for_other_programs_too() -> None:
    response = server_of(PORTAL).get("/api.php?id=calendar&action=webcalendar")
    assert response.content_type == "text/calendar; charset=utf-8"
    lines = response.body.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == sum((town.today - one.start.date()).days <= 365 for one in town.meetings)
    assert "LOCATION:Ratssaal\\, Rathausgasse 1\\, 99981 Musterstadt" in lines


@EDITIONS
def test_the_town_has_its_server_for_itself(edition: Edition) -> None:
    (body,) = server_of(edition).service("id=organizations&action=bodies")
    assert (body["id"], body["name"]) == ("MUS", "Stadt Musterstadt")
    assert {one["Koerperschaftsnummer"] for answer in told(edition) for one in answer["committees"]} == {"MUS"}
    assert (int(body["committees_count"]), int(body["factions_count"])) == (7, 7)


@EDITIONS
def test_what_there_is_not_is_answered_as_such(edition: Edition) -> None:
    server = server_of(edition)
    for number in ("", "2026-HFA-9999", "ni_", "78", "ni_ni_2024-Rat-6"):
        assert server.meeting(number) is None
    assert server.get(f"/{edition.documents}?document_type_id=4&submission_id=1&id=69").status == 404
    assert server.get("/unknown.php").status == 404


def test_each_edition_answers_only_its_own_addresses() -> None:
    portal, pages = server_of(PORTAL), server_of(PAGES)
    for path in ("/", "/meeting?id=ni_2024-Rat-6", "/committee?id=Rat"):
        assert b'<div id="app"></div>' in portal.get(path).body
    assert pages.get("/").headers["Location"] == f"{BASE}/sitzungskalender.php"
    assert pages.get("/api.php?id=calendar&action=get").status == 404
    assert portal.get("/meeting.php?id=ni_2024-Rat-6").status == 404
    assert portal.service("id=nothing&action=get") == [{"ErrorCode": 101}]
    assert pages.service("id=meetings&action=get&meeting_id=ni_2024-Rat-6") == []
    assert b"Disallow: /documents.php" in portal.get("/robots.txt").body
    assert b"Allow: /" in pages.get("/robots.txt").body

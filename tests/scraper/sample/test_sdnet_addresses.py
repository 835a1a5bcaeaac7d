"""Addresses of Musterstadt's SD.NET RIM site: ever new ones, what they lead to, and the calendar that tells them."""

import re

import pytest

from scraper.sample.faces.sdnet.calendar import EVENTS, EXPORT
from scraper.sample.faces.sdnet.face import SdnetFace
from scraper.sample.faces.sdnet.site import moment_text
from scraper.sample.faces.sdnet.tokens import Kind, Tokens
from tests.support.sdnet_site import (
    AGENDA_LINK,
    BASE,
    HREF,
    agenda,
    council,
    get,
    site_of,
    text,
    town,
    town_with_cancellations,
)


@pytest.mark.parametrize("calendar", ["/termine", "/termine/", EXPORT])
def test_each_look_at_the_calendar_changes_all_addresses_and_the_old_ones_last(calendar: str) -> None:
    face = SdnetFace(town)
    site, meeting, paper = site_of(face), town.meetings[0], town.papers[0]
    text(face, BASE + calendar)
    before = [site.meeting(meeting), site.paper(paper), site.file(town.files[0])]
    assert before == [site.meeting(meeting), site.paper(paper), site.file(town.files[0])]
    old = text(face, before[0])
    text(face, BASE + calendar)
    after = [site.meeting(meeting), site.paper(paper), site.file(town.files[0])]
    assert not set(before) & set(after)
    for one, other in zip(before, after, strict=True):
        assert get(face, one).status == get(face, other).status == 200
    new = text(face, before[0])
    assert new != old
    assert without_tokens(new) == without_tokens(old)


def without_tokens(page: str) -> str:
    return re.sub(r"(__=|sdnetrim/)[\w-]+", r"\1", page)


@pytest.mark.parametrize(("kind", "letters"), [("meeting", 43), ("person", 43), ("file", 64), ("package", 64)])
def test_tokens_share_only_their_beginning(kind: Kind, letters: int) -> None:
    tokens = Tokens()
    found = set()
    for _ in range(50):
        tokens.next_visit()
        found |= {tokens.of(kind, number) for number in (0, 1, 2, 123_456_789)}
    assert len(found) == 200
    assert {len(one) for one in found} == {letters}
    assert len({one[:21] for one in found}) == 1
    assert len({one[22:34] for one in found}) == len({one[30:] for one in found}) == 200
    assert {tokens.read(one) for one in found} == {(kind, number) for number in (0, 1, 2, 123_456_789)}


@pytest.mark.parametrize(
    "address",
    [
        "/tops/",
        "/tops/?__=",
        "/tops/?__=TXVzdGVyc3RhZHQtUklNLg",
        "/tops/?__=x",
        "/tops/?__=ä",
        "/tops/ics/?__=TXVzdGVyc3RhZHQ",
        "/vorgang/?__=" + "A" * 43,
        "/gremien/?__=" + "A" * 43,
        "/sdnetrim/" + "A" * 64 + "/Einladung.pdf",
        "/sdnetrim/",
        "/sitzungen/",
        "/tops.php",
    ],
)
def test_what_no_visit_was_told_is_404(address: str) -> None:
    response = get(SdnetFace(town), BASE + address)
    assert response.status == 404
    assert "Fehler - SD.NET RIM 4 | Musterstadt" in response.body.decode()


def test_a_token_leads_only_to_its_own_kind_of_page() -> None:
    face = SdnetFace(town)
    site = site_of(face)
    unpublished = next(one for one in town.meetings if not council.has_page(one))
    office = next(one for one in town.organizations if one.kind == "office")
    addresses = [
        site.meeting(town.meetings[0]).replace("/tops/", "/vorgang/"),
        site.paper(town.papers[0]).replace("/vorgang/", "/tops/"),
        site.meeting(unpublished),
        site.organ(office),
        site.papers_page(0),
        site.papers_page(99),
        f"{BASE}/vorgang/?__={face.tokens.of('paper', 271)}",
        f"{BASE}/sdnetrim/{face.tokens.of('meeting', 1)}/Einladung.pdf",
        site.file(town.files[0]).rpartition("/")[0],
        site.meeting(town.meetings[0])[:-1],
        site.meeting(town.meetings[0]) + "!",
    ]
    assert {get(face, one).status for one in addresses} == {404}


def test_the_calendar_page_holds_no_meeting_and_its_script_alone_may_ask_for_them() -> None:
    face = SdnetFace(town)
    response = get(face, f"{BASE}/termine")
    page = response.body.decode()
    assert "/tops/" not in page
    assert f'data-export-url="{BASE}{EXPORT}"' in page
    assert re.search(r"'X-CSRF-Token': '[0-9a-f]{64}'", page)
    assert response.headers["Set-Cookie"].startswith("PHPSESSID=")
    assert get(face, f"{BASE}{EVENTS}?start=2026-01-01&end=2026-12-31").status == 403


def test_the_years_list_all_meetings() -> None:
    face = SdnetFace(town)
    years = [one for one in HREF.findall(text(face, f"{BASE}/termine")) if "termine?__=" in one]
    pages = [text(face, one) for one in years]
    assert [page.count('class="column-termin"') for page in pages] == [
        sum(one.start.year == year for one in town.meetings) for year in (2024, 2025, 2026)
    ]
    assert "".join(pages).count("/tops/?__=") == sum(council.has_page(one) for one in town.meetings)


def test_the_export_tells_of_every_meeting() -> None:
    face = SdnetFace(town)
    response = get(face, BASE + EXPORT)
    assert response.content_type.startswith("text/calendar")
    events = response.body.decode().split("BEGIN:VEVENT\n")[1:]
    assert len(events) == len(town.meetings)
    for event, meeting in zip(events, council.meetings, strict=True):
        assert f"UID:{meeting.start:%Y%m}{meeting.id:04}\n" in event
        assert f"DTSTART;TZID=Europe/Berlin:{meeting.start:%Y%m%dT%H%M%S}\n" in event
        assert ("DTEND" in event) == (meeting.end is not None)
        assert f"SUMMARY:{council.organ_of(meeting).name}\n" in event
        link = AGENDA_LINK.search(event)
        assert (link is not None) == council.has_page(meeting)
        if link:
            assert moment_text(meeting.start) in text(face, link[1])
            assert event in text(face, link[1].replace("/tops/", "/tops/ics/"))


def test_a_cancelled_meeting_says_so_in_the_export_and_has_an_empty_agenda() -> None:
    face = SdnetFace(town_with_cancellations)
    events = text(face, BASE + EXPORT).split("BEGIN:VEVENT\n")
    cancelled = [one for one in town_with_cancellations.meetings if one.cancelled]
    assert sum("\\n\\nBemerkung:\\nDie Sitzung entfällt!\n" in one for one in events) == len(cancelled) > 0
    page = agenda(face, cancelled[0])
    assert "keine Tagesordnung" in page
    assert "table-top" not in page


def test_the_root_leads_to_the_start_page_and_robots_are_welcome() -> None:
    face = SdnetFace(town)
    assert get(face, f"{BASE}/").headers["Location"] == f"{BASE}/startseite"
    assert b"Allow: /" in get(face, f"{BASE}/robots.txt").body

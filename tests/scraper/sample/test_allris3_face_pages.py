"""What each page of Musterstadt's ALLRIS 3 says, compared with the town."""

import re
from collections.abc import Sequence
from html import unescape

import pytest

from scraper.sample.faces.allris3.council import Council, has_extract_page
from scraper.sample.faces.allris3.face import Allris3Face
from scraper.sample.faces.council import bare_number
from scraper.sample.generate import make_town
from scraper.sample.town import Meeting, Town
from tests.support.allris3_site import get, read_text, text, town

town_with_cancellations = make_town(2)


def test_every_item_and_result_stands_on_its_meetings_page() -> None:
    council = Council(town)
    for meeting in town.meetings:
        if not council.has_agenda_page(meeting):
            continue
        page = text(f"to010.asp?SILFDNR={meeting.id}")
        rows = re.findall(r'<td class="text4" nowrap="nowrap"><a href="[^"]*TOLFDNR=(\d+).*?</tr>', page, re.DOTALL)
        items = [item for item in meeting.agenda if not item.heading]
        assert rows == [str(item.id) for item in items]
        for item in items:
            letter = "Ö" if item.public else "N"
            assert f"{letter} {bare_number(item)}" in read_text(page)
            assert item.name in read_text(page)
            assert item.result is None or item.result in unescape(page)


def test_an_extract_tells_result_decision_and_votes() -> None:
    for item in town.agenda_items:
        if not has_extract_page(item):
            continue
        page = text(f"to020.asp?TOLFDNR={item.id}")
        plain = read_text(page)
        assert f"Beschlussart:\n\t\t{item.result or '(offen)'}" in plain
        before, _, decision = page.partition('<a name="allrisBS"></a>')
        decision, _, vote = decision.partition('<a name="allrisAE"></a>')
        assert "allrisWP" in before
        assert ("#allrisBS" in before) == bool(item.resolution)
        assert (item.resolution or "").replace("\n", "") in read_text(decision)
        numbers = re.findall(r"(?:Ja-Stimmen|Nein-Stimmen|Enthaltungen):\s*(\d+)", read_text(vote))
        counts = [count for one in item.votes for count in (one.yes, one.no, one.abstain)]
        assert numbers == [str(count) for count in counts]
        for one in item.votes:
            assert one.subject is None or f"{one.subject}:" in read_text(vote)


def test_what_is_not_public_has_its_name_on_the_agenda_and_no_page() -> None:
    item = next(one for one in town.agenda_items if not one.public and not one.heading)
    page = text(f"to010.asp?SILFDNR={item.meeting_id}")
    assert f'<td class="text1">{item.name}</td>' in page
    assert f"to020.asp?TOLFDNR={item.id}" not in page
    assert get(f"to020.asp?TOLFDNR={item.id}").headers["Location"] == "noauth.asp"
    assert "öffentlich/nichtöffentlich" in page


def test_an_item_that_approves_minutes_leads_to_their_sitting_and_not_to_a_paper() -> None:
    council = Council(town)
    item = next(one for one in town.agenda_items if one.public and council.minuted_before(one))
    earlier = council.minuted_before(item)
    assert earlier is not None
    page = text(f"to010.asp?SILFDNR={item.meeting_id}")
    row, below = page[page.index(f"<!--{item.id} -->") :].split("</tr>")[:2]
    assert f'<td nowrap="nowrap"><a href="to010.asp?SILFDNR={earlier.id}">SI/' in row
    assert f'name="DOLFDNR" value="{earlier.minutes_id}"' in below
    assert "TOLFDNR" not in below


def test_late_items_are_marked() -> None:
    item = next(one for one in town.agenda_items if one.late)
    page = text(f"to010.asp?SILFDNR={item.meeting_id}")
    assert re.search(
        rf'TOLFDNR={item.id}&BES=1#beschluss" title="[^"]*"><span style="[^"]*" title="Nachtrags-TOP">', page
    )


def test_the_month_of_the_calendar_is_the_one_asked_for() -> None:
    """Sittings that can't be opened yet are named; every day has its row, and the second sitting of a day no day."""
    page = text("si010_e.asp?MM=8&YY=2026")
    rows = re.findall(r'<tr class="zl1[1267]".*?</tr>', page, re.DOTALL)
    assert len(rows) == 32  # two on the 27th
    assert next(row for row in rows if '<td class="text2" width="20">27</td>' in row).count("Do</td>") == 1
    assert sum('<td>&nbsp;</td>\n\t\t<td>&nbsp;</td>\n\t\t<td class="text2">' in row for row in rows) == 1
    assert 'width="20">&nbsp;&nbsp;1</td>' in rows[0]
    shown = {one.id for one in town.meetings if (one.start.year, one.start.month) == (2026, 8)}
    assert {int(one) for one in re.findall(r'"SILFDNR" value="(\d+)"', page)} == shown
    linked = [one for one in town.meetings if one.id in shown and Council(town).has_page(one)]
    assert re.findall(r'<a href="to010.asp\?SILFDNR=(\d+)"', page) == [str(one.id) for one in linked]


@pytest.mark.parametrize("query", ["", "?YY=26&MM=8", "?YY=2026&MM=13", "?YY=x"])
def test_a_month_that_is_none_is_the_current_one(query: str) -> None:
    assert '<h2 align="center">Juni&nbsp;2026</h2>' in text(f"si010_e.asp{query}")


def test_a_sitting_goes_into_a_calendar_of_ones_own() -> None:
    meeting = town.meetings[0]
    answer = get("to010.asp", form=f"SILFDNR={meeting.id}&selfaction=Termin+exportieren&template=ics")
    assert answer.content_type.startswith("text/calendar")
    lines = answer.body.decode().split("\r\n")
    assert "DTSTART:20240117T170000Z" in lines
    assert f"SUMMARY:{meeting.name}".replace(",", "\\,") in lines
    assert get("to010.asp", form="SILFDNR=9999&template=ics").headers["Location"] == "noauth.asp"


@pytest.mark.parametrize("script", ["si010_e.asp?MM={month}&YY={year}", "si018_a.asp?showall=true"])
def test_a_cancelled_meeting_stays_in_the_calendar_without_a_page(script: str) -> None:
    other = Allris3Face(town_with_cancellations)
    one = next(meeting for meeting in town_with_cancellations.meetings if meeting.cancelled)
    page = text(script.format(month=one.start.month, year=one.start.year), of=other)
    assert f"<td>ENTFÄLLT! {one.name}</td>" in page
    assert get(f"to010.asp?SILFDNR={one.id}", of=other).headers["Location"] == "noauth.asp"


def test_the_list_of_sittings_is_that_of_one_organ_or_of_all() -> None:
    def shown(query: str) -> list[str]:
        return re.findall(r'<td class="text2">(\d\d\.\d\d\.\d{4})</td>', text(f"si018_a.asp{query}"))

    def days(meetings: Sequence[Meeting]) -> list[str]:
        return [f"{one.start:%d.%m.%Y}" for one in meetings]

    all_of_them = Council(town).meetings
    assert shown("?showall=true") == days(all_of_them)
    assert shown("?showall=true&GRA=2") == days([one for one in all_of_them if one.organization_id == 2])
    assert 0 < len(shown("")) < len(all_of_them)


def test_the_way_of_a_paper_names_the_day_only_where_the_meeting_has_a_page() -> None:
    paper = max(town.papers, key=lambda one: len(one.consultations))
    page = text(f"vo020.asp?VOLFDNR={paper.id}")
    for station in paper.consultations:
        assert town.organization_of[station.organization_id].name in read_text(page)
        assert station.role in read_text(page)
        assert station.meeting_id is None or f"to010.asp?SILFDNR={station.meeting_id}" in page
    assert page.count('class="text1" colspan="3" nowrap="nowrap"') == len(paper.consultations)


@pytest.mark.parametrize("of", [town, town_with_cancellations])
def test_a_paper_says_what_the_town_knows_of_it(of: Town) -> None:
    other = Allris3Face(of)
    listed = text("vo040.asp?showall=true", of=other)
    for paper in of.papers:
        page = text(f"vo020.asp?VOLFDNR={paper.id}", of=other)
        plain = read_text(page)
        for said in (paper.reference, paper.name, paper.paper_type):
            assert said in plain
        assert (paper.related_id is not None) == ("Bezüglich:" in plain)
        for number in paper.originator_ids:
            assert of.organization_of[number].name in plain
        assert paper.resolution.replace("\n", "") in plain
        row = re.search(rf'VOLFDNR={paper.id}">.*?</tr>', listed)
        assert row is not None
        assert f'<td class="text2">{paper.day:%d.%m.%Y}</td>' in row.group()
    assert text("vo040.asp", of=other).count('<a href="vo020.asp') == 50


def test_members_are_those_of_today_with_role_group_and_day() -> None:
    council = Council(town)
    for organ in council.organs:
        script = {"council": "pa020.asp?PALFDNR", "group": "fr020.asp?FRLFDNR"}.get(organ.kind, "au020.asp?AULFDNR")
        page = text(f"{script}={organ.id}")
        members = council.everybody_in(organ)
        assert re.findall(r'<a href="kp020.asp\?KPLFDNR=(\d+)">', page) == [str(one.person_id) for one in members]
        assert f"Anzahl: {len(members)}" in page
        for one in members:
            group = town.organization_of[one.group_id].name if one.group_id else ""
            assert f'<div>{one.role}</div></td>\n\t\t<td class="text4"><div>{group}</div>' in page
    assert text("pa021.asp") == text("pa020.asp?PALFDNR=1")


def test_former_members_and_their_days_stand_on_the_persons_page_for_who_asks_for_its_history() -> None:
    former = next(one for one in town.memberships if one.end and one.end < town.today and one.organization_id == 1)
    period = f"{former.start:%d.%m.%Y} - {former.end:%d.%m.%Y}"
    assert period not in text(f"kp020.asp?KPLFDNR={former.person_id}")
    assert period in text(f"kp020.asp?KPLFDNR={former.person_id}&history=true")
    gone = next(one for one in town.persons if not Council(town).sits_now(one))
    assert f'KPLFDNR={gone.id}"' not in text("kp041.asp")
    assert f'KPLFDNR={gone.id}"' in text("kp041.asp?showAll=true")


def test_a_group_that_is_no_more_is_listed_with_its_last_day() -> None:
    ended = next(one for one in town.organizations if one.kind == "group" and one.end)
    _, _, below = text("fr010.asp").partition('<td colspan="8">&nbsp;</td>')
    assert re.findall(r"\(bis&nbsp;([\d.]+)\)", below) == [f"{ended.end:%d.%m.%Y}"]
    assert f'FRLFDNR={ended.id}&amp;altoption=Fraktion/Gruppe">{ended.name}</a>' in below


def test_addresses_of_persons_are_written_in_references_only() -> None:
    one = next(person for person in town.persons if person.email)
    page = text(f"kp020.asp?KPLFDNR={one.id}")
    assert one.email is not None
    assert one.email not in page
    assert one.email in unescape(page)

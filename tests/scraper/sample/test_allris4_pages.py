"""Each field of Musterstadt stands where ALLRIS 4's pages have it."""

import re
from datetime import date
from html import unescape

from scraper.sample.faces.allris4.calendar import FREE_DAYS, HOLIDAYS
from scraper.sample.faces.allris4.face import Allris4Face
from scraper.sample.faces.council import bare_number, result_of
from scraper.sample.faces.web import Request
from scraper.sample.generate import make_town
from tests.support.allris4_site import (
    BASE,
    cell,
    council,
    crawled,
    field,
    get,
    loaded,
    months,
    read_text,
    rows,
    text,
    town,
)

town_with_cancellations = make_town(2)


def test_a_meeting_stands_in_the_calendar_with_its_whole_date() -> None:
    for address in months():
        table = loaded(address)
        for number, tip, name in re.findall(
            r'SILFDNR=(\d+)&amp;refresh=false" id="si_\1" data-simpletooltip-text="([^"]*)"[^>]*>([^<]*)', table
        ):
            meeting = town.meeting_of[int(number)]
            assert re.fullmatch(rf" am (Mo|Di|Mi|Do|Fr)\., {meeting.start:%d.%m.%Y um %H:%M} Uhr\.", tip)
            assert unescape(name) == meeting.name


def test_a_meeting_without_invitation_has_a_number_and_no_link() -> None:
    table = loaded("si010?MM=8&YY=2026")
    row = next(one for one in rows(table) if "si_73" in one)
    assert '<a id="si_73">' in row
    assert cell(row, "raum") == ""
    assert "SILFDNR=73&" not in "".join(crawled())
    assert get("to010?SILFDNR=73&refresh=false").status == 302


def test_days_are_in_the_language_of_the_visitor() -> None:
    address = "si010?MM=8&YY=2026"
    assert '<span class="dow">Thu</span><span class="dom">27</span>' in loaded(address)
    assert '<span class="dow">Thu</span>' in loaded(address, "en-GB,en;q=0.8")
    assert '<span class="dow">Do.</span><span class="dom">27</span>' in loaded(address, "en;q=0.5, de-DE,de;q=0.9")
    paper = next(one for one in town.papers if one.consultations and one.consultations[0].meeting_id == 1)
    assert "2024 Jan 17" in text(f"vo020?VOLFDNR={paper.id}")
    assert "17.01.2024" in text(f"vo020?VOLFDNR={paper.id}", {"Accept-Language": "de"})


def test_a_second_meeting_and_one_on_a_holiday_have_no_day_in_their_row() -> None:
    """The day stands in the first row of the day, which may tell of nothing but the holiday."""
    table = [one for one in rows(loaded("si010?MM=8&YY=2026")) if "sameday" in one or "emptyRow" not in one]
    assert ["sameday" in one for one in table] == [True, True, False, True, False]
    assert all(('class="dom"' in one) != ("sameday" in one) for one in table)
    free = rows(loaded("si010?MM=10&YY=2024"))
    assert any("freeholiday emptyRow" in one and FREE_DAYS[10, 3] in one for one in free)
    assert any("sameday" in one for one in free)
    assert all(date(2024, *first) < date(2024, *last) for _, first, last in HOLIDAYS)


def test_every_item_stands_on_its_meetings_page() -> None:
    for meeting in town.meetings:
        if not council.has_page(meeting):
            continue
        page = text(f"to010?SILFDNR={meeting.id}&refresh=false")
        shown = [one for one in rows(page) if "data-tt-id" in one]
        items = [one for one in meeting.agenda if not one.heading]
        assert [cell(one, "tonr") for one in shown] == [
            f"{'Ö' if one.public else 'N'} {bare_number(one)}" for one in items
        ]
        assert [cell(one, "tobetreff") for one in shown] == [one.name for one in items]
        assert [cell(one, "tobanr") for one in shown] == [result_of(one).decision or "" for one in items]
        assert ['href="./to020?' in one for one in shown] == [one.public for one in items]
        assert ["nachtrag" in one.partition("data-tt-id")[0] for one in shown] == [one.late for one in items]
        papers = [town.paper_of[one.paper_id].reference if one.paper_id else "" for one in items]
        assert [cell(one, "tovonr") for one in shown] == papers


def test_the_agenda_is_a_tree() -> None:
    meeting = next(one for one in town.meetings if [each.number for each in one.agenda if each.number == "5.1"])
    page = text(f"to010?SILFDNR={meeting.id}")
    below = next(one for one in rows(page) if cell(one, "tonr") == "Ö 5.1")
    above = next(one for one in rows(page) if cell(one, "tonr").rstrip(".") == "Ö 5")
    key = re.search(r'data-tt-id="(\d+)"', above)
    assert key
    assert f'data-tt-id="{key[1]}10" data-tt-parent-id="{key[1]}"' in below
    assert "numodd unumodd" in below
    headings = [cell(one, "tobetreff") for one in rows(page) if ' beratung"' in one]
    assert [re.sub(r" \(\d\d:\d\d Uhr\)", "", one) for one in headings] == [
        "Öffentlicher Teil",
        "Nichtöffentlicher Teil",
    ]


def test_basic_data_have_their_fields() -> None:
    for meeting in town.meetings:
        if not council.has_page(meeting):
            continue
        page = text(f"to010?SILFDNR={meeting.id}")
        until = f" - {meeting.end:%H:%M}" if meeting.end else ""
        assert field(page, "sibetreff") == meeting.name
        assert field(page, "sigremium") == council.organ_of(meeting).name
        assert field(page, "sidatum").endswith(f"., {meeting.start:%d.%m.%Y}")
        assert field(page, "sizeit") == f"{meeting.start:%H:%M}{until}"
        assert f"{field(page, 'siraum')}, {field(page, 'siort')}" == council.place_of(meeting)
        assert field(page, "sistatus") in ("gemischt", "öffentlich")
        for file in council.files_of_meeting(meeting):
            assert f"Application/doc{file.id}.pdf" in page


def test_a_cancelled_meeting_says_so() -> None:
    meeting = next(one for one in town_with_cancellations.meetings if one.cancelled)
    page = Allris4Face(town_with_cancellations)(Request.of(BASE, f"/public/to010?SILFDNR={meeting.id}")).body.decode()
    assert field(page, "sistat") == "(Sitzung abgesagt)"
    assert "toTreeTable" not in page


def test_an_items_page_tells_what_the_minutes_do() -> None:
    item = next(one for one in town.agenda_items if result_of(one).count and one.resolution)
    page = text(f"to020?TOLFDNR={item.id}")
    result = result_of(item)
    assert field(page, "toname") == f"Ö {bare_number(item)}"
    assert field(page, "toBeschlussart") == result.decision
    told = re.findall(r'<h2 class="expandedTitle">(.*?)</h2>\n<div [^>]*docPart[^>]*>(.*?)</div>', page, re.DOTALL)
    texts = {title: read_text(content).strip() for title, content in told}
    assert list(texts) == ["Wortprotokoll", "Beschluss", "Abstimmungsergebnis"]
    assert (texts["Beschluss"], texts["Abstimmungsergebnis"]) == (item.resolution, result.count)
    assert "Abstimmungsergebnis: " in texts["Wortprotokoll"]
    for title in texts:
        assert re.search(rf'href="#showHideLink_(id\w+)">{title}<.*id="showHideLink_\1"', page, re.DOTALL)


def test_the_last_items_page_does_not_end_as_the_minutes_do() -> None:
    """With day and signatures."""
    meeting = next(one for one in town.meetings if one.minutes_id)
    last = [one for one in meeting.agenda if one.public][-1]
    assert "Schriftführung" not in text(f"to020?TOLFDNR={last.id}")


def test_every_resolution_is_on_its_items_page() -> None:
    for item in town.agenda_items:
        if item.public and item.resolution:
            shown = read_text(text(f"to020?TOLFDNR={item.id}"))
            assert all(line in shown for line in item.resolution.split("\n"))


def test_the_way_of_a_paper_has_a_line_an_organ_and_one_a_meeting() -> None:
    for paper in town.papers:
        page = text(f"vo020?VOLFDNR={paper.id}&refresh=false", {"Accept-Language": "de"})
        way = page.partition('id="bfTable"')[2].partition("</table>")[0]
        told = [re.findall(r"<td[^>]*>(.*?)</td>", one, re.DOTALL) for one in rows(way)]
        organ, stations = ("", ""), []
        for cells in told:
            day, name, decision = (read_text(one).strip() for one in cells[1:4])
            organ = organ if day else (name, decision)
            if day:
                stations.append((*organ, day, decision))
        assert stations == [
            (
                town.organization_of[station.organization_id].name,
                station.role,
                f"{meeting.start:%d.%m.%Y}",
                (result_of(item).decision if item else None) or "",
            )
            for station, meeting, item in council.stations_of(paper)
            if meeting
        ]


def test_a_paper_says_what_it_is() -> None:
    for paper in town.papers:
        page = text(f"vo020?VOLFDNR={paper.id}")
        assert f'<h1 class="title">{paper.paper_type} - {paper.reference}</h1>' in page
        assert (field(page, "vobetreff"), field(page, "voart")) == (paper.name, paper.paper_type)
        originators = dict(council.originators_of(paper))
        offices = originators.pop("Federführend", None)
        assert not offices or field(page, "vofamt") == offices
        for place, name in enumerate(originators.values(), start=1):
            assert field(page, f"voverfasser{place}") == name


def test_organs_are_loaded_by_kind() -> None:
    whole = loaded("gr010")
    listed = {one.id: one.name for one in council.organs}
    shown = {int(number): unescape(name) for number, name in re.findall(r'id="gr_(\d+)">([^<]*)<', whole)}
    assert shown == listed
    groups = loaded("gr010?menu=Fraktionen")
    assert {int(one) for one in re.findall(r'id="gr_(\d+)"', groups)} == {
        one.id for one in council.organs if one.kind == "group"
    }
    menu = unescape(re.findall(r'href="\./(gr010\?menu=Aussch[^"]*)"', text("si010"))[0])
    assert menu == "gr010?menu=Aussch%25C3%25BCsse"
    assert re.findall(r'id="gr_(\d+)"', loaded(menu)) == ["2", "3", "4", "5"]


def test_organs_and_persons_tell_of_each_other() -> None:
    for organ in council.organs:
        page = text(f"gr020?GRLFDNR={organ.id}")
        assert field(page, "grname") == organ.name
        members = [(cell(one, "kpname"), cell(one, "amname"), cell(one, "mgfraktion")) for one in rows(page)]
        assert members == [
            (town.person_of[one.person_id].name, one.role, council.group_of(one))
            for one in council.members(organ, ever=False)
        ]
    person = next(one for one in town.persons if council.sits_now(one) and one.title)
    page = text(f"kp020?KPLFDNR={person.id}")
    assert f'<h1 class="title">{person.form_of_address} {person.name}</h1>' in page
    assert [cell(one, "grname") for one in rows(page)] == [
        town.organization_of[one.organization_id].name for one in council.memberships(person, ever=False)
    ]


def test_who_left_has_a_day_of_leaving() -> None:
    former = next(one for one in town.persons if not council.sits_now(one))
    last = max(one.end for one in council.memberships(former, ever=True) if one.end)
    assert field(text(f"kp020?KPLFDNR={former.id}"), "kpende") == f"{last:%d.%m.%Y}"

"""Musterstadt as SD.NET RIM: whatever the town has is found by following links, row by row as public sites show it."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scraper.sample.faces.council import CLASSES
from scraper.sample.faces.sdnet.agenda import record_number
from scraper.sample.faces.sdnet.face import SdnetFace
from scraper.sample.faces.sdnet.site import file_name, size_text
from scraper.sample.faces.sdnet.tokens import Tokens
from scraper.sample.generate import make_town
from scraper.sample.town import AgendaItem
from tests.support.sdnet_site import (
    BASE,
    HREF,
    agenda,
    cell,
    council,
    crawled,
    fact,
    get,
    paper_page,
    rows,
    site_of,
    text,
    town,
    town_with_cancellations,
)

RECORDINGS = Path(__file__).resolve().parents[3] / "../shared/corpus/pages/sdnet/wesel"


def test_every_link_of_every_page_is_answered() -> None:
    assert {one.status for one in crawled().values()} == {200}


def test_whatever_the_town_has_is_reached_from_start_page_and_calendar() -> None:
    reached = {Tokens().read(address.partition("__=")[2]) for address in crawled() if "__=" in address}
    with_page = [one for one in town.meetings if council.has_page(one)]
    alone = [item for one in with_page for item in one.agenda if not item.heading and not item.paper_id]
    assert {one for one in reached if one and one[0] not in ("year", "page")} == {
        *(("meeting", one.id) for one in with_page),
        *(("paper", one.id) for one in town.papers),
        *(("item", one.id) for one in alone),
        *(("organ", one.id) for one in town.organizations if one.kind in CLASSES),
        *(("person", one.id) for one in town.persons if council.sits_now(one)),
    }


@pytest.mark.parametrize("recording", ["tagesordnung-rat.excerpt.html", "vorgang_T-02-325-26.html"])
def test_tables_are_marked_as_on_public_sites(recording: str) -> None:
    """Every class of a recorded page is on ours, and every label of its facts but the town's own kinds of papers."""
    if not (RECORDINGS / recording).exists():
        pytest.skip("the recorded pages are not on this machine")
    page = (RECORDINGS / recording).read_text()
    ours = "".join(one.body.decode() for one in crawled().values())
    varying = {"einladung-nachtrag-link"}
    assert classes(page) - varying <= classes(ours)
    labels = set(re.findall(r'<th scope="row">([^<]*)</th>', page)) - {"Vorlage zur Kenntnis:"}
    assert labels <= set(re.findall(r'<th scope="row">([^<]*)</th>', ours))


def classes(page: str) -> set[str]:
    found = {name for value in re.findall(r'class="([^"]*)"', page) for name in value.split()}
    return {re.sub(r"^ebene1-\d+$", "ebene1", name) for name in found}


def test_pages_name_the_product_and_the_town() -> None:
    pages = [one.body.decode() for one in crawled().values() if one.content_type.startswith("text/html")]
    titles = {re.findall("<title>(.*)</title>", page)[0] for page in pages}
    assert {one.rpartition(" - ")[2] for one in titles} == {"SD.NET RIM 4 | Musterstadt"}
    assert {"Sitzungstermin - SD.NET RIM 4 | Musterstadt", "Gremien - SD.NET RIM 4 | Musterstadt"} <= titles
    assert f"Vorgang {town.papers[0].reference} - SD.NET RIM 4 | Musterstadt" in titles


def test_agendas_have_a_row_for_every_item_and_heading() -> None:
    face = SdnetFace(town)
    for meeting in town.meetings:
        if not council.has_page(meeting):
            continue
        found = rows(agenda(face, meeting))
        assert [number for _, number, _ in found] == [record_number(one) for one in meeting.agenda]
        for (marks, _, content), item in zip(found, meeting.agenda, strict=True):
            kind = f"top-{'' if item.public else 'n'}oeff-{'head' if item.heading else 'data'}"
            assert marks.split()[-1] == kind
            assert cell(content, "bezeichnung") == item.name
            assert cell(content, "nummer") == (town.paper_of[item.paper_id].reference if item.paper_id else "")
            assert content.count("document-spacer") + content.count('class="link-element"') >= 4


@pytest.mark.parametrize(
    ("number", "shown"), [("Ö 3", "3."), ("N 1", "1."), ("5.1", "5.1"), ("2.", "2."), ("II.", "II.")]
)
def test_numbers_end_with_a_dot_unless_they_have_one_inside(number: str, shown: str) -> None:
    towns = (town, town_with_cancellations, make_town(3))
    one, item = next((one, item) for one in towns for item in one.agenda_items if item.number == number)
    found = rows(agenda(SdnetFace(one), one.meeting_of[item.meeting_id]))
    assert shown in [cell(content, "topnrtext") for _, number, content in found if number == record_number(item)]


def test_results_stand_on_the_pages_of_papers_and_items() -> None:
    face = SdnetFace(town)
    for item in town.agenda_items:
        meeting = town.meeting_of[item.meeting_id]
        if not item.heading and council.has_page(meeting):
            assert result_on(text(face, site_of(face).matter(item)), item) == (item.result or "")


def result_on(page: str, item: AgendaItem) -> str:
    return next(cell(content, "ergebnis") for _, number, content in rows(page) if number == f"200_{item.id}")


def test_the_way_of_a_paper_is_told_station_by_station() -> None:
    face = SdnetFace(town)
    for paper in town.papers:
        page = paper_page(face, paper)
        organs = re.findall(r'<td class="column-gremium"><a [^>]*><span>(.*?)</span>', page)
        assert organs == [town.organization_of[one.organization_id].name for one in paper.consultations]
        items = [one.agenda_item_id for one in paper.consultations if one.agenda_item_id]
        assert [number for _, number, _ in rows(page)] == [f"200_{one}" for one in items]
        days = [meeting for _, meeting, _ in council.stations_of(paper) if meeting]
        assert page.count('title="Zur Sitzung"') == len(days)
        for label, value in (("Betreff", paper.name), (paper.paper_type, paper.reference)):
            assert fact(page, label) == value


def test_every_file_can_be_had_and_keeps_its_name_on_all_pages() -> None:
    face = SdnetFace(town)
    pages = "".join(page.body.decode() for page in crawled().values())
    addresses = {one for one in HREF.findall(pages) if "/sdnetrim/" in one}
    kinds: dict[tuple[str, int] | None, set[str]] = {}
    for address in addresses:
        token, _, name = urlsplit(address).path.removeprefix("/sdnetrim/").partition("/")
        kinds.setdefault(face.tokens.read(token), set()).add(name)
    packages = {one for one in kinds if one and one[0] == "package"}
    assert kinds.keys() - packages == {("file", one.id) for one in town.files}
    assert {len(names) for names in kinds.values()} == {1}
    assert {("package", one.id) for one in town.meetings if one.invitation_id} == packages
    for address in [*sorted(addresses)[:1], site_of(face).package(town.meetings[0])]:
        response = get(face, address)
        assert (response.status, response.content_type, response.body[:5]) == (200, "application/pdf", b"%PDF-")


def test_one_attachment_is_linked_on_the_agenda_and_several_are_on_the_papers_page() -> None:
    face = SdnetFace(town)
    for number in (1, 2):
        paper = next(one for one in town.papers if len(one.attachment_ids) == number and one.consultations)
        item = next(one for one in town.agenda_items if one.paper_id == paper.id)
        content = next(
            content
            for _, number, content in rows(agenda(face, town.meeting_of[item.meeting_id]))
            if number == f"505_{paper.id}"
        )
        name = town.file_of[paper.attachment_ids[0]].name
        assert (f'aria-label="Anlage {name} zum Vorgang' in content) == (number == 1)
        assert name in unescape(content)
        assert paper_page(face, paper).count('aria-label="Anlage ') == number


def test_minutes_make_a_course_of_an_agenda() -> None:
    face = SdnetFace(town)
    held = next(one for one in town.meetings if one.minutes_id)
    coming = next(one for one in town.meetings if one.invitation_id and not one.minutes_id)
    assert '<h1 class="heading">Sitzungsverlauf</h1>' in agenda(face, held)
    assert '<h1 class="heading">Tagesordnung</h1>' in agenda(face, coming)
    assert f"'idTermin' : {coming.id} " in agenda(face, coming)
    assert fact(agenda(face, held), "Sitzung").endswith(f", {held.number}. Sitzung")
    assert fact(agenda(face, held), "Ort").splitlines()[-1] == town.location_of[held.location_id].room


def test_members_of_today_are_on_the_pages_of_organs_and_persons() -> None:
    face = SdnetFace(town)
    for organ in council.organs:
        page = text(face, site_of(face).organ(organ))
        members = council.members(organ, ever=False)
        assert page.count('class="column-funktion"') == len(members)
        persons = [town.person_of[one.person_id] for one in members]
        assert all(f"<span>{one.form_of_address} {one.name}</span>" in page for one in persons)
    person = next(one for one in council.persons if council.sits_now(one) and one.email)
    page = text(face, site_of(face).person(person))
    assert fact(page, "Name") == f"{person.form_of_address} {person.name}"
    assert page.count('class="column-gremium"') == len(council.memberships(person, ever=False))


def test_groups_are_listed_apart_from_the_other_organs() -> None:
    face = SdnetFace(town)
    pages = {name: text(face, f"{BASE}/{name}") for name in ("gremien", "fraktionen")}
    for organ in council.organs:
        of_group = organ.kind == "group"
        assert (f"<span>{organ.name}</span>" in pages["fraktionen"]) == of_group
        assert (f"<span>{organ.name}</span>" in pages["gremien"]) != of_group


def test_the_list_of_papers_is_cut_into_pages() -> None:
    face = SdnetFace(town)
    address: str | None = f"{BASE}/vorlagen"
    found: list[str] = []
    while address:
        page = text(face, address)
        found += re.findall(r'<td class="column-betreff"><a [^>]*>(.*?)</a>', page)
        following = re.search(r'aria-label="Nächste Seite" href="([^"]*)"', page)
        address = following[1] if following else None
    assert found == [one.reference for one in sorted(town.papers, key=lambda one: (one.day, one.id), reverse=True)]


def test_names_and_sizes_are_written_as_the_system_does() -> None:
    assert file_name("Anlage 1: Übersicht (Süd)") == "Anlage_1-_Uebersicht_-Sued-.pdf"
    assert file_name("Beschlussvorlage VO/2024/0012") == "Beschlussvorlage_VO-2024-0012.pdf"
    sizes = [size_text(one) for one in town.files]
    assert all(re.fullmatch(r"[12]\.\d{3} KB|\d{2,3} KB", one) for one in sizes)

"""Musterstadt as SessionNet: whatever the town has is found by following links, in both layouts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from scraper.sample.faces.council import CLASSES, Month, period, result_of
from scraper.sample.faces.markup import named, numeric, time_text
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.sessionnet.face import CLASSIC, MODERN, SESSION_COOKIE, Layout, SessionNetFace
from scraper.sample.faces.web import Request, Response
from scraper.sample.generate import make_town
from scraper.sample.town import Meeting

BASE = "http://127.0.0.1:8020"
LAYOUTS = pytest.mark.parametrize("layout", [MODERN, CLASSIC], ids=["layout 6", "old layout"])
HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
KEY = re.compile(r"__k(?:si|vo|gr|pe)nr=\d+")
RECORDINGS = Path(__file__).resolve().parents[3] / "../shared/corpus/pages/sessionnet"
NOT_IN_MUSTERSTADT = {"pagel", "pagel1", "pagel3", "voakz", "voakz_title"}
"""The column that says which of several towns a meeting is of; the office's own file number."""

town = make_town()
town_with_cancellations = make_town(2)


@dataclass(frozen=True)
class Site:
    layout: Layout
    face: SessionNetFace

    def address(self, script: str, query: str = "") -> str:
        return f"{BASE}{self.layout.root}{script}{self.layout.suffix}{query and '?'}{query}"

    def get(self, address: str, *, cookies: str = "", form: str | None = None) -> Response:
        parts = urlsplit(address)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return self.face(Request.of(BASE, target, cookies=cookies, form=form))

    def text(self, script: str, query: str = "") -> str:
        response = self.get(self.address(script, query))
        assert response.status == 200
        return response.body.decode()

    def agenda(self, meeting: Meeting) -> str:
        return self.text("to0040", f"__ksinr={meeting.id}")


def site_of(layout: Layout) -> Site:
    return Site(layout, SessionNetFace(town, layout))


@cache
def crawled(layout: Layout) -> dict[str, Response]:
    """All pages that links lead to, from the start page on. PDFs are asked for by two addresses only."""
    site = site_of(layout)
    found: dict[str, Response] = {}
    waiting = [site.address("info")]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        found[address] = site.get(address)
        page = found[address].body.decode()
        waiting += [one for one in links(address, page) if "getfile" not in one]
    return found


def links(address: str, page: str) -> Iterator[str]:
    """Absolute; written with bare ampersands, so nothing is unescaped."""
    for link in HREF.findall(page):
        if not link.startswith("#"):
            yield urljoin(address, link)


@LAYOUTS
def test_every_link_of_every_page_is_answered(layout: Layout) -> None:
    assert {one.status for one in crawled(layout).values()} == {200}


@LAYOUTS
def test_whatever_the_town_has_is_reached_from_its_start_page(layout: Layout) -> None:
    reached = {key for address in crawled(layout) for key in KEY.findall(address)}
    with_page = [one for one in town.meetings if Council(town).has_page(one)]
    assert reached == {
        *(f"__ksinr={one.id}" for one in with_page),
        *(f"__kvonr={one.id}" for one in town.papers),
        *(f"__kgrnr={one.id}" for one in town.organizations if one.kind in CLASSES),
        *(f"__kpenr={one.id}" for one in town.persons),
    }


@pytest.mark.parametrize(
    ("recording", "layout", "script"),
    [
        ("halle/si0040_2026-09.html", CLASSIC, "si0040"),
        ("halle/to0040_ksinr21804.html", CLASSIC, "to0040"),
        ("koblenz/si0040_2026-09.excerpt.html", MODERN, "si0040"),
        ("kaiserslautern/si0057_2331.excerpt.html", MODERN, "si0057"),
        ("kaiserslautern/vo0050_19902.excerpt.html", MODERN, "vo0050"),
    ],
)
def test_cells_are_marked_as_on_public_sites(recording: str, layout: Layout, script: str) -> None:
    """Every class of a cell of a recorded page is on ours, but for what Musterstadt lacks."""
    if not (RECORDINGS / recording).exists():
        pytest.skip("the recorded pages are not on this machine")
    ours = "".join(page.body.decode() for address, page in crawled(layout).items() if f"/{script}." in address)
    assert cell_classes((RECORDINGS / recording).read_text()) - NOT_IN_MUSTERSTADT <= cell_classes(ours)


def cell_classes(page: str) -> set[str]:
    found = re.findall(r'<td [^>]*?class="([^"]*)"|<div class="(smc-table-cell [^"]*)"', page)
    return {name for groups in found for group in groups for name in group.split()}


@LAYOUTS
def test_every_item_and_result_stands_on_its_meetings_page(layout: Layout) -> None:
    site = site_of(layout)
    for meeting in town.meetings:
        if not Council(town).has_page(meeting):
            continue
        page = read_text(site.agenda(meeting))
        for item in meeting.agenda:
            assert item.heading or item.name in page
            result = result_of(item)
            assert (result.decision or "") in page
            assert (result.count or "") in page


@LAYOUTS
def test_every_file_can_be_had(layout: Layout) -> None:
    pages = "".join(one.body.decode() for one in crawled(layout).values())
    shown = {int(number) for number in re.findall(r'(?:getfile\.\w+\?id=|name="DT" value=")(\d+)', pages)}
    assert shown == {one.id for one in town.files}
    file, site = town.files[0], site_of(layout)
    response = site.get(site.address("getfile", f"id={file.id}&type=do&"))
    assert (response.status, response.content_type, response.body[:5]) == (200, "application/pdf", b"%PDF-")
    assert file.file_name in response.headers["Content-Disposition"]


@LAYOUTS
def test_the_month_of_the_calendar_is_the_one_asked_for(layout: Layout) -> None:
    """Meetings that can't be seen yet are named and not linked; empty days have their rows."""
    page = site_of(layout).text("si0040", "__cjahr=2026&__cmonat=8&__canz=1")
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert len(re.findall(r"<tr[ >]", body)) == 32  # two on the 27th
    on_the_25th = next(one for one in town.meetings if f"{one.start:%Y-%m-%d}" == "2026-08-25")
    assert re.findall(r"__ksinr=(\d+)", page) == [str(on_the_25th.id)]
    assert page.count("<!--SMCINFO:si.bi -->") == 4
    assert "Haupt- und Finanzausschuss<!--SMCINFO" in page


@LAYOUTS
@pytest.mark.parametrize("query", ["", "__cjahr=26&__cmonat=8", "__cjahr=2026&__cmonat=13", "__cjahr=x"])
def test_a_month_that_is_none_is_the_current_one(layout: Layout, query: str) -> None:
    page = read_text(site_of(layout).text("si0040", query))
    assert "Kalender 2026 Juni" in page or "Juni 2026" in page


@LAYOUTS
def test_layouts_are_told_by_their_head(layout: Layout) -> None:
    page = site_of(layout).text("info")
    version = "V:050407" if layout is MODERN else "V:040403"
    assert f'<meta name="sessionnet" content="{version}"' in page
    assert ('name="author" content="Somacos' in page) == (layout is MODERN)
    assert ('name="Generator" content="Somacos' in page) == (layout is CLASSIC)


@LAYOUTS
@pytest.mark.parametrize(
    "asked",
    [
        "si0057?__ksinr=78",
        "to0040?__ksinr=78",
        "vo0050?__kvonr=271",
        "vo0050",
        "kp0050?__kpenr=0",
        "kp0040?__kgrnr=15",
        "getfile?id=99999&type=do",
    ],
)
def test_what_is_gone_leads_to_a_page_that_says_so(layout: Layout, asked: str) -> None:
    site = site_of(layout)
    script, _, query = asked.partition("?")
    refused = site.get(site.address(script, query))
    assert (refused.status, refused.headers["Location"]) == (302, site.address(layout.error))
    assert "Hinweis" in site.text(layout.error)


@LAYOUTS
def test_a_script_that_is_none_is_404(layout: Layout) -> None:
    site = site_of(layout)
    assert site.get(site.address("si9999")).status == 404
    assert site.get(f"{BASE}/nothing/si0040{layout.suffix}").status == 404
    assert site.get(f"{BASE}{layout.root}si0040.html").status == 404


@LAYOUTS
def test_a_cancelled_meeting_stays_in_the_calendar(layout: Layout) -> None:
    site = Site(layout, SessionNetFace(town_with_cancellations, layout))
    one = next(meeting for meeting in town_with_cancellations.meetings if meeting.cancelled)
    calendar = read_text(site.text("si0040", f"__cjahr={one.start.year}&__cmonat={one.start.month}"))
    assert "entfällt" in calendar
    page = read_text(site.agenda(one))
    assert "entfällt" in page
    assert "keine Tagesordnung" in page


@LAYOUTS
def test_former_members_are_told_to_who_asks_for_all_times(layout: Layout) -> None:
    site = site_of(layout)
    former = next(one for one in town.memberships if one.end and one.organization_id == 1)
    organ = "__kgrnr=1"
    until = f"{former.end:%d.%m.%Y}"
    assert until not in site.text("kp0040", organ)
    assert until in site.text("kp0040", f"__cwpall=1&{organ}")


def test_the_old_agenda_page_needs_the_calendars_session() -> None:
    site = site_of(CLASSIC)
    meeting = town.meetings[0]
    address = site.address("si0057", f"__ksinr={meeting.id}")
    assert site.get(address).headers["Location"] == site.address("error")
    cookie = site.get(site.address("si0040")).headers["Set-Cookie"].partition(";")[0]
    assert cookie == SESSION_COOKIE
    assert site.get(address, cookies=f"other=1; {cookie}").body.decode() == site.agenda(meeting)


def test_old_downloads_are_posted() -> None:
    site = site_of(CLASSIC)
    paper = town.papers[5]
    page = site.text("vo0050", f"__kvonr={paper.id}")
    assert re.findall(r'name="DT" value="(\d+)"', page) == [str(one) for one in (paper.file_id, *paper.attachment_ids)]
    address = site.address("ydocstart")
    answer = site.get(address, form=f"DT={paper.file_id}&x=3&y=4")
    assert answer.headers["Location"] == site.address("getfile", f"id={paper.file_id}&type=do")
    for form in (None, "", "DT=one"):
        assert site.get(address, form=form).headers["Location"] == site.address("error")
    assert site_of(MODERN).get(site_of(MODERN).address("ydocstart"), form="DT=1").status == 404


def test_a_result_is_told_in_two_lines_where_it_has_a_count() -> None:
    item = next(one for one in town.agenda_items if one.result and "(Ja:" in one.result and ": Ja" not in one.result)
    result = result_of(item)
    assert f"{result.decision} ({result.count})" == item.result
    meeting = town.meeting_of[item.meeting_id]
    modern = site_of(MODERN).agenda(meeting)
    assert f"<strong>Beschluss:</strong> {result.decision}</p>" in modern
    assert "<strong>Abstimmung:</strong>  Ja:&nbsp;" in modern
    classic = site_of(CLASSIC).agenda(meeting)
    assert 'smc_topr">Beschluss: </td>' in classic
    assert 'smc_topr">Abstimmung: </td>' in classic


def test_a_late_item_says_when_it_came() -> None:
    item = next(one for one in town.agenda_items if one.late)
    page = site_of(CLASSIC).agenda(town.meeting_of[item.meeting_id])
    assert f'<span class="smcf_tondat">Nachtrag: {item.created:%d.%m.%Y}</span>' in page


def test_part_times_are_those_of_held_meetings() -> None:
    council = Council(town)
    for meeting in town.meetings:
        parts = council.parts_of(meeting)
        assert [one for part in parts for one in part.items] == [one for one in meeting.agenda if not one.heading]
        times = [part.begins for part in parts if part.begins]
        assert times == sorted(times)
        assert not times or (times[0] == meeting.start and meeting.end is not None and times[-1] <= meeting.end)


def test_the_way_of_a_paper_names_the_day_only_where_the_meeting_has_a_page() -> None:
    paper = max(town.papers, key=lambda one: len(one.consultations))
    cards = site_of(MODERN).text("vo0053", f"__kvonr={paper.id}")
    rows = site_of(CLASSIC).text("vo0050", f"__kvonr={paper.id}")
    for station in paper.consultations:
        organ = town.organization_of[station.organization_id].name
        assert organ in read_text(cards)
        assert station.role in read_text(rows)
        assert (f"__ksinr={station.meeting_id}" in cards) == (f"__ksinr={station.meeting_id}" in rows)
    assert cards.count('class="card card-light"') == rows.count("smc_field_txname") == len(paper.consultations)


@pytest.mark.parametrize(
    ("year", "month", "before", "after", "days"),
    [(2024, 1, (2023, 12), (2024, 2), 31), (2024, 12, (2024, 11), (2025, 1), 31), (2024, 2, (2024, 1), (2024, 3), 29)],
)
def test_months(year: int, month: int, before: tuple[int, int], after: tuple[int, int], days: int) -> None:
    one = Month(year, month)
    assert (one.previous, one.next, len(one.days)) == (Month(*before), Month(*after), days)


def test_umlauts_are_written_as_the_layout_does() -> None:
    assert numeric("Straße „A & B“") == "Stra&#223;e &#8222;A &amp; B&#8220;"
    assert named("Straße") == "Stra&szlig;e"
    meeting = town.meetings[0]
    assert time_text(meeting.start, None) == "18:00&nbsp;Uhr"
    assert period(town.memberships[0]).startswith("von 0")


def read_text(page: str) -> str:
    """The page without tags, entities and non-breaking spaces."""
    return unescape(re.sub(r"<[^>]*>", "", page.replace("<br>", "\n"))).replace("\xa0", " ")

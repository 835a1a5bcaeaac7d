"""The site's pages as a person reads them."""

import sqlite3
from contextlib import closing

import pytest

from publish.serve import site
from tests.publish.conftest import COUNCIL, HOSTILE, MEETING, PAPER, RELEASE, Get, visitor
from tests.support.archive_file import ArchiveFile

ADDRESSES = [
    "/",
    "/suche?q=radweg",
    "/archive",
    "/archive/meetings",
    f"/archive/meetings/{MEETING}",
    "/archive/agenda_items/musterstadt-agenda-item-2",
    f"/archive/papers/{PAPER}",
    f"/archive/organizations/{COUNCIL}",
    "/archive/persons/musterstadt-person-1",
    f"/archive/press_releases/{RELEASE}",
    "/archive/files/musterstadt-file-1",
    "/archive/consultations/musterstadt-consultation-1",
    "/archive/memberships",
    "/archive/sources/gruene",
    "/archive/runs",
    "/archive/runs/2",
    "/archive/changes",
    "/archive/changes/1",
    "/archive/file_links",
    "/archive/file_links/1",
    "/archive/agenda_results",
    "/archive/paper_stations",
    "/archive?sql=select+1+as+eins",
]


@pytest.mark.parametrize("address", ADDRESSES)
async def test_every_page_is_german_titled_and_usable_without_a_mouse(get: Get, address: str) -> None:
    page = await get(address)
    assert page.status == 200
    assert len(page.tree.css("html[lang=de]")) == 1
    assert page.texts("title")[0].endswith("– Ratsarchiv")
    assert len(page.tree.css("h1")) == 1
    assert page.addresses("a.skip") == ["#inhalt"]
    assert page.tree.css_first("main#inhalt") is not None
    assert not page.tree.css("script")
    unlabelled = [
        node.html
        for node in page.tree.css("main input:not([type=hidden]), main select, main textarea")
        if node.parent is not None
        and node.parent.tag != "label"
        and not page.tree.css(f'label[for="{node.attributes.get("id")}"]')
    ]
    assert unlabelled == []


async def test_links_of_the_site_lead_somewhere(get: Get) -> None:
    links = {link for address in ADDRESSES for link in (await get(address)).addresses()}
    inside = {link for link in links if link.startswith("/") and "_sort" not in link}
    assert len(inside) > 100
    dead = [link for link in sorted(inside) if (await get(link)).status != 200]
    assert dead == []


async def test_home_tells_what_is_there_and_how_the_last_run_went(get: Get) -> None:
    page = await get("/")
    assert page.texts(".figures li") == ["2 Sitzungen", "2 Tagesordnungspunkte", "2 Vorlagen", "2 Pressemitteilungen"]
    council, party = sorted(page.texts(".card"), reverse=True)
    assert council.startswith("Musterstadt OParl-Schnittstelle · ris.example.org 2 Sitzungen")
    assert council.endswith("Letzter Lauf 01.03.2026, 04:00 : in Ordnung")
    assert party.startswith("Grüne Musterstadt Pressemitteilungen")
    assert party.endswith("auffällig – zu wenig")
    assert "abgesagt" in page.text
    assert page.links()["CSV"] == "/export/agenda_results.csv"


async def test_home_of_an_empty_archive(empty_archive: ArchiveFile) -> None:
    with closing(sqlite3.connect(empty_archive.path)) as connection, connection:
        connection.execute("DELETE FROM sources")
    page = await visitor(site(empty_archive.path))("/")
    assert page.status == 200
    assert "noch keine Quellen" in page.text


async def test_meetings_to_come_stand_apart(archive: ArchiveFile) -> None:
    archive.add("meetings", id="musterstadt-meeting-9", name="Zukunft", start="2999-01-01T17:00:00+01:00")
    page = await visitor(site(archive.path))("/")
    headings = page.texts("h2")
    assert headings.index("Nächste Sitzungen") < headings.index("Letzte Sitzungen")
    assert "Dienstag, 1. Januar 2999, 17:00 Uhr" in page.text


async def test_a_table_has_german_headings_and_only_columns_for_people(get: Get) -> None:
    page = await get("/archive/papers")
    assert page.texts("table.data th") == ["Aktenzeichen", "Vorlage", "Art laut Quelle", "Datum ▼", "Quelle"]
    assert page.links("table.data a")["Integrationskonzept der Stadt"] == f"/archive/papers/{PAPER}"
    assert "20.02.2017" in page.texts("td.col-date")
    assert "Aktenzeichen reference" in page.texts("dt")


async def test_a_table_shows_all_columns_or_chosen_ones_on_request(get: Get) -> None:
    everything = await get("/archive/papers?_spalten=alle")
    assert {"Prüfsumme", "Kennung der Quelle", "Nummer im Suchindex"} <= set(everything.texts("table.data th"))
    chosen = await get("/archive/papers?_col=vendor_id")
    assert chosen.texts("table.data th") == ["Kennung", "Kennung der Quelle"]


@pytest.mark.parametrize("column", ["record_id", "field", "record_table", "old"])
async def test_single_columns_of_changes_can_be_chosen(get: Get, column: str) -> None:
    assert (await get(f"/archive/changes?_col={column}")).status == 200


async def test_a_filtered_table_says_so(get: Get) -> None:
    page = await get("/archive/papers?_search=antrag&kind=motion&_sort=name")
    assert page.texts(".result-count") == [
        "1 Eintrag · Suche nach „antrag“ · Art ist gleich „Antrag“ · sortiert nach Vorlage"
    ]
    facets = await get("/archive/papers")
    assert {"Antrag", "Beschlussvorlage"} <= set(facets.links(".facets a"))


async def test_foreign_keys_show_names_and_missing_records_are_no_links(archive: ArchiveFile) -> None:
    archive.add("agenda_items", id="musterstadt-agenda-item-7", name="Waise", meeting_id="musterstadt-meeting-77")
    get = visitor(site(archive.path))
    table = await get("/archive/agenda_items?_sort=id")
    assert table.links("table.data a")["12. Sitzung des Rates"] == f"/archive/meetings/{MEETING}"
    assert "musterstadt-meeting-77" in table.texts("td.col-meeting_id")
    assert "/archive/meetings/musterstadt-meeting-77" not in table.addresses()
    record = await get("/archive/agenda_items/musterstadt-agenda-item-7")
    assert "/archive/meetings/musterstadt-meeting-77" not in record.addresses()


async def test_records_without_a_name_can_be_opened(archive: ArchiveFile) -> None:
    archive.add("papers", id="musterstadt-paper-9", reference="B-9")
    archive.add("consultations", id="musterstadt-consultation-9", paper_id="musterstadt-paper-9")
    get = visitor(site(archive.path))
    assert "/archive/papers/musterstadt-paper-9" in (await get("/archive/papers")).addresses("table.data a")
    consultations = await get("/archive/consultations")
    assert "None" not in consultations.text
    assert (await get("/archive/papers/musterstadt-paper-9")).status == 200


async def test_ids_of_other_making_lead_to_their_page(archive: ArchiveFile) -> None:
    archive.add("fetches", address="https://ris.example.org/a?b=1&c=ü", source="musterstadt", fetched_at="2026-03-01")
    get = visitor(site(archive.path))
    address = (await get("/archive/fetches")).addresses("td.col-address a")[0]
    page = await get(address)
    assert page.status == 200
    assert "https://ris.example.org/a?b=1&c=ü" in page.text


async def test_a_meeting_is_told_in_words(get: Get) -> None:
    page = await get(f"/archive/meetings/{MEETING}")
    assert page.texts("h1") == ["12. Sitzung des Rates"]
    assert "Freitag, 10. März 2017, 17:00 bis 19:30 Uhr" in page.text
    assert "Rathaus, Ratssaal" in page.text
    assert page.texts(".agenda .topic") == ["Eröffnung", "Integrationskonzept"]
    assert page.texts(".agenda .number") == ["Ö 1", "Ö 2"]
    assert page.texts(".agenda .result") == ["Ergebnis: einstimmig beschlossen"]
    links = page.links()
    assert links["Integrationskonzept der Stadt"] == f"/archive/papers/{PAPER}"
    assert links["Rat der Stadt"] == f"/archive/organizations/{COUNCIL}"
    assert links["Konzept.pdf"] == "https://ris.example.org/getfile?id=1&type=do"
    assert "Einladung · PDF · 2,4 MB" in page.text


async def test_a_cancelled_meeting_is_marked_and_its_change_told(get: Get) -> None:
    page = await get("/archive/meetings/musterstadt-meeting-2")
    assert page.texts("h1") == ["13. Sitzung des Rates abgesagt"]
    assert page.texts(".changes li") == ["Sonntag, 1. März 2026, 04:05 Uhr Abgesagt : leer → ja"]


async def test_a_paper_shows_its_way(get: Get) -> None:
    page = await get(f"/archive/papers/{PAPER}")
    assert page.texts(".kicker") == ["Beschlussvorlage VO/2017/0312"]
    assert page.texts("table.data td") == [
        "10.03.2017, 17:00",
        "Rat der Stadt",
        "Entscheidung entscheidend",
        "Ö 2",
        "einstimmig beschlossen",
    ]
    assert "Amt für Soziales" in page.text
    assert len(page.tree.css(".files li")) == 1  # the main file is linked twice
    assert page.links()["bei der Quelle ansehen"] == "https://ris.example.org/vo0050?__kvonr=1"


async def test_a_press_release_reads_like_one(get: Get) -> None:
    page = await get(f"/archive/press_releases/{RELEASE}")
    assert page.texts("h1") == ["Integrationskonzept beschlossen"]
    assert page.texts(".byline") == ["Freitag, 10. März 2017 , geändert am Donnerstag, 16. März 2017 · von Fraktion"]
    assert page.texts(".reading p") == ["Der Rat hat heute beschlossen.", "O'Neill sagt: gut so."]
    assert page.texts(".inline li") == ["Integration", "Rat"]
    assert page.links()["https://gruene.example.org/konzept"] == "https://gruene.example.org/konzept"


async def test_organs_and_people_know_each_other(get: Get) -> None:
    organ = await get(f"/archive/organizations/{COUNCIL}")
    assert organ.links()["Dr. Anna Özdemir"] == "/archive/persons/musterstadt-person-1"
    assert organ.links()["Freitag, 10. März 2017, 17:00 Uhr"] == f"/archive/meetings/{MEETING}"
    person = await get("/archive/persons/musterstadt-person-1")
    assert person.links()["Rat der Stadt"] == f"/archive/organizations/{COUNCIL}"
    assert "Vorsitz seit 04.11.2025" in person.text.replace(",", "")


async def test_what_the_source_removed_is_marked(get: Get) -> None:
    page = await get("/archive/press_releases/gruene-press-release-2")
    assert "Von der Quelle entfernt am Sonntag, 1. Februar 2026, 04:00 Uhr." in page.text
    assert "entfernt" in (await get("/archive/press_releases")).texts("table.data .mark")


async def test_the_json_of_a_record_is_datasettes_own(get: Get) -> None:
    page = await get(f"/archive/papers/{PAPER}.json?_shape=array")
    assert page.response.json()[0]["reference"] == "VO/2017/0312"


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/suche?q=radweg",
        "/suche?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/archive/press_releases",
        "/archive/press_releases?_spalten=alle",
        "/archive/press_releases?_search=%3Cscript%3Ealert(1)%3C/script%3E",
        "/archive/press_releases?author=%3Cscript%3Ealert(1)%3C/script%3E",
        "/archive/press_releases?_facet=author",
        "/archive/press_releases/gruene-press-release-2",
        "/archive?sql=select+title,source_url+from+press_releases+where+1+or+%27%3Cscript%3E%27",
        "/archive?sql=%3Cscript%3E",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/archive/papers/%3Cimg%20src=x%3E",
    ],
)
async def test_texts_of_strangers_stay_texts(get: Get, address: str) -> None:
    page = await get(address)
    assert page.status < 500
    assert not page.tree.css("script, main img, main b, [onerror]")
    assert not [link for link in page.addresses() if link.lower().strip().startswith("javascript")]


async def test_the_hostile_text_is_shown_as_it_is(get: Get) -> None:
    page = await get("/archive/press_releases/gruene-press-release-2")
    assert page.texts("h1") == [f"Radweg {HOSTILE}"]


@pytest.mark.parametrize("address", ["/", "/nix", "/suche?q=a", "/archive/papers.json", "/export/papers.csv"])
async def test_browsers_are_told_to_run_nothing(get: Get, address: str) -> None:
    headers = (await get(address)).response.headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nix", 404, "Seite nicht gefunden"),
        ("/archive/nix", 404, "Seite nicht gefunden"),
        ("/archive/papers/nix", 404, "Seite nicht gefunden"),
        ("/nix/papers", 404, "Seite nicht gefunden"),
        ("/archive/papers?_sort=nix", 400, "Diese Abfrage ist nicht möglich"),
        ("/archive/papers?_size=viel", 400, "Diese Abfrage ist nicht möglich"),
        ("/archive?sql=delete+from+papers", 400, "Diese Abfrage ist nicht möglich"),
        ("/archive?sql=select+nix", 400, "Die Abfrage ist fehlgeschlagen"),
        ("/archive/agenda_results?_next=x", 500, "Da ist etwas schiefgegangen"),
    ],
)
async def test_errors_are_told_in_german(get: Get, address: str, status: int, words: str) -> None:
    page = await get(address)
    assert page.status == status
    assert words in page.text


async def test_errors_of_programs_stay_json(get: Get) -> None:
    page = await get("/archive/nix.json")
    assert page.status == 404
    assert page.response.json()["ok"] is False


async def test_a_query_that_takes_too_long_is_explained(get: Get) -> None:
    endless = "with recursive c(x) as (select 1 union all select x || 1 from c) select count(*) from c"
    page = await get(f"/archive/papers?_where=({endless.replace(' ', '+')})")
    assert page.status == 400
    assert "Die Abfrage dauert zu lange" in page.text


async def test_nothing_is_written_to_the_console_about_missing_pages(
    get: Get, capfd: pytest.CaptureFixture[str]
) -> None:
    await get("/nix")
    assert capfd.readouterr() == ("", "")


async def test_long_addresses_are_not_repeated_in_the_head_of_the_answer(get: Get) -> None:
    assert "link" in (await get("/archive/papers")).response.headers
    assert "link" not in (await get(f"/archive/papers?_search={'a' * 10_000}")).response.headers


async def test_static_files_are_served(get: Get) -> None:
    page = await get("/")
    style = page.addresses("link[rel=stylesheet]")[0]
    assert (await get(style)).response.headers["content-type"].startswith("text/css")
    assert (await get("/-/ratsarchiv/../plugin.py")).status == 404

"""Pages of single records that real councils' data makes difficult."""

from publish.serve import site
from tests.publish.conftest import COUNCIL, MEETING, PAPER, visitor
from tests.support.archive_file import ArchiveFile


async def test_a_removed_record_of_which_nothing_is_left_shows_only_that(archive: ArchiveFile) -> None:
    archive.add("meetings", id="musterstadt-meeting-9", deleted_at="2018-03-08", deleted_reason="the source says so")
    page = await visitor(site(archive.path))("/archive/meetings/musterstadt-meeting-9")
    assert "Mehr als das nennt sie nicht." in page.text
    assert "Tagesordnung" not in page.text
    assert "Die Quelle sagt es selbst" in page.text


async def test_a_paper_under_an_item_of_the_same_title_shows_its_number_only(archive: ArchiveFile) -> None:
    archive.add("papers", id="musterstadt-paper-9", reference="A-9", name="Integrationskonzept")
    archive.add("consultations", id="musterstadt-consultation-9", paper_id="musterstadt-paper-9", meeting_id=MEETING,
                agenda_item_id="musterstadt-agenda-item-2")  # fmt: skip
    links = (await visitor(site(archive.path))(f"/archive/meetings/{MEETING}")).links(".agenda a")
    assert links["A-9"] == "/archive/papers/musterstadt-paper-9"
    assert links["Integrationskonzept"] == "/archive/agenda_items/musterstadt-agenda-item-2"
    assert links["Integrationskonzept der Stadt"] == f"/archive/papers/{PAPER}"


async def test_former_members_stand_apart(archive: ArchiveFile) -> None:
    archive.add("persons", id="musterstadt-person-9", name="Otto Früher")
    archive.add("memberships", id="musterstadt-membership-9", person_id="musterstadt-person-9", organization_id=COUNCIL,
                end_date="2020-10-31")  # fmt: skip
    page = await visitor(site(archive.path))(f"/archive/organizations/{COUNCIL}")
    assert "Otto Früher" in page.links("details a")
    assert "Dr. Anna Özdemir" not in page.links("details a")


async def test_a_run_tells_its_reason_and_its_numbers_in_german(archive: ArchiveFile) -> None:
    archive.add("runs", id=9, source="musterstadt", started="2026-03-02T03:00:00+00:00", mode="full", items=17374,
                verdict="interrupted", reason="the source gave no record at all")  # fmt: skip
    get = visitor(site(archive.path))
    for address in ("/", "/archive/runs", "/archive/runs/9"):
        text = (await get(address)).text
        assert "abgebrochen" in text, address
        assert "die Quelle nannte keinen einzigen Eintrag" in text, address
    assert "17.374" in (await get("/archive/runs/9")).text


async def test_what_was_not_read_is_explained_in_german_and_marked_as_english(archive: ArchiveFile) -> None:
    archive.add("runs", id=9, source="musterstadt", started="2026-03-02T03:00:00+00:00", mode="full")
    archive.add("complaints", id=9, run=9, severity="error", address="https://ris.example.org/7", page_kind="agenda",
                expected="a sitting with its date", came="HTTP status 500", advice="Look at it.")  # fmt: skip
    archive.add("documents", sha256="0" * 64, mime_type="application/pdf", size=7, page_count=0,
                text_status="encrypted", problem="It has a password.", read_at="2026-03-02T03:00:00+00:00")  # fmt: skip
    get = visitor(site(archive.path))
    for address in ("/archive/complaints", "/archive/complaints/9"):
        page = await get(address)
        assert "Dem Archiv fehlt deshalb etwas" in page.text, address
        for words in ("agenda", "a sitting with its date", "HTTP status 500", "Look at it."):
            assert f'<span lang="en">{words}</span>' in page.html, address
    assert '<span lang="en">It has a password.</span>' in (await get("/archive/documents")).html

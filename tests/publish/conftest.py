"""The site over a small hand-made archive: a council day, and strangers' texts that mean harm."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from publish.serve import site
from tests.support.archive_file import ArchiveFile

HOSTILE = "<script>alert('Rat')</script> & \"Zitat\" <img src=x onerror=alert(1)>"
"""A text that breaks out of HTML wherever somebody forgot to escape it."""

COUNCIL = "musterstadt-organization-rat"
MEETING = "musterstadt-meeting-1"
PAPER = "musterstadt-paper-1"
RELEASE = "gruene-press-release-1"


@pytest.fixture(scope="session")
def no_records(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFile:
    """To be copied, not written to."""
    return ArchiveFile(tmp_path_factory.mktemp("empty") / "archive.db")


@pytest.fixture
def empty_archive(no_records: ArchiveFile, tmp_path: Path) -> ArchiveFile:
    return no_records.copy(tmp_path / "archive.db")


@pytest.fixture
def archive(council_day: ArchiveFile, tmp_path: Path) -> ArchiveFile:
    return council_day.copy(tmp_path / "archive.db")


@pytest.fixture(scope="session")
def council_day(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFile:
    """One meeting of the council with an agenda, its papers and files, and a party that writes about it.

    To be copied, not written to.
    """
    made = ArchiveFile(tmp_path_factory.mktemp("council") / "archive.db")
    add = made.add
    add(
        "sources",
        key="gruene",
        name="Grüne Musterstadt",
        system="press",
        url="https://gruene.example.org/",
        party="Bündnis 90/Die Grünen",
        council="musterstadt",
    )
    add("runs", id=1, source="musterstadt", started="2026-03-01T03:00:00+00:00", mode="full", verdict="good")
    add(
        "runs",
        id=2,
        source="gruene",
        started="2026-03-01T03:10:00+00:00",
        mode="full",
        verdict="suspicious",
        reason="zu wenig",
    )
    add("organizations", id=COUNCIL, name="Rat der Stadt", classification="Rat")
    add("organizations", id="musterstadt-organization-spd", name="SPD-Fraktion")
    add("persons", id="musterstadt-person-1", name="Dr. Anna Özdemir", family_name="Özdemir", title='["Dr."]')
    add(
        "memberships",
        id="musterstadt-membership-1",
        person_id="musterstadt-person-1",
        organization_id=COUNCIL,
        role="Vorsitz",
        start_date="2025-11-04",
    )
    add(
        "files",
        id="musterstadt-file-1",
        name="Konzept.pdf",
        mime_type="application/pdf",
        size=2_400_000,
        access_url="https://ris.example.org/getfile?id=1&type=do",
    )
    add(
        "meetings",
        id=MEETING,
        name="12. Sitzung des Rates",
        organization_id=COUNCIL,
        start="2017-03-10T17:00:00+01:00",
        end="2017-03-10T19:30:00+01:00",
        place="Rathaus, Ratssaal",
        invitation_id="musterstadt-file-1",
    )
    add(
        "meetings",
        id="musterstadt-meeting-2",
        name="13. Sitzung des Rates",
        organization_id=COUNCIL,
        start="2017-04-07",
        cancelled=1,
    )
    add(
        "papers",
        id=PAPER,
        reference="VO/2017/0312",
        name="Integrationskonzept der Stadt",
        paper_type="Beschlussvorlage",
        kind="proposal",
        date="2017-02-20",
        main_file_id="musterstadt-file-1",
        source_url="https://ris.example.org/vo0050?__kvonr=1",
    )
    add("papers", id="musterstadt-paper-2", reference="A-12", name="Antrag zum Haushaltsplan", kind="motion")
    add(
        "agenda_items",
        id="musterstadt-agenda-item-2",
        meeting_id=MEETING,
        position=1,
        number="Ö 2",
        name="Integrationskonzept",
        result="einstimmig beschlossen",
        resolution_text="Der Rat beschließt das Konzept.",
        public=1,
    )
    add(
        "agenda_items",
        id="musterstadt-agenda-item-1",
        meeting_id=MEETING,
        position=0,
        number="Ö 1",
        name="Eröffnung",
        public=1,
    )
    add(
        "consultations",
        id="musterstadt-consultation-1",
        paper_id=PAPER,
        meeting_id=MEETING,
        agenda_item_id="musterstadt-agenda-item-2",
        organization_id=COUNCIL,
        role="Entscheidung",
        authoritative=1,
        position=0,
    )
    add("file_links", paper_id=PAPER, file_id="musterstadt-file-1", role="mainFile", position=0)
    add("paper_originators", paper_id=PAPER, name="Amt für Soziales", role="direction", position=0)
    add(
        "press_releases",
        id=RELEASE,
        source="gruene",
        party="Bündnis 90/Die Grünen",
        title="Integrationskonzept beschlossen",
        published="2017-03-10",
        modified="2017-03-16",
        author="Fraktion",
        text="Der Rat hat heute beschlossen.\n\nO'Neill sagt: gut so.",
        tags='["Integration", "Rat"]',
        source_url="https://gruene.example.org/konzept",
    )
    add(
        "press_releases",
        id="gruene-press-release-2",
        source="gruene",
        party="Bündnis 90/Die Grünen",
        title=f"Radweg {HOSTILE}",
        published="2018-05-02T09:00:00+02:00",
        author=HOSTILE,
        text=f"Der Radweg {HOSTILE} kommt.",
        tags=f'["{"<b>fett</b>"}"]',
        source_url="javascript:alert(document.cookie)",
        deleted_at="2026-02-01T04:00:00+01:00",
    )
    add(
        "changes",
        record_table="meetings",
        record_id="musterstadt-meeting-2",
        field="cancelled",
        new="1",
        seen_at="2026-03-01T03:05:00+00:00",
        run=1,
    )
    return made


class Page:
    """An answer of the site, as a person or a program reads it."""

    def __init__(self, response: Any) -> None:
        self.response = response
        self.status: int = response.status_code
        self.html: str = response.text

    @property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @property
    def text(self) -> str:
        """What the page says, with single spaces."""
        main = self.tree.css_first("main")
        assert main is not None
        return " ".join(main.text(separator=" ").split())

    def addresses(self, selector: str = "a[href]") -> list[str]:
        """Where links lead, in the order of the page."""
        return [link.attributes["href"] or "" for link in self.tree.css(selector)]

    def links(self, selector: str = "a[href]") -> dict[str, str]:
        """Addresses by the words of their link; of several with the same words the first."""
        words = [" ".join(link.text().split()) for link in self.tree.css(selector)]
        return dict(reversed(list(zip(words, self.addresses(selector), strict=True))))

    def texts(self, selector: str) -> list[str]:
        return [" ".join(node.text(separator=" ").split()) for node in self.tree.css(selector)]


Get = Callable[[str], Awaitable[Page]]


def visitor(datasette: Any) -> Get:
    async def get(address: str) -> Page:
        return Page(await datasette.client.get(address))

    return get


@pytest.fixture(scope="session")
def council_site(council_day: ArchiveFile) -> Iterator[Any]:
    """One site for all tests that only look: it compiles its templates once."""
    datasette = site(council_day.path)
    yield datasette
    for database in datasette.databases.values():
        database.close()


@pytest.fixture
def get(council_site: Any) -> Get:
    """Asks the site over the council's day for an address."""
    return visitor(council_site)

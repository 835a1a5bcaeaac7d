"""/suche, and Datasette's own search boxes on the three searched tables."""

from urllib.parse import quote_plus

import pytest

from publish.search import LAST_PAGE, MARK_END, MARK_START, PAGE_SIZE, Question, marked
from publish.serve import site
from tests.publish.conftest import MEETING, PAPER, RELEASE, Get, visitor
from tests.support.archive_file import ArchiveFile

TYPED = [
    "O'Neill",
    "VO/2024/0312",
    "A-12",
    "haushalt*",
    '"neue Schule"',
    '"neue Schule',
    '"',
    "'",
    "*",
    "-",
    ":",
    "^",
    "(",
    ")",
    "(a OR",
    "NEAR(a b, 3)",
    "AND",
    "OR NOT",
    "title:x",
    "-Radweg",
    "Straße",
    "😀 🏛",
    "\0",
    "Rad\0weg",
    "%",
    "%00",
    ";--",
    "\\",
    "../../etc",
    "{{7*7}}",
    "x" * 10_000,
    "ü " * 5_000,
    '"' * 9_999,
]


@pytest.mark.parametrize(
    "address",
    [
        "/suche?q=",
        "/archive/papers?_search=",
        "/archive/papers.json?_search=",
        "/archive/papers.csv?_search=",
        "/archive/papers?_searchmode=raw&_search=",
        "/archive/agenda_items?_search=",
        "/archive/press_releases?_search=",
    ],
)
async def test_any_typed_text_is_searched(get: Get, address: str) -> None:
    for typed in TYPED:
        page = await get(address + quote_plus(typed))
        assert page.status == 200, typed[:50]


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("integrationskonzept", [f"/archive/papers/{PAPER}", "/archive/agenda_items/musterstadt-agenda-item-2"]),
        ("VO/2017/0312", [f"/archive/papers/{PAPER}"]),
        ("haushalt*", ["/archive/papers/musterstadt-paper-2"]),
        ("A-12", ["/archive/papers/musterstadt-paper-2"]),
        ("o'neill", [f"/archive/press_releases/{RELEASE}"]),
        ("einstimmig", ["/archive/agenda_items/musterstadt-agenda-item-2"]),
        ('"heute beschlossen"', [f"/archive/press_releases/{RELEASE}"]),
        ('"beschlossen heute"', []),
        ("gibtesnicht", []),
    ],
)
async def test_hits_link_to_their_records(get: Get, typed: str, addresses: list[str]) -> None:
    page = await get(f"/suche?q={quote_plus(typed)}")
    hits = set(page.addresses(".hits h2 a"))
    assert set(addresses) <= hits
    assert bool(hits) == bool(addresses)
    if not addresses:
        assert "Nichts gefunden" in page.text


async def test_a_hit_says_what_where_and_when(get: Get) -> None:
    page = await get("/suche?q=einstimmig")
    assert "1 Treffer" in page.text
    assert page.texts(".hits .quiet") == ["Tagesordnungspunkt · 10.03.2017, 17:00 · Rat der Stadt · Musterstadt"]
    assert page.texts(".hits mark") == ["einstimmig"]


@pytest.mark.parametrize(
    ("filters", "hits"),
    [
        ("", 3),
        ("&art=presse", 1),
        ("&art=vorlagen", 1),
        ("&art=unsinn", 3),
        ("&quelle=gruene", 1),
        ("&quelle=musterstadt", 2),
        ("&quelle=unbekannt", 0),
        ("&von=2017", 3),
        ("&von=2018", 0),
        ("&bis=2017", 3),
        ("&bis=2016", 0),
        ("&bis=9999", 3),
        ("&von=0000&bis=0000", 0),
        ("&von=2017&bis=2017&art=punkte&quelle=musterstadt", 1),
        ("&von=letztes+Jahr&seite=-1", 3),
        ("&von=٢٠١٧&seite=²", 3),
    ],
)
async def test_hits_are_filtered(get: Get, filters: str, hits: int) -> None:
    page = await get(f"/suche?q=integrationskonzept{filters}")
    assert page.status == 200
    assert len(page.tree.css(".hits li")) == hits


async def test_the_form_keeps_what_was_asked(get: Get) -> None:
    page = await get("/suche?q=%22a%22+b&art=presse&quelle=gruene&von=2016&bis=2018")
    values = {node.attributes["name"]: node.attributes.get("value") for node in page.tree.css("main form input")}
    assert values == {"q": '"a" b', "von": "2016", "bis": "2018"}
    assert page.texts("main form option[selected]") == ["Pressemitteilungen", "Grüne Musterstadt"]


async def test_without_words_there_is_help(get: Get) -> None:
    page = await get("/suche")
    assert page.status == 200
    assert "Wortanfänge" in page.text
    assert "Treffer" not in page.text


async def test_deleted_records_are_found_and_marked(get: Get) -> None:
    page = await get("/suche?q=radweg")
    assert "entfernt am 01.02.2026" in page.text


async def test_hits_come_in_pages(empty_archive: ArchiveFile) -> None:
    rows = [{"id": f"musterstadt-paper-{i}", "name": f"Radweg {i}"} for i in range(PAGE_SIZE * 2 + 5)]
    empty_archive.add_many("papers", rows)
    get = visitor(site(empty_archive.path))
    seen: set[str] = set()
    address = "/suche?q=radweg"
    for expected in (PAGE_SIZE, PAGE_SIZE, 5):
        page = await get(address)
        hits = set(page.addresses(".hits h2 a"))
        assert len(hits) == expected
        assert not hits & seen
        seen |= hits
        address = f"/suche{page.links('.paging a').get('Weiter', '')}"
    assert address == "/suche"
    behind = await get("/suche?q=radweg&seite=9")
    assert "So weit reichen die Treffer nicht" in behind.text


@pytest.mark.parametrize("page", ["0", "-3", "x", "", "1e3", "99999999"])
def test_pages_that_do_not_exist_are_brought_into_range(page: str) -> None:
    assert 1 <= Question.of({"seite": page}).page <= LAST_PAGE


def test_addresses_of_a_question_leave_out_what_was_not_asked() -> None:
    question = Question(typed="Rad & Weg", kind="presse", page=3)
    assert question.address() == "q=Rad+%26+Weg&art=presse"
    assert question.address(page=4) == "q=Rad+%26+Weg&art=presse&seite=4"
    assert question.address(kind="") == "q=Rad+%26+Weg"


@pytest.mark.parametrize(
    ("snippet", "html"),
    [
        (f"ein {MARK_START}Rad{MARK_END} weg", "ein <mark>Rad</mark> weg"),
        (f"{MARK_START}<b>{MARK_END}", "<mark>&lt;b&gt;</mark>"),
        (f"{MARK_END}a{MARK_START}b", "ab"),
        (f"{MARK_START}a{MARK_START}b{MARK_END}{MARK_END}", "a<mark>b</mark>"),
        ("<mark>a", "&lt;mark&gt;a"),
    ],
)
def test_marks_are_the_only_html_of_a_snippet(snippet: str, html: str) -> None:
    assert marked(snippet) == html


@pytest.mark.parametrize("address", ["/archive/papers", "/archive/papers.json", "/archive/papers.csv"])
async def test_search_in_one_column_is_refused(get: Get, address: str) -> None:
    page = await get(f"{address}?_search_name=haushalt")
    assert page.status == 400
    assert "_search durchsucht alle Spalten" in page.html


async def test_a_snippet_does_not_repeat_the_title(get: Get) -> None:
    found = await get("/suche?q=haushaltsplan")
    assert found.texts(".hits h2") == ["Antrag zum Haushaltsplan"]
    assert found.texts(".snippet") == []


async def test_an_empty_search_box_shows_everything(get: Get) -> None:
    page = await get("/archive/papers.json?_search=&_shape=array")
    assert len(page.response.json()) == 2


async def test_a_table_search_goes_on_with_filters(get: Get) -> None:
    page = await get("/archive/papers.json?_search=haushalt*&kind=motion&_shape=array")
    assert [row["reference"] for row in page.response.json()] == ["A-12"]


async def test_the_agenda_item_of_a_meeting_that_is_not_there_is_found(empty_archive: ArchiveFile) -> None:
    empty_archive.add("agenda_items", id="musterstadt-agenda-item-9", name="Radweg", meeting_id=MEETING)
    page = await visitor(site(empty_archive.path))("/suche?q=radweg")
    assert page.texts(".hits h2") == ["Radweg"]

"""Votes by group that a page shows as a table keep their columns, in each system whose pages hold texts."""

import pytest

from scraper.items import AgendaItem
from tests.scraper.pages.allris3.saved import SAVED as ALLRIS3
from tests.scraper.pages.allris4.saved import SAVED as ALLRIS4
from tests.scraper.pages.sdnet.saved import SAVED as SDNET
from tests.support.saved_pages import SavedPages, of

TABLE = (
    "<table><tr><td></td><td><p>Ja</p></td><td><p>Nein</p></td></tr><tr><td><p>CDU</p></td><td><p>9</p></td><td></td></tr>"
    "<tr><td><p>SPD</p></td><td></td><td><p>7</p></td></tr></table>"
)
ROWS = "| | Ja | Nein |\n| CDU | 9 | |\n| SPD | | 7 |"


@pytest.mark.parametrize(
    ("saved", "page", "behind"),
    [
        (ALLRIS3, "to020-classic.html", "<body> <hr /><div>"),
        (ALLRIS4, "to020.html", "aufgestellt.</span>\n</p>"),
        (SDNET, "vorgang-item.html", '<td class="column-ergebnis">'),
    ],
    ids=lambda value: getattr(value, "system", None),
)
def test_the_columns_of_a_table_of_votes_are_kept(saved: SavedPages, page: str, behind: str) -> None:
    body = saved.body(page).decode(saved.encoding)
    assert behind in body
    told = of(saved.read_as(body.replace(behind, behind + TABLE, 1), saved.url(page)), AgendaItem)
    assert any(ROWS in str(text) for one in told for text in [*one.values(), *one.get("other", {}).values()]), told


def test_other_tables_stay_lines() -> None:
    body = ALLRIS4.body("to020.html").decode()
    table = "<table><tr><td>Ort</td><td>Preis</td></tr><tr><td>Furt</td><td></td></tr></table>"
    told = of(ALLRIS4.read_as(body.replace("<ol><li>", table + "<ol><li>", 1), ALLRIS4.url("to020.html")), AgendaItem)
    assert "Ort Preis\nFurt\n" in told[0]["resolution_text"]

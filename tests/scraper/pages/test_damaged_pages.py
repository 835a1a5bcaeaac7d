"""Pages that were damaged: no reader fails, and nothing wrong is taken without a complaint.

Wrong is: a thing that the page does not have (a name made of other numbers), or a field that it does not say. What no
reader can see is left out: words that changed inside a text.
"""

import pytest

from scraper.items import Item
from tests.scraper.pages.allris3.saved import SAVED as ALLRIS3
from tests.scraper.pages.allris4.saved import SAVED as ALLRIS4
from tests.scraper.pages.rubin.saved import SAVED as RUBIN
from tests.scraper.pages.sdnet.saved import SAVED as SDNET
from tests.scraper.pages.sessionnet.saved import SAVED as SESSIONNET
from tests.scraper.pages.sessionnet6.saved import SAVED as SESSIONNET6
from tests.support.damage import DAMAGES, STRUCTURAL, XML_DAMAGES, Damage, damaged, other_encoding, without_fields
from tests.support.recordings import said
from tests.support.saved_pages import SavedPages

SYSTEMS = (SESSIONNET, SESSIONNET6, ALLRIS3, ALLRIS4, SDNET, RUBIN)
PAGES = [pytest.param(saved, page, id=f"{saved.system}-{page}") for saved in SYSTEMS for page in saved.shown_at]
XML = [pytest.param(ALLRIS3, page, id=page) for page in ALLRIS3.shown_at if page.endswith(".xml")]


def damaged_pages(saved: SavedPages, page: str, damage: Damage) -> list[bytes]:
    body = saved.body(page)
    if damage is other_encoding:
        body = body.decode(saved.encoding).encode()
    return damaged(body, damage, page)


def named(items: list[Item]) -> dict[tuple[str, str], dict[str, object]]:
    return {(item.type_name, item.vendor_id): said(item) for item in items}


@pytest.mark.parametrize("damage", [*DAMAGES, without_fields], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize(("saved", "page"), PAGES)
def test_a_damaged_page_is_never_silently_empty(saved: SavedPages, page: str, damage: Damage) -> None:
    for body in damaged_pages(saved, page, damage):
        reading = saved.read_as(body, saved.url(page))
        assert reading.items or reading.complaints or reading.follow, body


@pytest.mark.parametrize("damage", [*STRUCTURAL, without_fields], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize(("saved", "page"), PAGES)
def test_nothing_wrong_is_taken_from_a_damaged_page_without_a_complaint(
    saved: SavedPages, page: str, damage: Damage
) -> None:
    assert_nothing_wrong(saved, page, damage)


@pytest.mark.parametrize("damage", XML_DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize(("saved", "page"), XML)
def test_nothing_wrong_is_taken_from_damaged_xml_without_a_complaint(
    saved: SavedPages, page: str, damage: Damage
) -> None:
    assert_nothing_wrong(saved, page, damage)


def assert_nothing_wrong(saved: SavedPages, page: str, damage: Damage) -> None:
    whole = named(saved.read(page).items)
    for body in damaged_pages(saved, page, damage):
        reading = saved.read_as(body, saved.url(page))
        if not reading.complaints:
            found = named(reading.items)
            assert found.keys() <= whole.keys(), body
            for name, fields in found.items():
                assert fields.keys() <= whole[name].keys(), body

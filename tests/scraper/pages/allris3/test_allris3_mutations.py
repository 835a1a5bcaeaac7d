"""Pages that were damaged: no reader fails, and nothing wrong is taken without a complaint.

Wrong is: a thing that the page does not have (a name made of other numbers), or a field that it does not say. What no
reader can see is left out: words that changed inside a text.
"""

import pytest

from scraper.items import Item
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, read_as, text_of
from tests.support.damage import DAMAGES, STRUCTURAL, Damage, damaged, noise, other_encoding
from tests.support.recordings import said


def damaged_pages(page: str, damage: Damage) -> list[bytes]:
    encoding = "utf-8" if damage is other_encoding else "cp1252"
    return damaged(text_of(page).encode(encoding), damage, page)


def named(items: list[Item]) -> dict[tuple[str, str], dict[str, object]]:
    return {(item.type_name, item.vendor_id): said(item) for item in items}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("page", SHOWN_AT)
def test_a_damaged_page_is_never_silently_empty(page: str, damage: Damage) -> None:
    for body in damaged_pages(page, damage):
        reading = read_as(body, SITE + SHOWN_AT[page])
        # A calendar whose links are broken letter by letter is one of sittings that have no number yet.
        assert reading.items or reading.complaints or (damage is noise and page.startswith("si01")), body


@pytest.mark.parametrize("damage", STRUCTURAL, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("page", SHOWN_AT)
def test_nothing_wrong_is_taken_from_a_damaged_page_without_a_complaint(page: str, damage: Damage) -> None:
    whole = named(read_as(text_of(page), SITE + SHOWN_AT[page]).items)
    for body in damaged_pages(page, damage):
        reading = read_as(body, SITE + SHOWN_AT[page])
        if not reading.complaints:
            found = named(reading.items)
            assert found.keys() <= whole.keys(), body
            for name, fields in found.items():
                assert fields.keys() <= whole[name].keys(), body

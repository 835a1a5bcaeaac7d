"""Answers that were damaged: no reader fails, and nothing wrong is taken without a complaint.

Wrong is: a thing that the whole answer does not have, or a field that it has not. What no reader can see is left out:
words that changed inside a text.
"""

import pytest

from scraper.items import Item
from tests.scraper.pages.rubin.saved import PAGES, SHOWN_AT, SITE, read_as
from tests.support.damage import DAMAGES, STRUCTURAL, Damage, damaged, without_a_piece, without_fields
from tests.support.recordings import said

ALL: list[Damage] = [*DAMAGES, without_fields]
VISIBLE: list[Damage] = [*STRUCTURAL, without_fields, without_a_piece]
"""What takes something from the data, and does not only change letters."""
TABLES = frozenset({"sitzungskalender.html", "sitzungen_top.html"})
"""A piece that is missing in a table may leave a table."""


def damaged_answers(page: str, damage: Damage) -> list[bytes]:
    return damaged(PAGES.joinpath(page).read_bytes(), damage, page)


def named(items: list[Item]) -> dict[tuple[str, str], dict[str, object]]:
    return {(item.type_name, item.vendor_id): said(item) for item in items}


@pytest.mark.parametrize("damage", ALL, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("page", SHOWN_AT)
def test_a_damaged_answer_is_never_silently_empty(page: str, damage: Damage) -> None:
    for body in damaged_answers(page, damage):
        reading = read_as(body, SITE + SHOWN_AT[page])
        assert reading.items or reading.complaints, body


@pytest.mark.parametrize("damage", VISIBLE, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("page", SHOWN_AT)
def test_nothing_wrong_is_taken_from_a_damaged_answer_without_a_complaint(page: str, damage: Damage) -> None:
    if page in TABLES and damage is without_a_piece:
        pytest.skip("a table without a piece is a table")
    whole = named(read_as(PAGES.joinpath(page).read_bytes(), SITE + SHOWN_AT[page]).items)
    for body in damaged_answers(page, damage):
        reading = read_as(body, SITE + SHOWN_AT[page])
        if not reading.complaints:
            found = named(reading.items)
            assert found.keys() <= whole.keys(), body
            for name, fields in found.items():
                assert fields.keys() <= whole[name].keys(), body

"""Answers that were damaged: no reader fails, and nothing wrong is taken without a complaint."""

import pytest

from scraper.items import Item
from tests.scraper.pages.sessionnet6.answers import ANSWERS, APP, TOLD_AT, read, read_as
from tests.support.damage import Damage, cut, damaged, noise, other_encoding, without_a_piece, without_fields
from tests.support.recordings import said

ALL: list[Damage] = [cut, without_a_piece, without_fields, other_encoding, noise]
VISIBLE: list[Damage] = [cut, without_fields, other_encoding]
"""What takes something from the data, and does not only change letters and numbers."""


def named(items: list[Item]) -> dict[tuple[str, str], dict[str, object]]:
    return {(item.type_name, item.vendor_id): said(item) for item in items}


@pytest.mark.parametrize("damage", ALL, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("answer", TOLD_AT)
def test_a_damaged_answer_is_never_silently_empty(answer: str, damage: Damage) -> None:
    for body in damaged(ANSWERS.joinpath(answer).read_bytes(), damage, answer):
        reading = read_as(body, APP + TOLD_AT[answer])
        assert reading.items or reading.complaints, body


@pytest.mark.parametrize("damage", VISIBLE, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("answer", TOLD_AT)
def test_nothing_wrong_is_taken_from_a_damaged_answer_without_a_complaint(answer: str, damage: Damage) -> None:
    whole = named(read(answer).items)
    for body in damaged(ANSWERS.joinpath(answer).read_bytes(), damage, answer):
        reading = read_as(body, APP + TOLD_AT[answer])
        if not reading.complaints:
            found = named(reading.items)
            assert found.keys() <= whole.keys(), body
            for name, fields in found.items():
                assert fields.keys() <= whole[name].keys(), body

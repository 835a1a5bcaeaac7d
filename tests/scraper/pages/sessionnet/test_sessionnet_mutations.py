"""Pages that were damaged: no reader fails, and nothing wrong is taken without a complaint.

Wrong is: a thing that the page does not have (a name made of other numbers), a thing lost or a field changed without a
word. What no reader can see is left out: words that changed inside a text.
"""

import os
import random
import re
from collections.abc import Callable

import pytest

from scraper.items import Item
from tests.scraper.pages.sessionnet.saved import PAGES, SHOWN_AT, SITE, read_as, said

ROUNDS = int(os.environ.get("DAMAGED_PAGES", "40"))
"""A page and a kind of damage. docs/systems.md tells of a longer run."""
TAG = re.compile(rb"<[a-zA-Z][^<>]*>")
ATTRIBUTE = re.compile(rb"""\s(?:class|id|href|name)=(?:"[^"]*"|'[^']*')""")
ROW = re.compile(rb"<tr\b.*?</tr>", re.DOTALL)

Damage = Callable[[bytes, random.Random], bytes]


def cut(body: bytes, chance: random.Random) -> bytes:
    return body[: chance.randrange(len(body))]


def without_a_piece(body: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(body))
    return body[:start] + body[start + chance.randrange(1, 200) :]


def without_attributes(body: bytes, chance: random.Random) -> bytes:
    share = chance.choice([0.02, 0.2, 1.0])
    return ATTRIBUTE.sub(lambda found: b"" if chance.random() < share else found.group(), body)


def without_tags(body: bytes, chance: random.Random) -> bytes:
    return TAG.sub(lambda found: b"" if chance.random() < 0.05 else found.group(), body)


def shuffled_tags(body: bytes, chance: random.Random) -> bytes:
    tags = TAG.findall(body)
    chance.shuffle(tags)
    remaining = iter(tags)
    return TAG.sub(lambda _: next(remaining), body)


def shuffled_rows(body: bytes, chance: random.Random) -> bytes:
    rows = ROW.findall(body)
    chance.shuffle(rows)
    remaining = iter(rows)
    return ROW.sub(lambda _: next(remaining), body)


def other_encoding(body: bytes, chance: random.Random) -> bytes:
    return body.decode().encode(chance.choice(["utf-16", "utf-16-le", "utf-32", "cp1252", "cp037", "utf-7"]), "replace")


def noise(body: bytes, chance: random.Random) -> bytes:
    changed = bytearray(body)
    for _ in range(chance.randrange(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


DAMAGES: list[Damage] = [
    cut, without_a_piece, without_attributes, without_tags, shuffled_tags, shuffled_rows, other_encoding, noise,
]  # fmt: skip
STRUCTURAL: list[Damage] = [cut, without_attributes, other_encoding]
"""What damages the page and leaves its words as they are, or takes all behind some point."""


def damaged_pages(page: str, damage: Damage, rounds: int) -> list[bytes]:
    chance = random.Random(f"{page} {damage.__name__}")
    body = PAGES.joinpath(page).read_bytes()
    return [damage(body, chance) for _ in range(rounds)]


def named(items: list[Item]) -> dict[tuple[str, str], dict[str, object]]:
    return {(item.type_name, item.vendor_id): said(item) for item in items}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("page", SHOWN_AT)
def test_a_damaged_page_is_never_silently_empty(page: str, damage: Damage) -> None:
    for body in damaged_pages(page, damage, ROUNDS):
        reading = read_as(body, SITE + SHOWN_AT[page])
        # A calendar whose links are broken letter by letter is one of sittings that have no link yet.
        assert reading.items or reading.complaints or (damage is noise and page.startswith("si0040")), body


@pytest.mark.parametrize("damage", STRUCTURAL, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("page", SHOWN_AT)
def test_nothing_wrong_is_taken_from_a_damaged_page_without_a_complaint(page: str, damage: Damage) -> None:
    whole = named(read_as(PAGES.joinpath(page).read_bytes(), SITE + SHOWN_AT[page]).items)
    for body in damaged_pages(page, damage, ROUNDS):
        reading = read_as(body, SITE + SHOWN_AT[page])
        if not reading.complaints:
            found = named(reading.items)
            assert found.keys() <= whole.keys(), body
            for name, fields in found.items():
                assert fields.keys() <= whole[name].keys(), body

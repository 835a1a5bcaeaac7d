"""Kinds of damage that a page may come with: each a function of the page's bytes and a source of chance."""

import os
import random
import re
from collections.abc import Callable

ROUNDS = int(os.environ.get("DAMAGED_PAGES", "40"))
"""A page and a kind of damage. docs/systems.md tells of a longer run."""
TAG = re.compile(rb"<[a-zA-Z][^<>]*>")
ATTRIBUTE = re.compile(rb"""\s(?:class|id|href|name)=(?:"[^"]*"|'[^']*')""")
ROW = re.compile(rb"<tr\b.*?</tr>", re.DOTALL)
FIELD = re.compile(rb'"\w+": ?(?:"[^"\\]*"|[0-9]+|null|true|false),')
"""A field of an object in JSON, with the comma behind it."""
XML_FIELD = re.compile(rb"<(\w+)>[^<>]*</\1>")
XML_END = re.compile(rb"</\w+>")

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


def without_fields(body: bytes, chance: random.Random) -> bytes:
    """Of data as JSON."""
    share = chance.choice([0.02, 0.2, 1.0])
    return FIELD.sub(lambda found: b"" if chance.random() < share else found.group(), body)


def without_xml_fields(body: bytes, chance: random.Random) -> bytes:
    share = chance.choice([0.02, 0.2, 1.0])
    return XML_FIELD.sub(lambda found: b"" if chance.random() < share else found.group(), body)


def without_end_tags(body: bytes, chance: random.Random) -> bytes:
    """In XML what stands behind such a tag becomes part of what it should have ended."""
    share = chance.choice([0.02, 0.2, 1.0])
    return XML_END.sub(lambda found: b"" if chance.random() < share else found.group(), body)


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
XML_DAMAGES: list[Damage] = [cut, without_xml_fields, without_end_tags, other_encoding]
"""The same for XML."""


def damaged(body: bytes, damage: Damage, name: str, rounds: int = ROUNDS) -> list[bytes]:
    """So many damaged copies; the same for the same `name` of the page."""
    chance = random.Random(f"{name} {damage.__name__}")
    return [damage(body, chance) for _ in range(rounds)]

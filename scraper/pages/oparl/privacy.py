"""Keeps contact data of persons out of what a vendor adds to OParl under names of its own."""

import re
from dataclasses import fields
from typing import Any

from scraper.items import Item, Location, Person
from scraper.pages.oparl.addresses import is_address
from scraper.pages.oparl.vocabulary import CONTACT_KEY, CONTACT_VALUE, NEVER_ARCHIVED, TYPE_WORDS

WORD_IN_KEY = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
"""Where a new word begins in "emailPrivat"."""

PERSON_KEYS = frozenset({"familyName", "givenName", "formOfAddress"})
"""An object that has one of them is about a person, though it does not say so."""


def strike_contact_data(item: Item) -> None:
    """Takes contact data out of the texts of a person's own fields ("Lehrerin, Tel. 0241 123456")."""
    for f in fields(item):
        value = getattr(item, f.name)
        if isinstance(value, str) and not is_address(value) and "ref" not in f.metadata and "date" not in f.metadata:
            setattr(
                item, f.name, CONTACT_VALUE.sub("", value).strip() or None if CONTACT_VALUE.search(value) else value
            )


def without_contact_data(value: dict[str, Any], of_person: bool = False) -> dict[str, Any]:
    """`value` without what is by its name or by its look contact data of a person.

    Objects of other types lose only what persons embedded in them say. `of_person`: `value` belongs to a person.
    """
    kept = {}
    for key, inner in value.items():
        if of_person and (key in NEVER_ARCHIVED[Person] or CONTACT_KEY.search(WORD_IN_KEY.sub("-", key))):
            continue
        if (cleaned := _cleaned(inner, of_person)) is not None or inner is None:
            kept[key] = cleaned
    return kept


def _cleaned(value: Any, of_person: bool) -> Any:
    """`value` without contact data; None where nothing of it may stay."""
    if isinstance(value, dict):
        its_type = TYPE_WORDS.get(str(value.get("type")).rpartition("/")[2].lower())
        if of_person and its_type is Location:
            return None
        return without_contact_data(value, of_person or its_type is Person or not PERSON_KEYS.isdisjoint(value))
    if isinstance(value, list):
        return [one for one in (_cleaned(inner, of_person) for inner in value) if one is not None]
    if of_person and isinstance(value, str) and not is_address(value) and CONTACT_VALUE.search(value):
        return None
    return value

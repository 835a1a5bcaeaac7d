"""OParl objects -> items. An object with others inside gives the items of all of them, tied to each other.

Everything a server says about an object is kept: properties in their fields, the rest in `other` under its own name;
but for persons' addresses, telephone numbers, e-mails and pictures, which never enter the archive
(vocabulary.NEVER_ARCHIVED). Nothing is guessed: a value that is not what its property should hold goes to `other`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from scraper.items import AgendaItem, Complaint, Item, Meeting, Membership, Person
from scraper.pages.oparl import values
from scraper.pages.oparl.addresses import is_address
from scraper.pages.oparl.places import place_in_words
from scraper.pages.oparl.privacy import strike_contact_data, without_contact_data
from scraper.pages.oparl.types import type_of
from scraper.pages.oparl.vocabulary import (
    EXTERNAL_LISTS,
    NEVER_ARCHIVED,
    PROPERTIES,
    RELATIONS,
    Relation,
)

TIMES_OF_THE_SERVER = frozenset({"created", "modified"})
"""Some servers write the time of the answer here, so that copies of one object differ by a second."""


@dataclass(frozen=True)
class Reference:
    """An object that is named by its address only."""

    vendor_id: str
    target: type[Item]
    own: bool
    """It is a part of the object that names it."""
    context: tuple[tuple[str, Any], ...] = ()
    """Fields that follow from where it is named: the meeting of an agenda item and its place on the agenda."""


@dataclass
class Reading:
    """What one answer gives."""

    items: list[Item] = field(default_factory=list)
    mentioned: list[Item] = field(default_factory=list)
    """Objects that stand embedded where only their address was due; often a shortened copy of the real one."""
    references: list[Reference] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)


def read_objects(
    entries: Iterable[Any],
    expected: type[Item] | None,
    response_url: str,
    canonical: Callable[[str], str] = str,
    context: tuple[tuple[str, Any], ...] = (),
) -> Reading:
    """The objects of one answer. `expected` is the type that the list or the reference promised.

    `canonical` gives the one spelling of an address that is used as vendor_id. `context` holds fields of the entries
    that are known from elsewhere (Reference.context).
    """
    reader = _Reader(response_url, canonical)
    for entry in entries:
        reader.read_entry(entry, expected, dict(context))
    return reader.result()


@dataclass
class _Seen:
    """One object of the answer: what all its copies say together, and what follows from the places they stand at."""

    item: Item
    value: dict[str, Any]
    context: dict[str, Any]
    own: bool


class _Reader:
    def __init__(self, response_url: str, canonical: Callable[[str], str]) -> None:
        self._response_url = response_url
        self._canonical = canonical
        self._seen: dict[tuple[type[Item], str], _Seen] = {}
        self._references: dict[Reference, None] = {}
        self._complaints: list[Complaint] = []
        self._nameless = 0

    def result(self) -> Reading:
        seen = self._seen.values()
        return Reading(
            items=[one.item for one in seen if one.own],
            mentioned=[one.item for one in seen if not one.own],
            references=list(self._references),
            complaints=self._complaints,
        )

    def read_entry(self, entry: Any, expected: type[Item] | None, context: dict[str, Any]) -> None:
        if is_address(entry) and expected:
            self._references[Reference(self._canonical(entry), expected, True, tuple(context.items()))] = None
            return
        item_type = type_of(entry, expected)
        if not isinstance(entry, dict) or item_type is None:
            self._complain("an object of a known type, or its address", _shortly(entry), "error")
            return
        name = _id(entry)
        if name is None and not _says_something(entry, item_type):
            came = f"an object with nothing of one: {', '.join(sorted(entry))[:80]}"
            self._complain(f"{item_type.__name__} with an id", came, "error")
            return
        if name is None:
            self._nameless += 1
            name = f"{self._response_url}#{item_type.type_name}-{self._nameless}"
            self._complain("an id", f"{_shortly(entry)} without one, kept as {name}", "warning")
        try:
            self._read(entry, item_type, self._canonical(name), context, own=True)
        except RecursionError:
            self._complain("an object", f"{name}: objects within objects without end", "error")

    def _read(self, value: dict[str, Any], item_type: type[Item], name: str, context: dict[str, Any], own: bool) -> str:
        """Takes up `value` and all objects in it; gives back its vendor_id."""
        name, before = self._same_object(item_type, name, value)
        if before:
            context = {**context, **before.context}
            own = own or before.own
            if value.items() <= before.value.items():
                complete(before.item, context)
                before.context, before.own = context, own
                return name
            value = {**before.value, **value}
        item = item_type(vendor_id=name, response_url=self._response_url)
        self._seen[item_type, name] = _Seen(item, value, context, own)
        self._fill_properties(item, value)
        self._fill_relations(item, value)
        complete(item, context)
        if isinstance(item, Meeting):
            item.place = place_in_words(value.get("location"))
        of_person = isinstance(item, Person | Membership)
        item.other = without_contact_data(item.other, of_person)
        if of_person:
            strike_contact_data(item)
        return name

    def _same_object(self, item_type: type[Item], name: str, value: dict[str, Any]) -> tuple[str, _Seen | None]:
        """The vendor_id of `value` and, if the answer held it before, the earlier copy.

        Objects that contradict each other are two, whatever their id says (Karlsruhe: one consultation id with two
        meetings). The second is called <id>#2.
        """
        candidate, number = name, 1
        while before := self._seen.get((item_type, candidate)):
            both = (before.value.keys() & value.keys()) - TIMES_OF_THE_SERVER
            different = sorted(key for key in both if before.value[key] != value[key])
            if not different:
                return candidate, before
            number += 1
            candidate = f"{name}#{number}"
        if number > 1:
            came = f"{name} again, with other {', '.join(different)}: kept as {candidate}"
            self._complain("one object under one id", came, "warning")
        return candidate, None

    def _fill_properties(self, item: Item, value: dict[str, Any]) -> None:
        item_type = type(item)
        known, elsewhere = PROPERTIES[item_type], RELATIONS[item_type].keys() | {"id", "type"}
        never = NEVER_ARCHIVED.get(item_type, frozenset())
        lists = EXTERNAL_LISTS.get(item_type, {})
        for key, found in value.items():
            if key in elsewhere or key in never or values.is_blank(found):
                continue
            if key in lists and isinstance(found, list | dict):
                self._fill_list(item, lists[key], found)
            elif key == "web" and is_address(found):
                item.source_url = found.strip()
            elif key in known and (result := known[key][1](found)) is not values.UNREADABLE:
                setattr(item, known[key][0], result)
            else:
                item.other[key] = found
        item.source_url = item.source_url or item.vendor_id
        if "type" in value and type_of({"type": value["type"]}) is not item_type:
            item.other["type"] = value["type"]

    def _fill_list(self, holder: Item, target: type[Item] | None, found: Any) -> None:
        """A list that should have an address of its own, with its objects (or their addresses) embedded instead."""
        context = {holder.type_name: holder.vendor_id}
        for entry in values.as_list(found) if target else []:
            self.read_entry(entry, target, context)

    def _fill_relations(self, item: Item, value: dict[str, Any]) -> None:
        for key, relation in RELATIONS[type(item)].items():
            if not values.is_blank(value.get(key)):
                self._relate(item, key, relation, value[key])

    def _relate(self, item: Item, key: str, relation: Relation, found: Any) -> None:
        entries = [one for one in values.as_list(found) if not values.is_blank(one)]
        contexts = _contexts(item, relation, entries)
        names: list[str] = []
        left: list[Any] = []
        for index, (entry, context) in enumerate(zip(entries, contexts, strict=True)):
            if isinstance(entry, dict) and (_id(entry) or _says_something(entry, relation.target)):
                fits, name = self._read_embedded(item, key, relation, index, entry, context)
                (names if fits else left).append(name)
            elif is_address(entry):
                names.append(self._canonical(entry))
                reference = Reference(names[-1], relation.target, relation.own, tuple(context.items()))
                self._references[reference] = None
                if relation.back:
                    left.append(entry)
            elif relation.words and relation.links and isinstance(entry, str):
                _add(getattr(item, relation.links), relation.words(entry))
            else:
                left.append(entry)
        if relation.links and relation.link:
            for name in names:
                _add(getattr(item, relation.links), relation.link(name))
        elif not relation.back:
            left = names[1:] + left
        if relation.field and names:
            setattr(item, relation.field, names[0])
        if left:
            item.other[key] = left

    def _read_embedded(
        self, item: Item, key: str, relation: Relation, index: int, entry: dict[str, Any], context: dict[str, Any]
    ) -> tuple[bool, str]:
        """Whether the object is of the type that the property should hold, and its vendor_id."""
        item_type = type_of(entry, relation.target) or relation.target
        fits = item_type is relation.target
        own_name = _id(entry)
        name = f"{item.vendor_id}#{key}-{index}" if own_name is None else self._canonical(own_name)
        if not fits:
            self._complain(f"a {relation.target.__name__} in {key}", _shortly(entry), "warning")
        return fits, self._read(entry, item_type, name, context if fits else {}, relation.own)

    def _complain(self, expected: str, came: str, severity: str) -> None:
        self._complaints.append(
            Complaint(
                address=self._response_url,
                page_kind="OParl object",
                expected=expected,
                came=came,
                advice="Tell the operator of the server; the rest of the answer was read.",
                severity=severity,
            )
        )


def _id(value: dict[str, Any]) -> str | None:
    read = values.text(value.get("id"))
    return read.strip() if isinstance(read, str) else None


def _says_something(entry: dict[str, Any], item_type: type[Item]) -> bool:
    """Whether an object without an id has any property of its type: {"error": "not found"} has none."""
    return not entry.keys().isdisjoint(PROPERTIES[item_type].keys() | RELATIONS[item_type].keys())


def _shortly(entry: Any) -> str:
    """What an entry is, for a complaint: its type and id, never more of it (it may be about a person)."""
    if isinstance(entry, dict):
        return f"an object of type {entry.get('type')!r} with id {entry.get('id')!r}"
    return f"{type(entry).__name__} {str(entry)[:80]!r}"


def complete(item: Item, context: dict[str, Any]) -> None:
    """Sets what follows from the place where the object stands; what the object says itself goes first."""
    for name, known in context.items():
        if name in item.__dataclass_fields__ and getattr(item, name) is None:
            setattr(item, name, known)
    if isinstance(item, AgendaItem) and isinstance(order := values.number(item.other.get("order")), int):
        if item.position is None:
            item.position = order
        if item.position == order:
            del item.other["order"]


def _contexts(holder: Item, relation: Relation, entries: list[Any]) -> list[dict[str, Any]]:
    """Per entry what follows from where it stands: which object refers to it, and its place among the others."""
    if not relation.back:
        return [{} for _ in entries]
    contexts: list[dict[str, Any]] = [{relation.back: holder.vendor_id} for _ in entries]
    if "position" in relation.target.__dataclass_fields__:
        for context, position in zip(contexts, _positions(entries), strict=True):
            context["position"] = position
    return contexts


def _positions(entries: list[Any]) -> list[int]:
    """0, 1, 2 for the entries of an agenda: by OParl's `order` where all have one of their own, else as they stand."""
    orders = [values.number(one.get("order")) if isinstance(one, dict) else None for one in entries]
    numbers = [one for one in orders if isinstance(one, int)]
    if len(numbers) < len(entries) or len(set(numbers)) < len(numbers):
        return list(range(len(entries)))
    rank = {order: position for position, order in enumerate(sorted(numbers))}
    return [rank[order] for order in numbers]


def _add(rows: list[Any], row: Any) -> None:
    if row not in rows:
        rows.append(row)

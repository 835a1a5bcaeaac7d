"""Remembers what a run has given already, so that nothing is given twice and what is missing is asked for."""

from collections.abc import Iterator
from dataclasses import fields

from scraper.items import Complaint, Item
from scraper.pages.oparl import Reading, Reference
from scraper.pages.oparl.objects import complete

Name = tuple[type[Item], str]
"""An object: its type and its vendor_id."""

SAID_OF_EVERY_COPY = frozenset({"response_url", "created", "modified"})
"""Fields that differ between copies of an object although the objects do not: some servers give the time of asking."""


class Harvest:
    """The objects of one run.

    Servers give an object several times: in its list, embedded in others, shortened where only its address was due.
    The first whole copy counts; a later one only if it says more, or that the object was deleted. So two runs over an
    unchanged server give the same.
    """

    def __init__(self) -> None:
        self.embedded: set[type[Item]] = set()
        """Types whose objects come as parts of others, so that their own lists need not be read."""
        self._given: dict[Name, tuple[bool, int, int]] = {}
        """Per object: whether deleted, how many fields say something, and a hash of them."""
        self._mentioned: dict[Name, Item] = {}
        self._references: dict[Name, Reference] = {}

    def witness(self, reading: Reading, listed: type[Item]) -> None:
        """Learns from a page how the server embeds, and nothing else."""
        self.embedded.update(type(item) for item in reading.items if type(item) is not listed)

    def take(self, reading: Reading, listed: type[Item]) -> Iterator[Item | Complaint]:
        """What of `reading` is new. `listed` is the type that its list or address promised."""
        self.witness(reading, listed)
        yield from reading.complaints
        for reference in reading.references:
            name = (reference.target, reference.vendor_id)
            if name not in self._references or (reference.own and not self._references[name].own):
                self._references[name] = reference
        for item in reading.items:
            if known := self._references.get((type(item), item.vendor_id)):
                complete(item, dict(known.context))
            yield from self._give(item)
        for item in reading.mentioned:
            self._mentioned.setdefault((type(item), item.vendor_id), item)

    def missing(self, own_only: bool) -> list[Reference]:
        """References to objects that nobody has given. `own_only`: only to parts of objects that were given."""
        return [
            reference
            for name, reference in self._references.items()
            if name not in self._given and (reference.own or not own_only)
        ]

    def has(self, reference: Reference) -> bool:
        return (reference.target, reference.vendor_id) in self._given

    def one_of(self, item_type: type[Item]) -> str | None:
        """The vendor_id of the first object of a type."""
        return next((vendor_id for given, vendor_id in self._given if given is item_type), None)

    def only_mentioned(self) -> list[Item]:
        """Objects that stood in other objects and nowhere else."""
        return [item for name, item in self._mentioned.items() if name not in self._given]

    def _give(self, item: Item) -> Iterator[Item | Complaint]:
        name = (type(item), item.vendor_id)
        said = [
            (f.name, repr(value))
            for f in fields(item)
            if f.name not in SAID_OF_EVERY_COPY and (value := getattr(item, f.name)) not in (None, [], {}, False)
        ]
        copy = (item.deleted, len(said), hash(tuple(said)))
        before = self._given.get(name)
        if before is None or (item.deleted and not before[0]) or (copy[1] > before[1] and item.deleted == before[0]):
            self._given[name] = copy
            yield item
        elif copy[:2] == before[:2] and copy != before:
            yield Complaint(
                address=item.response_url or item.vendor_id,
                page_kind=f"OParl {type(item).__name__}",
                expected=f"{item.vendor_id} as it came before",
                came="the same object, said differently",
                advice="The first copy was kept. Tell the operator of the server if it stays so.",
                severity="warning",
            )

"""OParl servers, 1.0 and 1.1: system -> bodies -> lists -> objects. What is asked for and why: docs/oparl.md."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from typing import Any
from urllib.parse import urlsplit

from scraper.items import (
    AgendaItem,
    Body,
    Complaint,
    Consultation,
    File,
    Item,
    LegislativeTerm,
    Location,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
    System,
)
from scraper.pages.oparl import Addresses, Reading, Reference, read_objects, type_of
from scraper.pages.oparl.addresses import is_address, page_key
from scraper.pages.oparl.values import as_list, is_blank, truth
from scraper.spiders.base import SourceSpider
from scraper.spiders.oparl.harvest import Harvest
from scraper.spiders.oparl.lists import Listing, ListWalker
from scraper.spiders.oparl.server import GONE, Answer, Server

MAIN_LISTS: dict[str, type[Item]] = {
    "organization": Organization,
    "person": Person,
    "meeting": Meeting,
    "paper": Paper,
}

PART_LISTS: dict[str, type[Item]] = {
    "legislativeTermList": LegislativeTerm,
    "agendaItem": AgendaItem,
    "consultation": Consultation,
    "file": File,
    "membership": Membership,
}
"""Lists of 1.1 with what most servers embed in the main lists; read only where they do not. Not locationList: it may
hold the addresses of persons."""

PARTS: dict[type[Item], tuple[type[Item], ...]] = {
    Body: (System, LegislativeTerm, Location),
    Organization: (Membership, Location),
    Person: (Membership,),
    Meeting: (AgendaItem, File, Location),
    Paper: (Consultation, File, Location),
    AgendaItem: (File,),
}
"""What comes embedded in the objects of a list: not read whole unless the list was."""

BEST_PARTS: dict[type[Item], dict[str, str]] = {
    Meeting: {"agendaItem": "agendaItem"},
    Paper: {"consultation": "consultation", "mainFile": "file", "auxiliaryFile": "file"},
    Person: {"membership": "membership"},
}
"""Properties that Magdeburg leaves out in lists, and the list of the body that would have their objects."""

Context = tuple[tuple[str, Any], ...]

FAILURES_IN_A_ROW = 20
"""References of one type that lead nowhere; then the rest of that type is not asked for."""


def _tables_of(*listed: type[Item]) -> set[str]:
    """The tables that lists of these types fill."""
    return {part.table for one in listed for part in (one, *PARTS.get(one, ()))}


def is_deleted(entry: Any) -> bool:
    """Whether a list entry says of itself that it was taken down; some servers write "false" as a text."""
    return isinstance(entry, dict) and truth(entry.get("deleted")) is True


class OParlSpider(SourceSpider):
    """`source.url` is the address of a system or of a body."""

    name = "oparl"

    async def start(self) -> AsyncIterator[Item | Complaint]:
        self._server = Server(self.crawler, self.source.url)
        self._harvest = Harvest()
        self._walker = ListWalker(self._server, self.source.since, self.modified_since)
        self._unread: set[str] = set()
        self._probed: dict[str, Answer] = {}
        answer = await self._server.ask(self.source.url, "OParl system")
        for complaint in answer.complaints:
            yield complaint
        if not answer.good:
            return
        self._server.moved_to(answer.url)
        async for found in self._read_server(answer):
            yield found
        self.read_whole |= _tables_of(*PARTS) - self._unread

    async def _read_server(self, answer: Answer) -> AsyncIterator[Item | Complaint]:
        bodies: list[tuple[str, dict[str, Any]]] = []
        system: str | None = None
        if isinstance(answer.value, dict) and type_of(answer.value) is Body:
            self._addresses.called(str(answer.value.get("id")))
            bodies.append((answer.url, answer.value))
            system = answer.value.get("system")
            if is_address(system) and self._addresses.is_ours(system):
                async for found in self._fetch(Reference(self._addresses.canonical(system), System, own=False)):
                    yield found
        else:
            async for found in self._read_bodies(answer, bodies):
                yield found
            system = self._harvest.one_of(System)
        for url, body in bodies:
            async for found in self._read_body(url, body, system):
                yield found
        async for found in self._follow_references():
            yield found

    async def _read_bodies(
        self, answer: Answer, bodies: list[tuple[str, dict[str, Any]]]
    ) -> AsyncIterator[Item | Complaint]:
        """The system, and into `bodies` those that the source is about, each with the address it was read from."""
        entries: list[tuple[str, Any]] = []
        address: Any = answer.url
        if isinstance(answer.value, dict) and "data" not in answer.value:
            self._addresses.called(str(answer.value.get("id")))
            for found in self._harvest.take(self._read(answer.url, [answer.value], System), System):
                yield found
            address = answer.value.get("body")
        if is_address(address):
            listing = Listing("body", Body, address)
            async for page in self._walker.read(listing):
                if isinstance(page, Complaint):
                    yield page
                elif page.content:
                    entries += [(page.answer.url, entry) for entry in page.content.entries]
            self._note(listing)
        else:
            entries = [(answer.url, entry) for entry in as_list(address)]
        wanted = [(url, entry) for url, entry in entries if self._is_chosen(entry)]
        if self.source.body and not wanted:
            wanted = [(answer.url, self.source.body)]
        for url, entry in wanted:
            has_lists = isinstance(entry, dict) and not is_blank([entry.get(name) for name in MAIN_LISTS])
            if has_lists or is_deleted(entry):
                bodies.append((url, entry))
                continue
            name = entry.get("id") if isinstance(entry, dict) else entry
            single = await self._server.ask(name, "OParl body") if is_address(name) else Answer(url)
            for complaint in single.complaints:
                yield complaint
            if isinstance(single.value, dict) and single.good:
                bodies.append((single.url, single.value))
            else:
                self._unread.update(_tables_of(*PARTS))
        names = [body["id"] for _, body in bodies if is_address(body.get("id"))]
        if len({urlsplit(name).netloc for name in names}) == 1:
            self._addresses.also_called(names[0])
        if not bodies:
            self._unread.update(_tables_of(*PARTS))
            yield Complaint(
                address=answer.url,
                page_kind="OParl system",
                expected=f"the body {self.source.body}" if self.source.body else "a system with bodies, or a body",
                came=f"JSON without: {answer.words[:200]}",
                advice="Check url and body of the source; url is the address of an OParl system or body.",
            )

    def _is_chosen(self, entry: Any) -> bool:
        name = entry.get("id") if isinstance(entry, dict) else entry
        return not self.source.body or (is_address(name) and page_key(name) == page_key(self.source.body))

    async def _read_body(self, url: str, body: dict[str, Any], system: str | None) -> AsyncIterator[Item | Complaint]:
        context: Context = (("system", system),) if system else ()
        for found in self._harvest.take(self._read(url, [body], Body, context), Body):
            yield found
        for name, target in MAIN_LISTS.items():
            async for found in self._read_list(body, name, target):
                yield found
        for name, target in PART_LISTS.items():
            if is_address(body.get(name)) and target not in self._harvest.embedded:
                async for found in self._read_list(body, name, target):
                    yield found

    async def _read_list(self, body: dict[str, Any], name: str, target: type[Item]) -> AsyncIterator[Item | Complaint]:
        address = body.get(name)
        listing = Listing(name, target, str(address))
        if not is_address(address):
            listing.whole = not is_blank(address)  # embedded in the body, and read with it
            self._note(listing)
            return
        context: Context = (("body", self._addresses.canonical(str(body.get("id")))),)
        has_parts: bool | None = None
        async for page in self._walker.read(listing):
            if isinstance(page, Complaint):
                yield page
                continue
            if page.witness:
                self._harvest.witness(self._read(page.answer.url, page.entries, target), target)
                continue
            entries = [entry for entry in page.entries if self._walker.is_wanted(entry, target)]
            listing.whole = listing.whole and len(entries) == len(page.entries)
            if has_parts is None and entries:
                has_parts = await self._has_parts(entries, target, body)
            if has_parts is False:
                async for found in self._fetch_each(page.answer.url, entries, target, context):
                    yield found
                continue
            reading = self._read(page.answer.url, entries, target, context)
            listing.whole = listing.whole and all(one.severity != "error" for one in reading.complaints)
            for found in self._harvest.take(reading, target):
                yield found
        self._note(listing)

    def _note(self, listing: Listing) -> None:
        self.logger.info(str(listing))
        if not listing.whole:
            self._unread.update(_tables_of(listing.target))

    async def _has_parts(self, entries: list[Any], target: type[Item], body: dict[str, Any]) -> bool:
        """Whether the objects of a list are as whole as the single ones. Some are asked for where there is doubt."""
        parts = BEST_PARTS.get(target, {})
        objects = [
            one for one in entries if isinstance(one, dict) and is_address(one.get("id")) and not is_deleted(one)
        ]
        doubtful = parts and objects and all(is_blank(one.get(key)) for one in objects for key in parts)
        if not doubtful or all(is_address(body.get(name)) for name in parts.values()):
            return True
        for one in {str(one["id"]): one for one in (objects[0], objects[len(objects) // 2], objects[-1])}:
            answer = await self._server.ask(one, f"OParl {target.__name__}")
            self._probed[self._addresses.canonical(one)] = answer
            if isinstance(answer.value, dict) and not all(is_blank(answer.value.get(key)) for key in parts):
                self.logger.info("%s: its list leaves out parts, each is asked for", target.__name__)
                return False
        return True

    async def _fetch_each(
        self, url: str, entries: list[Any], target: type[Item], context: Context
    ) -> AsyncIterator[Item | Complaint]:
        """The single objects behind the entries of a list; the entry itself where there is none."""
        for entry in entries:
            name = entry.get("id") if isinstance(entry, dict) else entry
            if is_address(name) and not is_deleted(entry):
                reference = Reference(self._addresses.canonical(name), target, own=True, context=context)
                async for found in self._fetch(reference):
                    yield found
                if self._harvest.has(reference):
                    continue
            for one in self._harvest.take(self._read(url, [entry], target, context), target):
                yield one

    async def _follow_references(self) -> AsyncIterator[Item | Complaint]:
        """Objects that others refer to and no list gave, each once. Parts of objects always; others only in a whole
        run, and only those that the lists' objects refer to, so that one server is not followed into the next."""
        own_only = bool(self.modified_since or self.source.since)
        tried: set[Reference] = set()
        in_vain: Counter[type[Item]] = Counter()
        while asked := [one for one in self._harvest.missing(own_only) if one not in tried and self._may_ask(one)]:
            for reference in asked:
                tried.add(reference)
                if self._harvest.has(reference) or in_vain[reference.target] >= FAILURES_IN_A_ROW:
                    continue
                async for found in self._fetch(reference):
                    yield found
                in_vain[reference.target] = 0 if self._harvest.has(reference) else in_vain[reference.target] + 1
            own_only = True
        for item in self._harvest.only_mentioned():
            if self.modified_since and self._addresses.is_ours(item.vendor_id):
                async for found in self._fetch(Reference(item.vendor_id, type(item), own=False)):
                    yield found
        for item in self._harvest.only_mentioned():
            yield item

    def _may_ask(self, reference: Reference) -> bool:
        return reference.target not in (System, Body) and self._addresses.is_ours(reference.vendor_id)

    async def _fetch(self, reference: Reference) -> AsyncIterator[Item | Complaint]:
        kind = f"OParl {reference.target.__name__}"
        answer = self._probed.pop(reference.vendor_id, None) or await self._server.ask(reference.vendor_id, kind)
        if answer.status in GONE:
            yield Complaint(
                address=answer.url,
                page_kind=kind,
                expected="the object that others on the server refer to",
                came=f"HTTP {answer.status}",
                advice="Nothing to do: the server knows no such object (any more).",
                severity="warning",
            )
            return
        for complaint in answer.complaints:
            yield complaint
        if not answer.good:
            self._unread.update(_tables_of(reference.target))
            return
        entries = as_list(answer.value)[:1]  # SD.NET answers some memberships with a list around them
        reading = self._read(answer.url, entries, reference.target, reference.context)
        if any(one.severity == "error" for one in reading.complaints):
            self._unread.update(_tables_of(reference.target))
        for found in self._harvest.take(reading, reference.target):
            yield found

    def _read(self, url: str, entries: Iterable[Any], target: type[Item], context: Context = ()) -> Reading:
        return read_objects(entries, target, url, self._addresses.canonical, context)

    @property
    def _addresses(self) -> Addresses:
        return self._server.addresses

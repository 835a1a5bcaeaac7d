"""The recording of a whole OParl server (Hürtgenwald, SD.NET 1.0), served on loopback and scraped."""

import json
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest

from scraper.items import (
    AgendaItem,
    Body,
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
from scraper.sources import Source
from scraper.spiders.oparl import OParlSpider
from tests.support.crawl import Crawled, crawl
from tests.support.huertgenwald import RECORDING, ROOT, needs_recording, recorded
from tests.support.loopback import Asked, Site, serving

pytestmark = needs_recording


@pytest.fixture(scope="module")
def replay() -> tuple[Crawled, list[Asked]]:
    site: Site = recorded
    with serving(site) as server:
        source = Source(key="wald", name="Hürtgenwald", system="oparl", url=server.url + ROOT + "/system")
        return crawl(OParlSpider, source=source), server.asked


def by_id(crawled: Crawled, item_type: type[Item]) -> dict[str, Any]:
    return {item.vendor_id: item for item in crawled.of(item_type)}


def test_every_recorded_object_is_scraped_once(replay: tuple[Crawled, list[Asked]]) -> None:
    crawled, _ = replay
    assert Counter(type(item) for item in crawled.items) == {
        System: 1,
        Body: 1,
        Organization: 22,
        Person: 49,
        Membership: 533,
        Meeting: 367,
        AgendaItem: 5106,
        Paper: 2115,
        Consultation: 2228,
        File: 6947,
        Location: 5,
    }
    assert len({(type(item), item.vendor_id) for item in crawled.items}) == len(crawled.items)
    assert crawled.complaints == []


def test_everything_was_asked_for_once_and_at_the_host_we_were_told(replay: tuple[Crawled, list[Asked]]) -> None:
    _, asked = replay
    pages = Counter((one.path, one.query.get("page")) for one in asked if one.path != "/robots.txt")
    assert len(pages) == 105, "the system, and each recorded page of a list"
    assert set(pages.values()) == {1}


def test_what_answers_404_there_is_never_asked_for(replay: tuple[Crawled, list[Asked]]) -> None:
    missing = json.loads((RECORDING / "missing_ids.json").read_text())
    _, asked = replay
    assert not {urlsplit(address).path for address in missing} & {one.path for one in asked}


def test_all_tables_were_read_whole(replay: tuple[Crawled, list[Asked]]) -> None:
    crawled, _ = replay
    assert {one.table for one in (Organization, Person, Membership, Meeting, AgendaItem)} <= crawled.read_whole
    assert {one.table for one in (Paper, Consultation, File, Location, Body, System)} <= crawled.read_whole


def test_deleted_stubs_are_marked(replay: tuple[Crawled, list[Asked]]) -> None:
    crawled, _ = replay
    deleted = Counter(type(item) for item in crawled.items if item.deleted)
    assert deleted == {Meeting: 21, Paper: 18}
    for item in crawled.items:
        if item.deleted:
            assert item.created
            assert item.modified


NAMES = {
    "id": "vendor_id",
    "web": "source_url",
    "meetingState": "state",
    "start": "start_text",
    "end": "end_text",
    "date": "date_text",
}
"""Properties whose field is not their name in snake_case. AgendaItem.start does not occur in the recording."""

LINKED = {
    "organization": ("organizations", "organization"),
    "participant": ("participants", "person"),
    "underDirectionOf": ("originators", "organization"),
    "invitation": ("files", "file"),
    "resultsProtocol": ("files", "file"),
    "resolutionFile": ("files", "file"),
    "mainFile": ("files", "file"),
    "auxiliaryFile": ("files", "file"),
}
"""Properties in Link rows: the item's list, and the link's field."""

KEPT_OUT: dict[type[Item], set[str]] = {Person: {"email", "phone", "location"}}

PARTS = {"agendaItem": AgendaItem, "consultation": Consultation, "membership": Membership}


def test_every_field_of_every_recorded_object_is_in_its_item(replay: tuple[Crawled, list[Asked]]) -> None:
    crawled, _ = replay
    items = {(type(item), item.vendor_id): item for item in crawled.items}
    types = {item_type.__name__: item_type for item_type, _ in items}
    checked = 0
    for path in sorted(RECORDING.rglob("*.json")):
        if path.name == "missing_ids.json":
            continue
        listed = path.stem.partition("__")[0].capitalize()
        for value in _objects(json.loads(path.read_text())):
            item_type = types[value.get("type", listed).rpartition("/")[2]]
            item = items[item_type, value["id"]]
            for name in value.keys() - {"type"} - KEPT_OUT.get(item_type, set()):
                assert _holds(item, name, value[name], items), f"{name} of {value['id']}"
                checked += 1
    assert checked > 100_000


def _objects(value: Any) -> Any:
    """All OParl objects in a recorded answer: what has an id."""
    if isinstance(value, list):
        for one in value:
            yield from _objects(one)
    elif isinstance(value, dict):
        if "id" in value:
            yield value
        for inner in value.values():
            yield from _objects(inner)


def _holds(item: Any, name: str, value: Any, items: dict[tuple[type[Item], str], Any]) -> bool:
    names = [
        str(one.get("id")) if isinstance(one, dict) else one for one in (value if isinstance(value, list) else [value])
    ]
    if name in LINKED and (links := getattr(item, LINKED[name][0], None)) is not None:
        role = {"underDirectionOf": "direction"}.get(name, name)
        in_links = [getattr(link, LINKED[name][1]) for link in links if getattr(link, "role", role) == role]
        return in_links == names
    if name in PARTS and isinstance(value, list) and isinstance(value[0], dict):
        back = {Meeting: "meeting", Paper: "paper", Person: "person"}[type(item)]
        parts = [items[PARTS[name], one] for one in names]
        in_order = [getattr(part, "position", place) for place, part in enumerate(parts)] == list(range(len(parts)))
        return in_order and {getattr(part, back) for part in parts} == {item.vendor_id}
    field = NAMES.get(name, "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name))
    if isinstance(value, dict) and "id" in value:
        value = value["id"]
    if value == "":
        value = None
    if hasattr(item, field):
        return bool(getattr(item, field) == value)
    return bool(item.other[name] == value)


def test_no_person_has_an_address_in_the_archive(replay: tuple[Crawled, list[Asked]]) -> None:
    crawled, asked = replay
    assert all(not person.other for person in crawled.of(Person))
    assert len(crawled.of(LegislativeTerm)) == 0
    assert not any("/location" in one.path for one in asked)


def test_a_second_run_gives_the_same(replay: tuple[Crawled, list[Asked]]) -> None:
    first, _ = replay
    with serving(recorded) as server:
        source = Source(key="wald", name="Hürtgenwald", system="oparl", url=server.url + ROOT + "/system")
        second = crawl(OParlSpider, source=source)
    assert [_without_address(item) for item in second.items] == [_without_address(item) for item in first.items]


def _without_address(item: Item) -> dict[str, Any]:
    return {name: value for name, value in vars(item).items() if name != "response_url"}

"""A small OParl server for tests. Its subclasses misbehave in one way each, as real servers do.

Addresses in the objects begin with ``BASE``, which becomes the server's own address in the answers.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from tests.support.loopback import Answer, Asked

SCHEMA = "https://schema.oparl.org/1.1"
NOT_FOUND = Answer(b'{"error": "not found"}', status=404)

Object = dict[str, Any]


def obj(kind: str, number: int | str, **properties: Any) -> Object:
    """An OParl object: ``obj("Meeting", 7)`` is BASE/body/1/meeting/7."""
    modified = properties.pop("modified", "2024-05-01T12:00:00+02:00")
    return {
        "id": f"BASE/body/1/{kind.lower()}/{number}",
        "type": f"{SCHEMA}/{kind}",
        "modified": modified,
        **properties,
    }


def meetings(count: int, first_year: int = 2010, **properties: Any) -> list[Object]:
    """One meeting a month, the oldest first, each with two agenda items."""
    return [
        obj(
            "Meeting",
            number,
            start=f"{first_year + number // 12}-{number % 12 + 1:02}-10T17:00:00+01:00",
            agendaItem=[obj("AgendaItem", f"{number}-{place}", name=f"Punkt {place}") for place in range(2)],
            modified=f"{first_year + number // 12}-{number % 12 + 1:02}-20T10:00:00+01:00",
            **properties,
        )
        for number in range(count)
    ]


def papers(count: int, first_year: int = 2010) -> list[Object]:
    return [
        obj(
            "Paper",
            number,
            date=f"{first_year + number // 12}-{number % 12 + 1:02}-01",
            mainFile=obj("File", number, fileName="vorlage.pdf"),
            modified=f"{first_year + number // 12}-{number % 12 + 1:02}-02T10:00:00+01:00",
        )
        for number in range(count)
    ]


def stored(body: str | bytes, status: int = 200) -> Answer:
    return Answer(body.encode() if isinstance(body, str) else body, status=status)


@dataclass
class OParlServer:
    """A well-behaved OParl 1.1 server; call it as a Site."""

    lists: dict[str, list[Any]]
    """What the body's lists hold: {"meeting": [...]}."""
    singles: dict[str, Any] = field(default_factory=dict)
    """Objects that can be asked for by their path; all objects in the lists can be, too."""
    per_page: int = 10
    largest_page: int = 100
    body: Object = field(default_factory=dict)
    """Further properties of the body."""
    called: str = ""
    """What the server calls itself in its answers, if not by the address it is asked at."""

    def __call__(self, asked: Asked) -> Answer:
        answer = self.answer(asked)
        own = self.called or f"http://{asked.headers['Host']}"
        return Answer(answer.body.replace(b"BASE", own.encode()), answer.status, answer.headers, answer.claimed_length)

    def answer(self, asked: Asked) -> Answer:
        match asked.path.strip("/").split("/"):
            case ["system"]:
                return self.json({"id": "BASE/system", "type": f"{SCHEMA}/System", "body": "BASE/bodies"})
            case ["bodies"]:
                return self.json({"data": [self.body_object()], "links": {}, "pagination": {}})
            case ["body", "1"]:
                return self.json(self.body_object())
            case ["list", name] if name in self.lists:
                return self.list_page(name, asked)
            case _:
                return self.single(asked.path)

    def body_object(self) -> Object:
        lists = {name: f"BASE/list/{name}" for name in self.lists}
        return {"id": "BASE/body/1", "type": f"{SCHEMA}/Body", "name": "Musterstadt", **lists, **self.body}

    def list_page(self, name: str, asked: Asked) -> Answer:
        entries = self.filtered(self.lists[name], asked)
        size = min(int(asked.query.get("limit", self.per_page)), self.largest_page)
        number = int(asked.query.get("page", 1))
        pages = max(1, -(-len(entries) // size))
        return self.json(
            {
                "data": entries[(number - 1) * size : number * size],
                "pagination": {"totalElements": len(entries), "elementsPerPage": size, "totalPages": pages},
                "links": self.links(name, number, pages, asked),
            }
        )

    def filtered(self, entries: list[Any], asked: Asked) -> list[Any]:
        since = asked.query.get("modified_since")
        if since is None:
            return entries
        since = since.replace(" ", "+").replace("Z", "+00:00")
        return [one for one in entries if self.modified(one) >= since]

    def modified(self, entry: Any) -> str:
        return str(entry["modified"])

    def links(self, name: str, number: int, pages: int, asked: Asked) -> dict[str, str]:
        base = f"BASE/list/{name}?page="
        links = {"first": f"{base}1", "self": f"{base}{number}", "last": f"{base}{pages}"}
        if number > 1:
            links["prev"] = f"{base}{number - 1}"
        if number < pages:
            links["next"] = f"{base}{number + 1}"
        return links

    def single(self, path: str) -> Answer:
        if path in self.singles:
            return self.json(self.singles[path])
        for entry in (entry for entries in self.lists.values() for entry in entries if isinstance(entry, dict)):
            if entry.get("id") == f"BASE{path}":
                return self.json(entry)
        return NOT_FOUND

    def json(self, value: Any) -> Answer:
        return Answer(json.dumps(value).encode(), headers={"Content-Type": "application/json"})

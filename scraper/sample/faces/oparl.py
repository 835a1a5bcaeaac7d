"""Musterstadt as an OParl 1.1 server: system, body, lists with pages and filters, every object at its own address.

Lists are ordered by id, have up to 100 objects a page and keep filters in all their links. Deleted objects are in
lists with modified_since only, and always at their own address, as the specification has it
(https://oparl.org/spezifikation/online-ansicht/#geloeschte-objekte).
"""

import re
from collections.abc import Sequence
from datetime import UTC
from email.utils import format_datetime
from functools import cached_property
from typing import Any

from scraper.sample.faces.oparl_entry import BODY_LISTS, body_object, system_object
from scraper.sample.faces.oparl_objects import OparlObjects
from scraper.sample.faces.pdf import render
from scraper.sample.faces.web import Request, Response, as_json, redirect, robots
from scraper.sample.town import BERLIN, Deleted, Record, Town

ROOT = "/oparl/v1.1"
PAGE = 50
LARGEST_PAGE = 100
OBJECT = re.compile(r"/(?P<type>[a-z]+)/(?P<id>[1-9][0-9]*)")
FILE_ACCESS = re.compile(r"/file/(?P<id>[1-9][0-9]*)/[^/]+\.pdf")
BODY_LIST = re.compile(r"/body/1/(?P<list>[a-z]+)")
ORGAN_LIST = re.compile(r"/organization/(?P<id>[1-9][0-9]*)/(?P<list>meetings|consultations)")


class OparlFace:
    """`base` is what the ids start with; it must be the address under which the face is served."""

    def __init__(self, town: Town, base: str) -> None:
        self.town = town
        self.objects = OparlObjects(town, base + ROOT)

    def __call__(self, request: Request) -> Response:
        if request.path == "/robots.txt":
            return robots(request.base)
        if request.path in ("/", "/oparl"):
            return redirect(f"{request.base}{ROOT}/system")
        if not request.path.startswith(f"{ROOT}/"):
            return _nothing_there(request)
        path = request.path.removeprefix(ROOT).rstrip("/")
        if path == "/system":
            return as_json(system_object(self.objects))
        if path == "/bodies":
            return _only_page(request, body_object(self.objects))
        if path == "/body/1":
            return as_json(body_object(self.objects))
        if access := FILE_ACCESS.fullmatch(path):
            return self._document(request, int(access["id"]))
        if (one := BODY_LIST.fullmatch(path)) and one["list"] in BODY_LISTS.values():
            return self._list(request, self._lists[one["list"]], self._deleted(one["list"]))
        if one := ORGAN_LIST.fullmatch(path):
            return self._list(request, self._of_organ(one["list"], int(one["id"])), ())
        return self._object(request, path)

    def _object(self, request: Request, path: str) -> Response:
        asked = OBJECT.fullmatch(path)
        record = self._by_type.get(asked["type"], {}).get(int(asked["id"])) if asked else None
        return as_json(self.objects.of(record)) if record else _nothing_there(request)

    def _document(self, request: Request, number: int) -> Response:
        file = self.town.file_of.get(number)
        if file is None or not request.path.endswith(f"/{file.file_name}"):
            return _nothing_there(request)
        headers = {"Last-Modified": format_datetime(file.modified.astimezone(UTC), usegmt=True)}
        if "download" in request.query:
            headers["Content-Disposition"] = f'attachment; filename="{file.file_name}"'
        return Response(render(self.town, file), "application/pdf", headers=headers)

    def _list(self, request: Request, listed: Sequence[Record], deleted: Sequence[Record]) -> Response:
        """400 where a filter is no date-time: a client must notice that its filter is not applied."""
        try:
            chosen = _filtered(request, listed, deleted)
        except ValueError as error:
            return as_json({"error": f"not a date-time: {error}"}, status=400)
        size = min(max(request.whole_number("limit", PAGE), 1), LARGEST_PAGE)
        pages = max(1, -(-len(chosen) // size))
        page = min(max(request.whole_number("page", 1), 1), pages)
        whole = request.query.get("omit_internal") != "true"
        data = [self.objects.of(record, whole=whole) for record in chosen[(page - 1) * size : page * size]]
        return as_json(
            {
                "data": data,
                "pagination": {
                    "totalElements": len(chosen),
                    "elementsPerPage": size,
                    "currentPage": page,
                    "totalPages": pages,
                },
                "links": _links(request, page, pages),
            }
        )

    def _of_organ(self, name: str, organ: int) -> Sequence[Record]:
        if name == "meetings":
            return [one for one in self.town.meetings if one.organization_id == organ]
        return [one for one in self.town.consultations if one.organization_id == organ]

    @cached_property
    def _lists(self) -> dict[str, Sequence[Record]]:
        town = self.town
        return {
            "organizations": town.organizations,
            "persons": town.persons,
            "meetings": town.meetings,
            "papers": town.papers,
            "agendaitems": town.agenda_items,
            "consultations": town.consultations,
            "files": town.files,
            "memberships": town.memberships,
            "locations": town.locations,
            "legislativeterms": town.terms,
        }

    @cached_property
    def _by_type(self) -> dict[str, dict[int, Record]]:
        """Type as in addresses ("agendaitem") -> id -> record, the deleted ones too."""
        found = {name.removesuffix("s"): {one.id: one for one in records} for name, records in self._lists.items()}
        for stub in self.town.deleted:
            found[stub.kind][stub.id] = stub
        return found

    def _deleted(self, name: str) -> list[Deleted]:
        return [stub for stub in self.town.deleted if f"{stub.kind}s" == name]


def _filtered(request: Request, listed: Sequence[Record], deleted: Sequence[Record]) -> Sequence[Record]:
    created_since, created_until, modified_since, modified_until = (
        request.moment(name, BERLIN) for name in ("created_since", "created_until", "modified_since", "modified_until")
    )
    if modified_since:
        listed = [*listed, *deleted]
    elif not (created_since or created_until or modified_until):
        return listed
    return [
        one
        for one in listed
        if (created_since is None or one.created >= created_since)
        and (created_until is None or one.created <= created_until)
        and (modified_since is None or one.modified >= modified_since)
        and (modified_until is None or one.modified <= modified_until)
    ]


def _links(request: Request, page: int, pages: int) -> dict[str, str]:
    links = {"first": request.with_query(page=1), "self": request.with_query(page=page)}
    if page > 1:
        links["prev"] = request.with_query(page=page - 1)
    if page < pages:
        links["next"] = request.with_query(page=page + 1)
    return links | {"last": request.with_query(page=pages)}


def _only_page(request: Request, content: dict[str, Any]) -> Response:
    """A list of one object."""
    pagination = {"totalElements": 1, "elementsPerPage": PAGE, "currentPage": 1, "totalPages": 1}
    return as_json({"data": [content], "pagination": pagination, "links": _links(request, 1, 1)})


def _nothing_there(request: Request) -> Response:
    return as_json({"error": f"there is nothing at {request.path}"}, status=404)

"""Musterstadt as a more! rubin site, asked as a browser and its scripts ask it."""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from scraper.sample.faces.rubin.council import Council
from scraper.sample.faces.rubin.face import SERVICE, RubinFace
from scraper.sample.faces.rubin.site import PAGES, PORTAL, Edition
from scraper.sample.faces.web import Request, Response
from scraper.sample.generate import make_town
from scraper.sample.town import Town

BASE = "http://127.0.0.1:8022"
PASSED = re.compile(r'window\.components\["MeetingPage__\w+"\] = \{\s+props: (\{.*\}),\n  store: \[\],', re.DOTALL)
EDITIONS = pytest.mark.parametrize("edition", [PORTAL, PAGES], ids=["portal", "pages"])
Json = dict[str, Any]

town = make_town()
council = Council(town)


@dataclass(frozen=True)
class Server:
    edition: Edition
    face: RubinFace

    def get(self, target: str) -> Response:
        return self.face(Request.of(BASE, target))

    def service(self, query: str) -> Any:
        script = f"{SERVICE}?json=true&system=ris&platform=ris&" if self.edition is PAGES else "/api.php?"
        response = self.get(script + query)
        assert (response.status, response.content_type) == (200, "application/json; charset=utf-8")
        return json.loads(response.body)

    def listed(self, first: str = "2023-12", last: str = "2026-12") -> list[Json]:
        answer = self.service(f"id=calendar&action=get&from={first}&to={last}&view=list")
        found: list[Json] = answer["meetings"]
        return found

    def meeting(self, number: str) -> Any:
        """None for a meeting that isn't known."""
        if self.edition is PAGES:
            return in_script(self.get(f"/meeting.php?id={number}").body.decode())
        told = self.service(f"id=meetings&action=get&meeting_id={number}&with_agenda_item_documents=1")
        return told if told != [{"ErrorCode": 101}] else None


def in_script(page: str) -> Any:
    found = PASSED.search(page)
    assert found
    return json.loads(found[1])["passed-meeting"]


def server_of(edition: Edition, of: Town = town) -> Server:
    return Server(edition, RubinFace(of, edition))


@cache
def told(edition: Edition) -> list[Json]:
    """All meetings that the calendar lists."""
    server = server_of(edition)
    return [server.meeting(one["nummer"]) for one in server.listed()]

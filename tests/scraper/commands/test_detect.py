"""`ratsarchiv detect` on each face of Musterstadt, and on pages that are of no use."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.sample.generate import make_town
from scraper.sample.server import Faces
from scraper.sample.server import serving as serving_town
from tests.support.loopback import Answer, Asked, serving


@pytest.fixture(scope="module")
def faces() -> Iterator[Faces]:
    with serving_town(make_town(), port=0) as found:
        yield found


def detect(url: str, folder: Path) -> tuple[int, str]:
    command = (sys.executable, "-m", "scraper.cli", "detect", url)
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert not run.stderr, run.stderr
    return run.returncode, run.stdout


@pytest.mark.parametrize(
    ("face", "path", "words"),
    [
        ("council", "/oparl/v1.1/system", ["OParl 1.1", "Stadt Musterstadt", "OParl paper list", "system: oparl"]),
        ("wordpress", "", ["press site", "10 posts", "10 entries", "system: press"]),
        ("feed", "", ["press site", "15 entries", "system: press"]),
        ("sessionnet", "/bi/", ["SessionNet 5.4.7", "calendar 20", "1 meeting, ", "paper:", "system: sessionnet"]),
        ("sessionnet_classic", "", ["SessionNet 4.4.3", "calendar 20", "paper:", "system: sessionnet"]),
        ("allris3", "/bi/", ["ALLRIS 3 3.9.5", "item:", "as XML:", "1 person, ", "system: allris3"]),
        ("allris4", "", ["ALLRIS 4 4.1.7", "14 organizations", "item:", "paper:", "system: allris4"]),
        ("sdnet", "", ["SD.NET RIM 4", "77 meetings", "paper:", "system: sdnet"]),
        ("rubin", "", ["more! rubin", "api.php", "agenda items", "system: rubin"]),
        ("rubin_pages", "", ["more! rubin", "meeting.php", "agenda items", "system: rubin"]),
    ],
)
def test_each_face_of_the_town_is_known(faces: Faces, face: str, path: str, words: list[str], tmp_path: Path) -> None:
    code, said = detect(getattr(faces, face) + path, tmp_path)
    assert code == 0, said
    for word in [*words, "robots.txt: allows all that was asked"]:
        assert word in said
    assert list(tmp_path.iterdir()) == []


def html(page: str) -> Answer:
    return Answer(page.encode(), headers={"Content-Type": "text/html"})


def test_a_system_that_is_not_read_is_named_and_oparl_looked_for_all_the_same(tmp_path: Path) -> None:
    page = html("<title>RIS</title><!--title>Sitzungsdetails - Provox IIP</title-->")
    with serving(lambda asked: page if asked.path == "/" else Answer(status=404)) as server:
        code, said = detect(server.url, tmp_path)
    assert code == 2
    assert "Provox IIP, that Ratsarchiv does not read" in said
    assert f"{server.url}/webservice/oparl/v1.1/system\n            HTTP status 404" in said
    assert "robots.txt: none (HTTP status 404): all is allowed" in said


def test_a_towns_page_leads_to_that_of_its_council(tmp_path: Path) -> None:
    link = "https://ris.musterstadt.example/bi/si0040.php?__cjahr=2026"
    page = html(f'<!DOCTYPE html><title>Stadt Musterstadt</title><a href="{link}">Ratsinformationssystem</a>')
    with serving(lambda asked: page if asked.path == "/" else Answer(status=404)) as server:
        _, said = detect(server.url, tmp_path)
    assert f"ratsarchiv detect {link}" in said


def test_what_robots_txt_forbids_is_said_and_not_asked(tmp_path: Path) -> None:
    rules = b"User-agent: *\nDisallow: /bi/vo0050.php\nCrawl-delay: 0.1\n"

    def site(asked: Asked) -> Answer:
        return (
            Answer(rules, headers={"Content-Type": "text/plain"}) if asked.path == "/robots.txt" else html("<p>Hallo")
        )

    with serving(site) as server:
        _, said = detect(f"{server.url}/bi/vo0050.php", tmp_path)
        assert not [asked for asked in server.asked if asked.path.startswith("/bi")]
    assert f"robots.txt: forbids {server.url}/bi/vo0050.php; 0.1 seconds between two requests" in said


@pytest.mark.parametrize(
    ("answer", "came", "advice"),
    [
        (
            Answer(b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"}),
            "robots.txt forbids",
            "ask the",
        ),
        (Answer(status=302, headers={"Location": "/bi/"}), "redirects without an end", "in a browser"),
        (
            Answer(status=302, headers={"Location": "mailto:post@example.org"}),
            '"mailto:post@example.org"',
            "in a browser",
        ),
        (Answer(status=302, headers={"Location": "http://127.0.0.1:9/"}), "where that address led", "If it lasts"),
        (Answer(status=500), "HTTP status 500", "tell the people"),
        (html(" "), "an empty answer", "the council's calendar"),
        (Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "application/pdf", "the council's calendar"),
    ],
)
def test_what_is_no_source_is_told_with_what_came_and_what_to_do(
    tmp_path: Path, answer: Answer, came: str, advice: str
) -> None:
    def site(asked: Asked) -> Answer:
        forbids = answer.body.startswith(b"User-agent")
        return answer if (asked.path == "/robots.txt") == forbids else Answer(status=404)

    with serving(site) as server:
        code, said = detect(f"{server.url}/bi/", tmp_path)
    line = next(line for line in said.splitlines() if line.startswith("Not usable: "))
    assert code == 2
    assert f"{server.url}/bi/: expected an OParl server" in line
    assert came in line
    assert advice in line


@pytest.mark.parametrize("listed_at", ["/bodies", "nonsense:b", "http://[::1"])
def test_a_list_of_bodies_at_no_address_is_told(tmp_path: Path, listed_at: str) -> None:
    system = {"type": "https://schema.oparl.org/1.1/System", "body": listed_at}
    answer = Answer(json.dumps(system).encode(), headers={"Content-Type": "application/json"})
    with serving(lambda asked: answer if asked.path == "/system" else Answer(status=404)) as server:
        _, said = detect(f"{server.url}/system", tmp_path)
    assert f"OParl bodies: {listed_at}\n            not asked: " in said


def test_the_lists_of_a_body_at_no_address_are_told(tmp_path: Path) -> None:
    def site(asked: Asked) -> Answer:
        here = f"http://{asked.headers['Host']}"
        objects = {
            "/system": {"type": "https://schema.oparl.org/1.1/System", "body": f"{here}/bodies"},
            "/bodies": {
                "data": [{"id": f"{here}/body/1", "name": "Musterstadt", "meeting": "/m", "paper": f"{here}/p"}]
            },
            "/p": {"data": [{"id": f"{here}/p/1"}]},
        }
        found = objects.get(asked.path)
        return Answer(json.dumps(found).encode()) if found else Answer(status=404)

    with serving(site) as server:
        code, said = detect(f"{server.url}/system", tmp_path)
    assert code == 0
    assert 'OParl meeting list: /m\n            not asked: "/m" does not begin with https://' in said
    assert f"OParl paper list: {server.url}/p\n            1 objects" in said

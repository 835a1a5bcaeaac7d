"""`ratsarchiv add` against sites on loopback."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scraper.commands.detect import name_in
from scraper.sources import Source, load_sources
from tests.support.loopback import Answer, Asked, Site, serving


def add(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "scraper.cli", "add", *arguments)
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def added(folder: Path) -> Source:
    (source,) = load_sources(folder / "sources.yml").sources.values()
    return source


def oparl(*bodies: str) -> Site:
    def site(asked: Asked) -> Answer:
        base = f"http://{asked.headers['Host']}"
        pages: dict[str, dict[str, object]] = {
            "/system": {
                "type": "https://schema.oparl.org/1.1/System",
                "name": "OParl-Server",
                "body": f"{base}/bodies",
            },
            "/bodies": {"data": [{"id": f"{base}/bodies/{n}", "name": name} for n, name in enumerate(bodies, 1)]},
            "/bodies/2": {
                "type": "https://schema.oparl.org/1.1/Body",
                "name": bodies[-1],
                "system": f"{base}/system",
            },
        }
        found = pages.get(asked.path)
        return Answer(json.dumps(found).encode()) if found else Answer(status=404)

    return site


def test_an_oparl_system_is_called_after_its_one_body(tmp_path: Path) -> None:
    with serving(oparl("Stadt Musterstadt")) as server:
        run = add(tmp_path, f"{server.url}/system")
    assert run.returncode == 0, run.stderr
    source = added(tmp_path)
    assert (source.key, source.name, source.system) == ("stadt-musterstadt", "Stadt Musterstadt", "oparl")
    assert "Next: ratsarchiv scrape stadt-musterstadt" in run.stdout


def test_the_bodies_of_a_system_with_several_are_shown_to_choose_from(tmp_path: Path) -> None:
    with serving(oparl("Musterstadt", "Musterdorf")) as server:
        run = add(tmp_path, f"{server.url}/system")
        assert "2, and all are taken" in run.stderr
        assert f"{server.url}/bodies/2  Musterdorf" in run.stderr
        (tmp_path / "sources.yml").unlink()
        add(tmp_path, f"{server.url}/bodies/2")
    source = added(tmp_path)
    assert (source.name, source.url, source.body) == (
        "Musterdorf",
        f"{server.url}/system",
        f"{server.url}/bodies/2",
    )


def test_a_web_page_becomes_a_press_site_with_what_was_given(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><title>Grüne Musterstadt – Startseite</title>".encode()
    with serving(lambda asked: Answer(page, headers={"Content-Type": "text/html; charset=utf-8"})) as server:
        run = add(tmp_path, server.url, "--party", "Bündnis 90/Die Grünen", "--key", "gruene")
    assert run.returncode == 0, run.stderr
    source = added(tmp_path)
    assert (source.key, source.name, source.party) == ("gruene", "Grüne Musterstadt", "Bündnis 90/Die Grünen")


SESSIONNET = b'<!DOCTYPE html><title>Kalender</title><meta name="sessionnet" content="V:050406">'


def test_the_pages_of_a_council_lead_to_its_oparl_server(tmp_path: Path) -> None:
    system = oparl("Stadt Musterstadt")

    def site(asked: Asked) -> Answer:
        if asked.path == "/bi/si0040.php":
            return Answer(SESSIONNET, headers={"Content-Type": "text/html"})
        return system(replace(asked, path="/system") if asked.path == "/oparl/system" else asked)

    with serving(site) as server:
        run = add(tmp_path, f"{server.url}/bi/si0040.php")
    assert run.returncode == 0, run.stderr
    source = added(tmp_path)
    assert (source.system, source.name, source.url) == ("oparl", "Stadt Musterstadt", f"{server.url}/oparl/system")


PROVOX = b"<!DOCTYPE html><title>RIS</title><!--title>Sitzungsdetails - Provox IIP</title-->"


def pages_only(page: bytes) -> Site:
    def site(asked: Asked) -> Answer:
        html = {"Content-Type": "text/html"}
        return Answer(page, headers=html) if asked.path == "/bi/info" else Answer(status=404)

    return site


def test_a_council_that_ratsarchiv_can_not_read_is_told_so_and_not_added_as_a_press_site(tmp_path: Path) -> None:
    with serving(pages_only(PROVOX)) as server:
        run = add(tmp_path, f"{server.url}/bi/info")
    assert run.returncode == 2
    assert "Provox IIP, that Ratsarchiv does not read" in run.stderr
    assert not (tmp_path / "sources.yml").exists()


def test_a_sessionnet_site_without_oparl_is_read_by_its_pages(tmp_path: Path) -> None:
    page = SESSIONNET + b'<a href="si0040.asp?__cjahr=2026&__cmonat=9">Kalender</a>'
    with serving(pages_only(page)) as server:
        run = add(tmp_path, f"{server.url}/bi/info", "--name", "Stadt Musterstadt")
    assert run.returncode == 0, run.stderr
    source = added(tmp_path)
    assert (source.system, source.url) == ("sessionnet", f"{server.url}/bi/si0040.asp")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "neither OParl nor a web page"),
        (Answer(status=404), "404"),
    ],
)
def test_what_is_no_source_is_not_added(tmp_path: Path, answer: Answer, said: str) -> None:
    with serving(lambda asked: answer if asked.path != "/robots.txt" else Answer(status=404)) as server:
        run = add(tmp_path, f"{server.url}/x")
    assert run.returncode == 2
    assert said in run.stderr
    assert not (tmp_path / "sources.yml").exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [("ris.example.org/system", "did you mean https://"), ("https://ris.example.org/", "--contact")],
)
def test_an_address_that_can_not_be_asked_is_explained(tmp_path: Path, address: str, said: str) -> None:
    run = add(tmp_path, address)
    assert run.returncode == 2
    assert said in run.stderr


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Grüne Musterstadt | Start", "Grüne Musterstadt"),
        ("Startseite – CDU Musterstadt", "CDU Musterstadt"),
        ("Aktuelles - SPD-Fraktion Musterstadt", "SPD-Fraktion Musterstadt"),
        ("Willkommen! | FDP Musterstadt | Startseite", "FDP Musterstadt"),
        ("Die Linke Musterstadt: Startseite", "Die Linke Musterstadt: Startseite"),
        ("Start", ""),
        ("", ""),
    ],
)
def test_a_site_is_called_by_the_part_of_its_title_that_is_a_name(title: str, name: str) -> None:
    assert name_in(title) == name

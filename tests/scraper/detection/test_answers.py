import json

import pytest

from scraper.detection.answers import bodies_of, detect, name_of_body

SYSTEM = {
    "type": "https://schema.oparl.org/1.1/System",
    "name": "Schnittstelle",
    "body": "https://ris.example.org/bodies",
}
BODY = {"type": "https://schema.oparl.org/1.0/Body", "name": "Musterstadt", "system": "https://ris.example.org/system"}
URL = "https://ris.example.org/x"


def test_an_oparl_system_is_known_by_its_type() -> None:
    found = detect(URL, "application/json", json.dumps(SYSTEM).encode())
    assert found is not None
    assert (found.system, found.version, found.name, found.body) == ("oparl", "1.1", "Schnittstelle", None)
    assert found.body_list == "https://ris.example.org/bodies"
    assert "1.1/System" in found.evidence


def test_the_address_of_a_body_leads_to_its_system() -> None:
    found = detect(URL, "application/json", json.dumps(BODY).encode())
    assert found is not None
    assert (found.system, found.url, found.body) == ("oparl", "https://ris.example.org/system", URL)


@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", ""])
def test_a_web_page_may_be_a_press_site(content_type: str) -> None:
    page = "<!DOCTYPE html><html><head><title>Grüne Musterstadt |\n Start</title></head></html>".encode()
    found = detect(URL, content_type, page)
    assert found is not None
    assert (found.system, found.name, found.url) == ("press", "Grüne Musterstadt | Start", URL)


def test_a_web_page_may_begin_like_xml() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n<html><head><title>Grüne Köln</title></head></html>'
    found = detect(URL, "text/html", page.encode("iso-8859-1"))
    assert found is not None
    assert (found.system, found.name) == ("press", "Grüne Köln")


@pytest.mark.parametrize(
    ("content_type", "answer"),
    [
        ("application/json", b'{"type": "https://schema.oparl.org/1.1/Paper"}'),
        ("application/json", b'{"name": "something else"}'),
        ("application/json", b"[1, 2]"),
        ("application/pdf", b"%PDF-1.4"),
        ("", b""),
    ],
)
def test_anything_else_is_not_guessed_at(content_type: str, answer: bytes) -> None:
    assert detect(URL, content_type, answer) is None


@pytest.mark.parametrize(
    ("answer", "bodies"),
    [
        (
            {"data": [{"id": "https://x/1", "name": "Musterstadt"}, {"id": "https://x/2"}]},
            ["Musterstadt", "https://x/2"],
        ),
        ([{"id": "https://x/1", "name": "Musterstadt"}], ["Musterstadt"]),
        ({"data": "nothing"}, []),
        ("nothing", []),
    ],
)
def test_a_body_list_names_the_towns(answer: object, bodies: list[str]) -> None:
    found = bodies_of(json.dumps(answer).encode())
    assert [name_of_body(address, body) for address, body in found.items()] == bodies

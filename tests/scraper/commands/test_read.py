import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scraper.cli import main
from scraper.commands.read import system_of

ARTICLE = """<!DOCTYPE html><html lang="de"><head><title>Radweg kommt</title></head><body><article><h1>Radweg kommt</h1>
<time datetime="2026-03-10">10. März 2026</time><p>Der Rat hat heute den Radweg an der Schulstraße beschlossen. Das ist
ein guter Tag für alle, die mit dem Rad zur Schule fahren.</p></article></body></html>"""
PAPER = {"id": "https://ris.example.org/papers/7", "type": "https://schema.oparl.org/1.1/Paper", "name": "Radweg"}


def read(path: Path, content: str, *options: str) -> Result:
    path.write_text(content, encoding="utf-8")
    return CliRunner().invoke(main, ["read", str(path), "--url", "https://example.org/radweg/", *options])


def test_a_press_page_is_shown_as_its_release(tmp_path: Path) -> None:
    result = read(tmp_path / "page.html", ARTICLE)
    (item,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (item["type"], item["title"], item["published_text"]) == ("press-release", "Radweg kommt", "2026-03-10")


@pytest.mark.parametrize("answer", [PAPER, {"data": [PAPER]}])
def test_an_oparl_answer_is_shown_object_by_object(tmp_path: Path, answer: object) -> None:
    result = read(tmp_path / "page.json", json.dumps(answer))
    (item,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (item["type"], item["vendor_id"], item["name"]) == ("paper", PAPER["id"], "Radweg")


def test_what_can_not_be_read_is_a_complaint_on_standard_error(tmp_path: Path) -> None:
    result = read(tmp_path / "page.html", "<html><title>Wartung</title>", "--system", "oparl")
    assert result.stdout == ""
    assert "expected JSON" in result.stderr


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        (ARTICLE, (), 0),
        ("<html><title>Wartung</title>", ("--system", "oparl"), 2),
        ('{"data": []}', ("--system", "oparl"), 0),
        (json.dumps({"data": [PAPER, 17]}), ("--system", "oparl"), 0),
    ],
)
def test_a_page_fails_where_an_error_is_all_that_it_gives(
    tmp_path: Path, content: str, options: tuple[str, ...], code: int
) -> None:
    assert read(tmp_path / "page", content, *options).exit_code == code


@pytest.mark.parametrize(
    ("content", "url", "options", "said"),
    [
        (None, "https://example.org/", (), "No such file or directory"),
        (b"", "https://example.org/", (), "an empty file"),
        (b" \r\n", "https://example.org/", ("--system", "press"), "an empty file"),
        (b"%PDF-1.7\n%%EOF", "https://example.org/", ("--system", "press"), "got application/pdf"),
        (b"PK\x03\x04", "https://example.org/", (), "got application/zip"),
        (b"<p>Guten Tag", "https://example.org/", ("--system", "rathaus"), 'no system "rathaus"'),
        (b"<p>Guten Tag", "https://example.org/", ("--system", "sessionnet"), "as a browser shows it"),
        (b"<p>Guten Tag", "example.org/a", ("--system", "press"), "did you mean https://example.org/a"),
        (b"<p>Guten Tag", "http://[::1", ("--system", "press"), "not a web address"),
    ],
)
def test_what_is_no_page_or_no_address_is_told(
    tmp_path: Path, content: bytes | None, url: str, options: tuple[str, ...], said: str
) -> None:
    path = tmp_path / "page.html"
    if content is not None:
        path.write_bytes(content)
    result = CliRunner().invoke(main, ["read", str(path), "--url", url, *options])
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(tmp_path), "--url", "https://example.org/"])
    assert result.exit_code == 2
    assert f"{tmp_path} can't be read" in result.stderr


def test_a_page_of_no_known_system_must_be_named(tmp_path: Path) -> None:
    result = read(tmp_path / "page.txt", "Guten Tag")
    assert result.exit_code == 2
    assert "--system" in result.stderr


SITTING = {"siNr": 7, "name": "Rat", "datum": "2027-03-02T00:00:00", "beginn": "2027-03-02T17:00:00"}
RUBIN = {
    "id": 7,
    "nummer": "2027-GR-31",
    "titel": "Rat",
    "datum": "2027-03-02",
    "full_url": "https:\\/\\/musterstadt.gremien.info\\/meeting?id=2027-GR-31",
    "agenda_items": [],
}


@pytest.mark.parametrize(
    ("answer", "system"),
    [
        (PAPER, "oparl"),
        ({"data": [], "pagination": {}}, "oparl"),
        ([{**PAPER, "web": "https://example.org/vo0050.asp?__kvonr=7"}], "oparl"),
        ([SITTING], "sessionnet6"),
        (RUBIN, "rubin"),
        ({"error": "maintenance"}, None),
    ],
)
def test_the_system_of_an_answer_in_json(answer: object, system: str | None) -> None:
    body = json.dumps(answer).replace("\\\\/", "\\/").encode()
    assert system_of("https://musterstadt.gremien.info/api.php?id=meetings", body) == system


def test_that_an_item_is_not_public_is_shown(tmp_path: Path) -> None:
    row = '<td class="tofnum">{} 1</td><td class="tobetr">Radweg</td>'
    page = (
        "<!DOCTYPE html><html><title>SessionNet | Rat - 02.03.2027</title><body class='smc-body'><table>"
        f"<tr>{row.format('Ö')}</tr><tr>{row.format('N')}</tr></table></body></html>"
    )
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    url = "https://ris.example.org/si0057.asp?__ksinr=7"
    result = CliRunner().invoke(main, ["read", str(path), "--url", url, "--system", "sessionnet"])
    items = [json.loads(line) for line in result.stdout.splitlines()]
    assert [item["public"] for item in items if item["type"] == "agenda-item"] == [True, False]

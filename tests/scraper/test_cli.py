"""The command as people and scripts use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scraper.cli import main


def ratsarchiv(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_date_shows_how_texts_are_read() -> None:
    result = ratsarchiv("date", "10. März 201716. März 2017", "31.02.2017")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [[read["start"] for read in line["dates"]] for line in lines] == [["2017-03-10", "2017-03-16"], []]


def test_date_takes_a_context() -> None:
    (line,) = ratsarchiv("date", "14. Dezember", "--context", "2017").stdout.splitlines()
    assert json.loads(line)["dates"][0]["start"] == "2017-12-14"


def test_date_reads_lines_of_text_and_context() -> None:
    result = ratsarchiv("date", stdin="10. März 2017\n17:00\t2026-09-28\n\n")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["text"] for line in lines] == ["10. März 2017", "17:00", ""]
    assert lines[1] == {
        "text": "17:00",
        "dates": [{"start": "2026-09-28T17:00:00+02:00", "end": None, "precision": "minute", "span": [0, 5]}],
    }


def test_councils_shows_where_a_council_answers() -> None:
    result = ratsarchiv("councils", "karlsruhe")
    assert "Stadt Karlsruhe  (SessionNet" in result.stdout
    assert "ratsarchiv add https://" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scrape", "--sources", "nowhere.yml"), "nowhere.yml does not exist"),
        (("scrape", "musterdorf"), 'no source is called "musterdorf"'),
        (("councils", "Entenhausen"), '"Entenhausen" is in none of the'),
        (("councils", "Baden-Württemberg"), "states and systems are not searched"),
        (("status", "--db", "nowhere.db"), "nowhere.db is not there yet"),
        (("serve", "--db", "nowhere.db"), "nowhere.db"),
        (("add", "https://ris.example.org/"), "--contact"),
        (("import", "a.html", "b.html", "--source", "town", "--url", "https://example.org/"), "one FILE"),
    ],
)
def test_mistakes_end_in_a_message_and_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sources.yml").write_text("sources: {town: {name: Town, system: oparl, url: 'http://127.0.0.1:9/'}}\n")
    result = ratsarchiv(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path("nowhere.db").exists()


def test_an_archive_that_is_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sources.yml").write_text("sources: {town: {name: Town, system: oparl, url: 'http://127.0.0.1:9/'}}\n")
    result = ratsarchiv("scrape", "--db", str(tmp_path))
    assert result.exit_code == 2
    assert "Check that the folder exists" in result.stderr

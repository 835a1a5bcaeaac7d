"""Saved files -> releases of a source."""

from pathlib import Path

import pytest

from scraper.items import Complaint, PressRelease
from scraper.saved_pages import read_saved
from scraper.sources import PressRules, Source

TEXT = "<p>Der Rat hat gestern den Bau des Radwegs an der Hauptstraße beschlossen, sagt die Fraktion.</p>"
HTML = f"<!DOCTYPE html><html><head>{{}}</head><body><h1>Radweg kommt</h1><p>10. März 2026</p>{TEXT}</body></html>"


def source(press: PressRules | None = None) -> Source:
    return Source(
        key="spd", name="SPD", system="press", url="https://www.spd.de/", party="SPD", press=press or PressRules()
    )


def read(
    tmp_path: Path, content: str | bytes, url: str | None = None, name: str = "seite"
) -> list[PressRelease | Complaint]:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(read_saved(file, source(), url))
    assert all(isinstance(one, PressRelease | Complaint) for one in found)
    return [one for one in found if isinstance(one, PressRelease | Complaint)]


def release(found: list[PressRelease | Complaint]) -> PressRelease:
    (one,) = found
    assert isinstance(one, PressRelease)
    return one


def test_html_with_its_address_given(tmp_path: Path) -> None:
    one = release(read(tmp_path, HTML.format(""), "https://www.spd.de/radweg/"))
    assert (one.title, one.published_text, one.party) == ("Radweg kommt", "10. März 2026", "SPD")
    assert (one.vendor_id, one.source_url, one.response_url) == (
        "https://spd.de/radweg",
        "https://www.spd.de/radweg/",
        None,
    )


ADDRESSES = [
    "<link rel=canonical href='https://www.spd.de/radweg/'>",
    "<!-- saved from url=(0026)https://www.spd.de/radweg/ -->",
    '<link rel="canonical" href="https://web.archive.org/web/20170317081200/https://www.spd.de/radweg/">',
]


@pytest.mark.parametrize("head", ADDRESSES)
def test_html_that_says_where_it_was(tmp_path: Path, head: str) -> None:
    assert release(read(tmp_path, HTML.format(head))).vendor_id == "https://spd.de/radweg"


def test_without_an_address_the_same_page_has_the_same_name(tmp_path: Path) -> None:
    first, second = (release(read(tmp_path, HTML.format(""), name=name)) for name in ("a.html", "b.html"))
    assert first.vendor_id == second.vendor_id
    assert first.vendor_id.startswith("saved:")
    assert first.source_url is None


def test_a_text_dump(tmp_path: Path) -> None:
    one = release(read(tmp_path, "Radweg kommt 10. März 202616. März 2026 Der Rat hat ihn beschlossen."))
    assert (one.title, one.party, one.text) == ("Radweg kommt", "SPD", "Der Rat hat ihn beschlossen.")


def test_the_archive_s_bar_is_not_the_page(tmp_path: Path) -> None:
    bar = f"<!-- BEGIN WAYBACK TOOLBAR INSERT --><h1>Wayback</h1>{TEXT * 5}<!-- END WAYBACK TOOLBAR INSERT -->"
    one = release(read(tmp_path, HTML.format("").replace("<body>", f"<body>{bar}")))
    assert one.title == "Radweg kommt"
    assert (one.text or "").count("Hauptstraße") == 1


def test_utf_16(tmp_path: Path) -> None:
    assert release(read(tmp_path, HTML.format("").encode("utf-16"))).title == "Radweg kommt"


@pytest.mark.parametrize(
    ("content", "came"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 x", "binary"),
        (b"\x00\x01\x02", "binary"),
        (b"<html><body></body></html>", "without running text"),
    ],
)
def test_what_cannot_be_read_becomes_a_complaint(tmp_path: Path, content: bytes, came: str) -> None:
    (complaint,) = read(tmp_path, content)
    assert isinstance(complaint, Complaint)
    assert came in complaint.came
    assert complaint.address.endswith("seite")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (complaint,) = read_saved(tmp_path / "fehlt.html", source(), None)
    assert isinstance(complaint, Complaint)
    assert "No such file" in complaint.came


def test_the_source_s_selectors_are_used(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(HTML.format(""))
    (one,) = read_saved(file, source(PressRules(title="p")), None)
    assert isinstance(one, PressRelease)
    assert one.title == "10. März 2026"

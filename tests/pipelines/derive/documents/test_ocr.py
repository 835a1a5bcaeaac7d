"""Recognising pictures of pages, where tesseract with German is installed."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.derive.documents import Limits, Ocr, read_document, read_safely
from pipelines.derive.documents.ocr import OcrError
from tests.pipelines.derive.documents import made

OCR = Ocr.installed()
pytestmark = pytest.mark.skipif(
    OCR is None, reason="tesseract with German (tesseract-ocr, tesseract-ocr-deu) is not installed"
)


@pytest.fixture
def ocr() -> Ocr:
    assert OCR is not None
    return OCR


def test_a_scan_is_recognised_and_cleaned(ocr: Ocr) -> None:
    document = read_safely(
        made.scan(["Der Rat der Stadt Lindenfurt hat beschlos-", "sen, die Straße zu sperren."]), ocr=ocr
    )
    assert (document.status, [page.method for page in document.pages]) == ("read", ["ocr"])
    words = " ".join(document.pages[0].text.split())
    assert words == "Der Rat der Stadt Lindenfurt hat beschlossen, die Straße zu sperren."


def test_a_picture_is_recognised(ocr: Ocr) -> None:
    picture = made.drawn(made.pdf([made.MINUTES])).getvalue()
    document = read_document(picture, name="antrag.png", ocr=ocr)
    assert (document.status, document.mime_type, document.problem) == ("read", "image/png", None)
    assert "beschlussfähig" in document.pages[0].text


def test_text_that_is_there_is_not_recognised_again(ocr: Ocr) -> None:
    broken = replace(ocr, command="/nowhere/tesseract")
    document = read_document(made.pdf([["Der Rat"], list(made.MINUTES), []]), ocr=broken)
    assert (document.status, [page.method for page in document.pages]) == ("read", ["text", "text", "none"])


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_was_scanned_the_wrong_way_round_is_recognised(ocr: Ocr, turned: int) -> None:
    document = read_document(made.scan(made.MINUTES * 6, turned=turned), ocr=ocr)
    assert document.pages[0].text.count("Die Vorsitzende") == 6


def shifted(line: str) -> str:
    return "".join(chr(ord(sign) + 3) if sign.isascii() and sign.isalpha() else sign for sign in line)


@pytest.mark.parametrize("layer", [shifted, " ".join, lambda line: re.sub(r"\w\w", "rn", line)])
def test_what_a_poor_scanner_recognised_gives_way(ocr: Ocr, layer: Callable[[str], str]) -> None:
    document = read_document(made.scan(made.MINUTES, under=list(map(layer, made.MINUTES))), ocr=ocr)
    assert (document.status, document.pages[0].method) == ("read", "ocr")
    assert document.pages[0].text.startswith("Die Vorsitzende eröffnet die Sitzung")


def test_what_a_good_scanner_recognised_stays(ocr: Ocr) -> None:
    broken = replace(ocr, command="/nowhere/tesseract")
    document = read_document(made.scan(made.MINUTES, under=made.MINUTES), ocr=broken)
    assert (document.status, document.pages[0].method) == ("read", "text")


def test_a_table_that_was_scanned_keeps_its_text_when_time_is_over(ocr: Ocr) -> None:
    table = [f"Konto {number} Ansatz {number * 37}" for number in range(20)]
    document = read_document(made.scan(table, under=table), limits=Limits(ocr_seconds=0), ocr=ocr)
    assert (document.status, document.problem, document.pages[0].method) == ("read", None, "text")


def test_a_page_that_takes_too_long_costs_itself(ocr: Ocr) -> None:
    document = read_document(made.scan(made.MINUTES), ocr=replace(ocr, seconds=0.001))
    assert (document.status, document.problem) == (
        "needs_ocr",
        "1 of 1 pages are pictures that were not recognised: tesseract needed more than 0 s for a page.",
    )


def test_the_budget_of_a_document_ends_it(ocr: Ocr) -> None:
    document = read_document(made.scan(made.MINUTES), limits=Limits(ocr_seconds=0), ocr=ocr)
    assert (
        document.problem == "1 of 1 pages are pictures that were not recognised: recognising them took more than 0 s."
    )


def test_a_picture_that_tesseract_refuses_is_told(ocr: Ocr) -> None:
    document = read_document(b"\xff\xd8\xff\xe0" + b"0" * 500 + b"\xff\xd9", ocr=ocr)
    assert document.status == "broken"
    assert (document.problem or "").startswith("It is a picture that could not be recognised: tesseract failed (")


def test_a_command_that_fails_says_so() -> None:
    with pytest.raises(OcrError, match="tesseract failed"):
        Ocr(command="false").read(b"")


def test_german_must_be_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = tmp_path / "tesseract"
    command.write_text("#!/bin/sh\necho eng\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert subprocess.run([command], check=True, capture_output=True, text=True).stdout == "eng\n"
    assert Ocr.installed() is None
    command.unlink()
    assert Ocr.installed() is None

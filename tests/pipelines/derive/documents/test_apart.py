"""One document in a process of its own."""

import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import pytest

from pipelines.derive.documents import Limits, Ocr, apart, read_document, read_safely
from tests.pipelines.derive.documents import made

PAPER = made.pdf([made.MINUTES, ["Ende der Sitzung"]])
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited on Linux only")


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    yield
    apart._end_all()


def idle() -> list[apart._Helper]:
    return [helper for helpers in apart._Helper.idle.values() for helper in helpers]


def test_a_document_reads_the_same_as_here() -> None:
    for body in (
        PAPER,
        made.docx(made.paragraph("Straße\t„Grün“ 😀")),
        b"",
        bytes(99),
        made.pdf([["x"]], password="y"),
    ):
        assert read_safely(body, name="antrag.pdf") == read_document(body, name="antrag.pdf")


def test_one_process_reads_many() -> None:
    for _ in range(5):
        read_safely(PAPER)
    assert [helper.documents for helper in idle()] == [5]


def test_a_process_that_has_read_many_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_DOCUMENTS", 2)
    for _ in range(3):
        assert read_safely(PAPER).status == "read"
    assert [helper.documents for helper in idle()] == [1]


def test_an_endless_document_is_ended() -> None:
    document = read_safely(made.endless_pdf(), limits=Limits(seconds=1))
    assert (document.status, document.pages, document.mime_type) == ("too_slow", (), "application/pdf")
    assert document.problem == "Reading it took more than 1 s. Look at it by hand."
    assert idle() == []


def test_what_the_process_had_started_ends_with_it(tmp_path: Path) -> None:
    command = tmp_path / "tesseract"
    command.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/number\nexec sleep 100\n")
    command.chmod(0o755)
    document = read_safely(
        made.scan(made.MINUTES), limits=Limits(seconds=1, ocr_seconds=1), ocr=Ocr(command=str(command), seconds=100)
    )
    assert document.status == "too_slow"
    status = Path(f"/proc/{(tmp_path / 'number').read_text().strip()}/status")
    end = monotonic() + 10
    while is_alive(status) and monotonic() < end:
        sleep(0.05)  # it was told to end, which takes a moment
    assert not is_alive(status)


def is_alive(status: Path) -> bool:
    """A zombie is not: nobody has asked yet how it ended."""
    try:
        return "zombie" not in status.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("body", [made.swelling_pdf(400), made.docx("<w:p/>" * (4 << 20)), b"<p>a" * 2_000_000])
def test_a_document_that_swells_is_ended(body: bytes) -> None:
    document = read_safely(body, limits=Limits(memory=400 << 20))
    assert document.status in ("broken", "too_large")
    assert document.problem


def test_a_large_file_is_not_even_handed_on() -> None:
    document = read_safely(PAPER + bytes(2 << 20), limits=Limits(size=1 << 20))
    assert (document.status, document.problem) == ("too_large", "It has 2.0 MiB, and 1.0 are read at most.")
    assert idle() == []


def test_a_process_that_died_while_idle_is_not_blamed_on_the_next() -> None:
    read_safely(PAPER)
    (helper,) = idle()
    helper._process.kill()
    assert read_safely(PAPER).status == "read"
    assert [helper.documents for helper in idle()] == [1]


def test_a_process_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.chdir("/")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    document = read_safely(PAPER)
    assert document.status == "broken"
    assert (document.problem or "").startswith("Reading it ended the process (exit 1): ")


@pytest.mark.parametrize("start", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
def test_processes_of_any_pool_have_helpers_of_their_own(start: str) -> None:
    read_safely(PAPER)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(start)) as pool:
        assert [found.status for found in pool.map(read_safely, [PAPER] * 6)] == ["read"] * 6
    assert read_safely(PAPER).status == "read"
    assert {helper._key[0] for helper in idle()} == {os.getpid()}

"""Reading documents: PDF pages a second and core beside three libraries, peak memory, how well scans are recognised.

Run: python -m benchmarks.documents [FOLDER] (pip install 'ratsarchiv[benchmark]' for the other libraries). The folder
has scans/ and scans-text/ with their true text and wortprotokolle/, verbatim minutes as PDF; ../shared/corpus/pdf when
none is given. What is missing is left out, and said.
"""

import re
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from time import perf_counter, process_time

import pypdfium2

from pipelines.derive.documents import Ocr, Workers, read_document
from scraper.sample.faces.pdf import render
from scraper.sample.generate import make_town

CORPUS = Path(__file__).resolve().parents[1] / "../shared/corpus/pdf"
ROUNDS = 30
SLOW_ROUNDS = 1
MIB = 1 << 20
WORKERS_ROUNDS = 4
TIMES = 10
"""The same minutes over and over, so that starting a process weighs what it weighs in an archive's run."""

Read = Callable[[bytes], object]


def alone(body: bytes) -> None:
    with pypdfium2.PdfDocument(body) as document:
        for page in document:
            page.get_textpage().get_text_bounded()


def by_pypdf(body: bytes) -> None:
    from pypdf import PdfReader

    for page in PdfReader(BytesIO(body)).pages:
        page.extract_text()


def by_pdfminer(body: bytes) -> None:
    from pdfminer.high_level import extract_text

    extract_text(BytesIO(body))


READERS: dict[str, tuple[Read, int]] = {
    "ours (heads off, words whole, measured)": (read_document, ROUNDS),
    "pypdfium2 alone": (alone, ROUNDS),
    "pypdf": (by_pypdf, SLOW_ROUNDS),
    "pdfminer.six": (by_pdfminer, SLOW_ROUNDS),
}


def main(folder: Path) -> None:
    minutes = [path.read_bytes() for path in sorted(folder.glob("wortprotokolle/*.pdf"))]
    if minutes:
        print_speed("verbatim minutes", minutes)
    else:
        print(f"{folder} has no wortprotokolle/: only made-up documents are read.\n")
    print_speed("Musterstadt", musterstadt())
    print_workers(minutes or musterstadt())
    print_recognition(folder)


def musterstadt() -> list[bytes]:
    town = make_town(seed=1)
    minutes = [file for file in town.files if file.kind == "minutes"]
    return [render(town, file) for file in minutes[:25]]


def print_speed(name: str, bodies: Sequence[bytes]) -> None:
    pages = sum(map(page_count, bodies))
    speeds = speeds_of(bodies, pages)
    print(
        f"| {name}: {len(bodies)} PDFs, {pages} pages | pages a second and core | beside pypdfium2 | peak memory, MiB |"
    )
    print("|---|---:|---:|---:|")
    for reader, speed in speeds.items():
        share = speed / speeds["pypdfium2 alone"]
        print(f"| {reader} | {speed:,.0f} | {share:.2f} | {peak_of(reader, bodies):,.0f} |")
    print()


def speeds_of(bodies: Sequence[bytes], pages: int) -> dict[str, float]:
    """Pages a second of a core's time: the best of some rounds, in which the readers take turns. Other work only ever
    slows."""
    best: dict[str, float] = {}
    for number in range(ROUNDS):
        for name, (read, rounds) in READERS.items():
            if number < rounds:
                start = process_time()
                for body in bodies:
                    read(body)
                best[name] = max(best.get(name, 0.0), pages / (process_time() - start))
    return best


def peak_of(reader: str, bodies: Sequence[bytes]) -> float:
    """MiB of a process that does nothing else. The libraries themselves are part of it."""
    command = [sys.executable, "-m", "benchmarks.documents", "--peak", reader]
    lengths = b"".join(b"%d\n" % len(body) for body in bodies)
    told = lengths + b"\n" + b"".join(bodies)
    return float(subprocess.run(command, input=told, capture_output=True, check=True).stdout)


def print_peak(reader: str) -> None:
    lengths = []
    while line := sys.stdin.buffer.readline().strip():
        lengths.append(int(line))
    read, _ = READERS[reader]
    for length in lengths:
        read(sys.stdin.buffer.read(length))
    status = Path("/proc/self/status")
    if status.exists():  # on Linux, the figure below starts with what the parent had
        print(int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())[0]) / 1024)
    else:  # bytes on macOS
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (MIB if sys.platform == "darwin" else 1024))


def print_workers(bodies: Sequence[bytes]) -> None:
    many = [body for body in bodies for _ in range(TIMES)]
    pages = sum(map(page_count, many))
    print("| processes with limits | pages a second, the best of some rounds |\n|---|---:|")
    for processes in (1, 2):
        best = 0.0
        with ThreadPoolExecutor(processes) as executor, Workers(executor) as workers:
            for _ in range(WORKERS_ROUNDS):
                start = perf_counter()
                found = sum(len(document.pages) for _, document in workers.read_all(("", "", body) for body in many))
                assert found == pages
                best = max(best, pages / (perf_counter() - start))
        print(f"| {processes} | {best:,.0f} |")
    print()


def print_recognition(folder: Path) -> None:
    ocr = Ocr.installed()
    truths = sorted(folder.glob("scans-text/*.txt"))
    if ocr is None or not truths:
        print(
            "Scans are not recognised: "
            + ("tesseract with German is missing." if ocr is None else f"{folder} has none.")
        )
        return
    print("| scan | words | recognised, in order | characters (no spaces) | recognised, in order | s |")
    print("|---|---:|---:|---:|---:|---:|")
    rows = [recognition(path, folder / "scans" / f"{path.stem}.pdf", ocr) for path in truths]
    for path, row in zip(truths, rows, strict=True):
        print_row(path.stem, row)
    print_row("all", [sum(column) for column in zip(*rows, strict=True)])


def recognition(truth: Path, scan: Path, ocr: Ocr) -> list[float]:
    """Words, words found, characters, characters found, seconds."""
    true = text_of(truth.read_bytes())
    start = perf_counter()
    found = text_of(scan.read_bytes(), ocr)
    seconds = perf_counter() - start
    words = [re.findall(r"\w+", text) for text in (true, found)]
    letters = ["".join(text.split()) for text in (true, found)]
    return [len(words[0]), in_order(*words), len(letters[0]), in_order(*letters), seconds]


def text_of(body: bytes, ocr: Ocr | None = None) -> str:
    """Broken words are whole in both, or each would count twice against us."""
    return "\n".join(page.text for page in read_document(body, ocr=ocr).pages)


def in_order(true: Sequence[str], found: Sequence[str]) -> int:
    return sum(block.size for block in SequenceMatcher(None, true, found, autojunk=False).get_matching_blocks())


def print_row(name: str, row: Sequence[float]) -> None:
    words, words_found, letters, letters_found, seconds = row
    print(
        f"| {name} | {words:,.0f} | {words_found / words:.1%} | {letters:,.0f} | {letters_found / letters:.1%} "
        f"| {seconds:.1f} |"
    )


def page_count(body: bytes) -> int:
    with pypdfium2.PdfDocument(body) as document:
        return len(document)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print_peak(sys.argv[2])
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)

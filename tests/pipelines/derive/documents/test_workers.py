"""Many documents side by side, damaged ones among them."""

import random
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from pipelines.derive.documents import DocumentText, Limits, Stated, Workers, apart, difference
from tests.pipelines.derive.documents import made

GOOD = {
    "pdf": made.pdf([[f"Seite {number} des Berichts über die Schulen der Stadt."] for number in "ABCDE"]),
    "docx": made.docx("".join(made.paragraph(line) for line in made.MINUTES)),
    "odt": made.odt("".join(f"<text:p>{line}</text:p>" for line in made.MINUTES)),
    "rtf": made.rtf(r"Der Rat beschlie\'dft.\par Zustimmung\par " * 20),
    "html": f"<html><body><p>{'<p>'.join(made.MINUTES)}</body></html>".encode(),
    "txt": "\n".join(made.MINUTES).encode(),
    "png": made.drawn(made.pdf([made.MINUTES]), dots_an_inch=40).getvalue(),
    "jpg": made.drawn(made.pdf([made.MINUTES]), dots_an_inch=40, kind="JPEG").getvalue(),
    "tif": made.drawn(made.pdf([made.MINUTES]), dots_an_inch=40, kind="TIFF").getvalue(),
}
LIMITS = Limits(seconds=2, memory=400 << 20, size=4 << 20, pages=1000)

Damage = Callable[[bytes, random.Random], bytes]


def cut(body: bytes, chance: random.Random) -> bytes:
    return body[: chance.randrange(len(body) * 9 // 10)]


def zeroed(body: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(body) // 2)
    length = chance.randrange(len(body) // 3, len(body) // 2)
    return body[:start] + bytes(length) + body[start + length :]


def noise(body: bytes, chance: random.Random) -> bytes:
    changed = bytearray(body)
    for _ in range(len(body) // 10):
        changed[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(changed)


def huge(body: bytes, chance: random.Random) -> bytes:
    return body + bytes(LIMITS.size + chance.randrange(1000))


def nothing(_: bytes, chance: random.Random) -> bytes:
    return bytes(chance.choice([0, 1, 4096]))


def something_else(_: bytes, chance: random.Random) -> bytes:
    return chance.choice([b"\x1f\x8b\x08\x00", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x00\x01\x02"]) + chance.randbytes(
        3000
    )


DAMAGES: list[Damage] = [cut, zeroed, noise, huge, nothing, something_else]
EVIL = {
    "encrypted": made.pdf([made.MINUTES], password="geheim"),
    "endless": made.endless_pdf(),
    "swelling": made.swelling_pdf(400),
    "bomb": made.docx(made.paragraph("a" * (65 << 20))),
    "pages": made.pdf([["Konto"]] * 1001),
}


def damaged() -> Iterator[tuple[str, str, bytes]]:
    """200 files: every kind of file with every damage, and those made to do harm."""
    yield from ((name, "", body) for name, body in EVIL.items())
    chance = random.Random(4)
    for number in range(200 - len(EVIL)):
        kind = list(GOOD)[number % len(GOOD)]
        damage = DAMAGES[number // len(GOOD) % len(DAMAGES)]
        yield f"{number} {damage.__name__}", f"{number}.{kind}", damage(GOOD[kind], chance)


def mixed() -> Iterator[tuple[str, str, bytes]]:
    """Between any two damaged files one that is whole."""
    for number, file in enumerate(damaged()):
        yield file
        kind = list(GOOD)[number % len(GOOD)]
        yield f"good {number} {kind}", f"{kind}.{kind}", GOOD[kind]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited on Linux only")
def test_two_hundred_damaged_files_cost_nothing_but_themselves() -> None:
    with Workers(ThreadPoolExecutor(2), limits=LIMITS) as workers:
        found = dict(workers.read_all(mixed()))
    assert len(found) == 400
    whole = {key: document for key, document in found.items() if key.startswith("good")}
    assert {
        key: document.problem for key, document in whole.items() if document.status not in ("read", "needs_ocr")
    } == {}
    assert len({(key.split()[-1], document.pages) for key, document in whole.items()}) == len(GOOD)
    whole_pages = {key.split()[-1]: document.pages for key, document in whole.items()}
    harm = {key: document for key, document in found.items() if key not in whole}
    statuses = {key: harm[key].status for key in EVIL}
    assert statuses.pop("swelling") in ("broken", "too_slow")  # whichever limit it meets first
    assert statuses == {"encrypted": "encrypted", "endless": "too_slow", "bomb": "too_large", "pages": "too_large"}
    files = {key: (name, body) for key, name, body in damaged()}
    for key, document in harm.items():
        name, body = files[key]
        if document.problem:
            continue
        kind = name.rpartition(".")[2]
        # a text that ends early is still one, and nothing in it says that there was more, but what the source says
        assert (kind == "txt" and key.endswith(" cut")) or document.pages == whole_pages[kind], key
        assert difference(Stated(size=len(GOOD[kind])), body), key


def test_no_more_files_are_taken_than_are_on_their_way() -> None:
    taken = 0

    def files() -> Iterator[tuple[int, str, bytes]]:
        nonlocal taken
        for number in range(30):
            taken += 1
            yield number, "", b"Der Rat tagt."

    with Workers() as workers:
        results = workers.read_all(files(), ahead=4)
        next(results)
        assert taken == 4
        assert len(list(results)) == 29


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_the_executor_can_be_exchanged(executor: Callable[[int], Executor]) -> None:
    with executor(2) as pool, Workers(pool) as workers:
        found: dict[str, DocumentText] = dict(workers.read_all((kind, "", body) for kind, body in GOOD.items()))
        assert {document.status for document in found.values()} == {"read", "needs_ocr"}
        assert workers.read(b"Antrag").result().pages[0].text == "Antrag"


def test_one_result_a_file_even_for_the_same_bytes() -> None:
    with Workers() as workers:
        assert sorted(key for key, _ in workers.read_all((n, "", b"Antrag") for n in range(20))) == list(range(20))


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    yield
    apart._end_all()

"""How fast German dates are read, and how many right: our grammar against dateparser, on the same texts in one run.

    python benchmarks/dates.py [--corpus DIR]

DIR holds ``dates.tsv``: text, reading, context, in columns parted by tabs. Without it the texts below are read.
Prints a Markdown table for docs/benchmarks.md.
"""

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from zoneinfo import ZoneInfo

import dateparser

from pipelines.german.dates import find_dates, read_date

BERLIN = ZoneInfo("Europe/Berlin")
ROUNDS = 7
TEXTS_A_ROUND = {"ours": 20_000, "dateparser": 400}


Reader = Callable[[str, str | None], object]


class Row(NamedTuple):
    """A text, how a careful person reads it (``start/end ; start``, ``-`` for no date), the context its page gives."""

    text: str
    reading: str
    context: str | None = None


BUILT_IN = [
    Row("10. März 2017", "2017-03-10"),
    Row("10. März 201716. März 2017", "2017-03-10 ; 2017-03-16"),
    Row("07.12.2016 |", "2016-12-07"),
    Row("17.05.18 –", "2018-05-17"),
    Row("Mi., 21.10.2026", "2026-10-21"),
    Row("Stand: 08.05.2019, 05:02 Uhr", "2019-05-08T05:02"),
    Row("am Donnerstag, 22. März 2018, 14:00 Uhr", "2018-03-22T14:00"),
    Row("13.08.2026 - 19:30-22:03 Uhr", "2026-08-13T19:30/2026-08-13T22:03"),
    Row("29.07.-13.08.2017", "2017-07-29/2017-08-13"),
    Row("14./15. Dezember", "2017-12-14/2017-12-15", "2017"),
    Row("17:00", "2026-09-28T17:00", "2026-09-28"),
    Row("1", "2026-09-01", "2026-09"),
    Row("Termine: September 2026", "2026-09"),
    Row("2026-09-09T16:00:00Z", "2026-09-09T18:00"),
    Row("Fri, 10 Mar 2017 16:00:00 +0000", "2017-03-10T17:00"),
    Row("31.02.2017", "-"),
    Row("VO/2024/0312", "-"),
    Row("1.178.427 EUR", "-"),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "corpus")
    table = parser.parse_args().corpus / "dates.tsv"
    rows = rows_of(table) if table.exists() else BUILT_IN
    print(f"{len(rows)} texts, {'of the corpus' if table.exists() else 'built in: there is no dates.tsv'}\n")

    readers: dict[str, Reader] = {
        "`find_dates`": find_dates,
        "`read_date`": read_date,
        "`dateparser.parse`": by_dateparser,
    }
    right = {
        "`find_dates`": sum(is_right_all(row) for row in rows),
        "`read_date`": sum(is_right_one(row) for row in rows),
        "`dateparser.parse`": sum(is_right_dateparser(row) for row in rows),
    }
    speed = texts_a_second(readers, rows)
    slowest = speed["`dateparser.parse`"]
    print("| reader | texts a second | ratio | read right |\n|---|---:|---:|---:|")
    for name in readers:
        print(f"| {name} | {speed[name]:,.0f} | {speed[name] / slowest:.0f} | {right[name]} of {len(rows)} |")


def rows_of(table: Path) -> list[Row]:
    cells = [line.split("\t") for line in table.read_text(encoding="utf-8").split("\n")[1:] if line]
    return [Row(text, reading, context or None) for text, reading, context, *_ in cells]


def texts_a_second(readers: dict[str, Reader], rows: list[Row]) -> dict[str, float]:
    """The best of some rounds each, the readers in turn, so that what else the machine does disturbs all alike."""
    best = dict.fromkeys(readers, 0.0)
    for _ in range(ROUNDS):
        for name, read in readers.items():
            texts = TEXTS_A_ROUND["dateparser" if "dateparser" in name else "ours"]
            batch = ([(row.text, row.context) for row in rows] * (texts // len(rows) + 1))[:texts]
            begin = perf_counter()
            for text, context in batch:
                read(text, context)
            best[name] = max(best[name], texts / (perf_counter() - begin))
    return best


def by_dateparser(text: str, _context: str | None = None) -> datetime | None:
    return dateparser.parse(text, languages=["de"])


def short(moment: str) -> str:
    """As the corpus writes it: no offset, no seconds where they are 0."""
    return moment[:19].removesuffix(":00") if len(moment) > 19 else moment


def is_right_all(row: Row) -> bool:
    found = [
        short(date.start) + (f"/{short(date.end)}" if date.end else "") for date in find_dates(row.text, row.context)
    ]
    return (" ; ".join(found) or "-") == row.reading


def is_right_one(row: Row) -> bool:
    """None is right where the text holds no date or several."""
    date = read_date(row.text, row.context)
    expected = "-" if " ; " in row.reading else row.reading
    return (short(date.start) + (f"/{short(date.end)}" if date.end else "") if date else "-") == expected


def is_right_dateparser(row: Row) -> bool:
    """It answers with one moment, filled up to the second. So only that is compared which the reading says."""
    answer = by_dateparser(row.text)
    if answer is None or row.reading == "-":
        return answer is None and row.reading == "-"
    local = answer.astimezone(BERLIN) if answer.tzinfo else answer
    return row.reading in (local.isoformat()[:size] for size in (4, 7, 10, 16, 19))


if __name__ == "__main__":
    main()

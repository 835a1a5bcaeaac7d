"""What a person sees while a scrape runs: bars on a terminal, one line a step in a log."""

import sys
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from scraper.scraping import Job, Outcome, Watcher
from scraper.sources import Source


def summary(outcome: Outcome) -> str:
    """One line on a finished run: ``musterstadt: good. 2,318 records: 0 new, 0 changed, …``."""
    counts = outcome.counts
    said = f"{outcome.source.key}: {outcome.verdict}"
    if outcome.reason:
        said += f" ({outcome.reason})"
    if not counts:
        return said
    if outcome.of_documents:
        return said + f". {counted(counts['items'], 'document')} fetched, {counts['inserted']:,} read" + _faults(counts)
    seen = f"{counts['items']:,} records seen: {counts['inserted']:,} new, {counts['updated']:,} changed"
    said += f". {seen}, {counts['unchanged']:,} unchanged, {counts['deleted']:,} newly deleted"
    said += f"; {rows_written(counts):,} rows written"
    return said + _faults(counts)


def _faults(counts: dict[str, int]) -> str:
    """``; 2 errors, 1 warning.``"""
    faults = [counted(counts[f"{name}s"], name) for name in ("error", "warning") if counts[f"{name}s"]]
    return (f"; {', '.join(faults)}" if faults else "") + "."


def counted(number: int, thing: str) -> str:
    """``1 error``, ``2,000 errors``."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def rows_written(counts: dict[str, int]) -> int:
    return counts["inserted"] + counts["updated"]


class Lines(Watcher):
    """For cron and CI: a line when a source begins and one when it ends."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say

    def began(self, job: Job) -> None:
        if job.wanted is not None:
            self.say(f"{job.source.key}: documents")
            return
        what = f"changes since {job.modified_since:%Y-%m-%d %H:%M}" if job.modified_since else "everything"
        self.say(f"{job.source.key}: {what} from {job.source.url}")

    def ended(self, outcome: Outcome) -> None:
        self.say(summary(outcome))


class Bars(Watcher):
    """For a person at a terminal: a bar a source, of as many records as the last full run saw."""

    def __init__(self, expected: dict[str, int]) -> None:
        """`expected` maps a source's key to how many records it will probably give; keys may be missing."""
        self.expected = expected
        self.console = Console(stderr=True)
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("records, {task.fields[responses]} answers"),
            TimeElapsedColumn(),
            console=self.console,
        )
        self.tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "Bars":
        self.progress.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.progress.stop()

    def began(self, job: Job) -> None:
        key = job.source.key
        if job.wanted is not None:
            self.tasks[key] = self.progress.add_task(f"{key}: documents", total=None, responses=0)
        else:
            self.tasks[key] = self.progress.add_task(key, total=self.expected.get(key), responses=0)

    def got_response(self, source: Source) -> None:
        task = self.tasks[source.key]
        self.progress.update(task, responses=self.progress.tasks[task].fields["responses"] + 1)

    def got_item(self, source: Source) -> None:
        self.progress.advance(self.tasks[source.key])

    def ended(self, outcome: Outcome) -> None:
        task = self.tasks[outcome.source.key]
        self.progress.update(task, total=self.progress.tasks[task].completed)
        self.progress.stop_task(task)
        self.console.print(summary(outcome), highlight=False)


def person_watches() -> bool:
    return sys.stderr.isatty()

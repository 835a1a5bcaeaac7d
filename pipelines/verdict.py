"""What a run is worth: good, suspicious, failed or interrupted, in a word and a reason a person can act on."""

from dataclasses import dataclass
from typing import Literal

from pipelines.archive import RunCounts

MOST_MISSING = 0.05
"""Share of a table's records that may go missing in one run before the run is not believed."""
FEW = 3
"""So many may always go missing: small tables change by large shares."""
SUSPICIOUSLY_LITTLE = 0.5
"""A full run that sees less than this share of what the last good one saw has probably met an outage."""

Word = Literal["good", "suspicious", "failed", "interrupted"]
EXIT_CODES: dict[str, int] = {"good": 0, "suspicious": 1, "failed": 2, "interrupted": 2}


@dataclass(frozen=True)
class Verdict:
    word: Word
    reason: str

    @classmethod
    def of(
        cls, counts: RunCounts, mode: str, stopped: str | None, notes: list[str], items_before: int | None
    ) -> "Verdict":
        """Judges a run of `mode` "full" or "changes" by what it did.

        `stopped` says why it ended early (None: it did not), `notes` what else was odd, `items_before` how many records
        the last good full run saw (None: there was none).
        """
        if stopped == "shutdown":
            return cls("interrupted", "stopped by hand; what was read is kept, the next run goes on")
        if stopped:
            return cls("failed", stopped)
        if counts.errors and not counts.items:
            return cls("failed", f"nothing could be read ({counts.errors} errors, see complaints)")
        reasons = list(notes)
        if counts.errors:
            reasons.append(f"{counts.errors} answers could not be read (see complaints)")
        if mode == "full" and not counts.items:
            reasons.append("the source gave no record at all")
        elif mode == "full" and items_before and counts.items < items_before * SUSPICIOUSLY_LITTLE:
            reasons.append(f"only {counts.items} records were seen, {items_before} in the last good full run")
        return cls("suspicious", "; ".join(reasons)) if reasons else cls("good", "")


def too_many_missing(missing: int, of: int) -> bool:
    return missing > max(FEW, of * MOST_MISSING)

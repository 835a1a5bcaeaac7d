"""``python -m evaluation [--corpus DIR]`` prints how well minutes are read, as Markdown."""

import argparse
import sys
from pathlib import Path

from evaluation.corpus import find_keys, other_minutes, read_key, read_remarks, text_of
from evaluation.scoring import by_result, confusion, explained, judge, overall, table
from pipelines.german.outcomes import of_item, read_minutes_item

CORPUS = Path(__file__).resolve().parents[1] / "../shared/corpus"


def main(arguments: list[str] | None = None) -> int:
    """0 if something was measured, 1 if there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, metavar="DIR", help="a folder with minutes and a key")
    corpus: Path = parser.parse_args(arguments).corpus
    keys = find_keys(corpus)
    if not keys:
        _say(f"No answer key (*results.tsv) in {corpus}: nothing was measured. Name a folder with --corpus DIR.")
        return 1
    for key in keys:
        _report(key)
    if others := other_minutes(corpus):
        _report_others(others)
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _report(key: Path) -> None:
    judged = judge(read_key(key))
    _say(f"## {key.stem}\n\n{overall(judged)}\n")
    _say(f"{explained(judged, read_remarks(key))}\n")
    _say(f"{confusion(judged)}\n")
    _say(f"{by_result(judged)}\n")


def _report_others(files: list[Path]) -> None:
    rows = []
    for file in files:
        item = read_minutes_item(text_of(file))
        vote = of_item(item.votes)
        rows.append(
            (file.stem[:60], vote.outcome if vote else "–", len(item.votes), "yes" if item.resolution else "no")
        )
    _say(f"## Other councils\n\n{table(('minutes', 'outcome', 'votes', 'resolution'), rows)}")


if __name__ == "__main__":
    sys.exit(main())

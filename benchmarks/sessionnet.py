"""How many SessionNet agenda pages one core reads in a second, beside merely parsing them with two other libraries.

Run: python -m benchmarks.sessionnet. The pages are Musterstadt's, of a sitting with many items, in both layouts.
"""

from collections.abc import Callable
from functools import partial
from time import perf_counter

from bs4 import BeautifulSoup
from parsel import Selector

from scraper.pages.sessionnet import READERS
from scraper.sample.faces.sessionnet.face import CLASSIC, MODERN, SessionNetFace
from scraper.sample.faces.web import Request
from scraper.sample.generate import make_town

ROUNDS = 5
SECONDS = 1.0
"""Of each round."""
READ = READERS["agenda"]


def main() -> None:
    print("| page | KB | items | reader | BeautifulSoup (lxml), parsed only | parsel, parsed only |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, url, body in pages():
        items = len(READ(body, url).items)
        ours = pages_a_second(partial(READ, body, url))
        soup = pages_a_second(partial(BeautifulSoup, body, "lxml"))
        selector = pages_a_second(partial(Selector, body=body))
        print(f"| {name} | {len(body) / 1000:.0f} | {items} | {ours:,.0f} | {soup:,.0f} | {selector:,.0f} |")


def pages() -> list[tuple[str, str, bytes]]:
    """Name, address and bytes of the agenda with most items, in each layout."""
    town = make_town(seed=1)
    meeting = max(town.meetings, key=lambda one: len(one.agenda)).id
    found = []
    for name, layout, path in (("layout 6", MODERN, "/bi/si0057.php"), ("old tables", CLASSIC, "/to0040.asp")):
        url = f"http://127.0.0.1{path}?__ksinr={meeting}"
        request = Request.of("http://127.0.0.1", f"{path}?__ksinr={meeting}")
        found.append((name, url, SessionNetFace(town, layout)(request).body))
    return found


def pages_a_second(work: Callable[[], object]) -> float:
    """The best of some rounds: the machine's other work only ever slows."""
    best = 0.0
    for _ in range(ROUNDS):
        done, start = 0, perf_counter()
        while perf_counter() - start < SECONDS / ROUNDS:
            work()
            done += 1
        best = max(best, done / (perf_counter() - start))
    return best


if __name__ == "__main__":
    main()

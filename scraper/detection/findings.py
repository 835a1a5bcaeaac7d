"""What a look at an address found, and how it is told."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scraper.detection.answers import Detected

EXPECTED = "an OParl server, the pages of a council system, or a web page with press releases"


@dataclass(frozen=True)
class Asked:
    """One page that was asked for on the way."""

    kind: str
    """As people call it: "calendar", "feed", "OParl meetings"."""
    url: str
    said: str
    """What is on it, or what came instead."""


@dataclass
class Findings:
    url: str
    detected: Detected | None = None
    """What a source would be; None: nothing that can be read."""
    why: str = "nothing"
    """What came instead where nothing was found, and what to do."""
    pages: Detected | None = None
    """The council's web pages, where `detected` is the OParl server behind them."""
    bodies: dict[str, str] = field(default_factory=dict)
    """The bodies of an OParl system, address -> name."""
    asked: list[Asked] = field(default_factory=list)
    robots: str = "not asked"


def lines_of(findings: Findings) -> Iterator[str]:
    """The findings for people, a line each."""
    for found in (findings.pages, findings.detected):
        if found is not None:
            yield f"System:     {system_of(found)}"
            yield f"Evidence:   {found.evidence}"
    if findings.detected is None:
        yield f"Not usable: {findings.url}: expected {EXPECTED}. What came: {findings.why}"
    yield f"robots.txt: {findings.robots}"
    if len(findings.bodies) > 1:
        yield f"Bodies:     {len(findings.bodies)}, and all are taken. For one of them, look at its own address:"
        yield from (f"            {address}  {name}" for address, name in findings.bodies.items())
    for one in findings.asked:
        yield f"Asked:      {one.kind}: {one.url}"
        yield f"            {one.said}"


def system_of(found: Detected) -> str:
    """OParl 1.1; SessionNet 5.4.6; press site"""
    name = found.product.name if found.product else {"oparl": "OParl", "press": "press site"}[found.system or "press"]
    return " ".join(part for part in (name, found.version) if part)

"""What could not be read."""

from dataclasses import dataclass


@dataclass(kw_only=True)
class Complaint:
    """Something that could not be read or fetched. It is kept, counted and reported, and the run goes on."""

    address: str
    page_kind: str
    """What the address should have been: "OParl list", "press article"."""
    expected: str
    came: str
    advice: str
    body: bytes | None = None
    """The answer itself, kept for whoever mends the reader."""
    severity: str = "error"
    """``error``: something is missing in the archive because of it. ``warning``: mended or odd, nothing is missing."""

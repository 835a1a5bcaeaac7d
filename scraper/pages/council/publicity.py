"""Whether what stands above a part of an agenda calls it public: items of other parts must not pass for public ones."""

import re

NOT_PUBLIC = re.compile(
    r"(?:nicht[\s\xad-]*|\bun)(?:ö|oe)ffentlich|\b(?:vertraulich|geheim|geschlossen)e\w*\s+(?:\w*teil|sitzung)\b",
    re.IGNORECASE,
)
"""Nichtöffentlicher Teil; Nicht oeffentliche Sitzung; Vertraulicher Teil"""
PUBLIC = re.compile(r"(?:ö|oe)ffentlich", re.IGNORECASE)
"""Öffentlicher Teil: Beginn 17:00 Uhr; beside NOT_PUBLIC, which has that word too."""


def publicity_in(heading: str) -> bool | None:
    """Whether a part is public; None where its heading says nothing of it.

    >>> publicity_in("Nicht-öffentlicher Teil")
    False
    """
    if NOT_PUBLIC.search(heading):
        return False
    return True if PUBLIC.search(heading) else None

"""All dates of a text in one short line, as tables of tests write them."""

from pipelines.german.dates import as_json


def short(moment: str | None) -> str:
    """``2017-03-10T17:00`` of ``2017-03-10T17:00:00+01:00``; the offset has tests of its own."""
    if moment is None or "T" not in moment:
        return moment or ""
    return moment[:16] if moment[16:19] == ":00" else moment[:19]


def readings(text: str, context: str | None = None) -> str:
    """All dates of a text in one line, as the corpus writes them: ``start/end ; start``."""
    return " ; ".join(
        short(date["start"]) + ("/" + short(date["end"]) if date["end"] else "")
        for date in as_json(text, context)["dates"]
    )

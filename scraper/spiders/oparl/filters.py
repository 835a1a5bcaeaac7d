"""Does a server honour ``modified_since``? Judged by what it answers, because servers that ignore it do not say so.

More! rubin ignores the filter, ALLRIS gives every object the same `modified`, others answer 404 to a value they cannot
read and 404 to a window without changes. A filter that is believed wrongly costs changes nobody will ever see; one that
is wrongly mistrusted only costs time. So each list is tested on each run, with its unfiltered first page as witness.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from scraper.pages.oparl import ListPage

BERLIN = ZoneInfo("Europe/Berlin")

MOST_THAT_AGREE_BY_CHANCE = 2
"""From three objects on, one `modified` for all of them says that the server does not keep it."""

NEVER_CHANGED_BEFORE = datetime(2000, 1, 2, tzinfo=BERLIN)
"""Placeholders lie before it: 2000-01-01 (ALLRIS), 1970-01-01, 0001-01-01. OParl is of 2016."""

ZONE_SLACK = timedelta(days=1)
"""An object that is older by less than this proves nothing: the server may read the value in another time zone."""

FAR_FUTURE = datetime(2100, 1, 1, tzinfo=UTC)
"""Nothing was modified after it."""


@dataclass(frozen=True)
class Judgement:
    honoured: bool | None
    """None: undecided until the server has answered to `probe`."""
    reason: str
    probe: datetime | None = None
    probe_must_give: bool = False
    """Whether an honest server has objects to give for `probe`, or none."""

    def after_probe(self, gave_objects: bool) -> "Judgement":
        if gave_objects == self.probe_must_give:
            return Judgement(True, self.reason)
        wrong = "keeps back what was modified" if self.probe_must_give else "gives objects modified after 2100"
        return Judgement(False, f"the filter {wrong}")


def moment(written: Any) -> datetime | None:
    """An OParl date or date-time; None where it is something else. Without a zone it is German time."""
    if not isinstance(written, str):
        return None
    try:
        read = datetime.fromisoformat(written.strip())
        return read if read.tzinfo else read.replace(tzinfo=BERLIN)
    except ValueError:
        return None


def written_for_query(value: datetime) -> tuple[str, str]:
    """`value` as servers take it, in the order to try: without microseconds, and to be sent as it stands.

    Somacos refuses percent-encoded values, and a bare + is a space to most others: so first UTC with Z, which has
    nothing to encode.
    """
    plain = value.astimezone(UTC).replace(microsecond=0)
    return plain.strftime("%Y-%m-%dT%H:%M:%SZ"), plain.isoformat()


def modified_in(entries: Iterable[Any]) -> list[datetime]:
    found = (moment(entry.get("modified")) for entry in entries if isinstance(entry, dict))
    return [one for one in found if one]


def mistrust(sample: ListPage) -> str | None:
    """Why the `modified` of a list cannot be trusted, seen from its unfiltered first page; None if it may be."""
    found = modified_in(sample.entries)
    if not found:
        return "its objects carry no modified"
    if all(one < NEVER_CHANGED_BEFORE for one in found):
        return f"modified is a placeholder ({found[0].date()})"
    if len(found) > MOST_THAT_AGREE_BY_CHANCE and len(set(found)) == 1:
        return f"modified is the same everywhere ({found[0].isoformat()})"
    return None


def _names(page: ListPage) -> list[Any]:
    """The objects of a page, whatever they say: some servers put the time of the request into `modified`."""
    return [entry.get("id") if isinstance(entry, dict) else entry for entry in page.entries]


def judge(sample: ListPage, answer: ListPage | None, since: datetime) -> Judgement:
    """`sample` is the list's first page without a filter, `answer` the one with ``modified_since=<since>``; None: it
    was refused with 404 or 400, which some servers do to say that nothing changed."""
    newest = max(modified_in(sample.entries))
    if answer is None or not answer.entries:
        if newest >= since + ZONE_SLACK:
            return Judgement(False, "it gave nothing although something was modified")
        return Judgement(None, "nothing was modified", probe=newest - ZONE_SLACK, probe_must_give=True)
    if any(one < since - ZONE_SLACK for one in modified_in(answer.entries)):
        return Judgement(False, "it gave objects modified before")
    fewer = sample.total is not None and answer.total is not None and answer.total < sample.total
    if fewer or _names(answer) != _names(sample):
        return Judgement(True, "it gave fewer objects, all modified since")
    return Judgement(None, "all objects were modified since", probe=FAR_FUTURE)

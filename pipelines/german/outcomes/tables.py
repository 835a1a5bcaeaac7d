"""Votes that a page shows as a table: one line a group, columns Ja, Nein, Enthaltung, a line with the sums."""

import re
from html import unescape

from pipelines.german.outcomes.counts import Counts
from pipelines.german.outcomes.stances import kind_of
from pipelines.german.outcomes.statements import decide
from pipelines.german.outcomes.values import Stance, StanceVote, Vote

MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,4000}>")
_TABLE = re.compile(r"(?is)<table\b.*?</table\s*>")
_ROW = re.compile(r"(?is)<tr\b[^>]*>(.*?)(?=</tr|<tr\b|</table)")
_CELL = re.compile(r"(?is)<t[dh]\b[^>]*>(.*?)(?=</t[dh]|<t[dh]\b|\Z)")
_TAG = re.compile(r"(?s)<[^>]{0,4000}>")
_BLOCK = re.compile(r"(?i)</?(?:p|div|br|tr|li|ul|ol|h\d|table|tbody|td|th)\b")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|\w{2,10});")
_COLUMNS: tuple[tuple[StanceVote, re.Pattern[str]], ...] = (
    ("yes", re.compile(r"(?i)ja\b|dafür|zustimm|pro\b")),
    ("no", re.compile(r"(?i)nein|dagegen|ablehn|contra|gegen")),
    ("abstain", re.compile(r"(?i)(?:stimm)?enth")),
    ("biased", re.compile(r"(?i)befang")),
)
_SUM = re.compile(r"(?i)(?:gesamt|summe|insgesamt|ergebnis|zusammen)\w*\W*")


def without_tags(html: str) -> str:
    """The same text at the same places: spaces stand where tags stood, line feeds where a block begins or ends."""
    bare = _TAG.sub(lambda tag: ("\n" if _BLOCK.match(tag.group()) else " ") + " " * (len(tag.group()) - 1), html)
    return _ENTITY.sub(lambda one: unescape(one.group())[:1].replace("\xa0", " ").ljust(len(one.group())), bare)


def cut_tables(html: str) -> tuple[list[Vote], str]:
    """The votes that tables tell, and the page's text without them."""
    votes: list[Vote] = []
    rest = html
    for found in _TABLE.finditer(html):
        vote = _read(found.group(), found.start())
        if vote:
            votes.append(vote)
            rest = rest[: found.start()] + " " * len(found.group()) + rest[found.end() :]
    return votes, rest


def _text(cell: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", cell)).split())


def _read(table: str, offset: int) -> Vote | None:
    rows = [[_text(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(table)]
    head = next((row for row in rows if sum(_column(cell) is not None for cell in row) >= 2), None)
    if head is None:
        return None
    columns = {place: name for place, cell in enumerate(head) if (name := _column(cell))}
    stances: list[Stance] = []
    total: dict[StanceVote, int] = {}
    for row in rows[rows.index(head) + 1 :]:
        if len(row) < len(head) - 1 or not row:
            continue
        numbers = {
            name: int(row[place]) for place, name in columns.items() if place < len(row) and row[place].isdigit()
        }
        who = row[0]
        if (_SUM.fullmatch(who) or not who) and numbers:
            total = numbers
        elif kind := kind_of(who) or ("group" if who else None):
            stances.extend(
                Stance(who=who, kind="person" if kind == "person" else "group", vote=name, count=count)
                for name, count in numbers.items()
                if count
            )
    outcome, yes, no, majority = decide(Counts(yes=total.get("yes"), no=total.get("no")), None, None)
    return Vote(
        outcome=outcome, majority=majority, yes=yes, no=no, abstain=total.get("abstain"), biased=total.get("biased"),
        words=_text(table), span=(offset, offset + len(table)), stances=tuple(stances),
    )  # fmt: skip


def _column(cell: str) -> StanceVote | None:
    return next((name for name, words in _COLUMNS if words.match(cell)), None)

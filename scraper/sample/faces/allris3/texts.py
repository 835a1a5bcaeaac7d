"""Texts that the office wrote in a word processor: each a whole document, set into the page below an anchor."""

from collections.abc import Iterable, Iterator

from scraper.sample.faces.documents import DEBATES, OUTCOMES_WITHOUT_VOTE, TO_THE_VOTE
from scraper.sample.faces.markup import raw
from scraper.sample.making.wording import into
from scraper.sample.town import AgendaItem, Organization, Paper, Vote

EN_BLOC = "Über diesen Punkt wird en bloc abgestimmt."
HEXADECIMAL = {ord(one): f"&#x{ord(one):X};" for one in "„“–"}
PARAGRAPH = "margin-top:0pt; margin-bottom:0pt; widows:0; orphans:0; font-size:11pt"
EMPTY = '<span style="font-family:Arial; -aw-import:ignore">&#xa0;</span>'
PROLOG = (
    '<?xml version="1.0" encoding="iso-8859-1" standalone="no"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 '
    'Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
HEAD = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; '
    'charset=iso-8859-1" /><meta http-equiv="Content-Style-Type" content="text/css" /><meta name="generator" '
    'content="Aspose.Words for .NET 19.1" /><title></title></head>'
)


def section(anchor: str, number: int, paragraphs: Iterable[str]) -> str:
    """`anchor` is the program's name for the text, "WP"; the anchor stands there without a text too."""
    text = "".join(paragraphs)
    name = f'<!-- ### {anchor}{number if text else 0}.rtf -->\n<a name="allris{anchor}"></a>\n'
    return f"{name}{PROLOG}{document(text)}" if text else name


def document(text: str) -> str:
    return f"{HEAD}<body> <hr /><div>{text}</div></body></html>"


def paragraphs(text: str) -> Iterator[str]:
    """A paragraph for each line; a text processor cuts words where somebody once corrected a letter."""
    for line in text.split("\n"):
        yield _paragraph(_span(line[:1]) + _span(line[1:]))


def labelled(label: str, value: object) -> str:
    """Ja-Stimmen: 14"""
    return _paragraph(f"{_span(f'{label}:')}{EMPTY}{_span(str(value))}")


def title(text: str) -> str:
    return _paragraph(f'<span style="font-family:Arial; font-weight:bold">{_written(text)}</span>')


def empty() -> str:
    return _paragraph(EMPTY)


def _paragraph(content: str) -> str:
    return f'<p style="{PARAGRAPH}">{content}</p>'


def _span(text: str) -> str:
    return f'<span style="font-family:Arial">{_written(text)}</span>'


def _written(text: str) -> str:
    return raw(text).translate(HEXADECIMAL)


def minutes_of(item: AgendaItem, paper: Paper | None) -> Iterator[str]:
    """What was said, without what was decided."""
    if item.en_bloc:
        yield from paragraphs(EN_BLOC)
    if paper:
        debates = (*DEBATES, TO_THE_VOTE) if item.votes else DEBATES
        yield from paragraphs(debates[item.id % len(debates)])
        yield empty()


def votes_of(item: AgendaItem, organ: Organization, referred_to: Organization | None) -> Iterator[str]:
    """Each show of hands with its numbers; what was settled without one in a sentence."""
    for vote in item.votes:
        if vote.subject:
            yield title(f"{vote.subject}:")
        yield from _counted(vote)
    if item.votes:
        return
    if referred_to:
        yield from paragraphs(f"Die Angelegenheit wird {into(referred_to)} verwiesen.")
    elif item.outcome in OUTCOMES_WITHOUT_VOTE:
        name = f"{'Die' if organ.feminine else 'Der'} {organ.name}"
        yield from paragraphs(OUTCOMES_WITHOUT_VOTE[item.outcome].format(organ=name))


def _counted(vote: Vote) -> Iterator[str]:
    yield labelled("Ja-Stimmen", vote.yes)
    yield labelled("Nein-Stimmen", vote.no)
    yield labelled("Enthaltungen", vote.abstain)
    if vote.biased:
        yield labelled("Befangen", vote.biased)

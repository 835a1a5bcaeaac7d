"""Where in a text dump a release begins: its head, a title with one or two dates. Shapes as in plain_text.py."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scraper.pages.press.byline import NAME
from scraper.pages.press.date_shapes import BEFORE_DATE, CLOCK, DATES, DAY, ONE_DATE
from scraper.pages.press.document import comparable

LABEL = re.compile(
    r"^(Titel|Überschrift|Title|Datum|Veröffentlicht(?: am)?|Date|Autor(?:in)?|Author|Von)\s*:\s*(.+)$", re.IGNORECASE
)
TITLE_LABELS = ("titel", "überschrift", "title")
DATE_LABELS = ("datum", "veröffentlicht", "veröffentlicht am", "date")
# "Theodor-Heuss-Brücke 20. März 202520. März 2025 Die Entscheidung": the title ends where the dates begin, and behind
# them begins the text, not a third date: "Rückblick auf den 8. März 2017 10. März 201716. März 2017 Der Rat …"
INLINE = re.compile(
    rf"(?P<dates>{DATES})(?!\s*{DAY}(?!\s*[–—-]))(?:\s*\|\s*(?P<behind>[^|]{{3,}}?))?\s+(?P<text>[„\"“»A-ZÄÖÜ0-9(].*)$",
    re.IGNORECASE | re.DOTALL,
)
DATE_BEGINS = re.compile(rf"(?<=\s){ONE_DATE}", re.IGNORECASE)
# 10. März 201716. März 2017: no sentence has it, so what stands before it is a title whatever it says.
GLUED = re.compile(r"(?:19|20)\d\d(?=[0-3]?\d\.)")
LONGEST_TITLE = 200
# Words before a date that make it part of a sentence: "am 5. April 2025"
IN_A_SENTENCE = re.compile(
    r"\b(?:am|vom|bis|den|dem|seit|ab|zum|der|im|und|von|nach|vor|für|zwischen|ursprünglich|heute|\()\s*$",
    re.IGNORECASE,
)
# "07.12.2016 | Olaf Lehne", "Von Erika Mustermann | 12. März 2019", "Veröffentlicht am 10.03.2017 von Max Beispiel"
DATELINE = re.compile(
    rf"^(?:[vV]on\s+(?P<by>{NAME})\s*[|,–-]\s*|(?i:{BEFORE_DATE}))(?i:(?P<dates>{DATES}{CLOCK}?))"
    rf"(?:\s*(?:[|,–-]\s*)?[vV]on\s+(?P<behind>{NAME})|\s*(?P<sign>[|–—-])\s*(?P<rest>.*)|\.)?$"
)
FULL_STOP = re.compile(r"[a-zäöüß]{3}\.[\"“”»«]*\s")
SENTENCE = re.compile(r"[a-zäöüß]{2}[.!?][\"“”»«]*(?:\s|$)")
# "Dietmar Wolf GRÜNE: Jetzt Routen …": the name is two words with one capital each, or three with a particle or title.
NAME_BEFORE_TEXT = re.compile(
    r"^((?:(?:Dr|Prof)\.\s+)*[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*\s+(?:(?:von|van|de|der"
    r"|zu)\s+)*[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*)\s+(?=\S)"
)
CATEGORY = re.compile(
    r"^(?:Presse(?:mitteilung(?:en)?|meldung(?:en)?)?|Aktuelles|News|Meldung(?:en)?|Nachrichten|Allgemein)\b:?\s*",
    re.IGNORECASE,
)
# Lines that are a list's buttons and headings.
FURNITURE = frozenset(
    comparable(text)
    for text in (
        "Mehr »", "Mehr", "Weiterlesen", "Weiter lesen", "Pressemitteilung lesen", "Pressemitteilungen",
        "Pressemitteilung", "Presse", "Meldungen / Presse", "Meldungen", "Aktuelles", "Nachrichten", "News", "Zurück",
        "Zurück zur Übersicht", "Artikel lesen",
    )
)  # fmt: skip


@dataclass
class Draft:
    title: str | None = None
    dates: str | None = None
    author: str | None = None
    tags: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str | None:
        return "\n\n".join(self.paragraphs) or None


def drafts_in(lines: list[str]) -> tuple[list[Draft], list[str]]:
    """The releases in a dump's lines, in their order, and the lines before the first of them."""
    paragraphs = list(_paragraphs(lines))
    if any(_label(line) in TITLE_LABELS for run in paragraphs for line in run):
        return _undated_drafts(paragraphs), []
    inline = [found for run in paragraphs for line in run if (found := _inline(line))]
    if inline:
        return _inline_drafts(paragraphs)
    if any(_dateline(line) for run in paragraphs for line in run):
        return _dateline_drafts(paragraphs)
    return _undated_drafts(paragraphs), []


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    """Runs of lines, apart by empty lines; buttons and headings of lists are left out."""
    run: list[str] = []
    for line in lines:
        kept = re.sub(r"\s+-$", "", line) if comparable(line) in FURNITURE else line
        if comparable(kept) in FURNITURE or not any(sign.isalnum() for sign in line):
            # A button ends what stands before it, as an empty line does.
            if run:
                yield run
            run = []
        else:
            run.append(line)
    if run:
        yield run


def _inline(line: str) -> re.Match[str] | None:
    """The dates in `line` that part its title from its text; two days run together are the surest."""
    found = [one for begin in DATE_BEGINS.finditer(line) if (one := INLINE.match(line, begin.start()))]
    for one in sorted(found, key=lambda one: not GLUED.search(one["dates"])):
        title = _title_of(one)
        in_a_sentence = (FULL_STOP if GLUED.search(one["dates"]) else SENTENCE).search(title)
        if 3 <= len(title) <= LONGEST_TITLE and not in_a_sentence and not IN_A_SENTENCE.search(title):
            return one
    return None


def _title_of(found: re.Match[str]) -> str:
    return found.string[: found.start()].strip()


def _inline_drafts(paragraphs: list[list[str]]) -> tuple[list[Draft], list[str]]:
    drafts: list[Draft] = []
    leftover: list[str] = []
    for run in paragraphs:
        for number, line in enumerate(run):
            found = _inline(line)
            if found is None and not drafts:
                leftover.append(line)
            elif found is None and number:
                drafts[-1].paragraphs[-1] += f"\n{line}"
            elif found is None:
                drafts[-1].paragraphs.append(line)
            else:
                drafts.append(_inline_draft(found))
    return drafts, leftover


def _inline_draft(found: re.Match[str]) -> Draft:
    draft = Draft(title=_title_of(found), dates=found["dates"])
    text = found["text"]
    if by := re.match(r"von\s+(?=[A-ZÄÖÜ])", text):
        name = NAME_BEFORE_TEXT.match(text[by.end() :])
        if name:
            draft.author, text = name.group(1), text[by.end() + name.end() :]
    if found["behind"]:
        behind = f"{found['behind']} {text}"
        category = CATEGORY.match(behind)
        name = NAME_BEFORE_TEXT.match(behind)
        if category:
            draft.tags, text = [category.group().strip(" :")], behind[category.end() :]
        elif name:
            draft.author, text = name.group(1), behind[name.end() :]
        else:
            text = behind
    draft.paragraphs = [text]
    return draft


def _dateline(line: str) -> re.Match[str] | None:
    return DATELINE.match(line)


def _begins_text(found: re.Match[str]) -> bool:
    """ "11.03.2020 – Die SWD soll bezahlbare Wohnungen …": behind the day stands the text."""
    rest = found["rest"] or ""
    return found["sign"] != "|" and (bool(SENTENCE.search(rest)) or len(rest) > 90)


def _is_title(line: str) -> bool:
    return (
        len(line) <= 200 and not SENTENCE.search(line.rstrip("!?")) and not line.endswith(":") and not _dateline(line)
    )


def _dateline_drafts(paragraphs: list[list[str]]) -> tuple[list[Draft], list[str]]:
    """Releases whose day stands in a line of its own, or begins the text."""
    drafts: list[Draft] = []
    leftover: list[str] = []
    before: list[str] = []
    for run in paragraphs:
        lines = list(run)
        while lines:
            line = lines.pop(0)
            found = _dateline(line)
            # "Termin:" and below it a day: that of an event.
            if found is None or (before and before[-1].endswith(":")):
                before.append(line)
                continue
            if _begins_text(found):
                _text_with_day(drafts, before, found, line, leftover)
            else:
                title = _title_before(before)
                _give(drafts, before, leftover)
                drafts.append(_headed(found, title, lines))
            before = []
        # An empty line ends a paragraph, so a title before the next day stands alone.
        if before and drafts and not (len(before) == 1 and _is_title(before[0])):
            _give(drafts, before, leftover)
            before = []
        elif before:
            before = [" ".join(before)] if all(map(_is_title, before)) and not drafts else before
    _give(drafts, before, leftover)
    return drafts, leftover


def _title_before(before: list[str]) -> str | None:
    """Takes the title that stands right before a day out of the lines before it."""
    return before.pop() if before and _is_title(before[-1]) else None


def _give(drafts: list[Draft], lines: list[str], leftover: list[str]) -> None:
    """Lines without a day of their own go on with the release before them."""
    if not lines:
        return
    if not drafts:
        leftover.extend(lines)
    elif drafts[-1].title is None and not drafts[-1].paragraphs and _is_title(lines[0]):
        title, rest = _wrapped_title(lines)
        drafts[-1].title = title
        _give(drafts, rest, leftover)
    else:
        drafts[-1].paragraphs.append(_unwrapped(lines))


def _text_with_day(
    drafts: list[Draft], before: list[str], found: re.Match[str], line: str, leftover: list[str]
) -> None:
    """A text that begins with the day: that of the release whose head stands before it, or one without a head."""
    title_only = drafts[-1] if drafts and not drafts[-1].paragraphs else None
    if title_only is not None and title_only.title is None and before:
        _give(drafts, before, leftover)
        before = []
    if title_only is not None and title_only.title is not None:
        title_only.paragraphs.append(line)
        return
    title = _title_before(before)
    _give(drafts, before, leftover)
    drafts.append(Draft(title=title, dates=found["dates"], paragraphs=[found["rest"]]))


def _headed(found: re.Match[str], title: str | None, following: list[str]) -> Draft:
    """A release whose day stands in a line of its own: behind the day may be a category, an author or both."""
    draft = Draft(title=title, dates=found["dates"])
    rest = (found["rest"] or "").strip()
    if found["sign"] == "|" and not rest and following and _is_title(following[0]):
        rest = following.pop(0)
    category = CATEGORY.match(rest)
    if category:
        draft.tags = [category.group().strip(" :")]
        rest = rest[category.end() :]
    draft.author = found["by"] or found["behind"] or rest or None
    if title is None and following:
        draft.title, remaining = _wrapped_title(following)
        following[:] = remaining
    return draft


def _wrapped_title(lines: list[str]) -> tuple[str | None, list[str]]:
    """The title in the first lines, which end where the first sentence begins."""
    count = 0
    while count < min(len(lines), 3) and _is_title(lines[count]) and len(lines[count]) < 130:
        count += 1
    if count == len(lines) and count > 1:
        count = 1
    return (" ".join(lines[:count]) or None), lines[count:]


def _unwrapped(lines: list[str]) -> str:
    """A paragraph's lines: joined where a line was broken in a sentence, else kept apart."""
    text = lines[0]
    for line in lines[1:]:
        text += ("\n" if re.search(r"[.!?:][\"“”»«]*$", text) else " ") + line
    return text


def _label(line: str) -> str | None:
    """ "titel" for "Titel: …", None for a line without a label."""
    found = LABEL.match(line)
    return found.group(1).lower() if found else None


def _undated_drafts(paragraphs: list[list[str]]) -> list[Draft]:
    """The one release without a day in a line of its own, or several that begin with labels."""
    drafts: list[Draft] = []
    draft = Draft()
    for run in paragraphs:
        if draft.paragraphs and _label(run[0]) in (*TITLE_LABELS, *DATE_LABELS):
            drafts.append(draft)
            draft = Draft()
        lines = []
        for line in run:
            label = LABEL.match(line) if not draft.paragraphs else None
            if label is None:
                lines.append(line)
            elif label.group(1).lower() in TITLE_LABELS:
                draft.title = label.group(2)
            elif label.group(1).lower() in DATE_LABELS:
                draft.dates = label.group(2)
            else:
                draft.author = label.group(2)
        if lines and draft.title is None and not draft.paragraphs and _is_title(lines[0]):
            draft.title, lines = _wrapped_title(lines)
        if lines:
            draft.paragraphs.append(_unwrapped(lines))
    return [*drafts, draft] if draft.title or draft.paragraphs else drafts

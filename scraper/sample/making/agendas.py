"""Agendas: which lines stand on them, in which order, and how they are numbered."""

from dataclasses import dataclass
from datetime import date
from random import Random

from scraper.sample.making import words
from scraper.sample.making.clock import numeric_day
from scraper.sample.making.drafts import MeetingDraft, StationDraft
from scraper.sample.making.timetable import Timetable
from scraper.sample.making.topics import NON_PUBLIC

ORDER = ("proposal", "petition", "motion", "inquiry", "report", "notice")
"""Kinds of papers as they follow each other; amendments and answers stand behind what they belong to."""


@dataclass
class Line:
    """One line of an agenda. `verb` is how its vote is called where it has no paper: "genehmigt"."""

    name: str
    public: bool = True
    station: StationDraft | None = None
    heading: bool = False
    below: bool = False
    """Numbered under the line before: 7.1."""
    verb: str | None = None
    number: str = ""


def make_lines(rng: Random, meeting: MeetingDraft, timetable: Timetable) -> list[Line]:
    before = timetable.previous(meeting.organ, meeting.day)
    lines = [Line("Eröffnung der Sitzung und Feststellung der Tagesordnung")]
    if meeting.organ.kind in ("council", "district"):
        lines.append(Line("Fragestunde für Einwohnerinnen und Einwohner"))
    if before is not None:
        lines.append(_approval(before.day))
    if meeting.organ.kind == "council" and rng.random() < 0.35:
        lines.append(Line("Umbesetzung von Ausschüssen", verb="gewählt"))
    lines.extend(_business(meeting))
    lines.append(Line("Mitteilungen der Verwaltung"))
    if rng.random() < 0.6:
        lines.append(Line("Verschiedenes"))
    hidden = [Line(_non_public(rng), public=False) for _ in range(rng.choice((0, 1, 2, 2, 3)))]
    if hidden and before is not None:
        hidden.insert(0, Line(f"{_approval(before.day).name} – nichtöffentlicher Teil", public=False))
    if meeting.organ.kind == "district":
        lines.insert(0, Line("Öffentlicher Teil", heading=True))
        hidden = [Line("Nichtöffentlicher Teil", public=False, heading=True), *hidden] if hidden else []
    lines.extend(hidden)
    _number(lines, meeting.organ.kind)
    return lines


def _approval(day: date) -> Line:
    return Line(f"Genehmigung der Niederschrift über die Sitzung am {numeric_day(day)}", verb="genehmigt")


def _business(meeting: MeetingDraft) -> list[Line]:
    """The papers: what was invited for, then what came late, each followed by what belongs to it."""
    belonging: dict[int, list[StationDraft]] = {}
    for station in meeting.stations:
        if station.paper.kind in ("amendment", "answer"):
            belonging.setdefault(id(station.paper.related), []).append(station)
    main = [one for one in meeting.stations if one.paper.kind in ORDER]
    main.sort(key=lambda one: (one.late, ORDER.index(one.paper.kind)))
    lines: list[Line] = []
    for station in main:
        # the first line of the papers cannot stand below another, however late it came
        lines.append(Line(station.paper.name, station=station, below=station.late and bool(lines)))
        lines.extend(Line(one.paper.name, station=one, below=True) for one in belonging.get(id(station.paper), ()))
    return lines


def _non_public(rng: Random) -> str:
    return rng.choice(NON_PUBLIC).format(
        quarter=rng.choice(words.QUARTERS),
        street=rng.choice(words.STREETS),
        school=rng.choice(words.SCHOOLS),
        business=rng.choice(words.BUSINESSES),
    )


def _number(lines: list[Line], organ_kind: str) -> None:
    """Ö 1, Ö 7.1, N 1 in the council; I., 1., 2., II., 1. in the districts, where numbers repeat; else 1, 7.1, 8."""
    headings = iter(("I.", "II."))
    main = sub = 0
    public = True
    for line in lines:
        if line.public != public:
            public = line.public
            main = main if organ_kind in ("committee", "advisory") else 0
        if line.heading:
            line.number = next(headings)
            continue
        main, sub = (main, sub + 1) if line.below else (main + 1, 0)
        plain = f"{main}.{sub}" if line.below else str(main)
        if organ_kind == "council":
            line.number = f"{'Ö' if line.public else 'N'} {plain}"
        else:
            line.number = f"{plain}." if organ_kind == "district" and not line.below else plain

"""Press releases: what parties say about the council's items, when, and how plainly they name them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Literal

from scraper.sample.making import press_words, words
from scraper.sample.making.clock import MONTHS, TODAY, WEEKDAYS, at, end_of_today
from scraper.sample.making.organs import Organs
from scraper.sample.making.press_words import PARTIES, Party
from scraper.sample.town import AgendaItem, Meeting, Organization, Paper, Person, PressRelease

RELEASES_A_MEETING = 1.15
ABOUT_NOTHING = 0.25
BEFOREHAND = 0.35
"""Share of releases about a council item that come out when the party brings it in."""
TALKED_ABOUT = ("proposal", "motion", "petition", "report")
MENTIONS: dict[Literal["number", "title", "topic"], int] = {"number": 12, "title": 38, "topic": 50}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"})


@dataclass
class PressOffice:
    """Writes the releases of all parties."""

    rng: Random
    organs: Organs
    papers: Sequence[Paper]
    releases: list[PressRelease] = field(default_factory=list)
    slugs: set[tuple[str, str]] = field(default_factory=set)

    def write_all(self, meetings: Sequence[Meeting]) -> None:
        held = [meeting for meeting in meetings if meeting.end is not None]
        decided = [
            (meeting, item)
            for meeting in held
            for item in meeting.agenda
            if item.paper_id is not None
            and item.outcome in press_words.VERBS
            and self.papers[item.paper_id - 1].kind in TALKED_ABOUT
        ]
        own = {party.party: [paper for paper in self.papers if self._moved_by(paper, party)] for party in PARTIES}
        for _ in range(max(12, int(len(held) * RELEASES_A_MEETING))):
            party = self.rng.choice(PARTIES)
            chance = self.rng.random()
            if chance < ABOUT_NOTHING or not decided:
                self._own_matter(party, self.rng.choice(held).start.date())
            elif chance < ABOUT_NOTHING + BEFOREHAND and own[party.party]:
                self._beforehand(party, self.rng.choice(own[party.party]))
            else:
                self._afterwards(party, *self.rng.choice(decided))

    def publish(
        self, party: Party, title: str, paragraphs: Sequence[str], published: datetime, modified: datetime,
        *, author: str, tags: Sequence[str] = (), paper: Paper | None = None, item: AgendaItem | None = None,
        mention: Literal["number", "title", "topic", "none"] = "none",
    ) -> PressRelease:  # fmt: skip
        release = PressRelease(
            id=len(self.releases) + 1,
            created=published,
            modified=modified if modified <= end_of_today() else published,
            site=party.site,
            party=party.party,
            slug=self._slug(party, title),
            title=title,
            author=author,
            category=party.categories[0 if paper is None else 1] if self.rng.random() < 0.8 else party.categories[-1],
            tags=tuple(tags),
            paragraphs=tuple(paragraphs),
            paper_id=paper.id if paper else None,
            agenda_item_id=item.id if item else None,
            mention=mention,
        )
        self.releases.append(release)
        return release

    def spokesperson(self, party: Party, day: date) -> tuple[Person, Organization]:
        """Someone of the party's group in the council of that day."""
        group = next(one for one in self.organs.groups_on(day) if one.party == party.party)
        council = self.organs.voting[self.organs.council.id, self.organs.term_on(day).id]
        members = [one.person_id for one in council if one.group_id == group.id]
        return self.organs.persons[self.rng.choice(members[:3]) - 1], group

    def _moved_by(self, paper: Paper, party: Party) -> bool:
        originators = [self.organs.organizations[number - 1] for number in paper.originator_ids]
        return paper.kind != "amendment" and any(
            one.kind == "group" and one.party == party.party for one in originators
        )

    def _afterwards(self, party: Party, meeting: Meeting, item: AgendaItem) -> None:
        paper = self.papers[(item.paper_id or 0) - 1]
        day = min(meeting.start.date() + timedelta(days=self.rng.choice((0, 0, 1, 1, 2, 4))), TODAY)
        same_day = day == meeting.start.date()
        glad = (item.outcome in ("accepted", "amended", "noted")) == (self.rng.random() < 0.8)
        organ = self.organs.organizations[meeting.organization_id - 1]
        when = f"heute ({_shaped('{day}. {month_name} {year}', day)})" if same_day else self._day(meeting.start.date())
        verb = press_words.VERBS[item.outcome] if item.outcome else ""
        self._about(party, paper, day, "after", glad=glad, item=item, when=when, verb=verb, organ=organ)

    def _beforehand(self, party: Party, paper: Paper) -> None:
        day = min(paper.day + timedelta(days=self.rng.choice((0, 1, 2, 5, 9))), TODAY)
        self._about(party, paper, day, "before", glad=None, item=None, when=self._day(paper.day), verb="", organ=None)

    def _about(
        self, party: Party, paper: Paper, day: date, moment: Literal["after", "before"],
        *, glad: bool | None, item: AgendaItem | None, when: str, verb: str, organ: Organization | None,
    ) -> None:  # fmt: skip
        person, group = self.spokesperson(party, day)
        mention = self.rng.choices(list(MENTIONS), list(MENTIONS.values()))[0]
        headlines = press_words.ASKING if glad is None else press_words.GLAD if glad else press_words.SORRY
        quotes = (
            press_words.QUOTES_ASKING if glad is None else press_words.QUOTES_GLAD if glad else press_words.QUOTES_SORRY
        )
        named = _named(paper, mention)
        organ_name = f"{'Die' if organ.feminine else 'Der'} {organ.name}" if organ else ""
        lead = self.rng.choice(press_words.LEADS[moment]).format(
            organ=organ_name, organ_low=organ_name[:1].lower() + organ_name[1:], day=when, verb=verb, group=group.name,
            paper=named[0], paper_first=named[0][0].upper() + named[0][1:], paper_dative=named[1],
        )  # fmt: skip
        role = "Sprecherin" if person.gender == "female" else "Sprecher"
        paragraphs = [
            lead,
            f"„{self.rng.choice(quotes)}“, erklärt {person.name}, {role} der {group.name}.",
            f"Hintergrund: {paper.reasons[0]}",
        ]
        if self.rng.random() < 0.7:
            paragraphs.append(self.rng.choice(press_words.OUTLOOKS).format(later=self._later(day), group=group.name))
        title = self.rng.choice(headlines).format(noun=paper.topic_noun, short=party.short)
        published = self._hour(day, after=item is not None)
        self.publish(
            party, title, paragraphs, published, self._edited(published), author=self._author(party, person),
            tags=self._tags(paper), paper=paper, item=item, mention=mention,
        )  # fmt: skip

    def _own_matter(self, party: Party, near: date) -> None:
        day = min(near + timedelta(days=self.rng.randint(-10, 10)), TODAY)
        day = max(day, self.organs.terms[0].start)
        person, _ = self.spokesperson(party, day)
        matter = self.rng.choice(press_words.OWN_MATTERS)
        filled = {
            "chapter": party.chapter,
            "name": person.name,
            "street": self.rng.choice(words.STREETS),
            "day": self._day(day - timedelta(days=1)),
            "later": self._later(day),
        }
        published = self._hour(day, after=False)
        self.publish(
            party, matter.title.format(**filled), [one.format(**filled) for one in matter.paragraphs], published,
            self._edited(published), author=self._author(party, person), tags=("Partei",),
        )  # fmt: skip

    def _hour(self, day: date, *, after: bool) -> datetime:
        return at(day, self.rng.randint(20, 22) if after else self.rng.randint(8, 18), self.rng.randint(0, 59))

    def _edited(self, published: datetime) -> datetime:
        apart = self.rng.choice(
            (timedelta(0), timedelta(minutes=7), timedelta(days=2), timedelta(days=6), timedelta(days=41))
        )
        return published + apart

    def _author(self, party: Party, person: Person) -> str:
        return person.name if self.rng.random() < 0.4 else party.office

    def _tags(self, paper: Paper) -> tuple[str, ...]:
        quarters = [quarter for quarter in words.QUARTERS if quarter in paper.name]
        return (paper.topic_noun.split()[0], *quarters, *(("Rat",) if self.rng.random() < 0.5 else ()))

    def _day(self, day: date) -> str:
        return _shaped(self.rng.choice(press_words.DAY_SHAPES), day)

    def _later(self, day: date) -> str:
        later = day + timedelta(days=self.rng.randint(5, 120))
        return _shaped(self.rng.choice(press_words.LATER_SHAPES), later).rstrip(",")

    def _slug(self, party: Party, title: str) -> str:
        plain = re.sub(r"[^a-z0-9]+", "-", title.lower().translate(UMLAUTS)).strip("-")
        slug, number = plain, 1
        while (party.site, slug) in self.slugs:
            number += 1
            slug = f"{plain}-{number}"
        self.slugs.add((party.site, slug))
        return slug


def _named(paper: Paper, mention: str) -> tuple[str, str]:
    """How a text names the paper: accusative, and dative after "mit"."""
    nouns = {"motion": ("den Antrag", "dem Antrag"), "inquiry": ("die Anfrage", "der Anfrage")}
    accusative, dative = nouns.get(paper.kind, ("die Vorlage", "der Vorlage"))
    if mention == "number":
        named = f"„{paper.topic_noun}“ (Drucksache {paper.reference})"
    elif mention == "title":
        named = f"„{paper.name}“"
    else:
        named = f"zum Thema {paper.topic_noun}"
    return f"{accusative} {named}", f"{dative} {named}"


def _shaped(shape: str, day: date) -> str:
    return shape.format(
        day=day.day, month=day.month, year=day.year, short_year=f"{day:%y}", month_name=MONTHS[day.month - 1],
        weekday=WEEKDAYS[day.weekday()],
    )  # fmt: skip

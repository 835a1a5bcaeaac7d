"""What is brought before the organs: kinds of papers, their titles, texts, originators and numbers."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from scraper.sample.making import words
from scraper.sample.making.clock import working_day
from scraper.sample.making.drafts import PaperDraft
from scraper.sample.making.organs import Organs
from scraper.sample.making.topics import TOPICS, Topic
from scraper.sample.town import Organization, OrganKind, PaperKind


@dataclass(frozen=True)
class Form:
    """A kind of paper as Musterstadt names and numbers it."""

    kind: PaperKind
    paper_type: str
    reference: str
    """With the year and a number that starts anew each year for all forms of the same shape."""
    title: str = "{title}"


FORMS = {
    "proposal": Form("proposal", "Beschlussvorlage", "VO/{year}/{number:04}"),
    "report": Form("report", "Berichtsvorlage", "VO/{year}/{number:04}", "{noun}: Bericht der Verwaltung"),
    "information": Form("notice", "Informationsvorlage", "VO/{year}/{number:04}", "{noun}: Sachstand zum Jahr {year}"),
    "notice": Form("notice", "Mitteilungsvorlage", "{number:04}/{year}", "Mitteilung zum Thema {noun}"),
    "motion": Form("motion", "Antrag", "AN/{number:04}/{year}"),
    "urgent": Form("motion", "Dringlichkeitsantrag", "AN/{number:04}/{year}", "Dringlichkeitsantrag: {title}"),
    "inquiry": Form("inquiry", "Anfrage", "DS {number}/{year}", "Anfrage {of_group}: Sachstand {noun}"),
    "district motion": Form("motion", "Antrag zur Bezirksvertretung", "BV{organ}/{number:03}/{year}"),
    "petition": Form("petition", "Anregung nach § 24 GO", "{number:03}/{short_year}", "Bürgeranregung: {title}"),
}
ANSWER = Form("answer", "Beantwortung einer Anfrage", "{related}-01")
AMENDMENTS = (
    Form("amendment", "Änderungsantrag", "{related}.{number}"),
    Form("amendment", "Ergänzungsantrag", "{related}.{number}"),
)
CHANCES: dict[OrganKind, dict[str, int]] = {
    "council": {"proposal": 30, "motion": 28, "urgent": 4, "inquiry": 22, "notice": 8, "report": 8},
    "committee": {
        "proposal": 42,
        "motion": 16,
        "inquiry": 12,
        "report": 12,
        "information": 8,
        "notice": 6,
        "petition": 4,
    },
    "district": {"district motion": 45, "inquiry": 25, "information": 15, "notice": 15},
    "advisory": {"information": 45, "report": 35, "proposal": 20},
}
BY_GROUPS = ("motion", "urgent", "inquiry", "district motion")
JOINT = 0.2
"""Share of motions that two groups bring in together."""
ATTACHMENTS = (
    "Lageplan",
    "Kostenübersicht",
    "Stellungnahme der Fachverwaltung",
    "Synopse",
    "Gutachten",
    "Entwurfsplan",
)
DEMANDS = (
    "Zugleich wird die Verwaltung gebeten, dem Ausschuss bis zum Jahresende über die Umsetzung zu berichten.",
    "Die Kosten sind im Haushalt eingeplant; zusätzliche Stellen sind nicht erforderlich.",
    "Klimarelevanz: positiv. Die Maßnahme trägt zu den Zielen der Stadt bei.",
    "Fördermittel des Landes sind beantragt; der Eigenanteil der Stadt beträgt 20 Prozent.",
    "Anwohnende wurden im Rahmen einer Informationsveranstaltung beteiligt.",
    "Alternativen wurden geprüft und wegen höherer Folgekosten verworfen.",
)


def make_paper(rng: Random, organs: Organs, organ: Organization, meeting_day: date) -> PaperDraft:
    """A new paper that `organ` will discuss on `meeting_day`."""
    chances = CHANCES[organ.kind]
    name = rng.choices(list(chances), list(chances.values()))[0]
    form = FORMS[name]
    topic = _topic_for(rng, organs, organ)
    day = working_day(meeting_day - timedelta(days=rng.randint(13, 45)))
    filled = _details(rng, day)
    if name in BY_GROUPS:
        groups = organs.groups_on(day)
        joint = form.kind == "motion" and rng.random() < JOINT
        originators = tuple(rng.sample(groups, 2 if joint else 1))
    else:
        originators = (organs.offices[topic.field],)
    noun = topic.noun.format(**filled)
    title = form.title.format(
        title=topic.title.format(**filled), noun=noun, year=day.year, of_group=f"der {originators[0].name}"
    )
    return PaperDraft(
        kind=form.kind,
        paper_type=form.paper_type,
        prefix=form.reference.replace("{organ}", organ.short_name.removeprefix("BV ")),
        name=title,
        day=day,
        noun=noun,
        resolution=_resolution(form.kind, topic, filled, noun),
        reasons=(topic.reason.format(**filled), *rng.sample(DEMANDS, rng.randint(1, 3))),
        originators=originators,
        lead=rng.choice(organs.leads[topic.field]) if organ.kind == "council" else organ,
        person_ids=_signers(rng, organs, originators, day) if name in BY_GROUPS else (),
        place_id=rng.randint(1, len(organs.locations)) if topic.local and rng.random() < 0.3 else None,
        attachments=tuple(rng.sample(ATTACHMENTS, rng.choice((0, 0, 1, 1, 2)))) if name not in BY_GROUPS else (),
    )


def make_amendment(rng: Random, organs: Organs, paper: PaperDraft, group: Organization, day: date) -> PaperDraft:
    """A group's paper that wants another paper changed."""
    form = rng.choice(AMENDMENTS)
    return PaperDraft(
        kind="amendment",
        paper_type=form.paper_type,
        prefix=form.reference,
        name=f"{form.paper_type} der {group.name} zu: {paper.name}",
        day=day,
        noun=paper.noun,
        resolution="Der Beschlussvorschlag wird um folgenden Satz ergänzt: " + rng.choice(DEMANDS),
        reasons=("Mit der Ergänzung wird die Umsetzung verbindlicher.",),
        originators=(group,),
        lead=paper.lead,
        person_ids=_signers(rng, organs, (group,), day),
        related=paper,
    )


def make_answer(rng: Random, organs: Organs, inquiry: PaperDraft, subject: str, day: date) -> PaperDraft:
    """The administration's answer to an inquiry about a `subject` of topics.py."""
    return PaperDraft(
        kind="answer",
        paper_type=ANSWER.paper_type,
        prefix=ANSWER.reference,
        name=f"Beantwortung der {inquiry.name}",
        day=day,
        noun=inquiry.noun,
        resolution=f"Die Verwaltung beantwortet die Anfrage zum Thema {inquiry.noun} wie folgt: "
        "Die Arbeiten liegen im Zeitplan.",
        reasons=(rng.choice(DEMANDS),),
        originators=(organs.offices[subject],),
        lead=inquiry.lead,
        related=inquiry,
    )


def number_papers(papers: list[PaperDraft]) -> None:
    """Gives ids and references in the order of days; an amendment takes its paper's number and counts on."""
    papers.sort(key=lambda paper: (paper.day, paper.related is not None))
    counters: Counter[tuple[str, int]] = Counter()
    children: Counter[int] = Counter()
    for number, paper in enumerate(papers, start=1):
        paper.id = number
        if paper.related is None:
            counters[paper.prefix, paper.day.year] += 1
            paper.reference = paper.prefix.format(
                year=paper.day.year,
                short_year=f"{paper.day:%y}",
                number=counters[paper.prefix, paper.day.year],
            )
    for paper in papers:
        if paper.related is not None:
            if paper.kind == "amendment":
                children[paper.related.id] += 1
            paper.reference = paper.prefix.format(related=paper.related.reference, number=children[paper.related.id])


def _topic_for(rng: Random, organs: Organs, organ: Organization) -> Topic:
    fields = organs.fields.get(organ.id, ())
    if organ.kind == "district":
        return rng.choice([topic for topic in TOPICS if topic.local])
    return rng.choice([topic for topic in TOPICS if topic.field in fields] if fields else TOPICS)


def subject_of(rng: Random, organs: Organs, paper: PaperDraft) -> str:
    """The field whose office answers for a paper."""
    return rng.choice(organs.fields.get(paper.lead.id) or tuple(words.OFFICES))


def _details(rng: Random, day: date) -> dict[str, str | int]:
    return {
        "street": rng.choice(words.STREETS),
        "quarter": rng.choice(words.QUARTERS),
        "school": rng.choice(words.SCHOOLS),
        "club": rng.choice(words.CLUBS),
        "business": rng.choice(words.BUSINESSES),
        "year": day.year + rng.choice((0, 1, 1, 2)),
        "number": rng.randint(3, 120),
        "amount": f"{rng.randint(12, 4800) * 1000:,}".replace(",", "."),
    }


def _resolution(kind: PaperKind, topic: Topic, filled: dict[str, str | int], noun: str) -> str:
    if kind == "inquiry":
        return f"Wie ist der Sachstand zum Thema {noun}? Welche Kosten sind bisher entstanden, und wann wird berichtet?"
    if kind in ("report", "notice"):
        return f"Der Bericht der Verwaltung zum Thema {noun} wird zur Kenntnis genommen."
    return topic.resolution.format(**filled)


def _signers(rng: Random, organs: Organs, groups: tuple[Organization, ...], day: date) -> tuple[int, ...]:
    """One council member of each group signs, mostly."""
    council = organs.voting[organs.council.id, organs.term_on(day).id]
    signed = [[one.person_id for one in council if one.group_id == group.id] for group in groups]
    return tuple(rng.choice(members) for members in signed if members and rng.random() < 0.7)

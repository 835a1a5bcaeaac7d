"""How Musterstadt's office words a result: in its system, and in the minutes.

Every wording says only what the vote bears out: "gegen die Stimmen der FDP-Fraktion" is chosen only where the whole
group and nobody else voted no.
"""

from collections.abc import Mapping, Sequence
from random import Random

from scraper.sample.town import Organization, Outcome, Vote

NUMBERS = ("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
NOTED = ("zur Kenntnis genommen", "Kenntnisnahme", "Kenntnis genommen", "Der Bericht wurde zur Kenntnis genommen.")
POSTPONED = (
    "vertagt",
    "zurückgestellt",
    "abgesetzt",
    "in die nächste Sitzung vertagt",
    "von der Tagesordnung abgesetzt",
)
WITHDRAWN = ("zurückgezogen", "vom Antragsteller zurückgezogen", "Antrag zurückgezogen")
SETTLED = ("erledigt", "erledigt durch Beantwortung der Verwaltung", "durch Verwaltungshandeln erledigt")
NO_VOTE = ("ohne Abstimmung", "Keine Abstimmung", "ohne Beschlussempfehlung weitergeleitet")
WITHOUT_VOTE: dict[Outcome, Sequence[str]] = {
    "noted": NOTED,
    "postponed": POSTPONED,
    "withdrawn": WITHDRAWN,
    "settled": SETTLED,
    "no_vote": NO_VOTE,
}


def result_without_vote(rng: Random, outcome: Outcome, referred_to: Organization | None) -> str:
    """zur Kenntnis genommen; in den Verkehrsausschuss verwiesen"""
    if referred_to is not None:
        return f"{into(referred_to)} verwiesen"
    return rng.choice(WITHOUT_VOTE[outcome])


def into(organ: Organization) -> str:
    """in den Jugendhilfeausschuss, in die Bezirksvertretung 1 (Altstadt)"""
    return f"in {'die' if organ.feminine else 'den'} {organ.name}"


def phrase(rng: Random, vote: Vote, groups: Mapping[int, Organization], *, verb: str = "beschlossen") -> str:
    """One vote in words and numbers, in one of the many ways in which offices write it."""
    if vote.outcome == "rejected":
        return rng.choice(_rejections(vote, groups))
    if vote.majority == "unanimous":
        return rng.choice(_unanimous(vote, groups, verb))
    return rng.choice(_majorities(vote, groups, verb))


def formal(rng: Random, vote: Vote, verb: str) -> str:
    """einstimmig genehmigt; einstimmig gewählt bei einer Enthaltung: for votes that nobody argues about"""
    quiet = f" bei {_in_words(vote.abstain, 'Enthaltung')}" if vote.abstain else ""
    return rng.choice((f"einstimmig {verb}{quiet}", f"Einstimmig {verb}{quiet}", f"{verb} ({tally(vote)})"))


def tally(vote: Vote) -> str:
    """Ja: 39, Nein: 2, Enthaltungen: 1, Befangen: 0"""
    return f"Ja: {vote.yes}, Nein: {vote.no}, Enthaltungen: {vote.abstain}, Befangen: {vote.biased}"


def join_results(rng: Random, votes: Sequence[Vote], groups: Mapping[int, Organization], verb: str) -> str:
    """Ziffer 1: einstimmig beschlossen; Ziffer 2: mehrheitlich abgelehnt"""
    between = rng.choice(("; ", " ", "\n"))
    return between.join(f"{vote.subject}: {phrase(rng, vote, groups, verb=verb)}" for vote in votes)


def _unanimous(vote: Vote, groups: Mapping[int, Organization], verb: str) -> list[str]:
    changed, numbers, assent = _forms(vote, verb)
    if vote.abstain == 0:
        ways = [f"einstimmig {changed}{verb}", f"Einstimmig {changed}{verb}", numbers, f"Einstimmige {assent}"]
        if changed:
            return [*ways, f"einstimmig geändert {verb}", f"{verb} mit Änderungen: einstimmig"]
        return [*ways, f"einstimmig unverändert {verb}", f"{verb}: einstimmig"]
    ways = [
        f"einstimmig {changed}{verb} bei {_in_words(vote.abstain, 'Enthaltung')}",
        f"einstimmig bei {_in_words(vote.abstain, 'Enthaltung')} {changed}{verb}",
        f"Einstimmige {assent} ({vote.yes} Ja, {_counted(vote.abstain, 'Enthaltung')})",
        numbers,
    ]
    quiet = named(vote, "abstain", groups)
    if quiet:
        ways.append(f"einstimmig bei Enthaltung {_of_groups(quiet)} {changed}{verb}")
    return ways


def _majorities(vote: Vote, groups: Mapping[int, Organization], verb: str) -> list[str]:
    changed, numbers, assent = _forms(vote, verb)
    against = _in_words(vote.no, "Gegenstimme")
    quiet = f" und {_in_words(vote.abstain, 'Enthaltung')}" if vote.abstain else ""
    ways = [
        f"mehrheitlich {changed}{verb}",
        f"mehrheitlich {changed}{verb} bei {_counted(vote.no, 'Gegenstimme')}",
        f"mehrheitlich bei {against}{quiet} {changed}{verb}",
        f"Mehrheitliche {assent} ({_counted(vote.no, 'Nein-Stimme')})",
        f"Mehrheitliche {assent} ({vote.yes} Ja, {vote.no} Nein, {_counted(vote.abstain, 'Enthaltung')})",
        numbers,
    ]
    if not changed and not vote.abstain:
        ways.append(f"{_counted(vote.yes, 'Ja-Stimme')}, {_counted(vote.no, 'Nein-Stimme')}")
    opposed = named(vote, "no", groups)
    if opposed:
        ways.append(f"mehrheitlich gegen die Stimmen {_of_groups(opposed)} {changed}{verb}")
    return ways


def _forms(vote: Vote, verb: str) -> tuple[str, str, str]:
    """ "mit Änderungen " or nothing; the bare numbers; "Zustimmung": each says whether the text was changed."""
    if vote.outcome == "amended":
        return "mit Änderungen ", f"geändert {verb} ({tally(vote)})", "Zustimmung zu geändertem Beschlusstext"
    return "", tally(vote), "Zustimmung"


def _rejections(vote: Vote, groups: Mapping[int, Organization]) -> list[str]:
    if vote.majority == "tie":
        return ["bei Stimmengleichheit abgelehnt", f"abgelehnt ({tally(vote)})"]
    if vote.majority == "unanimous":
        return ["einstimmig abgelehnt", tally(vote)]
    ways = [
        "mehrheitlich abgelehnt",
        "Mehrheitlich abgelehnt",
        f"Mehrheitliche Ablehnung ({_counted(vote.yes, 'JA-Stimme')}, {_counted(vote.no, 'Nein-Stimme')})",
        f"abgelehnt ({tally(vote)})",
    ]
    supporters = named(vote, "yes", groups)
    if supporters:
        ways.append(f"mehrheitlich gegen die Stimmen {_of_groups(supporters)} abgelehnt")
    return ways


def named(vote: Vote, stance: str, groups: Mapping[int, Organization]) -> list[Organization]:
    """The groups that voted so as a whole; none where others did so too, for then naming them would not be true."""
    found: list[Organization] = []
    for one in vote.groups:
        given = getattr(one, stance)
        if given and (one.group_id is None or given < one.yes + one.no + one.abstain):
            return []
        if given and one.group_id is not None:
            found.append(groups[one.group_id])
    return found


def _of_groups(groups: Sequence[Organization]) -> str:
    if len(groups) == 1:
        return f"der {groups[0].name}"
    labels = [group.short_name for group in groups]
    return f"der Fraktionen {', '.join(labels[:-1])} und {labels[-1]}"


def _in_words(number: int, noun: str) -> str:
    """drei Gegenstimmen, einer Enthaltung, 14 Gegenstimmen: the dative"""
    if number == 1:
        return f"einer {noun}"
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {_plural(noun)}"


def _counted(number: int, noun: str) -> str:
    """9 Nein-Stimmen, 1 Enthaltung"""
    return f"{number} {noun if number == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    return f"{noun}n" if noun.endswith("e") else f"{noun}en"

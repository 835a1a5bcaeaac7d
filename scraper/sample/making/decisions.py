"""What an organ decides on the stations of its agenda: votes, outcome, and how the office words the result."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from scraper.sample.making.drafts import StationDraft
from scraper.sample.making.routes import DECISION, PRELIMINARY
from scraper.sample.making.voting import Bench, Mood, vote
from scraper.sample.making.wording import formal, join_results, phrase, result_without_vote
from scraper.sample.town import Organization, Outcome, Vote

UNSAID = 0.12
"""Share of results that the office does not put into its system; the minutes have them all."""
SEE_MINUTES = ("siehe Protokoll", "siehe Niederschrift", "(kein Text vorhanden)")
EN_BLOC = 0.3
"""Share of meetings in which undisputed proposals are voted on together."""

PART_MOODS: tuple[Mood, ...] = ("agreed", "contested", "opposed")


@dataclass(frozen=True)
class Decision:
    outcome: Outcome | None = None
    votes: tuple[Vote, ...] = ()
    result: str | None = None
    resolution: str | None = None
    en_bloc: bool = False


def decide_all(
    rng: Random, stations: list[StationDraft], bench: Bench, groups: Mapping[int, Organization]
) -> dict[StationDraft, Decision]:
    """Decides the stations of one meeting: papers that amend others first, undisputed ones perhaps en bloc."""
    decided: dict[StationDraft, Decision] = {}
    together = _en_bloc(rng, stations)
    shared = vote(rng, bench, "agreed") if together else None
    changed: set[int] = set()
    for station in sorted(stations, key=lambda one: one.paper.kind != "amendment"):
        if shared and station in together:
            result = phrase(rng, shared, groups, verb=_verb(station))
            decision = Decision(
                "accepted", (shared,), f"en bloc {result}", _resolved(station, "accepted"), en_bloc=True
            )
        else:
            decision = _decide(rng, station, bench, groups, amended=id(station.paper) in changed)
        if station.paper.kind == "amendment" and decision.outcome == "accepted" and station.paper.related:
            changed.add(id(station.paper.related))
        decided[station] = replace(decision, result=_said(rng, decision.result))
    return decided


def decide_formal(rng: Random, bench: Bench, verb: str, outcome: Outcome) -> Decision:
    """An item without a paper: approving minutes ("genehmigt"), an election ("gewählt")."""
    taken = replace(vote(rng, bench, "agreed"), outcome=outcome)
    return Decision(outcome, (taken,), _said(rng, formal(rng, taken, verb)))


def _decide(
    rng: Random, station: StationDraft, bench: Bench, groups: Mapping[int, Organization], *, amended: bool
) -> Decision:
    if station.fate in ("vote", "amend"):
        return _main_vote(rng, station, bench, groups, amended=amended)
    if station.fate == "parts":
        return _part_votes(rng, station, bench, groups)
    outcomes: dict[str, Outcome] = {
        "note": "noted", "postpone": "postponed", "refer": "referred", "withdraw": "withdrawn", "settle": "settled",
        "pass_on": "no_vote",
    }  # fmt: skip
    outcome = outcomes[station.fate]
    return Decision(outcome, (), result_without_vote(rng, outcome, station.referred_to))


def _main_vote(
    rng: Random, station: StationDraft, bench: Bench, groups: Mapping[int, Organization], *, amended: bool
) -> Decision:
    votes: list[Vote] = []
    for motion in station.motions:
        subject = f"Änderungsantrag der {motion.group.name}"
        moved = vote(rng, bench, motion.mood, movers={motion.group.id}, subject=subject, is_amendment=True)
        amended = amended or moved.outcome == "accepted"
        votes.append(moved)
    mood = "contested" if station.fate == "amend" and station.mood == "opposed" else station.mood
    main = vote(rng, bench, mood, movers=_movers(station))
    if amended and main.outcome == "accepted":
        main = replace(main, outcome="amended")
    result = phrase(rng, main, groups, verb=_verb(station))
    if votes and rng.random() < 0.4:
        named = replace(main, subject="Vorlage" if station.paper.kind == "proposal" else "Hauptantrag")
        result = join_results(rng, [*votes, named], groups, _verb(station))
    return Decision(main.outcome, (*votes, main), result, _resolved(station, main.outcome))


def _part_votes(rng: Random, station: StationDraft, bench: Bench, groups: Mapping[int, Organization]) -> Decision:
    moods = rng.sample(PART_MOODS, rng.choice((2, 3)))
    votes = [
        vote(rng, bench, mood, movers=_movers(station), subject=f"Ziffer {number}")
        for number, mood in enumerate(moods, start=1)
    ]
    accepted = [one.outcome == "accepted" for one in votes]
    outcome: Outcome = "accepted" if all(accepted) else "partly" if any(accepted) else "rejected"
    result = join_results(rng, votes, groups, _verb(station))
    return Decision(outcome, tuple(votes), result, _resolved(station, outcome))


def _en_bloc(rng: Random, stations: list[StationDraft]) -> list[StationDraft]:
    plain = [one for one in stations if one.fate == "vote" and one.mood == "agreed" and one.paper.kind == "proposal"]
    if len(plain) < 2 or rng.random() > EN_BLOC:
        return []
    same_role = [one for one in plain if one.role == plain[0].role]
    return same_role[:4] if len(same_role) > 1 else []


def _movers(station: StationDraft) -> set[int]:
    return {one.id for one in station.paper.originators if one.kind == "group"}


def _verb(station: StationDraft) -> str:
    """A committee that only prepares recommends."""
    return "beschlossen" if station.role == DECISION else "empfohlen"


def _resolved(station: StationDraft, outcome: Outcome) -> str | None:
    if outcome not in ("accepted", "amended", "partly"):
        return None
    text = station.paper.resolution
    if station.role == PRELIMINARY:
        text = f"{_the(station.organ)} empfiehlt dem Rat, wie folgt zu beschließen: {text}"
    return f"{text} Die Änderungen aus der Beratung sind eingearbeitet." if outcome == "amended" else text


def _the(organ: Organization) -> str:
    return f"{'Die' if organ.feminine else 'Der'} {organ.name}"


def _said(rng: Random, result: str | None) -> str | None:
    chance = rng.random()
    if chance < UNSAID:
        return None
    return rng.choice(SEE_MINUTES) if chance < UNSAID + 0.02 else result

"""How Musterstadt's groups vote, and how its office puts a vote into words."""

from collections import Counter
from datetime import datetime
from random import Random

import pytest

from scraper.sample.making.voting import Bench, Mood, count, vote
from scraper.sample.making.wording import into, named, phrase, tally
from scraper.sample.town import BERLIN, GroupVote, Organization, Outcome, Vote

COUNCIL: Bench = Counter({1: 12, 2: 10, 3: 8, 4: 3, 5: 4, None: 3})
COMMITTEE: Bench = Counter({1: 5, 2: 4, 3: 3, 4: 1, 5: 2})
WITHOUT_GROUPS: Bench = Counter({None: 9})
BENCHES = {"council": COUNCIL, "committee": COMMITTEE, "advisory": WITHOUT_GROUPS}
ENTERED = datetime(2025, 1, 2, 9, 0, tzinfo=BERLIN)
GROUPS = {
    number: Organization(number, ENTERED, ENTERED, "group", name, label, feminine=True)
    for number, name, label in (
        (1, "CDU-Fraktion", "CDU"), (2, "SPD/Volt-Fraktion", "SPD/Volt"), (4, "FDP-Fraktion", "FDP"),
    )
}  # fmt: skip


@pytest.mark.parametrize(
    ("yes", "no", "outcome", "majority"),
    [
        (15, 0, "accepted", "unanimous"),
        (8, 7, "accepted", "majority"),
        (7, 7, "rejected", "tie"),
        (7, 8, "rejected", "majority"),
        (0, 15, "rejected", "unanimous"),
    ],
)
def test_what_a_count_means(yes: int, no: int, outcome: str, majority: str) -> None:
    assert count(yes, no) == (outcome, majority)


@pytest.mark.parametrize("bench", BENCHES.values(), ids=BENCHES)
@pytest.mark.parametrize(
    ("mood", "outcomes"),
    [
        ("agreed", {("accepted", "unanimous")}),
        ("carried", {("accepted", "majority")}),
        ("contested", {("accepted", "majority"), ("rejected", "tie")}),
    ],
)
def test_a_mood_has_the_outcome_it_aims_at(bench: Bench, mood: Mood, outcomes: set[tuple[str, str]]) -> None:
    taken = [vote(Random(seed), bench, mood) for seed in range(300)]
    assert {(one.outcome, one.majority) for one in taken} <= outcomes


@pytest.mark.parametrize("bench", BENCHES.values(), ids=BENCHES)
def test_what_most_oppose_is_rejected_by_a_majority(bench: Bench) -> None:
    taken = [vote(Random(seed), bench, "opposed") for seed in range(300)]
    assert Counter(one.outcome for one in taken)["rejected"] > 290


def test_who_moves_a_motion_is_for_it() -> None:
    for seed in range(100):
        for mood in ("contested", "opposed"):
            taken = vote(Random(seed), COUNCIL, mood, movers={4})
            assert next(one for one in taken.groups if one.group_id == 4).no == 0


def a_vote(*groups: GroupVote, outcome: Outcome | None = None) -> Vote:
    yes, no = sum(one.yes for one in groups), sum(one.no for one in groups)
    counted, majority = count(yes, no)
    return Vote(None, outcome or counted, majority, yes, no, sum(one.abstain for one in groups), 0, groups)


AGAINST = a_vote(GroupVote(1, 12, 0, 0), GroupVote(2, 0, 10, 0), GroupVote(4, 0, 0, 1))
SPLIT = a_vote(GroupVote(1, 12, 0, 0), GroupVote(2, 2, 8, 0))
BESIDE = a_vote(GroupVote(1, 12, 0, 0), GroupVote(2, 0, 10, 0), GroupVote(None, 0, 1, 0))


def wordings(taken: Vote, verb: str = "beschlossen") -> set[str]:
    return {phrase(Random(seed), taken, GROUPS, verb=verb) for seed in range(200)}


def test_a_group_is_named_only_if_it_voted_as_a_whole_and_nobody_else_so() -> None:
    assert [one.short_name for one in named(AGAINST, "no", GROUPS)] == ["SPD/Volt"]
    assert named(SPLIT, "no", GROUPS) == []
    assert named(BESIDE, "no", GROUPS) == []


def test_a_majority_in_words() -> None:
    assert wordings(AGAINST) == {
        "mehrheitlich beschlossen",
        "mehrheitlich beschlossen bei 10 Gegenstimmen",
        "mehrheitlich bei zehn Gegenstimmen und einer Enthaltung beschlossen",
        "mehrheitlich gegen die Stimmen der SPD/Volt-Fraktion beschlossen",
        "Mehrheitliche Zustimmung (10 Nein-Stimmen)",
        "Mehrheitliche Zustimmung (12 Ja, 10 Nein, 1 Enthaltung)",
        "Ja: 12, Nein: 10, Enthaltungen: 1, Befangen: 0",
    }


def test_what_was_changed_is_called_so_in_every_wording() -> None:
    for taken in (a_vote(GroupVote(1, 12, 0, 0), outcome="amended"), a_vote(GroupVote(1, 9, 3, 0), outcome="amended"),
                  a_vote(GroupVote(1, 9, 0, 3), outcome="amended")):  # fmt: skip
        assert all("nderung" in one or "geändert" in one for one in wordings(taken)), wordings(taken)


@pytest.mark.parametrize(
    ("taken", "word"),
    [
        (a_vote(GroupVote(1, 3, 9, 0)), "abgelehnt"),
        (a_vote(GroupVote(1, 3, 9, 0)), "Mehrheitliche Ablehnung (3 JA-Stimmen, 9 Nein-Stimmen)"),
        (a_vote(GroupVote(1, 6, 6, 0)), "bei Stimmengleichheit abgelehnt"),
        (a_vote(GroupVote(1, 0, 9, 0)), "einstimmig abgelehnt"),
        (a_vote(GroupVote(1, 9, 0, 1)), "einstimmig beschlossen bei einer Enthaltung"),
        (a_vote(GroupVote(1, 9, 0, 0), GroupVote(4, 0, 0, 3)), "bei Enthaltung der FDP-Fraktion beschlossen"),
    ],
)  # fmt: skip
def test_other_results_in_words(taken: Vote, word: str) -> None:
    assert word in " | ".join(wordings(taken))


def test_a_tally() -> None:
    assert tally(AGAINST) == "Ja: 12, Nein: 10, Enthaltungen: 1, Befangen: 0"


def test_where_something_is_referred_to() -> None:
    committee = Organization(9, ENTERED, ENTERED, "committee", "Jugendhilfeausschuss", "JHA")
    district = Organization(10, ENTERED, ENTERED, "district", "Bezirksvertretung 1 (Altstadt)", "BV 1", feminine=True)
    assert into(committee) == "in den Jugendhilfeausschuss"
    assert into(district) == "in die Bezirksvertretung 1 (Altstadt)"

"""Numbers group by group: one vote, or one on each group's motion. All of it is invented."""

import pytest

from pipelines.german.outcomes import Outcome, of_item, read_minutes_item, read_result

TWO = [("CDU", "yes", 9), ("CDU", "no", 2), ("SPD", "no", 5)]


@pytest.mark.parametrize(
    ("text", "outcome", "numbers"),
    [
        ("CDU: 9 Ja, 2 Nein; SPD: 5 Nein", "accepted", (None, None)),
        ("CDU (9 Ja, 2 Nein), SPD (5 Nein)", "accepted", (None, None)),
        ("9 Ja, 7 Nein\nCDU: 9 Ja, 2 Nein\nSPD: 5 Nein", "accepted", (9, 7)),
        ("9 Ja, 7 Nein (CDU: 9 Ja, 2 Nein; SPD: 5 Nein)", "accepted", (9, 7)),
        ("CDU: 9 Ja, 2 Nein\nSPD: 5 Nein\nGesamt: 9 Ja, 7 Nein", "accepted", (9, 7)),
        ("mehrheitlich angenommen\nCDU: 9 Ja, 2 Nein; SPD: 5 Nein", "accepted", (None, None)),
    ],
)
def test_one_vote(text: str, outcome: Outcome, numbers: tuple[int | None, int | None]) -> None:
    """The sums are never reckoned: they are there where they are printed."""
    for votes in (read_result(text), read_minutes_item(f"Abstimmungsergebnis: {text}").votes):
        [vote] = votes

        assert (vote.outcome, vote.yes, vote.no, vote.part) == (outcome, *numbers, None)
        assert [(one.who, one.vote, one.count) for one in vote.stances] == TWO


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param("AfD: 3 Ja, 40 Nein\nSPD: 20 Ja, 23 Nein", "rejected", id="each by the whole assembly"),
        pytest.param(
            "AfD: 3 Ja, 40 Nein\nSPD: 20 Ja, 23 Nein\nHauptantrag: 40 Ja, 3 Nein", "accepted", id="and the item"
        ),
        pytest.param("ÄA AfD: 3 Ja, 4 Nein\nAntrag SPD: 20 Ja, 23 Nein", "rejected", id="motions by name"),
    ],
)
def test_votes_on_motions(text: str, outcome: Outcome) -> None:
    votes = read_minutes_item(f"Abstimmungsergebnis:\n{text}").votes
    whole = of_item(votes)

    assert len(votes) == text.count("\n") + 1
    assert all(vote.stances == () for vote in votes)
    assert whole is not None
    assert whole.outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("12 Ja, 7 Nein\nCDU: 9 Ja, 2 Nein\nSPD: 5 Nein", "accepted"),
        ("mehrheitlich abgelehnt\nCDU: 9 Ja, 2 Nein; SPD: 5 Nein", "rejected"),
    ],
)
def test_what_contradicts_the_whole_tells_nobodys_vote(text: str, outcome: Outcome) -> None:
    [vote] = read_minutes_item(f"Abstimmungsergebnis: {text}").votes

    assert (vote.outcome, vote.stances) == (outcome, ())

"""Tables of votes whose cells ran together: only what the sums prove is read."""

import pytest

from pipelines.german.outcomes import Outcome, read_result

PROVEN = [
    ("JaNeinEnthaltungBM1CDU81SPD6B‘90/Die Grünen3FDP5Gesamt2310", "accepted", (23, 1, 0)),
    ("JaNeinEnthaltungBM1CDU8SPD6FDP3Gesamt0180", "rejected", (0, 18, 0)),
    ("JaneinEnthaltungenBM100CDU 1301SPD500Hr. Muster100Ergebnis:2001", "accepted", (20, 0, 1)),
    ("JaNeinEnthaltungBM1CDU92SPD6FDP11Hr. Muster1Gesamt1632", "accepted", (16, 3, 2)),
]

NOT_PROVEN = [
    ("JaNeinEnthaltungBM1CDU14SPD6FDP3Gesamt2220", "22, 2 and 0, or 2, 22 and 0"),
    ("JaNeinEnthaltungBM1CDU8SPD6FDP3Gesamt1610", "the lines add up to 18 votes, the sums to 17"),
]


@pytest.mark.parametrize(("text", "outcome", "numbers"), PROVEN)
def test_sums_that_add_up_in_one_way(text: str, outcome: Outcome, numbers: tuple[int, int, int]) -> None:
    [vote] = read_result(f"{text}Frau Muster verlässt den Saal.")

    assert (vote.outcome, vote.yes, vote.no, vote.abstain) == (outcome, *numbers)
    assert vote.words == text


@pytest.mark.parametrize(("text", "why"), NOT_PROVEN)
def test_sums_that_could_be_cut_otherwise_stay_unread(text: str, why: str) -> None:
    for vote in read_result(text):
        assert (vote.outcome, vote.yes, vote.no) == (None, None, None), why


def test_what_all_ways_have_in_common_is_read() -> None:
    [vote] = read_result("JaNeinEnthaltungBM1CDU14SPD6FDP3Gesamt2130")

    assert (vote.outcome, vote.yes, vote.no, vote.abstain) == (None, None, None, 0)


def test_parts_and_the_sentence_behind_a_table() -> None:
    first, second = read_result(
        "a)JaNeinEnthaltungBM1CDU81SPD6Gesamt1510b)JaNeinEnthaltungBM1CDU9SPD6Gesamt0160Damit ist Teil b abgelehnt."
    )

    assert (first.part, first.yes, first.outcome) == ("a)", 15, "accepted")
    assert (second.part, second.no, second.outcome) == ("b)", 16, "rejected")

"""Tables of votes whose cells ran together: who voted how, where only one way of reading adds up."""

from itertools import product

import pytest

from pipelines.german.outcomes import Vote, read_result
from pipelines.german.outcomes.tables.columns import MOST_IN_ALL, cut, lay_out, solve


def told(vote: Vote) -> list[tuple[str, str, str, int | None]]:
    return [(one.who, one.kind, one.vote, one.count) for one in vote.stances]


def test_every_line_of_a_table_that_adds_up_in_one_way() -> None:
    [vote] = read_result("JaNeinEnthaltungBM1CDU9SPD6B‘90/Die Grünen3FFM3FDP2Hr. Muster1Gesamt2500")

    assert (vote.yes, vote.no, vote.abstain) == (25, 0, 0)
    assert told(vote) == [
        ("BM", "person", "yes", 1),
        ("CDU", "group", "yes", 9),
        ("SPD", "group", "yes", 6),
        ("B‘90/Die Grünen", "group", "yes", 3),
        ("FFM", "group", "yes", 3),
        ("FDP", "group", "yes", 2),
        ("Hr. Muster", "person", "yes", 1),
    ]


def test_a_line_in_three_columns() -> None:
    [vote] = read_result("JaNeinEnthaltungBM1CDU832SPD5B‘90/Die Grünen2FFM2FDP2Hr. MusterGesamt1672")

    assert (vote.yes, vote.no, vote.abstain) == (16, 7, 2)
    assert told(vote) == [
        ("BM", "person", "yes", 1),
        ("CDU", "group", "yes", 8),
        ("CDU", "group", "no", 3),
        ("CDU", "group", "abstain", 2),
        ("SPD", "group", "yes", 5),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # an empty line's name runs into the next: whose 12 are they
        ("JaNeinEnthaltungBMCDU12SPD6Gesamt1260", ["CDU", "SPD"]),
        ("JaNeinEnthaltungCDU12B‘90/Die GrünenFFM3Gesamt1230", ["CDU", "FFM"]),
        ("JaNeinEnthaltungCDU12Hr. BeispielHr. Muster1Gesamt1210", ["CDU", "Hr. Muster"]),
        ("JaNeinEnthaltungCDU12FWG3Gesamt1230", ["CDU", "FWG"]),
        # two names, and nobody knows where the first ends
        ("JaNeinEnthaltungCDU12BuntesMusterNeueListe3Gesamt1230", ["CDU"]),
        # numbers that belong to a name
        ("JaNeinEnthaltungCDU12B90/ Die Grünen3Gesamt1230", ["CDU", "B90/ Die Grünen"]),
        ("JaNeinEnthaltungCDU12Bündnis 90/Grüne3Gesamt1230", ["CDU", "Bündnis 90/Grüne"]),
        ("JaNeinEnthaltungCDU9SPD4Die PARTEI20201Gesamt950", ["CDU", "SPD", "Die PARTEI2020"]),
    ],
)
def test_whose_numbers_they_are(text: str, who: list[str]) -> None:
    [vote] = read_result(text)

    assert [one.who for one in vote.stances] == who


def test_a_table_with_the_zeros_printed_and_no_name_before_the_sums() -> None:
    [vote] = read_result("JaNeinEnthaltungenBM10CDU12SPD5FDP3Grüne2Hr. Muster11950")

    assert (vote.yes, vote.no, vote.abstain) == (19, 5, 0)
    assert ("CDU", "group", "yes", 12) in told(vote)


def test_cells_that_spaces_part() -> None:
    [vote] = read_result("Ja Nein Enthaltung CDU 9 2 0 SPD 0 5 0 Gesamt 9 7 0 Herr Muster verlässt den Saal.")

    assert (vote.yes, vote.no, vote.abstain) == (9, 7, 0)
    assert told(vote) == [("CDU", "group", "yes", 9), ("CDU", "group", "no", 2), ("SPD", "group", "no", 5)]


def test_parts_whose_numbers_touch_the_sums() -> None:
    first, second, third = read_result(
        "1.JaNeinEnthaltungBM1CDU47SPD4FFM2FDP2Herr Muster1Gesamt81302. JaNeinEnthaltungBM1CDU92SPD4FFM2FDP2"
        "Herr Muster1Gesamt17043. einstimmig, 0 Enthaltungen"
    )

    assert [(one.part, one.yes, one.no, one.abstain) for one in (first, second)] == [("1.", 8, 13, 0), ("2.", 17, 0, 4)]
    assert (third.part, third.majority, third.stances) == ("3.", "unanimous", ())


def test_a_table_that_can_not_be_read_leaves_its_neighbours_alone() -> None:
    unread, read = read_result("a) JaNeinEnthaltungBM1CDU14SPD5FDP11Gesamt:2010b) einstimmig, 0 Enthaltungen")

    assert (unread.outcome, unread.yes, unread.stances) == (None, None, ())
    assert unread.words.startswith("JaNein")
    assert (read.part, read.outcome, read.words) == ("b)", "accepted", "b) einstimmig, 0 Enthaltungen")


@pytest.mark.parametrize(
    "text",
    [
        "JaNeinEnthaltungHerr Muster11SPD2Gesamt130",  # a person has one vote: the table is wrong
        "JaNeinEnthaltungBM1CDU8SPD6FDP3Gesamt1610",  # 18 votes are not 17
        "JaNeinEnthaltung" + "A1B2C3D4" * 12 + "Gesamt151515",  # more lines than any council has groups
    ],
)
def test_a_table_that_does_not_add_up_tells_nobodys_vote(text: str) -> None:
    [vote] = read_result(text)

    assert (vote.outcome, vote.yes, vote.no, vote.stances) == (None, None, None, ())


def test_sums_of_a_wrong_table_that_can_be_read_in_one_way() -> None:
    [vote] = read_result("JaNeinEnthaltungBM1CDU111SPD6FDP4Hr. Muster11Gesamt13102")

    assert (vote.yes, vote.no, vote.abstain, vote.stances) == (13, 10, 2, ())


@pytest.mark.parametrize("digits", ["9", "92", "921", "0214", "1510", "131020"])
def test_cutting_digits_leaves_none_out(digits: str) -> None:
    every = {
        line
        for line in product([0, *(int(digits[a:b]) for a in range(len(digits)) for b in range(a + 1, a + 3))], repeat=3)
        if any(
            digits == "".join(shown) for shown in product(*[(str(one), "") if not one else (str(one),) for one in line])
        )
        and max(line) < 100
        and sum(line) <= MOST_IN_ALL
    }

    assert cut(digits) == every


def test_reasoning_keeps_every_way_that_adds_up_and_no_other() -> None:
    rows = [cut("1"), cut("12"), cut("6"), cut("31"), cut("2")]
    sums = cut("1861")
    ways = [chosen for chosen in product(*rows) if tuple(map(sum, zip(*chosen, strict=True))) in sums]

    reading = solve(rows, sums)

    assert reading is not None
    assert [set(row) for row in reading.rows] == [{way[place] for way in ways} for place in range(len(rows))]
    assert reading.sums == {tuple(map(sum, zip(*way, strict=True))) for way in ways}


def test_what_is_too_much_is_not_reasoned_out() -> None:
    wide = frozenset((one, two, three) for one in range(30) for two in range(30) for three in range(30))

    assert solve([wide, wide], wide) is None
    assert solve([lay_out([1])] * 41, cut("41")) is None

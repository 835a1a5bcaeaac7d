"""Tables of votes with their cells: as HTML, with bars or tabs, set in columns, one cell a line."""

import pytest

from pipelines.german.outcomes import Vote, read_minutes_item, read_result


def told(vote: Vote) -> list[tuple[str, str, str, int | None]]:
    return [(one.who, one.kind, one.vote, one.count) for one in vote.stances]


BY_GROUP = [("CDU", "group", "yes", 9), ("CDU", "group", "no", 2), ("SPD", "group", "no", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "Fraktion | Ja | Nein | Enth.\n---|---|---|---\nCDU | 9 | 2 | \nSPD | | 5 |\nSumme | 9 | 7 | 0\n",
        "| Fraktion | Ja | Nein | Enthaltung |\n| CDU | 9 | 2 | - |\n| SPD | - | 5 | - |\n| Gesamt | 9 | 7 | 0 |",
        "Fraktion\tJa\tNein\tEnthaltung\nCDU\t9\t2\t\nSPD\t\t5\t\nGesamt\t9\t7\t0",
        "Fraktion     Ja    Nein    Enth.\nCDU          9     2\nSPD                5\nGesamt       9     7       0\n",
        "Ja Nein Enthaltung\nCDU 9 2 0\nSPD 0 5 0\nInsgesamt 9 7 0\nDamit ist der Antrag angenommen.",
        "<table><tr><th>Fraktion</th><th>Ja</th><th>Nein</th><th>Enth.</th></tr><tr><td>CDU</td><td>9</td><td>2</td>"
        "<td></td></tr><tr><td>SPD</td><td></td><td>5</td><td></td></tr>"
        "<tr><td>Summe</td><td>9</td><td>7</td><td>0</td></tr></table>",
    ],
)
def test_votes_by_group(text: str) -> None:
    for [vote] in (read_result(text), read_minutes_item(f"Abstimmungsergebnis:\n{text}").votes):
        assert (vote.outcome, vote.yes, vote.no, vote.abstain) == ("accepted", 9, 7, 0)
        assert told(vote) == BY_GROUP


def test_columns_that_are_lost_are_reasoned_out() -> None:
    for parted in (" ", "\n"):
        [vote] = read_result("Ja\nNein\nEnthaltung\nCDU\n9\n2\nSPD\n5\nBM\n1\nGesamt\n15\n2\n0".replace("\n", parted))

        assert (vote.yes, vote.no, vote.abstain) == (15, 2, 0)
        assert told(vote) == [*BY_GROUP[:2], ("SPD", "group", "yes", 5), ("BM", "person", "yes", 1)]


def test_a_lone_cell_below_a_heading_of_single_spaces_proves_nothing() -> None:
    votes = read_result("Ja Nein Enthaltung\nSPD 5\nFDP 2")

    assert [one.stances for one in votes] in ([], [()])


ROLL_CALL = """Namentliche Abstimmung:
Name                     Ja     Nein     Enth.
1. Muster, Erika         x
2. Beispiel, Hans               x
3. Dr. Sommer, Eva       x
4. Winter, Karl (FDP)                     x
Gesamt                   2      1         1

Damit ist der Antrag angenommen."""


def test_a_cross_behind_each_name() -> None:
    [vote] = read_minutes_item(ROLL_CALL).votes

    assert (vote.outcome, vote.yes, vote.no, vote.abstain) == ("accepted", 2, 1, 1)
    assert told(vote) == [
        ("Muster, Erika", "person", "yes", None),
        ("Beispiel, Hans", "person", "no", None),
        ("Dr. Sommer, Eva", "person", "yes", None),
        ("Winter, Karl (FDP)", "person", "abstain", None),
    ]
    assert vote.words.startswith("Name")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Gesamt                   2      1", "Gesamt                   1      2", "the sums say otherwise"),
        ("2. Beispiel, Hans               x", "2. Beispiel, Hans           x", "a cross between two columns"),
    ],
)
def test_crosses_that_are_not_certain_tell_nobodys_vote(before: str, after: str, why: str) -> None:
    votes = read_minutes_item(ROLL_CALL.replace(before, after)).votes

    assert [told(vote) for vote in votes if vote.stances] == [], why


@pytest.mark.parametrize("cross", ["x", "X", "✓", "✔", "☒", "●", "1"])
def test_crosses_in_html(cross: str) -> None:
    [vote] = read_result(
        "<table><tr><td>Ratsmitglied</td><td>Partei</td><td>Ja</td><td>Nein</td></tr>"
        f"<tr><td>M&uuml;ller-Muster</td><td>CDU</td><td></td><td>{cross}</td></tr>"
        f"<tr><td>Beispiel</td><td>SPD</td><td>{cross}</td><td></td></tr></table>"
    )

    assert [(who, kind, how) for who, kind, how, _ in told(vote)] == [
        ("Müller-Muster", "person", "no"),
        ("Beispiel", "person", "yes"),
    ]


def test_a_column_with_the_words_themselves() -> None:
    [vote] = read_result(
        "mehrheitlich beschlossen<table><tr><th>Mitglied</th><th>Partei</th><th>Abstimmung</th></tr>"
        "<tr><td>Muster, Erika</td><td>CDU</td><td>Ja</td></tr>"
        "<tr><td>Beispiel, Hans</td><td>./.</td><td>Nein</td></tr>"
        "<tr><td>Sommer, Eva</td><td>FDP</td><td>entschuldigt</td></tr></table>"
    )

    assert vote.outcome == "accepted"
    assert told(vote) == [("Muster, Erika", "person", "yes", None), ("Beispiel, Hans", "person", "no", None)]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Ziffer 1</td><td>12</td><td>3</td></tr>",  # what was voted on, not who voted
        "<tr><td>Antrag der FDP</td><td>12</td><td>3</td></tr>",
        "<tr><td>Muster, Erika</td><td>12</td><td>3</td></tr>",  # votes for a candidate
        "<tr><td>Ist eine UVP nötig?</td><td></td><td>x</td></tr>",
    ],
)
def test_lines_that_are_not_about_who_voted(rows: str) -> None:
    votes = read_result(f"<table><tr><th></th><th>Ja</th><th>Nein</th></tr>{rows}</table>")

    assert [one for vote in votes for one in vote.stances] == []


def test_numbers_alone_are_the_sums() -> None:
    for text in ("Ja | Nein | Enthaltung\n12 | 3 | 1", "Ja   Nein   Enthaltungen\n12   3      1"):
        [vote] = read_result(text)

        assert (vote.yes, vote.no, vote.abstain, vote.stances) == (12, 3, 1, ())

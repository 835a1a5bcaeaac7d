"""Minutes whose results stand in the tale itself, or follow votes on something else. All of it is invented."""

import pytest

from pipelines.german.outcomes import Outcome, of_item, read_minutes_item

Told = tuple[Outcome | None, int | None, int | None]

MOTION_FIRST = """Mitglied Muster beantragt für die ABC-Fraktion, den Ansatz für die Brücke zu streichen:

Abstimmungsergebnis:

Mehrheitlich abgelehnt

Ja 1  Nein 7  Enthaltung 1

Die Vorsitzende lässt über den Stellenplan abstimmen:

Abstimmungsergebnis:

Mehrheitlich beschlossen

Ja 6  Nein 1  Enthaltung 2
"""
FURTHER_REACHING = """Der Bürgermeister lässt über den weitergehenden Antrag der ABC abstimmen.

Abstimmungsergebnis: 4 : 12

Beschluss:
Der Gemeinderat beschließt die Gebührensatzung.

Abstimmungsergebnis: 12 : 4
"""
AMENDMENT_HEADED = """Änderungsantrag der ABC-Fraktion:
Die Summe wird auf 5.000 € erhöht.
Abstimmungsergebnis: mehrheitlich abgelehnt

Beschluss:
Der Rat beschließt den Zuschuss.
Abstimmungsergebnis: 20 Ja, 3 Nein
"""
NOT_REFERRED = """Der Antrag der ABC-Fraktion auf Verweisung in den Bauausschuss wird mit 10 Ja-Stimmen und
12 Nein-Stimmen abgelehnt.
Der Rat beschließt den Zuschuss mit 13 Ja-Stimmen gegen 9 Nein-Stimmen.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MOTION_FIRST, ("accepted", 6, 1)),
        (FURTHER_REACHING, ("accepted", 12, 4)),
        (AMENDMENT_HEADED, ("accepted", 20, 3)),
        (NOT_REFERRED, ("accepted", 13, 9)),
    ],
)
def test_a_motion_that_failed_first_is_not_the_item(text: str, expected: Told) -> None:
    first, last = read_minutes_item(text).votes
    main = of_item([first, last])

    assert (first.outcome, first.is_amendment, last.is_amendment) == ("rejected", True, False)
    assert main is not None
    assert (main.outcome, main.yes, main.no) == expected


def test_how_to_vote_changes_nothing_about_the_item() -> None:
    text = (
        "Stadtrat Muster beantragte die namentliche Abstimmung.\nAbstimmungsergebnis: 9 Ja, 6 Nein\n\n"
        "Beschluss:\nDer Stadtrat beschließt die Satzung.\nAbstimmungsergebnis (namentlich):\n"
        "Mit Ja stimmten: Adler, Beispiel, Clemens\nMit Nein stimmten: Dorn\n3 Ja, 1 Nein\n"
    )
    how, vote = read_minutes_item(text).votes
    main = of_item([how, vote])

    assert (how.part, how.is_amendment) == ("namentliche Abstimmung", True)
    assert (vote.part, vote.yes, vote.no) == (None, 3, 1)
    assert main is not None
    assert main.outcome == "accepted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Gemeinderat stimmt der Aufnahme des Punktes zu.\n\n13 : 0", ("accepted", 13, 0)),
        ("Beschluss: 15 : 0", ("accepted", 15, 0)),
        ("Beschluss (9:2):\nDer Gemeinderat stimmt dem Bauantrag zu.", ("accepted", 9, 2)),
        ("Beschluss: (mit 9 : 2 Stimmen)\nDer Gemeinderat stimmt dem Bauantrag zu.", ("accepted", 9, 2)),
        ("Abst.-Ergebnis: 12:0", ("accepted", 12, 0)),
        ("Mehrheitlich zugestimmt.\n\n10 Ja-Stimmen (6 ABC, 4 DEF)\n8 Nein-Stimmen (8 GHI)", ("accepted", 10, 8)),
        ("ohne Aussprache einstimmig beschlossen", ("accepted", None, None)),
        ("Beschlussvorschlag:\n\nDer Rat beschließt den Bau.\n\nDer Punkt wird vertagt.", ("postponed", None, None)),
        (
            "Im Bauausschuss wurde der Antrag mit 5 : 3 Stimmen abgelehnt.\nDer Rat beschließt einstimmig den Bau.",
            ("accepted", None, None),
        ),
        (
            "Der Rat hat in seiner Sitzung am 3.5.2031 mit 12 : 3 Stimmen den Bau beschlossen.\n\n"
            "Beschluss:\nDer Rat nimmt den Sachstand zur Kenntnis.",
            ("noted", None, None),
        ),
    ],
)
def test_one_vote_in_the_tale(text: str, expected: Told) -> None:
    [vote] = read_minutes_item(text).votes

    assert (vote.outcome, vote.yes, vote.no) == expected
    assert vote.part is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Beschlussvorschlag\n\nDer Rat stimmt der Vorlage zu.\n\nHerr Muster berichtet.", id="proposed"),
        pytest.param("Das Gefälle ist 1 : 50.\nBeginn war um\n18:30\n", id="a slope, a time"),
    ],
)
def test_nothing_was_decided(text: str) -> None:
    assert read_minutes_item(text).votes == []


def test_each_number_of_the_resolution_by_itself() -> None:
    text = (
        "Beschluss:\n1. Der Stadtrat nimmt Kenntnis.\n2. Der Stadtrat beschließt die Satzung.\n\n"
        "Ziffer 1: einstimmig\nZiffer 2: 9 : 12\n"
    )
    votes = read_minutes_item(text).votes
    main = of_item(votes)

    assert [(vote.part, vote.outcome, vote.yes) for vote in votes] == [
        ("Ziffer 1", "accepted", None),
        ("Ziffer 2", "rejected", 9),
    ]
    assert main is not None
    assert main.outcome == "partly"


def test_names_of_groups_cut_by_lines() -> None:
    text = (
        "Der Rat beschließt gegen die Stimmen der Fraktionen Bündnis 90/\nDie Grünen, DIE LINKE.\nund AfD "
        "bei Enthaltung der FDP-Fraktion die Satzung.\n"
    )
    [vote] = read_minutes_item(text).votes

    assert [(one.who, one.vote) for one in vote.stances] == [
        ("Bündnis 90/Die Grünen", "no"),
        ("DIE LINKE.", "no"),
        ("AfD", "no"),
        ("FDP-Fraktion", "abstain"),
    ]


def test_lists_of_names_that_go_on_in_the_next_line() -> None:
    text = "angenommen gegen die Stimmen der SPD-Fraktion\nund der AfD\nbei Enthaltung von\nRatsfrau Muster"

    [vote] = read_minutes_item(text).votes

    assert [(one.who, one.vote) for one in vote.stances] == [
        ("SPD-Fraktion", "no"),
        ("AfD", "no"),
        ("Ratsfrau Muster", "abstain"),
    ]


def test_what_was_voted_on_is_no_part_of_a_name() -> None:
    [vote] = read_minutes_item("Der Rat beschließt gegen die Stimmen von CDU und FDP die Satzung.").votes

    assert [one.who for one in vote.stances] == ["CDU", "FDP"]


def test_nobody_is_named() -> None:
    [vote] = read_minutes_item("Mehrheitlich beschlossen (gegen die Stimmen von 2 Stadträten)").votes

    assert vote.stances == ()
